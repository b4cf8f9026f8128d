//! Submissions as learning platforms hand them over, and as students really lay them out.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use course::Course;
use flate2::Compression;
use flate2::write::GzEncoder;
use grader::intake::{Entry, Submission, Written, list};
use grader::judge::{LessonSources, Source};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

const SIGMOID: &str = "exercises/activations/src/sigmoid.rs";

fn class() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn tarred(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(1_790_000_000);
        archive.append_data(&mut header, name, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn entries(class: &TempDir) -> Vec<Entry> {
    list(class.path()).unwrap().entries
}

/// The only submission of a class.
fn only(class: &TempDir) -> Submission {
    let entries = entries(class);
    assert_eq!(entries.len(), 1, "{entries:?}");
    entries[0].read(Course::whole())
}

/// What was read, as the name of each exercise and its text.
fn texts(submission: &Submission) -> Vec<(&'static str, String)> {
    let sources = submission.lessons.iter().flat_map(LessonSources::iter);
    let text = |(exercise, source): (&'static course::Exercise, &Source)| match source {
        Source::Text(text) => Some((exercise.name(), text.clone())),
        _ => None,
    };
    sources.filter_map(text).collect()
}

fn is_read(submission: &Submission, expected: &[(&'static str, &str)]) {
    let expected: Vec<_> =
        expected.iter().map(|(name, text)| (*name, (*text).to_string())).collect();
    assert_eq!(texts(submission), expected, "{:?}", submission.problem);
    assert_eq!(submission.problem, None);
}

/// Nothing was read, for a reason that is told for every exercise alike.
fn why_rejected(submission: &Submission) -> String {
    let sources = submission.lessons.iter().flat_map(|lesson| &lesson.sources);
    let reasons: Vec<String> = sources
        .map(|source| match source {
            Source::Rejected(why) => why.en.to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(reasons.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(submission.problem.as_ref(), Some(&reasons[0]));
    reasons[0].clone()
}

#[test]
fn moodle_hands_over_a_folder_per_student() {
    let class = class();
    let place = |name: &str| class.path().join(name);
    write(&place("Ada Lovelace_101_assignsubmission_file_").join(SIGMOID), b"folder");
    write(
        &place("김 가람_102_assignsubmission_file_/과제.zip"),
        &zipped(&[("my course/exercises/activations/src/sigmoid.rs", b"zip")]),
    );
    write(&place("김 가람_102_assignsubmission_onlinetext_/onlinetext.html"), b"<p>See file</p>");
    write(&place("Ada Lovelace_103_assignsubmission_file_/sigmoid.rs"), b"file");
    write(&place("Text Only_104_assignsubmission_onlinetext_/onlinetext.html"), b"fn sigmoid");
    let entries = entries(&class);
    let named: Vec<(&str, Option<&str>)> =
        entries.iter().map(|entry| (entry.name.as_str(), entry.id.as_deref())).collect();
    assert_eq!(
        named,
        [
            ("Ada Lovelace_101", Some("101")),
            ("Ada Lovelace_103", Some("103")),
            ("Text Only_104", Some("104")),
            ("김 가람_102", Some("102")),
        ]
    );
    let read = |index: usize| entries[index].read(Course::whole());
    is_read(&read(0), &[("sigmoid", "folder")]);
    is_read(&read(1), &[("sigmoid", "file")]);
    is_read(&read(3), &[("sigmoid", "zip")]);
    assert!(why_rejected(&read(2)).contains("no file of any exercise"));
    // Without a folder per student, the name of the file follows.
    let flat = self::class();
    for (name, bytes) in [("sigmoid.rs", b"s"), ("tanh.rs", b"t")] {
        write(&flat.path().join(format!("Ada_7_assignsubmission_file_{name}")), bytes);
    }
    is_read(&only(&flat), &[("sigmoid", "s"), ("tanh", "t")]);
    // What a teacher unpacked in place keeps its id.
    for name in ["Ada_7_assignsubmission_file_hw1", "lovelaceada_7_501_course"] {
        let unpacked = self::class();
        write(&unpacked.path().join(name).join(SIGMOID), b"s");
        assert_eq!(self::entries(&unpacked)[0].id.as_deref(), Some("7"), "{name}");
        is_read(&only(&unpacked), &[("sigmoid", "s")]);
    }
}

#[test]
fn canvas_hands_over_files_with_two_numbers() {
    let class = class();
    let place = |name: &str| class.path().join(name);
    write(&place("lovelaceada_late_11_501_course.zip"), &zipped(&[(SIGMOID, b"zip")]));
    write(&place("garamkim_12_502_sigmoid.rs"), b"one");
    write(&place("garamkim_12_503_tanh-2.rs"), b"two");
    write(&place("garamkim_12_504_report.pdf"), b"%PDF");
    write(&place("garamkim_13_505_course.tar.gz"), &gzipped(&tarred(&[(SIGMOID, b"tar")])));
    write(&place("hopper_14_506_report.pdf"), b"%PDF");
    write(&place("curie_15_507_a.zip"), &zipped(&[(SIGMOID, b"one")]));
    write(&place("curie_15_508_b.zip"), &zipped(&[(SIGMOID, b"other")]));
    write(&place("noether_16_509_a.zip"), &zipped(&[("activations/src/sigmoid.rs", b"a")]));
    write(&place("noether_16_510_i.zip"), &zipped(&[("init/src/zeros.rs", b"z")]));
    let listing = list(class.path()).unwrap();
    assert_eq!(listing.strays, [""; 0]);
    let of = |id: &str| {
        let found = listing.entries.iter().filter(|entry| entry.id.as_deref() == Some(id));
        let found: Vec<&Entry> = found.collect();
        assert_eq!(found.len(), 1, "{id}");
        found[0]
    };
    let read = |id: &str| of(id).read(Course::whole());
    assert!(of("11").is_late && !of("12").is_late);
    assert_eq!(of("11").name, "lovelaceada_11");
    is_read(&read("11"), &[("sigmoid", "zip")]);
    is_read(&read("12"), &[("sigmoid", "one"), ("tanh", "two")]);
    is_read(&read("13"), &[("sigmoid", "tar")]);
    assert!(why_rejected(&read("14")).contains("no file of any exercise"));
    let why = why_rejected(&read("15"));
    assert!(why.contains("`a.zip/exercises/` and `b.zip/exercises/`"), "{why}");
    is_read(&read("16"), &[("sigmoid", "a"), ("zeros", "z")]);
}

#[test]
fn gradescope_and_classroom_50_hand_over_folders() {
    let class = class();
    let place = |name: &str| class.path().join(name);
    write(&place("submission_900/sigmoid.rs"), b"one");
    write(&place("submission_901/activations/src/sigmoid.rs"), b"two");
    let metadata =
        "---\nsubmission_900:\n  :submitters:\n  - :name: Ada Lovelace\n    :sid: '77'\n";
    write(&place("submission_metadata.yml"), metadata.as_bytes());
    write(&place("cs-hw1-alice").join(SIGMOID), b"three");
    write(&place("cs-hw1-alice/result.json"), b"{}");
    write(&place("cs-hw1-alice/.git/sigmoid.rs"), b"not this");
    write(&place("cs-hw1-alice/target/debug/sigmoid.rs"), b"nor this");
    write(&place("scores.csv"), b"");
    let listing = list(class.path()).unwrap();
    assert_eq!(listing.strays, [""; 0]);
    let names: Vec<&str> = listing.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Ada Lovelace_900", "cs-hw1-alice", "submission_901"]);
    assert_eq!(listing.entries[0].id.as_deref(), Some("77"));
    for (entry, text) in listing.entries.iter().zip(["one", "three", "two"]) {
        is_read(&entry.read(Course::whole()), &[("sigmoid", text)]);
    }
}

/// The same files, in every form and at every depth.
#[test]
fn a_course_is_found_in_whatever_it_was_packed() {
    let places = [
        "",
        "exercises/",
        "a/b/c/d/e/f/gradlings/exercises/",
        "./",
        "/exercises/",
        "init/exercises/",
        "Übung 1/김가람/",
    ];
    for place in places {
        let (sigmoid, zeros) =
            (format!("{place}activations/src/sigmoid.rs"), format!("{place}init/src/zeros.rs"));
        let files = [(sigmoid.as_str(), &b"s"[..]), (&zeros, b"z")];
        let expected = [("sigmoid", "s"), ("zeros", "z")];
        let inner = zipped(&files);
        let forms = [
            ("ada.zip", inner.clone()),
            ("ada.ZIP", inner.clone()),
            ("outer.zip", zipped(&[("my files/course.zip", &inner)])),
            ("ada/course.zip", inner.clone()),
            ("ada/outer.zip", zipped(&[("course.zip", &inner)])),
        ];
        for (name, bytes) in forms {
            let class = class();
            write(&class.path().join(name), &bytes);
            is_read(&only(&class), &expected);
        }
        // The writer of tars refuses absolute paths; readers must not.
        if !place.starts_with('/') {
            let tar = tarred(&files);
            for (name, bytes) in [
                ("ada.tar", tar.clone()),
                ("ada.tar.gz", gzipped(&tar)),
                ("ada/ada.tgz", gzipped(&tar)),
                ("ada.zip", zipped(&[("course.tar.gz", &gzipped(&tar))])),
            ] {
                let class = class();
                write(&class.path().join(name), &bytes);
                is_read(&only(&class), &expected);
            }
        }
    }
    let class = class();
    let inner = zipped(&[(SIGMOID, b"s")]);
    let nested = zipped(&[("b.zip", &zipped(&[("c.zip", &inner)]))]);
    write(&class.path().join("ada.zip"), &nested);
    let why = why_rejected(&only(&class));
    assert!(why.contains("`b.zip/c.zip` is an archive that is not looked into"), "{why}");
}

#[test]
fn the_contents_of_a_lesson_and_single_files_are_recognised() {
    for files in [
        ["src/sigmoid.rs", "src/tanh.rs"],
        ["activations/sigmoid.rs", "activations/tanh.rs"],
        ["sigmoid.rs", "Tanh.RS"],
        ["week 1/src/sigmoid.rs", "week 1/src/tanh.rs"],
        ["sigmoid/sigmoid.rs", "tanh/tanh.rs"],
        ["src/sigmoid.rs", "tanh.rs"],
    ] {
        let class = class();
        write(&class.path().join("ada.zip"), &zipped(&[(files[0], b"s"), (files[1], b"t")]));
        is_read(&only(&class), &[("sigmoid", "s"), ("tanh", "t")]);
    }
    let class = class();
    write(&class.path().join("ada/sigmoid.rs.txt"), b"s");
    let problem = only(&class).problem.unwrap();
    assert!(problem.contains("another name: `sigmoid.rs.txt`"), "{problem}");
}

#[test]
fn helpers_are_told_and_not_read() {
    let class = class();
    let files: [(&str, &[u8]); 4] = [
        (SIGMOID, b"s"),
        ("exercises/activations/src/lib.rs", b"given"),
        ("exercises/activations/src/my_math.rs", b"helper"),
        ("exercises/activations/tests/properties.rs", b"given"),
    ];
    write(&class.path().join("ada.zip"), &zipped(&files));
    let submission = only(&class);
    is_read(&submission, &[("sigmoid", "s")]);
    let words = "only the files of the exercises count; `my_math.rs` was not read";
    assert_eq!(submission.remark().map(|remark| remark.en.into_owned()).as_deref(), Some(words));
}

#[test]
fn names_that_a_file_system_may_take_for_the_same_are_one_student() {
    for (name, other) in [
        ("ada.zip", "Ada.zip"),
        ("José.zip", "Jose\u{301}.zip"),
        ("가람.zip", "\u{1100}\u{1161}\u{1105}\u{1161}\u{11b7}.zip"),
        ("straße.zip", "STRASSE.zip"),
        ("bob.zip", "bob.ZIP"),
        ("bob.zip", "bob.tar.gz"),
        ("bob.zip", "bob.7z"),
    ] {
        let class = class();
        for name in [name, other] {
            write(&class.path().join(name), &zipped(&[(SIGMOID, b"s")]));
        }
        let why = why_rejected(&only(&class));
        assert!(why.contains("two submissions of this name"), "{name} {other}: {why}");
        assert!(why.contains(name) && why.contains(other), "{name} {other}: {why}");
    }
}

#[test]
fn two_courses_are_refused_with_both_named() {
    let stub =
        b"pub fn sigmoid(z: f64) -> f64 { todo!(\"a\") }\npub fn sigmoid_prime() { todo!(\"b\") }";
    let course = SIGMOID;
    for (other, text, expected) in [
        ("backup/exercises/activations/src/sigmoid.rs", &b"other"[..], None),
        ("sigmoid.rs", b"other", None),
        ("src/sigmoid.rs", b"other", None),
        ("old/sigmoid.rs", b"own", Some("own")),
        ("backup/exercises/activations/src/sigmoid.rs", stub, Some("own")),
        ("sigmoid.rs", b"  \n", Some("own")),
        ("crates/activations/src/sigmoid.rs", b"other", Some("own")),
        ("solutions/activations/src/sigmoid.rs", b"other", Some("own")),
        ("target/sigmoid.rs", b"other", Some("own")),
        ("benches/sigmoid.rs", b"other", Some("own")),
    ] {
        let class = class();
        write(&class.path().join("ada.zip"), &zipped(&[(course, b"own"), (other, text)]));
        if let Some(text) = expected {
            is_read(&only(&class), &[("sigmoid", text)]);
            continue;
        }
        let why = why_rejected(&only(&class));
        assert!(why.contains("both ") && why.contains("`exercises/`"), "{why}");
        let place = other.split("activations").next().unwrap();
        assert!(why.contains(&format!("`{place}`")), "{other}: {why}");
    }
}

#[test]
fn solutions_alone_are_remarked_upon_and_not_graded() {
    for prefix in ["", "gradlings-main/"] {
        let class = class();
        let path = format!("{prefix}solutions/activations/src/sigmoid.rs");
        write(&class.path().join("ada").join(path), b"s");
        assert!(why_rejected(&only(&class)).contains("it holds only `solutions`"));
    }
}

/// The flag of encryption, in the headers of all entries.
fn encrypted(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in 0..bytes.len() - 4 {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 6] |= 1,
            b"PK\x01\x02" => bytes[at + 8] |= 1,
            _ => {}
        }
    }
    bytes
}

#[test]
fn an_encrypted_archive_says_so_once() {
    let files: [(&str, &[u8]); 2] = [(SIGMOID, b"s"), ("exercises/init/src/zeros.rs", b"z")];
    let secret = encrypted(zipped(&files));
    for (name, bytes) in [
        ("ada.zip", secret.clone()),
        ("ada/course.zip", secret.clone()),
        ("ada.zip", zipped(&[("course.zip", &secret)])),
        ("ada_1_2_course.zip", secret.clone()),
    ] {
        let class = class();
        write(&class.path().join(name), &bytes);
        let why = why_rejected(&only(&class));
        assert_eq!(why.matches("is encrypted").count(), 1, "{why}");
    }
    let class = class();
    write(&class.path().join("ada.7z"), b"7z");
    assert!(why_rejected(&only(&class)).contains("hand in a .zip or a .tar.gz"));
}

/// A course with 90 MB of what was built, packed in every way; the sources come last.
#[test]
fn what_is_passed_over_has_no_bound() {
    let mut large: Vec<u8> = Vec::with_capacity(90 << 20);
    let mut state: u32 = 1;
    while large.len() < 90 << 20 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        large.extend(state.to_le_bytes());
    }
    let files: [(&str, &[u8]); 2] = [("course/target/debug/large", &large), (SIGMOID, b"s")];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in files {
        archive.start_file(name, stored).unwrap();
        archive.write_all(bytes).unwrap();
    }
    let inner = archive.finish().unwrap().into_inner();
    let mut outer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    outer.start_file("course.zip", stored).unwrap();
    outer.write_all(&inner).unwrap();
    let outer = outer.finish().unwrap().into_inner();
    for (name, bytes) in [
        ("ada.zip", &inner),
        ("Ada_1_assignsubmission_file_/course.zip", &inner),
        ("ada.zip", &outer),
        ("ada.tar", &tarred(&files)),
    ] {
        let class = class();
        write(&class.path().join(name), bytes);
        is_read(&only(&class), &[("sigmoid", "s")]);
    }
}

#[test]
fn archives_that_lie_are_rejected() {
    let class = class();
    let place = |name: &str| class.path().join(name);
    // 130 MB of zeros in 130 kB, which take half a minute to unpack without optimisation.
    if std::env::var_os("GRADLINGS_EXHAUSTIVE").is_some() {
        let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
        bomb.start_file("course.zip", SimpleFileOptions::default()).unwrap();
        let zeros = vec![0; 1 << 20];
        for _ in 0..130 {
            bomb.write_all(&zeros).unwrap();
        }
        write(&place("bomb.zip"), &bomb.finish().unwrap().into_inner());
    }
    write(&place("cut.tar.gz"), &gzipped(&tarred(&[(SIGMOID, &[b'x'; 5_000])]))[..60]);
    write(&place("no tar.tar.gz"), &gzipped(b"no tar, not even nearly"));
    write(&place("no gzip.tgz"), b"no gzip");
    write(&place("inside/course.zip"), b"PK no zip");
    let mut up = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.as_old_mut().name[..22].copy_from_slice(b"../bob/src/sigmoid.rs\0");
    header.set_size(1);
    header.set_cksum();
    up.append(&header, &b"x"[..]).unwrap();
    write(&place("up.tar"), &up.into_inner().unwrap());
    // A name of 4 MB that is no name.
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::GNULongName);
    header.set_size(4 << 20);
    header.set_cksum();
    let mut long = tar::Builder::new(Vec::new());
    long.append(&header, &vec![b'n'; 4 << 20][..]).unwrap();
    write(&place("long.tar"), &long.into_inner().unwrap());
    let mut link = tar::Builder::new(Vec::new());
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::Symlink);
    header.set_size(0);
    link.append_link(&mut header, SIGMOID, "/etc/passwd").unwrap();
    write(&place("link.tar"), &link.into_inner().unwrap());
    for entry in entries(&class) {
        let problem = entry.read(Course::whole()).problem.unwrap();
        let words = match entry.name.as_str() {
            "bomb" => "in `course.zip`: the zip is larger than 134217728 bytes",
            "inside" => "in `course.zip`: the zip cannot be read",
            "up" => "outside of its own folder",
            "link" => "symbolic link",
            "long" => "holds no file of any exercise",
            _ => "the archive cannot be read",
        };
        assert!(problem.contains(words), "{}: {problem}", entry.name);
    }
}

#[test]
fn a_time_is_known_where_the_archive_or_the_platform_says_it() {
    let written = |name: &str, bytes: &[u8]| {
        let class = class();
        write(&class.path().join(name), bytes);
        entries(&class)[0].read(Course::whole()).written
    };
    let time = zip::DateTime::from_date_and_time(2026, 10, 1, 23, 59, 0).unwrap();
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(SIGMOID, SimpleFileOptions::default().last_modified_time(time)).unwrap();
    let zip = archive.finish().unwrap().into_inner();
    assert_eq!(written("ada.zip", &zip), Some(Written::Local(1_790_899_140)));
    let tar = tarred(&[(SIGMOID, b"s")]);
    assert_eq!(written("ada.tar", &tar), Some(Written::Universal(1_790_000_000)));
    assert_eq!(written("ada/sigmoid.rs", b"s"), None);
    let name = "Homework 1_ada_attempt_2026-10-01-23-58-00_course.zip";
    assert_eq!(written(name, &zip), Some(Written::Local(1_790_899_080)));
}
