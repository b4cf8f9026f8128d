//! Right ways to write `predict`.

use ndarray::{Array2, Axis, Zip};
use testkit::{Variant, variant};

use crate::Answers;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("mapv", predict, |a2| a2.mapv(|a| if a > 0.5 { 1.0 } else { 0.0 })),
    variant!("the comparison as a number", predict, |a2| {
        a2.mapv(|a| a > 0.5).mapv(|above| f64::from(u8::from(above)))
    }),
    variant!("rounded half to even (P04)", predict, |a2| a2.mapv(f64::round_ties_even)),
    variant!("loops", predict, |a2| {
        let mut labels = Array2::zeros(a2.raw_dim());
        for i in 0..a2.nrows() {
            for j in 0..a2.ncols() {
                labels[[i, j]] = if a2[[i, j]] <= 0.5 { 0.0 } else { 1.0 };
            }
        }
        labels
    }),
    variant!("collected from an iterator", predict, |a2| {
        let labels = a2.iter().map(|a| if *a > 0.5 { 1.0 } else { 0.0 }).collect();
        Array2::from_shape_vec(a2.dim(), labels).expect("a label per output")
    }),
    variant!("in place, row by row", predict, |a2| {
        let mut labels = a2.clone();
        for mut row in labels.axis_iter_mut(Axis(0)) {
            row.map_inplace(|a| *a = f64::from(i8::from(*a > 0.5)));
        }
        labels
    }),
    variant!("by threads, into another memory layout", predict, |a2| {
        let transposed = a2.t().to_owned();
        let labels = Zip::from(&transposed).par_map_collect(|a| f64::from(*a > 0.5));
        labels.reversed_axes()
    }),
];
