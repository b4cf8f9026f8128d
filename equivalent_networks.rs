//! Mistakes in `permute_units` and `flip_unit`.

mod flip;
mod permute;

use testkit::Mistake;

use crate::Answers;

/// The catalogue.
pub const MISTAKES: &[Mistake<Answers>] = {
    let mut all = [permute::MISTAKES[0]; 0];
    &[]
};
