//! Folders that are held open, for submissions and for results.
//!
//! 1. A path from the command line is opened once; the links in it are the instructor's own.
//! 2. Everything below is opened relative to that handle, one name at a time, and never through a link. A
//!    folder that is exchanged meanwhile leads nowhere else.
//! 3. Only regular files are read, so that no pipe and no device can block or do something.
//! 4. A file is written as a draft under a new name, which then takes the place of the old file.
//!
//! Elsewhere than on Unix (where nothing is graded, only merged) names are looked at before they are opened.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(not(unix), path = "portable.rs")]
mod handle;

use std::ffi::OsStr;
use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, BufWriter, Write};
use std::path::Path;

pub(crate) use handle::Folder;

/// What a name in a folder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Folder,
    File,
    Link,
    /// A pipe, a device or a socket.
    Special,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Folder => "a folder",
            Self::File => "a file",
            Self::Link => "a symbolic link",
            Self::Special => "a pipe, a device or a socket",
        }
    }

    /// Refuses what is neither absent nor of the kind that is `wanted`.
    fn expect(found: Option<Self>, wanted: Self) -> io::Result<()> {
        match found {
            Some(found) if found != wanted => Err(io::Error::other(format!(
                "it is {}, where {} should be; move it away and try again",
                found.name(),
                wanted.name()
            ))),
            _ => Ok(()),
        }
    }
}

impl Folder {
    /// The folder `name` in this one, made if there is none.
    pub(crate) fn folder_to_write(&self, name: &str) -> io::Result<Self> {
        self.check_place_of_folder(name)?;
        let name = OsStr::new(name);
        match self.make_folder(name) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => self.folder(name),
        }
    }

    /// Fails if something other than a file is in the place of the file `name`.
    pub(crate) fn check_place(&self, name: &str) -> io::Result<()> {
        Kind::expect(self.kind(OsStr::new(name))?, Kind::File)
    }

    /// Fails if something other than a folder is in the place of the folder `name`.
    pub(crate) fn check_place_of_folder(&self, name: &str) -> io::Result<()> {
        Kind::expect(self.kind(OsStr::new(name))?, Kind::Folder)
    }

    /// Writes the file `name` atomically: a draft beside it, then one move. Returns it, open for more.
    ///
    /// # Errors
    /// Those of the file system and of `fill`, or if there is something that is no file: what was at `name` is
    /// untouched then.
    pub(crate) fn replace(
        &self,
        name: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<File> {
        self.check_place(name)?;
        let draft = format!(".draft-{:016x}", RandomState::new().build_hasher().finish());
        let (draft, name) = (OsStr::new(&draft), OsStr::new(name));
        let write = || {
            let mut output = BufWriter::new(self.create_new(draft)?);
            fill(&mut output)?;
            let written = output.into_inner().map_err(io::IntoInnerError::into_error)?;
            self.rename(draft, name)?;
            Ok(written)
        };
        write().inspect_err(|_| drop(self.remove(draft)))
    }

    /// Finds out whether files can be made here, by making one.
    pub(crate) fn check_writable(&self) -> io::Result<()> {
        let probe = ".draft-probe";
        self.replace(probe, |_| Ok(()))?;
        self.remove(OsStr::new(probe))
    }
}

/// The folder and the last name of `path`.
pub(crate) fn split(path: &Path) -> (&Path, &str) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    (folder.unwrap_or(Path::new(".")), name)
}
