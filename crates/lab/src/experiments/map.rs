//! Maps of the plane: the output of a network everywhere, with the examples on top.

use backprop_suite::data::Data;
use contract::Text;
use ndarray::Array2;

use super::parts::{none, same};
use crate::training::summary::spaced;
use plot::{Axis, Ink, Mark, Plot};

/// The map reaches from minus this to this along both axes.
const HALF: f64 = 4.6;

/// A map of `output`, a function of inputs `(2, m)`, with `side` points along each side.
pub(super) fn map(
    title: Text,
    data: &Data,
    side: usize,
    output: impl Fn(&Array2<f64>) -> Array2<f64>,
) -> Plot {
    let ticks = spaced(-HALF, HALF, side);
    let points = Array2::from_shape_fn((2, side * side), |(i, j)| {
        ticks[if i == 0 { j % side } else { j / side }]
    });
    let values: Vec<f64> = output(&points).iter().copied().collect();
    let rows = values.chunks(side).map(<[f64]>::to_vec).collect();
    let marks = vec![
        Mark::Field { x: (-HALF, HALF), y: (-HALF, HALF), rows },
        Mark::Dots { label: none(), ink: Ink::Blue, points: examples(data, 0.0) },
        Mark::Dots { label: none(), ink: Ink::Orange, points: examples(data, 1.0) },
    ];
    let axis = |name: &str| Axis::linear(same(name)).from_to(-HALF, HALF);
    Plot::new(axis("x1"), axis("x2"), marks).square().titled(title)
}

fn examples(data: &Data, label: f64) -> Vec<(f64, f64)> {
    let is_of_class = |j: &usize| data.y[(0, *j)] == label;
    (0..data.x.ncols()).filter(is_of_class).map(|j| (data.x[(0, j)], data.x[(1, j)])).collect()
}
