//! Lesson 4: breaking symmetry.
//!
//! Two hidden units with equal weights in, equal biases and equal weights out compute the same,
//! so they receive the same gradients and stay equal however long one trains: `n_h` such units do
//! the work of one. This lesson counts the different units of a network, asks which start tells
//! them apart, and ends with the symmetry that no start removes: units may change places, and a
//! unit may change its sign.
//!
//! The exercises are in `exercises/symmetry`. This crate holds what a student's file may use: the types of the
//! lesson, and the functions that it must provide ([`Answers`]). It knows no property and no answer.

use contract::{choice, contract};
use init::Parameters;
use ndarray::Array2;

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
        /// Whether `step` keeps hidden units equal that start equal, as far as this law looks.
        fn equal_units_law(
            step: &dyn Fn(&Parameters, &Array2<f64>, &Array2<f64>) -> Parameters,
            x: &Array2<f64>,
            y: &Array2<f64>,
        ) -> bool;
        /// Whether `permute` puts the hidden units of the network in this order, as far as this law looks.
        fn permute_law(
            permute: &dyn Fn(&Parameters, &[usize]) -> Parameters,
            parameters: &Parameters,
            order: &[usize],
            x: &Array2<f64>,
        ) -> bool;
    }
}
