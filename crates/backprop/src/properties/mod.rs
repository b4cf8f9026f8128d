//! What must hold of an answer: one function per property, one file per exercise.

pub mod backward;
mod checkpoints;
mod common;
pub mod cost;
pub mod cost_from_logits;
pub mod forward;
pub mod hidden_gradients;
pub mod linear_forward;
pub mod logistic;
pub mod numerical_gradient;
pub mod output_gradients;
pub mod predict;
mod symmetry;
pub mod train;
pub mod update;

use ndarray::Array2;
use testkit::{Verdict, ensure};

/// Holds when `got`, called `what`, has `rows` rows and `columns` columns.
fn has_shape(what: &str, got: &Array2<f64>, (rows, columns): (usize, usize)) -> Verdict {
    let (n, m) = got.dim();
    ensure!(
        (n, m) == (rows, columns),
        "{what} has shape ({n}, {m}); it must have shape ({rows}, {columns}).",
        "{what}의 모양이 ({n}, {m})입니다. ({rows}, {columns})이어야 합니다."
    );
    Ok(())
}
