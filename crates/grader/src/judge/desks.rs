//! Folders to work in, which do not outlive the grader, however it ends.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The beginning of the names of all folders of desks.
const PREFIX: &str = "desks-";

/// The desks of one judge, in a folder of their own.
pub(super) struct Desks {
    folder: PathBuf,
    /// Held as long as the judge lives; the system lets go of it even when the grader is killed.
    _lock: File,
    count: AtomicUsize,
}

impl Desks {
    /// A folder for desks below `target`. Those of graders that were killed are removed.
    pub(super) fn open(target: &Path) -> io::Result<Self> {
        // A process may have several judges.
        static JUDGES: AtomicUsize = AtomicUsize::new(0);
        fs::create_dir_all(target)?;
        sweep(target);
        let number = JUDGES.fetch_add(1, Ordering::Relaxed);
        let folder = target.join(format!("{PREFIX}{}-{number}", std::process::id()));
        // Before the folder is there, so that nobody takes it for one that was left behind.
        let lock = File::create(lock_of(&folder))?;
        let _ = lock.try_lock();
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, _lock: lock, count: AtomicUsize::new(0) })
    }

    /// A new, empty desk.
    pub(super) fn desk(&self) -> io::Result<Desk> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let path = self.folder.join(number.to_string());
        fs::create_dir_all(&path)?;
        Ok(Desk(path))
    }
}

impl Drop for Desks {
    fn drop(&mut self) {
        remove(&self.folder);
    }
}

/// A folder for one lesson of one submission, gone with the value.
pub(super) struct Desk(pub(super) PathBuf);

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes folders that no grader works in any more.
fn sweep(target: &Path) {
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
        let left = target.path().join("desks-1-0");
        fs::create_dir_all(left.join("3")).unwrap();
        fs::write(lock_of(&left), "").unwrap();
        let older = target.path().join("desks-2");
        fs::create_dir(&older).unwrap();
        let other = target.path().join("libraries");
        fs::create_dir(&other).unwrap();
        let used = Desks::open(target.path()).unwrap();
        let desk = used.desk().unwrap();
        assert!(!left.exists() && !lock_of(&left).exists() && !older.exists() && other.exists());
        let next = Desks::open(target.path()).unwrap();
        assert!(desk.0.exists() && next.desk().unwrap().0 != desk.0);
        drop((desk, used, next));
        assert_eq!(fs::read_dir(target.path()).unwrap().count(), 1);
    }
}
