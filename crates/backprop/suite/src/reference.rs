//! The answers that the properties compare with: each written out with loops over indices, so that
//! it shares nothing with the solutions but the formula.

use activations_suite::reference::sigmoid;
use contract::{Plain, Value};
use init::Parameters;
use ndarray::{Array2, Axis};
use rand::{RngExt, rngs::StdRng};
use testkit::{Named, Notation};

use crate::{Answers, Cache, Gradients};

/// The words of the notes.
pub const NOTATION: Notation = Notation {
    parts: &[
        ("logistic_gradients", &["dw", "db"]),
        ("output_gradients", &["dz2", "dw2", "db2"]),
        ("hidden_gradients", &["dw1", "db1"]),
        ("train", &["parameters", "costs"]),
    ],
    sizes: &[
        ("x", ["n_x", "m"]),
        ("y", ["n_y", "m"]),
        ("w1", ["n_h", "n_x"]),
        ("b1", ["n_h", "1"]),
        ("w2", ["n_y", "n_h"]),
        ("b2", ["n_y", "1"]),
        ("z1", ["n_h", "m"]),
        ("a1", ["n_h", "m"]),
        ("z2", ["n_y", "m"]),
        ("a2", ["n_y", "m"]),
        ("dz2", ["n_y", "m"]),
        ("w", ["w.nrows()", "w.ncols()"]),
        ("b", ["w.nrows()", "1"]),
        ("a", ["w.ncols()", "m"]),
        ("dw1", ["n_h", "n_x"]),
        ("db1", ["n_h", "1"]),
        ("dw2", ["n_y", "n_h"]),
        ("db2", ["n_y", "1"]),
    ],
    choices: &[],
    on_the_way,
};

/// What the notes name between the arguments and the result.
fn on_the_way(function: &str, arguments: Vec<Value>) -> Named {
    let arguments = Value::Sequence(arguments);
    let named = |names: [&'static str; 2], [first, second]: [Array2<f64>; 2]| {
        vec![(names[0], first.to_value()), (names[1], second.to_value())]
    };
    let dz1_of = |parameters: &Parameters, cache: &Cache, dz2: &Array2<f64>| {
        parameters.w2.t().dot(dz2) * cache.a1.mapv(|a| 1.0 - a * a)
    };
    let matrices =
        match function {
            "logistic_gradients" => <(Array2<f64>, f64, Array2<f64>, Array2<f64>)>::from_value(
                arguments,
            )
            .map(|(w, b, x, y)| {
                let z = w.t().dot(&x) + b;
                let dz = z.mapv(sigmoid) - y;
                named(["z", "dz"], [z, dz])
            }),
            "hidden_gradients" => <(Parameters, Cache, Array2<f64>, Array2<f64>)>::from_value(
                arguments,
            )
            .map(|(parameters, cache, _, dz2)| {
                let da1 = parameters.w2.t().dot(&dz2);
                named(["da1", "dz1"], [da1, dz1_of(&parameters, &cache, &dz2)])
            }),
            "backward" => <(Parameters, Cache, Array2<f64>, Array2<f64>)>::from_value(arguments)
                .map(|(parameters, cache, _, y)| {
                    let dz2 = &cache.a2 - &y;
                    let dz1 = dz1_of(&parameters, &cache, &dz2);
                    named(["dz2", "dz1"], [dz2, dz1])
                }),
            "train" => <(Array2<f64>, Array2<f64>, Parameters, f64, usize)>::from_value(arguments)
                .map(|(x, y, start, _, _)| {
                    let cache = forward(&start, &x);
                    let Gradients { dw1, dw2, .. } = backward(&start, &cache, &x, &y);
                    let mut on_the_way = named(["a1", "a2"], [cache.a1, cache.a2]);
                    on_the_way.extend(named(["dw1", "dw2"], [dw1, dw2]));
                    on_the_way
                }),
            _ => None,
        };
    matrices.unwrap_or_default()
}

