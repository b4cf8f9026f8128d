//! `results.jsonl`: a header, a line per submission, and a footer with their number, without which the file is
//! cut off. The footer also names what lay among the submissions and belongs to nobody.

use std::fs;
use std::io::{self, BufRead, Read, Write};
use std::path::Path;

use serde_derive::{Deserialize, Serialize};

use super::{Header, Results, Stray, SubmissionResult};
use crate::Error;
use crate::folder::{self, Folder};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Footer {
    count: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    strays: Vec<Stray>,
}

/// Writes `results` as lines of JSON.
///
/// # Errors
/// Those of `output`.
pub fn write(results: &Results, output: &mut dyn Write) -> io::Result<()> {
    write_line(output, &results.header)?;
    for submission in &results.submissions {
        write_line(output, submission)?;
    }
    let strays = results.strays.clone();
    write_line(output, &Footer { count: results.submissions.len(), strays })
}

fn write_line(output: &mut dyn Write, value: &impl serde::Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *output, value)?;
    output.write_all(b"\n")
}

/// Reads results that [`write()`] wrote.
///
/// # Errors
/// What is wrong, with the file and the line: it cannot be read, is cut off, or is something else.
pub fn read(path: &Path) -> Result<Results, Error> {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        // A pipe would be waited for.
        return Err(Error::given(path)(io::Error::other("it is not a file")));
    }
    // Line by line: ten thousand submissions are half a gigabyte.
    let file = io::BufReader::new(fs::File::open(path).map_err(Error::given(path))?);
    let mut lines = file.lines().enumerate().map(|(index, line)| (index + 1, line));
    let no_results = || Error::NoResults(path.to_path_buf());
    let (first, header) = lines.next().ok_or_else(no_results)?;
    let header = header.map_err(Error::given(path))?;
    let mut last: Option<(usize, String)> = None;
    let mut submissions: Vec<SubmissionResult> = Vec::new();
    let wrong = |line: usize| move |error| Error::ResultsLine(path.to_path_buf(), line, error);
    let header = serde_json::from_str(&header).map_err(wrong(first))?;
    for (number, line) in lines {
        let line = line.map_err(Error::given(path))?;
        if let Some((number, line)) = last.replace((number, line)) {
            let mut submission: SubmissionResult =
                serde_json::from_str(&line).map_err(wrong(number))?;
            // Lists that grew while they were read hold a third more room than they need.
            submission.exercises.iter_mut().for_each(|result| result.properties.shrink_to_fit());
            submissions.push(submission);
        }
    }
    let (_, footer) = last.ok_or_else(no_results)?;
    let footer: Footer =
        serde_json::from_str(&footer).map_err(|_| Error::ResultsCutOff(path.to_path_buf()))?;
    if submissions.len() != footer.count {
        let (found, count) = (submissions.len(), footer.count);
        return Err(Error::ResultsCount { path: path.to_path_buf(), found, count });
    }
    Ok(Results { header, submissions, strays: footer.strays })
}

/// The seed of the results in `folder`, if there are any.
pub fn seed_of(folder: &Path) -> Option<u64> {
    let line = first_line(&folder.join("results.jsonl"))?;
    serde_json::from_str::<Header>(&line).ok().map(|header| header.seed)
}

/// The first line of a plain file, if there is one and it is as long as that of a header.
pub(crate) fn first_line(path: &Path) -> Option<String> {
    const LONGEST: u64 = 1 << 16;
    if !fs::symlink_metadata(path).ok()?.is_file() {
        return None;
    }
    let mut line = String::new();
    io::BufReader::new(fs::File::open(path).ok()?.take(LONGEST)).read_line(&mut line).ok()?;
    line.ends_with('\n').then_some(line)
}

/// Writes the file `path` atomically: a draft beside it, then one move.
///
/// # Errors
/// Those of the file system and of `fill`, or if something other than a file is at `path`, such as a link;
/// what was there is untouched then.
pub fn write_atomically(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Error> {
    let (folder, name) = folder::split(path);
    let written = Folder::open(folder).and_then(|folder| folder.replace(name, fill));
    written.map(drop).map_err(Error::file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_fills_up_leaves_the_old_file_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("results.jsonl");
        fs::write(&path, "old").unwrap();
        let full = |output: &mut dyn Write| {
            output.write_all(b"half of the new")?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        };
        let error = write_atomically(&path, full).unwrap_err().to_string();
        assert!(error.starts_with(&path.display().to_string()), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the draft is gone");
    }

    #[test]
    fn a_file_that_is_cut_off_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("results.jsonl");
        let header = r#"{"suite":"s","toolchain":"t","seed":1,"tier":"none","partition":null,"language":"en"}"#;
        fs::write(&path, format!("{header}\n{{\"count\":0}}\n")).unwrap();
        assert_eq!(read(&path).unwrap().submissions, []);
        fs::write(&path, format!("{header}\n")).unwrap();
        assert!(read(&path).is_err());
        fs::write(&path, format!("{header}\n{{\"count\":2}}\n")).unwrap();
        assert!(read(&path).unwrap_err().to_string().contains("holds 0 submissions"));
    }
}
