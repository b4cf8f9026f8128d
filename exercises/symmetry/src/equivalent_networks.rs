//! # Exercise 4.3: networks that compute the same
//!
//! One symmetry stays, however a network starts: its hidden units have no names. Put them in
//! another order, or change the sign of everything around one of them, and the outputs are the
//! same: with `n` hidden units, `2^n n!` networks are one function.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check equivalent_networks
//! ```

use init::Parameters;

/// The same network with its hidden units in another order: new unit `i` is old unit `order[i]`.
///
/// `order` holds each of `0..n_h` once. All that belongs to a unit moves with it: its row of
/// `w1 (n_h, n_x)`, its entry of `b1 (n_h, 1)` and its column of `w2 (n_y, n_h)`.
pub fn permute_units(parameters: &Parameters, order: &[usize]) -> Parameters {
    todo!("take the rows of w1 and b1 and the columns of w2 in the given order")
}

/// The same network with the sign of everything around one hidden unit flipped.
///
/// The row `unit` of `w1 (n_h, n_x)`, the entry `unit` of `b1 (n_h, 1)` and the column `unit` of
/// `w2 (n_y, n_h)` are negated. tanh is odd, so the two changes of sign cancel.
pub fn flip_unit(parameters: &Parameters, unit: usize) -> Parameters {
    todo!("negate the row of w1, the entry of b1 and the column of w2 of that unit")
}
