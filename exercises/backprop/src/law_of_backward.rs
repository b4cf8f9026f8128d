//! # Exercise 3.14 (bonus): a law of the backward pass
//!
//! The check that everybody writes who writes a backward pass: each gradient beside what the cost rises by. And the
//! networks that it is asked on, without which it sees nothing.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check law_of_backward
//! ```

use backprop::{Cache, Gradients};
use init::Parameters;
use ndarray::Array2;
use rand::rngs::StdRng;

/// Whether `backward` is right for this network and data, as far as this law looks.
///
/// `parameters` are about as large as standard normal numbers, `x (n_x, m)` are inputs, `y (n_y, m)` labels, 0 or 1.
/// The cache that `backward` needs is that of the law's own forward pass (`crate::forward` may be called). Right
/// answers add up in different orders. The law may call `backward` as often as 2,000 times, and remembers nothing.
pub fn backward_law(
    backward: &dyn Fn(&Parameters, &Cache, &Array2<f64>, &Array2<f64>) -> Gradients,
    parameters: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    todo!(
        "run forward, ask backward for its gradients, and compare each with what the cost rises by"
    )
}

/// A network, and data for it, on which a law of `backward` is worth asking: parameters, `x (n_x, m)`, `y (n_y, m)`.
///
/// Of 1,000 draws some must tell each of these from a right `backward`: sums in place of means, a transposed product,
/// the slope of the wrong layer or none, a missing bias gradient, only the first output followed back, the sign. Shapes
/// go together, numbers are finite, labels are 0 or 1, and no side is longer than 100.
pub fn draw_network(rng: &mut StdRng) -> (Parameters, Array2<f64>, Array2<f64>) {
    todo!("draw sizes, then numbers of about 1 for the parameters and x, and labels of 0 or 1")
}
