//! # Exercise 4.2: which start breaks the symmetry
//!
//! A network with one hidden layer of several tanh units is about to train, on data whose labels
//! are not half 0 and half 1. Each group of its parameters starts as zeros, as one constant, or at
//! random. Predict what happens before you run it.

use symmetry::Start;

/// Whether the hidden units become different when `w1`, `b1` and `w2` start like this.
///
/// `Start::Zero` is all zero, `Start::Constant` the same number everywhere, `Start::Random` a
/// number of its own for every entry. `b2` starts at zero.
///
/// ```
/// # use solution_symmetry::breaks_symmetry;
/// # use symmetry::Start::{Random, Zero};
/// assert!(breaks_symmetry(Random, Zero, Random)); // the start of lesson 2
/// assert!(!breaks_symmetry(Zero, Zero, Zero)); // nothing tells the units apart
/// ```
pub fn breaks_symmetry(w1: Start, b1: Start, w2: Start) -> bool {
    [w1, b1, w2].contains(&Start::Random)
}
