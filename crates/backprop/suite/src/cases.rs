//! Networks with data for them, as the properties draw them.

use contract::record;
use init::Parameters;
use init_suite::inputs::network;
use ndarray::{Array2, Axis, concatenate, s};
use testkit::Strategy;
use testkit::generators::build;

use crate::{Cache, reference};

/// A network, and data for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The weights and biases, about as large as standard normal ones.
    pub parameters: Parameters,
    /// The inputs, `(n_x, m)`.
    pub x: Array2<f64>,
    /// The labels, `(n_y, m)`: exactly 0 or 1, about a third of them 1.
    pub y: Array2<f64>,
}

record!(Case { parameters, x, y });

impl Case {
    /// What the forward pass keeps of this network on this data.
    pub fn cache(&self) -> Cache {
        reference::forward(&self.parameters, &self.x)
    }
}

/// Networks of every shape from one input, unit, output and example up. Sizes that coincide
/// (`n_h = m`, `n_x = n_h`) come up by chance.
pub fn cases() -> impl Strategy<Value = Case> {
    build([1..=4, 1..=4, 1..=3, 1..=4], |[n_x, n_h, n_y, m], pool| Case {
        parameters: network(pool, n_x, n_h, n_y),
        x: pool.matrix(n_x, m),
        y: pool.labels(n_y, m),
    })
}

/// The example in column `j`, as a matrix of one column.
pub fn example(a: &Array2<f64>, j: usize) -> Array2<f64> {
    a.slice(s![.., j..=j]).to_owned()
}

/// The examples of `a`, and all of them once more in reverse order.
///
/// # Panics
/// Never: both halves have the same rows.
pub fn there_and_back(a: &Array2<f64>) -> Array2<f64> {
    let back = a.slice(s![.., ..;-1]);
    concatenate(Axis(1), &[a.view(), back]).expect("both halves have the same rows")
}
