//! Right ways to write `collapse`.

use ndarray::{Array2, Axis, concatenate, s};
use testkit::{Variant, variant};

use crate::Answers;

type Layer = (Array2<f64>, Array2<f64>);

/// Both halves first, then the two.
fn by_halves(layers: &[Layer]) -> Layer {
    if let [layer] = layers {
        return layer.clone();
    }
    let (first, last) = layers.split_at(layers.len() / 2);
    let ((w1, b1), (w2, b2)) = (by_halves(first), by_halves(last));
    (w2.dot(&w1), w2.dot(&b1) + b2)
}

/// What the layers make of `x`.
fn through(layers: &[Layer], mut x: Array2<f64>) -> Array2<f64> {
    for (w, b) in layers {
        x = w.dot(&x) + b;
    }
    x
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("with a loop", collapse, |layers| {
        let (mut w, mut b) = layers[0].clone();
        for (w_next, b_next) in layers.iter().skip(1) {
            b = w_next.dot(&b) + b_next;
            w = w_next.dot(&w);
        }
        (w, b)
    }),
    variant!("with reduce", collapse, |layers| {
        let joined =
            layers.iter().cloned().reduce(|(w1, b1), (w2, b2)| (w2.dot(&w1), w2.dot(&b1) + b2));
        joined.expect("at least one layer")
    }),
    variant!("from the identity", collapse, |layers| {
        let n_x = layers[0].0.ncols();
        let start = (Array2::eye(n_x), Array2::zeros((n_x, 1)));
        layers.iter().fold(start, |(w, b), (w2, b2)| (w2.dot(&w), w2.dot(&b) + b2))
    }),
    variant!("from the last layer backwards", collapse, |layers| {
        let (last, before) = layers.split_last().expect("at least one layer");
        before.iter().rev().fold(last.clone(), |(w, b), (w1, b1)| (w.dot(w1), w.dot(b1) + b))
    }),
    variant!("by halves", collapse, by_halves),
    variant!("by asking: b is what comes of 0, w what comes of the identity", collapse, |layers| {
        let n_x = layers[0].0.ncols();
        let b = through(layers, Array2::zeros((n_x, 1)));
        let w = through(layers, Array2::eye(n_x)) - &b;
        (w, b)
    }),
    variant!("weight and bias side by side", collapse, |layers| {
        let mut both = {
            let (w, b) = &layers[0];
            concatenate![Axis(1), *w, *b]
        };
        for (w, b) in &layers[1..] {
            both = w.dot(&both);
            let last = both.ncols() - 1;
            let mut bias = both.column_mut(last);
            bias += &b.column(0);
        }
        let n_x = both.ncols() - 1;
        (both.slice(s![.., ..n_x]).to_owned(), both.slice(s![.., n_x..]).to_owned())
    }),
    variant!("with transposes", collapse, |layers| {
        let (mut w, mut b) = (layers[0].0.t().to_owned(), layers[0].1.t().to_owned());
        for (w_next, b_next) in &layers[1..] {
            w = w.dot(&w_next.t());
            b = b.dot(&w_next.t()) + b_next.t();
        }
        (w.reversed_axes(), b.reversed_axes())
    }),
];
