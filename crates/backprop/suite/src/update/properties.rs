//! Laws of one step of gradient descent, `w - learning_rate * dw` for each of the four parameters.

use contract::record;
use init::Parameters;
use init_suite::inputs::network;
use ndarray::Array2;
use testkit::generators::{build, one_of};
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

pub use crate::equal_units::moves_equal_units_alike;
use crate::inputs::given;
use crate::{Answers, Gradients, reference};

/// Two ways to round `w - learning_rate * dw` differ by less.
const ROUNDING: f64 = 1e-15;

/// What a step is made from.
#[derive(Clone, Debug)]
struct Case {
    parameters: Parameters,
    gradients: Gradients,
    learning_rate: f64,
}

record!(Case { parameters, gradients, learning_rate });

/// Any numbers as gradients: a step does not ask where they come from.
fn cases() -> impl Strategy<Value = Case> {
    let drawn = build([1..=4, 1..=4, 1..=3], |[n_x, n_h, n_y], pool| {
        let parameters = network(pool, n_x, n_h, n_y);
        let Parameters { w1, b1, w2, b2 } = network(pool, n_x, n_h, n_y);
        (parameters, Gradients { dw1: w1, db1: b1, dw2: w2, db2: b2 })
    });
    (drawn, one_of(&[0.5, 0.1, 0.005, 1.2, 1.0])).prop_map(
        |((parameters, gradients), learning_rate)| Case { parameters, gradients, learning_rate },
    )
}

impl Case {
    fn ask(&self, answers: &Answers) -> Parameters {
        answers.update(&self.parameters, &self.gradients, self.learning_rate)
    }
}

/// The same gradients, every entry `factor` times as large.
fn scaled(factor: f64, gradients: &Gradients) -> Gradients {
    Gradients {
        dw1: factor * &gradients.dw1,
        db1: factor * &gradients.db1,
        dw2: factor * &gradients.dw2,
        db2: factor * &gradients.db2,
    }
}

/// The rule itself, for every entry of all four parameters. Kills U51, which forgets the biases.
pub fn subtracts_the_rate_times_the_gradient(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let want = reference::update(&case.parameters, &case.gradients, case.learning_rate);
        agrees("parameters", &case.ask(answers), &want, ROUNDING)
    })
}

/// Where the cost is steep, the step is long. Kills U66, gradients cut off at 5.
pub fn takes_steep_slopes_as_they_are(answers: &Answers) -> Verdict {
    let steep =
        cases().prop_map(|case| Case { gradients: scaled(1000.0, &case.gradients), ..case });
    for_all([], steep, |case| {
        let want = reference::update(&case.parameters, &case.gradients, case.learning_rate);
        agrees("parameters", &case.ask(answers), &want, ROUNDING)
    })
}

/// A learning rate of 0 takes no step. Kills U02, the learning rate of the lecture.
pub fn stands_still_at_rate_zero(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let still = Case { learning_rate: 0.0, ..case.clone() };
        given(
            "With a learning rate of 0",
            "학습률이 0일 때",
            agrees("parameters", &still.ask(answers), &case.parameters, ROUNDING),
        )
    })
}

/// Where the ground is flat, descent stands still. Kills U05, which forgets where it was.
pub fn stands_still_where_gradients_are_zero(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let flat = Case { gradients: scaled(0.0, &case.gradients), ..case.clone() };
        given(
            "With every gradient at 0",
            "모든 기울기가 0일 때",
            agrees("parameters", &flat.ask(answers), &case.parameters, ROUNDING),
        )
    })
}

/// A step is proportional to its learning rate: two steps at half the rate lead where one leads.
/// Kills U57, which squares the rate.
pub fn takes_two_half_steps_as_one(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let first = Case { learning_rate: 0.5 * case.learning_rate, ..case.clone() };
        let second = Case { parameters: first.ask(answers), ..first };
        given(
            "With two steps at half the learning rate",
            "학습률을 반으로 하여 두 번 이동했을 때",
            agrees("parameters", &second.ask(answers), &case.ask(answers), 2.0 * ROUNDING),
        )
    })
}

/// The gradient points uphill: an entry falls where its gradient is positive, and the reverse. Kills U01, plus
/// for minus.
pub fn moves_against_the_gradient(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let (moved, from, by) = (case.ask(answers), &case.parameters, &case.gradients);
        runs_downhill("w1", &moved.w1, &from.w1, &by.dw1)?;
        runs_downhill("b1", &moved.b1, &from.b1, &by.db1)?;
        runs_downhill("w2", &moved.w2, &from.w2, &by.dw2)?;
        runs_downhill("b2", &moved.b2, &from.b2, &by.db2)
    })
}

fn runs_downhill(
    what: &str,
    moved: &Array2<f64>,
    from: &Array2<f64>,
    slope: &Array2<f64>,
) -> Verdict {
    for (at @ (i, j), slope) in slope.indexed_iter() {
        if *slope == 0.0 {
            continue;
        }
        let (old, new) = (from[at], moved.get(at).copied().unwrap_or(f64::NAN));
        ensure!(
            if *slope > 0.0 { new < old } else { new > old },
            "{what}[{i}, {j}] moved from {old} to {new} where its gradient is {slope}; it must \
             move the other way, downhill.",
            "기울기가 {slope}인 곳에서 {what}[{i}, {j}]의 이동 방향이 잘못되었습니다 (이동 전 {old}, \
             이동 후 {new}). 기울기의 반대쪽, 즉 내리막으로 이동해야 합니다."
        );
    }
    Ok(())
}

/// The four parameters do not mix: where only one of the gradients is not zero, only its parameter
/// moves. Kills U53, which exchanges two gradients.
pub fn moves_each_parameter_by_its_own_gradient(answers: &Answers) -> Verdict {
    for_all(["case", "part"], (cases(), 0..4_usize), |(case, part)| {
        let zero = scaled(0.0, &case.gradients);
        let Gradients { dw1, db1, dw2, db2 } = case.gradients.clone();
        let (name, gradients) = match part {
            0 => ("dw1", Gradients { dw1, ..zero }),
            1 => ("db1", Gradients { db1, ..zero }),
            2 => ("dw2", Gradients { dw2, ..zero }),
            _ => ("db2", Gradients { db2, ..zero }),
        };
        let alone = Case { gradients, ..case.clone() };
        let want = reference::update(&alone.parameters, &alone.gradients, alone.learning_rate);
        given(
            &format!("With every gradient but {name} at 0"),
            &format!("{name} 말고는 기울기가 모두 0일 때"),
            agrees("parameters", &alone.ask(answers), &want, ROUNDING),
        )
    })
}
