//! # Exercise 4.4 (bonus): a law of equal units
//!
//! The law that gives this lesson its name, written by you: hidden units that start equal stay equal, whatever the
//! data and however long one trains.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check law_of_equal_units
//! ```

use init::Parameters;
use ndarray::Array2;

/// Whether `step` keeps hidden units equal that start equal, as far as this law looks.
///
/// `step` makes one step of gradient descent on `x (n_x, m)` and `y (n_y, m)`, at a learning rate between 0.05 and
/// 0.5. The law makes the start: a network of `n_x` inputs and `n_y` outputs, with as many equal hidden units as it
/// likes. A right step may add up in another order for another unit, so that units differ in their last digits.
/// The law may call `step` as often as 2,000 times, and remembers nothing.
pub fn equal_units_law(
    step: &dyn Fn(&Parameters, &Array2<f64>, &Array2<f64>) -> Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    todo!("make a network of equal hidden units, take steps, and say whether they are still equal")
}
