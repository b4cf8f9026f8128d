//! What may cross from a student's functions to whoever judges them.
//!
//! A lesson declares with [`contract!`] which functions an answer provides. The macro writes a record of
//! functions, and the record can be filled in three ways: from free functions in the same process, with
//! one function exchanged for another, or over a [`Callee`] that puts every call to another process.
//! Whoever calls a function of the record sees no difference.
//!
//! | module | says |
//! |---|---|
//! | `value` | [`Value`], the one data model of arguments and results, and [`Plain`], the types that have one |
//! | `argument` | [`Argument`]: how a value, a generator or a function is passed |
//! | `callee` | [`Callee`], [`Contract`] and [`contract!`] |
//! | `fault` | [`Fault`]: why a call gave no value |
//! | `trace` | the student's own line behind a panic in a library |
//! | `text` | [`Text`]: a sentence in English and in Korean |
//! | `layout` | [`Layout`]: how a matrix lies in memory, which crosses with it |
//! | `codec`, `frame`, `line` | values as bytes, what may cross, and the line that carries it |
//! | `socket` | the line from a student's program to the runner that started it |
//! | `bounds` | how much a reply may hold, in relation to the question |
//! | `serve` | the answering side: [`serve`](fn@serve) |
//! | `ask` | the asking side: [`Remote`] |
//! | [`ahead`] | asking many questions at once |
//!
//! This crate knows no property and no answer, so a student's program may link it.

pub mod ahead;
mod argument;
mod ask;
mod bounds;
mod callee;
mod codec;
mod fault;
mod frame;
mod layout;
mod line;
mod serve;
mod socket;
#[cfg(test)]
mod tests;
mod text;
mod trace;
mod value;

pub use argument::{Argument, Lent, MOST_CALL_BACKS, Passed};
pub use ask::{Connector, Remote};
pub use bounds::MOST_BYTES;
pub use callee::{Callee, Contract, ask, misfit};
pub use codec::{decode, encode};
pub use fault::{Fault, MOST_MEMORY, attempt, guard, raise};
pub use layout::Layout;
pub use line::{Connection, Limits, Reason};
pub use serve::{LINE_VARIABLE, serve, serve_standard_input};
pub use socket::{Listener, Socket};
pub use text::{Language, Text};
pub use trace::{Place, TRACE_VARIABLE, trace_panics};
pub use value::{Plain, Value};
