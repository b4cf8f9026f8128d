//! A hidden unit that changes its sign.

use init_suite::inputs::network;
use std::fmt::Debug;

use init::Parameters;
use testkit::generators::{Pool, build};
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use super::have_equal_outputs;
use crate::inputs::{Training, below, parts_of};
use crate::{Answers, reference};

/// The unit's row of `w1`, its entry of `b1` and its column of `w2` change sign, number by number.
/// Kills S111, that flips every unit.
pub fn flip_unit_negates_all_parts_of_the_unit(answers: &Answers) -> Verdict {
    for_all("parameters, unit", networks(), |(parameters, unit)| {
        let got = answers.flip_unit(parameters, *unit);
        agrees("parameters", &got, &reference::flip_unit(parameters, *unit), 0.0)
    })
}

/// tanh is odd: `-w2 tanh(-z) = w2 tanh(z)`. Kills S110, that leaves `w2`.
pub fn flip_unit_leaves_the_outputs_unchanged(answers: &Answers) -> Verdict {
    let inputs = networks_and(|[n_x, .., m], pool| pool.matrix(n_x, m));
    for_all("parameters, unit, x", inputs, |(parameters, unit, x)| {
        have_equal_outputs(&answers.flip_unit(parameters, *unit), parameters, x)
    })
}

/// Minus times minus is plus, to the last bit. Kills S115, that sets the unit to zero.
pub fn flip_unit_twice_gives_the_original(answers: &Answers) -> Verdict {
    for_all("parameters, unit", networks(), |(parameters, unit)| {
        let twice = answers.flip_unit(&answers.flip_unit(parameters, *unit), *unit);
        agrees("parameters flipped twice", &twice, parameters, 0.0)
    })
}

/// What belongs to another unit, or to the output, keeps its number. Kills S112, that flips `b2`.
pub fn flip_unit_leaves_the_other_units_alone(answers: &Answers) -> Verdict {
    for_all("parameters, unit", networks(), |(parameters, unit)| {
        let mut got = answers.flip_unit(parameters, *unit);
        let mut want = parameters.clone();
        for group in [&mut got, &mut want] {
            let (rows, columns) = (group.w1.nrows(), group.w2.ncols());
            ensure!(
                rows > *unit && columns > *unit && group.b1.nrows() > *unit,
                "w1 has {rows} rows and w2 has {columns} columns; no unit may go.",
                "w1의 행이 {rows}개, w2의 열이 {columns}개입니다. 유닛이 없어지면 안 됩니다."
            );
            for part in parts_of(group, *unit) {
                *part = 0.0;
            }
        }
        agrees("the other units", &got, &want, 0.0)
    })
}

/// A flipped unit learns the flipped lesson, so training first and flipping later comes to the
/// same. Kills S109, that leaves `b1`.
pub fn flip_unit_commutes_with_training(answers: &Answers) -> Verdict {
    let inputs = networks_and(|[n_x, _, n_y, m], pool| Training::from_pool(pool, n_x, n_y, m, 2));
    for_all("parameters, unit, training", inputs, |(parameters, unit, training)| {
        let Training { x, y, steps } = training;
        let trained = |start: &Parameters| reference::trained(start, x, y, 0.25, *steps);
        let early = trained(&answers.flip_unit(parameters, *unit));
        let late = answers.flip_unit(&trained(parameters), *unit);
        agrees("parameters", &early, &late, 1e-12)
    })
}

fn networks() -> impl Strategy<Value = (Parameters, usize)> {
    networks_and(|_, _| ()).prop_map(|(parameters, unit, ())| (parameters, unit))
}

/// Networks, one of their hidden units, and what `extra` makes for `[n_x, n_h, n_y, m]`.
fn networks_and<T: Debug + 'static>(
    extra: impl Fn([usize; 4], &mut Pool) -> T + 'static,
) -> impl Strategy<Value = (Parameters, usize, T)> {
    build([1..=4, 1..=4, 1..=3, 1..=3], move |[n_x, n_h, n_y, m], pool| {
        let parameters = network(pool, n_x, n_h, n_y);
        let unit = below(n_h, pool);
        (parameters, unit, extra([n_x, n_h, n_y, m], pool))
    })
}
