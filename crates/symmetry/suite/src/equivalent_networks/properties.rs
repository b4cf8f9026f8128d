//! Laws of networks that are written differently and compute the same.

use std::fmt::Debug;

use contract::{Plain, Value};
use init::Parameters;
use init_suite::inputs::network;
use ndarray::Array2;
use testkit::generators::{Pool, build};
use testkit::{Strategy, Verdict, agrees, close, ensure, for_all};

use crate::inputs::{Training, below, order, parts_of};
use crate::{Answers, reference};

/// New unit `i` is old unit `order[i]`: its row of `w1`, its entry of `b1` and its column of `w2`,
/// number by number. Kills S91, that moves old unit `i` to `order[i]`.
pub fn permute_units_moves_all_parts_of_each_unit(answers: &Answers) -> Verdict {
    for_all(["parameters", "order"], orders(), |(parameters, Order(order))| {
        let got = answers.permute_units(parameters, order);
        agrees("parameters", &got, &reference::permute_units(parameters, order), 0.0)
    })
}

/// The output sums over the hidden units, and a sum has no order. Kills S92, that leaves `w2`.
pub fn permute_units_leaves_the_outputs_unchanged(answers: &Answers) -> Verdict {
    let inputs = orders_and(|[n_x, .., m], pool| pool.matrix(n_x, m));
    for_all(["parameters", "order", "x"], inputs, |(parameters, Order(order), x)| {
        let permuted = answers.permute_units(parameters, order);
        have_equal_outputs(&permuted, parameters, x)
    })
}

/// There and back again gives the same numbers. Kills S97, that swaps one after the other.
pub fn permute_units_is_undone_by_the_inverse_order(answers: &Answers) -> Verdict {
    for_all(["parameters", "order"], orders(), |(parameters, Order(order))| {
        let permuted = answers.permute_units(parameters, order);
        let back = answers.permute_units(&permuted, &inverse(order));
        agrees("parameters there and back", &back, parameters, 0.0)
    })
}

/// Two permutations, one after the other, are one: the unit that `second` takes from place `i` was
/// put there by `first` from place `first[i]`. Kills S91, the inverse.
pub fn permute_units_twice_is_one_permutation(answers: &Answers) -> Verdict {
    let inputs = orders_and(|[_, n_h, ..], pool| Order(order(n_h, pool)));
    let names = ["parameters", "first", "second"];
    for_all(names, inputs, |(parameters, Order(first), Order(second))| {
        let at_once: Vec<usize> = second.iter().map(|i| first[*i]).collect();
        let twice = answers.permute_units(&answers.permute_units(parameters, first), second);
        let once = answers.permute_units(parameters, &at_once);
        agrees("parameters", &twice, &once, 0.0)
    })
}

/// Each unit learns the same wherever it stands, so training first and permuting later comes to
/// the same. Kills S93, that leaves `b1`.
pub fn permute_units_commutes_with_training(answers: &Answers) -> Verdict {
    let inputs = orders_and(|[n_x, _, n_y, m], pool| Training::from_pool(pool, n_x, n_y, m, 2));
    for_all(["parameters", "order", "training"], inputs, |(parameters, Order(order), training)| {
        let Training { x, y, steps } = training;
        let trained = |start: &Parameters| reference::trained(start, x, y, 0.25, *steps);
        let early = trained(&answers.permute_units(parameters, order));
        let late = answers.permute_units(&trained(parameters), order);
        agrees("parameters", &early, &late, 1e-12)
    })
}

/// The unit's row of `w1`, its entry of `b1` and its column of `w2` change sign, number by number.
/// Kills S111, that flips every unit.
pub fn flip_unit_negates_all_parts_of_the_unit(answers: &Answers) -> Verdict {
    for_all(["parameters", "unit"], units(), |(parameters, unit)| {
        let got = answers.flip_unit(parameters, *unit);
        agrees("parameters", &got, &reference::flip_unit(parameters, *unit), 0.0)
    })
}

/// tanh is odd: `-w2 tanh(-z) = w2 tanh(z)`. Kills S110, that leaves `w2`.
pub fn flip_unit_leaves_the_outputs_unchanged(answers: &Answers) -> Verdict {
    let inputs = units_and(|[n_x, .., m], pool| pool.matrix(n_x, m));
    for_all(["parameters", "unit", "x"], inputs, |(parameters, unit, x)| {
        have_equal_outputs(&answers.flip_unit(parameters, *unit), parameters, x)
    })
}

/// Minus times minus is plus, to the last bit. Kills S115, that sets the unit to zero.
pub fn flip_unit_twice_gives_the_original(answers: &Answers) -> Verdict {
    for_all(["parameters", "unit"], units(), |(parameters, unit)| {
        let twice = answers.flip_unit(&answers.flip_unit(parameters, *unit), *unit);
        agrees("parameters flipped twice", &twice, parameters, 0.0)
    })
}

