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
//! 4. No refusal is believed before the way to run the compiler has vouched for this machine, and one that nothing
//!    in the files explains is found out once more: a disk may have been full for a moment.

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

    /// Checks, after a run on `files` that made no program, that compiler, libraries and disk are as they should be.
    ///
    /// # Errors
    /// If they are not, so that the refusal says nothing of the files.
    fn vouch(&self, files: &[&SourceFile]) -> Result<(), Self::Error> {
        let _ = files;
        Ok(())
    }
}

/// What came of one run of the compiler.
pub enum Run {
    /// There is a program.
    Done,
    /// The compiler refuses the files; its messages, in JSON.
    Refused(Vec<u8>),
    /// The compiler broke a limit of time or memory; what it had said by then, and why it was stopped.
    Limit(Vec<u8>, String),
    /// The compiler did not run to its end, and it is not known why; what it had said by then, and how it ended.
    Died(Vec<u8>, String),
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
        let found = match run_surely(compiler, root, &good)? {
            Run::Done => return Ok(Compiled { has_program: true, refused }),
            Run::Refused(messages) => match blamed(root, &good, &messages) {
                Ok(found) => found,
                Err(strays) => one_by_one(compiler, root, &good, &strays)?,
            },
            Run::Limit(messages, why) | Run::Died(messages, why) => {
                match blamed(root, &good, &messages) {
                    Ok(found) => found,
                    Err(_) => one_by_one(compiler, root, &good, &limit(why))?,
                }
            }
        };
        good.retain(|file| !found.contains_key(file.exercise.name()));
        refused.extend(found);
    }
    Ok(Compiled { has_program: false, refused })
}

/// Runs the compiler, and once more if it may have failed for a reason that does not lie in `files`.
fn run_surely<R: RunCompiler>(
    compiler: &R,
    root: &Path,
    files: &[&SourceFile],
) -> Result<Run, R::Error> {
    let run = compiler.run(files)?;
    let is_explained = match &run {
        Run::Done => return Ok(run),
        Run::Refused(messages) => blamed(root, files, messages).is_ok(),
        Run::Limit(..) => true,
        Run::Died(..) => false,
    };
    compiler.vouch(files)?;
    if is_explained { Ok(run) } else { compiler.run(files) }
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
            let alone = match run_surely(compiler, root, &[file])? {
                Run::Done => None,
                // Errors that name a file may only say that it needs its neighbours.
                Run::Refused(messages) => blamed(root, &[file], &messages).err(),
                Run::Limit(_, why) | Run::Died(_, why) => Some(limit(why)),
            };
            found.extend(alone.map(|refusal| (file.exercise.name(), refusal)));
        }
    }
    if found.is_empty() {
        found.extend(files.iter().map(|file| (file.exercise.name(), together.clone())));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::Course;

    /// A compiler whose runs come out as they are given, the last first, on a machine that may be broken.
    struct Scripted {
        runs: RefCell<Vec<Run>>,
        is_broken: bool,
    }

    impl RunCompiler for Scripted {
        type Error = &'static str;

        fn run(&self, _: &[&SourceFile]) -> Result<Run, Self::Error> {
            self.runs.borrow_mut().pop().ok_or("it is run too often")
        }

        fn vouch(&self, _: &[&SourceFile]) -> Result<(), Self::Error> {
            if self.is_broken { Err("the disk is full") } else { Ok(()) }
        }
    }

    fn compiled(runs: Vec<Run>, is_broken: bool) -> Result<Compiled, &'static str> {
        let exercise = Course::whole().find("relu").unwrap()[0];
        let file = SourceFile { exercise, path: exercise.file() };
        compile(&Scripted { runs: RefCell::new(runs), is_broken }, Path::new(""), &[file])
    }

    fn error_in_relu() -> Run {
        let file = Course::whole().find("relu").unwrap()[0].file();
        let span = serde_json::json!({"file_name": file, "line_start": 1, "is_primary": true});
        let error = serde_json::json!({"level": "error", "rendered": "error", "spans": [span]});
        Run::Refused(error.to_string().into_bytes())
    }

    fn unexplained() -> [Run; 2] {
        let words = b"error: could not write output: No space left on device";
        [Run::Refused(words.to_vec()), Run::Died(Vec::new(), "signal SIGSEGV".to_string())]
    }

    #[test]
    fn a_refusal_on_a_broken_machine_says_nothing_of_the_file() {
        for run in unexplained().into_iter().chain([error_in_relu()]) {
            assert_eq!(compiled(vec![run], true).err(), Some("the disk is full"));
        }
        assert!(compiled(vec![Run::Done], true).unwrap().has_program);
    }

    #[test]
    fn what_nothing_in_the_file_explains_is_found_out_once_more() {
        for run in unexplained() {
            let compiled = compiled(vec![Run::Done, run], false).unwrap();
            assert!(compiled.has_program && compiled.refused.is_empty());
        }
        let [first, second] = unexplained();
        let words = compiled(vec![first, second], false).unwrap().refused["relu"].words.clone();
        assert!(words.contains("No space left"), "{words}");
        assert!(compiled(vec![error_in_relu()], false).unwrap().refused.contains_key("relu"));
    }
}
