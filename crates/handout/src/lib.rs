//! The course as it is handed out: without suites, solutions and history.
//!
//! A class cannot be given a clone, where the answers lie. This crate holds the files that a student needs and
//! writes them as a workspace of their own; the program that judges is installed beside it.
//!
//! | module | says |
//! |---|---|
//! | `files` | the files that the program holds; `build.rs` lists them |
//! | [`settings`] | `gradlings.toml`: what was handed out, and by which version |
//! | `manifest` | the manifests and the lock file of a handout |
//! | `texts` | its README, and the tests that ask the installed program |
//! | [`update`](mod@update) | what a student made of it, which no newer version touches |
//!
//! # What of the course is in a handout
//!
//! Stubs, the texts of the lessons with their pictures, and `given/`: the contract and the lessons' crates, which
//! hold types and signatures. No kernel, no suite, no solution, no test of the course itself. The solutions are in the
//! program, which shows one to whoever has solved the exercise.

pub mod error;
mod files;
mod manifest;
pub mod settings;
mod texts;
pub mod update;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use course::error::Error as FileError;
use course::stub::{for_installed, stub_of};
use course::wiring::list_of;
use course::{Course, Exercise};

pub use error::Error;
use files::below;
pub use files::solution;
use manifest::Packages;
use settings::Settings;

/// The command that installs the program, unless a handout names another.
pub const INSTALL: &str = "cargo install --path crates/gradlings";

/// Files by their paths, which have slashes on every system.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A course to be handed out.
pub struct Handout {
    settings: Settings,
    others: Files,
}

/// The version of the course that this program holds.
pub fn version() -> &'static str {
    manifest::version()
}

/// The stub of an exercise as it is handed out.
pub fn stub(exercise: &Exercise) -> String {
    for_installed(&stub_of(exercise, solution(exercise)))
}

impl Handout {
    /// The handout that `settings` describe.
    pub fn new(settings: Settings) -> Self {
        Self { settings, others: Files::new() }
    }

    /// The same with another file, which no update brings.
    #[must_use]
    pub fn with(mut self, path: &str, text: String) -> Self {
        self.others.insert(path.to_string(), text.into_bytes());
        self
    }

    /// Its files.
    pub fn files(&self) -> Files {
        let of_lessons = Course::whole().by_lesson().map(|exercises| {
            let wanted = exercises.iter().filter(|exercise| self.settings.has(exercise));
            (exercises[0].lesson.name(), wanted.collect::<Vec<_>>())
        });
        // A later lesson may use an earlier one, so all up to the last are given.
        let mut lessons: Vec<(&str, Vec<&Exercise>)> = of_lessons.collect();
        while lessons.last().is_some_and(|(_, exercises)| exercises.is_empty()) {
            lessons.pop();
        }
        let given = ["contract"].into_iter().chain(lessons.iter().map(|(name, _)| *name)).collect();
        lessons.retain(|(_, exercises)| !exercises.is_empty());
        let packages = Packages { given, lessons: lessons.iter().map(|(name, _)| *name).collect() };
        let mut files = Files::new();
        let mut put = |path: String, text: String| _ = files.insert(path, text.into_bytes());
        put(settings::FILE.to_string(), self.settings.text());
        put("Cargo.toml".to_string(), packages.workspace());
        put("Cargo.lock".to_string(), packages.lock());
        put(
            ".gitignore".to_string(),
            "/target\n# What `gradlings reset` kept.\n*.bak\n".to_string(),
        );
        put("README.md".to_string(), texts::readme(&self.settings, &lessons));
        for name in &packages.given {
            put(format!("given/{name}/Cargo.toml"), manifest::of_given(name));
        }
        for (lesson, exercises) in &lessons {
            let folder = format!("exercises/{lesson}");
            put(format!("{folder}/Cargo.toml"), packages.of_exercises(lesson));
            put(format!("{folder}/src/lib.rs"), list_of(exercises));
            put(format!("{folder}/tests/properties.rs"), texts::tests(&self.settings, exercises));
            for exercise in exercises {
                put(format!("{folder}/src/{}.rs", exercise.name()), stub(exercise));
            }
        }
        let folders = packages.given.iter().map(|name| format!("given/{name}/"));
        for folder in
            folders.chain(packages.lessons.iter().map(|name| format!("exercises/{name}/")))
        {
            for (path, bytes) in below(&folder) {
                let bytes = match std::str::from_utf8(bytes) {
                    Ok(text) if path.contains("/README") => {
                        texts::of_lesson(text, &self.settings).into_bytes()
                    }
                    _ => bytes.to_vec(),
                };
                files.insert(path.to_string(), bytes);
            }
        }
        let list = update::list(&files);
        files.insert(update::LIST.to_string(), list.into_bytes());
        files.extend(self.others.clone());
        files
    }

