//! The experiments.

mod curves;
mod parts;
mod tanh_mean;
mod tanh_slope;

use crate::experiment::Experiment;

/// Every experiment, in the order of the lessons.
pub fn all() -> Vec<Experiment> {
    vec![curves::EXPERIMENT, tanh_slope::EXPERIMENT, tanh_mean::EXPERIMENT]
}
