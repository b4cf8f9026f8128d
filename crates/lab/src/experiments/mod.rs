//! The experiments: a file each, with `EXPERIMENT`, its numbers, its table and its figure.

#![allow(clippy::unnecessary_wraps, reason = "all have the signature of an experiment")]

mod activation_race;
mod centring;
mod curves;
mod dead_output;
mod hidden_inputs;
mod hidden_units;
mod leaky_slope;
mod linear_collapse;
mod logistic_start;
mod map;
mod parts;
mod permutations;
mod race;
mod relu_kink;
mod start_kinds;
mod start_scale;
mod symmetry;
mod symmetry_table;
mod tanh_mean;
mod tanh_sigmoid;
mod tanh_slope;
#[cfg(test)]
mod tests;
mod vanishing_gradients;

use course::nearest;

use crate::error::Error;
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
        hidden_inputs::EXPERIMENT,
        relu_kink::EXPERIMENT,
        leaky_slope::EXPERIMENT,
        dead_output::EXPERIMENT,
        linear_collapse::EXPERIMENT,
        vanishing_gradients::EXPERIMENT,
        start_scale::EXPERIMENT,
        start_kinds::EXPERIMENT,
        hidden_units::EXPERIMENT,
        logistic_start::EXPERIMENT,
        symmetry::EXPERIMENT,
        symmetry_table::EXPERIMENT,
        permutations::EXPERIMENT,
    ]
}

/// The experiment called `name`.
///
/// # Errors
/// The names most like it, if there is none.
pub fn find(name: &str) -> Result<Experiment, Error> {
    let names = all().iter().map(|experiment| experiment.name).collect();
    let found = all().into_iter().find(|experiment| experiment.name == name);
    found.ok_or_else(|| Error::UnknownExperiment {
        name: name.to_string(),
        nearest: nearest(name, names),
    })
}
