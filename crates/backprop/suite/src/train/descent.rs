//! Descent that goes wrong, for the mistakes in `train`.

use init::Parameters;
use ndarray::Array2;

use crate::inputs::example;
use crate::{Gradients, reference};

/// What training gives.
pub(crate) type Trained = (Parameters, Vec<f64>);

/// Training whose step is `next`, from the parameters, their gradients and the number of the step.
pub(crate) fn descend(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    steps: usize,
    mut next: impl FnMut(&Parameters, &Gradients, usize) -> Parameters,
) -> Trained {
    let (mut parameters, mut costs) = (start.clone(), Vec::new());
    for t in 0..steps {
        let (cost, gradients) = reference::cost_and_gradients(&parameters, x, y);
        costs.push(cost);
        parameters = next(&parameters, &gradients, t);
    }
    (parameters, costs)
}

/// Training with a learning rate that depends on the number of the step.
pub(crate) fn with_rates(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    steps: usize,
    rate: impl Fn(usize) -> f64,
) -> Trained {
    descend(x, y, start, steps, |parameters, gradients, t| {
        reference::update(parameters, gradients, rate(t))
    })
}

/// Parameters of the same shapes that are all zero.
pub(crate) fn zeros(like: &Parameters) -> Parameters {
    let Parameters { w1, b1, w2, b2 } = like;
    Parameters { w1: 0.0 * w1, b1: 0.0 * b1, w2: 0.0 * w2, b2: 0.0 * b2 }
}

/// Training on one example at a time.
pub(crate) fn one_by_one(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    rate: f64,
    steps: usize,
) -> Trained {
    let examples: Vec<_> = (0..x.ncols()).map(|t| (example(x, t), example(y, t))).collect();
    descend(x, y, start, steps, |parameters, _, _| {
        examples.iter().fold(parameters.clone(), |now, (x, y)| {
            let (_, gradients) = reference::cost_and_gradients(&now, x, y);
            reference::update(&now, &gradients, rate)
        })
    })
}

/// Training that moves `w2` before it asks for the hidden gradients.
pub(crate) fn output_first(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    rate: f64,
    steps: usize,
) -> Trained {
    descend(x, y, start, steps, |parameters, gradients, _| {
        let moved = reference::update(parameters, gradients, rate);
        let cache = reference::forward(parameters, x);
        let half = Parameters { w2: moved.w2.clone(), ..parameters.clone() };
        let dz2 = &cache.a2 - y;
        let (dw1, db1) = reference::hidden_gradients(&half, &cache, x, &dz2);
        reference::update(parameters, &Gradients { dw1, db1, ..gradients.clone() }, rate)
    })
}

/// Training whose weights go on as before by nine tenths.
pub(crate) fn with_momentum(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    rate: f64,
    steps: usize,
) -> Trained {
    let mut before = start.clone();
    descend(x, y, start, steps, |parameters, gradients, _| {
        let mut moved = reference::update(parameters, gradients, rate);
        moved.w1 = moved.w1 + 0.9 * (&parameters.w1 - &before.w1);
        moved.w2 = moved.w2 + 0.9 * (&parameters.w2 - &before.w2);
        before = parameters.clone();
        moved
    })
}

/// Gradient descent that ends once `is_enough` of the last cost and this one.
pub(crate) fn stopped_early(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    (rate, steps): (f64, usize),
    is_enough: impl Fn(f64, f64) -> bool,
) -> (Parameters, Vec<f64>) {
    let (_, costs) = reference::train(x, y, start, rate, steps);
    let end = costs.windows(2).position(|pair| is_enough(pair[0], pair[1]));
    reference::train(x, y, start, rate, end.map_or(steps, |end| end + 1))
}
