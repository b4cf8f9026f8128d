//! Laws of gradient descent, and what it must reach on real data.

use std::f64::consts::LN_2;

use init::Parameters;
use init_suite::inputs::network;
use ndarray::Array2;
use testkit::generators::{build, one_of};
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use super::checkpoints::{CHECKPOINTS, Checkpoint};
use crate::data::{Data, breast_cancer, flower_start, planar_flower};
pub use crate::equal_units::{
    never_parts_equal_units, parts_units_that_start_at_random, trains_equal_units_like_one,
};
use crate::inputs::{Case, ROUNDING, given};
use crate::{Answers, reference};

/// How far two right ways to take a few steps may part: each step multiplies the rounding of those
/// before it, here by less than 100.
const A_FEW_STEPS: f64 = 1e-9;

/// Networks with weights of about a half: their outputs stay so far from 0 and 1 that a cost from
/// `a2` is as good as one from `z2`.
fn cases() -> impl Strategy<Value = Case> {
    build([1..=3, 1..=3, 1..=2, 1..=4], |[n_x, n_h, n_y, m], pool| {
        let Parameters { w1, b1, w2, b2 } = network(pool, n_x, n_h, n_y);
        let parameters = Parameters { w1: 0.5 * w1, b1: 0.5 * b1, w2: 0.5 * w2, b2: 0.5 * b2 };
        Case { parameters, x: pool.matrix(n_x, m), y: pool.labels(n_y, m) }
    })
}

fn rates() -> impl Strategy<Value = f64> {
    one_of(&[0.5, 0.25, 0.1])
}

impl Case {
    /// What `answers` makes of this network in `steps` steps.
    fn train(&self, answers: &Answers, rate: f64, steps: usize) -> (Parameters, Vec<f64>) {
        answers.train(&self.x, &self.y, &self.parameters, rate, steps)
    }
}

/// Gradient descent is a rule without choices: the same start leads to the same end. Kills T61,
/// which moves `w2` before it computes `dw1`.
pub fn agrees_with_gradient_descent(answers: &Answers) -> Verdict {
    let inputs = (cases(), rates(), 0..=4_usize);
    for_all(["case", "learning_rate", "steps"], inputs, |(case, rate, steps)| {
        let want = reference::train(&case.x, &case.y, &case.parameters, *rate, *steps);
        agrees("parameters, costs", &case.train(answers, *rate, *steps), &want, A_FEW_STEPS)
    })
}

/// As many steps as asked for, also where the cost rises (a large rate) or stays (none). Cases in
/// which an output is so wrong that a cost from `a2` loses digits are left out. And where every gradient is
/// exactly 0, half of the labels being 1, each step still has its cost. Kills T74, T75 and T90, which stop
/// early, and T76, which returns the best parameters.
pub fn goes_on_whatever_the_cost_does(answers: &Answers) -> Verdict {
    let inputs = (cases(), one_of(&[4.0, 2.0, 0.0]), 2..=3_usize);
    for_all(["case", "learning_rate", "steps"], inputs, |(case, rate, steps)| {
        let want = reference::train(&case.x, &case.y, &case.parameters, *rate, *steps);
        if want.1.iter().any(|cost| cost * case.x.ncols() as f64 > 12.0) {
            return Ok(());
        }
        agrees("parameters, costs", &case.train(answers, *rate, *steps), &want, 1e-6)
    })?;
    let inputs = (balanced_zeros(), rates(), 1..=4_usize);
    for_all(["case", "learning_rate", "steps"], inputs, |(case, rate, steps)| {
        let want = (case.parameters.clone(), vec![LN_2; *steps]);
        given(
            "Where every gradient is 0",
            "모든 그래디언트가 0일 때",
            agrees("parameters, costs", &case.train(answers, *rate, *steps), &want, ROUNDING),
        )
    })
}

/// A network of zeros for as many examples of label 1 as of label 0: every gradient is exactly 0.
fn balanced_zeros() -> impl Strategy<Value = Case> {
    build([1..=2, 1..=2, 1..=2], |[n_x, n_h, half], pool| Case {
        parameters: init_suite::reference::initialize_zeros(n_x, n_h, 1),
        x: pool.matrix(n_x, 2 * half),
        y: Array2::from_shape_fn((1, 2 * half), |(_, j)| (j % 2) as f64),
    })
}

/// As many steps as asked for, however many: with one input, one hidden unit and one example a step
/// moves four numbers, and thousands of them are soon taken. Kills T77, which takes 1,000 at most,
/// T78, which stops at a small cost, and T79, whose rate falls after 1,000 steps.
pub fn takes_thousands_of_steps(answers: &Answers) -> Verdict {
    const STEPS: usize = 2_200;
    let matrix = |number: f64| Array2::from_elem((1, 1), number);
    let parameters =
        Parameters { w1: matrix(0.5), b1: matrix(-0.25), w2: matrix(0.75), b2: matrix(-0.5) };
    let case = Case { parameters, x: matrix(1.5), y: matrix(1.0) };
    let got = case.train(answers, 0.5, STEPS);
    given(
        "After 2200 steps with one unit and one example",
        "유닛 하나와 샘플 하나로 2200단계 뒤에",
        agrees("parameters, costs", &got, &train_one_unit(&case, 0.5, STEPS), A_FEW_STEPS),
    )
}

