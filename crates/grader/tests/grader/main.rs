//! The grader from outside, in one program, because linking a program takes longer than most of its tests.
//!
//! - `attacks`: hostile answers gain nothing, harm no other and stop nothing;
//! - `class`: a class is graded by the program itself, as an instructor runs it;
//! - `intake`: a submission is read, or the reason why not is told;
//! - `layouts`: what platforms and students make of a submission is understood;
//! - `run`: the same grades from any number of threads and machines;
//! - `trust`: the trusted side may die, is held to its time, and draws from a secret seed.

#[cfg(target_os = "linux")]
mod attacks;
mod class;
mod handout;
mod intake;
mod layouts;
mod run;
#[cfg(target_os = "linux")]
mod trust;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The root of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Held by a test that keeps all processors busy: two at once would run into each other's limits of time.
fn whole_machine() -> MutexGuard<'static, ()> {
    static MACHINE: Mutex<()> = Mutex::new(());
    MACHINE.lock().unwrap_or_else(PoisonError::into_inner)
}
