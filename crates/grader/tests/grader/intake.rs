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

fn zip(path: &Path, entries: &[(impl AsRef<str>, &[u8])]) {
    let mut archive = zip::ZipWriter::new(fs::File::create(path).unwrap());
    for (name, bytes) in entries {
        let name = name.as_ref();
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
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
        Source::Rejected(why) => why.en.into_owned(),
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
        zip(&class.path().join(format!("zip {index}.zip")), &[(path, b"one\r\ntwo\n")]);
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
    zip(&class.path().join("up.zip"), &[(format!("../bob/exercises/{SIGMOID}"), b"evil")]);
    zip(
        &class.path().join("over.zip"),
        &[(format!("exercises/{SIGMOID}"), b"x"), (format!("a/../..\\{SIGMOID}"), b"evil")],
    );
    let mut archive = zip::ZipWriter::new(fs::File::create(class.path().join("link.zip")).unwrap());
    archive.add_symlink(SIGMOID, "/etc/passwd", SimpleFileOptions::default()).unwrap();
    archive.finish().unwrap();
    let link = fs::File::create(class.path().join("linked folder.zip")).unwrap();
    let mut archive = zip::ZipWriter::new(link);
    archive.add_symlink("exercises/activations", "/etc", SimpleFileOptions::default()).unwrap();
    archive.finish().unwrap();
    assert!(why(&class, "linked folder").contains("is in, a symbolic link"));
    assert!(why(&class, "broken").contains("the zip cannot be read"));
    assert!(why(&class, "link").contains("not a regular file"));
    for name in ["up", "over"] {
        assert!(read(&class, name).problem.is_some(), "{name}");
        assert!(why(&class, name).contains("outside of its own folder"), "{name}");
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
    assert!(why(&class, "ada").contains("`ada` and `ada.zip`"));
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
fn what_is_not_graded_for_its_name_is_mentioned() {
    let class = tempfile::tempdir().unwrap();
    for name in ["bob.zip", "bob.ZIP", ".eve.zip", ".zip", "._bob.zip"] {
        zip(&class.path().join(name), &[(SIGMOID, b"x")]);
    }
    for name in [".mallory", ".git"] {
        write(&class.path().join(name).join(SIGMOID), b"x");
    }
    write(&class.path().join(".gitignore"), b"");
    let listing = list(class.path()).unwrap();
    assert_eq!(listing.entries.len(), 1);
    assert_eq!(listing.hidden, [".eve.zip", ".mallory", ".zip"]);
    assert_eq!(listing.strays, [""; 0]);
    assert!(why(&class, "bob").contains("`bob.ZIP` and `bob.zip`"));
}

#[test]
fn a_path_counts_however_it_is_written() {
    let class = tempfile::tempdir().unwrap();
    let paths = [
        format!("./exercises/{SIGMOID}"),
        format!("/exercises/{SIGMOID}"),
        format!("exercises//./{SIGMOID}"),
        format!("a/../exercises/{SIGMOID}"),
        format!("Work\\exercises\\{}", SIGMOID.replace('/', "\\")),
        format!("Exercises/{}", SIGMOID.replace("sigmoid", "Sigmoid")),
        // A folder with the name of a lesson.
        format!("init/exercises/{SIGMOID}"),
    ];
    for (index, path) in paths.iter().enumerate() {
        zip(&class.path().join(format!("{index}.zip")), &[(path, b"x")]);
        let source = source(&class, &index.to_string(), "sigmoid");
        assert_eq!(source, Source::Text("x".to_string()), "{path}");
    }
}

#[test]
fn two_files_of_one_name_are_refused_and_told() {
    let class = tempfile::tempdir().unwrap();
    let path = class.path().join("same.zip");
    zip(&path, &[(SIGMOID, b"right"), (&SIGMOID.replace("sigm", "SIGM"), b"wrong")]);
    // The writer refuses two entries of one name, so one is renamed in the bytes.
    let bytes = fs::read(&path).unwrap();
    let same = String::from_utf8_lossy(&bytes).contains("SIGMoid");
    assert!(same);
    let bytes: Vec<u8> = replaced(&bytes, b"SIGMoid", b"sigmoid");
    fs::write(&path, bytes).unwrap();
    for (name, other) in [
        ("dot", format!("./{SIGMOID}")),
        ("slash", SIGMOID.replace('/', "\\")),
        ("case", SIGMOID.replace("src", "SRC")),
    ] {
        let path = class.path().join(format!("{name}.zip"));
        zip(&path, &[(SIGMOID, b"right"), (&other, b"wrong"), ("activations/src/tanh.rs", b"t")]);
        assert!(why(&class, name).contains("there are two such files"), "{name}");
        assert!(read(&class, name).problem.unwrap().contains("activations/sigmoid: there are two"));
        assert_eq!(source(&class, name, "tanh"), Source::Text("t".to_string()));
    }
    assert!(why(&class, "same").contains("two files of the name `activations/src/sigmoid.rs`"));
    #[cfg(target_os = "linux")]
    {
        write(&class.path().join("folder").join(SIGMOID), b"right");
        write(&class.path().join("folder").join(SIGMOID.replace("sig", "Sig")), b"wrong");
        assert!(why(&class, "folder").contains("Sigmoid.rs"));
    }
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for start in 0..=bytes.len() - from.len() {
        if bytes[start..].starts_with(from) {
            bytes[start..start + to.len()].copy_from_slice(to);
        }
    }
    bytes
}

#[test]
fn two_places_are_refused_unless_one_of_them_is_meant() {
    let class = tempfile::tempdir().unwrap();
    let (course, work) = (format!("exercises/{SIGMOID}"), format!("my work/{SIGMOID}"));
    let stub = b"pub fn sigmoid(z: f64) -> f64 {\n    todo!(\"write this\")\n}\n\
        pub fn sigmoid_prime(z: f64) -> f64 {\n    todo!(\"and this\")\n}\n";
    for (name, first, other, kept) in [
        ("two", &b"one"[..], &b"two"[..], None),
        ("equal", b"one", b"one", Some("one")),
        ("empty", b" ", b"two", Some("two")),
        ("stubs", stub, b"two", Some("two")),
        ("stubs after", b"one", stub, Some("one")),
    ] {
        zip(&class.path().join(format!("zip {name}.zip")), &[(&course, first), (&work, other)]);
        write(&class.path().join(format!("folder {name}")).join(&course), first);
        write(&class.path().join(format!("folder {name}")).join(&work), other);
        for form in ["zip", "folder"] {
            let name = format!("{form} {name}");
            match kept {
                Some(text) => {
                    assert_eq!(
                        source(&class, &name, "sigmoid"),
                        Source::Text(text.into()),
                        "{name}"
                    );
                    assert_eq!(read(&class, &name).problem, None);
                }
                None => assert!(
                    why(&class, &name).contains("both `exercises/` and `my work/` hold files"),
                    "{name}: {}",
                    why(&class, &name)
                ),
            }
        }
    }
    // What macOS adds, and what is the course's own, are no places.
    for other in ["__MACOSX/exercises/", ".backup/", "solutions/", "crates/"] {
        let entries = [(course.clone(), &b"one"[..]), (format!("{other}{SIGMOID}"), b"two")];
        zip(&class.path().join("course.zip"), &entries);
        assert_eq!(source(&class, "course", "sigmoid"), Source::Text("one".into()), "{other}");
    }
    let many: Vec<(String, &[u8])> =
        (0..40).map(|i| (format!("{i}/{SIGMOID}"), &b"x"[..])).collect();
    zip(&class.path().join("many.zip"), &many);
    assert!(why(&class, "many").contains("both `0/` and "));
}

#[test]
fn a_file_that_is_missing_but_for_its_name_is_told() {
    let class = tempfile::tempdir().unwrap();
    for (index, name) in ["sigmoid.rs.txt", "sigmoid (1).rs", "sigmoid.txt"].iter().enumerate() {
        let path = SIGMOID.replace("sigmoid.rs", name);
        zip(&class.path().join(format!("{index}.zip")), &[(path, b"x")]);
        let why = why(&class, &index.to_string());
        assert!(why.contains(&format!("another name: `{name}`")), "{why}");
    }
    let entries =
        [("activations/src/tanh.rs.bak", &b"old"[..]), ("activations/src/tanh.rs", b"new")];
    zip(&class.path().join("backup.zip"), &entries);
    assert_eq!(source(&class, "backup", "tanh"), Source::Text("new".to_string()));
    assert_eq!(source(&class, "backup", "sigmoid"), Source::Missing);
}

/// The bits of general purpose and the method of compression, in both headers of the only entry.
fn with_header(path: &Path, flags: u8, method: u8) {
    let mut bytes = fs::read(path).unwrap();
    let local = (0..bytes.len()).find(|at| bytes[*at..].starts_with(b"PK\x03\x04")).unwrap();
    let central = (0..bytes.len()).find(|at| bytes[*at..].starts_with(b"PK\x01\x02")).unwrap();
    for at in [local + 6, central + 8] {
        bytes[at] |= flags;
        bytes[at + 2] = method;
    }
    fs::write(path, bytes).unwrap();
}

#[test]
fn an_encrypted_or_strangely_compressed_zip_is_said_to_be_that() {
    let class = tempfile::tempdir().unwrap();
    for (name, flags, method, words) in [
        ("encrypted", 1, 8, "the zip is encrypted"),
        ("lzma", 0, 14, "compressed as"),
        ("unknown", 0, 77, "compressed as"),
    ] {
        let path = class.path().join(format!("{name}.zip"));
        zip(&path, &[(SIGMOID, b"fn f() {}")]);
        with_header(&path, flags, method);
        let problem = read(&class, name).problem.unwrap();
        assert!(problem.contains(words) && problem.matches("zip is").count() == 1, "{problem}");
    }
}

#[test]
fn a_source_in_another_encoding_is_read_or_named() {
    let class = tempfile::tempdir().unwrap();
    let utf_16 =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let marked = [&[0xff, 0xfe][..], &utf_16("fn f() {}\r\n")].concat();
    write(&class.path().join("utf 16").join(SIGMOID), &marked);
    write(&class.path().join("mark").join(SIGMOID), b"\xef\xbb\xbffn f() {}\n");
    write(&class.path().join("no mark").join(SIGMOID), &utf_16("fn f() {}\n"));
    for name in ["utf 16", "mark"] {
        assert_eq!(source(&class, name, "sigmoid"), Source::Text("fn f() {}\n".into()), "{name}");
        assert_eq!(read(&class, name).problem, None);
    }
    assert!(why(&class, "no mark").contains("UTF-16 without a byte-order mark"));
    assert!(read(&class, "no mark").problem.unwrap().starts_with("activations/sigmoid: "));
}

/// Zips whose bytes were changed, cut and repeated at random: each is read or rejected, and none takes long.
#[test]
fn a_damaged_zip_is_read_or_rejected() {
    let class = tempfile::tempdir().unwrap();
    let whole = class.path().join("whole.zip");
    zip(&whole, &[(SIGMOID, &[b'x'; 300][..]), ("exercises/init/src/zeros.rs", b"z")]);
    let whole = fs::read(whole).unwrap();
    let mut state: u64 = 20_170_808;
    let mut draw = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for round in 0..3_000 {
        let mut bytes = whole.clone();
        for _ in 0..=draw(4) {
            let at = draw(bytes.len());
            match draw(6) {
                0 => bytes.truncate(at + 1),
                1 => bytes.extend_from_within(at..),
                2 => drop(bytes.splice(at..at, *b"PK\x05\x06")),
                3 => bytes[at] = 0xff,
                _ => bytes[at] ^= 1 << draw(8),
            }
        }
        fs::write(class.path().join("damaged.zip"), bytes).unwrap();
        let submission = read(&class, "damaged");
        assert_eq!(submission.lessons.len(), Course::whole().lessons().len(), "{round}");
    }
    // What a reader looks for, everywhere.
    let start = std::time::Instant::now();
    for (marks, end) in
        [("PK\x01\x02", "PK\x05\x06"), ("PK\x06\x06", "PK\x06\x07"), ("PK\x05\x06", "PK\x05\x06")]
    {
        let bytes = [marks.repeat(4 << 20), end.repeat(16 << 10)].concat();
        fs::write(class.path().join("damaged.zip"), bytes).unwrap();
        assert!(read(&class, "damaged").problem.is_some());
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// The whole course with its `target`: 70 MB of it and many entries, of which none is read.
#[test]
fn what_is_never_read_has_no_bound() {
    let class = tempfile::tempdir().unwrap();
    let mut archive = zip::ZipWriter::new(fs::File::create(class.path().join("ada.zip")).unwrap());
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file("course/target/debug/large", stored).unwrap();
    let chunk = vec![7; 1 << 20];
    for _ in 0..70 {
        archive.write_all(&chunk).unwrap();
    }
    for index in 0..25_000 {
        archive.start_file(format!("course/target/debug/deps/{index}.o"), stored).unwrap();
    }
    archive.start_file(format!("course/exercises/{SIGMOID}"), stored).unwrap();
    archive.write_all(b"x").unwrap();
    archive.finish().unwrap();
    assert_eq!(source(&class, "ada", "sigmoid"), Source::Text("x".to_string()));
    assert_eq!(read(&class, "ada").problem, None);
}

/// Checked first and opened later, one of a thousand reads would get the secret.
#[cfg(unix)]
#[test]
fn a_folder_that_changes_while_it_is_read_leads_nowhere_else() {
    use std::os::unix::fs::symlink;
    use std::sync::atomic::{AtomicBool, Ordering};

    let (class, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(&outside.path().join("sigmoid.rs"), b"secret");
    let ada = class.path().join("ada");
    write(&ada.join(SIGMOID), b"own");
    let (src, kept, link) =
        (ada.join("activations/src"), ada.join("activations/kept"), ada.join("activations/link"));
    let is_over = AtomicBool::new(false);
    let (mut own, mut refused) = (0, 0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                symlink(outside.path(), &link).unwrap();
                fs::rename(&src, &kept).unwrap();
                fs::rename(&link, &src).unwrap();
                fs::remove_file(&src).unwrap();
                fs::rename(&kept, &src).unwrap();
            }
        });
        for _ in 0..2_000 {
            match source(&class, "ada", "sigmoid") {
                Source::Text(text) => {
                    assert_eq!(text, "own");
                    own += 1;
                }
                Source::Missing | Source::Rejected(_) => refused += 1,
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert_eq!(own + refused, 2_000);
}

#[test]
fn a_name_of_a_student_is_shown_without_tricks() {
    let class = tempfile::tempdir().unwrap();
    let bad = "\u{1b}[2J\u{202e}\u{200f}\u{200b}x/";
    let entries = [(format!("{bad}{SIGMOID}"), &b"one"[..]), (SIGMOID.to_string(), b"two")];
    zip(&class.path().join("ada.zip"), &entries);
    let why = why(&class, "ada");
    assert!(why.contains(r"`\u{1b}[2J\u{202e}\u{200f}\u{200b}x/`"), "{why}");
    let long = format!("{}/{SIGMOID}", "y".repeat(5_000));
    zip(&class.path().join("long.zip"), &[(long, &b"one"[..]), (SIGMOID.to_string(), b"two")]);
    let problem = read(&class, "long").problem.unwrap();
    assert!(problem.len() < 300, "{problem}");
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
