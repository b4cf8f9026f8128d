//! What was handed out, and what a student made of it since.
//!
//! A handout lists the fingerprint of every file of its own. A file whose fingerprint is another was changed by the
//! student: it stays, whatever a newer version brings.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use course::error::Error as FileError;

use crate::error::Error;
use crate::{Files, Handout, settings::Settings};

/// The list of what was handed out, in a handout.
pub(crate) const LIST: &str = "given/handed-out.txt";

/// What an update did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Updated {
    /// Files that are new, newer or back.
    pub written: Vec<String>,
    /// Files that the student changed, and that are newer in this version: they stay as they are.
    pub kept: Vec<String>,
    /// Files that this version does without.
    pub removed: Vec<String>,
}

/// The list of `files`, each with its fingerprint.
pub(crate) fn list(files: &Files) -> String {
    let mut list = String::new();
    for (path, bytes) in files {
        let _ = writeln!(list, "{:016x} {path}", fingerprint(bytes));
    }
    list
}

/// Brings the handout at `root` up to the version of this program.
///
/// # Errors
/// If the handout is of a later version, or a file cannot be read or written.
pub fn update(root: &Path, settings: &Settings) -> Result<Updated, Error> {
    settings.check_program()?;
    let handout =
        Handout::new(Settings { version: crate::version().to_string(), ..settings.clone() });
    let (files, before) = (handout.files(), handed_out(root)?);
    let mut updated = Updated::default();
    // The settings come last: until all else is there, the handout is of its old version.
    let (last, first): (Vec<_>, Vec<_>) =
        files.iter().partition(|(path, _)| [LIST, crate::settings::FILE].contains(&path.as_str()));
    for (path, bytes) in first {
        let file = place(root, path);
        let there = match fs::read(&file) {
            Ok(there) => Some(fingerprint(&there)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(FileError::file(&file)(error).into()),
        };
        let (known, new) = (before.get(path).copied(), fingerprint(bytes));
        if there == Some(new) {
            continue;
        }
        if there.is_none() || there == known {
            write(&file, bytes)?;
            updated.written.push(path.clone());
        } else if known != Some(new) {
            updated.kept.push(path.clone());
        }
    }
    for (path, known) in before {
        let file = place(root, &path);
        let is_untouched = || fs::read(&file).is_ok_and(|there| fingerprint(&there) == known);
        if !files.contains_key(&path) && is_untouched() {
            fs::remove_file(&file).map_err(FileError::file(&file))?;
            updated.removed.push(path);
        }
    }
    for (path, bytes) in last {
        write(&place(root, path), bytes)?;
    }
    Ok(updated)
}

/// What was handed out: each file with its fingerprint. A line that was edited is none.
fn handed_out(root: &Path) -> Result<BTreeMap<String, u64>, Error> {
    let file = place(root, LIST);
    let list = match fs::read_to_string(&file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        list => list.map_err(FileError::file(&file))?,
    };
    let entry = |line: &str| {
        let (fingerprint, path) = line.split_once(' ')?;
        // A path that leaves the folder was never handed out.
        let is_own =
            !path.split(['/', '\\']).any(|part| part == "..") && !Path::new(path).is_absolute();
        Some((path.to_string(), u64::from_str_radix(fingerprint, 16).ok()?)).filter(|_| is_own)
    };
    Ok(list.lines().filter_map(entry).collect())
}

/// Where the file `path` of a handout lies.
pub(crate) fn place(root: &Path, path: &str) -> PathBuf {
    path.split('/').fold(root.to_path_buf(), |place, part| place.join(part))
}

/// Writes a file, and the folder that it lies in.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(FileError::file(folder))?;
    Ok(fs::write(file, bytes).map_err(FileError::file(file))?)
}

/// A number that differs for different texts, on every system and with every version of Rust: FNV-1a. Line ends,
/// which a checkout may change, make no difference.
fn fingerprint(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.iter().filter(|byte| **byte != b'\r').fold(0xcbf2_9ce4_8422_2325, step)
}