/// Right answers to the lesson.
pub fn answers() -> Answers {
    Answers {
        linear_forward: Box::new(linear_forward),
        forward: Box::new(forward),
        cost: Box::new(cost),
        cost_from_logits: Box::new(cost_from_logits),
        logistic_gradients: Box::new(logistic_gradients),
        output_gradients: Box::new(output_gradients),
        hidden_gradients: Box::new(hidden_gradients),
        backward: Box::new(backward),
        numerical_gradient: Box::new(numerical_gradient),
        update: Box::new(update),
        predict: Box::new(predict),
        train: Box::new(train),
        cost_law: Box::new(cost_law),
        backward_law: Box::new(backward_law),
        draw_network: Box::new(draw_network),
        train_law: Box::new(train_law),
    }
}

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

/// As [`forward`], by products of matrices and loops over rows, many times as fast as loops over indices
/// where this crate is not optimised: gradient checks ask for ten thousands of costs, training on real
/// data for hundreds, and a picture of the outputs for thousands of points.
pub fn forward_by_products(parameters: &Parameters, x: &Array2<f64>) -> Cache {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let mut z1 = w1.dot(x);
    for (row, b) in rows(&mut z1).zip(b1) {
        for z in row {
            *z += b;
        }
    }
    let mut a1 = z1.clone();
    for z in rows(&mut a1).flatten() {
        *z = z.tanh();
    }
    let z2 = w2.dot(&a1) + b2;
    let mut a2 = z2.clone();
    for z in rows(&mut a2).flatten() {
        *z = sigmoid(*z);
    }
    Cache { z1, a1, z2, a2 }
}

/// The rows of `matrix`, which from now on lie one after the other in memory.
fn rows(matrix: &mut Array2<f64>) -> impl Iterator<Item = &mut [f64]> {
    if !matrix.is_standard_layout() {
        *matrix = matrix.as_standard_layout().into_owned();
    }
    let columns = matrix.ncols().max(1);
    matrix.as_slice_mut().expect("the layout is standard").chunks_exact_mut(columns)
}

/// `z2` of a network with these parameters.
pub fn logits(parameters: &Parameters, x: &Array2<f64>) -> Array2<f64> {
    forward_by_products(parameters, x).z2
}