    /// Writes it to `folder`, which must not be there yet: all of it, or nothing.
    ///
    /// # Errors
    /// If something is there, the folder lies in another workspace, or the disk does not take it.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        // Not `exists`, which follows links.
        if folder.symlink_metadata().is_ok() || folder.file_name().is_none() {
            return Err(Error::Exists(folder.to_path_buf()));
        }
        let folder = std::path::absolute(folder).map_err(FileError::file(folder))?;
        if let Some(workspace) = workspace_around(&folder) {
            return Err(Error::Inside { folder, workspace });
        }
        let draft = folder.with_extension(format!("{}.draft", std::process::id()));
        let write = || {
            for (path, bytes) in self.files() {
                update::write(&update::place(&draft, &path), &bytes)?;
            }
            fs::rename(&draft, &folder).map_err(FileError::file(&folder))?;
            Ok(())
        };
        write().inspect_err(|_| _ = fs::remove_dir_all(&draft))
    }
}

/// The root of the workspace or the handout that `folder`, which is not there yet, would lie in.
fn workspace_around(folder: &Path) -> Option<PathBuf> {
    let parent = folder.ancestors().find_map(|ancestor| ancestor.canonicalize().ok())?;
    let is_root = |folder: &&Path| {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        let is_workspace = manifest.lines().any(|line| line.trim_start().starts_with("[workspace"));
        is_workspace || folder.join(settings::FILE).is_file()
    };
    parent.ancestors().find(is_root).map(Path::to_path_buf)
}

