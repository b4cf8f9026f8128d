//! Right laws of equal units, of different kinds.

use init::Parameters;
use ndarray::Array2;
use testkit::{Variant, variant};

use crate::Answers;
use crate::reference::{farthest, permute_units, unit_classes};

/// Equal units: `n_h` of them, with these numbers.
fn start(x: &Array2<f64>, y: &Array2<f64>, n_h: usize, numbers: [f64; 3]) -> Parameters {
    Parameters {
        w1: Array2::from_elem((n_h, x.nrows()), numbers[0]),
        b1: Array2::from_elem((n_h, 1), numbers[1]),
        w2: Array2::from_elem((y.nrows(), n_h), numbers[2]),
        b2: Array2::from_elem((y.nrows(), 1), 0.1),
    }
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("one step from constants", equal_units_law, |step, x, y| {
        farthest(&step(&start(x, y, 2, [0.5, 0.5, 0.5]), x, y)) <= 1e-12
    }),
    variant!("many steps", equal_units_law, |step, x, y| {
        let mut p = start(x, y, 4, [0.3, -0.2, 0.7]);
        for _ in 0..20 {
            p = step(&p, x, y);
        }
        farthest(&p) <= 1e-9
    }),
    variant!("one class of units", equal_units_law, |step, x, y| {
        unit_classes(&step(&start(x, y, 3, [1.0, 0.0, -1.0]), x, y), 1e-9) == 1
    }),
    variant!(
        "metamorphic: units that change places make no difference",
        equal_units_law,
        |step, x, y| {
            let new = step(&start(x, y, 3, [0.2, 0.4, 0.6]), x, y);
            let turned = permute_units(&new, &[1, 2, 0]);
            let near =
                |a: &Array2<f64>, b: &Array2<f64>| (a - b).iter().all(|gap| gap.abs() <= 1e-9);
            near(&new.w1, &turned.w1) && near(&new.b1, &turned.b1) && near(&new.w2, &turned.w2)
        }
    ),
];
