//! What a submission holds that may count, read within bounds, whatever it came in.
//!
//! Walkers of folders and archives offer every path; what does not count is passed over, however much there is of
//! it. Texts are read at once, because an archive in an archive is not there a second time.

use std::io::{self, Read};

use course::{Course, Exercise};

use super::{MOST_BYTES, MOST_CANDIDATES, MOST_ENTRIES, MOST_TEXT, Rejection};

/// Folders in which nothing that a student wrote counts: what is built, and the course's own.
const PASSED_OVER: [&str; 6] = ["__macosx", "benches", "crates", "given", "node_modules", "target"];
/// Archives that are not read, by their endings.
const UNREAD: [&str; 8] = [".7z", ".bz2", ".gz", ".rar", ".tar.xz", ".xz", ".zst", ".alz"];
/// How deep an archive may lie in another: a zip of what a student zipped.
const MOST_ARCHIVES: usize = 2;

/// Something that may count, by its path as it stands there.
pub(super) struct File {
    pub(super) path: String,
    pub(super) content: Content,
    /// When it was written, where the archive says so.
    pub(super) written: Option<Written>,
}

pub(super) enum Content {
    Bytes(Vec<u8>),
    Link,
    /// A folder, a pipe or a device.
    Special,
    /// Only its name counts.
    Name,
    Failed(Rejection),
}

/// When a file was written, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Written {
    /// By the clock on the student's wall, as zips have it.
    Local(i64),
    /// By Greenwich, as tars have it.
    Universal(i64),
}

/// What to do with a file at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Want {
    /// Read it.
    Text,
    /// Keep its name.
    Name,
    /// Look into it.
    Archive(Pack),
    Nothing,
}

/// How an archive is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pack {
    Zip,
    Tar,
    GzippedTar,
}

/// What the ending of a file's name says.
pub(super) enum Ending<'n> {
    /// An archive, and the name without the ending.
    Archive(Pack, &'n str),
    /// An archive that is not read, and the name without the ending.
    Unread(&'n str),
    Other,
}

/// What the ending of `name` says.
pub(super) fn ending_of(name: &str) -> Ending<'_> {
    let without = |ending: &str| {
        let at = name.len().checked_sub(ending.len()).filter(|at| name.is_char_boundary(*at))?;
        name[at..].eq_ignore_ascii_case(ending).then_some(&name[..at])
    };
    let packs = [
        (".zip", Pack::Zip),
        (".tar.gz", Pack::GzippedTar),
        (".tgz", Pack::GzippedTar),
        (".tar", Pack::Tar),
    ];
    if let Some((stem, pack)) =
        packs.into_iter().find_map(|(ending, pack)| Some((without(ending)?, pack)))
    {
        return Ending::Archive(pack, stem);
    }
    UNREAD.into_iter().find_map(without).map_or(Ending::Other, Ending::Unread)
}

