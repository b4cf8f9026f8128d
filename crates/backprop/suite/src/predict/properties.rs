//! Laws of the decision: 1 where the output is above 1/2, else 0.

// Labels are exactly 0 or 1.
#![allow(clippy::float_cmp)]

use ndarray::Array2;
use testkit::generators::build;
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use crate::inputs::has_shape;
use crate::{Answers, reference};

/// Every entry is what the comparison with 0.5 gives. Kills P05, the inverted one.
pub fn agrees_with_the_comparison(answers: &Answers) -> Verdict {
    for_all(["a2"], outputs(), |a2| {
        agrees("predict(a2)", &answers.predict(a2), &reference::predict(a2), 0.0)
    })
}

/// The threshold itself belongs to class 0. Kills P01, `>=`, and R08, `round`.
pub fn is_zero_at_exactly_one_half(answers: &Answers) -> Verdict {
    let halves = build([1..=3, 1..=4], |[n_y, m], _| Array2::from_elem((n_y, m), 0.5));
    for_all(["a2"], halves, |a2| {
        let labels = answers.predict(a2);
        has_shape("predict(a2)", &labels, a2.dim())?;
        for ((i, j), label) in labels.indexed_iter() {
            ensure!(
                *label == 0.0,
                "For an output of exactly 0.5 the label at [{i}, {j}] came out as {label}; it must \
                 be 0, because 1 needs a2 > 0.5.",
                "출력이 정확히 0.5일 때 [{i}, {j}]의 레이블이 {label}입니다. 1은 a2 > 0.5일 때만이므로 \
                 0이어야 합니다."
            );
        }
        Ok(())
    })
}

/// One step of an `f64` to either side of 1/2 decides. Kills P52, a threshold with a margin.
pub fn turns_right_above_one_half(answers: &Answers) -> Verdict {
    let nearby = build([1..=3, 1..=4], |[n_y, m], pool| {
        let near = |z: f64| if z < 0.0 { 0.5_f64.next_down() } else { 0.5_f64.next_up() };
        pool.matrix(n_y, m).mapv(near)
    });
    for_all(["a2"], nearby, |a2| {
        let labels = answers.predict(a2);
        has_shape("predict(a2)", &labels, a2.dim())?;
        for ((index, a), label) in a2.indexed_iter().zip(&labels) {
            let (i, j) = index;
            let want = f64::from(u8::from(*a > 0.5));
            ensure!(
                *label == want,
                "For an output of {a} the label at [{i}, {j}] came out as {label}; it must be \
                 {want}.",
                "출력이 {a}일 때 [{i}, {j}]의 레이블이 {label}입니다. 올바른 값은 {want}입니다."
            );
        }
        Ok(())
    })
}

/// A decision is 0 or 1 and nothing else. Kills P54, the probability passed through.
pub fn answers_only_zeros_and_ones(answers: &Answers) -> Verdict {
    for_all(["a2"], outputs(), |a2| {
        for ((i, j), label) in answers.predict(a2).indexed_iter() {
            ensure!(
                *label == 0.0 || *label == 1.0,
                "The label at [{i}, {j}] came out as {label}; it must be 0 or 1.",
                "[{i}, {j}]의 레이블이 {label}입니다. 0 또는 1이어야 합니다."
            );
        }
        Ok(())
    })
}

/// There is a label for every output of every example. Kills P55, which takes one row for granted.
pub fn keeps_the_shape(answers: &Answers) -> Verdict {
    for_all(["a2"], outputs(), |a2| has_shape("predict(a2)", &answers.predict(a2), a2.dim()))
}

/// A label depends on its own output only, not on the others of its example, nor on the other
/// examples. Kills P50, the largest output, and P51, the mean as a threshold.
pub fn decides_every_entry_alone(answers: &Answers) -> Verdict {
    for_all(["a2"], outputs(), |a2| {
        let together = answers.predict(a2);
        has_shape("predict(a2)", &together, a2.dim())?;
        for ((i, j), a) in a2.indexed_iter() {
            let alone = answers.predict(&Array2::from_elem((1, 1), *a));
            has_shape("predict(a2)", &alone, (1, 1))?;
            let (with, without) = (together[(i, j)], alone[(0, 0)]);
            ensure!(
                with == without,
                "The label at [{i}, {j}] came out as {with}, but as {without} when the output {a} \
                 is the only one.",
                "[{i}, {j}]의 레이블이 {with}이지만, 출력 {a}만 있으면 {without}입니다."
            );
        }
        Ok(())
    })
}

/// Outputs of every shape, among them exactly 1/2, 0 and 1.
fn outputs() -> impl Strategy<Value = Array2<f64>> {
    build([1..=3, 1..=4], |[n_y, m], pool| pool.probabilities(n_y, m).mapv(to_the_ends))
}

fn to_the_ends(a: f64) -> f64 {
    if a < 0.05 {
        0.0
    } else if a > 0.95 {
        1.0
    } else {
        a
    }
}
