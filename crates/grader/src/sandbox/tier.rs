//! How much holds on a machine.

use std::fmt;
use std::str::FromStr;

use crate::Error;

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
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|tier| tier.name() == name);
        found.ok_or_else(|| Error::UnknownTier(name.to_string()))
    }
}
