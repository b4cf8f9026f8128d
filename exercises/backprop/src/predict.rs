//! # Exercise 3.11: from probabilities to labels
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check predict
//! ```

use ndarray::Array2;

/// The labels that the outputs `a2 (n_y, m)` speak for: exactly 1 where `a2 > 0.5`, else exactly 0,
/// in the same shape. An output of exactly 0.5 gives 0.
pub fn predict(a2: &Array2<f64>) -> Array2<f64> {
    todo!("answer 1 where a2 is above 0.5 and 0 elsewhere")
}