/// The root of the handout that holds `folder`, none if there is no such.
pub fn root(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|folder| folder.join(settings::FILE).is_file()).map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Language;

    fn files(lessons: &[&str], language: Language) -> Files {
        let lessons: Vec<String> = lessons.iter().map(ToString::to_string).collect();
        Handout::new(Settings::of_lessons(&lessons, language).unwrap()).files()
    }

    fn text<'f>(files: &'f Files, path: &str) -> &'f str {
        std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("{path}"))).unwrap()
    }

    #[test]
    fn a_handout_holds_what_its_lessons_need() {
        let files = files(&["init"], Language::English);
        for path in [
            "gradlings.toml",
            "README.md",
            "exercises/init/README.ko.md",
            "exercises/init/images/draws.svg",
            "exercises/init/src/draws.rs",
            "exercises/init/tests/properties.rs",
            "given/activations/src/lib.rs",
            "given/contract/src/ahead/mod.rs",
        ] {
            text(&files, path);
        }
        let strangers =
            ["activations/src/sigmoid.rs", "backprop", "kernels", "suite", "solutions", "tests.rs"];
        for stranger in strangers {
            assert!(files.keys().all(|path| !path.contains(stranger)), "{stranger}");
        }
        assert!(!text(&files, "Cargo.lock").contains("proptest"));
        assert!(!text(&files, "Cargo.lock").contains("fearless_simd"));
    }

    #[test]
    fn what_stands_behind_a_feature_or_a_test_is_not_given() {
        for (path, bytes) in files(&[], Language::English) {
            if path.starts_with("given/") {
                let text = String::from_utf8(bytes).unwrap();
                for word in ["cfg(test)", "feature", "kernels", "#[test]"] {
                    assert!(!text.contains(word), "{path}: {word}");
                }
            }
        }
    }

    #[test]
    fn every_text_says_gradlings_and_names_nothing_that_is_not_there() {
        for language in [Language::English, Language::Korean] {
            let files = files(&[], language);
            for (path, bytes) in &files {
                let Ok(text) = std::str::from_utf8(bytes) else { continue };
                for word in ["cargo run", "solutions/", "cargo bench", "cargo lab", "-suite"] {
                    assert!(!text.contains(word), "{path}: {word}");
                }
            }
            let readme = text(&files, "README.md");
            assert_eq!(readme.contains("연습"), language == Language::Korean);
        }
    }

    #[test]
    fn nothing_that_is_there_is_overwritten() {
        let place = std::env::temp_dir().join(format!("handout-{}", std::process::id()));
        fs::create_dir_all(place.join("there")).unwrap();
        fs::create_dir_all(place.join("workspace")).unwrap();
        fs::write(place.join("workspace/Cargo.toml"), "[workspace]\n").unwrap();
        let handout =
            Handout::new(Settings::of_lessons(&["init".into()], Language::English).unwrap());
        assert!(matches!(handout.write(&place.join("there")), Err(Error::Exists(_))));
        assert!(matches!(handout.write(&place.join("workspace/a/b")), Err(Error::Inside { .. })));
        handout.write(&place.join("new/course")).unwrap();
        let root = place.join("new/course");
        assert_eq!(root_of(&root.join("exercises/init/src")), root);
        assert!(matches!(handout.write(&root), Err(Error::Exists(_))));
        assert!(matches!(handout.write(&root.join("again")), Err(Error::Inside { .. })));
        assert_eq!(fs::read_dir(place.join("new")).unwrap().count(), 1, "no draft is left");
        fs::remove_dir_all(place).unwrap();
    }

    fn root_of(folder: &Path) -> PathBuf {
        super::root(folder).unwrap()
    }

    #[test]
    fn an_update_leaves_what_a_student_changed_and_names_it_if_it_is_newer() {
        let place = std::env::temp_dir().join(format!("update-{}", std::process::id()));
        let settings = Settings::of_lessons(&["init".into()], Language::English).unwrap();
        Handout::new(settings.clone()).write(&place).unwrap();
        let (file, list) = (|path: &str| place.join(path), place.join(update::LIST));
        assert_eq!(update::update(&place, &settings).unwrap(), update::Updated::default());
        // As an earlier version handed them out: two stubs and a text that are another now, and a file that is gone.
        let old = "old";
        let mut entries = fs::read_to_string(&list).unwrap();
        for path in [
            "exercises/init/src/draws.rs",
            "exercises/init/src/zeros.rs",
            "exercises/init/README.md",
        ] {
            fs::write(file(path), old).unwrap();
            let line = entries.lines().find(|line| line.ends_with(path)).unwrap().to_string();
            let of_old = update::list(&Files::from([(path.to_string(), old.into())]));
            entries = entries.replace(&line, of_old.trim_end());
        }
        fs::write(file("given/old.rs"), old).unwrap();
        entries += &update::list(&Files::from([("given/old.rs".to_string(), old.into())]));
        fs::write(&list, entries).unwrap();
        // The student's own work on one that is newer, and on one that is not.
        for path in ["exercises/init/src/zeros.rs", "exercises/init/src/scaled.rs"] {
            fs::write(file(path), "mine").unwrap();
        }
        fs::remove_file(file("exercises/init/images/draws.svg")).unwrap();
        let updated = update::update(&place, &settings).unwrap();
        assert_eq!(updated.kept, ["exercises/init/src/zeros.rs"]);
        assert_eq!(updated.removed, ["given/old.rs"]);
        let back = [
            "exercises/init/README.md",
            "exercises/init/images/draws.svg",
            "exercises/init/src/draws.rs",
        ];
        assert_eq!(updated.written, back);
        for path in ["exercises/init/src/zeros.rs", "exercises/init/src/scaled.rs"] {
            assert_eq!(fs::read_to_string(file(path)).unwrap(), "mine");
        }
        assert_eq!(update::update(&place, &settings).unwrap(), update::Updated::default());
        fs::remove_dir_all(place).unwrap();
    }
}
