//! Right ways to write `forward_parallel`: with the threads of rayon, as ndarray brings them along,
//! and of the standard library.

use ndarray::parallel::prelude::*;
use ndarray::{Array2, ArrayView2, Axis, Zip, concatenate};
use testkit::{Variant, variant};

use crate::reference::{forward, value};
use crate::{Activation, Answers};

/// Applies the activation by `threads` threads, to shares of `numbers` that differ by one at most.
fn share_out(activation: Activation, numbers: &mut [f64], threads: usize) {
    std::thread::scope(|scope| {
        let mut rest = numbers;
        for left in (1..=threads).rev() {
            let (share, others) = rest.split_at_mut(rest.len().div_ceil(left));
            scope.spawn(move || share.iter_mut().for_each(|z| *z = value(activation, *z)));
            rest = others;
        }
    });
}

/// Halves the numbers until they are few, each half by its own task.
fn halve(activation: Activation, numbers: &mut [f64]) {
    if numbers.len() <= 1000 {
        return numbers.iter_mut().for_each(|z| *z = value(activation, *z));
    }
    let (left, right) = numbers.split_at_mut(numbers.len() / 2);
    std::thread::scope(|scope| {
        if left.len() > 4000 {
            scope.spawn(|| halve(activation, left));
        } else {
            halve(activation, left);
        }
        halve(activation, right);
    });
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("with par_mapv_inplace", forward_parallel, |activation, z| {
        let mut a = z.clone();
        a.par_mapv_inplace(|z| value(activation, z));
        a
    }),
    variant!("with par_map_collect", forward_parallel, |activation, z| Zip::from(z)
        .par_map_collect(|z| value(activation, *z))),
    variant!("rows in parallel", forward_parallel, |activation, z| {
        let mut a = z.to_owned();
        a.axis_iter_mut(Axis(0)).into_par_iter().for_each(|mut row| {
            row.mapv_inplace(|z| value(activation, z));
        });
        a
    }),
    variant!("columns in parallel", forward_parallel, |activation, z| {
        let mut a = Array2::zeros(z.dim());
        Zip::from(a.columns_mut()).and(z.columns()).par_for_each(|mut into, from| {
            into.assign(&from.mapv(|z| value(activation, z)));
        });
        a
    }),
    variant!("chunks of rows in parallel", forward_parallel, |activation, z| {
        let mut a = z.clone();
        a.axis_chunks_iter_mut(Axis(0), 16).into_par_iter().for_each(|mut rows| {
            rows.mapv_inplace(|z| value(activation, z));
        });
        a
    }),
    variant!("two halves, of which one may be empty", forward_parallel, |activation, z| {
        let (top, bottom) = z.view().split_at(Axis(0), z.nrows() / 2);
        let half = |half: ArrayView2<f64>| half.mapv(|z| value(activation, z));
        let halves: Vec<_> = [top, bottom].into_par_iter().map(half).collect();
        concatenate![Axis(0), halves[0], halves[1]]
    }),
    variant!("threads of the standard library", forward_parallel, |activation, z| {
        let mut a = z.as_standard_layout().into_owned();
        share_out(activation, a.as_slice_mut().expect("rows in order"), 4);
        a
    }),
    variant!("halves of halves", forward_parallel, |activation, z| {
        let mut numbers: Vec<f64> = z.iter().copied().collect();
        halve(activation, &mut numbers);
        Array2::from_shape_vec(z.dim(), numbers).expect("as many numbers as z has")
    }),
    variant!("serial where z is small", forward_parallel, |activation, z| {
        if z.len() < 20_000 {
            return forward(activation, z);
        }
        let mut a = z.clone();
        a.par_mapv_inplace(|z| value(activation, z));
        a
    }),
    variant!("an iterator over references", forward_parallel, |activation, z| {
        let mut a = Array2::zeros(z.raw_dim());
        Zip::from(&mut a).and(z).into_par_iter().for_each(|(a, z)| *a = value(activation, *z));
        a
    }),
];
