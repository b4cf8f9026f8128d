//! Laws of the cross-entropy of `sigmoid(z2)`, computed from `z2` itself.

use std::f64::consts::LN_2;

use activations_suite::reference::sigmoid;
use ndarray::{Array2, Axis};
use testkit::generators::{build, numbers, one_of};
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use crate::inputs::there_and_back;
use crate::{Answers, reference};

/// For moderate `z2` it is the cost of the outputs `sigmoid(z2)`. Kills C73, the missing 1/m.
pub fn agrees_with_the_cost_of_the_sigmoid(answers: &Answers) -> Verdict {
    for_all(["z2", "y"], logits(1.0), |(z2, y)| {
        let want = reference::cost(&z2.mapv(sigmoid), y);
        agrees("cost_from_logits(z2, y)", &answers.cost_from_logits(z2, y), &want, 1e-12)
    })
}

/// Far out a wrong output costs `|z2|` and a right one nothing: 1000 with the label 0 costs 1000.
/// Kills C70, the detour by a sigmoid that has rounded to 1.
pub fn grows_in_proportion_far_out(answers: &Answers) -> Verdict {
    for_all(["z2", "y"], logits(500.0), |(z2, y)| {
        let want = reference::cost_from_logits(z2, y);
        agrees("cost_from_logits(z2, y)", &answers.cost_from_logits(z2, y), &want, 1e-9)
    })
}

/// A single output is right to the ends of what an `f64` holds. Kills C72, an exponential that
/// overflows.
pub fn is_finite_for_every_finite_logit(answers: &Answers) -> Verdict {
    for_all(["z", "y"], (numbers(), one_of(&[0.0, 1.0])), |(z, y)| {
        let (z2, y) = (Array2::from_elem((1, 1), *z), Array2::from_elem((1, 1), *y));
        let cost = answers.cost_from_logits(&z2, &y);
        ensure!(
            cost.is_finite(),
            "cost_from_logits([[{z}]], {y}) came out as {cost}; it must be finite.",
            "cost_from_logits([[{z}]], {y})의 결과가 {cost}입니다. 유한해야 합니다.",
            z = testkit::number(*z)
        );
        let want = reference::cost_from_logits(&z2, &y);
        agrees("cost_from_logits([[z]], [[y]])", &cost, &want, 1e-12)
    })
}

/// Where `z2` is 0 the output is 1/2, for which the cost is `ln 2` per output. Kills C75.
pub fn of_zero_is_ln_2_per_output(answers: &Answers) -> Verdict {
    let zeros =
        build([1..=3, 1..=4], |[n_y, m], pool| (Array2::zeros((n_y, m)), pool.labels(n_y, m)));
    for_all(["z2", "y"], zeros, |(z2, y)| {
        let (got, n_y) = (answers.cost_from_logits(z2, y), y.nrows());
        let want = LN_2 * n_y as f64;
        ensure!(
            (got - want).abs() <= 1e-12,
            "Where z2 is 0 the cost came out as {got}; with n_y = {n_y} it must be {n_y} ln 2 = \
             {want}.",
            "z2가 0일 때 비용이 {got}입니다. n_y가 {n_y}일 때 올바른 값은 \
             {n_y} ln 2 = {want}입니다."
        );
        Ok(())
    })
}

/// The sigmoid of `-z2` is the probability of the other class. Kills C76, the sign of `z2 y`.
pub fn is_the_same_with_signs_and_classes_swapped(answers: &Answers) -> Verdict {
    for_all(["z2", "y"], logits(8.0), |(z2, y)| {
        let cost = answers.cost_from_logits(z2, y);
        let swapped = answers.cost_from_logits(&-z2, &(1.0 - y));
        ensure!(
            (cost - swapped).abs() <= 1e-11 * cost.abs().max(1.0),
            "The cost of (z2, y) is {cost}, that of (-z2, 1 - y) is {swapped}; they must be equal.",
            "(z2, y)의 비용은 {cost}이지만 (-z2, 1 - y)의 비용은 {swapped}입니다. 둘은 같아야 합니다."
        );
        Ok(())
    })
}

/// The cost is an average over the examples: the same ones once more, in reverse order, leave it
/// as it is. Kills C73, the missing 1/m.
pub fn is_unchanged_by_the_same_data_once_more(answers: &Answers) -> Verdict {
    for_all(["z2", "y"], logits(8.0), |(z2, y)| {
        let once = answers.cost_from_logits(z2, y);
        let twice = answers.cost_from_logits(&there_and_back(z2), &there_and_back(y));
        ensure!(
            (once - twice).abs() <= 1e-11 * once.abs().max(1.0),
            "The cost is {once}, but {twice} when every example comes twice (the second time in \
             reverse order); an average must not change.",
            "비용이 {once}이지만, 모든 샘플이 두 번씩 나오면(두 번째는 역순) {twice}입니다. 평균은 \
             달라지면 안 됩니다."
        );
        Ok(())
    })
}

/// The outputs of one example are judged apart and their losses added, not averaged. Kills C79,
/// the division by `m n_y`.
pub fn adds_up_over_the_outputs(answers: &Answers) -> Verdict {
    for_all(["z2", "y"], logits(8.0), |(z2, y)| {
        let row = |a: &Array2<f64>, i: usize| a.row(i).to_owned().insert_axis(Axis(0));
        let whole = answers.cost_from_logits(z2, y);
        let of_row = |i: usize| answers.cost_from_logits(&row(z2, i), &row(y, i));
        let parts: f64 = (0..y.nrows()).map(of_row).sum();
        ensure!(
            (whole - parts).abs() <= 1e-11 * whole.abs().max(1.0),
            "The cost is {whole}, but the rows of z2 and y one by one cost {parts} together; \
             divide by the number of examples only.",
            "비용이 {whole}이지만 z2와 y를 한 행씩 계산한 비용의 합은 {parts}입니다. 샘플의 수로만 \
             나누세요."
        );
        Ok(())
    })
}

/// `z2` of up to twice `scale` to either side, and labels.
fn logits(scale: f64) -> impl Strategy<Value = (Array2<f64>, Array2<f64>)> {
    build([1..=3, 1..=4], move |[n_y, m], pool| (pool.matrix(n_y, m) * scale, pool.labels(n_y, m)))
}
