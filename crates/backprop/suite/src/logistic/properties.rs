//! Laws of the gradients of logistic regression: a network of one output and no hidden units.

use std::cell::Cell;

use contract::record;
use ndarray::Array2;
use testkit::generators::build;
use testkit::gradient::{TOLERANCE, central_difference, gradient_check};
use testkit::{Strategy, Verdict, agrees, close, ensure, for_all};

use crate::inputs::{has_shape, there_and_back};
use crate::{Answers, reference};

/// Both gradients are what a loop over the examples gives. Kills L71, the missing 1/m.
pub fn agrees_with_the_sum_over_examples(answers: &Answers) -> Verdict {
    for_all([], regressions(), |Regression { w, b, x, y }| {
        let got = answers.logistic_gradients(w, *b, x, y);
        agrees("dw, db", &got, &reference::logistic_gradients(w, *b, x, y), 1e-12)
    })
}

/// Scores in the thousands saturate the sigmoid, but nothing becomes infinity divided by infinity.
/// Kills L83, a sigmoid that is NaN for them.
pub fn copes_with_weights_in_the_thousands(answers: &Answers) -> Verdict {
    let magnified = regressions().prop_map(|Regression { w, b, x, y }| {
        let (w, b) = (w * 1000.0, b * 1000.0);
        Regression { w, b, x, y }
    });
    for_all([], magnified, |Regression { w, b, x, y }| {
        let got = answers.logistic_gradients(w, *b, x, y);
        agrees("dw, db", &got, &reference::logistic_gradients(w, *b, x, y), 1e-12)
    })
}

/// The rate at which the cost changes with each weight and with the bias, by central differences.
/// Kills L75, the extra slope of the sigmoid, which belongs to the squared error.
///
/// # Panics
/// If every sample was flat, so that nothing was checked.
pub fn passes_the_gradient_check(answers: &Answers) -> Verdict {
    let is_flat = Cell::new(true);
    for_all([], regressions(), |Regression { w, b, x, y }| {
        let (dw, db) = answers.logistic_gradients(w, *b, x, y);
        let cost = |w: &Array2<f64>, b: f64| reference::cost_from_logits(&(w.t().dot(x) + b), y);
        gradient_check("w", &dw, w, |w| cost(w, *b))?;
        let want = central_difference(|b| cost(w, b), *b);
        ensure!(
            close(db, want, TOLERANCE),
            "db came out as {db}, but when b grows the cost changes at a rate of {want}.",
            "db의 결과가 {db}입니다. 그러나 b가 커질 때 비용의 변화율은 {want}입니다."
        );
        is_flat.set(is_flat.get() && want.abs() < 1e-3);
        Ok(())
    })?;
    assert!(!is_flat.get(), "every sample was flat");
    Ok(())
}

/// `dw` is a column like `w`, even where the data are square (`n_x = m`); `db` is a number. Kills
/// L74, a row.
pub fn gives_dw_the_shape_of_w(answers: &Answers) -> Verdict {
    for_all([], regressions(), |Regression { w, b, x, y }| {
        has_shape("dw", &answers.logistic_gradients(w, *b, x, y).0, w.dim())
    })
}

/// With one class where the inputs are positive and the other where they are negative, all weights
/// learn from 0 on: a single unit has no symmetry to break. Kills L78, a gradient times `w`.
pub fn learns_from_a_zero_start(answers: &Answers) -> Verdict {
    for_all([], apart(), |Regression { w, b, x, y }| {
        let (dw, _) = answers.logistic_gradients(w, *b, x, y);
        has_shape("dw", &dw, w.dim())?;
        for (i, dw) in dw.iter().enumerate() {
            ensure!(
                *dw < 0.0,
                "From w = 0, dw[{i}, 0] came out as {dw}; examples with the label 1 have positive \
                 inputs here and the others negative ones, so every weight must grow: dw < 0.",
                "w = 0에서 dw[{i}, 0]의 결과가 {dw}입니다. 여기서는 레이블이 1인 샘플의 입력은 양수이고 \
                 나머지는 음수이므로 모든 가중치가 커져야 합니다. 즉 dw < 0입니다."
            );
        }
        Ok(())
    })
}

/// The cost is an average over the examples, and so are its gradients: the same data once more, in
/// reverse order, leave them as they are. Kills L71, the missing 1/m.
pub fn is_unchanged_by_the_same_data_once_more(answers: &Answers) -> Verdict {
    for_all([], regressions(), |Regression { w, b, x, y }| {
        let (dw, db) = answers.logistic_gradients(w, *b, x, y);
        let twice = answers.logistic_gradients(w, *b, &there_and_back(x), &there_and_back(y));
        has_shape("dw", &dw, w.dim())?;
        has_shape("dw", &twice.0, w.dim())?;
        let mut pairs: Vec<_> = dw.iter().copied().zip(twice.0.iter().copied()).collect();
        pairs.push((db, twice.1));
        for (i, (once, twice)) in pairs.into_iter().enumerate() {
            let name = if i < w.nrows() { format!("dw[{i}, 0]") } else { "db".to_string() };
            ensure!(
                close(twice, once, 1e-12),
                "{name} is {once}, but {twice} when every example comes twice (the second time in \
                 reverse order); an average must not change.",
                "{name} = {once}이지만, 모든 샘플이 두 번씩 나오면(두 번째는 역순) {twice}입니다. 평균은 \
                 달라지면 안 됩니다."
            );
        }
        Ok(())
    })
}

/// What `logistic_gradients` takes.
#[derive(Clone, Debug)]
struct Regression {
    w: Array2<f64>,
    b: f64,
    x: Array2<f64>,
    y: Array2<f64>,
}

record!(Regression { w, b, x, y });

/// Weights, data and unbalanced labels of every shape.
fn regressions() -> impl Strategy<Value = Regression> {
    build([1..=4, 1..=4], |[n_x, m], pool| Regression {
        w: pool.matrix(n_x, 1),
        b: pool.number(),
        x: pool.matrix(n_x, m),
        y: pool.labels(1, m),
    })
}

/// A zero start, and the classes on either side of 0.
fn apart() -> impl Strategy<Value = Regression> {
    build([1..=4, 1..=4], |[n_x, m], pool| {
        let y = pool.labels(1, m);
        let size = |z: f64| 0.125 + z.abs();
        let x = pool.matrix(n_x, m).mapv(size) * (2.0 * &y - 1.0);
        Regression { w: Array2::zeros((n_x, 1)), b: 0.0, x, y }
    })
}
