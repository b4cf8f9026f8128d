//! The answers that the properties compare with, and a small network to train: loops over indices,
//! so that they share nothing with the solutions but the formulas.

// Public only to the course's own tools, by the feature `answers`.
#![cfg_attr(not(feature = "answers"), allow(unreachable_pub, dead_code))]

use init::Parameters;
use ndarray::Array2;

use crate::{Answers, Start};

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

/// What the hidden units give, `(n_h, m)`, and what the network gives, `(n_y, m)`.
pub fn outputs(parameters: &Parameters, x: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let weighted = |w: &Array2<f64>, b: &Array2<f64>, a: &Array2<f64>| {
        Array2::from_shape_fn((w.nrows(), a.ncols()), |(i, k)| {
            b[[i, 0]] + (0..a.nrows()).map(|j| w[[i, j]] * a[[j, k]]).sum::<f64>()
        })
    };
    let a1 = weighted(w1, b1, x).mapv(f64::tanh);
    let a2 = weighted(w2, b2, &a1).mapv(|z| 1.0 / (1.0 + (-z).exp()));
    (a1, a2)
}

/// The network after `steps` steps of gradient descent on the cross-entropy.
pub fn trained(
    start: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
    learning_rate: f64,
    steps: usize,
) -> Parameters {
    let ones = Array2::ones((1, x.ncols()));
    let downhill = |old: &Array2<f64>, dz: &Array2<f64>, a: &Array2<f64>| {
        Array2::from_shape_fn(old.dim(), |(i, j)| {
            let slope: f64 = (0..a.ncols()).map(|k| dz[[i, k]] * a[[j, k]]).sum();
            old[[i, j]] - learning_rate * slope / a.ncols() as f64
        })
    };
    (0..steps).fold(start.clone(), |parameters, _| {
        let Parameters { w1, b1, w2, b2 } = &parameters;
        let (a1, a2) = outputs(&parameters, x);
        let dz2 = &a2 - y;
        let dz1 = Array2::from_shape_fn(a1.dim(), |(i, k)| {
            let back: f64 = (0..w2.nrows()).map(|o| w2[[o, i]] * dz2[[o, k]]).sum();
            back * (1.0 - a1[[i, k]] * a1[[i, k]])
        });
        Parameters {
            w1: downhill(w1, &dz1, x),
            b1: downhill(b1, &dz1, &ones),
            w2: downhill(w2, &dz2, &a1),
            b2: downhill(b2, &dz2, &ones),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;
    use testkit::gradient::gradient_check;

    #[test]
    fn a_step_follows_the_slope_of_the_cost() {
        let start = Parameters {
            w1: array![[0.5, -1.0], [0.25, 0.75]],
            b1: array![[0.125], [-0.5]],
            w2: array![[1.0, -0.75], [0.5, 0.25]],
            b2: array![[0.25], [-0.125]],
        };
        let x = array![[1.0, -0.5, 2.0], [0.5, 1.5, -1.0]];
        let y = array![[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]];
        let cost = |parameters: &Parameters| {
            let (_, a2) = outputs(parameters, &x);
            let losses = (&a2 - 1.0 + &y).mapv(f64::abs).mapv(f64::ln);
            -losses.sum() / x.ncols() as f64
        };
        let moved = trained(&start, &x, &y, 1.0, 1);
        let with = |group: fn(&mut Parameters) -> &mut Array2<f64>| {
            let (mut old, mut new) = (start.clone(), moved.clone());
            let slopes = &*group(&mut old) - &*group(&mut new);
            let cost_at = |point: &Array2<f64>| {
                let mut there = start.clone();
                group(&mut there).assign(point);
                cost(&there)
            };
            assert!(gradient_check("parameters", &slopes, group(&mut old), cost_at).is_ok());
        };
        with(|parameters| &mut parameters.w1);
        with(|parameters| &mut parameters.b1);
        with(|parameters| &mut parameters.w2);
        with(|parameters| &mut parameters.b2);
    }
}
