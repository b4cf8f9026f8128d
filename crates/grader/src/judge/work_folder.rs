//! Folders to work in, which do not outlive the grader, however it ends.
//!
//! 1. Each judge has a folder of its own below `target/grader`, and beside it a lock file that it holds.
//! 2. Each lesson that is judged gets a new folder in there, removed with the [`WorkFolder`].
//! 3. The system releases the lock even when the grader is killed, so the next judge removes the folders whose
//!    lock it can take.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::Error;

/// The beginning of the names of the judges' folders.
const PREFIX: &str = "work-";

/// The work folders of one judge, in a folder of their own.
pub(super) struct WorkFolders {
    folder: PathBuf,
    /// Held as long as the judge lives.
    _lock: File,
    count: AtomicUsize,
}

impl WorkFolders {
    /// A folder for the work folders of a judge, below `target`. Those of graders that were killed are removed.
    pub(super) fn open(target: &Path) -> Result<Self, Error> {
        // A process may have several judges.
        static JUDGES: AtomicUsize = AtomicUsize::new(0);
        fs::create_dir_all(target).map_err(Error::file(target))?;
        remove_left_behind(target);
        let number = JUDGES.fetch_add(1, Ordering::Relaxed);
        let folder = target.join(format!("{PREFIX}{}-{number}", std::process::id()));
        // Before the folder is there, so that no other judge takes it for one that was left behind.
        let lock = lock_of(&folder);
        let lock = File::create(&lock).map_err(Error::file(&lock))?;
        let _ = lock.try_lock();
        fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
        Ok(Self { folder, _lock: lock, count: AtomicUsize::new(0) })
    }

    /// A new, empty folder.
    pub(super) fn create(&self) -> Result<WorkFolder, Error> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.join(number.to_string());
        fs::create_dir_all(&path).map_err(Error::file(&path))?;
        Ok(WorkFolder { path })
    }
}

impl Drop for WorkFolders {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

/// A folder for one lesson of one submission, gone with the value.
pub(super) struct WorkFolder {
    pub(super) path: PathBuf,
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// Removes folders that no grader works in any more.
fn remove_left_behind(target: &Path) {
    for entry in fs::read_dir(target).into_iter().flatten().flatten() {
        let folder = entry.path();
        let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX) && folder.is_dir();
        if is_ours && is_left_behind(&folder) {
            remove(&folder);
        }
    }
}

fn is_left_behind(folder: &Path) -> bool {
    match File::open(lock_of(folder)) {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

fn remove(folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    let _ = fs::remove_file(lock_of(folder));
}

fn lock_of(folder: &Path) -> PathBuf {
    folder.with_extension("lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_grader_left_is_removed_and_what_is_in_use_is_not() {
        let target = tempfile::tempdir().unwrap();
        let left = target.path().join("work-1-0");
        fs::create_dir_all(left.join("3")).unwrap();
        fs::write(lock_of(&left), "").unwrap();
        let older = target.path().join("work-2");
        fs::create_dir(&older).unwrap();
        let other = target.path().join("libraries");
        fs::create_dir(&other).unwrap();
        let used = WorkFolders::open(target.path()).unwrap();
        let folder = used.create().unwrap();
        assert!(!left.exists() && !lock_of(&left).exists() && !older.exists() && other.exists());
        let next = WorkFolders::open(target.path()).unwrap();
        assert!(folder.path.exists() && next.create().unwrap().path != folder.path);
        drop((folder, used, next));
        assert_eq!(fs::read_dir(target.path()).unwrap().count(), 1);
    }
}
