//! Verdicts of earlier runs, kept under `target/`: derived, never the truth. A lost or damaged file
//! only costs the time to check again.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Map, Value};

use crate::kept;
use course::report::Report;

/// The kept verdicts.
pub struct Verdicts {
    file: PathBuf,
    suite: u64,
    reports: BTreeMap<String, Report>,
}

impl Verdicts {
    /// The verdicts that are kept in `folder`, none if there are none.
    pub fn open(folder: &Path) -> Self {
        let file = folder.join("verdicts.json");
        let text = fs::read_to_string(&file).unwrap_or_default();
        let reports = read(&text).unwrap_or_default();
        Self { file, suite: suite(), reports }
    }

    /// The verdict on an exercise with this fingerprint, reached by this very suite.
    pub fn find(&self, fingerprint: &str) -> Option<Report> {
        self.reports.get(&self.key(fingerprint)).cloned()
    }

    /// Keeps a verdict, in place of earlier ones on the same exercise.
    pub fn keep(&mut self, fingerprint: &str, report: &Report) {
        self.reports.retain(|_, kept| kept.exercise != report.exercise);
        self.reports.insert(self.key(fingerprint), report.clone());
    }

    /// Writes the verdicts to disk, in one move.
    pub fn save(&self) -> io::Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        let draft = self.file.with_extension(format!("{}.tmp", std::process::id()));
        let reports: Map<String, Value> =
            self.reports.iter().map(|(key, report)| (key.clone(), kept::write(report))).collect();
        fs::write(&draft, Value::from(reports).to_string())?;
        fs::rename(draft, &self.file)
    }

    fn key(&self, fingerprint: &str) -> String {
        let mut hasher = DefaultHasher::new();
        (self.suite, fingerprint).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

fn read(text: &str) -> Option<BTreeMap<String, Report>> {
    let Value::Object(reports) = serde_json::from_str(text).ok()? else { return None };
    Some(reports.iter().filter_map(|(key, it)| Some((key.clone(), kept::read(it)?))).collect())
}

/// What tells one build of the suite from another: the program itself, and what changes its cases.
///
/// Found out once, when this program starts: one that is still running while it is built anew must
/// not keep its verdicts as those of the new one.
fn suite() -> u64 {
    static SUITE: OnceLock<u64> = OnceLock::new();
    *SUITE.get_or_init(|| {
        let mut hasher = DefaultHasher::new();
        if let Ok(program) = std::env::current_exe().and_then(|program| program.metadata()) {
            program.len().hash(&mut hasher);
            program.modified().ok().hash(&mut hasher);
        }
        ["PROPTEST_CASES", "PROPTEST_RNG_SEED"].map(std::env::var_os).hash(&mut hasher);
        hasher.finish()
    })
}
