//! Laws of the hidden layer's gradients: `dz1 = w2^T dz2 * (1 - a1^2)`, `dw1 = dz1 x^T / m`,
//! `db1 = sum of dz1 / m`, for any `dz2`.

use contract::record;
use init::Parameters;
use init_suite::inputs::network;
use ndarray::{Array2, Axis};
use testkit::generators::build;
use testkit::gradient::gradient_check;
use testkit::{Strategy, Verdict, agrees, for_all};

use crate::inputs::{ROUNDING, doubled, given, reversed, with_units_reversed};
use crate::{Answers, Cache, reference};

/// A network, inputs for it, and any numbers in the place of `dz2`.
#[derive(Clone, Debug)]
struct Case {
    parameters: Parameters,
    x: Array2<f64>,
    dz2: Array2<f64>,
}

record!(Case { parameters, x, dz2 });

fn cases() -> impl Strategy<Value = Case> {
    build([1..=4, 1..=4, 1..=3, 1..=4], |[n_x, n_h, n_y, m], pool| Case {
        parameters: network(pool, n_x, n_h, n_y),
        x: pool.matrix(n_x, m),
        dz2: pool.matrix(n_y, m),
    })
}

impl Case {
    fn cache(&self) -> Cache {
        reference::forward(&self.parameters, &self.x)
    }

    /// What `answers` gives.
    fn ask(&self, answers: &Answers) -> (Array2<f64>, Array2<f64>) {
        answers.hidden_gradients(&self.parameters, &self.cache(), &self.x, &self.dz2)
    }
}

/// The three equations, for every shape. Kills B86, which is right for one output only.
pub fn agree_with_the_formulas(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let (cache, got) = (case.cache(), case.ask(answers));
        let want = reference::hidden_gradients(&case.parameters, &cache, &case.x, &case.dz2);
        agrees("dw1, db1", &got, &want, ROUNDING)
    })
}

/// `dz2` says at which rate the cost of an example changes with `z2`; so they are the slopes of
/// `sum of dz2 * z2 / m`. Kills B71, the slope of another activation.
pub fn are_the_slopes_of_the_cost(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let (dw1, db1) = case.ask(answers);
        let cost = |parameters: &Parameters| {
            let z2 = reference::logits(parameters, &case.x);
            (&case.dz2 * &z2).sum() / case.x.ncols() as f64
        };
        let at = &case.parameters;
        gradient_check("w1", &dw1, &at.w1, |w1| {
            cost(&Parameters { w1: w1.clone(), ..at.clone() })
        })?;
        gradient_check("b1", &db1, &at.b1, |b1| cost(&Parameters { b1: b1.clone(), ..at.clone() }))
    })
}

/// The order of the hidden units means nothing: reverse it, and the gradients are those of before
/// in reverse order. Kills B88, which does not transpose `w2`.
pub fn follow_the_order_of_the_hidden_units(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let (dw1, db1) = case.ask(answers);
        let other = Case { parameters: with_units_reversed(&case.parameters), ..case.clone() };
        given(
            "With the hidden units in reverse order",
            "은닉 유닛의 순서를 뒤집었을 때",
            agrees(
                "dw1, db1",
                &other.ask(answers),
                &(reversed(&dw1, Axis(0)), reversed(&db1, Axis(0))),
                ROUNDING,
            ),
        )
    })
}

/// They are proportional to `dz2`: a change passes through all layers by a factor. Kills B82, which
/// puts the outputs in the place of `dz2`.
pub fn double_when_dz2_doubles(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let (dw1, db1) = case.ask(answers);
        let twice = Case { dz2: 2.0 * &case.dz2, ..case.clone() };
        given(
            "With dz2 twice as large",
            "dz2를 두 배로 했을 때",
            agrees("dw1, db1", &twice.ask(answers), &(2.0 * dw1, 2.0 * db1), ROUNDING),
        )
    })
}

/// The cost is a mean, so data in which every example stands twice have the same gradients. Kills
/// B76, the missing `1 / m`.
pub fn do_not_change_when_data_are_doubled(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let twice = Case {
            parameters: case.parameters.clone(),
            x: doubled(&case.x),
            dz2: doubled(&case.dz2),
        };
        given(
            "With every example given twice",
            "모든 샘플을 두 번씩 넣었을 때",
            agrees("dw1, db1", &twice.ask(answers), &case.ask(answers), ROUNDING),
        )
    })
}

/// With `w2 = 0` the hidden units do not reach the output, so nothing flows back to them. Kills
/// B75, the forgotten `w2`.
pub fn vanish_where_w2_is_zero(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let w2 = 0.0 * &case.parameters.w2;
        let cut = Case { parameters: Parameters { w2, ..case.parameters.clone() }, ..case.clone() };
        let zeros = (0.0 * &case.parameters.w1, 0.0 * &case.parameters.b1);
        given(
            "With every entry of w2 at 0",
            "w2의 모든 원소가 0일 때",
            agrees("dw1, db1", &cut.ask(answers), &zeros, ROUNDING),
        )
    })
}