/// Training of a network of one input and one hidden unit on one example of label 1, number by
/// number: the matrices of the reference would take most of the time.
fn train_one_unit(case: &Case, rate: f64, steps: usize) -> (Parameters, Vec<f64>) {
    let only = |matrix: &Array2<f64>| matrix[[0, 0]];
    let Parameters { w1, b1, w2, b2 } = &case.parameters;
    let (mut w1, mut b1, mut w2, mut b2) = (only(w1), only(b1), only(w2), only(b2));
    let (x, mut costs) = (only(&case.x), Vec::new());
    for _ in 0..steps {
        let a1 = (w1 * x + b1).tanh();
        let wrong = (-w2 * a1 - b2).exp();
        costs.push(wrong.ln_1p());
        let dz2 = -wrong / (1.0 + wrong);
        let dz1 = w2 * dz2 * (1.0 - a1 * a1);
        (w1, b1) = (w1 - rate * dz1 * x, b1 - rate * dz1);
        (w2, b2) = (w2 - rate * dz2 * a1, b2 - rate * dz2);
    }
    let [w1, b1, w2, b2] = [w1, b1, w2, b2].map(|number| Array2::from_elem((1, 1), number));
    (Parameters { w1, b1, w2, b2 }, costs)
}

/// Without a step nothing moves, and there is no cost to record. Kills T53, which takes a step
/// before it counts.
pub fn returns_the_start_after_no_steps(answers: &Answers) -> Verdict {
    for_all(["case", "learning_rate"], (cases(), rates()), |(case, rate)| {
        let start = (case.parameters.clone(), Vec::new());
        given(
            "After no steps",
            "0단계 뒤에",
            agrees("parameters, costs", &case.train(answers, *rate, 0), &start, 0.0),
        )
    })
}

/// One step is `w - learning_rate * dw` with the gradient at the start. Kills T55, which climbs.
pub fn follows_the_gradient_in_one_step(answers: &Answers) -> Verdict {
    for_all(["case", "learning_rate"], (cases(), rates()), |(case, rate)| {
        let Case { parameters, x, y } = case;
        let gradients = reference::backward(parameters, &case.cache(), x, y);
        let want = reference::update(parameters, &gradients, *rate);
        let (got, _) = case.train(answers, *rate, 1);
        given("After one step", "한 단계 뒤에", agrees("parameters", &got, &want, ROUNDING))
    })
}

/// The cost at `t` belongs to the parameters after `t` steps: there is one for each step, the first
/// is that of the start. Kills T50, the cost after the step.
pub fn records_the_cost_before_each_step(answers: &Answers) -> Verdict {
    let inputs = (cases(), rates(), 1..=4_usize);
    for_all(["case", "learning_rate", "steps"], inputs, |(case, rate, steps)| {
        let (_, costs) = case.train(answers, *rate, *steps);
        let n = costs.len();
        ensure!(
            n == *steps,
            "After {steps} steps there are {n} costs; there must be one for each step.",
            "{steps}단계 뒤에 비용이 {n}개입니다. 단계마다 하나씩이어야 합니다."
        );
        for (t, got) in costs.into_iter().enumerate() {
            let (parameters, _) = case.train(answers, *rate, t);
            has_the_shapes_of(&parameters, &case.parameters)?;
            let z2 = reference::forward(&parameters, &case.x).z2;
            let want = reference::cost_from_logits(&z2, &case.y);
            given(
                &format!("Compared with the cost of the parameters after {t} steps"),
                &format!("{t}단계 뒤의 파라미터로 계산한 비용과 비교하면"),
                agrees(&format!("costs[{t}]"), &got, &want, A_FEW_STEPS),
            )?;
        }
        Ok(())
    })
}

/// Training has no memory but its parameters: some steps, and then the rest from there, lead where
/// all of them lead. Kills T59, whose steps grow shorter.
pub fn continues_where_it_stopped(answers: &Answers) -> Verdict {
    let inputs = (cases(), rates(), 1..=2_usize, 1..=2_usize);
    for_all(["case", "learning_rate", "first", "then"], inputs, |(case, rate, first, then)| {
        let (half_way, mut costs) = case.train(answers, *rate, *first);
        let rest = Case { parameters: half_way, ..case.clone() };
        let (parameters, more) = rest.train(answers, *rate, *then);
        costs.extend(more);
        given(
            "In two parts instead of at once",
            "한 번에 하지 않고 두 번에 나누어 학습했을 때",
            agrees(
                "parameters, costs",
                &(parameters, costs),
                &case.train(answers, *rate, first + then),
                A_FEW_STEPS,
            ),
        )
    })
}

