//! The answers that the properties compare with: loops over indices, so that they share nothing
//! with the solutions but the formulas. Networks run and train on the reference of lesson 3.

use init::Parameters;
use ndarray::Array2;
use testkit::Notation;

use crate::{Answers, Start};

/// The words of the notes.
pub const NOTATION: Notation = Notation {
    parts: &[],
    sizes: &[
        ("w1", ["n_h", "n_x"]),
        ("b1", ["n_h", "1"]),
        ("w2", ["n_y", "n_h"]),
        ("b2", ["n_y", "1"]),
        ("order", ["1", "n_h"]),
    ],
    choices: &["Zero", "Constant", "Random"],
    on_the_way: |_, _| Vec::new(),
};

/// Right answers to the lesson.
pub fn answers() -> Answers {
    Answers {
        unit_classes: Box::new(unit_classes),
        breaks_symmetry: Box::new(breaks_symmetry),
        permute_units: Box::new(permute_units),
        flip_unit: Box::new(flip_unit),
    }
}

/// How many classes of identical hidden units there are, each told by its first unit.
pub fn unit_classes(parameters: &Parameters, tolerance: f64) -> usize {
    let Parameters { w1, b1, w2, .. } = parameters;
    let mut first_units: Vec<usize> = Vec::new();
    for i in 0..w1.nrows() {
        let mut is_new = true;
        for &first in &first_units {
            let mut gap = (b1[[i, 0]] - b1[[first, 0]]).abs();
            for j in 0..w1.ncols() {
                gap = gap.max((w1[[i, j]] - w1[[first, j]]).abs());
            }
            for k in 0..w2.nrows() {
                gap = gap.max((w2[[k, i]] - w2[[k, first]]).abs());
            }
            if gap <= tolerance {
                is_new = false;
            }
        }
        if is_new {
            first_units.push(i);
        }
    }
    first_units.len()
}

/// One random group is enough, and nothing else will do.
pub fn breaks_symmetry(w1: Start, b1: Start, w2: Start) -> bool {
    let random = [w1, b1, w2].iter().filter(|start| **start == Start::Random).count();
    random > 0
}

/// The network whose hidden unit `i` is the old unit `order[i]`.
pub fn permute_units(parameters: &Parameters, order: &[usize]) -> Parameters {
    let Parameters { w1, b1, w2, b2 } = parameters;
    Parameters {
        w1: Array2::from_shape_fn(w1.dim(), |(i, j)| w1[[order[i], j]]),
        b1: Array2::from_shape_fn(b1.dim(), |(i, j)| b1[[order[i], j]]),
        w2: Array2::from_shape_fn(w2.dim(), |(k, i)| w2[[k, order[i]]]),
        b2: b2.clone(),
    }
}

/// The network with the sign of everything around hidden unit `unit` flipped.
pub fn flip_unit(parameters: &Parameters, unit: usize) -> Parameters {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let sign = |i: usize| if i == unit { -1.0 } else { 1.0 };
    Parameters {
        w1: Array2::from_shape_fn(w1.dim(), |(i, j)| sign(i) * w1[[i, j]]),
        b1: Array2::from_shape_fn(b1.dim(), |(i, j)| sign(i) * b1[[i, j]]),
        w2: Array2::from_shape_fn(w2.dim(), |(k, i)| sign(i) * w2[[k, i]]),
        b2: b2.clone(),
    }
}

/// What the network gives, `(n_y, m)`.
pub fn outputs(parameters: &Parameters, x: &Array2<f64>) -> Array2<f64> {
    backprop_suite::reference::forward(parameters, x).a2
}

/// The network after `steps` steps of gradient descent.
pub fn trained(
    start: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
    learning_rate: f64,
    steps: usize,
) -> Parameters {
    backprop_suite::reference::train(x, y, start, learning_rate, steps).0
}
