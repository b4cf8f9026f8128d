//! Laws of one layer before its activation, `z = w a + b`.

use ndarray::Array2;
use testkit::generators::build;
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use crate::inputs::{example, has_shape};
use crate::{Answers, reference};

/// Entry `(i, j)` of `z` is the sum of `w[i, k] a[k, j]` over `k`, plus `b[i]`. Kills L52, the
/// transposed weights.
pub fn agrees_with_the_sum_of_products(answers: &Answers) -> Verdict {
    for_all(["w", "b", "a"], layers(), |(w, b, a)| {
        agrees("z", &answers.linear_forward(w, b, a), &reference::linear_forward(w, b, a), 1e-12)
    })
}

/// Eighths are few bits long, and so are the sums of their products; a third needs every digit.
/// Kills L68, single precision.
pub fn keeps_every_digit(answers: &Answers) -> Verdict {
    let layers = layers().prop_map(|(w, b, a)| (w / 3.0, b, a));
    for_all(["w", "b", "a"], layers, |(w, b, a)| {
        agrees("z", &answers.linear_forward(w, b, a), &reference::linear_forward(w, b, a), 1e-12)
    })
}

/// `(n, n_previous)` times `(n_previous, m)` is `(n, m)`. Kills L51, biases in a row: ndarray
/// stretches both sides to a larger shape.
pub fn has_a_row_per_unit_and_a_column_per_example(answers: &Answers) -> Verdict {
    for_all(["w", "b", "a"], layers(), |(w, b, a)| {
        has_shape("z", &answers.linear_forward(w, b, a), (w.nrows(), a.ncols()))
    })
}

/// A column of `z` depends on the same column of `a` and on no other. Kills L58, a bias that only
/// the first example gets.
pub fn treats_every_example_alone(answers: &Answers) -> Verdict {
    for_all(["w", "b", "a"], layers(), |(w, b, a)| {
        let together = answers.linear_forward(w, b, a);
        has_shape("z", &together, (w.nrows(), a.ncols()))?;
        for j in 0..a.ncols() {
            let alone = answers.linear_forward(w, b, &example(a, j));
            has_shape("z", &alone, (w.nrows(), 1))?;
            for i in 0..w.nrows() {
                let (with, without) = (together[(i, j)], alone[(i, 0)]);
                ensure!(
                    (with - without).abs() <= 1e-12,
                    "z[{i}, {j}] came out as {with}, but as {without} when column {j} of a is the \
                     only one; the examples must not mix.",
                    "z[{i}, {j}]의 결과가 {with}이지만, a에 {j}번 열만 있으면 {without}입니다. 샘플끼리 \
                     섞이면 안 됩니다."
                );
            }
        }
        Ok(())
    })
}

/// Without weights only the bias is left: row `i` is `b[i]` in every column. Kills L50, no bias.
pub fn adds_to_each_row_its_bias(answers: &Answers) -> Verdict {
    let layers = layers().prop_map(|(w, b, a)| (Array2::zeros(w.dim()), b, a));
    for_all(["w", "b", "a"], layers, |(w, b, a)| {
        let z = answers.linear_forward(w, b, a);
        has_shape("z", &z, (w.nrows(), a.ncols()))?;
        for ((i, j), got) in z.indexed_iter() {
            let want = b[(i, 0)];
            ensure!(
                (got - want).abs() <= 1e-12,
                "Without weights z[{i}, {j}] came out as {got}; the bias of unit {i} is left, \
                 {want}.",
                "가중치가 0인데 z[{i}, {j}]의 결과가 {got}입니다. {i}번 유닛의 편향 {want}만 남아야 \
                 합니다."
            );
        }
        Ok(())
    })
}

/// But for its bias the layer is linear: what `a` gives and what `c` gives add up to what `a + c`
/// gives. Kills L56, an activation that belongs to the next step.
pub fn adds_up_like_its_inputs(answers: &Answers) -> Verdict {
    let inputs = build([1..=4, 1..=4, 1..=4], |[n, n_previous, m], pool| {
        (pool.matrix(n, n_previous), pool.matrix(n_previous, m), pool.matrix(n_previous, m))
    });
    for_all(["w", "a", "c"], inputs, |(w, a, c)| {
        let of = |a: &Array2<f64>| answers.linear_forward(w, &Array2::zeros((w.nrows(), 1)), a);
        let (one, other, both) = (of(a), of(c), of(&(a + c)));
        for z in [&one, &other, &both] {
            has_shape("z", z, (w.nrows(), a.ncols()))?;
        }
        for ((i, j), z) in both.indexed_iter() {
            let sum = one[(i, j)] + other[(i, j)];
            ensure!(
                (sum - z).abs() <= 1e-12,
                "With b = 0, z[{i}, {j}] for a and for c add up to {sum}, but for a + c it is {z}; \
                 there is no activation in w a + b yet.",
                "b = 0일 때 a와 c의 z[{i}, {j}]를 더하면 {sum}이지만 a + c에서는 {z}입니다. w a + b에는 \
                 아직 활성화 함수가 없습니다."
            );
        }
        Ok(())
    })
}

/// Weights, biases and inputs of a layer, of every shape.
fn layers() -> impl Strategy<Value = (Array2<f64>, Array2<f64>, Array2<f64>)> {
    build([1..=4, 1..=4, 1..=4], |[n, n_previous, m], pool| {
        (pool.matrix(n, n_previous), pool.matrix(n, 1), pool.matrix(n_previous, m))
    })
}
