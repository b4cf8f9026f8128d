//! Laws of the central difference, `(cost(w + step) - cost(w - step)) / (2 step)`.

use init_suite::inputs::network;
use std::cell::RefCell;

use contract::say;
use init::Parameters;
use ndarray::Array2;
use testkit::generators::{build, one_of};
use testkit::{Complaint, Strategy, Verdict, agrees, ensure, for_all};

use crate::inputs::{Case, given};
use crate::{Answers, Gradients, reference};

/// A cost of size `c` is rounded by about `1e-16 c`, which the smallest step makes a thousand times
/// as large: with the costs below that stays under this.
const ROUNDING: f64 = 1e-8;

/// Few entries, because each costs two calls.
fn networks() -> impl Strategy<Value = Parameters> {
    build([1..=2, 1..=2, 1..=2], |[n_x, n_h, n_y], pool| network(pool, n_x, n_h, n_y))
}

/// Powers of two: a step there and back comes out the same, however it is written.
fn steps() -> impl Strategy<Value = f64> {
    one_of(&[1.0, 0.25, 1.0 / 128.0, 1.0 / 1024.0])
}

/// The same networks with data for them.
fn cases() -> impl Strategy<Value = Case> {
    build([1..=2, 1..=2, 1..=2, 1..=3], |[n_x, n_h, n_y, m], pool| Case {
        parameters: network(pool, n_x, n_h, n_y),
        x: pool.matrix(n_x, m),
        y: pool.labels(n_y, m),
    })
}

/// The cost of the network on its data, as a function of the parameters.
fn cost_of(case: &Case) -> impl Fn(&Parameters) -> f64 {
    |parameters| reference::cost_from_logits(&reference::logits(parameters, &case.x), &case.y)
}

/// The entries of all four parameters, one after the other.
fn entries(parameters: &Parameters) -> impl Iterator<Item = f64> {
    let Parameters { w1, b1, w2, b2 } = parameters;
    w1.iter().chain(b1).chain(w2).chain(b2).copied()
}

/// What `value` makes of the number and the value of every entry, counted as in [`entries`].
fn for_each_entry(parameters: &Parameters, value: impl Fn(usize, f64) -> f64) -> Gradients {
    let mut count = 0;
    let mut made = |matrix: &Array2<f64>| {
        matrix.mapv(|w| {
            count += 1;
            value(count - 1, w)
        })
    };
    let Parameters { w1, b1, w2, b2 } = parameters;
    Gradients { dw1: made(w1), db1: made(b1), dw2: made(w2), db2: made(b2) }
}

/// A weight for the entry with this number, another for each.
fn weight(entry: usize) -> f64 {
    0.5 + entry as f64 / 8.0
}

/// The formula, on the cost of a network, with the step that was asked for. Kills N52, which has a
/// step of its own.
pub fn agrees_with_the_formula(answers: &Answers) -> Verdict {
    for_all(["case", "step"], (cases(), steps()), |(case, step)| {
        let cost = cost_of(case);
        let got = answers.numerical_gradient(&cost, &case.parameters, *step);
        let want = reference::numerical_gradient(&cost, &case.parameters, *step);
        agrees("gradients", &got, &want, ROUNDING)
    })
}

/// On a parabola the two differences balance, whatever the step. The cost is half the square of a
/// weighted sum of all entries, so an entry that is not put back spoils all that follow. Kills N53,
/// which leaves the entries nudged.
pub fn is_exact_on_quadratic_costs(answers: &Answers) -> Verdict {
    for_all(["parameters", "step"], (networks(), steps()), |(parameters, step)| {
        let sum = |p: &Parameters| -> f64 {
            entries(p).enumerate().map(|(entry, w)| weight(entry) * w).sum()
        };
        let cost = |p: &Parameters| 0.5 * sum(p) * sum(p);
        let got = answers.numerical_gradient(&cost, parameters, *step);
        let want = for_each_entry(parameters, |entry, _| weight(entry) * sum(parameters));
        given(
            "On a quadratic cost, where a central difference is exact",
            "중앙 차분이 정확히 맞는 이차 비용 함수에서",
            agrees("gradients", &got, &want, ROUNDING),
        )
    })
}

/// On the cost `sum of c w^3` a central difference is `3 c w^2 + c step^2`: it is off by the square
/// of the step. One-sided differences are off by the step itself. Kills N50.
pub fn is_off_by_the_square_of_the_step(answers: &Answers) -> Verdict {
    let steps = one_of(&[1.0, 0.5, 0.125, 1.0 / 128.0]);
    for_all(["parameters", "step"], (networks(), steps), |(parameters, step)| {
        let cost = |p: &Parameters| -> f64 {
            entries(p).enumerate().map(|(entry, w)| weight(entry) * w.powi(3)).sum()
        };
        let got = answers.numerical_gradient(&cost, parameters, *step);
        let want =
            for_each_entry(parameters, |entry, w| weight(entry) * (3.0 * w * w + step * step));
        given(
            "On a cubic cost, where a central difference is off by the square of the step",
            "중앙 차분의 오차가 step의 제곱에 비례하는 삼차 비용 함수에서",
            agrees("gradients", &got, &want, ROUNDING),
        )
    })
}

