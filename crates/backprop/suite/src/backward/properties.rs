//! Laws of the gradients of the whole network.

use init::Parameters;
use ndarray::{Array2, Axis};
use testkit::gradient::gradient_check;
use testkit::{Verdict, agrees, for_all};

pub use crate::equal_units::{
    gives_equal_units_equal_gradients, gives_zero_weights_zero_gradients,
};
use crate::inputs::{
    Case, ROUNDING, cases, given, perfect_cases, reversed, with_examples_doubled,
    with_examples_reversed, with_units_reversed,
};
use crate::{Answers, Gradients, reference};

impl Case {
    /// What `answers` gives for this network on this data.
    pub(crate) fn gradients(&self, answers: &Answers) -> Gradients {
        answers.backward(&self.parameters, &self.cache(), &self.x, &self.y)
    }
}

/// The six equations, for every shape. Kills B90, which is right for one output only.
pub fn agrees_with_the_six_equations(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let want = reference::backward(&case.parameters, &case.cache(), &case.x, &case.y);
        agrees("gradients", &case.gradients(answers), &want, ROUNDING)
    })
}

/// Gradients are slopes: when an entry of a parameter grows a little, the cost changes at the rate
/// that its gradient says. Kills B22, the doubled `dw2`.
pub fn gives_the_slopes_of_the_cost(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let Gradients { dw1, db1, dw2, db2 } = case.gradients(answers);
        let at = &case.parameters;
        let cost = |vary: &dyn Fn(&mut Parameters)| {
            let mut parameters = at.clone();
            vary(&mut parameters);
            reference::cost_from_logits(&reference::logits(&parameters, &case.x), &case.y)
        };
        gradient_check("w1", &dw1, &at.w1, |w| cost(&|p| p.w1.assign(w)))?;
        gradient_check("b1", &db1, &at.b1, |b| cost(&|p| p.b1.assign(b)))?;
        gradient_check("w2", &dw2, &at.w2, |w| cost(&|p| p.w2.assign(w)))?;
        gradient_check("b2", &db2, &at.b2, |b| cost(&|p| p.b2.assign(b)))
    })
}

/// A mean does not depend on the order of its terms. Kills B97, which leaves out the last example.
pub fn does_not_depend_on_the_order_of_examples(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        given(
            "With the examples in reverse order",
            "샘플의 순서를 뒤집었을 때",
            agrees(
                "gradients",
                &with_examples_reversed(case).gradients(answers),
                &case.gradients(answers),
                ROUNDING,
            ),
        )
    })
}

/// The cost is the mean of the losses of the examples, so its gradient is the mean of theirs. Kills
/// B26, which divides by `m` twice.
pub fn gives_the_mean_over_single_examples(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let m = case.x.ncols();
        let single = |t: usize| Case {
            parameters: case.parameters.clone(),
            x: case.x.select(Axis(1), &[t]),
            y: case.y.select(Axis(1), &[t]),
        };
        let of_each: Vec<Gradients> = (0..m).map(|t| single(t).gradients(answers)).collect();
        let mean = |part: fn(&Gradients) -> &Array2<f64>| {
            let mut sum = part(&of_each[0]).clone();
            for other in &of_each[1..] {
                sum += part(other);
            }
            sum / m as f64
        };
        let want = Gradients {
            dw1: mean(|g| &g.dw1),
            db1: mean(|g| &g.db1),
            dw2: mean(|g| &g.dw2),
            db2: mean(|g| &g.db2),
        };
        given(
            "Compared with the mean of the gradients of the single examples",
            "샘플 하나씩의 기울기를 평균한 것과 비교하면",
            agrees("gradients", &case.gradients(answers), &want, ROUNDING),
        )
    })
}

/// Data in which every example stands twice have the same cost, and the same gradients. Kills B94,
/// the missing `1 / m`.
pub fn does_not_change_when_data_are_doubled(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        given(
            "With every example given twice",
            "모든 샘플을 두 번씩 넣었을 때",
            agrees(
                "gradients",
                &with_examples_doubled(case).gradients(answers),
                &case.gradients(answers),
                ROUNDING,
            ),
        )
    })
}

/// The order of the hidden units means nothing: reverse it, and the gradients are those of before
/// in reverse order. Kills B96, which leaves out the first unit.
pub fn follows_the_order_of_the_hidden_units(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let Gradients { dw1, db1, dw2, db2 } = case.gradients(answers);
        let other = Case { parameters: with_units_reversed(&case.parameters), ..case.clone() };
        let want = Gradients {
            dw1: reversed(&dw1, Axis(0)),
            db1: reversed(&db1, Axis(0)),
            dw2: reversed(&dw2, Axis(1)),
            db2,
        };
        given(
            "With the hidden units in reverse order",
            "은닉 유닛의 순서를 뒤집었을 때",
            agrees("gradients", &other.gradients(answers), &want, ROUNDING),
        )
    })
}

/// Nothing is left to learn where every output is exactly its label. Kills B99, which divides by
/// `a2 (1 - a2)`.
pub fn vanishes_where_every_output_is_its_label(answers: &Answers) -> Verdict {
    for_all([], perfect_cases(), |case| {
        let Parameters { w1, b1, w2, b2 } = &case.parameters;
        let zeros = Gradients { dw1: 0.0 * w1, db1: 0.0 * b1, dw2: 0.0 * w2, db2: 0.0 * b2 };
        given(
            "Where every output equals its label",
            "모든 출력이 레이블과 같을 때",
            agrees("gradients", &case.gradients(answers), &zeros, ROUNDING),
        )
    })
}