/// As [`backward`], by products of matrices, as [`forward_by_products`] is.
pub fn backward_by_products(
    parameters: &Parameters,
    cache: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Gradients {
    let m = x.ncols() as f64;
    let (mut a1, dz2) = (cache.a1.clone(), &cache.a2 - y);
    let mut dz1 = parameters.w2.t().dot(&dz2);
    for (dz, a) in rows(&mut dz1).zip(rows(&mut a1)) {
        for (dz, a) in dz.iter_mut().zip(a) {
            *dz *= 1.0 - *a * *a;
        }
    }
    let sums = |dz: &Array2<f64>| dz.sum_axis(Axis(1)).insert_axis(Axis(1));
    let (db1, db2) = (sums(&dz1) / m, sums(&dz2) / m);
    Gradients { dw1: dz1.dot(&x.t()) / m, db1, dw2: dz2.dot(&a1.t()) / m, db2 }
}

/// The cost and its gradients.
pub fn cost_and_gradients(
    parameters: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> (f64, Gradients) {
    let cache = forward_by_products(parameters, x);
    (cost_from_logits(&cache.z2, y), backward_by_products(parameters, &cache, x, y))
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

/// Whether two matrices agree in shape and in every number.
pub fn near(got: &Array2<f64>, want: &Array2<f64>, tolerance: f64) -> bool {
    got.dim() == want.dim()
        && got.iter().zip(want).all(|(got, want)| (got - want).abs() <= tolerance)
}

/// Whether two networks do.
pub fn are_near(got: &Parameters, want: &Parameters, tolerance: f64) -> bool {
    near(&got.w1, &want.w1, tolerance)
        && near(&got.b1, &want.b1, tolerance)
        && near(&got.w2, &want.w2, tolerance)
        && near(&got.b2, &want.b2, tolerance)
}

/// Whether `cost` is the cross-entropy.
pub fn cost_law(
    is_cost: &dyn Fn(&Array2<f64>, &Array2<f64>) -> f64,
    a2: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    (is_cost(a2, y) - cost(a2, y)).abs() <= 1e-6
}

/// Whether `backward` gives the gradients of the reference, for the cache of its forward pass.
pub fn backward_law(
    is_backward: &dyn Fn(&Parameters, &Cache, &Array2<f64>, &Array2<f64>) -> Gradients,
    parameters: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> bool {
    let cache = forward(parameters, x);
    let got = is_backward(parameters, &cache, x, y);
    let want = backward(parameters, &cache, x, y);
    near(&got.dw1, &want.dw1, 1e-9)
        && near(&got.db1, &want.db1, 1e-9)
        && near(&got.dw2, &want.dw2, 1e-9)
        && near(&got.db2, &want.db2, 1e-9)
}

/// A network with several of everything, sizes that differ for the most part, and labels.
pub fn draw_network(rng: &mut StdRng) -> (Parameters, Array2<f64>, Array2<f64>) {
    let mut size = |most: usize| rng.random_range(1..=most);
    let (n_x, n_h, n_y, m) = (size(4), size(4), size(3), size(5));
    let mut numbers = |rows, columns| {
        Array2::from_shape_simple_fn((rows, columns), || rng.random_range(-2.0..2.0))
    };
    let parameters = Parameters {
        w1: numbers(n_h, n_x),
        b1: numbers(n_h, 1),
        w2: numbers(n_y, n_h),
        b2: numbers(n_y, 1),
    };
    let (x, y) = (numbers(n_x, m), numbers(n_y, m));
    (parameters, x, y.mapv(|z| f64::from(u8::from(z > 0.5))))
}

/// Whether `train` does what the reference does, for a few steps at two rates.
pub fn train_law(
    is_train: &dyn Fn(
        &Array2<f64>,
        &Array2<f64>,
        &Parameters,
        f64,
        usize,
    ) -> (Parameters, Vec<f64>),
    x: &Array2<f64>,
    y: &Array2<f64>,
    start: &Parameters,
) -> bool {
    [(0.5, 0), (0.1, 3), (1.0, 12)].into_iter().all(|(rate, steps)| {
        let (got, costs) = is_train(x, y, start, rate, steps);
        let (want, right) = train(x, y, start, rate, steps);
        are_near(&got, &want, 1e-7)
            && costs.len() == right.len()
            && costs.iter().zip(&right).all(|(got, want)| (got - want).abs() <= 1e-7)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{circles, flower_start};

    #[test]
    fn products_give_what_loops_give() {
        let (data, start) = (circles(), flower_start(8));
        let Parameters { w1, b1, w2, b2 } = start;
        let network = Parameters { w1: 100.0 * w1, b1: b1 + 0.3, w2: 100.0 * w2, b2: b2 - 0.2 };
        let (slow, quick) = (forward(&network, &data.x), forward_by_products(&network, &data.x));
        let pairs = [
            (&slow.z1, &quick.z1),
            (&slow.a1, &quick.a1),
            (&slow.z2, &quick.z2),
            (&slow.a2, &quick.a2),
        ];
        assert!(pairs.iter().all(|(slow, quick)| are_close(slow, quick)));
        let slow = backward(&network, &slow, &data.x, &data.y);
        let quick = backward_by_products(&network, &quick, &data.x, &data.y);
        let pairs = [
            (&slow.dw1, &quick.dw1),
            (&slow.db1, &quick.db1),
            (&slow.dw2, &quick.dw2),
            (&slow.db2, &quick.db2),
        ];
        assert!(pairs.iter().all(|(slow, quick)| are_close(slow, quick)));
    }

    fn are_close(one: &Array2<f64>, other: &Array2<f64>) -> bool {
        one.dim() == other.dim() && one.iter().zip(other).all(|(a, b)| (a - b).abs() < 1e-12)
    }
}
