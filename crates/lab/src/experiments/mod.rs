//! The experiments.

use crate::experiment::Experiment;

/// Every experiment, in the order of the lessons.
pub fn all() -> Vec<Experiment> {
    Vec::new()
}
