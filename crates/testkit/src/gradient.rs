//! The gradient check: a derivative against the central difference of what it derives.

use ndarray::Array2;

use crate::compare::close;
use crate::complaint::{Complaint, Verdict};
use crate::show;
use contract::say;

/// Half the distance of the two points of a central difference.
pub const STEP: f64 = 1e-5;
/// How far a derivative may be from the central difference (relative to 1 or to its size).
pub const TOLERANCE: f64 = 1e-7;

/// The slope of `f` at `z` by central difference.
pub fn central_difference(f: impl Fn(f64) -> f64, z: f64) -> f64 {
    (f(z + STEP) - f(z - STEP)) / (2.0 * STEP)
}

/// Whether `z` is too near a kink of a function for a central difference to mean anything.
pub fn near_kink(z: f64, kink: f64) -> bool {
    (z - kink).abs() < 10.0 * STEP
}

/// Holds when `gradient` is the gradient of `cost` at `at`, entry by entry.
///
/// `of` names what is varied (`w1`), so that the gradient is called `dw1`.
pub fn gradient_check(
    of: &str,
    gradient: &Array2<f64>,
    at: &Array2<f64>,
    cost: impl Fn(&Array2<f64>) -> f64,
) -> Verdict {
    if gradient.dim() != at.dim() {
        let ((rows, columns), (n, m)) = (gradient.dim(), at.dim());
        return Err(Complaint::new(say!(
            "d{of} has shape ({rows}, {columns}); it must have the shape of {of}, ({n}, {m}).",
            "d{of}의 모양이 ({rows}, {columns})입니다. {of}의 모양 ({n}, {m})이어야 합니다."
        )));
    }
    let mut point = at.clone();
    for (index @ (i, j), got) in gradient.indexed_iter() {
        let mut cost_at = |z: f64| {
            point[index] = z;
            cost(&point)
        };
        let want = (cost_at(at[index] + STEP) - cost_at(at[index] - STEP)) / (2.0 * STEP);
        point[index] = at[index];
        if !close(*got, want, TOLERANCE) {
            let (got, want) = show::pair(*got, want);
            return Err(Complaint::new(say!(
                "d{of}[{i}, {j}] came out as {got}, but when {of}[{i}, {j}] grows the cost \
                 changes at a rate of {want}.",
                "d{of}[{i}, {j}]의 결과가 {got}입니다. 그러나 {of}[{i}, {j}]가 커질 때 비용의 \
                 변화율은 {want}입니다."
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn sum_of_squares(w: &Array2<f64>) -> f64 {
        w.mapv(|w| w * w).sum()
    }

    #[test]
    fn the_gradient_of_a_square_is_accepted() {
        let w = array![[1.0, -2.0], [0.5, 0.0]];
        assert!(gradient_check("w", &(2.0 * &w), &w, sum_of_squares).is_ok());
    }

    #[test]
    fn a_wrong_entry_is_named() {
        let w = array![[1.0, -2.0]];
        let complaint = gradient_check("w", &array![[2.0, -2.0]], &w, sum_of_squares).unwrap_err();
        assert!(complaint.sentence().en.starts_with("dw[0, 1] came out as -2, but"));
    }

    #[test]
    fn a_nan_is_refused() {
        let w = array![[1.0]];
        assert!(gradient_check("w", &array![[f64::NAN]], &w, sum_of_squares).is_err());
    }
}
