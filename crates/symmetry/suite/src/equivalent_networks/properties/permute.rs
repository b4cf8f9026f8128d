//! Hidden units that change places.

use init_suite::inputs::network;
use std::fmt::Debug;

use contract::{Plain, Value};
use init::Parameters;
use testkit::generators::{Pool, build};
use testkit::{Strategy, Verdict, agrees, for_all};

use super::have_equal_outputs;
use crate::inputs::{Training, order};
use crate::{Answers, reference};

/// New unit `i` is old unit `order[i]`: its row of `w1`, its entry of `b1` and its column of `w2`,
/// number by number. Kills S91, that moves old unit `i` to `order[i]`.
pub fn permute_units_moves_all_parts_of_each_unit(answers: &Answers) -> Verdict {
    for_all("parameters, order", networks(), |(parameters, Order(order))| {
        let got = answers.permute_units(parameters, order);
        agrees("parameters", &got, &reference::permute_units(parameters, order), 0.0)
    })
}

/// The output sums over the hidden units, and a sum has no order. Kills S92, that leaves `w2`.
pub fn permute_units_leaves_the_outputs_unchanged(answers: &Answers) -> Verdict {
    let inputs = networks_and(|[n_x, .., m], pool| pool.matrix(n_x, m));
    for_all("parameters, order, x", inputs, |(parameters, Order(order), x)| {
        let permuted = answers.permute_units(parameters, order);
        have_equal_outputs(&permuted, parameters, x)
    })
}

/// There and back again gives the same numbers. Kills S97, that swaps one after the other.
pub fn permute_units_is_undone_by_the_inverse_order(answers: &Answers) -> Verdict {
    for_all("parameters, order", networks(), |(parameters, Order(order))| {
        let permuted = answers.permute_units(parameters, order);
        let back = answers.permute_units(&permuted, &inverse(order));
        agrees("parameters there and back", &back, parameters, 0.0)
    })
}

/// Two permutations, one after the other, are one: the unit that `second` takes from place `i` was
/// put there by `first` from place `first[i]`. Kills S91, the inverse.
pub fn permute_units_twice_is_one_permutation(answers: &Answers) -> Verdict {
    let inputs = networks_and(|[_, n_h, ..], pool| Order(order(n_h, pool)));
    let names = "parameters, first, second";
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
    let inputs = networks_and(|[n_x, _, n_y, m], pool| Training::from_pool(pool, n_x, n_y, m, 2));
    for_all("parameters, order, training", inputs, |(parameters, Order(order), training)| {
        let Training { x, y, steps } = training;
        let trained = |start: &Parameters| reference::trained(start, x, y, 0.25, *steps);
        let early = trained(&answers.permute_units(parameters, order));
        let late = answers.permute_units(&trained(parameters), order);
        agrees("parameters", &early, &late, 1e-12)
    })
}

/// An order of hidden units, shown in one line.
#[derive(Clone, Debug)]
struct Order(Vec<usize>);

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

fn networks() -> impl Strategy<Value = (Parameters, Order)> {
    networks_and(|_, _| ()).prop_map(|(parameters, order, ())| (parameters, order))
}

/// Networks, an order of their hidden units, and what `extra` makes for `[n_x, n_h, n_y, m]`.
fn networks_and<T: Debug + 'static>(
    extra: impl Fn([usize; 4], &mut Pool) -> T + 'static,
) -> impl Strategy<Value = (Parameters, Order, T)> {
    build([1..=4, 1..=5, 1..=3, 1..=3], move |[n_x, n_h, n_y, m], pool| {
        let parameters = network(pool, n_x, n_h, n_y);
        let order = Order(order(n_h, pool));
        (parameters, order, extra([n_x, n_h, n_y, m], pool))
    })
}

fn inverse(order: &[usize]) -> Vec<usize> {
    let mut inverse = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        inverse[*old] = new;
    }
    inverse
}
