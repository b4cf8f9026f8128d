//! Right ways to write `breaks_symmetry`.

use init::Parameters;
use ndarray::array;
use testkit::{Variant, variant};

use crate::Start::{self, Random};
use crate::{Answers, reference};

/// The catalogue.
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
    variant!("a fold", breaks_symmetry, |w1, b1, w2| {
        [w1, b1, w2].into_iter().fold(false, |any, start| any | (start == Random))
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
    let ([v, w], [b, c], [o, p]) = (pair(w1), pair(b1), pair(w2));
    let start = Parameters {
        w1: array![[v], [w]],
        b1: array![[b], [c]],
        w2: array![[o, p]],
        b2: array![[0.0]],
    };
    let (x, y) = (array![[1.0, -0.5, 2.0]], array![[1.0, 0.0, 0.0]]);
    let parameters = reference::trained(&start, &x, &y, 0.1, 5);
    reference::unit_classes(&parameters, 1e-9) == 2
}
