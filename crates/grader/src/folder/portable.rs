//! A folder as its path, for systems on which nothing is graded.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::Kind;

/// A folder by its path.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        fs::read_dir(path).map(|_| Self(path.to_path_buf()))
    }

    pub(crate) fn folder(&self, name: &OsStr) -> io::Result<Self> {
        Kind::expect(self.kind(name)?, Kind::Folder)?;
        Self::open(&self.0.join(name))
    }

    pub(crate) fn file(&self, name: &OsStr) -> io::Result<File> {
        Kind::expect(self.kind(name)?, Kind::File)?;
        File::open(self.0.join(name))
    }

    pub(crate) fn kind(&self, name: &OsStr) -> io::Result<Option<Kind>> {
        match fs::symlink_metadata(self.0.join(name)) {
            Ok(metadata) => Ok(Some(kind_of(metadata.file_type()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn entries(&self, most: usize) -> io::Result<Vec<(OsString, Kind)>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(&self.0)?.take(most.saturating_add(1)) {
            let entry = entry?;
            entries.push((entry.file_name(), kind_of(entry.file_type()?)));
        }
        entries.sort_by(|(name, _), (other, _)| name.cmp(other));
        Ok(entries)
    }

    /// No lock is held here.
    #[allow(clippy::unused_self)] // As on Unix.
    pub(crate) fn try_lock(&self) -> bool {
        true
    }

    pub(crate) fn remove(&self, name: &OsStr) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }

    pub(super) fn make_folder(&self, name: &OsStr) -> io::Result<()> {
        fs::create_dir(self.0.join(name))
    }

    pub(super) fn create_new(&self, name: &OsStr) -> io::Result<File> {
        File::create_new(self.0.join(name))
    }

    pub(super) fn rename(&self, name: &OsStr, new: &OsStr) -> io::Result<()> {
        fs::rename(self.0.join(name), self.0.join(new))
    }
}

fn kind_of(kind: fs::FileType) -> Kind {
    if kind.is_symlink() {
        Kind::Link
    } else if kind.is_dir() {
        Kind::Folder
    } else if kind.is_file() {
        Kind::File
    } else {
        Kind::Special
    }
}
