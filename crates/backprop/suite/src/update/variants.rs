//! Right ways to write `update`.

use init::Parameters;
use ndarray::{Array2, Zip};
use testkit::{Variant, variant};

use crate::{Answers, Gradients};

/// The parameters, each changed by `step` with its gradient.
fn each(
    parameters: &Parameters,
    gradients: &Gradients,
    step: impl Fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>,
) -> Parameters {
    Parameters {
        w1: step(&parameters.w1, &gradients.dw1),
        b1: step(&parameters.b1, &gradients.db1),
        w2: step(&parameters.w2, &gradients.dw2),
        b2: step(&parameters.b2, &gradients.db2),
    }
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("moved entries with loops", update, |p, g, rate| each(p, g, |w, dw| {
        let mut moved = w.clone();
        for i in 0..w.nrows() {
            for j in 0..w.ncols() {
                moved[[i, j]] -= rate * dw[[i, j]];
            }
        }
        moved
    })),
    variant!("in place on a copy", update, |p, g, rate| {
        let mut moved = p.clone();
        moved.w1 -= &(&g.dw1 * rate);
        moved.b1 -= &(&g.db1 * rate);
        moved.w2 -= &(&g.dw2 * rate);
        moved.b2 -= &(&g.db2 * rate);
        moved
    }),
    variant!("with scaled_add", update, |p, g, rate| {
        let mut moved = p.clone();
        moved.w1.scaled_add(-rate, &g.dw1);
        moved.b1.scaled_add(-rate, &g.db1);
        moved.w2.scaled_add(-rate, &g.dw2);
        moved.b2.scaled_add(-rate, &g.db2);
        moved
    }),
    variant!("rounded once, with mul_add", update, |p, g, rate| each(p, g, |w, dw| {
        Zip::from(w).and(dw).map_collect(|w, dw| dw.mul_add(-rate, *w))
    })),
    variant!("as -(rate dw - w)", update, |p, g, rate| each(p, g, |w, dw| -(dw * rate - w))),
];
