//! Help with an exercise: the next hint, and the stub again.

use std::fs;
use std::path::{Path, PathBuf};

use contract::{Text, say};
use course::Exercise;
use course::stub::same_text;

use crate::error::Error;
use crate::workplace::Workplace;

/// A step of help for a function.
pub struct Hint {
    /// The function.
    pub function: &'static str,
    /// The step.
    pub text: Text,
}

/// The next step of the hints of an exercise, and its number from 0. After the last the first comes again.
pub fn next_hint(workplace: &Workplace, exercise: &Exercise) -> (usize, Vec<Hint>) {
    let folder = workplace.output.join("hints");
    let counter = folder.join(exercise.name());
    let shown = fs::read_to_string(&counter).ok().and_then(|text| text.trim().parse().ok());
    let step = shown.unwrap_or(0_usize) % 3;
    // Where it cannot be kept, the same step comes again.
    let _ = fs::create_dir_all(&folder);
    let _ = fs::write(&counter, (step + 1).to_string());
    (step, hints(exercise, step))
}

/// A step of the hints of an exercise, from 0: one for each of its functions.
pub fn hints(exercise: &Exercise, step: usize) -> Vec<Hint> {
    let hints = exercise.outline.hints.iter();
    hints.map(|hints| Hint { function: hints.function, text: hints.steps[step].clone() }).collect()
}

/// Puts the stub back. What was there, the student's text or whatever lies in its place, is moved to a backup
/// beside it, whose name is returned; there is none if nothing is there, or the stub already. The stub is
/// written first and moved last, so that a full disk leaves all as it was.
///
/// # Errors
/// If a file cannot be read, moved or written.
pub fn reset(workplace: &Workplace, exercise: &Exercise) -> Result<Option<PathBuf>, Error> {
    let (file, stub) = (workplace.file(exercise), workplace.stub(exercise)?);
    if fs::read_to_string(&file).is_ok_and(|text| same_text(&text, &stub)) {
        return Ok(None);
    }
    let draft = file.with_extension("draft");
    write(&draft, &stub)?;
    // Not `exists`, which follows links.
    let is_there = |path: &Path| path.symlink_metadata().is_ok();
    let backup = is_there(&file).then(|| {
        let mut numbered = (1..).map(|number| file.with_extension(format!("{number}.bak")));
        numbered.find(|backup| !is_there(backup)).unwrap_or_default()
    });
    if let Some(backup) = &backup {
        fs::rename(&file, backup).map_err(Error::file(backup))?;
    }
    fs::rename(&draft, &file).map_err(Error::file(&file))?;
    let below_root = |backup: PathBuf| {
        backup.strip_prefix(&workplace.root).map_or(backup.clone(), Path::to_path_buf)
    };
    Ok(backup.map(below_root))
}

fn write(file: &Path, text: &str) -> Result<(), Error> {
    fs::write(file, text).inspect_err(|_| _ = fs::remove_file(file)).map_err(Error::file(file))
}

/// What to say of a reset.
pub(crate) fn reset_words(exercise: &Exercise, backup: Option<PathBuf>) -> Text {
    let file = exercise.file().display().to_string();
    match backup.map(|backup| backup.display().to_string()) {
        Some(backup) => say!(
            "{file} is the stub again. What was there is kept in {backup}.",
            "{file} 파일이 처음 상태로 돌아왔습니다. 이전 내용은 {backup}에 보관했습니다."
        ),
        None => say!("{file} is the stub.", "{file} 파일은 처음 상태입니다."),
    }
}

/// What to say when the solution of an unsolved exercise is asked for. In a handout it is never shown before.
pub(crate) fn refusal_words(exercise: &Exercise, is_handed_out: bool) -> Text {
    let name = exercise.name();
    if is_handed_out {
        return say!(
            "{name} does not hold yet, and its solution is shown once it does. `cargo run -- hint {name}` helps.",
            "{name} 문제는 아직 해결되지 않았습니다. 해결하면 풀이를 볼 수 있습니다. 도움말: \
             `cargo run -- hint {name}`."
        );
    }
    say!(
        "{name} does not hold yet. `cargo run -- hint {name}` helps; \
         `cargo run -- solution {name} --anyway` shows the solution all the same.",
        "{name} 문제는 아직 해결되지 않았습니다. 도움말: `cargo run -- hint {name}`. 그래도 풀이를 \
         보려면 `cargo run -- solution {name} --anyway`를 실행하세요."
    )
}
