//! # Exercise 3.15 (bonus): a law of training
//!
//! A network that learns is no proof that it was trained as asked: costs fall from many starts, at many rates.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check law_of_train
//! ```

use init::Parameters;
use ndarray::Array2;

/// Whether `train` is right for this data and start, as far as this law looks.
///
/// `train` takes `x (n_x, m)`, `y (n_y, m)`, a start, a learning rate and a number of steps, and gives the parameters
/// after the last step and the cost before each. `start` is about as large as 0.5 times standard normal numbers. The law
/// chooses rate and steps; up to 1.2 and 50 are safe. It may call `train` as often as 2,000 times, and remembers
/// nothing.
pub fn train_law(
    train: &dyn Fn(&Array2<f64>, &Array2<f64>, &Parameters, f64, usize) -> (Parameters, Vec<f64>),
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
) -> bool {
    todo!("train for a few steps, and compare parameters and costs with a loop of your own")
}
