//! The journal of a run: what is graded is on disk at once, so that an interruption, however rude,
//! loses at most the submissions in flight.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_derive::{Deserialize, Serialize};

use super::Graded;
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
    pub(super) fn begin(folder: &Path, header: &Header) -> io::Result<Self> {
        let path = path(folder);
        let file = File::create(&path)?;
        let mut journal = Self { path, file };
        journal.line(&First { journal: header.clone() })?;
        Ok(journal)
    }

    /// The journal of an interrupted run in `folder` and what it had graded, if there is one; a last
    /// line that is cut off is forgotten.
    ///
    /// # Errors
    /// If it cannot be read, or is that of a run with another `header`.
    pub(super) fn resume(folder: &Path, header: &Header) -> Result<Option<Interrupted>, String> {
        let path = path(folder);
        let shown = path.display();
        let text = match fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("{shown}: {error}")),
        };
        let mut lines = text.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        let Some(first) = lines.next().and_then(|line| serde_json::from_str::<First>(line).ok())
        else {
            return Ok(None);
        };
        if first.journal != *header {
            return Err(format!(
                "the interrupted run in {} was another one (suite, compiler, seed, sandbox, part \
                 or language differ); grade again without --resume",
                folder.display()
            ));
        }
        let mut known = BTreeMap::new();
        let mut whole = text.split_inclusive('\n').next().map_or(0, str::len);
        for line in lines {
            let Ok(graded) = serde_json::from_str::<Graded>(line) else { break };
            whole += line.len();
            known.insert(graded.result.submission.clone(), graded);
        }
        let reopen = || {
            let file = OpenOptions::new().append(true).open(&path)?;
            file.set_len(whole as u64)?;
            Ok(Self { path: path.clone(), file })
        };
        reopen().map(|it| Some((it, known))).map_err(|error: io::Error| format!("{shown}: {error}"))
    }

    /// Writes down what was graded.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn add(&mut self, graded: &Graded) -> io::Result<()> {
        self.line(graded)
    }

    /// Removes it: the results are written.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn end(self) -> io::Result<()> {
        fs::remove_file(self.path)
    }

    fn line(&mut self, value: &impl serde::Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(value)?;
        line.push(b'\n');
        self.file.write_all(&line)
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("journal.jsonl")
}
