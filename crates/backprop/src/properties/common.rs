//! What several properties share.

use init::Parameters;
use ndarray::{Array2, Axis, concatenate};
use testkit::generators::build;
use testkit::{Complaint, Strategy, Text, Verdict, number};

use crate::cases::Case;

/// How far two right ways to add up the same terms may lie apart.
pub(super) const ROUNDING: f64 = 1e-12;

/// `verdict`, whose sentence begins with what was done to the data.
pub(super) fn given(en: &str, ko: &str, verdict: Verdict) -> Verdict {
    verdict.map_err(|complaint| {
        let sentence = complaint.sentence();
        Complaint::new(Text::new(format!("{en}, {}", sentence.en), format!("{ko} {}", sentence.ko)))
    })
}

/// A number as a message shows it: to six digits.
pub(super) fn brief(z: f64) -> String {
    number(format!("{z:.5e}").parse().unwrap_or(z))
}

/// The lines of `matrix` along `axis`, the last first.
pub(super) fn reversed(matrix: &Array2<f64>, axis: Axis) -> Array2<f64> {
    let order: Vec<usize> = (0..matrix.len_of(axis)).rev().collect();
    matrix.select(axis, &order)
}

/// Every column of `matrix`, and then every column again.
pub(super) fn doubled(matrix: &Array2<f64>) -> Array2<f64> {
    concatenate(Axis(1), &[matrix.view(), matrix.view()])
        .expect("a matrix has as many rows as itself")
}

/// The same network on the same data, with the examples in reverse order.
pub(super) fn with_examples_reversed(case: &Case) -> Case {
    Case {
        parameters: case.parameters.clone(),
        x: reversed(&case.x, Axis(1)),
        y: reversed(&case.y, Axis(1)),
    }
}

/// The same network on data in which every example stands twice.
pub(super) fn with_examples_doubled(case: &Case) -> Case {
    Case { parameters: case.parameters.clone(), x: doubled(&case.x), y: doubled(&case.y) }
}

/// The same network with its hidden units in reverse order.
pub(super) fn with_units_reversed(parameters: &Parameters) -> Parameters {
    Parameters {
        w1: reversed(&parameters.w1, Axis(0)),
        b1: reversed(&parameters.b1, Axis(0)),
        w2: reversed(&parameters.w2, Axis(1)),
        b2: parameters.b2.clone(),
    }
}

/// Networks so sure of themselves that every output is exactly its label: 0 below `z2 = -745`,
/// 1 above 37. The labels of an output are the same for all examples.
pub(super) fn perfect_cases() -> impl Strategy<Value = Case> {
    build([1..=3, 1..=3, 1..=3, 1..=3], |[n_x, n_h, n_y, m], pool| {
        let mut parameters = Parameters::from_pool(pool, n_x, n_h, n_y);
        let labels = pool.labels(n_y, 1);
        parameters.b2 = labels.mapv(|y| if y > 0.5 { 60.0 } else { -800.0 });
        let y = labels.select(Axis(1), &vec![0; m]);
        Case { parameters, x: pool.matrix(n_x, m), y }
    })
}
