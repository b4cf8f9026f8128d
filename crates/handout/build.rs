//! Lists the files of the course that the program holds, so that it can hand them out wherever it is installed.
//!
//! `include_dir` would take whole folders; but what is handed out is chosen file by file, and what is `given` is
//! changed on the way: whatever stands behind a feature or a test is left out of it, with the modules that it names.
//! So a kernel is not handed out, nor is it in the program as text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::{env, io};

/// The crates that a student's code may name.
const GIVEN: [&str; 5] = ["contract", "activations", "init", "backprop", "symmetry"];
/// The lessons among them.
const LESSONS: &[&str] = GIVEN.split_at(1).1;

fn main() -> io::Result<()> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../..");
    let root = root.canonicalize()?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut files: BTreeMap<String, PathBuf> = BTreeMap::new();
    files.insert("Cargo.toml".to_string(), root.join("Cargo.toml"));
    for lesson in LESSONS {
        let folder = format!("exercises/{lesson}");
        for name in ["README.md", "README.ko.md"] {
            files.insert(format!("{folder}/{name}"), root.join(&folder).join(name));
        }
        add_folder(&root, &format!("{folder}/images"), &mut files)?;
        add_folder(&root, &format!("solutions/{lesson}/src"), &mut files)?;
    }
    for name in GIVEN {
        let mut sources = BTreeMap::new();
        add_folder(&root, &format!("crates/{name}/src"), &mut sources)?;
        let mut left_out: Vec<String> = Vec::new();
        let mut texts = BTreeMap::new();
        for (path, source) in sources {
            let (text, modules) = without_conditional_items(&fs::read_to_string(source)?);
            let folder = path.trim_end_matches("lib.rs").trim_end_matches("mod.rs");
            let folder = folder.trim_end_matches(".rs").trim_end_matches('/');
            left_out.extend(modules.iter().map(|module| format!("{folder}/{module}")));
            texts.insert(path, text);
        }
        for (path, text) in texts {
            let is_in = |module: &String| {
                let rest = path.strip_prefix(module.as_str());
                rest.is_some_and(|rest| rest.starts_with(['/', '.']))
            };
            if left_out.iter().any(is_in) {
                continue;
            }
            let given = path.replacen("crates/", "given/", 1).replace("/src/", "-src-");
            let copy = out.join(given.replace('/', "-"));
            fs::write(&copy, text)?;
            files.insert(path.replacen("crates/", "given/", 1), copy);
        }
        let manifest = format!("crates/{name}/Cargo.toml");
        files.insert(manifest.clone(), root.join(manifest));
    }
    let mut list = "&[\n".to_string();
    for (name, file) in &files {
        list += &format!("    ({name:?}, include_bytes!({:?})),\n", file.display().to_string());
    }
    fs::write(out.join("files.rs"), list + "]\n")?;
    // An edited stub has nothing built anew.
    let of_lessons = LESSONS.iter().flat_map(|lesson| {
        let parts = ["README.md", "README.ko.md", "images"];
        let of_exercises = parts.map(|part| format!("exercises/{lesson}/{part}"));
        of_exercises.into_iter().chain([format!("solutions/{lesson}/src")])
    });
    let of_given = GIVEN
        .iter()
        .flat_map(|name| [format!("crates/{name}/src"), format!("crates/{name}/Cargo.toml")]);
    let of_root = ["Cargo.toml", "crates/handout/build.rs"].map(str::to_string);
    for path in of_lessons.chain(of_given).chain(of_root) {
        println!("cargo::rerun-if-changed=../../{path}");
    }
    Ok(())
}

/// Adds the files below `folder`, each by its path from the root.
fn add_folder(root: &Path, folder: &str, files: &mut BTreeMap<String, PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if entry.file_type()?.is_dir() {
            add_folder(root, &path, files)?;
        } else if entry.path().extension().is_some_and(|kind| kind == "rs" || kind == "svg") {
            files.insert(path, entry.path());
        }
    }
    Ok(())
}

/// A text of Rust without the items behind `#[cfg(test)]` or a feature, and the modules that it named with them.
fn without_conditional_items(text: &str) -> (String, Vec<String>) {
    let (mut left, mut modules) = (String::new(), Vec::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let code = line.trim_start();
        if !code.starts_with("#[cfg(test)]") && !code.starts_with("#[cfg(feature") {
            left += line;
            left.push('\n');
            continue;
        }
        let indent = line.len() - code.len();
        let item = lines.find(|line| !line.trim_start().starts_with("#[")).unwrap_or_default();
        if let Some((_, module)) = item.split_once("mod ") {
            modules.extend(module.strip_suffix(';').map(str::to_string));
        }
        if !item.ends_with(';') {
            let end = |line: &&str| line.get(indent..).is_some_and(|end| end == "}" || end == "};");
            let _ = lines.by_ref().find(end);
        }
        // The blank line after the item goes with it.
        if left.ends_with("\n\n") && lines.clone().next().is_some_and(str::is_empty) {
            lines.next();
        }
    }
    (left.trim_end().to_string() + "\n", modules)
}
