//! A folder as the system's own handle.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::fs::{self, AtFlags, CWD, Dir, FileType, FlockOperation, Mode, OFlags};
use rustix::io::Errno;

use super::Kind;

/// A folder that is held open.
#[derive(Debug)]
pub(crate) struct Folder(OwnedFd);

const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);
/// Without waiting for the other end of a pipe, should one come into the place of a file.
const FILE: OFlags =
    OFlags::RDONLY.union(OFlags::NONBLOCK).union(OFlags::NOCTTY).union(OFlags::CLOEXEC);
const DRAFT: OFlags =
    OFlags::WRONLY.union(OFlags::CREATE).union(OFlags::EXCL).union(OFlags::CLOEXEC);

impl Folder {
    /// The folder at `path`, in which links are followed.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self(fs::openat(CWD, path, FOLDER, Mode::empty())?))
    }

    /// The folder `name` in this one.
    pub(crate) fn folder(&self, name: &OsStr) -> io::Result<Self> {
        Kind::expect(self.kind(name)?, Kind::Folder)?;
        Ok(Self(fs::openat(&self.0, name, FOLDER | OFlags::NOFOLLOW, Mode::empty())?))
    }

    /// The file `name`, to be read.
    pub(crate) fn file(&self, name: &OsStr) -> io::Result<File> {
        Kind::expect(self.kind(name)?, Kind::File)?;
        let file = fs::openat(&self.0, name, FILE | OFlags::NOFOLLOW, Mode::empty())?;
        // It may have been exchanged since.
        Kind::expect(Some(kind_of(fs::fstat(&file)?.st_mode)), Kind::File)?;
        Ok(file.into())
    }

    /// What `name` is, if it is there.
    pub(crate) fn kind(&self, name: &OsStr) -> io::Result<Option<Kind>> {
        match fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(status) => Ok(Some(kind_of(status.st_mode))),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// What is in it, sorted by name; at most one more than `most`.
    pub(crate) fn entries(&self, most: usize) -> io::Result<Vec<(OsString, Kind)>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            if let Some(kind) = self.kind(name)? {
                entries.push((name.to_os_string(), kind));
            }
            if entries.len() > most {
                break;
            }
        }
        entries.sort_by(|(name, _), (other, _)| name.cmp(other));
        Ok(entries)
    }

    /// Locks the folder until this handle is closed; says whether no other process had. Where the file system
    /// has no locks, none is held.
    pub(crate) fn try_lock(&self) -> bool {
        fs::flock(&self.0, FlockOperation::NonBlockingLockExclusive) != Err(Errno::WOULDBLOCK)
    }

    /// Removes the file `name`.
    pub(crate) fn remove(&self, name: &OsStr) -> io::Result<()> {
        Ok(fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    pub(super) fn make_folder(&self, name: &OsStr) -> io::Result<()> {
        Ok(fs::mkdirat(&self.0, name, Mode::from_raw_mode(0o777))?)
    }

    pub(super) fn create_new(&self, name: &OsStr) -> io::Result<File> {
        Ok(fs::openat(&self.0, name, DRAFT | OFlags::NOFOLLOW, Mode::from_raw_mode(0o666))?.into())
    }

    pub(super) fn rename(&self, name: &OsStr, new: &OsStr) -> io::Result<()> {
        Ok(fs::renameat(&self.0, name, &self.0, new)?)
    }
}

fn kind_of(mode: fs::RawMode) -> Kind {
    match FileType::from_raw_mode(mode) {
        FileType::Directory => Kind::Folder,
        FileType::RegularFile => Kind::File,
        FileType::Symlink => Kind::Link,
        _ => Kind::Special,
    }
}
