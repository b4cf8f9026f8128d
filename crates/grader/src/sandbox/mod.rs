//! Where hostile programs run: one cell per program, and what holds it in.
//!
//! The grader never forks itself, because it holds the answers in its memory. It starts its own
//! program afresh as a cell; that process (`outside`) leaves its namespaces, starts
//! itself once more (`inside`, process 1 of the cell), which builds the cell around itself and
//! starts the hostile program in it. Whoever ends the first ends them all.

#[cfg(target_os = "linux")]
mod cell;
#[cfg(target_os = "linux")]
mod doctor;
#[cfg(target_os = "linux")]
mod enter;
#[cfg(target_os = "linux")]
mod failure;
#[cfg(target_os = "linux")]
mod filter;
#[cfg(target_os = "linux")]
mod inside;
mod policy;
#[cfg(target_os = "linux")]
mod probe;
#[cfg(target_os = "linux")]
mod room;
mod tier;

#[cfg(target_os = "linux")]
pub use cell::{CELL, Cell, CellLauncher, Ending, Launcher, Line};
#[cfg(target_os = "linux")]
pub use doctor::{Attempt, Examination, examine};
pub use policy::{Allowance, Policy, Walls};
pub use tier::Tier;

/// Becomes a cell if the program was started as one; else returns at once. To be called first in
/// `main`, before there is a second thread.
pub fn enter_if_asked() {
    #[cfg(target_os = "linux")]
    enter::if_asked();
}
