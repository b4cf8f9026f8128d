//! Compares each form with the definition before it is timed.

use crate::{buffer::Buffer, forms::Form};
use activations::{Activation, NEGATIVE_SLOPE, kernels::Real};

/// The largest error allowed, in units of the type's last place.
const UNITS: f64 = 4.0;

/// The definition, in `f64`, without the shortcuts of any form.
pub fn definition(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid if z < 0.0 => z.exp() / (1.0 + z.exp()),
        Activation::Sigmoid => 1.0 / (1.0 + (-z).exp()),
        Activation::Tanh => z.tanh(),
        Activation::Relu if z <= 0.0 => 0.0,
        Activation::LeakyRelu if z <= 0.0 => NEGATIVE_SLOPE * z,
        Activation::Relu | Activation::LeakyRelu | Activation::Identity => z,
    }
}

/// Drawn numbers, with zeros, infinities, NaN and large numbers among them.
fn inputs<T: Real>() -> Buffer<T> {
    let odd = [0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 30.0, -30.0];
    let mut numbers = Buffer::drawn(4099);
    for (number, &odd) in numbers.get_mut().iter_mut().step_by(7).zip(&odd) {
        *number = T::from_f64(odd);
    }
    numbers
}

/// The error relative to `want`, or to `least` where that is larger; 0 for equals and for two NaN.
fn error(got: f64, want: f64, least: f64) -> f64 {
    if got == want || (got.is_nan() && want.is_nan()) {
        return 0.0;
    }
    (got - want).abs() / want.abs().max(least)
}

/// Compares a form with `f` on usual numbers, and on odd ones such as NaN.
///
/// # Panics
///
/// Panics at the first number whose result is off, and names it.
pub fn check<T: Real + Into<f64>>(form: &Form<T>, f: impl Fn(f64) -> f64) {
    check_on(form, &inputs(), f);
}

/// Compares a form with `f` on the numbers `z`.
///
/// # Panics
///
/// Panics at the first number whose result is off, and names it.
pub fn check_on<T: Real + Into<f64>>(form: &Form<T>, z: &Buffer<T>, f: impl Fn(f64) -> f64) {
    let mut out = Buffer::<T>::filled(z.get().len(), f64::NAN);
    form.run(z.get(), out.get_mut());
    // A textbook's ReLU drops a NaN, as `f64::max` does, and its tanh keeps 16 digits of 1 only.
    let is_textbook = form.name.starts_with("textbook");
    let last_place = if size_of::<T>() == 4 { f32::EPSILON.into() } else { f64::EPSILON };
    for (&z, &got) in z.get().iter().zip(out.get()) {
        let (z, got): (f64, f64) = (z.into(), got.into());
        let want = f(z);
        if is_textbook && z.is_nan() {
            continue;
        }
        assert!(
            error(got, want, if is_textbook { 1.0 } else { 0.0 }) <= UNITS * last_place,
            "{} of {z} is {got:e}; it must be {want:e}",
            form.id()
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::{self, Threads};
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn every_form_agrees_with_the_definition() {
        for activation in Activation::ALL {
            let f = |z| definition(activation, z);
            for form in forms::of::<f32>(activation) {
                check(&form, f);
            }
            for form in forms::of_the_textbook(activation).iter().chain(&forms::of(activation)) {
                check(form, f);
            }
        }
    }

    #[test]
    fn a_wrong_form_is_named_before_it_is_timed() {
        let wrong = Form::<f64>::new("loop", Threads::Serial, |z, out| out.copy_from_slice(z));
        let complaint = catch_unwind(AssertUnwindSafe(|| check(&wrong, f64::tanh))).unwrap_err();
        let words = complaint.downcast_ref::<String>().unwrap();
        assert!(words.starts_with("loop serial of "), "{words}");
    }
}
