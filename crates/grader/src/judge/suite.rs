//! The fingerprint of the suite: of every source that a verdict follows from.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What decides, from the root of the workspace: the packages, their dependencies, and the profile
/// that these are built with.
const SOURCES: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "crates/activations",
    "crates/backprop",
    "crates/contract",
    "crates/course",
    "crates/grader",
    "crates/init",
    "crates/symmetry",
    "crates/testkit",
];

/// The fingerprint of the suite in the workspace at `root`, and of what changes its cases.
pub(super) fn fingerprint(root: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for source in SOURCES {
        collect(&root.join(source), &mut files)?;
    }
    files.sort();
    let mut text = Vec::new();
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        text.extend_from_slice(name.replace('\\', "/").as_bytes());
        // A checkout may change line ends.
        text.extend(fs::read(&file)?.into_iter().filter(|byte| *byte != b'\r'));
    }
    let mut settings: Vec<(String, String)> =
        env::vars().filter(|(name, _)| name.starts_with("PROPTEST_")).collect();
    settings.sort();
    text.extend_from_slice(format!("{settings:?}").as_bytes());
    Ok(format!("{:032x}", fnv(&text)))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}

/// FNV-1a with 128 bits: the same everywhere and for ever; nobody gains by a collision of suites.
fn fnv(bytes: &[u8]) -> u128 {
    const PRIME: u128 = 0x0100_0000_0000_0000_013b;
    let mix = |hash: u128, byte: &u8| (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
    bytes.iter().fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, mix)
}
