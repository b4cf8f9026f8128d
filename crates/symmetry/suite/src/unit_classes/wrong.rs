//! Pieces of wrong code that are too long for a line of the catalogue.

use init::Parameters;

/// Counts the units that are `alike` to no first unit of a class.
pub(crate) fn count_firsts(p: &Parameters, alike: impl Fn(usize, usize) -> bool) -> usize {
    let mut firsts: Vec<usize> = Vec::new();
    for i in 0..p.w1.nrows() {
        if !firsts.iter().any(|first| alike(*first, i)) {
            firsts.push(i);
        }
    }
    firsts.len()
}

pub(crate) fn into_near(p: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    p.w1.row(i).iter().zip(p.w1.row(j)).all(|(a, b)| (a - b).abs() <= tolerance)
}

pub(crate) fn bias_near(p: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    (p.b1[[i, 0]] - p.b1[[j, 0]]).abs() <= tolerance
}

pub(crate) fn out_near(p: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    p.w2.column(i).iter().zip(p.w2.column(j)).all(|(a, b)| (a - b).abs() <= tolerance)
}

pub(crate) fn all_near(p: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    into_near(p, i, j, tolerance) && bias_near(p, i, j, tolerance) && out_near(p, i, j, tolerance)
}

pub(crate) fn numbers_of(p: &Parameters, unit: usize) -> Vec<f64> {
    let into = p.w1.row(unit).into_iter().chain(p.b1.row(unit));
    into.chain(p.w2.column(unit)).copied().collect()
}

/// The size of the largest class instead of the number of classes.
pub(crate) fn largest_class(p: &Parameters, tolerance: f64) -> usize {
    let n_h = p.w1.nrows();
    let size = |i: usize| (0..n_h).filter(|j| all_near(p, i, *j, tolerance)).count();
    (0..n_h).map(size).max().unwrap_or(0)
}

/// Takes the columns of `w1` for the units.
pub(crate) fn classes_of_columns(p: &Parameters, tolerance: f64) -> usize {
    let turned = Parameters { w1: p.w1.t().to_owned(), ..p.clone() };
    count_firsts(&turned, |i, j| into_near(&turned, i, j, tolerance))
}

/// Compares with the unit that joined a class last.
pub(crate) fn last_units(p: &Parameters, tolerance: f64) -> usize {
    let mut lasts: Vec<usize> = Vec::new();
    for i in 0..p.w1.nrows() {
        match lasts.iter_mut().find(|last| all_near(p, **last, i, tolerance)) {
            Some(last) => *last = i,
            None => lasts.push(i),
        }
    }
    lasts.len()
}
