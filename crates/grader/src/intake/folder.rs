//! A submission that is a folder.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use course::Course;

use super::{MOST_BYTES, Source, Submission, Tree, collect, text};

/// Reads the submission in the folder at `path`.
pub(super) fn read(course: &'static Course, path: &Path) -> Submission {
    match fs::read_dir(path) {
        Ok(_) => collect(course, &mut Folder(path.to_path_buf())),
        Err(error) => {
            Submission::unreadable(course, &format!("the folder cannot be read: {error}"))
        }
    }
}

struct Folder(PathBuf);

impl Tree for Folder {
    fn tops(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).into_iter().flatten().flatten();
        let folders = entries.filter(|it| it.file_type().is_ok_and(|kind| kind.is_dir()));
        let mut names: Vec<String> =
            folders.filter_map(|it| it.file_name().into_string().ok()).collect();
        names.sort();
        names
    }

    fn has(&self, path: &str) -> bool {
        !matches!(self.kind(path), Err(error) if is_absence(&error))
    }

    fn read(&mut self, path: &str) -> Source {
        match self.kind(path).and_then(|kind| self.bytes(path, kind)) {
            Ok(bytes) => text(bytes),
            Err(error) => Source::Rejected(format!("the file cannot be read: {error}")),
        }
    }
}

impl Folder {
    /// What `path` is. Each folder on the way must be one, not a link to one.
    fn kind(&self, path: &str) -> io::Result<FileType> {
        let mut whole = self.0.clone();
        let mut parts = path.split('/').peekable();
        loop {
            whole.push(parts.next().expect("a path has a last part, which returns below"));
            let kind = fs::symlink_metadata(&whole)?.file_type();
            if kind.is_symlink() {
                return Err(io::Error::other("it is, or is in, a symbolic link"));
            }
            if parts.peek().is_none() {
                return Ok(kind);
            }
        }
    }

    fn bytes(&self, path: &str, kind: FileType) -> io::Result<Vec<u8>> {
        if !kind.is_file() {
            // Opening a device or a pipe could block for ever, or do something.
            return Err(io::Error::other("it is not a regular file"));
        }
        let mut bytes = Vec::new();
        File::open(self.0.join(path))?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
