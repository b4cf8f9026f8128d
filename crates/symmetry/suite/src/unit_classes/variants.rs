//! Right ways to write `unit_classes`.

use init::Parameters;
use ndarray::{Array1, Array2, Axis, Zip, concatenate};
use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!(
        "a table of all parts, rows compared by Zip",
        unit_classes,
        |parameters, tolerance| {
            let units = table(parameters);
            let mut firsts: Vec<usize> = vec![];
            for (i, unit) in units.outer_iter().enumerate() {
                let is_like = |first: &usize| {
                    Zip::from(unit).and(units.row(*first)).all(|a, b| (a - b).abs() <= tolerance)
                };
                if !firsts.iter().any(is_like) {
                    firsts.push(i);
                }
            }
            firsts.len()
        }
    ),
    variant!("copies of the first units", unit_classes, |parameters, tolerance| {
        let firsts: Vec<Array1<f64>> =
            table(parameters).outer_iter().fold(Vec::new(), |mut firsts, unit| {
                let gap =
                    |first: &Array1<f64>| (&unit - first).fold(0.0_f64, |gap, d| gap.max(d.abs()));
                if firsts.iter().all(|first| gap(first) > tolerance) {
                    firsts.push(unit.to_owned());
                }
                firsts
            });
        firsts.len()
    }),
    variant!("a list that shrinks", unit_classes, |parameters, tolerance| {
        let units = table(parameters);
        let mut rest: Vec<usize> = (0..units.nrows()).collect();
        let mut classes = 0;
        while let Some(&first) = rest.first() {
            rest.retain(|i| {
                let gap = &units.row(*i) - &units.row(first);
                !gap.iter().all(|d| d.abs() <= tolerance)
            });
            classes += 1;
        }
        classes
    }),
    variant!("labels in a vector, with loops", unit_classes, |parameters, tolerance| {
        let n_h = parameters.b1.len();
        let mut class_of = vec![usize::MAX; n_h];
        let mut classes = 0;
        for first in 0..n_h {
            if class_of[first] != usize::MAX {
                continue;
            }
            for (other, class) in class_of.iter_mut().enumerate().skip(first) {
                if *class == usize::MAX && near(parameters, first, other, tolerance) {
                    *class = classes;
                }
            }
            classes += 1;
        }
        classes
    }),
    variant!("by recursion", unit_classes, |parameters, tolerance| {
        fn count(rows: &[Vec<f64>], tolerance: f64) -> usize {
            let Some((first, rest)) = rows.split_first() else { return 0 };
            let is_other = |row: &&Vec<f64>| {
                row.iter().zip(first).any(|(a, b)| *a > b + tolerance || *a < b - tolerance)
            };
            let others: Vec<Vec<f64>> = rest.iter().filter(is_other).cloned().collect();
            1 + count(&others, tolerance)
        }
        let rows: Vec<Vec<f64>> = table(parameters).outer_iter().map(|row| row.to_vec()).collect();
        count(&rows, tolerance)
    }),
];

/// A row per hidden unit with all that belongs to it.
fn table(parameters: &Parameters) -> Array2<f64> {
    let Parameters { w1, b1, w2, .. } = parameters;
    concatenate(Axis(1), &[w1.view(), b1.view(), w2.t()]).expect("a row per hidden unit each")
}

fn near(parameters: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    let Parameters { w1, b1, w2, .. } = parameters;
    let close = |a: f64, b: f64| (a - b).abs() <= tolerance;
    (0..w1.ncols()).all(|k| close(w1[[i, k]], w1[[j, k]]))
        && close(b1[[i, 0]], b1[[j, 0]])
        && (0..w2.nrows()).all(|k| close(w2[[k, i]], w2[[k, j]]))
}
