//! The libraries that students' code is linked with: prepared once, never changed.
//!
//! They are those that the package `prelude` depends on: the contract and the lessons without their suites, and
//! what an exercise may name besides. Several graders may use them at once, also on machines that share a file
//! system, and locks may do nothing there. So nothing is ever built in a place where somebody may look:
//!
//! 1. Prepared libraries lie in a folder whose name is the digest of all that they follow from: sources, lock file,
//!    profiles, compiler, and the flags below.
//! 2. Who finds no such folder has cargo build them in a work folder of its own, and moves the result to its place
//!    in one step. Who comes second takes what is there.
//! 3. The [`LIST`] in the folder says which files belong to it. A folder that lost one is replaced as a whole.
//! 4. Who uses a folder holds a shared lock on its list. Who adds one removes those that nobody holds, but for
//!    the last few, which also count where locks do nothing.

use std::env;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::SystemTime;

use serde_derive::{Deserialize, Serialize};

use super::fingerprint::parts_of_libraries;
use super::system::{C, RUST, missing, not_run, system_folders};
use crate::Error;
use crate::digest::digest;

/// What the code of an exercise may name.
const NAMES: [&str; 10] = [
    "activations",
    "backprop",
    "contract",
    "init",
    "ndarray",
    "prelude",
    "rand",
    "rand_distr",
    "rayon",
    "symmetry",
];
/// The flags of the libraries: they are linked when a program starts, and small functions become parts of their
/// callers in `prelude`, too.
const FLAGS: [&str; 3] = ["-Cprefer-dynamic", "-Awarnings", "-Cllvm-args=-inline-threshold=275"];
/// How the build differs from a student's own: it is run by all of a class. What stays is what a
/// student can meet: checks of overflow. Generic code is shared only by what is optimised for size or
/// less, so that a student's code finds it in `prelude` alone.
const PROFILE: [&str; 10] = [
    "opt-level=2",
    "debug-assertions=false",
    "package.'*'.opt-level=2",
    // What the workspace says of single packages counts for more than `'*'`.
    "package.activations.opt-level=3",
    "package.backprop.opt-level=3",
    "package.init.opt-level=3",
    "package.matrixmultiply.opt-level=3",
    "package.ndarray.opt-level=3",
    "package.prelude.opt-level='s'",
    "package.symmetry.opt-level=3",
];
/// The file in a folder of libraries that says what belongs to it.
const LIST: &str = "list.json";
/// How many folders stay, the newest first, although nobody holds them.
const MOST_UNUSED: usize = 4;
/// The library that unwinds panics, by its name for programs and by the one that linkers look for, which only the
/// folders of C compilers hold.
const UNWINDER: [&str; 2] = ["libgcc_s.so.1", "libgcc_s.so"];

/// A folder of prepared libraries, which is held as long as the value lives.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Libraries {
    pub(super) folder: PathBuf,
    files: Vec<Listed>,
    #[serde(skip)]
    _held: Option<Arc<File>>,
}

/// A file of a folder of libraries.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Listed {
    file: PathBuf,
    bytes: u64,
    /// The name by which students' code may name it, if it may.
    name: Option<String>,
}

/// What cargo says of something that it built.
#[derive(Deserialize)]
struct Message {
    reason: String,
    target: Option<Target>,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

impl Libraries {
    /// The libraries of the workspace at `root` for the compiler that calls itself `compiler`, in a folder below
    /// `target`; they are built in `place`, an empty folder on the same file system, if they are not there.
    ///
    /// # Errors
    /// If they do not build, or `target` cannot be written.
    pub(super) fn prepare(
        root: &Path,
        target: &Path,
        place: &Path,
        compiler: &str,
    ) -> Result<Self, Error> {
        let all = target.join("libraries");
        loop {
            let digest = digest_of(root, compiler)?;
            let folder = all.join(&digest);
            if let Some(libraries) = Self::open(&folder) {
                return Ok(libraries);
            }
            fs::create_dir_all(&all).map_err(Error::file(&all))?;
            // So that those who come at once do not all build. Where locks do nothing, they do.
            let lock = all.join("building.lock");
            let lock = File::create(&lock).map_err(Error::file(&lock))?;
            let _ = lock.lock();
            if let Some(libraries) = Self::open(&folder) {
                return Ok(libraries);
            }
            let draft = build(root, place, compiler)?;
            // Otherwise the course was changed while it was built.
            if digest_of(root, compiler)? == digest {
                publish(&draft, &folder, place).map_err(Error::file(&folder))?;
                remove_unused(&all, place);
            }
            fs::remove_dir_all(place)
                .and_then(|()| fs::create_dir(place))
                .map_err(Error::file(place))?;
        }
    }

