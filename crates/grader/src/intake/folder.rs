//! A submission that is a folder.

use std::ffi::OsStr;
use std::io::{self, Read};

use std::path::Path;

use course::Course;

use super::places::{collect, may_count};
use super::{Item, Kind, MOST_BYTES, MOST_CANDIDATES, MOST_ENTRIES, Rejection, Submission, Tree};
use crate::folder::{self, Folder};

/// Reads the submission in `folder`.
pub(super) fn read(course: &'static Course, folder: io::Result<Folder>) -> Submission {
    let tree = folder.map_err(Rejection::Folder).and_then(|folder| {
        let mut tree = FolderTree { items: Vec::new(), folder };
        tree.find(course)?;
        Ok(tree)
    });
    match tree {
        Ok(mut tree) => collect(course, &mut tree),
        Err(rejection) => Submission::unreadable(course, &rejection.to_string()),
    }
}

struct FolderTree {
    folder: Folder,
    items: Vec<Item>,
}

impl FolderTree {
    /// Finds what may count: the files of exercises are at most five folders below the top.
    fn find(&mut self, course: &Course) -> Result<(), Rejection> {
        let mut items = Vec::new();
        walk(course, &self.folder, "", 0, &mut items)?;
        self.items = items;
        Ok(())
    }
}

/// Adds to `items` what may count in `folder`, which is at `path`.
fn walk(
    course: &Course,
    folder: &Folder,
    path: &str,
    depth: usize,
    items: &mut Vec<Item>,
) -> Result<(), Rejection> {
    let entries = folder.entries(MOST_ENTRIES).map_err(Rejection::Folder)?;
    if entries.len() > MOST_ENTRIES || items.len() > MOST_CANDIDATES {
        return Err(Rejection::ManyEntries);
    }
    for (name, kind) in entries {
        // A part of a path of the course is text and has no slash of any kind.
        let Some(name) = name.to_str().filter(|name| !name.contains('\\')) else { continue };
        let path = if path.is_empty() { name.to_string() } else { format!("{path}/{name}") };
        let may_count = may_count(course, &path);
        let is_on_the_way = !may_count || Path::new(name).extension().is_none();
        if kind == folder::Kind::Folder && is_on_the_way && (may_count || depth == 0) {
            // One that cannot be opened holds nothing, and is told if it matters.
            match folder.folder(OsStr::new(name)) {
                Ok(inner) => walk(course, &inner, &path, depth + 1, items)?,
                Err(error) if may_count => return Err(Rejection::Folder(error)),
                Err(_) => {}
            }
        } else if may_count {
            let kind = match kind {
                folder::Kind::File => Kind::File,
                folder::Kind::Link => Kind::Link,
                _ => Kind::Other,
            };
            items.push(Item { path, kind });
        }
    }
    Ok(())
}

impl Tree for FolderTree {
    fn items(&self) -> &[Item] {
        &self.items
    }

    fn bytes(&mut self, index: usize) -> Result<Vec<u8>, Rejection> {
        let path = &self.items[index].path;
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let open = || {
            let mut folders = folders.split('/').map(OsStr::new);
            let first = self.folder.folder(folders.next().unwrap_or_default())?;
            let last = folders.try_fold(first, |folder, name| folder.folder(name))?;
            last.file(OsStr::new(name))
        };
        let mut bytes = Vec::new();
        let file = open().map_err(Rejection::File)?;
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(Rejection::File)?;
        Ok(bytes)
    }
}
