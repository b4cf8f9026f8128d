//! The circumstances of a measurement: the machine, the compiler and the load.

use serde_json::{Value, json};
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
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

/// Writes `machine.json` into `folder`.
///
/// # Errors
///
/// If the folder or the file cannot be written.
pub fn write_facts(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("machine.json"), format!("{:#}\n", facts()))
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
        "load": load(),
    })
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

/// The load average of the minute before the first bench.
fn load() -> Option<f64> {
    read("/proc/loadavg")?.split(' ').next()?.parse().ok()
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
}
