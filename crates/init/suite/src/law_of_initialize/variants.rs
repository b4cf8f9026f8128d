//! Right laws of `initialize`, of different kinds.

use init::Parameters;
use ndarray::Array2;
use rand::{SeedableRng, rngs::StdRng};
use testkit::{Variant, variant};

use crate::Answers;
use crate::reference::{initialize, moments};

/// What holds without chance: shapes, biases, seeds, rows that differ.
fn is_plain(init: &dyn Fn(u64, usize, usize, usize) -> Parameters, seed: u64) -> Option<Vec<f64>> {
    let (n_x, n_h, n_y) = (50, 40, 25);
    let (p, other) = (init(seed, n_x, n_h, n_y), init(seed + 1, n_x, n_h, n_y));
    let differ = |w: &Array2<f64>| (1..w.nrows()).all(|i| w.row(i) != w.row(i - 1));
    let holds = [p.w1.dim(), p.b1.dim(), p.w2.dim(), p.b2.dim()]
        == [(n_h, n_x), (n_h, 1), (n_y, n_h), (n_y, 1)]
        && p.b1.iter().chain(&p.b2).all(|b| *b == 0.0)
        && differ(&p.w1)
        && differ(&p.w2)
        && p.w1 != other.w1;
    holds.then(|| p.w1.iter().chain(&p.w2).copied().collect())
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("statistics: mean and deviation", initialize_law, |init, seed| {
        is_plain(init, seed).is_some_and(|weights| {
            let (mean, deviation) = moments(&weights);
            mean.abs() <= 0.0015 && (deviation - 0.01).abs() <= 0.0015
        })
    }),
    variant!("statistics: how many lie within one deviation", initialize_law, |init, seed| {
        is_plain(init, seed).is_some_and(|weights| {
            let share = |most: f64| {
                weights.iter().filter(|w| w.abs() <= most).count() as f64 / weights.len() as f64
            };
            let positive =
                weights.iter().filter(|w| **w > 0.0).count() as f64 / weights.len() as f64;
            (share(0.01) - 0.683).abs() <= 0.07
                && (share(0.02) - 0.954).abs() <= 0.03
                && (positive - 0.5).abs() <= 0.07
        })
    }),
    variant!(
        "differential: sorted, beside the sorted weights of another",
        initialize_law,
        |init, seed| {
            is_plain(init, seed).is_some_and(|mut weights| {
                let other = initialize(&mut StdRng::seed_from_u64(7), 50, 40, 25);
                let mut want: Vec<f64> = other.w1.iter().chain(&other.w2).copied().collect();
                weights.sort_by(f64::total_cmp);
                want.sort_by(f64::total_cmp);
                let middle = weights.len() / 20..weights.len() - weights.len() / 20;
                middle.clone().all(|i| (weights[i] - want[i]).abs() <= 0.004)
            })
        }
    ),
    variant!(
        "metamorphic: a sum of halves has the same deviation",
        initialize_law,
        |init, seed| {
            is_plain(init, seed).is_some_and(|weights| {
                let (first, second) = weights.split_at(weights.len() / 2);
                let sums: Vec<f64> =
                    first.iter().zip(second).map(|(a, b)| (a + b) / 2.0_f64.sqrt()).collect();
                let (mean, deviation) = moments(&sums);
                mean.abs() <= 0.003 && (deviation - 0.01).abs() <= 0.002
            })
        }
    ),
];
