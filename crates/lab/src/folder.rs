//! Where results are put: all files of a result appear, or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A file of a result: its name and what is in it.
pub type Named = (String, Vec<u8>);

/// A folder that can be written to, with a workbench inside it that is gone afterwards.
pub struct Folder {
    path: PathBuf,
    bench: PathBuf,
}

/// A folder or file that could not be written, and why.
#[derive(Debug)]
pub struct Unwritable {
    /// The folder or file.
    pub path: PathBuf,
    /// Why not.
    pub error: io::Error,
}

impl Folder {
    /// The folder `path`, made if it is not there. Whether it can be written to is found out now,
    /// before anything long is run.
    pub fn open(path: &Path) -> Result<Self, Unwritable> {
        let bench = path.join(format!(".lab-{}", std::process::id()));
        let failed = |error| Unwritable { path: path.to_path_buf(), error };
        fs::create_dir_all(path).map_err(failed)?;
        fs::create_dir_all(&bench).map_err(failed)?;
        Ok(Self { path: path.to_path_buf(), bench })
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Puts `files` here. All are written beside each other first and then moved to their places
    /// in this order, so that a page that comes last never shows a picture that is not there.
    pub fn put(&self, files: &[Named]) -> Result<(), Unwritable> {
        for (name, content) in files {
            let path = self.bench.join(name);
            fs::write(&path, content).map_err(|error| Unwritable { path, error })?;
        }
        for (name, _) in files {
            let path = self.path.join(name);
            let moved = fs::rename(self.bench.join(name), &path);
            moved.map_err(|error| Unwritable { path, error })?;
        }
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.bench);
    }
}