    /// The libraries in `folder`, if all of them are there.
    fn open(folder: &Path) -> Option<Self> {
        let mut list = File::open(folder.join(LIST)).ok()?;
        let _ = list.lock_shared();
        let mut text = String::new();
        list.read_to_string(&mut text).ok()?;
        // Where it cannot be written, somebody else sees to its age.
        let _ = list.set_modified(SystemTime::now());
        let files = serde_json::from_str(&text).ok()?;
        let folder = folder.to_path_buf();
        let libraries = Self { folder, files, _held: Some(Arc::new(list)) };
        libraries.check().ok().map(|()| libraries)
    }

    /// What students' code may name, each with its file.
    pub(super) fn named(&self) -> impl Iterator<Item = (&str, PathBuf)> {
        let file = |listed: &Listed| self.folder.join(&listed.file);
        self.files.iter().filter_map(move |listed| Some((listed.name.as_deref()?, file(listed))))
    }

    /// Checks that all files are still there.
    ///
    /// # Errors
    /// The first that is not.
    pub(super) fn check(&self) -> Result<(), Error> {
        for Listed { file, bytes, .. } in &self.files {
            let path = self.folder.join(file);
            if !fs::metadata(&path).is_ok_and(|metadata| metadata.len() == *bytes) {
                return Err(Error::LibraryGone(path));
            }
        }
        Ok(())
    }
}

/// The digest of all that the libraries follow from.
fn digest_of(root: &Path, compiler: &str) -> Result<String, Error> {
    let mut parts = parts_of_libraries(root)?;
    parts.push(compiler.to_string());
    parts.extend(FLAGS.iter().chain(&PROFILE).map(ToString::to_string));
    let parts: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
    Ok(digest(&parts).to_string())
}

/// Has cargo build the libraries in `place`, and gathers them in a folder there.
fn build(root: &Path, place: &Path, compiler: &str) -> Result<PathBuf, Error> {
    let program = course::libraries::cargo();
    let mut cargo = Command::new(&program);
    for setting in PROFILE {
        cargo.args(["--config", &format!("profile.dev.{setting}")]);
    }
    cargo.args(["build", "--quiet", "--locked", "--package", "prelude", "--target-dir"]);
    cargo.arg(place.join("build")).current_dir(root);
    // Another target in cargo's configuration is not the one that students' code is compiled for.
    cargo.args(
        compiler
            .lines()
            .filter_map(|line| line.strip_prefix("host: "))
            .flat_map(|host| ["--target", host]),
    );
    cargo.arg("--message-format=json-render-diagnostics");
    cargo.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}")).env("CARGO_INCREMENTAL", "0");
    let child = cargo.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|source| not_run(&program, RUST, source))?;
    let mut built = Vec::new();
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        let line = line.map_err(Error::program(&program))?;
        built.extend(serde_json::from_str(&line).ok().and_then(library));
    }
    let status = child.wait().map_err(Error::program(&program))?;
    let named = built.iter().filter(|(name, _)| NAMES.contains(&name.as_str())).count();
    if !status.success() || named < NAMES.len() {
        return Err(Error::Command {
            command: format!("{} build --package prelude", program.display()),
            words: "the libraries for students' code do not build".to_string(),
            remedy: "",
        });
    }
    gather(built, &place.join("libraries"))
}

/// The library that a message of cargo is about, if it is about one that students' code is linked with.
fn library(message: Message) -> Option<(String, PathBuf)> {
    let target = message.target.filter(|_| message.reason == "compiler-artifact")?;
    if !target.kind.iter().any(|kind| ["lib", "rlib", "dylib"].contains(&kind.as_str())) {
        return None;
    }
    let is_wanted = |file: &PathBuf| {
        file.extension().is_some_and(|kind| kind == "rlib" || kind == env::consts::DLL_EXTENSION)
    };
    let file = message.filenames.into_iter().find(is_wanted)?;
    // Cargo names the copy for people; the original lies with the other libraries.
    let original = file.parent()?.join("deps").join(file.file_name()?);
    Some((target.name, if original.exists() { original } else { file }))
}

/// Moves what was `built` to `folder`, and adds what else a linker needs.
fn gather(built: Vec<(String, PathBuf)>, folder: &Path) -> Result<PathBuf, Error> {
    fs::create_dir_all(folder).map_err(Error::file(folder))?;
    let mut files = Vec::new();
    let mut list = |file: &str, name: Option<String>| -> Result<(), Error> {
        let path = folder.join(file);
        let bytes = fs::metadata(&path).map_err(Error::file(&path))?.len();
        files.push(Listed { file: file.into(), bytes, name });
        Ok(())
    };
    for (name, path) in built {
        let Some(file) = path.file_name().and_then(|file| file.to_str()) else { continue };
        fs::rename(&path, folder.join(file)).map_err(Error::file(&path))?;
        list(file, Some(name).filter(|name| NAMES.contains(&name.as_str())))?;
    }
    let [of_programs, of_linkers] = UNWINDER;
    let mut places = system_folders().into_iter().map(|folder| folder.join(of_programs));
    let unwinder = places.find(|path| path.exists()).ok_or_else(|| missing(of_programs, C))?;
    let link = folder.join(of_linkers);
    symlink(unwinder, &link).map_err(Error::file(&link))?;
    list(of_linkers, None)?;
    let list = folder.join(LIST);
    let text = serde_json::to_vec(&files).map_err(io::Error::from);
    text.and_then(|text| fs::write(&list, text)).map_err(Error::file(&list))?;
    Ok(folder.to_path_buf())
}