/// `name` without the ending of an archive.
pub fn stem(name: &str) -> &str {
    match ending_of(name) {
        Ending::Archive(_, stem) | Ending::Unread(stem) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// What was found in a submission.
pub(super) struct Contents<'c> {
    course: &'c Course,
    pub(super) files: Vec<File>,
    /// Archives that were not looked into.
    pub(super) unread: Vec<String>,
    /// How many files and folders were seen, and how many bytes read.
    seen: usize,
    bytes: u64,
}

impl<'c> Contents<'c> {
    pub(super) fn new(course: &'c Course) -> Self {
        Self { course, files: Vec::new(), unread: Vec::new(), seen: 0, bytes: 0 }
    }

    /// Whether there is nothing at all in the submission.
    pub(super) fn is_empty(&self) -> bool {
        self.seen == 0
    }

    /// Counts a file or folder that is passed over or not.
    ///
    /// # Errors
    /// If there are too many.
    pub(super) fn see(&mut self) -> Result<(), Rejection> {
        self.seen += 1;
        if self.seen > MOST_ENTRIES { Err(Rejection::ManyEntries) } else { Ok(()) }
    }

    /// Refuses a `path` that leaves what it lies in and looks like the file of an exercise.
    ///
    /// # Errors
    /// If it does.
    pub(super) fn check_inside(&self, path: &str) -> Result<(), Rejection> {
        match parts(path) {
            Err(parts) if parts.last().is_some_and(|name| self.exercise(name).is_some()) => {
                Err(Rejection::Outside(path.to_string()))
            }
            _ => Ok(()),
        }
    }

    /// What to do with a file at `path`, which lies in `archives` archives.
    pub(super) fn want(&mut self, path: &str, archives: usize) -> Want {
        let Ok(parts) = parts(path) else { return Want::Nothing };
        let Some((name, folders)) = parts.split_last() else { return Want::Nothing };
        if folders.iter().any(|folder| is_passed_over(folder)) || name.starts_with('.') {
            return Want::Nothing;
        }
        if self.exercise(name).is_some() {
            return Want::Text;
        }
        match ending_of(name) {
            Ending::Archive(pack, _) if archives < MOST_ARCHIVES => Want::Archive(pack),
            Ending::Archive(..) | Ending::Unread(_) => {
                self.unread.push(path.to_string());
                Want::Nothing
            }
            Ending::Other => {
                let is_rust = std::path::Path::new(name).extension().is_some_and(|e| e == "rs");
                let is_near = is_rust || is_like_any(self.course, name);
                if is_near { Want::Name } else { Want::Nothing }
            }
        }
    }

    /// Whether a link, or something that cannot be opened, at `path` hides files that count.
    pub(super) fn hides_files(&self, path: &str) -> bool {
        let Ok(parts) = parts(path) else { return false };
        let is_open = !parts.iter().any(|part| is_passed_over(part));
        is_open
            && parts.last().is_some_and(|name| {
                self.exercise(name).is_some() || is_on_the_way(self.course, name)
            })
    }

    /// Keeps what is at `path`.
    ///
    /// # Errors
    /// If there is too much.
    pub(super) fn add(
        &mut self,
        path: String,
        content: Content,
        written: Option<Written>,
    ) -> Result<(), Rejection> {
        self.files.push(File { path, content, written });
        if self.files.len() > MOST_CANDIDATES { Err(Rejection::ManyEntries) } else { Ok(()) }
    }

    /// Reads the text at `path`; it may claim any size, and no more than one byte beyond the bound is read.
    ///
    /// # Errors
    /// If there is too much text in the submission.
    pub(super) fn read(
        &mut self,
        path: String,
        source: impl Read,
        written: Option<Written>,
        failed: impl FnOnce(io::Error) -> Rejection,
    ) -> Result<(), Rejection> {
        let mut bytes = Vec::new();
        let content = match source.take(MOST_BYTES + 1).read_to_end(&mut bytes) {
            Err(error) => Content::Failed(failed(error)),
            Ok(_) if bytes.len() as u64 > MOST_BYTES => Content::Failed(Rejection::LargeFile),
            Ok(_) => {
                self.bytes += bytes.len() as u64;
                Content::Bytes(bytes)
            }
        };
        if self.bytes > MOST_TEXT {
            return Err(Rejection::ManyEntries);
        }
        self.add(path, content, written)
    }

    /// The exercise whose file is called `name`, in small letters.
    fn exercise(&self, name: &str) -> Option<&'c Exercise> {
        let stem = name.strip_suffix(".rs")?;
        self.course.exercises().iter().find(|exercise| exercise.name() == stem)
    }
}

/// Whether nothing in a folder of this name, in small letters, counts.
pub(super) fn is_passed_over(folder: &str) -> bool {
    folder.starts_with('.') || PASSED_OVER.contains(&folder)
}

/// Whether a folder of this name is one above the file of an exercise.
fn is_on_the_way(course: &Course, name: &str) -> bool {
    ["exercises", "src"].contains(&name)
        || course.lessons().iter().any(|lesson| lesson.name() == name)
}

/// The parts of `path`, in small letters: what two file systems may take for the same.
///
/// # Errors
/// The parts after the last `..` that leaves the submission.
pub(super) fn parts(path: &str) -> Result<Vec<String>, Vec<String>> {
    let (mut parts, mut is_outside) = (Vec::new(), false);
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => is_outside |= parts.pop().is_none(),
            part => parts.push(part.to_lowercase()),
        }
    }
    if is_outside { Err(parts) } else { Ok(parts) }
}

/// Whether `name` is that of the file of `exercise`, or what programs make of it: `relu.rs.txt`, `relu (1).rs`.
pub(super) fn is_like(name: &str, exercise: &Exercise) -> bool {
    let rest = name.strip_prefix(exercise.name());
    rest.is_some_and(|rest| {
        rest.starts_with(['.', ' ', '(', '-', '~']) && (rest.contains(".rs") || rest == ".txt")
    })
}

fn is_like_any(course: &Course, name: &str) -> bool {
    course.exercises().iter().any(|exercise| is_like(name, exercise))
}
