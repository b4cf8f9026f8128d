//! The submissions in a folder.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use course::Course;

use super::{Submission, archive, folder};
use crate::Error;

/// A submission that was found but not read yet.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The student: the name of the folder, or of the zip without its ending.
    pub name: String,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Folder(PathBuf),
    Archive(PathBuf),
    Unusable(String),
}

impl Entry {
    /// Reads its files of the exercises of `course`.
    pub fn read(&self, course: &'static Course) -> Submission {
        match &self.kind {
            Kind::Folder(path) => folder::read(course, path),
            Kind::Archive(path) => archive::read(course, path),
            Kind::Unusable(why) => Submission::unreadable(course, why),
        }
    }
}

/// The contents of a folder of submissions.
#[derive(Debug)]
pub struct Listing {
    /// The submissions, sorted by name, each name once.
    pub entries: Vec<Entry>,
    /// Files that are neither a folder nor a zip.
    pub strays: Vec<String>,
}

/// Lists the submissions in `path`. Hidden files and those that operating systems leave behind do
/// not count.
///
/// # Errors
/// If it is not a folder, cannot be read, or holds no submission.
pub fn list(path: &Path) -> Result<Listing, Error> {
    if path.is_file() {
        return Err(Error::ClassIsFile(path.to_path_buf()));
    }
    let entries = fs::read_dir(path).map_err(Error::given(path))?;
    let mut found: BTreeMap<String, Vec<Kind>> = BTreeMap::new();
    let mut strays = Vec::new();
    for entry in entries {
        let entry = entry.map_err(Error::given(path))?;
        let (name, is_text) = name_of(&entry);
        if name.starts_with('.') || ["__MACOSX", "Thumbs.db", "desktop.ini"].contains(&&*name) {
            continue;
        }
        match kind_of(&entry, &name, is_text) {
            Some((name, kind)) => found.entry(name).or_default().push(kind),
            None => strays.push(name),
        }
    }
    strays.sort();
    if found.is_empty() {
        return Err(Error::NoSubmission(path.to_path_buf()));
    }
    Ok(Listing { entries: found.into_iter().map(entry).collect(), strays })
}

/// The name of an entry, and whether it is UTF-8. What is not is shown as escapes.
fn name_of(entry: &DirEntry) -> (String, bool) {
    match entry.file_name().into_string() {
        Ok(name) => (name, true),
        Err(raw) => (raw.as_encoded_bytes().escape_ascii().to_string(), false),
    }
}

fn kind_of(entry: &DirEntry, name: &str, is_text: bool) -> Option<(String, Kind)> {
    let unusable = |why: &str| Some((name.to_string(), Kind::Unusable(why.to_string())));
    let Ok(kind) = entry.file_type() else {
        return unusable("its file type cannot be read");
    };
    if !is_text {
        return unusable("its name is not UTF-8; rename it and grade again");
    }
    if kind.is_symlink() {
        return unusable("it is a symbolic link, which is not followed");
    }
    if kind.is_dir() {
        return Some((name.to_string(), Kind::Folder(entry.path())));
    }
    let (student, ending) = name.rsplit_once('.')?;
    let is_zip = kind.is_file() && ending.eq_ignore_ascii_case("zip") && !student.is_empty();
    is_zip.then(|| (student.to_string(), Kind::Archive(entry.path())))
}

fn entry((name, kinds): (String, Vec<Kind>)) -> Entry {
    let kind = match <[Kind; 1]>::try_from(kinds) {
        Ok([kind]) => kind,
        Err(_) => Kind::Unusable(
            "there are two submissions of this name, a folder and a zip; keep one".to_string(),
        ),
    };
    Entry { name, kind }
}
