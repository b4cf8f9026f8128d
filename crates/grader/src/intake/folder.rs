//! Folders, walked through handles: no link is followed, and nothing but a regular file is opened.

use std::ffi::OsStr;

use super::contents::{Content, Contents, Want, is_passed_over};
use super::{MOST_DEPTH, MOST_ENTRIES, Rejection, archive, join};
use crate::folder::{Folder, Kind};

/// Reads what counts in `folder`, whose paths begin with `prefix`.
pub(super) fn read(
    contents: &mut Contents,
    prefix: &str,
    folder: &Folder,
    depth: usize,
) -> Result<(), Rejection> {
    let entries = folder.entries(MOST_ENTRIES).map_err(Rejection::Folder)?;
    for (name, kind) in entries {
        contents.see()?;
        // A part of a path of the course is text and has no slash of any kind.
        let Some(name) = name.to_str().filter(|name| !name.contains('\\')) else { continue };
        let path = join(prefix, name);
        match kind {
            Kind::Folder if name.to_lowercase().ends_with(".rs") => {
                if contents.hides_files(&path) {
                    contents.add(path, Content::Special, None)?;
                }
            }
            Kind::Folder if is_passed_over(&name.to_lowercase()) || depth == MOST_DEPTH => {}
            Kind::Folder => match folder.folder(OsStr::new(name)) {
                Ok(inner) => read(contents, &path, &inner, depth + 1)?,
                // One that cannot be opened is told if it matters.
                Err(error) if contents.hides_files(&path) => return Err(Rejection::Folder(error)),
                Err(_) => {}
            },
            Kind::Link | Kind::Special => {
                if contents.hides_files(&path) {
                    let is_link = kind == Kind::Link;
                    let content = if is_link { Content::Link } else { Content::Special };
                    contents.add(path, content, None)?;
                }
            }
            Kind::File => read_file(contents, folder, name, path)?,
        }
    }
    Ok(())
}

/// Reads what counts in the file `name` of `folder`, whose path in the submission is `path`.
pub(super) fn read_file(
    contents: &mut Contents,
    folder: &Folder,
    name: &str,
    path: String,
) -> Result<(), Rejection> {
    let open = || folder.file(OsStr::new(name));
    match contents.want(&path, 0) {
        Want::Nothing => Ok(()),
        Want::Name => contents.add(path, Content::Name, None),
        Want::Text => match open() {
            Ok(file) => contents.read(path, file, None, Rejection::File),
            Err(error) => contents.add(path, Content::Failed(Rejection::File(error)), None),
        },
        Want::Archive(pack) => open()
            .map_err(Rejection::File)
            .and_then(|file| archive::read_file(contents, &path, pack, file, 1))
            .map_err(|rejection| rejection.inside(&path)),
    }
}
