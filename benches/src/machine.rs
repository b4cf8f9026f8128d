//! The circumstances of a measurement: the machine, the compiler and the load.

use serde_json::{Value, json};
use std::{
    fs,
    hint::black_box,
    io,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// Where criterion's results go: `CRITERION_HOME`, else `criterion` in the target directory that
/// the running program lies in.
pub fn results() -> PathBuf {
    if let Some(home) = std::env::var_os("CRITERION_HOME") {
        return home.into();
    }
    let program = std::env::current_exe().unwrap_or_default();
    // target/release/deps/program
    let target = program.ancestors().nth(3).unwrap_or(Path::new("target"));
    target.join("criterion")
}

/// Writes `machine.json` into `folder`: what the machine is, and the circumstances of each round of
/// this program. What other programs wrote of their rounds stays.
///
/// # Errors
///
/// If the folder or the file cannot be written.
pub fn write_facts(folder: &Path, rounds: &[Value]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let file = folder.join("machine.json");
    let earlier: Value =
        read(&file).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let mut facts = facts();
    facts["rounds"] = earlier["rounds"].as_object().cloned().unwrap_or_default().into();
    facts["rounds"][program()] = rounds.into();
    fs::write(file, format!("{facts:#}\n"))
}

/// The name of this bench, without the digits that cargo adds.
fn program() -> String {
    let path = std::env::current_exe().unwrap_or_default();
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    name.split_once('-').map_or(&*name, |(name, _)| name).to_string()
}

/// The facts; null where the system does not know.
fn facts() -> Value {
    json!({
        "processor": processor(),
        "cores": std::thread::available_parallelism().ok().map(usize::from),
        "threads": rayon::current_num_threads(),
        "caches": caches(),
        "system": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        "virtual": is_virtual(),
        "compiler": compiler(),
        "instructions": format!("{:?}", fearless_simd::Level::new()),
    })
}

/// Processor time that was spent up to a moment.
pub struct Usage {
    moment: Instant,
    /// By this program and by all, in ticks; nothing where the system does not tell.
    ticks: Option<(f64, f64)>,
}

impl Usage {
    /// Up to now.
    pub fn now() -> Self {
        Self { moment: Instant::now(), ticks: own_ticks().zip(all_ticks()) }
    }

    /// What the time since then was like: `others`, the cores that everybody else kept busy, the host
    /// of a virtual machine among them, and `gigahertz`, the clock at its end.
    pub fn circumstances(&self) -> Value {
        let now = Self::now();
        let seconds = (now.moment - self.moment).as_secs_f64();
        let others = self.ticks.zip(now.ticks).map(|((own, all), (own_now, all_now))| {
            ((all_now - all) - (own_now - own)).max(0.0) / TICKS_A_SECOND / seconds
        });
        json!({ "others": others, "gigahertz": gigahertz() })
    }
}

/// Linux tells times in these, whatever its kernel counts in.
const TICKS_A_SECOND: f64 = 100.0;

/// The time in user and system mode: fields 14 and 15, of which the second may hold blanks.
fn own_ticks() -> Option<f64> {
    let line = read("/proc/self/stat")?;
    let fields: Vec<&str> = line.rsplit_once(')')?.1.split_whitespace().collect();
    Some(fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?)
}

/// The time in which any core did not wait: of user, nice, system, idle, iowait, irq, softirq, steal
/// all but the fourth and the fifth.
fn all_ticks() -> Option<f64> {
    let text = read("/proc/stat")?;
    let fields = text.lines().next()?.split_whitespace().skip(1).take(8);
    let ticks: Vec<f64> = fields.map(|field| field.parse().ok()).collect::<Option<_>>()?;
    Some(ticks.iter().sum::<f64>() - ticks.get(3)? - ticks.get(4)?)
}

/// Cycles a nanosecond: a chain of turns and additions, each of which takes a cycle and waits for the
/// one before. The fastest of some runs, for whatever disturbs makes a run slower.
pub fn gigahertz() -> f64 {
    const LINKS: u32 = 500_000;
    let run = || {
        let (mut link, term) = (black_box(1_u64), black_box(0x9E37_79B9_7F4A_7C15_u64));
        let start = Instant::now();
        for _ in 0..LINKS {
            link = link.rotate_left(7).wrapping_add(term);
        }
        black_box(link);
        f64::from(2 * LINKS) / start.elapsed().as_nanos() as f64
    };
    (0..20).map(|_| run()).fold(0.0, f64::max)
}

fn read(path: impl AsRef<Path>) -> Option<String> {
    fs::read_to_string(path).ok().map(|text| text.trim().to_string())
}

/// A line `name : value` of `/proc/cpuinfo`.
fn cpu_line(name: &str) -> Option<String> {
    let text = read("/proc/cpuinfo")?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_string())
}

fn processor() -> Option<String> {
    cpu_line("model name")
}

fn is_virtual() -> Option<bool> {
    Some(cpu_line("flags")?.split(' ').any(|flag| flag == "hypervisor"))
}

/// The data caches of the first core, in bytes, nearest first.
fn caches() -> Vec<Value> {
    (0..8).filter_map(cache).collect()
}

fn cache(index: usize) -> Option<Value> {
    let folder = format!("/sys/devices/system/cpu/cpu0/cache/index{index}");
    if read(format!("{folder}/type"))? == "Instruction" {
        return None;
    }
    let level: u64 = read(format!("{folder}/level"))?.parse().ok()?;
    let size = read(format!("{folder}/size"))?;
    let kibibytes: u64 = size.strip_suffix('K')?.parse().ok()?;
    Some(json!({ "level": level, "bytes": kibibytes * 1024 }))
}

/// The output of `rustc --version`.
fn compiler() -> Option<String> {
    let output = Command::new("rustc").arg("--version").output().ok()?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_null_only_where_the_system_does_not_know() {
        let facts = facts();
        assert!(facts["cores"].as_u64().unwrap() >= 1);
        assert!(facts["compiler"].as_str().unwrap().starts_with("rustc 1."));
        assert_eq!(facts["processor"].is_null(), processor().is_none());
    }

    #[test]
    fn rounds_of_other_programs_stay() {
        let folder = std::env::temp_dir().join(format!("gradlings-facts-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("machine.json"), r#"{"rounds": {"passes": [{"others": 1.5}]}}"#)
            .unwrap();
        write_facts(&folder, &[json!({ "others": 0.25 })]).unwrap();
        let facts: Value =
            serde_json::from_str(&read(folder.join("machine.json")).unwrap()).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(facts["rounds"]["passes"][0]["others"], 1.5);
        assert_eq!(facts["rounds"][program()][0]["others"], 0.25);
        assert!(facts["cores"].as_u64() >= Some(1));
    }
}
