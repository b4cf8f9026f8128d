//! Laws of `layer_sizes`: rows are features, columns are examples.

use contract::record;
use ndarray::{Array2, Axis, concatenate};
use testkit::generators::build;
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use crate::{Answers, reference};

#[derive(Debug)]
struct Data {
    x: Array2<f64>,
    y: Array2<f64>,
    n_h: usize,
}

record!(Data { x, y, n_h });

/// Data of every shape; `n_x`, `n_h`, `n_y` and `m` coincide now and then.
fn data() -> impl Strategy<Value = Data> {
    build([1..=4, 1..=5, 1..=3, 1..=4], |[n_x, n_h, n_y, m], pool| Data {
        x: pool.matrix(n_x, m),
        y: pool.labels(n_y, m),
        n_h,
    })
}

/// The answer is `(rows of x, n_h, rows of y)`. Kills I50, columns for rows, and I53, another order.
pub fn agrees_with_the_shapes(answers: &Answers) -> Verdict {
    for_all([], data(), |Data { x, y, n_h }| {
        let got = answers.layer_sizes(x, y, *n_h);
        agrees("n_x, n_h, n_y", &got, &reference::layer_sizes(x, y, *n_h), 0.0)
    })
}

/// With inputs and labels exchanged, so are `n_x` and `n_y`: both are read off in the same way.
/// Kills I51 and I52, where only one of the two is.
pub fn takes_inputs_and_outputs_from_the_rows(answers: &Answers) -> Verdict {
    for_all([], data(), |Data { x, y, n_h }| {
        let (n_x, _, n_y) = answers.layer_sizes(x, y, *n_h);
        let (inputs, _, outputs) = answers.layer_sizes(y, x, *n_h);
        ensure!(
            (n_x, n_y) == (outputs, inputs),
            "layer_sizes(x, y) has n_x = {n_x} and n_y = {n_y}, but layer_sizes(y, x) has {inputs} \
             and {outputs}; they must be exchanged.",
            "layer_sizes(x, y)에서는 n_x = {n_x}, n_y = {n_y}인데 layer_sizes(y, x)에서는 {inputs}, \
             {outputs}입니다. 두 값이 서로 바뀌어야 합니다."
        );
        Ok(())
    })
}

/// The sizes of a network are those of one example: more examples do not change them. Kills I50,
/// columns for rows, and I54, the number of all entries.
pub fn does_not_depend_on_the_examples(answers: &Answers) -> Verdict {
    for_all([], data(), |Data { x, y, n_h }| {
        let twice = |data: &Array2<f64>| {
            concatenate(Axis(1), &[data.view(), data.view()]).expect("both have the same rows")
        };
        let (once, more) =
            (answers.layer_sizes(x, y, *n_h), answers.layer_sizes(&twice(x), &twice(y), *n_h));
        ensure!(
            once == more,
            "The sizes came out as {once:?}, and as {more:?} with every example twice; the number \
             of examples (columns) must not matter.",
            "크기가 {once:?}인데, 모든 샘플을 두 번씩 넣으니 {more:?}입니다. 샘플의 수(열)는 결과에 \
             영향을 주지 않아야 합니다."
        );
        Ok(())
    })
}

/// The middle size is the caller's choice. Kills I55, the 4 of the course's notebook.
pub fn passes_on_the_hidden_units(answers: &Answers) -> Verdict {
    for_all([], data(), |Data { x, y, n_h }| {
        let (_, hidden, _) = answers.layer_sizes(x, y, *n_h);
        ensure!(
            hidden == *n_h,
            "The second size came out as {hidden}; it must be n_h = {n_h}.",
            "두 번째 크기가 {hidden}입니다. n_h = {n_h}이어야 합니다."
        );
        Ok(())
    })
}
