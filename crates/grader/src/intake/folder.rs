//! A submission that is a folder.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use course::Course;

use super::{MOST_BYTES, Rejection, Source, Submission, Tree, collect, source};

/// Reads the submission in the folder at `path`.
pub(super) fn read(course: &'static Course, path: &Path) -> Submission {
    match fs::read_dir(path) {
        Ok(_) => collect(course, &mut Folder(path.to_path_buf())),
        Err(error) => Submission::unreadable(course, &Rejection::Folder(error).to_string()),
    }
}

struct Folder(PathBuf);

impl Tree for Folder {
    fn tops(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        let mut names: Vec<String> =
            folders.filter_map(|folder| folder.file_name().into_string().ok()).collect();
        names.sort();
        names
    }

    fn has(&self, path: &str) -> bool {
        !matches!(self.kind(path), Err(Rejection::File(error)) if is_absence(&error))
    }

    fn read(&mut self, path: &str) -> Source {
        source(self.kind(path).and_then(|kind| self.bytes(path, kind)))
    }
}

impl Folder {
    /// What `path` is. Each folder on the way must be one, not a link to one.
    fn kind(&self, path: &str) -> Result<FileType, Rejection> {
        let mut whole = self.0.clone();
        let mut parts = path.split('/').peekable();
        loop {
            whole.push(parts.next().expect("a path has a last part, which returns below"));
            let kind = fs::symlink_metadata(&whole).map_err(Rejection::File)?.file_type();
            if kind.is_symlink() {
                return Err(Rejection::Link);
            }
            if parts.peek().is_none() {
                return Ok(kind);
            }
        }
    }

    fn bytes(&self, path: &str, kind: FileType) -> Result<Vec<u8>, Rejection> {
        if !kind.is_file() {
            // Opening a device or a pipe could block for ever, or do something.
            return Err(Rejection::NotRegular);
        }
        let mut bytes = Vec::new();
        let file = File::open(self.0.join(path)).map_err(Rejection::File)?;
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(Rejection::File)?;
        Ok(bytes)
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
