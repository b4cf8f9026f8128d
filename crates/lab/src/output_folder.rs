//! Writes the files of a result atomically.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// A file of a result: its name and its bytes.
pub type NamedFile = (String, Vec<u8>);

/// A folder that can be written to, with a folder for drafts inside, which is removed on drop.
pub struct OutputFolder {
    path: PathBuf,
    drafts: PathBuf,
}

impl OutputFolder {
    /// The folder `path`, created if it is missing.
    ///
    /// # Errors
    /// If it cannot be written to: that is found out now, before a long experiment is run.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let drafts = path.join(format!(".lab-{}", std::process::id()));
        fs::create_dir_all(&drafts).map_err(Error::unwritable(path))?;
        Ok(Self { path: path.to_path_buf(), drafts })
    }

    /// Where the files go.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes all of `files` as drafts, then moves them to their places in this order, so that a
    /// page that comes last never shows a picture that is missing.
    ///
    /// # Errors
    /// If a file cannot be written or moved.
    pub fn put(&self, files: &[NamedFile]) -> Result<(), Error> {
        for (name, content) in files {
            let draft = self.drafts.join(name);
            fs::write(&draft, content).map_err(Error::unwritable(&draft))?;
        }
        for (name, _) in files {
            let path = self.path.join(name);
            fs::rename(self.drafts.join(name), &path).map_err(Error::unwritable(&path))?;
        }
        Ok(())
    }
}

impl Drop for OutputFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.drafts);
    }
}
