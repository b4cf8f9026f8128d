//! Layers to apply an activation to.

use std::ops::RangeInclusive;

use contract::Layout;
use contract::record;
use ndarray::Array2;
use testkit::{Strategy, Verdict, agrees};
use testkit::{generators::build, generators::one_of};

use crate::Activation;
use crate::inputs::everywhere;

/// A layer, as a property draws it.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub(crate) activation: Activation,
    pub(crate) layout: Layout,
    pub(crate) z: Array2<f64>,
}

record!(Layer { activation, layout, z });

impl Layer {
    /// `z`, lying in memory as `layout` says.
    pub(crate) fn laid_out(&self) -> Array2<f64> {
        self.layout.of(&self.z)
    }
}

/// Layers of any activation and layout: entries from -2 to 2, and three numbers from everywhere.
pub(crate) fn layers(
    n: RangeInclusive<usize>,
    m: RangeInclusive<usize>,
) -> impl Strategy<Value = Layer> {
    let matrix = build([n, m], |[n, m], pool| pool.matrix(n, m));
    let planted = [everywhere(), everywhere(), everywhere()];
    (one_of(&Activation::ALL), one_of(&Layout::ALL), matrix, planted).prop_map(
        |(activation, layout, mut z, planted)| {
            for (k, number) in planted.into_iter().enumerate() {
                let entries = z.len().max(1);
                z.iter_mut().nth((7 * k) % entries).into_iter().for_each(|entry| *entry = number);
            }
            Layer { activation, layout, z }
        },
    )
}

/// Holds when `got` has the shape of `want` and each entry is as near as `allowed` says for its
/// `z`.
pub(crate) fn entries_agree(
    what: &str,
    got: &Array2<f64>,
    want: &Array2<f64>,
    allowed: impl Fn((usize, usize)) -> f64,
) -> Verdict {
    if got.dim() != want.dim() {
        return agrees(what, got, want, 0.0);
    }
    for (index @ (i, j), want) in want.indexed_iter() {
        crate::inputs::near(&format!("{what}[{i}, {j}]"), got[index], *want, allowed(index))?;
    }
    Ok(())
}