/// What belongs to another unit, or to the output, keeps its number. Kills S112, that flips `b2`.
pub fn flip_unit_leaves_the_other_units_alone(answers: &Answers) -> Verdict {
    for_all(["parameters", "unit"], units(), |(parameters, unit)| {
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
    let inputs = units_and(|[n_x, _, n_y, m], pool| Training::from_pool(pool, n_x, n_y, m, 2));
    for_all(["parameters", "unit", "training"], inputs, |(parameters, unit, training)| {
        let Training { x, y, steps } = training;
        let trained = |start: &Parameters| reference::trained(start, x, y, 0.25, *steps);
        let early = trained(&answers.flip_unit(parameters, *unit));
        let late = answers.flip_unit(&trained(parameters), *unit);
        agrees("parameters", &early, &late, 1e-12)
    })
}

/// An order of hidden units, shown in one line.
#[derive(Clone, Debug)]
pub(crate) struct Order(pub(crate) Vec<usize>);

impl Plain for Order {
    fn to_value(&self) -> Value {
        Value::Vector(self.0.iter().map(|i| *i as f64).collect())
    }
    fn from_value(value: Value) -> Option<Self> {
        let Value::Vector(order) = value else { return None };
        let unit = |shown: &f64| (0..order.len()).find(|i| *i as f64 == *shown);
        order.iter().map(unit).collect::<Option<_>>().map(Self)
    }
}

/// Networks, and an order of their hidden units.
fn orders() -> impl Strategy<Value = (Parameters, Order)> {
    orders_and(|_, _| ()).prop_map(|(parameters, order, ())| (parameters, order))
}

/// Networks, and one of their hidden units.
fn units() -> impl Strategy<Value = (Parameters, usize)> {
    units_and(|_, _| ()).prop_map(|(parameters, unit, ())| (parameters, unit))
}

/// Networks, an order of their hidden units, and what `extra` makes for `[n_x, n_h, n_y, m]`.
pub(crate) fn orders_and<T: Debug + 'static>(
    extra: impl Fn([usize; 4], &mut Pool) -> T + 'static,
) -> impl Strategy<Value = (Parameters, Order, T)> {
    networks_with(5, |n_h, pool| Order(order(n_h, pool)), extra)
}

/// Networks, one of their hidden units, and what `extra` makes for `[n_x, n_h, n_y, m]`.
fn units_and<T: Debug + 'static>(
    extra: impl Fn([usize; 4], &mut Pool) -> T + 'static,
) -> impl Strategy<Value = (Parameters, usize, T)> {
    networks_with(4, below, extra)
}

/// Networks of up to `most` hidden units, what `choose` takes from these, and an extra.
fn networks_with<U: Debug + 'static, T: Debug + 'static>(
    most: usize,
    choose: fn(usize, &mut Pool) -> U,
    extra: impl Fn([usize; 4], &mut Pool) -> T + 'static,
) -> impl Strategy<Value = (Parameters, U, T)> {
    build([1..=4, 1..=most, 1..=3, 1..=3], move |[n_x, n_h, n_y, m], pool| {
        let parameters = network(pool, n_x, n_h, n_y);
        let chosen = choose(n_h, pool);
        (parameters, chosen, extra([n_x, n_h, n_y, m], pool))
    })
}

fn inverse(order: &[usize]) -> Vec<usize> {
    let mut inverse = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        inverse[*old] = new;
    }
    inverse
}

/// Holds when both networks give the same outputs on `x`. The shapes come first: a network of
/// other shapes has no outputs.
fn have_equal_outputs(new: &Parameters, old: &Parameters, x: &Array2<f64>) -> Verdict {
    for (name, new, old) in groups(new, old) {
        let ((rows, columns), (n, m)) = (new.dim(), old.dim());
        ensure!(
            (rows, columns) == (n, m),
            "{name} has shape ({rows}, {columns}); it must keep its shape, ({n}, {m}).",
            "{name}의 모양이 ({rows}, {columns})입니다. 원래 모양 ({n}, {m})을 유지해야 합니다."
        );
    }
    let (got, want) = (reference::outputs(new, x), reference::outputs(old, x));
    for ((i, j), old) in want.indexed_iter() {
        let new = got[[i, j]];
        ensure!(
            close(new, *old, 1e-12),
            "Output {i} of example {j} was {old} before and is {new} now; it must not change.",
            "샘플 {j}의 출력 {i}의 값이 전에는 {old}, 지금은 {new}입니다. 바뀌면 안 됩니다."
        );
    }
    Ok(())
}

/// The four groups of two networks side by side.
fn groups<'a>(
    new: &'a Parameters,
    old: &'a Parameters,
) -> [(&'static str, &'a Array2<f64>, &'a Array2<f64>); 4] {
    [
        ("w1", &new.w1, &old.w1),
        ("b1", &new.b1, &old.b1),
        ("w2", &new.w2, &old.w2),
        ("b2", &new.b2, &old.b2),
    ]
}
