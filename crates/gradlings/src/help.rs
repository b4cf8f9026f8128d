//! Help with an exercise: the next hint, the stub again, the solution.

use std::fs;
use std::io;
use std::path::PathBuf;

use contract::{Language, Text, say};

use crate::check::Bench;
use crate::spoken;
use course::Exercise;

/// The next step of the hints of an exercise, and its number. After the last the first comes again.
pub fn next_hint(bench: &Bench, exercise: &Exercise) -> io::Result<(usize, Vec<Hint>)> {
    let counter = bench.output.join("hints").join(exercise.name());
    let seen = fs::read_to_string(&counter).ok().and_then(|text| text.trim().parse().ok());
    let step = seen.unwrap_or(0_usize) % 3;
    fs::create_dir_all(bench.output.join("hints"))?;
    fs::write(&counter, (step + 1).to_string())?;
    Ok((step, hints(exercise, step)))
}

/// A step of the hints of an exercise, from 0: one for each of its functions.
pub fn hints(exercise: &Exercise, step: usize) -> Vec<Hint> {
    let hints = exercise.outline.hints.iter();
    hints.map(|it| Hint { function: it.function, text: it.steps[step].clone() }).collect()
}

/// A step of help for a function.
pub struct Hint {
    /// The function.
    pub function: &'static str,
    text: Text,
}

impl Hint {
    /// The step in `language`.
    pub fn speak(&self, language: Language) -> String {
        self.text.speak(language).to_string()
    }
}

/// Puts the stub back. What was there is kept beside it; its new name is returned, unless there was
/// nothing to keep.
pub fn reset(bench: &Bench, exercise: &Exercise) -> io::Result<Option<PathBuf>> {
    let (file, stub) = (bench.file(exercise), bench.stub(exercise)?);
    let Ok(there) = fs::read(&file) else {
        fs::write(&file, stub)?;
        return Ok(None);
    };
    // Line ends may differ: a checkout changes them.
    if String::from_utf8_lossy(&there).lines().eq(stub.lines()) {
        return Ok(None);
    }
    let mut number = 1;
    let mut kept = file.with_extension("1.bak");
    while kept.exists() {
        number += 1;
        kept = file.with_extension(format!("{number}.bak"));
    }
    fs::rename(&file, &kept)?;
    fs::write(&file, stub)?;
    Ok(Some(kept.strip_prefix(&bench.root).unwrap_or(&kept).to_path_buf()))
}

/// What to say of a reset.
pub fn reset_words(exercise: &Exercise, kept: Option<PathBuf>) -> Text {
    let file = exercise.file().display().to_string();
    match kept.map(|kept| kept.display().to_string()) {
        Some(kept) => say!(
            "{file} is the stub again. What was there is kept in {kept}.",
            "{file} 파일이 처음 상태로 돌아왔습니다. 이전 내용은 {kept}에 보관했습니다."
        ),
        None => say!("{file} is the stub.", "{file} 파일은 처음 상태입니다."),
    }
}

/// The solution of an exercise.
pub fn solution(bench: &Bench, exercise: &Exercise) -> io::Result<String> {
    let file = bench.root.join(exercise.solution());
    fs::read_to_string(&file).map_err(|error| spoken::about_file(&file, &error))
}

/// What is said while an exercise does not hold.
pub fn refusal_words(exercise: &Exercise) -> Text {
    let name = exercise.name();
    say!(
        "{name} does not hold yet. `cargo run -- hint {name}` helps; \
         `cargo run -- solution {name} --anyway` shows the solution all the same.",
        "{name} 문제는 아직 해결되지 않았습니다. 도움말: `cargo run -- hint {name}`. 그래도 풀이를 \
         보려면 `cargo run -- solution {name} --anyway`를 실행하세요."
    )
}
