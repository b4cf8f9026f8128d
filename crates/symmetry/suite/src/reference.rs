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
        equal_units_law: Box::new(equal_units_law),
        permute_law: Box::new(permute_law),
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

/// Three hidden units that are equal, with numbers that are not 0, for this data.
pub fn equal_start(x: &Array2<f64>, y: &Array2<f64>) -> Parameters {
    Parameters {
        w1: Array2::from_shape_fn((3, x.nrows()), |(_, j)| 0.5 - 0.25 * j as f64),
        b1: Array2::from_elem((3, 1), 0.25),
        w2: Array2::from_shape_fn((y.nrows(), 3), |(k, _)| 0.75 + 0.5 * k as f64),
        b2: Array2::zeros((y.nrows(), 1)),
    }
}

/// How far the unit of `parameters` that differs most from unit 0 lies from it; infinite where shapes changed.
pub fn farthest(parameters: &Parameters) -> f64 {
    let Parameters { w1, b1, w2, .. } = parameters;
    let n_h = w1.nrows();
    if b1.dim() != (n_h, 1) || w2.ncols() != n_h {
        return f64::INFINITY;
    }
    let mut farthest = 0.0_f64;
    let mut note =
        |gap: f64| farthest = if gap.is_nan() { f64::INFINITY } else { farthest.max(gap) };
    for i in 1..n_h {
        note((b1[[i, 0]] - b1[[0, 0]]).abs());
        (0..w1.ncols()).for_each(|j| note((w1[[i, j]] - w1[[0, j]]).abs()));
        (0..w2.nrows()).for_each(|k| note((w2[[k, i]] - w2[[k, 0]]).abs()));
    }
    farthest
}

/// Whether three equal units are equal after each of three steps.
pub fn equal_units_law(
    step: &dyn Fn(&Parameters, &Array2<f64>, &Array2<f64>) -> Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    let mut parameters = equal_start(x, y);
    (0..3).all(|_| {
        parameters = step(&parameters, x, y);
        farthest(&parameters) <= 1e-9
    })
}

/// Whether `permute` does what the reference does, number by number.
pub fn permute_law(
    permute: &dyn Fn(&Parameters, &[usize]) -> Parameters,
    parameters: &Parameters,
    order: &[usize],
    _: &Array2<f64>,
) -> bool {
    let (got, want) = (permute(parameters, order), permute_units(parameters, order));
    let agree = |got: &Array2<f64>, want: &Array2<f64>| {
        got.dim() == want.dim()
            && got.iter().zip(want).all(|(got, want)| (got - want).abs() <= 1e-12)
    };
    agree(&got.w1, &want.w1)
        && agree(&got.b1, &want.b1)
        && agree(&got.w2, &want.w2)
        && agree(&got.b2, &want.b2)
}
