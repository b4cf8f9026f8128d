//! Laws of networks that are written differently and compute the same.

mod flip;
mod permute;

pub use flip::*;
pub use permute::*;

use init::Parameters;
use ndarray::Array2;
use testkit::{Verdict, close, ensure};

use crate::reference;

/// Holds when both networks give the same outputs on `x`. The shapes come first: a network of
/// other shapes has no outputs.
fn have_equal_outputs(new: &Parameters, old: &Parameters, x: &Array2<f64>) -> Verdict {
    for (name, new, old) in groups(new, old) {
        let ((rows, columns), (n, m)) = (new.dim(), old.dim());
        ensure!(
            (rows, columns) == (n, m),
            "{name} has shape ({rows}, {columns}); it must keep its shape, ({n}, {m}).",
            "{name}의 모양이 ({rows}, {columns})입니다. 원래 모양 ({n}, {m})을 유지해야 합니다."
        );
    }
    let (got, want) = (reference::outputs(new, x), reference::outputs(old, x));
    for ((i, j), old) in want.indexed_iter() {
        let new = got[[i, j]];
        ensure!(
            close(new, *old, 1e-12),
            "Output {i} of example {j} was {old} before and is {new} now; it must not change.",
            "예제 {j}의 출력 {i}의 값이 전에는 {old}, 지금은 {new}입니다. 바뀌면 안 됩니다."
        );
    }
    Ok(())
}

/// The four groups of two networks side by side.
fn groups<'a>(
    new: &'a Parameters,
    old: &'a Parameters,
) -> [(&'static str, &'a Array2<f64>, &'a Array2<f64>); 4] {
    [
        ("w1", &new.w1, &old.w1),
        ("b1", &new.b1, &old.b1),
        ("w2", &new.w2, &old.w2),
        ("b2", &new.b2, &old.b2),
    ]
}
