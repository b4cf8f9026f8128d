//! The machine that was measured, as the benches described it in `machine.json`.

use std::fs;
use std::path::Path;

use contract::{Text, say};
use serde_json::Value;

/// The content of `machine.json`; every part of it may be missing.
#[derive(Clone, Debug, Default)]
pub struct Facts(Value);

impl Facts {
    /// The facts in `folder`, or none.
    pub fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join("machine.json")).unwrap_or_default();
        Self(serde_json::from_str(&text).unwrap_or_default())
    }

    /// The levels of the cache and their bytes, nearest first.
    pub fn caches(&self) -> Vec<(u64, f64)> {
        let level = |cache: &Value| Some((cache["level"].as_u64()?, cache["bytes"].as_f64()?));
        self.0["caches"].as_array().into_iter().flatten().filter_map(level).collect()
    }

    /// The number of threads that shared the work.
    pub fn threads(&self) -> Option<u64> {
        self.0["threads"].as_u64().or_else(|| self.0["cores"].as_u64())
    }

    /// The circumstance of this name in every round of every program.
    fn rounds(&self, name: &str) -> Vec<f64> {
        let programs = self.0["rounds"].as_object().into_iter().flatten();
        let rounds = programs.flat_map(|(_, rounds)| rounds.as_array().into_iter().flatten());
        rounds.filter_map(|round| round[name].as_f64()).collect()
    }

    /// The cores that others kept busy in the worst round, if that is known.
    pub fn others(&self) -> Option<f64> {
        self.rounds("others").into_iter().reduce(f64::max)
    }

    /// Cycles a nanosecond: the median over all rounds.
    pub fn gigahertz(&self) -> Option<f64> {
        let mut clocks = self.rounds("gigahertz");
        clocks.sort_by(f64::total_cmp);
        clocks.get(clocks.len() / 2).copied()
    }

    /// The instructions in use, as `AVX2`.
    pub fn instructions(&self) -> Option<String> {
        // `Avx2(Avx2 { .. })`: the name is what comes first.
        let word = self.word("instructions")?;
        Some(word.split('(').next().unwrap_or_default().to_uppercase())
    }

    fn word(&self, name: &str) -> Option<String> {
        self.0[name].as_str().map(ToString::to_string)
    }

    /// One line: processor, cores, caches, instructions, compiler, clock.
    pub fn line(&self) -> Text {
        let mut parts: Vec<Text> = Vec::new();
        let same = |word: String| Text::new(word.clone(), word);
        parts.extend(self.word("processor").map(same));
        if let Some(cores) = self.0["cores"].as_u64() {
            let guest = self.0["virtual"].as_bool() == Some(true);
            let (en, ko) =
                if guest { (" (virtual machine)", " (가상 머신)") } else { ("", "") };
            parts.push(say!("{cores} cores{en}", "코어 {cores}개{ko}"));
        }
        let caches = self.caches();
        let caches = caches.iter().map(|(level, bytes)| format!("L{level} {}", binary(*bytes)));
        parts.push(same(caches.collect::<Vec<_>>().join(", ")));
        parts.extend(self.instructions().map(same));
        let version = |word: String| word.split(" (").next().unwrap_or_default().to_string();
        parts.extend(self.word("compiler").map(version).map(same));
        if let Some(clock) = self.gigahertz() {
            parts.push(same(format!("{clock:.2} GHz")));
        }
        parts.retain(|part| !part.en.is_empty());
        if parts.is_empty() {
            return say!("The machine is not known.", "측정한 기계를 알 수 없습니다.");
        }
        let join = |parts: Vec<&str>| parts.join(" · ");
        Text::new(
            join(parts.iter().map(|part| &*part.en).collect()),
            join(parts.iter().map(|part| &*part.ko).collect()),
        )
    }
}

/// Bytes in KiB or MiB.
fn binary(bytes: f64) -> String {
    let kibibytes = bytes / 1024.0;
    if kibibytes < 1024.0 {
        format!("{kibibytes} KiB")
    } else {
        format!("{} MiB", kibibytes / 1024.0)
    }
}
