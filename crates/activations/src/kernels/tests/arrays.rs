//! Arrays of every layout give the bits that a plain copy of them gives.

use super::kernels;
use crate::{Activation, Kernel, forward, prime, prime_from_output};
use ndarray::{Array, Array0, Array1, Array2, Array3, ArrayRef, Axis, Dimension, ShapeBuilder, s};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn ramp(rows: usize, columns: usize) -> Array2<f64> {
    Array2::from_shape_fn((rows, columns), |(i, j)| (i as f64 - j as f64 * 1.37) / 5.0)
}

/// Compares all forms on `z` with those on a copy of it in plain order.
fn agrees_with_a_copy<D: Dimension>(z: &ArrayRef<f64, D>) {
    let plain = Array::from_shape_vec(z.raw_dim(), z.iter().copied().collect()).unwrap();
    for kernel in kernels() {
        let want = kernel.apply(&plain);
        assert_eq!(kernel.apply(z), want, "{kernel:?}");
        assert_eq!(kernel.parallel().apply(z), want, "{kernel:?} parallel");
        let mut columns_first = Array::from_elem(z.raw_dim().f(), f64::NAN);
        kernel.apply_into(z, &mut columns_first);
        assert_eq!(columns_first, want, "{kernel:?} into columns");
        kernel.apply_in_place(&mut columns_first.assigned(z));
        let mut product = plain.mapv(|x| x + 3.0);
        kernel.multiply_into(z, &mut product);
        assert_eq!(product, plain.mapv(|x| x + 3.0) * &want, "{kernel:?} multiplied");
    }
    for activation in Activation::ALL {
        let mut a = Array::from_elem(z.raw_dim(), f64::NAN);
        let mut prime = Array::from_elem(z.raw_dim().f(), f64::NAN);
        Kernel::forward(activation).apply_with_prime_into(z, &mut a, &mut prime);
        assert_eq!(a, Kernel::forward(activation).apply(&plain), "{activation:?} fused");
        assert_eq!(prime, Kernel::prime_from_output(activation).apply(&a), "{activation:?}' fused");
    }
}

/// An array with the numbers of another, in its own order.
trait Assigned<D: Dimension> {
    fn assigned(&self, numbers: &ArrayRef<f64, D>) -> Array<f64, D>;
}

impl<D: Dimension> Assigned<D> for Array<f64, D> {
    fn assigned(&self, numbers: &ArrayRef<f64, D>) -> Array<f64, D> {
        let mut copy = self.clone();
        copy.assign(numbers);
        copy
    }
}

#[test]
fn rows_first_and_columns_first_agree() {
    for (rows, columns) in [(1, 1), (1, 300), (300, 1), (7, 41), (64, 64)] {
        let z = ramp(rows, columns);
        agrees_with_a_copy(&z);
        agrees_with_a_copy(&z.t());
    }
}

#[test]
fn views_with_gaps_agree() {
    let z = ramp(40, 700);
    agrees_with_a_copy(&z.slice(s![.., 1..]));
    agrees_with_a_copy(&z.slice(s![..;3, 1..;2]));
    agrees_with_a_copy(&z.slice(s![1.., ..0]));
    agrees_with_a_copy(&z.slice(s![2, ..;5]));
    agrees_with_a_copy(&z.slice(s![.., 17]));
}

#[test]
fn reversed_views_agree() {
    let z = ramp(9, 31);
    agrees_with_a_copy(&z.slice(s![..;-1, ..]));
    agrees_with_a_copy(&z.slice(s![..;-1, ..;-1]));
    agrees_with_a_copy(&z.slice(s![3, ..;-2]));
}

#[test]
fn overlapping_and_repeated_views_agree() {
    let row = Array1::linspace(-3.0, 3.0, 30);
    agrees_with_a_copy(&row.broadcast((4, 30)).unwrap());
    for window in row.windows(8) {
        agrees_with_a_copy(&window);
    }
}

#[test]
fn any_dimension_agrees() {
    agrees_with_a_copy(&Array0::from_elem((), -0.3));
    agrees_with_a_copy(&Array1::<f64>::zeros(0));
    agrees_with_a_copy(&Array2::<f64>::zeros((3, 0)));
    let z = Array3::from_shape_fn((3, 4, 5), |(i, j, k)| (i * 20 + j * 5 + k) as f64 / 30.0 - 1.0);
    agrees_with_a_copy(&z);
    agrees_with_a_copy(&z.view().permuted_axes([1, 2, 0]));
    agrees_with_a_copy(&z.index_axis(Axis(1), 2));
    agrees_with_a_copy(&z.into_dyn());
}

#[test]
fn in_place_agrees_in_any_layout() {
    for kernel in kernels() {
        let mut z = ramp(30, 600);
        let want = kernel.apply(&z.slice(s![..;2, 1..;2]));
        let outside = z[(1, 1)];
        kernel.apply_in_place(&mut z.slice_mut(s![..;2, 1..;2]));
        assert_eq!(z.slice(s![..;2, 1..;2]), want, "{kernel:?}");
        assert_eq!(z[(1, 1)].to_bits(), outside.to_bits(), "{kernel:?} wrote outside of its view");
        let want = kernel.apply(&z.t());
        kernel.apply_in_place(&mut z);
        assert_eq!(z.t(), want, "{kernel:?} transposed");
    }
}

#[test]
fn narrow_numbers_go_through_arrays_too() {
    let z = ramp(12, 34).mapv(|x| x as f32);
    let mut a = Array2::<f32>::zeros((12, 34).f());
    Kernel::forward(Activation::Tanh).apply_into(&z, &mut a);
    assert_eq!(a, Kernel::forward(Activation::Tanh).apply(&z));
}

#[test]
fn the_plain_functions_are_the_kernels() {
    let z = ramp(5, 6);
    for activation in Activation::ALL {
        let a = forward(activation, &z);
        assert_eq!(a, Kernel::forward(activation).apply(&z));
        assert_eq!(prime(activation, &z), Kernel::prime(activation).apply(&z));
        let slope = prime_from_output(activation, &a);
        assert_eq!(slope, Kernel::prime_from_output(activation).apply(&a));
    }
}

/// The words of a panic.
fn complaint(call: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(call)).expect_err("the call must panic");
    panic.downcast_ref::<String>().expect("the panic has words").clone()
}

#[test]
fn a_mismatch_names_both_shapes() {
    let kernel = Kernel::forward(Activation::Relu);
    let (z, mut out) = (ramp(2, 3), ramp(3, 2));
    let mismatch = "shapes [2, 3] and [3, 2] do not match";
    assert_eq!(complaint(|| kernel.apply_into(&z, &mut out)), mismatch);
    assert_eq!(complaint(|| kernel.multiply_into(&z, &mut out)), mismatch);
    let mut same = z.clone();
    assert_eq!(complaint(|| kernel.apply_with_prime_into(&z, &mut same, &mut out)), mismatch);
    let words = "slices of 2 and 3 numbers do not match";
    assert_eq!(complaint(|| kernel.map(&[0.0, 1.0], &mut [0.0; 3])), words);
    assert_eq!(complaint(|| kernel.multiply(&[0.0, 1.0], &mut [0.0; 3])), words);
    assert_eq!(
        complaint(|| kernel.map_with_prime(&[0.0, 1.0], &mut [0.0; 2], &mut [0.0; 3])),
        words
    );
}
