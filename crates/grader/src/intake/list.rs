//! The submissions in a folder.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use contract::{Text, say};
use course::Course;
use unicode_normalization::UnicodeNormalization;

use super::contents::{Contents, Ending, Pack, Written, ending_of};
use super::platform::{self, Named, OWN_FILES};
use super::{Rejection, Submission, archive, folder, places, shown};
use crate::Error;
use crate::folder::{Folder, Kind};

/// The most bytes that are read of a list of submitters.
const LONGEST_METADATA: u64 = 64 << 20;

/// A submission that was found but not read yet.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The student: the name of the folder, or of the archive without its ending; or what a learning platform
    /// made of it, without what belongs to a single file.
    pub name: String,
    /// The student's id in the gradebook, if the platform put it into the name.
    pub id: Option<String>,
    /// Whether the platform says that it came late.
    pub is_late: bool,
    /// When the platform says that it was handed in.
    pub written: Option<Written>,
    /// The folder of the class.
    class: Arc<Folder>,
    /// The folders and files that make up the submission, or why it is none.
    parts: Result<Vec<Part>, Text>,
}

/// A folder or a file of a submission, by its name in the folder of the class.
#[derive(Clone, Debug)]
struct Part {
    name: String,
    form: Form,
    /// What the student called it.
    file: String,
}

#[derive(Clone, Debug)]
enum Form {
    Folder,
    Archive(Pack),
    File,
    /// None of these, and why.
    Unusable(Text),
}

impl Entry {
    /// Reads its files of the exercises of `course`.
    pub fn read(&self, course: &'static Course) -> Submission {
        let parts = match &self.parts {
            Ok(parts) => parts,
            Err(why) => return Submission::unreadable(course, why),
        };
        let mut contents = Contents::new(course);
        for part in parts {
            // A single part is the submission; of several, each is told by its name.
            let prefix = if let [_] = parts.as_slice() { "" } else { &part.file };
            if let Err(rejection) = self.read_part(part, prefix, &mut contents) {
                let rejection =
                    if prefix.is_empty() { rejection } else { rejection.inside(prefix) };
                return Submission::unreadable(course, &rejection.text());
            }
        }
        let submission = places::collect(course, contents);
        Submission { written: self.written.or(submission.written), ..submission }
    }

    fn read_part(
        &self,
        part: &Part,
        prefix: &str,
        contents: &mut Contents,
    ) -> Result<(), Rejection> {
        let name = OsStr::new(&part.name);
        match part.form {
            Form::Folder => {
                let inner = self.class.folder(name).map_err(Rejection::Folder)?;
                folder::read(contents, prefix, &inner, 0)
            }
            Form::Archive(pack) => {
                let file = self.class.file(name).map_err(Rejection::Unopened)?;
                archive::read_file(contents, prefix, pack, file, 1)
            }
            Form::File => {
                contents.see()?;
                folder::read_file(contents, &self.class, &part.name, part.file.clone())
            }
            Form::Unusable(ref why) => Err(Rejection::Unusable(why.clone())),
        }
    }
}

/// The contents of a folder of submissions.
#[derive(Debug)]
pub struct Listing {
    /// The submissions, sorted by name, each name once.
    pub entries: Vec<Entry>,
    /// Files that belong to no student.
    pub strays: Vec<String>,
    /// Folders and archives that are hidden: their names begin with a dot.
    pub hidden: Vec<String>,
}

/// What systems and programs leave behind; it is not worth a word.
const LITTER: [&str; 12] = [
    "__MACOSX",
    "Thumbs.db",
    "desktop.ini",
    ".git",
    ".github",
    ".hg",
    ".idea",
    ".svn",
    ".vscode",
    ".fseventsd",
    ".Spotlight-V100",
    ".Trashes",
];

/// What belongs to one student, so far.
struct Student {
    name: String,
    named: Option<Named>,
    parts: Vec<Part>,
}

