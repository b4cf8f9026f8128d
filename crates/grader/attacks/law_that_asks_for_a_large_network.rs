//! Asks the right initialization for a network that fits into no memory.
//!
//! exercise: init/law_of_initialize
//! expect: panic

use init::Parameters;

pub fn initialize_law(
    initialize: &dyn Fn(u64, usize, usize, usize) -> Parameters,
    seed: u64,
) -> bool {
    initialize(seed, 1 << 20, 1 << 20, 1 << 20).w1.is_empty()
}
