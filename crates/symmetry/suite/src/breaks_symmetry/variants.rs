//! Right ways to write `breaks_symmetry`.

use init::Parameters;
use ndarray::{Array2, array};
use testkit::{Variant, variant};

use crate::Start::{self, Random};
use crate::{Answers, reference};

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("comparisons", breaks_symmetry, |w1, b1, w2| w1 == Random
        || b1 == Random
        || w2 == Random),
    variant!("a pattern", breaks_symmetry, |w1, b1, w2| matches!(
        (w1, b1, w2),
        (Random, _, _) | (_, Random, _) | (_, _, Random)
    )),
    variant!("no group keeps the units equal", breaks_symmetry, |w1, b1, w2| {
        let keeps_equal = |start: &Start| matches!(start, Start::Zero | Start::Constant);
        ![w1, b1, w2].iter().all(keeps_equal)
    }),
    variant!("a loop with a match", breaks_symmetry, |w1, b1, w2| {
        for start in [w1, b1, w2] {
            match start {
                Random => return true,
                Start::Zero | Start::Constant => {}
            }
        }
        false
    }),
    variant!("by training a network", breaks_symmetry, by_training),
];

/// Trains two hidden units on three examples and sees whether they part.
fn by_training(w1: Start, b1: Start, w2: Start) -> bool {
    let pair = |start: Start| match start {
        Start::Zero => [0.0, 0.0],
        Start::Constant => [0.5, 0.5],
        Start::Random => [0.75, -0.25],
    };
    let column = |start| Array2::from_shape_fn((2, 1), |(unit, _)| pair(start)[unit]);
    let start = Parameters {
        w1: column(w1),
        b1: column(b1),
        w2: column(w2).reversed_axes(),
        b2: array![[0.0]],
    };
    let (x, y) = (array![[1.0, -0.5, 2.0]], array![[1.0, 0.0, 0.0]]);
    let parameters = reference::trained(&start, &x, &y, 0.1, 5);
    reference::unit_classes(&parameters, 1e-9) == 2
}
