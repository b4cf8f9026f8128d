//! From the inputs to the cost, and logistic regression, the network without a hidden layer.

use activations_suite::reference::sigmoid;
use init::Parameters;
use ndarray::Array2;

use crate::Cache;

/// `w a + b`, one entry after the other.
pub fn linear_forward(w: &Array2<f64>, b: &Array2<f64>, a: &Array2<f64>) -> Array2<f64> {
    let mut z = Array2::zeros((w.nrows(), a.ncols()));
    for i in 0..w.nrows() {
        for j in 0..a.ncols() {
            let products = (0..w.ncols()).map(|k| w[(i, k)] * a[(k, j)]);
            z[(i, j)] = products.sum::<f64>() + b[(i, 0)];
        }
    }
    z
}

/// Two layers: tanh in the hidden one, the sigmoid at the output.
pub fn forward(parameters: &Parameters, x: &Array2<f64>) -> Cache {
    let z1 = linear_forward(&parameters.w1, &parameters.b1, x);
    let a1 = z1.mapv(f64::tanh);
    let z2 = linear_forward(&parameters.w2, &parameters.b2, &a1);
    let a2 = z2.mapv(sigmoid);
    Cache { z1, a1, z2, a2 }
}

/// The cross-entropy, summed over the outputs, averaged over the examples. An output that is
/// exactly its label adds 0.
pub fn cost(a2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let loss = |a: f64, y: f64| if y > 0.5 { -a.ln() } else { -(-a).ln_1p() };
    mean_over_examples(a2, y, loss)
}

/// The same from `z2`: `-ln(sigmoid(z))` is the softplus of `-z`.
pub fn cost_from_logits(z2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    mean_over_examples(z2, y, |z, y| if y > 0.5 { softplus(-z) } else { softplus(z) })
}

/// `ln(1 + e^z)`, with an exponential that never overflows.
pub(crate) fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

fn mean_over_examples(a: &Array2<f64>, y: &Array2<f64>, loss: impl Fn(f64, f64) -> f64) -> f64 {
    let mut sum = 0.0;
    for i in 0..y.nrows() {
        for j in 0..y.ncols() {
            sum += loss(a[(i, j)], y[(i, j)]);
        }
    }
    sum / y.ncols() as f64
}

/// The gradients `(dw, db)` of the cost of logistic regression: one output without hidden units.
pub fn logistic_gradients(
    w: &Array2<f64>,
    b: f64,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> (Array2<f64>, f64) {
    let (n_x, m) = x.dim();
    let (mut dw, mut db) = (Array2::zeros((n_x, 1)), 0.0);
    for j in 0..m {
        let z = (0..n_x).map(|i| w[(i, 0)] * x[(i, j)]).sum::<f64>() + b;
        let dz = sigmoid(z) - y[(0, j)];
        for i in 0..n_x {
            dw[(i, 0)] += dz * x[(i, j)] / m as f64;
        }
        db += dz / m as f64;
    }
    (dw, db)
}

/// 1 where `a2 > 0.5`, else 0.
pub fn predict(a2: &Array2<f64>) -> Array2<f64> {
    let mut labels = Array2::zeros(a2.dim());
    for (index, a) in a2.indexed_iter() {
        if *a > 0.5 {
            labels[index] = 1.0;
        }
    }
    labels
}