/// Lists the submissions in `path`.
///
/// # Errors
/// If it is not a folder, cannot be read, or holds no submission.
pub fn list(path: &Path) -> Result<Listing, Error> {
    if path.is_file() {
        return Err(Error::ClassIsFile(path.to_path_buf()));
    }
    let class = Arc::new(Folder::open(path).map_err(Error::given(path))?);
    let entries = class.entries(usize::MAX).map_err(Error::given(path))?;
    let submitters = submitters(&class);
    let mut students: BTreeMap<String, Student> = BTreeMap::new();
    let (mut strays, mut hidden) = (Vec::new(), Vec::new());
    for (raw, kind) in entries {
        let (name, is_text) = text_of(raw);
        // `._ada.zip` is what macOS adds to `ada.zip`.
        if LITTER.contains(&&*name) || name.starts_with("._") {
            continue;
        }
        let mut named = platform::named(&name).filter(|named| {
            // A file has a name of its own; a folder may be what somebody unpacked.
            is_text && (kind == Kind::Folder || !named.file.is_empty())
        });
        if let Some(submitter) = submitters.get(&name).filter(|_| kind == Kind::Folder) {
            let number = name.trim_start_matches("submission_");
            named = Some(Named {
                student: format!("{}_{number}", submitter.name),
                id: submitter.id.clone(),
                file: String::new(),
                is_late: false,
                written: None,
            });
        }
        let form = form_of(&name, kind, is_text, named.is_some());
        match form {
            Some(_) if name.starts_with('.') => hidden.push(name),
            Some((student, form)) => {
                let student = named.as_ref().map_or(student, |named| named.student.clone());
                let file = named.as_ref().map(|named| named.file.clone());
                let file = file.filter(|file| !file.is_empty()).unwrap_or_else(|| name.clone());
                let known = students.entry(folded(&student)).or_insert_with(|| Student {
                    name: student,
                    named: None,
                    parts: Vec::new(),
                });
                if let (Some(known), Some(named)) = (&mut known.named, &named) {
                    known.is_late |= named.is_late;
                }
                known.named = known.named.take().or(named);
                known.parts.push(Part { name, form, file });
            }
            None if name.starts_with('.') || OWN_FILES.contains(&&*name) => {}
            None => strays.push(name),
        }
    }
    if students.is_empty() {
        return Err(Error::NoSubmission(path.to_path_buf()));
    }
    let mut entries: Vec<Entry> =
        students.into_values().map(|student| student.entry(&class)).collect();
    entries.sort_by(|entry, other| entry.name.cmp(&other.name));
    Ok(Listing { entries, strays, hidden })
}

impl Student {
    fn entry(self, class: &Arc<Folder>) -> Entry {
        let Self { name, named, parts } = self;
        let id = named.as_ref().map(|named| named.id.clone()).filter(|id| !id.is_empty());
        let parts = match parts.as_slice() {
            [Part { form: Form::Unusable(why), .. }] => Err(why.clone()),
            // A platform hands over what a student handed in file by file.
            [_] => Ok(parts),
            _ if named.is_some() => Ok(parts),
            _ => {
                let names: Vec<String> = parts.iter().map(|part| shown(&part.name)).collect();
                let (en, ko) = (names.join(" and "), names.join(", "));
                Err(say!(
                    "there are two submissions of this name, {en}; keep one",
                    "이름이 같은 제출물이 둘 있습니다({ko}). 하나만 남기세요"
                ))
            }
        };
        let is_late = named.as_ref().is_some_and(|named| named.is_late);
        let written = named.and_then(|named| named.written);
        Entry { name, id, is_late, written, class: Arc::clone(class), parts }
    }
}

/// Whose folder is whose, if Gradescope says so.
fn submitters(class: &Folder) -> BTreeMap<String, platform::Submitter> {
    let mut bytes = Vec::new();
    let read = class
        .file(OsStr::new(OWN_FILES[0]))
        .and_then(|file| file.take(LONGEST_METADATA).read_to_end(&mut bytes));
    if read.is_err() {
        return BTreeMap::new();
    }
    platform::submitters(&String::from_utf8_lossy(&bytes))
}

/// A name as the most careless file system keeps it.
fn folded(name: &str) -> String {
    name.nfkd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfkd().collect()
}

/// `name` as text, and whether it is UTF-8. What is not is shown as escapes.
fn text_of(name: OsString) -> (String, bool) {
    match name.into_string() {
        Ok(name) => (name, true),
        Err(raw) => (raw.as_encoded_bytes().escape_ascii().to_string(), false),
    }
}

/// The student and the form of a submission that is called `name`, if it is one; `is_named` says whether a
/// platform gave it the name of a student.
fn form_of(name: &str, kind: Kind, is_text: bool, is_named: bool) -> Option<(String, Form)> {
    let unusable =
        |student: &str, en, ko| Some((student.to_string(), Form::Unusable(Text::fixed(en, ko))));
    if !is_text {
        return unusable(
            name,
            "its name is not UTF-8; rename it and grade again",
            "이름이 UTF-8이 아닙니다. 이름을 바꾸고 다시 채점하세요",
        );
    }
    match kind {
        Kind::Link => unusable(
            name,
            "it is a symbolic link, which is not followed",
            "심볼릭 링크는 따라가지 않습니다",
        ),
        Kind::Folder => Some((name.to_string(), Form::Folder)),
        Kind::File => match ending_of(name) {
            // An archive without a name is hidden, as `.zip`.
            Ending::Archive(pack, "") => Some((name.to_string(), Form::Archive(pack))),
            Ending::Archive(pack, student) => Some((student.to_string(), Form::Archive(pack))),
            _ if is_named => Some((name.to_string(), Form::File)),
            Ending::Unread(student) => unusable(
                if student.is_empty() { name } else { student },
                "an archive of this kind is not read; hand in a .zip or a .tar.gz",
                "이런 압축 파일은 읽지 않습니다. .zip이나 .tar.gz로 제출하세요",
            ),
            Ending::Other => None,
        },
        Kind::Special => None,
    }
}
