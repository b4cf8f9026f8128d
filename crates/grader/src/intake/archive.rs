//! Zips. They are never unpacked: the few files that count are read from them.

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::civil;
use zip::CompressionMethod;
use zip::read::{Config, ZipFileEntry, ZipReadOptions};
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;

use super::contents::{Content, Contents, Pack, Want, Written};
use super::{LARGEST_TABLE, MOST_ENTRIES, MOST_NESTED, Rejection, join, tarball};

/// Reads what counts in the archive `file`, whose paths begin with `prefix`.
pub(super) fn read_file(
    contents: &mut Contents,
    prefix: &str,
    pack: Pack,
    file: File,
    archives: usize,
) -> Result<(), Rejection> {
    let file = BufReader::new(file);
    match pack {
        Pack::Zip => read(contents, prefix, file, archives),
        Pack::Tar | Pack::GzippedTar => tarball::read(contents, prefix, pack, file, archives),
    }
}

/// Reads what counts in the archive that `source` holds, which lies in another and has to be in memory as a
/// whole.
pub(super) fn read_nested(
    contents: &mut Contents,
    prefix: &str,
    pack: Pack,
    source: impl Read,
    archives: usize,
) -> Result<(), Rejection> {
    // At most one at a time, however many submissions are graded at once.
    static MEMORY: Mutex<()> = Mutex::new(());
    if pack != Pack::Zip {
        return tarball::read(contents, prefix, pack, source, archives);
    }
    let _memory = MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
    let mut bytes = Vec::new();
    source.take(MOST_NESTED + 1).read_to_end(&mut bytes).map_err(Rejection::Archive)?;
    if bytes.len() as u64 > MOST_NESTED {
        return Err(Rejection::LargeArchive);
    }
    read(contents, prefix, Cursor::new(bytes), archives)
}

/// Reads what counts in a zip. How large it is makes no difference.
fn read(
    contents: &mut Contents,
    prefix: &str,
    source: impl Read + Seek,
    archives: usize,
) -> Result<(), Rejection> {
    let mut zip = ZipIterable::try_new(source, Config::default()).map_err(Rejection::Zip)?;
    if zip.len() > MOST_ENTRIES {
        return Err(Rejection::ManyEntries);
    }
    let mut wanted: Vec<(String, Want, ZipFileEntry<'static>)> = Vec::new();
    let mut start = None;
    for entry in zip.files().map_err(Rejection::Zip)? {
        let entry = entry.map_err(Rejection::Zip)?;
        let at = entry.central_header_start();
        if at - *start.get_or_insert(at) > LARGEST_TABLE {
            return Err(Rejection::LargeTable);
        }
        contents.see()?;
        let Ok(name) = entry.name() else { continue };
        // A name that leaves the zip leaves the submission, wherever the zip lies.
        contents.check_inside(&name)?;
        let path = join(prefix, &name);
        let is_hiding = entry.is_symlink() || (entry.is_dir() && name.ends_with(".rs/"));
        if is_hiding {
            if contents.hides_files(&path) {
                let is_link = entry.is_symlink() && Path::new(&path).extension().is_none();
                let content = if is_link { Content::Link } else { Content::Special };
                contents.add(path, content, None)?;
            }
            continue;
        }
        if entry.is_dir() {
            continue;
        }
        match contents.want(&path, archives) {
            Want::Nothing => {}
            Want::Name => contents.add(path, Content::Name, None)?,
            want => wanted.push((path, want, entry)),
        }
    }
    for (path, want, entry) in wanted {
        if entry.encrypted() {
            return Err(Rejection::Encrypted);
        }
        if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(Rejection::Compression(entry.compression().to_string()));
        }
        let written = written(&entry);
        let files = zip.files().map_err(Rejection::Zip)?;
        let unreadable = |error| Rejection::ZipEntry(ZipError::Io(error));
        let file = entry.with_reader(files.reader_mut(), ZipReadOptions::new());
        match (want, file) {
            (Want::Archive(pack), file) => {
                let file = file.map_err(Rejection::ZipEntry)?;
                read_nested(contents, &path, pack, file, archives + 1)
                    .map_err(|rejection| rejection.inside(&path))?;
            }
            (_, Ok(file)) => contents.read(path, file, written, unreadable)?,
            (_, Err(error)) => {
                contents.add(path, Content::Failed(Rejection::ZipEntry(error)), None)?;
            }
        }
    }
    Ok(())
}

/// When an entry was last written, by the student's own clock.
fn written(entry: &ZipFileEntry) -> Option<Written> {
    let time = entry.last_modified()?;
    let part = |number: u8| i8::try_from(number).ok();
    let date = civil::DateTime::new(
        i16::try_from(time.year()).ok()?,
        part(time.month())?,
        part(time.day())?,
        part(time.hour())?,
        part(time.minute())?,
        part(time.second())?,
        0,
    );
    let zoned = date.ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    Some(Written::Local(zoned.timestamp().as_second()))
}
