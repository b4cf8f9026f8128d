//! From the labels back to the weights, and gradient descent.

use activations_suite::reference::sigmoid;
use init::Parameters;
use ndarray::{Array2, Axis};

use super::cost_from_logits;
use crate::{Cache, Gradients};

/// `(dz2, dw2, db2)`.
pub fn output_gradients(cache: &Cache, y: &Array2<f64>) -> (Array2<f64>, Array2<f64>, Array2<f64>) {
    let (n_y, m) = y.dim();
    let dz2 = Array2::from_shape_fn((n_y, m), |at| cache.a2[at] - y[at]);
    let (dw2, db2) = layer_gradients(&dz2, &cache.a1);
    (dz2, dw2, db2)
}

/// `(dw1, db1)` for whatever `dz2` comes from above.
pub fn hidden_gradients(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    dz2: &Array2<f64>,
) -> (Array2<f64>, Array2<f64>) {
    let w2 = &parameters.w2;
    let dz1 = Array2::from_shape_fn(cache.a1.dim(), |(unit, t)| {
        let a = cache.a1[(unit, t)];
        let da: f64 = (0..w2.nrows()).map(|k| w2[(k, unit)] * dz2[(k, t)]).sum();
        da * (1.0 - a * a)
    });
    layer_gradients(&dz1, x)
}

/// All gradients.
pub fn backward(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Gradients {
    let (dz2, dw2, db2) = output_gradients(cache, y);
    let (dw1, db1) = hidden_gradients(parameters, cache, x, &dz2);
    Gradients { dw1, db1, dw2, db2 }
}

/// The gradients of the weights and biases of a layer with the inputs `a`, from its `dz`.
fn layer_gradients(dz: &Array2<f64>, a: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    let m = dz.ncols();
    let mean = |f: &dyn Fn(usize) -> f64| (0..m).map(f).sum::<f64>() / m as f64;
    let dw =
        Array2::from_shape_fn((dz.nrows(), a.nrows()), |(i, k)| mean(&|t| dz[(i, t)] * a[(k, t)]));
    let db = Array2::from_shape_fn((dz.nrows(), 1), |(i, _)| mean(&|t| dz[(i, t)]));
    (dw, db)
}

/// The gradients of `cost` by central differences with `step` to either side.
pub fn numerical_gradient(
    cost: &dyn Fn(&Parameters) -> f64,
    parameters: &Parameters,
    step: f64,
) -> Gradients {
    let slopes = |part: fn(&mut Parameters) -> &mut Array2<f64>| {
        let mut point = parameters.clone();
        Array2::from_shape_fn(part(&mut point).dim(), |at| {
            let middle = part(&mut point)[at];
            let mut cost_at = |z: f64| {
                part(&mut point)[at] = z;
                cost(&point)
            };
            let (right, left) = (cost_at(middle + step), cost_at(middle - step));
            part(&mut point)[at] = middle;
            (right - left) / (2.0 * step)
        })
    };
    Gradients {
        dw1: slopes(|p| &mut p.w1),
        db1: slopes(|p| &mut p.b1),
        dw2: slopes(|p| &mut p.w2),
        db2: slopes(|p| &mut p.b2),
    }
}

/// One step of gradient descent.
pub fn update(parameters: &Parameters, gradients: &Gradients, learning_rate: f64) -> Parameters {
    let moved = |from: &Array2<f64>, slope: &Array2<f64>| {
        Array2::from_shape_fn(from.dim(), |at| from[at] - learning_rate * slope[at])
    };
    Parameters {
        w1: moved(&parameters.w1, &gradients.dw1),
        b1: moved(&parameters.b1, &gradients.db1),
        w2: moved(&parameters.w2, &gradients.dw2),
        b2: moved(&parameters.b2, &gradients.db2),
    }
}

/// `(a1, z2)` by products of matrices, several times as fast as loops: gradient checks ask for ten
/// thousands of costs, training on real data for hundreds.
fn forward_by_products(parameters: &Parameters, x: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let a1 = (w1.dot(x) + b1).mapv_into(f64::tanh);
    let z2 = w2.dot(&a1) + b2;
    (a1, z2)
}

/// `z2` of a network with these parameters.
pub fn logits(parameters: &Parameters, x: &Array2<f64>) -> Array2<f64> {
    forward_by_products(parameters, x).1
}

/// The cost and its gradients.
pub fn cost_and_gradients(
    parameters: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> (f64, Gradients) {
    let m = x.ncols() as f64;
    let (a1, z2) = forward_by_products(parameters, x);
    let cost = cost_from_logits(&z2, y);
    let dz2 = z2.mapv_into(sigmoid) - y;
    let dz1 = parameters.w2.t().dot(&dz2) * (1.0 - &a1 * &a1);
    let sums = |dz: &Array2<f64>| dz.sum_axis(Axis(1)).insert_axis(Axis(1));
    let (db1, db2) = (sums(&dz1) / m, sums(&dz2) / m);
    let gradients = Gradients { dw1: dz1.dot(&x.t()) / m, db1, dw2: dz2.dot(&a1.t()) / m, db2 };
    (cost, gradients)
}

/// `steps` steps of gradient descent from `start`, and the cost before each.
pub fn train(
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
    learning_rate: f64,
    steps: usize,
) -> (Parameters, Vec<f64>) {
    let (mut parameters, mut costs) = (start.clone(), Vec::new());
    for _ in 0..steps {
        let (cost, gradients) = cost_and_gradients(&parameters, x, y);
        costs.push(cost);
        parameters = update(&parameters, &gradients, learning_rate);
    }
    (parameters, costs)
}

#[cfg(test)]
mod tests {
    use testkit::{Verdict, agrees, for_all};

    use super::*;
    use crate::cases::cases;

    #[test]
    fn products_of_matrices_agree_with_the_loops() -> Verdict {
        for_all("case", cases(), |case| {
            let (parameters, cache) = (&case.parameters, case.cache());
            let loops = backward(parameters, &cache, &case.x, &case.y);
            let want = (cost_from_logits(&cache.z2, &case.y), loops);
            agrees(
                "cost, gradients",
                &cost_and_gradients(parameters, &case.x, &case.y),
                &want,
                1e-12,
            )
        })
    }
}
