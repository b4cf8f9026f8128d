//! # Exercise 3.14 (bonus): a law of the backward pass
//!
//! The check that everybody writes who writes a backward pass: each gradient beside what the cost rises by. And the
//! networks that it is asked on, without which it sees nothing.

use backprop::{Cache, Gradients};
use init::Parameters;
use ndarray::Array2;
use rand::{RngExt, rngs::StdRng};

/// A central difference with a step of 1e-5 is right to about 1e-9.
const TOLERANCE: f64 = 1e-7;

/// Whether `backward` is right for this network and data, as far as this law looks.
///
/// `parameters` are about as large as standard normal numbers, `x (n_x, m)` are inputs, `y (n_y, m)` labels, 0 or 1.
/// The cache that `backward` needs is that of the law's own forward pass (`crate::forward` may be called). Right
/// answers add up in different orders. The law may call `backward` as often as 2,000 times, and remembers nothing.
///
/// ```
/// # use ndarray::array;
/// # use backprop::Gradients;
/// # use init::Parameters;
/// # use solution_backprop::{backward, backward_law};
/// let parameters = Parameters {
///     w1: array![[0.5, -1.0], [1.5, 0.25]],
///     b1: array![[0.1], [-0.2]],
///     w2: array![[1.0, -0.5]],
///     b2: array![[0.3]],
/// };
/// let (x, y) = (array![[1.0, 0.0, 2.0], [0.5, -1.0, 1.0]], array![[1.0, 0.0, 1.0]]);
/// assert!(backward_law(&backward, &parameters, &x, &y));
/// let sums = |parameters: &_, cache: &_, x: &_, y: &_| {
///     let Gradients { dw1, db1, dw2, db2 } = backward(parameters, cache, x, y);
///     Gradients { dw1: 3.0 * dw1, db1, dw2, db2 } // 1/m is missing
/// };
/// assert!(!backward_law(&sums, &parameters, &x, &y));
/// ```
pub fn backward_law(
    backward: &dyn Fn(&Parameters, &Cache, &Array2<f64>, &Array2<f64>) -> Gradients,
    parameters: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    let got = backward(parameters, &crate::forward(parameters, x), x, y);
    let cost = |p: &Parameters| crate::cost(&crate::forward(p, x).a2, y);
    let want = crate::numerical_gradient(&cost, parameters, 1e-5);
    near(&got.dw1, &want.dw1)
        && near(&got.db1, &want.db1)
        && near(&got.dw2, &want.dw2)
        && near(&got.db2, &want.db2)
}

/// Shapes first: a subtraction would repeat a column without a word.
fn near(got: &Array2<f64>, want: &Array2<f64>) -> bool {
    got.dim() == want.dim()
        && got.iter().zip(want).all(|(got, want)| (got - want).abs() <= TOLERANCE)
}

/// A network, and data for it, on which a law of `backward` is worth asking: parameters, `x (n_x, m)`, `y (n_y, m)`.
///
/// Of 1,000 draws some must tell each of these from a right `backward`: sums in place of means, a transposed product,
/// the slope of the wrong layer or none, a missing bias gradient, only the first output followed back, the sign. Shapes
/// go together, numbers are finite, labels are 0 or 1, and no side is longer than 100.
///
/// ```
/// # use rand::{SeedableRng, rngs::StdRng};
/// # use solution_backprop::draw_network;
/// let (parameters, x, y) = draw_network(&mut StdRng::seed_from_u64(1));
/// assert_eq!(parameters.w1.ncols(), x.nrows());
/// assert_eq!((parameters.w2.nrows(), x.ncols()), y.dim());
/// ```
pub fn draw_network(rng: &mut StdRng) -> (Parameters, Array2<f64>, Array2<f64>) {
    // Several of everything: with one example a sum is a mean, with one output the first is all.
    let mut size = || rng.random_range(2..=4);
    let (n_x, n_h, n_y, m) = (size(), size(), size(), size());
    let mut numbers = |rows, columns| {
        Array2::from_shape_simple_fn((rows, columns), || rng.random_range(-2.0..2.0))
    };
    let parameters = Parameters {
        w1: numbers(n_h, n_x),
        b1: numbers(n_h, 1),
        w2: numbers(n_y, n_h),
        b2: numbers(n_y, 1),
    };
    let x = numbers(n_x, m);
    let y = numbers(n_y, m).mapv(|z: f64| if z > 0.0 { 1.0 } else { 0.0 });
    (parameters, x, y)
}
