//! The submissions in a folder.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::sync::Arc;

use course::Course;

use super::{Submission, archive, folder, shown};
use crate::Error;
use crate::folder::{Folder, Kind};

/// A submission that was found but not read yet.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The student: the name of the folder, or of the zip without its ending.
    pub name: String,
    /// The folder of the class.
    class: Arc<Folder>,
    form: Form,
}

/// What a submission is, with its name in the folder of the class.
#[derive(Clone, Debug)]
enum Form {
    Folder(String),
    Archive(String),
    /// Neither, and why.
    Unusable(String),
}

impl Entry {
    /// Reads its files of the exercises of `course`.
    pub fn read(&self, course: &'static Course) -> Submission {
        match &self.form {
            Form::Folder(name) => folder::read(course, self.class.folder(OsStr::new(name))),
            Form::Archive(name) => match self.class.file(OsStr::new(name)) {
                Ok(file) => archive::read(course, file),
                Err(error) => {
                    Submission::unreadable(course, &format!("the zip cannot be read: {error}"))
                }
            },
            Form::Unusable(why) => Submission::unreadable(course, why),
        }
    }
}

/// The contents of a folder of submissions.
#[derive(Debug)]
pub struct Listing {
    /// The submissions, sorted by name, each name once.
    pub entries: Vec<Entry>,
    /// Files that are neither a folder nor a zip.
    pub strays: Vec<String>,
    /// Folders and zips that are hidden: their names begin with a dot.
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
    let mut found: BTreeMap<String, Vec<(String, Form)>> = BTreeMap::new();
    let (mut strays, mut hidden) = (Vec::new(), Vec::new());
    for (raw, kind) in entries {
        let (name, is_text) = text_of(raw);
        let form = form_of(&name, kind, is_text);
        // `._ada.zip` is what macOS adds to `ada.zip`.
        if LITTER.contains(&&*name) || name.starts_with("._") {
            continue;
        }
        match form {
            Some(_) if name.starts_with('.') => hidden.push(name),
            Some((student, form)) => found.entry(student).or_default().push((name, form)),
            None if name.starts_with('.') => {}
            None => strays.push(name),
        }
    }
    if found.is_empty() {
        return Err(Error::NoSubmission(path.to_path_buf()));
    }
    let entry = |(name, forms)| Entry { name, class: Arc::clone(&class), form: only(forms) };
    Ok(Listing { entries: found.into_iter().map(entry).collect(), strays, hidden })
}

/// `name` as text, and whether it is UTF-8. What is not is shown as escapes.
fn text_of(name: OsString) -> (String, bool) {
    match name.into_string() {
        Ok(name) => (name, true),
        Err(raw) => (raw.as_encoded_bytes().escape_ascii().to_string(), false),
    }
}

/// The student and the form of a submission that is called `name`, if it is one.
fn form_of(name: &str, kind: Kind, is_text: bool) -> Option<(String, Form)> {
    let unusable = |why: &str| Some((name.to_string(), Form::Unusable(why.to_string())));
    if !is_text {
        return unusable("its name is not UTF-8; rename it and grade again");
    }
    match kind {
        Kind::Link => unusable("it is a symbolic link, which is not followed"),
        Kind::Folder => Some((name.to_string(), Form::Folder(name.to_string()))),
        Kind::File => {
            let (student, ending) = name.rsplit_once('.')?;
            // A zip without a name is hidden, as `.zip`.
            let student = if student.is_empty() { name } else { student };
            let is_zip = ending.eq_ignore_ascii_case("zip");
            is_zip.then(|| (student.to_string(), Form::Archive(name.to_string())))
        }
        Kind::Special => None,
    }
}

/// The form of the only submission of a student.
fn only(forms: Vec<(String, Form)>) -> Form {
    match <[(String, Form); 1]>::try_from(forms) {
        Ok([(_, form)]) => form,
        Err(forms) => {
            let names: Vec<String> = forms.iter().map(|(name, _)| shown(name)).collect();
            let names = names.join(" and ");
            Form::Unusable(format!("there are two submissions of this name, {names}; keep one"))
        }
    }
}
