//! The journal of a run: each submission is on disk as soon as it is graded, so that even `kill -9` loses only
//! those that were being graded.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_derive::{Deserialize, Serialize};

use super::Graded;
use crate::Error;
use crate::results::Header;

/// A journal that is being written.
pub(super) struct Journal {
    path: PathBuf,
    file: File,
}

#[derive(Serialize, Deserialize)]
struct First {
    journal: Header,
}

/// The journal of an interrupted run, and what that run had graded, by name.
pub(super) type Interrupted = (Journal, BTreeMap<String, Graded>);

impl Journal {
    /// A new journal in `folder` for a run with `header`.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn begin(folder: &Path, header: &Header) -> Result<Self, Error> {
        let path = path(folder);
        let file = File::create(&path).map_err(Error::file(&path))?;
        let mut journal = Self { path, file };
        journal.write_line(&First { journal: header.clone() })?;
        Ok(journal)
    }

    /// The journal of an interrupted run in `folder` and what it had graded, if there is one; a last
    /// line that is cut off is forgotten.
    ///
    /// # Errors
    /// If it cannot be read, or is that of a run with another `header`.
    pub(super) fn resume(folder: &Path, header: &Header) -> Result<Option<Interrupted>, Error> {
        let path = path(folder);
        let text = match fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(Error::file(&path)(error)),
        };
        let mut lines = text.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        let Some(first) = lines.next().and_then(|line| serde_json::from_str::<First>(line).ok())
        else {
            return Ok(None);
        };
        if first.journal != *header {
            return Err(Error::OtherRun(folder.to_path_buf()));
        }
        let mut known = BTreeMap::new();
        let mut whole = text.split_inclusive('\n').next().map_or(0, str::len);
        for line in lines {
            let Ok(graded) = serde_json::from_str::<Graded>(line) else { break };
            whole += line.len();
            known.insert(graded.result.submission.clone(), graded);
        }
        let file = OpenOptions::new().append(true).open(&path).map_err(Error::file(&path))?;
        file.set_len(whole as u64).map_err(Error::file(&path))?;
        Ok(Some((Self { path, file }, known)))
    }

    /// Adds a submission.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn add(&mut self, graded: &Graded) -> Result<(), Error> {
        self.write_line(graded)
    }

    /// Removes the journal, once the results are written.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn end(self) -> Result<(), Error> {
        fs::remove_file(&self.path).map_err(Error::file(&self.path))
    }

    fn write_line(&mut self, value: &impl serde::Serialize) -> Result<(), Error> {
        let line = serde_json::to_string(value).map_err(io::Error::from);
        line.and_then(|line| self.file.write_all(format!("{line}\n").as_bytes()))
            .map_err(Error::file(&self.path))
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("journal.jsonl")
}
