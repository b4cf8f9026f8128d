//! A submission that is a zip. It is never unpacked: the few files that count are read from it.

use std::fs::File;
use std::io::{BufReader, Read};

use course::Course;
use zip::CompressionMethod;
use zip::read::{Config, ZipFileEntry, ZipReadOptions};
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;

use super::places::{collect, may_count};
use super::{
    Item, Kind, LARGEST_TABLE, MOST_BYTES, MOST_CANDIDATES, MOST_ENTRIES, Rejection, Submission,
    Tree,
};

/// Reads the submission in the zip `file`.
pub(super) fn read(course: &'static Course, file: File) -> Submission {
    match Archive::open(course, file) {
        Ok(mut archive) => collect(course, &mut archive),
        Err(rejection) => Submission::unreadable(course, &rejection.to_string()),
    }
}

/// A zip, of whose table of contents only what may count is kept. How large the zip is makes no difference.
struct Archive {
    zip: ZipIterable<BufReader<File>>,
    items: Vec<Item>,
    /// The entry of each item, until it is read.
    entries: Vec<Option<ZipFileEntry<'static>>>,
}

impl Archive {
    fn open(course: &Course, file: File) -> Result<Self, Rejection> {
        let zip = ZipIterable::try_new(BufReader::new(file), Config::default());
        let mut archive =
            Self { zip: zip.map_err(Rejection::Zip)?, items: Vec::new(), entries: Vec::new() };
        if archive.zip.len() > MOST_ENTRIES {
            return Err(Rejection::ManyEntries);
        }
        let mut start = None;
        for entry in archive.zip.files().map_err(Rejection::Zip)? {
            let entry = entry.map_err(Rejection::Zip)?;
            let at = entry.central_header_start();
            if at - *start.get_or_insert(at) > LARGEST_TABLE {
                return Err(Rejection::LargeTable);
            }
            let Ok(path) = entry.name() else { continue };
            // A folder shows nothing that its files do not.
            if !may_count(course, &path) || (entry.is_dir() && !path.ends_with(".rs/")) {
                continue;
            }
            let kind = match &entry {
                // A folder that is a link hides the files below it.
                entry if entry.is_symlink() && !path.ends_with(".rs") => Kind::Link,
                entry if entry.is_file() && !entry.is_symlink() => Kind::File,
                _ => Kind::Other,
            };
            archive.items.push(Item { path: path.into_owned(), kind });
            archive.entries.push(Some(entry));
            if archive.items.len() > MOST_CANDIDATES {
                return Err(Rejection::ManyEntries);
            }
        }
        Ok(archive)
    }
}

impl Tree for Archive {
    fn items(&self) -> &[Item] {
        &self.items
    }

    fn bytes(&mut self, index: usize) -> Result<Vec<u8>, Rejection> {
        let entry = self.entries[index].take();
        let entry = entry.ok_or(Rejection::ZipEntry(ZipError::FileNotFound))?;
        if entry.encrypted() {
            return Err(Rejection::Encrypted);
        }
        if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(Rejection::Compression(entry.compression().to_string()));
        }
        let files = self.zip.files().map_err(Rejection::Zip)?;
        let entry = entry.with_reader(files.reader_mut(), ZipReadOptions::new());
        let mut bytes = Vec::new();
        // The entry may claim any size: no more than one byte beyond the limit is unpacked.
        let mut start = entry.map_err(Rejection::ZipEntry)?.take(MOST_BYTES + 1);
        let read = start.read_to_end(&mut bytes);
        read.map_err(|error| Rejection::ZipEntry(ZipError::Io(error)))?;
        Ok(bytes)
    }
}
