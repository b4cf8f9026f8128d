//! Laws of the cross-entropy, `-(y ln a2 + (1 - y) ln(1 - a2))`, summed over the outputs and
//! averaged over the examples.
//!
//! Adding up to 1e-12 to the argument of the logarithm, or clamping it there, is right: tolerances
//! leave room for that, and for no more.

use std::f64::consts::LN_2;

use ndarray::{Array2, Axis};
use testkit::generators::build;
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use crate::inputs::there_and_back;
use crate::{Answers, reference};

/// The cost is what a loop over outputs and examples gives. Kills C01, the missing 1/m, and C54, a
/// number added inside the logarithm that is large enough to bias the cost.
pub fn agrees_with_the_sum_over_outputs_and_examples(answers: &Answers) -> Verdict {
    for_all(["a2", "y"], outputs(), |(a2, y)| {
        agrees("cost(a2, y)", &answers.cost(a2, y), &reference::cost(a2, y), 1e-9)
    })
}

/// An output that is exactly its label costs nothing, whatever the others cost: the term of the
/// other class, 0 times minus infinity, must not come in. Kills R10, which gives NaN.
pub fn counts_an_exactly_right_output_as_nothing(answers: &Answers) -> Verdict {
    let partly_exact = build([1..=3, 1..=4], |[n_y, m], pool| {
        let (mut a2, y) = (pool.probabilities(n_y, m), pool.labels(n_y, m));
        let chance = pool.matrix(n_y, m);
        // At least one is exact, the first.
        for (place, a) in a2.indexed_iter_mut() {
            if place == (0, 0) || chance[place] <= 0.0 {
                *a = y[place];
            }
        }
        (a2, y)
    });
    for_all(["a2", "y"], partly_exact, |(a2, y)| {
        let (got, want) = (answers.cost(a2, y), reference::cost(a2, y));
        ensure!(
            (got - want).abs() <= 1e-9 * want.max(1.0),
            "cost(a2, y) came out as {got}; an output that is exactly its label costs nothing, so \
             it must be {want}.",
            "cost(a2, y)의 결과가 {got}입니다. 출력이 레이블과 정확히 같으면 비용은 0이므로 올바른 값은 \
             {want}입니다."
        );
        Ok(())
    })
}

/// The output 1/2 is as far off for one class as for the other: `ln 2` per output. Kills C05,
/// the logarithm to base 10.
pub fn of_a_coin_toss_is_ln_2_per_output(answers: &Answers) -> Verdict {
    let tosses = build([1..=3, 1..=4], |[n_y, m], pool| {
        (Array2::from_elem((n_y, m), 0.5), pool.labels(n_y, m))
    });
    for_all(["a2", "y"], tosses, |(a2, y)| {
        let (got, n_y) = (answers.cost(a2, y), y.nrows());
        let want = LN_2 * n_y as f64;
        ensure!(
            (got - want).abs() <= 1e-9,
            "Where every output is 1/2 the cost came out as {got}; with n_y = {n_y} it must be \
             {n_y} ln 2 = {want}.",
            "모든 출력이 1/2일 때 비용이 {got}입니다. n_y가 {n_y}일 때 올바른 값은 \
             {n_y} ln 2 = {want}입니다."
        );
        Ok(())
    })
}

/// Logarithms of probabilities are never positive, and the cost is minus such numbers. Kills C02,
/// the missing minus.
pub fn is_never_negative(answers: &Answers) -> Verdict {
    for_all(["a2", "y"], outputs(), |(a2, y)| {
        let cost = answers.cost(a2, y);
        ensure!(
            cost >= 0.0,
            "cost(a2, y) came out as {cost}; it must not be negative.",
            "cost(a2, y)의 결과가 {cost}입니다. 음수가 되면 안 됩니다."
        );
        Ok(())
    })
}

