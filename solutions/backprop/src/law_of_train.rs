//! # Exercise 3.15 (bonus): a law of training
//!
//! A network that learns is no proof that it was trained as asked: costs fall from many starts, at many rates.

use init::Parameters;
use ndarray::Array2;

/// Right answers add up in different orders; over some steps that stays far below this.
const TOLERANCE: f64 = 1e-7;

/// Whether `train` is right for this data and start, as far as this law looks.
///
/// `train` takes `x (n_x, m)`, `y (n_y, m)`, a start, a learning rate and a number of steps, and gives the parameters
/// after the last step and the cost before each. `start` is about as large as 0.5 times standard normal numbers. The law
/// chooses rate and steps; up to 1.2 and 50 are safe. It may call `train` as often as 2,000 times, and remembers
/// nothing.
///
/// ```
/// # use ndarray::array;
/// # use init::Parameters;
/// # use solution_backprop::{train, train_law};
/// let start = Parameters {
///     w1: array![[0.5], [-0.25]],
///     b1: array![[0.0], [0.1]],
///     w2: array![[0.3, -0.6]],
///     b2: array![[0.2]],
/// };
/// let (x, y) = (array![[1.0, -1.0, 2.0]], array![[1.0, 0.0, 1.0]]);
/// assert!(train_law(&train, &x, &y, &start));
/// let one_more = |x: &_, y: &_, start: &_, rate, steps| {
///     (train(x, y, start, rate, steps + 1).0, train(x, y, start, rate, steps).1)
/// };
/// assert!(!train_law(&one_more, &x, &y, &start));
/// ```
pub fn train_law(
    train: &dyn Fn(&Array2<f64>, &Array2<f64>, &Parameters, f64, usize) -> (Parameters, Vec<f64>),
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
) -> bool {
    // Two rates: a training that ignores the rate is right at one.
    [(0.1, 3), (0.8, 5)].into_iter().all(|(learning_rate, steps)| {
        let (mut now, mut costs) = (start.clone(), Vec::new());
        for _ in 0..steps {
            let cache = crate::forward(&now, x);
            costs.push(crate::cost(&cache.a2, y));
            now = crate::update(&now, &crate::backward(&now, &cache, x, y), learning_rate);
        }
        let (got, noted) = train(x, y, start, learning_rate, steps);
        let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE;
        are_near(&got, &now)
            && noted.len() == steps
            && noted.iter().zip(&costs).all(|(noted, cost)| near(*noted, *cost))
    })
}

fn are_near(got: &Parameters, want: &Parameters) -> bool {
    let near = |got: &Array2<f64>, want: &Array2<f64>| {
        got.dim() == want.dim()
            && got.iter().zip(want).all(|(got, want)| (got - want).abs() <= TOLERANCE)
    };
    near(&got.w1, &want.w1)
        && near(&got.b1, &want.b1)
        && near(&got.w2, &want.w2)
        && near(&got.b2, &want.b2)
}
