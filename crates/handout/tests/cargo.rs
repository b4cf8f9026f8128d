//! Cargo takes a handout as it is, without the network.

use std::fs;
use std::path::Path;
use std::process::Command;

use contract::Language;
use handout::Handout;
use handout::settings::Settings;

/// The lock file is cargo's own for every selection of lessons, so that a class is linked with what the course was
/// tested with. `INSTA_UPDATE=always` writes it anew.
#[test]
fn the_lock_file_is_what_cargo_makes_of_it() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join("given.lock");
    let of_course = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    let of_course = fs::read_to_string(of_course).unwrap();
    for lessons in [&[][..], &["init"], &["activations", "symmetry"]] {
        let lessons: Vec<String> = lessons.iter().map(ToString::to_string).collect();
        let name = format!("handout-lock-{}-{}", lessons.len(), std::process::id());
        let folder = std::env::temp_dir().join(name);
        let settings = Settings::of_lessons(&lessons, Language::English).unwrap();
        Handout::new(settings).write(&folder).unwrap();
        let lock = folder.join("Cargo.lock");
        let before = fs::read_to_string(&lock).unwrap();
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        // Resolves as a build does, and needs no crate that only other systems download.
        let mut update = Command::new(cargo);
        update.args(["update", "--workspace", "--offline"]).current_dir(&folder);
        let output = update.output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !words.contains("warning"), "{words}");
        let after = fs::read_to_string(&lock).unwrap();
        if std::env::var_os("INSTA_UPDATE").is_some_and(|wish| wish == "always")
            && lessons.is_empty()
        {
            fs::write(&own, &after).unwrap();
        } else {
            assert_eq!(
                before, after,
                "INSTA_UPDATE=always cargo test -p handout writes given.lock anew"
            );
        }
        for checksum in after.lines().filter(|line| line.starts_with("checksum")) {
            assert!(of_course.contains(checksum), "the course's lock file has another version");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