/// Moves `draft` to `folder` in one step, unless somebody else was quicker. What lies there and is not whole is
/// moved to `place`.
fn publish(draft: &Path, folder: &Path, place: &Path) -> io::Result<()> {
    match fs::rename(draft, folder) {
        Err(_) if folder.exists() => {
            if Libraries::open(folder).is_some() {
                return Ok(());
            }
            fs::rename(folder, place.join("damaged"))?;
            fs::rename(draft, folder)
        }
        outcome => outcome,
    }
}

/// Moves folders in `all` that nobody holds to `place`, but for the last few that were used.
fn remove_unused(all: &Path, place: &Path) {
    let mut folders: Vec<(Option<SystemTime>, PathBuf)> = Vec::new();
    for entry in fs::read_dir(all).into_iter().flatten().flatten() {
        let folder = entry.path();
        if folder.is_dir() {
            let list = fs::metadata(folder.join(LIST));
            folders.push((list.and_then(|list| list.modified()).ok(), folder));
        }
    }
    folders.sort();
    let most = folders.len().saturating_sub(MOST_UNUSED);
    for (number, (used, folder)) in folders.into_iter().enumerate() {
        let list = File::open(folder.join(LIST));
        let is_held = list.as_ref().is_ok_and(|list| list.try_lock().is_err());
        if used.is_none() || number < most && !is_held {
            let _ = fs::rename(&folder, place.join(format!("unused-{number}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of libraries that holds one, which was used `age` seconds ago.
    fn libraries(all: &Path, name: &str, age: u64) -> PathBuf {
        let folder = all.join(name);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("libinit.rlib"), name).unwrap();
        let bytes = name.len() as u64;
        let listed = Listed { file: "libinit.rlib".into(), bytes, name: Some("init".into()) };
        fs::write(folder.join(LIST), serde_json::to_vec(&[listed]).unwrap()).unwrap();
        let list = File::open(folder.join(LIST)).unwrap();
        list.set_modified(SystemTime::now() - std::time::Duration::from_secs(age)).unwrap();
        folder
    }

    #[test]
    fn libraries_that_lost_a_file_are_no_libraries() {
        let all = tempfile::tempdir().unwrap();
        let folder = libraries(all.path(), "new", 0);
        let opened = Libraries::open(&folder).unwrap();
        assert_eq!(opened.named().next(), Some(("init", folder.join("libinit.rlib"))));
        opened.check().unwrap();
        fs::write(folder.join("libinit.rlib"), "").unwrap();
        let words = opened.check().unwrap_err().to_string();
        assert!(words.contains("libinit.rlib") && Libraries::open(&folder).is_none(), "{words}");
    }

    #[test]
    fn who_comes_second_takes_what_is_there_and_replaces_what_is_damaged() {
        let (all, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let text = |folder: &Path| fs::read_to_string(folder.join("libinit.rlib")).unwrap();
        let folder = libraries(all.path(), "first", 0);
        let draft = libraries(place.path(), "second", 0);
        publish(&draft, &folder, place.path()).unwrap();
        assert_eq!(text(&folder), "first");
        fs::remove_file(folder.join("libinit.rlib")).unwrap();
        publish(&draft, &folder, place.path()).unwrap();
        assert_eq!(text(&folder), "second");
        assert!(Libraries::open(&folder).is_some());
    }

    #[test]
    fn what_nobody_holds_is_removed_but_for_the_last_few() {
        let (all, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let names = ["a", "b", "c", "d", "e", "f", "g"];
        let mut ages = 0..;
        let folders = names.map(|name| libraries(all.path(), name, 100 * ages.next().unwrap()));
        fs::create_dir(all.path().join("debug")).unwrap();
        let list = File::open(folders[5].join(LIST)).unwrap();
        list.lock_shared().unwrap();
        remove_unused(all.path(), place.path());
        let stays = folders.map(|folder| folder.exists());
        assert_eq!(stays, [true, true, true, true, false, true, false]);
        assert!(!all.path().join("debug").exists(), "what is no folder of libraries");
    }
}
