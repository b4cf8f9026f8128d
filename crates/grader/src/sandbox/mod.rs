//! Where hostile programs run: in a cell each.
//!
//! The grader holds the answers in its memory, so it never forks itself. A cell is built by its program, started
//! afresh three times over:
//!
//! 1. The grader starts its own program as the *outside* of a cell ([`Launcher::launch`]), with a
//!    [`Policy`] as an argument and a socket as one of its streams.
//! 2. The outside moves to new namespaces, in which there is no network and no other process, and starts its
//!    program once more, as the *inside*: process 1 of the cell. It stays to pass on how that ended.
//! 3. The inside builds the other walls around itself: a root that holds only what the policy shows, a user
//!    without rights, limits, Landlock, a filter of system calls. Then it starts the hostile program, which
//!    inherits them all.
//! 4. When the outside ends, or is killed, the kernel ends the inside, and with process 1 all of the cell.
//!
//! A wall that cannot be built is written to a file that only the grader reads: the hostile program never
//! starts then, and cannot write there to pretend. How much holds on a machine is found by trying to escape
//! ([`examine`]).

#[cfg(target_os = "linux")]
mod confined;
#[cfg(target_os = "linux")]
mod enter;
#[cfg(target_os = "linux")]
mod examination;
#[cfg(target_os = "linux")]
mod filter;
#[cfg(target_os = "linux")]
mod inside;
mod policy;
#[cfg(target_os = "linux")]
mod probe;
#[cfg(target_os = "linux")]
mod root;
mod tier;

#[cfg(target_os = "linux")]
pub use confined::{CellLauncher, Confined, Ending, Launcher, Stream};
#[cfg(target_os = "linux")]
pub use examination::{Attempt, Examination, examine};
pub use policy::{Allowance, Policy, Walls};
pub use tier::Tier;

/// Becomes a cell if the program was started as one; else returns at once. To be called first in
/// `main`, before there is a second thread.
pub fn enter_if_asked() {
    #[cfg(target_os = "linux")]
    enter::if_asked();
}
