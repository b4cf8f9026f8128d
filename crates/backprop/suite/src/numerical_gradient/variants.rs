//! Right ways to write `numerical_gradient`.

use init::Parameters;
use ndarray::Array2;
use testkit::{Variant, variant};

use crate::{Answers, Gradients};

/// A cost to be checked.
type Cost<'a> = &'a dyn Fn(&Parameters) -> f64;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("in place, put back by the reverse step", numerical_gradient, in_place),
    variant!("a copy of the parameters for every call", numerical_gradient, |cost, p, step| {
        let slopes = |part: fn(&mut Parameters) -> &mut Array2<f64>| {
            let mut slopes = part(&mut p.clone()).clone();
            for (at, slope) in slopes.indexed_iter_mut() {
                let (mut right, mut left) = (p.clone(), p.clone());
                part(&mut right)[at] += step;
                part(&mut left)[at] -= step;
                *slope = cost(&right) / (2.0 * step) - cost(&left) / (2.0 * step);
            }
            slopes
        };
        Gradients {
            dw1: slopes(|p| &mut p.w1),
            db1: slopes(|p| &mut p.b1),
            dw2: slopes(|p| &mut p.w2),
            db2: slopes(|p| &mut p.b2),
        }
    }),
    variant!("as one long vector", numerical_gradient, as_one_vector),
    variant!("divided by the distance as it was rounded", numerical_gradient, |cost, p, step| {
        let mut point = p.clone();
        let mut slopes = |part: fn(&mut Parameters) -> &mut Array2<f64>| {
            let here = part(&mut point).clone();
            Array2::from_shape_fn(here.dim(), |at| {
                let (right, left) = (here[at] + step, here[at] - step);
                let mut cost_at = |w: f64| {
                    part(&mut point)[at] = w;
                    cost(&point)
                };
                let change = cost_at(right) - cost_at(left);
                part(&mut point)[at] = here[at];
                change / (right - left)
            })
        };
        Gradients {
            dw1: slopes(|p| &mut p.w1),
            db1: slopes(|p| &mut p.b1),
            dw2: slopes(|p| &mut p.w2),
            db2: slopes(|p| &mut p.b2),
        }
    }),
    variant!("as the mean of both one-sided differences", numerical_gradient, |cost, p, step| {
        let here = cost(p);
        let slopes = |part: fn(&mut Parameters) -> &mut Array2<f64>| {
            Array2::from_shape_fn(part(&mut p.clone()).dim(), |at| {
                let after = |nudge: f64| {
                    let mut nudged = p.clone();
                    part(&mut nudged)[at] += nudge;
                    cost(&nudged)
                };
                0.5 * ((after(step) - here) / step + (here - after(-step)) / step)
            })
        };
        Gradients {
            dw1: slopes(|p| &mut p.w1),
            db1: slopes(|p| &mut p.b1),
            dw2: slopes(|p| &mut p.w2),
            db2: slopes(|p| &mut p.b2),
        }
    }),
];

fn in_place(cost: Cost<'_>, parameters: &Parameters, step: f64) -> Gradients {
    let mut point = parameters.clone();
    let mut slopes = |part: fn(&mut Parameters) -> &mut Array2<f64>| {
        let (rows, columns) = part(&mut point).dim();
        let mut slopes = Array2::zeros((rows, columns));
        for i in 0..rows {
            for j in 0..columns {
                part(&mut point)[[i, j]] += step;
                let right = cost(&point);
                part(&mut point)[[i, j]] -= 2.0 * step;
                let left = cost(&point);
                part(&mut point)[[i, j]] += step;
                slopes[[i, j]] = (right - left) / (2.0 * step);
            }
        }
        slopes
    };
    Gradients {
        dw1: slopes(|p| &mut p.w1),
        db1: slopes(|p| &mut p.b1),
        dw2: slopes(|p| &mut p.w2),
        db2: slopes(|p| &mut p.b2),
    }
}

fn as_one_vector(cost: Cost<'_>, parameters: &Parameters, step: f64) -> Gradients {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let mut numbers: Vec<f64> = w1.iter().chain(b1).chain(w2).chain(b2).copied().collect();
    let parts = |numbers: &[f64]| {
        let mut numbers = numbers.iter().copied();
        [w1, b1, w2, b2].map(|like| {
            Array2::from_shape_simple_fn(like.dim(), || numbers.next().expect("one for each"))
        })
    };
    let slopes: Vec<f64> = (0..numbers.len())
        .map(|i| {
            let here = numbers[i];
            let [right, left] = [step, -step].map(|nudge| {
                numbers[i] = here + nudge;
                let [w1, b1, w2, b2] = parts(&numbers);
                cost(&Parameters { w1, b1, w2, b2 })
            });
            numbers[i] = here;
            0.5 * (right - left) / step
        })
        .collect();
    let [dw1, db1, dw2, db2] = parts(&slopes);
    Gradients { dw1, db1, dw2, db2 }
}
