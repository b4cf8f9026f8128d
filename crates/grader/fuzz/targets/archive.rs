//! Bytes as the zip of a submission: every exercise of the course gets a source, whatever they are.

#![no_main]

use std::fs;
use std::sync::LazyLock;

use course::Course;
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a place to write"));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fs::write(FOLDER.path().join("student.zip"), bytes).expect("a place to write");
    let course = Course::whole();
    let listing = grader::intake::list(FOLDER.path()).expect("a folder with a zip");
    let submission = listing.entries[0].read(course);
    let sources: usize = submission.lessons.iter().map(|lesson| lesson.sources.len()).sum();
    assert_eq!(sources, course.exercises().len());
});