/// An output of 1e-6 costs 13.8 where the label is 1, and next to nothing where it is 0. Kills C54,
/// 1e-8 added inside the logarithm. (1e-12 inside the logarithm changes the cost by 1e-6 here.) And an
/// output that is exactly wrong costs infinitely much, or what the logarithm of 1e-12 makes of it. Kills
/// C160, which lets it cost nothing.
pub fn stays_right_where_outputs_are_nearly_certain(answers: &Answers) -> Verdict {
    let nearly_certain = build([1..=3, 1..=4], |[n_y, m], pool| {
        (pool.matrix(n_y, m).mapv(nearly_certain), pool.labels(n_y, m))
    });
    for_all(["a2", "y"], nearly_certain, |(a2, y)| {
        agrees("cost(a2, y)", &answers.cost(a2, y), &reference::cost(a2, y), 2e-6)
    })?;
    let exactly_wrong = build([1..=3, 1..=4], |[n_y, m], pool| {
        let y = pool.labels(n_y, m);
        (1.0 - &y, y)
    });
    for_all(["a2", "y"], exactly_wrong, |(a2, y)| {
        let (got, least) = (answers.cost(a2, y), 20.0 * y.nrows() as f64);
        ensure!(
            got >= least,
            "cost(a2, y) came out as {got}; where every output is exactly wrong it must be infinite, or \
             at least {least} if the logarithm is kept finite.",
            "cost(a2, y)의 결과가 {got}입니다. 모든 출력이 완전히 틀리면 비용은 무한대이거나, 로그를 유한하게 \
             두었다면 적어도 {least}이어야 합니다."
        );
        Ok(())
    })
}

/// What the two classes are called does not matter. Kills C14, a minus that covers one class only.
pub fn is_the_same_with_the_classes_swapped(answers: &Answers) -> Verdict {
    for_all(["a2", "y"], outputs(), |(a2, y)| {
        let (cost, swapped) = (answers.cost(a2, y), answers.cost(&(1.0 - a2), &(1.0 - y)));
        ensure!(
            (cost - swapped).abs() <= 1e-9 * cost.abs().max(1.0),
            "cost(a2, y) is {cost}, but cost(1 - a2, 1 - y) is {swapped}; they must be equal.",
            "cost(a2, y)는 {cost}이지만 cost(1 - a2, 1 - y)는 {swapped}입니다. 둘은 같아야 합니다."
        );
        Ok(())
    })
}

/// The cost is an average over the examples: the same ones once more, in reverse order, leave it
/// as it is. Kills C07, which pairs every label with every output.
pub fn is_unchanged_by_the_same_data_once_more(answers: &Answers) -> Verdict {
    for_all(["a2", "y"], outputs(), |(a2, y)| {
        let once = answers.cost(a2, y);
        let twice = answers.cost(&there_and_back(a2), &there_and_back(y));
        ensure!(
            (once - twice).abs() <= 1e-9 * once.abs().max(1.0),
            "The cost is {once}, but {twice} when every example comes twice (the second time in \
             reverse order); an average must not change.",
            "비용이 {once}이지만, 모든 샘플이 두 번씩 나오면(두 번째는 역순) {twice}입니다. 평균은 \
             달라지면 안 됩니다."
        );
        Ok(())
    })
}

/// The outputs of one example are judged apart and their losses added, not averaged. Kills C50,
/// the division by `m n_y`.
pub fn adds_up_over_the_outputs(answers: &Answers) -> Verdict {
    for_all(["a2", "y"], outputs(), |(a2, y)| {
        let row = |a: &Array2<f64>, i: usize| a.row(i).to_owned().insert_axis(Axis(0));
        let whole = answers.cost(a2, y);
        let parts: f64 = (0..y.nrows()).map(|i| answers.cost(&row(a2, i), &row(y, i))).sum();
        ensure!(
            (whole - parts).abs() <= 1e-9 * whole.abs().max(1.0),
            "The cost is {whole}, but the rows of a2 and y one by one cost {parts} together; \
             divide by the number of examples only.",
            "비용이 {whole}이지만 a2와 y를 한 행씩 계산한 비용의 합은 {parts}입니다. 샘플의 수로만 \
             나누세요."
        );
        Ok(())
    })
}

/// Outputs between 1/34 and 33/34, and labels.
fn outputs() -> impl Strategy<Value = (Array2<f64>, Array2<f64>)> {
    build([1..=3, 1..=4], |[n_y, m], pool| (pool.probabilities(n_y, m), pool.labels(n_y, m)))
}

/// 1e-6, 1e-4 or 1e-2 away from 0 or from 1, from a number of the pool.
fn nearly_certain(z: f64) -> f64 {
    let away = if z.abs() < 0.75 {
        1e-6
    } else if z.abs() < 1.5 {
        1e-4
    } else {
        1e-2
    };
    if z < 0.0 { 1.0 - away } else { away }
}
