//! The journal of a run: each submission is on disk as soon as it is graded, so that even `kill -9` loses only
//! those that were being graded.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde_derive::{Deserialize, Serialize};

use super::Graded;
use crate::Error;
use crate::folder::Folder;
use crate::results::Header;

const NAME: &str = "journal.jsonl";

/// A journal that is being written.
pub(super) struct Journal {
    path: PathBuf,
    folder: Folder,
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
    /// Those of the file system, or if something other than a file is in its place.
    pub(super) fn begin(folder: &Path, header: &Header) -> Result<Self, Error> {
        let mut journal = Self::with_text(folder, "")?;
        journal.write_line(&First { journal: header.clone() })?;
        Ok(journal)
    }

    /// A journal that holds `text` so far, in the place of the one that was there. Nothing is ever added to a
    /// file that somebody else may have put there.
    fn with_text(folder: &Path, text: &str) -> Result<Self, Error> {
        let path = path(folder);
        let open = || {
            let folder = Folder::open(folder)?;
            let file = folder.replace(NAME, |output| output.write_all(text.as_bytes()))?;
            Ok((folder, file))
        };
        let (folder, file) = open().map_err(Error::file(&path))?;
        Ok(Self { path, folder, file })
    }

    /// The journal of an interrupted run in `folder` and what it had graded, if there is one; a last
    /// line that is cut off is forgotten.
    ///
    /// # Errors
    /// If it cannot be read, or is that of a run with another `header`.
    pub(super) fn resume(folder: &Path, header: &Header) -> Result<Option<Interrupted>, Error> {
        let path = path(folder);
        let Some(text) = read(folder).map_err(Error::file(&path))? else { return Ok(None) };
        let mut lines = text.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        let Some((line, first)) =
            lines.next().and_then(|line| Some((line, serde_json::from_str::<First>(line).ok()?)))
        else {
            return Ok(None);
        };
        if first.journal != *header {
            return Err(Error::OtherRun(folder.to_path_buf()));
        }
        let (mut known, mut whole) = (BTreeMap::new(), line.len());
        for line in lines {
            let Ok(graded) = serde_json::from_str::<Graded>(line) else { break };
            whole += line.len();
            known.insert(graded.result.submission.clone(), graded);
        }
        Ok(Some((Self::with_text(folder, &text[..whole])?, known)))
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
        self.folder.remove(NAME.as_ref()).map_err(Error::file(&self.path))
    }

    fn write_line(&mut self, value: &impl serde::Serialize) -> Result<(), Error> {
        let line = serde_json::to_string(value).map_err(io::Error::from);
        line.and_then(|line| self.file.write_all(format!("{line}\n").as_bytes()))
            .map_err(Error::file(&self.path))
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// The text of the journal in `folder`, if there is one.
fn read(folder: &Path) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    match Folder::open(folder).and_then(|folder| folder.file(NAME.as_ref())) {
        Ok(mut file) => file.read_to_end(&mut bytes)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The seed of the interrupted run in `folder`, if there is one.
pub fn seed_of(folder: &Path) -> Option<u64> {
    let text = read(folder).ok()??;
    let first = serde_json::from_str::<First>(text.lines().next()?).ok()?;
    Some(first.journal.seed)
}
