//! Counts 2^64 - 1 classes of units.
//!
//! exercise: symmetry/unit_classes
//! expect: fail
//! score: 2
//! neighbour: any

use init::Parameters;

pub fn unit_classes(_: &Parameters, _: f64) -> usize {
    usize::MAX
}
