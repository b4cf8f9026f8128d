//! Right ways to write `layer_sizes`.

use ndarray::Axis;
use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("the shape as a slice", layer_sizes, |x, y, n_h| (x.shape()[0], n_h, y.shape()[0])),
    variant!("the length of an axis", layer_sizes, |x, y, n_h| {
        (x.len_of(Axis(0)), n_h, y.len_of(Axis(0)))
    }),
    variant!("the shape taken apart", layer_sizes, |x, y, n_h| {
        let ((n_x, _m), (n_y, _)) = (x.dim(), y.dim());
        (n_x, n_h, n_y)
    }),
    variant!("one example's length", layer_sizes, |x, y, n_h| {
        (x.column(0).len(), n_h, y.column(0).len())
    }),
];
