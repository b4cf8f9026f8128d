//! The experiments.

mod activation_race;
mod centring;
mod curves;
mod parts;
mod race;
mod start_scale;
mod symmetry;
mod symmetry_table;
mod tanh_mean;
mod tanh_sigmoid;
mod tanh_slope;

use crate::experiment::Experiment;

/// Every experiment, in the order of the lessons.
pub fn all() -> Vec<Experiment> {
    vec![
        curves::EXPERIMENT,
        tanh_slope::EXPERIMENT,
        tanh_mean::EXPERIMENT,
        tanh_sigmoid::EXPERIMENT,
        activation_race::EXPERIMENT,
        centring::EXPERIMENT,
        start_scale::EXPERIMENT,
        symmetry::EXPERIMENT,
        symmetry_table::EXPERIMENT,
    ]
}
