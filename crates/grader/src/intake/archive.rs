//! A submission that is a zip. It is never unpacked: the few files that count are read from it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;

use course::Course;
use zip::ZipArchive;

use zip::result::ZipError;

use super::{
    LARGEST_ZIP, MOST_BYTES, MOST_ENTRIES, Rejection, Source, Submission, Tree, collect, source,
};

/// Reads the submission in the zip at `path`.
pub(super) fn read(course: &'static Course, path: &Path) -> Submission {
    match open(path) {
        Ok(mut archive) => collect(course, &mut archive),
        Err(rejection) => Submission::unreadable(course, &rejection.to_string()),
    }
}

fn open(path: &Path) -> Result<Archive, Rejection> {
    let unreadable = |error| Rejection::Zip(ZipError::Io(error));
    if fs::metadata(path).map_err(unreadable)?.len() > LARGEST_ZIP {
        return Err(Rejection::LargeZip);
    }
    let file = File::open(path).map_err(unreadable)?;
    let archive = ZipArchive::new(BufReader::new(file)).map_err(Rejection::Zip)?;
    if archive.len() > MOST_ENTRIES {
        return Err(Rejection::ManyEntries);
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

    fn bytes(&mut self, path: &str) -> Result<Vec<u8>, Rejection> {
        let [index] = self.names.get(path).map_or(&[][..], Vec::as_slice) else {
            return Err(Rejection::TwoEntries);
        };
        let entry = self.archive.by_index(*index).map_err(Rejection::ZipEntry)?;
        if !entry.is_file() {
            return Err(Rejection::EntryNotRegular);
        }
        let mut bytes = Vec::new();
        // The entry may claim any size: no more than one byte beyond the limit is unpacked.
        let read = entry.take(MOST_BYTES + 1).read_to_end(&mut bytes);
        read.map_err(|error| Rejection::ZipEntry(ZipError::Io(error)))?;
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
        source(self.bytes(path))
    }
}
