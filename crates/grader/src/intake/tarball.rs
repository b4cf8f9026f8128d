//! Tars, gzipped or not, read from the beginning to the end.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;
use tar::{Archive, EntryType, PaxExtensions};

use super::contents::{Content, Contents, Pack, Want, Written};
use super::{MOST_UNPACKED, Rejection, archive, join};

/// The longest name, in bytes; no file system has longer ones.
const LONGEST_NAME: u64 = 64 << 10;

/// Reads what counts in a tar.
pub(super) fn read(
    contents: &mut Contents,
    prefix: &str,
    pack: Pack,
    source: impl Read,
    archives: usize,
) -> Result<(), Rejection> {
    match pack {
        Pack::GzippedTar => entries(contents, prefix, MultiGzDecoder::new(source), archives),
        Pack::Tar | Pack::Zip => entries(contents, prefix, source, archives),
    }
}

fn entries(
    contents: &mut Contents,
    prefix: &str,
    source: impl Read,
    archives: usize,
) -> Result<(), Rejection> {
    // What is passed over has to be decompressed, too, so there is a bound to that, far above any course.
    let mut archive = Archive::new(Bounded { source, left: MOST_UNPACKED });
    let mut long_name: Option<Vec<u8>> = None;
    // Names are put together here, because the library reads them into memory whatever they claim to be.
    for entry in archive.entries().map_err(Rejection::Archive)?.raw(true) {
        let mut entry = entry.map_err(Rejection::Archive)?;
        let kind = entry.header().entry_type();
        if matches!(kind, EntryType::GNULongName | EntryType::XHeader) {
            let mut bytes = Vec::new();
            (&mut entry).take(LONGEST_NAME).read_to_end(&mut bytes).map_err(Rejection::Archive)?;
            long_name = match kind {
                EntryType::GNULongName => {
                    Some(bytes.split(|byte| *byte == 0).next().unwrap_or(&bytes).to_vec())
                }
                _ => path_of(&bytes).or(long_name),
            };
            continue;
        }
        let name = long_name.take().unwrap_or_else(|| entry.path_bytes().into_owned());
        let name = String::from_utf8_lossy(&name).into_owned();
        if matches!(kind, EntryType::GNULongLink | EntryType::XGlobalHeader) {
            continue;
        }
        if kind == EntryType::Directory && !name.ends_with(".rs/") {
            continue;
        }
        contents.see()?;
        contents.check_inside(&name)?;
        let path = join(prefix, &name);
        let is_file = matches!(kind, EntryType::Regular | EntryType::Continuous);
        if !is_file {
            if contents.hides_files(&path) {
                let is_link = matches!(kind, EntryType::Symlink | EntryType::Link);
                contents.add(path, if is_link { Content::Link } else { Content::Special }, None)?;
            }
            continue;
        }
        let seconds = entry.header().mtime().ok().and_then(|seconds| i64::try_from(seconds).ok());
        match contents.want(&path, archives) {
            Want::Nothing => {}
            Want::Name => contents.add(path, Content::Name, None)?,
            Want::Text => {
                let written = seconds.map(Written::Universal);
                contents.read(path, entry, written, Rejection::Archive)?;
            }
            Want::Archive(pack) => {
                // Behind a trait object, as a tar may lie in a tar.
                let entry: Box<dyn Read + '_> = Box::new(entry);
                archive::read_nested(contents, &path, pack, entry, archives + 1)
                    .map_err(|rejection| rejection.inside(&path))?;
            }
        }
    }
    Ok(())
}

/// The path in a header of `key=value` lines.
fn path_of(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut extensions = PaxExtensions::new(bytes).flatten();
    let path = extensions.find(|extension| extension.key_bytes() == b"path")?;
    Some(path.value_bytes().to_vec())
}

/// A source that fails after some bytes.
struct Bounded<R> {
    source: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        match self.left.checked_sub(count as u64) {
            Some(left) => self.left = left,
            None => {
                return Err(io::Error::other(format!(
                    "it unpacks to more than {MOST_UNPACKED} bytes"
                )));
            }
        }
        Ok(count)
    }
}
