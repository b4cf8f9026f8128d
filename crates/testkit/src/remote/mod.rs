//! Answers in another process: the properties stay here, only values cross.
//!
//! The untrusted side links the student's functions and [`serve`](fn@serve)s them; the trusted side asks with
//! a [`Remote`], which is a [`Callee`](crate::Callee) like any other. A call that never answers,
//! dies or answers nonsense becomes a [`Fault`](crate::Fault) of that function alone.

mod ahead;
mod ask;
mod codec;
mod frame;
mod line;
mod rehearsal;
mod serve;
#[cfg(test)]
mod tests;
mod walked;

pub use ask::{Connector, Remote};
pub use codec::{decode, encode};
pub use frame::MOST_BYTES;
pub use line::{Connection, Limits};
pub use rehearsal::Rehearsal;
pub use serve::{LINE_VARIABLE, serve, serve_standard_input};
pub use walked::{Trail, Walked};
