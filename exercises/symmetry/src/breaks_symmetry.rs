//! # Exercise 4.2: which start breaks the symmetry
//!
//! A network with one hidden layer of several tanh units is about to train, on data whose labels
//! are not half 0 and half 1. Each group of its parameters starts as zeros, as one constant, or at
//! random. Predict what happens before you run it.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check breaks_symmetry
//! ```

use symmetry::Start;

/// Whether the hidden units become different when `w1`, `b1` and `w2` start like this.
///
/// `Start::Zero` is all zero, `Start::Constant` the same number everywhere, `Start::Random` a
/// number of its own for every entry. `b2` starts at zero.
pub fn breaks_symmetry(w1: Start, b1: Start, w2: Start) -> bool {
    todo!("say when the hidden units do not all start equal")
}
