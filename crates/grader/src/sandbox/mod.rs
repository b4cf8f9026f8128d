//! Where hostile programs run: one cell per program, and what holds it in.
//!
//! The grader never forks itself, because it holds the answers in its memory. It starts its own
//! program afresh with the argument [`CELL`]; that process (`outside`) leaves its namespaces, starts
//! itself once more (`inside`, process 1 of the cell), which builds the cell around itself and
//! starts the hostile program in it. Whoever ends the first ends them all.

#[cfg(target_os = "linux")]
mod cell;
#[cfg(target_os = "linux")]
mod doctor;
#[cfg(target_os = "linux")]
mod filter;
#[cfg(target_os = "linux")]
mod inside;
mod policy;
#[cfg(target_os = "linux")]
mod probe;
#[cfg(target_os = "linux")]
mod room;

use std::fmt;
use std::str::FromStr;

#[cfg(target_os = "linux")]
pub use cell::{Cell, CellLauncher, Ending, Launcher, Line};
#[cfg(target_os = "linux")]
pub use doctor::{Attempt, Examination, examine};
pub use policy::{Allowance, Policy, Walls};

/// How the grader's program is told to be a cell; not for people.
pub const CELL: &str = "in-a-cell";

/// What keeps a hostile program in, from nothing to everything. Each holds all that the ones before
/// it hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// A process of its own, with time limits. It can read and write what its user can.
    None,
    /// Also limits on memory, processes and files, and a filter of system calls.
    Limits,
    /// Also namespaces: no network, no other processes, and a root that holds nothing else.
    Namespaces,
    /// Also Landlock: the kernel's second opinion on what may be read and written.
    Full,
}

impl Tier {
    /// All tiers, the weakest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Limits, Self::Namespaces, Self::Full];

    /// Its name, as results and `--min-tier` have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Limits => "limits",
            Self::Namespaces => "namespaces",
            Self::Full => "namespaces+landlock",
        }
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Tier {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let names = Self::ALL.map(Self::name).join(", ");
        Self::ALL
            .into_iter()
            .find(|tier| tier.name() == name)
            .ok_or_else(|| format!("`{name}` is no tier; the tiers are {names}"))
    }
}

/// Becomes a cell if the program was started as one; else returns at once. To be called first in
/// `main`, before there is a second thread.
pub fn enter_if_asked() {
    #[cfg(target_os = "linux")]
    cell::enter_if_asked();
}
