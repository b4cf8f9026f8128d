//! Laws of the network: tanh in the hidden layer, the sigmoid at the output.

use activations_suite::reference::sigmoid;
use init::Parameters;
use ndarray::Array2;
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use crate::inputs::{cases, example, has_shape};
use crate::{Answers, Cache, reference};

/// Every part of the cache is what loops over units, inputs and examples give. Kills F01 and F02,
/// the forgotten biases.
pub fn agrees_with_the_network_in_loops(answers: &Answers) -> Verdict {
    for_all(["network", "x"], networks(), |(parameters, x)| {
        agrees("cache", &answers.forward(parameters, x), &reference::forward(parameters, x), 1e-12)
    })
}

/// With weights a thousand times as large every unit saturates: a1 is then -1, 0 or 1 and a2 is 0,
/// 1/2 or 1, but never infinity divided by infinity. Kills F56 and F57, quotients of exponentials.
pub fn copes_with_weights_in_the_thousands(answers: &Answers) -> Verdict {
    let magnified = networks().prop_map(|(parameters, x)| (magnified(&parameters), x));
    for_all(["network", "x"], magnified, |(parameters, x)| {
        agrees("cache", &answers.forward(parameters, x), &reference::forward(parameters, x), 1e-9)
    })
}

/// The hidden layer has a row per hidden unit, the output a row per output, both a column per
/// example. Kills F58, a bias laid out as a row.
pub fn has_a_row_per_unit_and_a_column_per_example(answers: &Answers) -> Verdict {
    for_all(["network", "x"], networks(), |(parameters, x)| {
        has_shapes_for(parameters, x, &answers.forward(parameters, x))
    })
}

/// The backward pass needs `z` as it was and `a` after it: `a1 = tanh(z1)`, `a2 = sigmoid(z2)`.
/// Kills F07, an output that is no probability, and F52, a `z1` that tanh has overwritten.
pub fn keeps_z_and_what_its_activation_makes_of_it(answers: &Answers) -> Verdict {
    for_all(["network", "x"], networks(), |(parameters, x)| {
        let cache = answers.forward(parameters, x);
        has_shapes_for(parameters, x, &cache)?;
        for ((i, j), z) in cache.z1.indexed_iter() {
            let (got, want) = (cache.a1[(i, j)], z.tanh());
            ensure!(
                (got - want).abs() <= 1e-12,
                "z1[{i}, {j}] is {z} and a1[{i}, {j}] is {got}; a1 must be tanh(z1), {want}.",
                "z1[{i}, {j}] = {z}, a1[{i}, {j}] = {got}입니다. a1은 tanh(z1)이어야 합니다. 올바른 \
                 값은 {want}입니다."
            );
        }
        for ((i, j), z) in cache.z2.indexed_iter() {
            let (got, want) = (cache.a2[(i, j)], sigmoid(*z));
            ensure!(
                (got - want).abs() <= 1e-12,
                "z2[{i}, {j}] is {z} and a2[{i}, {j}] is {got}; a2 must be sigmoid(z2), {want}.",
                "z2[{i}, {j}] = {z}, a2[{i}, {j}] = {got}입니다. a2는 sigmoid(z2)이어야 합니다. 올바른 \
                 값은 {want}입니다."
            );
        }
        Ok(())
    })
}

/// The output for an example does not depend on the other examples. Kills F63, inputs that are
/// centred first.
pub fn treats_every_example_alone(answers: &Answers) -> Verdict {
    for_all(["network", "x"], networks(), |(parameters, x)| {
        let (n_y, m) = (parameters.w2.nrows(), x.ncols());
        let together = answers.forward(parameters, x).a2;
        has_shape("a2", &together, (n_y, m))?;
        for j in 0..m {
            let alone = answers.forward(parameters, &example(x, j)).a2;
            has_shape("a2", &alone, (n_y, 1))?;
            for i in 0..n_y {
                let (with, without) = (together[(i, j)], alone[(i, 0)]);
                ensure!(
                    (with - without).abs() <= 1e-12,
                    "a2[{i}, {j}] came out as {with}, but as {without} when column {j} of x is the \
                     only one; the examples must not mix.",
                    "a2[{i}, {j}]의 결과가 {with}이지만, x에 {j}번 열만 있으면 {without}입니다. 샘플끼리 \
                     섞이면 안 됩니다."
                );
            }
        }
        Ok(())
    })
}

/// tanh is odd: a hidden unit with all its weights and its bias negated, those that lead to it and
/// those that lead on, does the same. Kills F50, a sigmoid in the hidden layer.
pub fn is_unchanged_when_a_hidden_unit_is_flipped(answers: &Answers) -> Verdict {
    for_all(["network", "x"], networks(), |(parameters, x)| {
        let (n_y, m) = (parameters.w2.nrows(), x.ncols());
        let before = answers.forward(parameters, x).a2;
        has_shape("a2", &before, (n_y, m))?;
        for unit in 0..parameters.w1.nrows() {
            let after = answers.forward(&flipped(parameters, unit), x).a2;
            has_shape("a2", &after, (n_y, m))?;
            for ((i, j), after) in after.indexed_iter() {
                let before = before[(i, j)];
                ensure!(
                    (after - before).abs() <= 1e-12,
                    "a2[{i}, {j}] is {before}, but {after} once row {unit} of w1 and b1 and column \
                     {unit} of w2 are negated; tanh is odd, so nothing must change.",
                    "a2[{i}, {j}] = {before}이지만, w1과 b1의 {unit}번 행과 w2의 {unit}번 열의 부호를 \
                     바꾸면 {after}입니다. tanh는 홀함수이므로 결과가 같아야 합니다."
                );
            }
        }
        Ok(())
    })
}

fn has_shapes_for(parameters: &Parameters, x: &Array2<f64>, cache: &Cache) -> Verdict {
    let (n_h, n_y, m) = (parameters.w1.nrows(), parameters.w2.nrows(), x.ncols());
    has_shape("z1", &cache.z1, (n_h, m))?;
    has_shape("a1", &cache.a1, (n_h, m))?;
    has_shape("z2", &cache.z2, (n_y, m))?;
    has_shape("a2", &cache.a2, (n_y, m))
}

fn networks() -> impl Strategy<Value = (Parameters, Array2<f64>)> {
    cases().prop_map(|case| (case.parameters, case.x))
}

fn flipped(parameters: &Parameters, unit: usize) -> Parameters {
    let mut flipped = parameters.clone();
    flipped.w1.row_mut(unit).mapv_inplace(|w| -w);
    flipped.b1.row_mut(unit).mapv_inplace(|b| -b);
    flipped.w2.column_mut(unit).mapv_inplace(|w| -w);
    flipped
}

fn magnified(parameters: &Parameters) -> Parameters {
    let by = |a: &Array2<f64>| a * 1000.0;
    let Parameters { w1, b1, w2, b2 } = parameters;
    Parameters { w1: by(w1), b1: by(b1), w2: by(w2), b2: by(b2) }
}
