//! `cargo grade autograder`: the zip that Gradescope builds an autograder from.

use std::fs;
use std::io::{self, Seek, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::Error;

/// What of the course is not packed: what is built, and what belongs to the place where it lies.
const LEFT_OUT: [&str; 3] = ["target", "results", "node_modules"];

/// Writes the zip for the workspace at `root`: two scripts, the course, and the assignment if there is one.
///
/// # Errors
/// Those of the file system.
pub fn write(
    root: &Path,
    assignment: Option<&Path>,
    output: &mut (impl Write + Seek),
) -> Result<(), Error> {
    let mut zip = ZipWriter::new(output);
    let mut put = |name: &str, mode: u32, bytes: &[u8]| {
        let options = SimpleFileOptions::default().unix_permissions(mode);
        zip.start_file(name, options).map_err(io::Error::from)?;
        zip.write_all(bytes)
    };
    let failed = |name: &str| Error::file(Path::new(name));
    put("setup.sh", 0o755, include_bytes!("setup.sh")).map_err(failed("setup.sh"))?;
    put("run_autograder", 0o755, include_bytes!("run_autograder"))
        .map_err(failed("run_autograder"))?;
    if let Some(path) = assignment {
        let bytes = fs::read(path).map_err(Error::given(path))?;
        put("assignment.toml", 0o644, &bytes).map_err(failed("assignment.toml"))?;
    }
    pack(root, "course", &mut put)?;
    let ended = zip.finish().map_err(io::Error::from);
    ended.map(drop).map_err(failed("autograder.zip"))
}

/// Packs the files in `folder`; links are left out.
fn pack(
    folder: &Path,
    name: &str,
    put: &mut impl FnMut(&str, u32, &[u8]) -> io::Result<()>,
) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(Error::file(folder))?;
    let entries = entries.collect::<io::Result<Vec<_>>>();
    let mut entries = entries.map_err(Error::file(folder))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, file) = (entry.path(), entry.file_name());
        let file = file.to_string_lossy();
        let kind = entry.file_type().map_err(Error::file(&path))?;
        let is_hidden = file.starts_with('.') && file != ".cargo";
        if is_hidden || LEFT_OUT.contains(&&*file) {
            continue;
        }
        let name = format!("{name}/{file}");
        if kind.is_dir() {
            pack(&path, &name, put)?;
        } else if kind.is_file() {
            let bytes = fs::read(&path).map_err(Error::file(&path))?;
            put(&name, 0o644, &bytes).map_err(Error::file(&path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zip_holds_what_gradescope_runs_and_the_course() {
        let root = tempfile::tempdir().unwrap();
        for file in
            ["Cargo.toml", ".cargo/config.toml", "crates/a/src/lib.rs", "target/x", ".git/x"]
        {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        let assignment = root.path().join("Cargo.toml");
        let mut bytes = io::Cursor::new(Vec::new());
        write(root.path(), Some(&assignment), &mut bytes).unwrap();
        let mut zip = zip::ZipArchive::new(bytes).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        let expected = [
            "setup.sh",
            "run_autograder",
            "assignment.toml",
            "course/.cargo/config.toml",
            "course/Cargo.toml",
            "course/crates/a/src/lib.rs",
        ];
        assert_eq!(names, expected);
        for script in ["setup.sh", "run_autograder"] {
            assert_eq!(zip.by_name(script).unwrap().unix_mode().unwrap() & 0o777, 0o755);
        }
    }
}