/// The numbers of the lecture: the flower, four hidden units, learning rate 1.2, after 0, 1, 10 and
/// 100 steps, as NumPy computes them. Kills T57, which takes the examples one by one.
pub fn meets_the_checkpoints_of_the_flower(answers: &Answers) -> Verdict {
    let Data { x, y } = planar_flower();
    let train = |steps| answers.train(&x, &y, &flower_start(4), 1.2, steps);
    for checkpoint in CHECKPOINTS {
        let Checkpoint { steps, cost, .. } = checkpoint;
        let (en, ko) =
            (format!("After {steps} steps on the flower"), format!("꽃 데이터로 {steps}단계 뒤에"));
        let (parameters, _) = train(steps);
        given(&en, &ko, agrees("parameters", &parameters, &checkpoint.parameters(), 1e-9))?;
        // The cost at the checkpoint is the one before the next step.
        let last = train(steps + 1).1.last().copied().unwrap_or(f64::NAN);
        given(&en, &ko, agrees("cost", &last, &cost, 1e-9))?;
    }
    Ok(())
}

/// Eight hidden units tell the petals of the flower apart, which no straight line does: in 300 steps
/// at learning rate 1.2 more than 85 % of the points get their label. Kills T59,
/// whose steps grow shorter.
pub fn tells_the_petals_of_the_flower_apart(answers: &Answers) -> Verdict {
    let (flower, start) = (planar_flower(), flower_start(8));
    let (trained, costs) = answers.train(&flower.x, &flower.y, &start, 1.2, 300);
    has_the_shapes_of(&trained, &start)?;
    let at = |cost: Option<&f64>| cost.copied().unwrap_or(f64::NAN);
    let (first, last) = (at(costs.first()), at(costs.last()));
    ensure!(
        last < 0.6 * first,
        "On the flower the first cost is {first:.3}, the last of 300 is {last:.3}; it must fall \
         below 60 % of the first.",
        "꽃 데이터에서 첫 비용은 {first:.3}, 300단계의 마지막 비용은 {last:.3}입니다. 마지막 비용은 첫 \
         비용의 60 %보다 작아야 합니다."
    );
    let percent = 100.0 * flower.accuracy(&reference::forward(&trained, &flower.x).a2);
    ensure!(
        percent > 85.0,
        "After 300 steps with 8 hidden units, {percent:.1} % of the points of the flower get their \
         label; it must be more than 85 %.",
        "은닉 유닛 8개로 300단계 학습한 뒤 꽃 데이터의 정확도가 {percent:.1} %입니다. 85 %보다 높아야 \
         합니다."
    );
    Ok(())
}

/// What was learned holds for patients never seen: trained on four fifths of the breast masses, the
/// network gets more than 93 % of the others right. Kills T54,
/// which starts from zeros.
pub fn recognizes_benign_masses_it_never_saw(answers: &Answers) -> Verdict {
    let (seen, held_back) = breast_cancer().hold_back_every(5);
    let (held_back, seen) = (held_back.standardized_like(&seen), seen.standardized_like(&seen));
    let start = cancer_start();
    let (trained, _) = answers.train(&seen.x, &seen.y, &start, 0.5, 100);
    has_the_shapes_of(&trained, &start)?;
    let percent = 100.0 * held_back.accuracy(&reference::forward(&trained, &held_back.x).a2);
    ensure!(
        percent > 93.0,
        "Of the breast masses that were held back, {percent:.1} % get their label; it must be more \
         than 93 %.",
        "학습에 쓰지 않은 유방 종양 데이터의 정확도가 {percent:.1} %입니다. 93 %보다 높아야 합니다."
    );
    Ok(())
}

/// Two hidden units are enough for the breast masses. Their weights are small and of all signs.
fn cancer_start() -> Parameters {
    let small = |i: usize, j: usize| 0.1 * (1.0 + 7.0 * i as f64 + j as f64).sin();
    Parameters {
        w1: Array2::from_shape_fn((2, 30), |(i, j)| small(i, j)),
        b1: Array2::zeros((2, 1)),
        w2: Array2::from_shape_fn((1, 2), |(i, j)| small(i, j)),
        b2: Array2::zeros((1, 1)),
    }
}

fn has_the_shapes_of(got: &Parameters, want: &Parameters) -> Verdict {
    let parts = [
        ("w1", &got.w1, &want.w1),
        ("b1", &got.b1, &want.b1),
        ("w2", &got.w2, &want.w2),
        ("b2", &got.b2, &want.b2),
    ];
    for (what, got, want) in parts {
        let ((rows, columns), (n, m)) = (got.dim(), want.dim());
        ensure!(
            (rows, columns) == (n, m),
            "{what} has shape ({rows}, {columns}); it must keep the shape of the start, ({n}, {m}).",
            "{what}의 모양이 ({rows}, {columns})입니다. 시작할 때와 같은 ({n}, {m})이어야 합니다."
        );
    }
    Ok(())
}
