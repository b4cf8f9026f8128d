//! What the properties draw, seen by right answers that watch their own calls.

use std::cell::Cell;
use std::rc::Rc;

use backprop::fill;
use backprop_suite::{Answers, LESSON, reference};
use ndarray::Array2;
use testkit::agrees;

/// Counts calls, and those whose gradients are not flat.
#[derive(Clone, Default)]
struct Slopes(Rc<Cell<(u32, u32)>>);

impl Slopes {
    fn add(&self, gradients: &[&Array2<f64>]) {
        let is_steep = |d: &&Array2<f64>| d.iter().any(|d| d.abs() > 0.01);
        let (all, steep) = self.0.get();
        self.0.set((all + 1, steep + u32::from(gradients.iter().all(is_steep))));
    }

    /// On flat samples a wrong derivative is as good as a right one.
    fn are_mostly_steep(&self) {
        let (all, steep) = self.0.get();
        assert!(all >= 256 && 4 * steep > 3 * all, "{steep} of {all}");
    }
}

#[test]
fn most_samples_of_hidden_gradients_are_steep() {
    let slopes = Slopes::default();
    let watching = slopes.clone();
    let hidden_gradients = fill::hidden_gradients(move |parameters, cache, x, dz2| {
        let (dw1, db1) = reference::hidden_gradients(parameters, cache, x, dz2);
        watching.add(&[&dw1, &db1]);
        (dw1, db1)
    });
    let answers = Answers { hidden_gradients, ..reference::answers() };
    LESSON.check("hidden_gradients", "agree_with_the_formulas", answers).unwrap();
    slopes.are_mostly_steep();
}

/// The properties of `train` and of gradients compare with [`reference::cost_and_gradients`], which
/// is the one reference that is not written in loops.
#[test]
fn most_samples_of_backward_are_steep_and_products_agree_with_the_loops() {
    let slopes = Slopes::default();
    let watching = slopes.clone();
    let backward = fill::backward(move |parameters, cache, x, y| {
        let loops = reference::backward(parameters, cache, x, y);
        watching.add(&[&loops.dw1, &loops.db1, &loops.dw2, &loops.db2]);
        let want = (reference::cost_from_logits(&cache.z2, y), loops);
        let got = reference::cost_and_gradients(parameters, x, y);
        agrees("cost, gradients", &got, &want, 1e-12).unwrap();
        want.1
    });
    let answers = Answers { backward, ..reference::answers() };
    LESSON.check("backward", "agrees_with_the_six_equations", answers).unwrap();
    slopes.are_mostly_steep();
}
