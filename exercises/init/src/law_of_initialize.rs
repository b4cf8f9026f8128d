//! # Exercise 2.7 (bonus): a law of the start
//!
//! How do you test numbers that are drawn? Not by their values: another right answer draws others. What can be said
//! without chance is said exactly; the rest within what chance allows.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check law_of_initialize
//! ```

use init::Parameters;

/// Whether `initialize`, which takes a seed and the sizes `n_x`, `n_h` and `n_y`, is right for `seed`, as far as this
/// law looks.
///
/// A right one draws each weight from a normal distribution of deviation 0.01 and sets the biases to 0. Right ones
/// draw in many ways, so that the same seed gives other numbers; one and the same gives equal networks for equal seeds.
/// `seed` is below `2^32`. The law may ask for any sizes up to 100,000 weights, and for other seeds, as often as 2,000
/// times, and remembers nothing.
pub fn initialize_law(
    initialize: &dyn Fn(u64, usize, usize, usize) -> Parameters,
    seed: u64,
) -> bool {
    todo!(
        "draw a large network, and ask for its shapes, its biases, the spread of its weights and another seed"
    )
}
