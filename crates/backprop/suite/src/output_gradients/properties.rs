//! Laws of the output layer's gradients: `dz2 = a2 - y`, `dw2 = dz2 a1^T / m`,
//! `db2 = sum of dz2 / m`.

use testkit::gradient::gradient_check;
use testkit::{Verdict, agrees, ensure, for_all};

use crate::inputs::{
    Case, ROUNDING, cases, doubled, given, perfect_cases, with_examples_doubled,
    with_examples_reversed,
};
use crate::{Answers, reference};

/// The three equations, for every shape. Kills B57, which is right for one output only.
pub fn agree_with_the_formulas(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let got = answers.output_gradients(&case.cache(), &case.y);
        let want = reference::output_gradients(&case.cache(), &case.y);
        agrees("dz2, dw2, db2", &got, &want, ROUNDING)
    })
}

/// Gradients are slopes: when a weight, a bias or a `z2` grows a little, the cost changes at that
/// rate. `dz2` is the slope for one example, so the cost changes at `dz2 / m`. Kills B51, the slope
/// of another cost.
pub fn are_the_slopes_of_the_cost(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let (cache, y) = (case.cache(), &case.y);
        let (dz2, dw2, db2) = answers.output_gradients(&cache, y);
        let (w2, b2) = (&case.parameters.w2, &case.parameters.b2);
        let cost_with = |w2: &_, b2: &_| {
            reference::cost_from_logits(&reference::linear_forward(w2, b2, &cache.a1), y)
        };
        gradient_check("w2", &dw2, w2, |w2| cost_with(w2, b2))?;
        gradient_check("b2", &db2, b2, |b2| cost_with(w2, b2))?;
        let m = y.ncols() as f64;
        given(
            "With the losses added up instead of averaged",
            "손실을 평균하지 않고 더하면",
            gradient_check("z2", &dz2, &cache.z2, |z2| m * reference::cost_from_logits(z2, y)),
        )
    })
}

/// Where the label is 1, a larger `z2` lowers the cost, so `dz2` is negative; where it is 0,
/// positive. Kills B50, the flipped sign.
pub fn push_every_output_towards_its_label(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let (dz2, ..) = answers.output_gradients(&case.cache(), &case.y);
        for ((i, j), y) in case.y.indexed_iter() {
            let slope = dz2.get((i, j)).copied().unwrap_or(f64::NAN);
            ensure!(
                slope.abs() < 1.0 && (slope < 0.0) == (*y > 0.5) && slope != 0.0,
                "dz2[{i}, {j}] came out as {slope} where the label is {y}; it must lie between -1 \
                 and 0 for a label of 1, and between 0 and 1 for a label of 0.",
                "레이블이 {y}인 곳에서 dz2[{i}, {j}]의 결과가 {slope}입니다. 레이블이 1이면 -1과 0 \
                 사이, 0이면 0과 1 사이여야 합니다."
            );
        }
        Ok(())
    })
}

/// The cost is a mean, so data in which every example stands twice have the same gradients; only
/// `dz2` is twice as long. Kills B53, the missing `1 / m`.
pub fn do_not_change_when_data_are_doubled(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let twice = with_examples_doubled(case);
        let (dz2, dw2, db2) = answers.output_gradients(&case.cache(), &case.y);
        let got = answers.output_gradients(&twice.cache(), &twice.y);
        given(
            "With every example given twice",
            "모든 샘플을 두 번씩 넣었을 때",
            agrees("dz2, dw2, db2", &got, &(doubled(&dz2), dw2, db2), ROUNDING),
        )
    })
}

/// A sum does not depend on the order of its terms. Kills B60, which leaves out the last example.
pub fn do_not_depend_on_the_order_of_examples(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let sums = |case: &Case| {
            let (_, dw2, db2) = answers.output_gradients(&case.cache(), &case.y);
            (dw2, db2)
        };
        given(
            "With the examples in reverse order",
            "샘플의 순서를 뒤집었을 때",
            agrees("dw2, db2", &sums(&with_examples_reversed(case)), &sums(case), ROUNDING),
        )
    })
}

/// Nothing is left to learn where every output is exactly its label. Kills B62, which divides by
/// `a2 (1 - a2)`.
pub fn vanish_where_every_output_is_its_label(answers: &Answers) -> Verdict {
    for_all([], perfect_cases(), |case| {
        let (dz2, dw2, db2) = answers.output_gradients(&case.cache(), &case.y);
        let zeros = (0.0 * &case.y, 0.0 * &case.parameters.w2, 0.0 * &case.parameters.b2);
        given(
            "Where every output equals its label",
            "모든 출력이 레이블과 같을 때",
            agrees("dz2, dw2, db2", &(dz2, dw2, db2), &zeros, ROUNDING),
        )
    })
}
