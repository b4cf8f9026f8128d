//! A submission that is a zip. It is never unpacked: the few files that count are read from it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;

use course::Course;
use zip::ZipArchive;

use super::{MOST_BYTES, Source, Submission, Tree, collect, text};

/// The largest zip that is opened, in bytes.
const LARGEST: u64 = 64 << 20;
/// The most entries that a zip may have; the whole course has fewer than a thousand files.
const MOST_ENTRIES: usize = 20_000;

/// Reads the submission in the zip at `path`.
pub(super) fn read(course: &'static Course, path: &Path) -> Submission {
    match open(path) {
        Ok(mut archive) => collect(course, &mut archive),
        Err(why) => Submission::unreadable(course, &why),
    }
}

fn open(path: &Path) -> Result<Archive, String> {
    let broken = |error: &dyn std::fmt::Display| format!("the zip cannot be read: {error}");
    let size = fs::metadata(path).map_err(|error| broken(&error))?.len();
    if size > LARGEST {
        return Err(format!("the zip is larger than {LARGEST} bytes"));
    }
    let file = File::open(path).map_err(|error| broken(&error))?;
    let archive = ZipArchive::new(BufReader::new(file)).map_err(|error| broken(&error))?;
    if archive.len() > MOST_ENTRIES {
        return Err(format!("the zip has more than {MOST_ENTRIES} entries"));
    }
    Ok(Archive::new(archive))
}

struct Archive {
    archive: ZipArchive<BufReader<File>>,
    /// Where the entries of each name are.
    names: BTreeMap<String, Vec<usize>>,
}

impl Archive {
    fn new(mut archive: ZipArchive<BufReader<File>>) -> Self {
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for index in 0..archive.len() {
            let Ok(entry) = archive.by_index_raw(index) else { continue };
            if let Ok(name) = entry.name() {
                // Some programs on Windows write the wrong slash.
                names.entry(name.replace('\\', "/")).or_default().push(index);
            }
        }
        Self { archive, names }
    }

    fn bytes(&mut self, index: usize) -> Result<Vec<u8>, String> {
        let broken = |error: &dyn std::fmt::Display| format!("the entry cannot be read: {error}");
        let entry = self.archive.by_index(index).map_err(|error| broken(&error))?;
        if !entry.is_file() {
            return Err("the entry is not a regular file".to_string());
        }
        let mut bytes = Vec::new();
        // Whatever size the entry claims: one byte more than is allowed is all that is unpacked.
        entry.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        Ok(bytes)
    }
}

impl Tree for Archive {
    fn tops(&self) -> Vec<String> {
        let tops = self.names.keys().filter_map(|name| Some(name.split_once('/')?.0));
        let mut tops: Vec<String> =
            tops.filter(|top| !matches!(*top, "" | "." | "..")).map(str::to_string).collect();
        // Keys are sorted, but `a-b/` comes between `a` and `a/`.
        tops.sort();
        tops.dedup();
        tops
    }

    fn has(&self, path: &str) -> bool {
        self.names.contains_key(path)
    }

    fn read(&mut self, path: &str) -> Source {
        let index = match self.names.get(path).map(Vec::as_slice) {
            Some([index]) => *index,
            Some(_) => return Source::Rejected("the zip has two files of this name".to_string()),
            None => return Source::Missing,
        };
        self.bytes(index).map_or_else(Source::Rejected, text)
    }
}