/// A slope in one entry says nothing unless all others stay: at every call of `cost` at most one
/// entry may be away from where it was, and by one step. Kills N58, which nudges a whole matrix.
pub fn varies_one_entry_at_a_time(answers: &Answers) -> Verdict {
    for_all(["parameters", "step"], (networks(), steps()), |(parameters, step)| {
        let worst: RefCell<Option<Complaint>> = RefCell::new(None);
        let cost = |p: &Parameters| {
            if let Err(complaint) = is_one_step_away(p, parameters, *step) {
                worst.borrow_mut().get_or_insert(complaint);
            }
            entries(p).sum()
        };
        let _ = answers.numerical_gradient(&cost, parameters, *step);
        worst.take().map_or(Ok(()), Err)
    })
}

fn is_one_step_away(point: &Parameters, from: &Parameters, step: f64) -> Verdict {
    if entries(point).count() != entries(from).count() {
        return Err(Complaint::new(say!(
            "`cost` was called with parameters of other shapes than the ones given.",
            "주어진 것과 모양이 다른 파라미터로 `cost`를 불렀습니다."
        )));
    }
    let moves = entries(point).zip(entries(from)).map(|(there, here)| (there - here).abs());
    // What is put back by `+=` and `-=` may be off by the rounding.
    let moves: Vec<f64> = moves.filter(|by| by.is_nan() || *by > 1e-12).collect();
    let n = moves.len();
    ensure!(
        n <= 1,
        "`cost` was called with {n} entries changed at once; change one, and put it back before \
         the next.",
        "원소 {n}개를 한꺼번에 바꾼 채 `cost`를 불렀습니다. 하나만 바꾸고, 다음 원소로 가기 전에 \
         되돌려 놓으세요."
    );
    for by in moves {
        ensure!(
            (by - step).abs() < 1e-12,
            "`cost` was called with an entry changed by {by}; it must be changed by the step, \
             {step}, to either side.",
            "원소 하나를 {by}만큼 바꾸어 `cost`를 불렀습니다. 양쪽으로 step, 즉 {step}만큼 바꾸어야 \
             합니다."
        );
    }
    Ok(())
}

/// A step that takes less than 0.005 off the slopes of a network's cost.
const STEP: f64 = 1.0 / 8192.0;

/// What it is for: of a gradient with an error of 0.01 planted in one entry it finds that entry,
/// and no other. Kills N56, which leaves the biases at 0.
pub fn finds_a_planted_error(answers: &Answers) -> Verdict {
    for_all(["case", "entry"], (cases(), 0..64_usize), |(case, entry)| {
        let Case { parameters, x, y } = case;
        let right = reference::backward(parameters, &case.cache(), x, y);
        let entry = entry % entries(parameters).count();
        let mut planted = named_entries(&right);
        planted[entry].1 += 0.01;
        let found = named_entries(&answers.numerical_gradient(&cost_of(case), parameters, STEP));
        let is_confirmed = |(name, slope): &&(String, f64)| {
            found.iter().any(|(other, here)| other == name && (here - slope).abs() < 0.005)
        };
        let wrong = planted.iter().filter(|entry| !is_confirmed(entry));
        let wrong: Vec<&str> = wrong.map(|(name, _)| name.as_str()).collect();
        let (name, n, first) = (&planted[entry].0, wrong.len(), wrong.first().unwrap_or(&"-"));
        ensure!(
            wrong == [name],
            "An error of 0.01 was planted in {name} of a right gradient, but the numerical \
             gradient refutes {n} entries of it, beginning with {first}.",
            "올바른 기울기의 {name}에 0.01의 오차를 심었습니다. 그런데 수치 기울기와 어긋나는 원소가 \
             {n}개입니다 (첫 번째: {first})."
        );
        Ok(())
    })
}

/// Every entry with its name, such as `dw1[0, 1]`.
fn named_entries(gradients: &Gradients) -> Vec<(String, f64)> {
    let Gradients { dw1, db1, dw2, db2 } = gradients;
    let parts = [("dw1", dw1), ("db1", db1), ("dw2", dw2), ("db2", db2)];
    let of_part = |(part, matrix): (&str, &Array2<f64>)| {
        let name = |(i, j)| format!("{part}[{i}, {j}]");
        matrix.indexed_iter().map(|(at, slope)| (name(at), *slope)).collect::<Vec<_>>()
    };
    parts.into_iter().flat_map(of_part).collect()
}
