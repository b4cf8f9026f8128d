//! The files of a lesson as one program.
//!
//! No cargo: one call of the compiler on a root file that is written here ([`wiring`](crate::wiring)), so
//! that nothing but the exercises' files counts. This is the one place that says which file an error costs;
//! how the compiler is run, plainly on a student's machine or in a cell of the grader, is left to
//! [`RunCompiler`].
//!
//! 1. All files of the lesson are compiled together, because one may call another.
//! 2. If the compiler refuses them, the files that its errors are about are left out, and the rest is
//!    compiled again.
//! 3. If its errors are about no file, or if it ran into a limit, each file is compiled alone to find out
//!    whose doing it is. If every file does well alone, all of them together are at fault.

use std::collections::BTreeMap;
use std::path::Path;

use crate::blame::blame;
use crate::wiring::SourceFile;

/// A way to run the compiler.
pub trait RunCompiler {
    /// Why it could not be run: never the student's doing.
    type Error;

    /// Compiles `files`, all of one lesson, to a program.
    ///
    /// # Errors
    /// If the compiler did not run to its end for a reason that does not lie in the files.
    fn run(&self, files: &[&SourceFile]) -> Result<Run, Self::Error>;
}

/// What came of one run of the compiler.
pub enum Run {
    /// There is a program.
    Done,
    /// The compiler refuses the files; its messages, in JSON.
    Refused(Vec<u8>),
    /// The compiler broke a limit of time or memory; what it had said by then, and why it was stopped.
    Limit(Vec<u8>, String),
}

/// What came of the files of a lesson.
#[derive(Debug, Default)]
pub struct Compiled {
    /// Whether there is a program: at least one file compiles.
    pub has_program: bool,
    /// Why the exercises that are not in it do not compile.
    pub refused: BTreeMap<&'static str, Refusal>,
}

/// Why an exercise does not compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Whether the compiler ran out of time or memory on it.
    pub is_limit: bool,
    /// The compiler's words, one error after the other.
    pub words: String,
}

/// Compiles `files`, all of one lesson. Files with errors are left out, one round after the other, until
/// the rest compiles. Relative paths in the compiler's messages are taken from `root`.
///
/// # Errors
/// Those of the way to run the compiler.
pub fn compile<R: RunCompiler>(
    compiler: &R,
    root: &Path,
    files: &[SourceFile],
) -> Result<Compiled, R::Error> {
    let mut refused = BTreeMap::new();
    let mut good: Vec<&SourceFile> = files.iter().collect();
    while !good.is_empty() {
        let found = match compiler.run(&good)? {
            Run::Done => return Ok(Compiled { has_program: true, refused }),
            Run::Refused(messages) => match blamed(root, &good, &messages) {
                Ok(found) => found,
                Err(strays) => one_by_one(compiler, root, &good, &strays)?,
            },
            Run::Limit(messages, why) => match blamed(root, &good, &messages) {
                Ok(found) => found,
                Err(_) => one_by_one(compiler, root, &good, &limit(why))?,
            },
        };
        good.retain(|file| !found.contains_key(file.exercise.name()));
        refused.extend(found);
    }
    Ok(Compiled { has_program: false, refused })
}

type Refusals = BTreeMap<&'static str, Refusal>;

fn limit(words: String) -> Refusal {
    Refusal { is_limit: true, words }
}

/// The exercises that `messages` are about; if there is none, what they say of nobody.
fn blamed(root: &Path, files: &[&SourceFile], messages: &[u8]) -> Result<Refusals, Refusal> {
    let blame = blame(root, files, messages);
    if blame.errors.is_empty() {
        return Err(Refusal { is_limit: false, words: blame.strays });
    }
    let refusal = |words| Refusal { is_limit: false, words };
    Ok(blame.errors.into_iter().map(|(exercise, words)| (exercise, refusal(words))).collect())
}

/// Finds whose fault a refusal is by compiling each file alone; all of them are at fault if all go well.
fn one_by_one<R: RunCompiler>(
    compiler: &R,
    root: &Path,
    files: &[&SourceFile],
    together: &Refusal,
) -> Result<Refusals, R::Error> {
    let mut found = BTreeMap::new();
    if files.len() > 1 {
        for file in files {
            let alone = match compiler.run(&[file])? {
                Run::Done => None,
                // Errors that name a file may only say that it needs its neighbours.
                Run::Refused(messages) => blamed(root, &[file], &messages).err(),
                Run::Limit(_, why) => Some(limit(why)),
            };
            found.extend(alone.map(|refusal| (file.exercise.name(), refusal)));
        }
    }
    if found.is_empty() {
        found.extend(files.iter().map(|file| (file.exercise.name(), together.clone())));
    }
    Ok(found)
}
