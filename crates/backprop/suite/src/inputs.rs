//! What the properties draw, networks with data for them, and the checks that several of them share.

use contract::{Text, record};
use init::Parameters;
use init_suite::inputs::network;
use ndarray::{Array2, Axis, concatenate, s};
use testkit::generators::build;
use testkit::{Strategy, Verdict, ensure, number};

use crate::{Cache, reference};

/// A network, and data for it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Case {
    /// The weights and biases, about as large as standard normal ones.
    pub(crate) parameters: Parameters,
    /// The inputs, `(n_x, m)`.
    pub(crate) x: Array2<f64>,
    /// The labels, `(n_y, m)`: exactly 0 or 1, about a third of them 1.
    pub(crate) y: Array2<f64>,
}

record!(Case { parameters, x, y });

impl Case {
    /// What the forward pass keeps of this network on this data.
    pub(crate) fn cache(&self) -> Cache {
        reference::forward(&self.parameters, &self.x)
    }
}

/// Networks of every shape from one input, unit, output and example up. Sizes that coincide
/// (`n_h = m`, `n_x = n_h`) come up by chance.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    build([1..=4, 1..=4, 1..=3, 1..=4], |[n_x, n_h, n_y, m], pool| Case {
        parameters: network(pool, n_x, n_h, n_y),
        x: pool.matrix(n_x, m),
        y: pool.labels(n_y, m),
    })
}

/// Networks so sure of themselves that every output is exactly its label: 0 below `z2 = -745`,
/// 1 above 37. The labels of an output are the same for all examples.
pub(crate) fn perfect_cases() -> impl Strategy<Value = Case> {
    build([1..=3, 1..=3, 1..=3, 1..=3], |[n_x, n_h, n_y, m], pool| {
        let mut parameters = network(pool, n_x, n_h, n_y);
        let labels = pool.labels(n_y, 1);
        parameters.b2 = labels.mapv(|y| if y > 0.5 { 60.0 } else { -800.0 });
        let y = labels.select(Axis(1), &vec![0; m]);
        Case { parameters, x: pool.matrix(n_x, m), y }
    })
}

/// The example in column `j`, as a matrix of one column.
pub(crate) fn example(a: &Array2<f64>, j: usize) -> Array2<f64> {
    a.slice(s![.., j..=j]).to_owned()
}

/// The examples of `a`, and all of them once more in reverse order.
pub(crate) fn there_and_back(a: &Array2<f64>) -> Array2<f64> {
    let back = a.slice(s![.., ..;-1]);
    concatenate(Axis(1), &[a.view(), back]).expect("both halves have the same rows")
}

/// The lines of `matrix` along `axis`, the last first.
pub(crate) fn reversed(matrix: &Array2<f64>, axis: Axis) -> Array2<f64> {
    let order: Vec<usize> = (0..matrix.len_of(axis)).rev().collect();
    matrix.select(axis, &order)
}

/// Every column of `matrix`, and then every column again.
pub(crate) fn doubled(matrix: &Array2<f64>) -> Array2<f64> {
    concatenate(Axis(1), &[matrix.view(), matrix.view()])
        .expect("a matrix has as many rows as itself")
}

/// The same network on the same data, with the examples in reverse order.
pub(crate) fn with_examples_reversed(case: &Case) -> Case {
    Case {
        parameters: case.parameters.clone(),
        x: reversed(&case.x, Axis(1)),
        y: reversed(&case.y, Axis(1)),
    }
}

/// The same network on data in which every example stands twice.
pub(crate) fn with_examples_doubled(case: &Case) -> Case {
    Case { parameters: case.parameters.clone(), x: doubled(&case.x), y: doubled(&case.y) }
}

/// The same network with its hidden units in reverse order.
pub(crate) fn with_units_reversed(parameters: &Parameters) -> Parameters {
    Parameters {
        w1: reversed(&parameters.w1, Axis(0)),
        b1: reversed(&parameters.b1, Axis(0)),
        w2: reversed(&parameters.w2, Axis(1)),
        b2: parameters.b2.clone(),
    }
}

/// How far two right ways to add up the same terms may lie apart.
pub(crate) const ROUNDING: f64 = 1e-12;

/// `verdict`, whose sentence begins with what was done to the data.
pub(crate) fn given(en: &str, ko: &str, verdict: Verdict) -> Verdict {
    let given = Text::new(format!("{en},"), ko.to_string());
    verdict.map_err(|complaint| complaint.preceded_by(&given))
}

/// A number as a message shows it: to six digits.
pub(crate) fn brief(z: f64) -> String {
    number(format!("{z:.5e}").parse().unwrap_or(z))
}

/// Holds when `got`, called `what`, has `rows` rows and `columns` columns.
pub(crate) fn has_shape(what: &str, got: &Array2<f64>, (rows, columns): (usize, usize)) -> Verdict {
    let (n, m) = got.dim();
    ensure!(
        (n, m) == (rows, columns),
        "{what} has shape ({n}, {m}); it must have shape ({rows}, {columns}).",
        "{what}의 모양이 ({n}, {m})입니다. ({rows}, {columns})이어야 합니다."
    );
    Ok(())
}
