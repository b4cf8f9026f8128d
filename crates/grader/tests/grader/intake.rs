//! A submission in any form is read, or the reason why not is told.

use std::fs;
use std::io::Write;
use std::path::Path;

use course::Course;
use grader::intake::{MOST_BYTES, Submission, list};
use grader::judge::Source;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

const SIGMOID: &str = "activations/src/sigmoid.rs";

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn zip(path: &Path, entries: &[(&str, &[u8])]) {
    let mut archive = zip::ZipWriter::new(fs::File::create(path).unwrap());
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap();
}

fn read(class: &TempDir, name: &str) -> Submission {
    let listing = list(class.path()).unwrap();
    listing.entries.iter().find(|entry| entry.name == name).unwrap().read(Course::whole())
}

fn source(class: &TempDir, name: &str, exercise: &str) -> Source {
    let submission = read(class, name);
    let mut sources = submission.lessons[0].iter();
    sources.find(|(of_lesson, _)| of_lesson.name() == exercise).unwrap().1.clone()
}

fn why(class: &TempDir, name: &str) -> String {
    match source(class, name, "sigmoid") {
        Source::Rejected(why) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn files_are_found_wherever_students_put_them() {
    let class = tempfile::tempdir().unwrap();
    let places = ["", "exercises/", "my work/", "my work/exercises/"];
    for (index, place) in places.iter().enumerate() {
        let path = format!("{place}{SIGMOID}");
        write(&class.path().join(format!("folder {index}")).join(&path), b"one\r\ntwo\n");
        zip(&class.path().join(format!("zip {index}.zip")), &[(&path, b"one\r\ntwo\n")]);
        for form in ["folder", "zip"] {
            let name = format!("{form} {index}");
            let text = Source::Text("one\ntwo\n".to_string());
            assert_eq!(source(&class, &name, "sigmoid"), text, "{name}");
            assert_eq!(source(&class, &name, "tanh"), Source::Missing);
            assert_eq!(read(&class, &name).problem, None);
        }
    }
}

#[test]
fn only_the_files_of_exercises_are_read() {
    let class = tempfile::tempdir().unwrap();
    let ada = class.path().join("ada");
    write(&ada.join("exercises").join(SIGMOID), b"");
    write(&ada.join("exercises/activations/build.rs"), b"evil");
    write(&ada.join("exercises/activations/src/other.rs"), b"evil");
    let submission = read(&class, "ada");
    let sources: Vec<&Source> =
        submission.lessons.iter().flat_map(|lesson| &lesson.sources).collect();
    assert_eq!(sources.len(), Course::whole().exercises().len());
    let is_text = |source: &&&Source| matches!(source, Source::Text(_));
    assert_eq!(sources.iter().filter(is_text).count(), 1);
}

#[test]
fn what_is_not_bounded_text_is_rejected_with_the_reason() {
    let class = tempfile::tempdir().unwrap();
    let most = usize::try_from(MOST_BYTES).unwrap();
    write(&class.path().join("binary").join(SIGMOID), b"fn \xff");
    write(&class.path().join("large").join(SIGMOID), &vec![b' '; most + 1]);
    // A bomb: 16 MiB of zeros in a few kilobytes; no more than the limit is ever unpacked.
    let bomb = class.path().join("bomb.zip");
    zip(&bomb, &[(SIGMOID, &vec![0; 16 << 20])]);
    assert!(fs::metadata(bomb).unwrap().len() < 64 << 10);
    fs::create_dir_all(class.path().join("folder").join(SIGMOID)).unwrap();
    assert!(why(&class, "binary").contains("not UTF-8 text, from byte 3"));
    assert!(why(&class, "large").contains("larger than"));
    assert!(why(&class, "bomb").contains("the file is larger than"));
    assert!(why(&class, "folder").contains("not a regular file"));
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_and_pipes_not_opened() {
    use std::os::unix::fs::symlink;

    let class = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    write(&outside.path().join(SIGMOID), b"secret");
    for name in ["file", "folder", "pipe"] {
        write(&class.path().join(name).join("activations/src/tanh.rs"), b"");
    }
    let file = class.path().join("file").join(SIGMOID);
    symlink(outside.path().join(SIGMOID), file).unwrap();
    let pipe = class.path().join("pipe").join(SIGMOID);
    assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
    fs::remove_dir_all(class.path().join("folder/activations")).unwrap();
    symlink(outside.path().join("activations"), class.path().join("folder/activations")).unwrap();
    symlink(outside.path(), class.path().join("whole")).unwrap();
    for name in ["file", "folder", "whole"] {
        assert!(why(&class, name).contains("symbolic link"), "{name}");
    }
    assert!(why(&class, "pipe").contains("not a regular file"));
}

#[test]
fn zips_that_lie_are_rejected_and_touch_nothing() {
    let class = tempfile::tempdir().unwrap();
    write(&class.path().join("broken.zip"), b"PK\x03\x04 and then nothing");
    zip(&class.path().join("up.zip"), &[(&format!("../bob/exercises/{SIGMOID}"), b"evil")]);
    zip(&class.path().join("root.zip"), &[(&format!("/exercises/{SIGMOID}"), b"evil")]);
    let mut archive = zip::ZipWriter::new(fs::File::create(class.path().join("link.zip")).unwrap());
    archive.add_symlink(SIGMOID, "/etc/passwd", SimpleFileOptions::default()).unwrap();
    archive.finish().unwrap();
    assert!(why(&class, "broken").contains("the zip cannot be read"));
    assert!(why(&class, "link").contains("not a regular file"));
    for name in ["up", "root"] {
        assert!(read(&class, name).problem.is_some(), "{name}");
        assert_eq!(source(&class, name, "sigmoid"), Source::Missing, "{name}");
    }
    assert!(!class.path().join("bob").exists());
}

#[test]
fn every_name_is_one_submission() {
    let class = tempfile::tempdir().unwrap();
    write(&class.path().join("ada").join(SIGMOID), b"one");
    zip(&class.path().join("ada.zip"), &[(SIGMOID, b"two")]);
    fs::create_dir(class.path().join("empty")).unwrap();
    write(&class.path().join(".DS_Store"), b"");
    write(&class.path().join("grades.xlsx"), b"");
    let listing = list(class.path()).unwrap();
    let names: Vec<&str> = listing.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["ada", "empty"]);
    assert_eq!(listing.strays, ["grades.xlsx"]);
    assert!(why(&class, "ada").contains("two submissions"));
    assert!(
        read(&class, "empty").problem.unwrap().contains("exercises/activations/src/sigmoid.rs")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_text_is_shown_and_to_be_mended() {
    use std::os::unix::ffi::OsStrExt;

    let class = tempfile::tempdir().unwrap();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9");
    write(&class.path().join(name).join(SIGMOID), b"");
    assert!(why(&class, "caf\\xe9").contains("rename"));
}

#[test]
fn a_folder_of_nothing_and_a_file_are_no_class() {
    let class = tempfile::tempdir().unwrap();
    assert!(list(class.path()).unwrap_err().to_string().contains("holds no submission"));
    let file = class.path().join("ada.zip");
    write(&file, b"");
    assert!(list(&file).unwrap_err().to_string().contains("is a file"));
    assert!(list(&class.path().join("nowhere")).is_err());
}
