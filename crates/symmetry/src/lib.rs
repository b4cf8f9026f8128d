//! Lesson 4: breaking symmetry.

use init::Parameters;
use testkit::{choice, contract};

/// How a group of parameters starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// All zero.
    Zero,
    /// All the same number, not zero.
    Constant,
    /// Drawn at random.
    Random,
}

choice!(Start { Zero, Constant, Random });

impl Start {
    /// Every start.
    pub const ALL: [Self; 3] = [Self::Zero, Self::Constant, Self::Random];
}

contract! {
    /// What an answer to this lesson provides.
    pub struct Answers {
        /// How many classes of identical hidden units the network has.
        fn unit_classes(parameters: &Parameters, tolerance: f64) -> usize;
        /// Whether hidden units become different when the groups start like this.
        fn breaks_symmetry(w1: Start, b1: Start, w2: Start) -> bool;
        /// The network whose hidden unit `i` is the old unit `order[i]`.
        fn permute_units(parameters: &Parameters, order: &[usize]) -> Parameters;
        /// The network with the sign of everything around hidden unit `unit` flipped.
        fn flip_unit(parameters: &Parameters, unit: usize) -> Parameters;
    }
}
