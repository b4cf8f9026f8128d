//! Families of mistakes: what a wrong result has to do with the right one, up to a constant that is fitted.
//!
//! Each theory is made from one call, so that its constant fits there, and then has to predict all others.

mod arguments;
mod arrangements;
mod fitted;
mod mixtures;
mod results;

use contract::Text;

pub(super) use arguments::of_arguments;
pub(super) use results::of_results;

use super::probe::{Leaf, Probe};
use crate::show;

/// What a theory says of one part of the result; `None` where it says nothing.
pub(super) type Predict<'a> = Box<dyn Fn(&Probe, usize) -> Option<Leaf> + 'a>;

/// A way in which a result may be wrong.
pub(super) struct Theory<'a> {
    /// The name of the family.
    pub(super) family: &'static str,
    /// Continues "The result came out" and "결과가".
    pub(super) words: Text,
    pub(super) predict: Predict<'a>,
}

impl<'a> Theory<'a> {
    fn new(
        family: &'static str,
        words: Text,
        predict: impl Fn(&Probe, usize) -> Option<Leaf> + 'a,
    ) -> Self {
        Self { family, words, predict: Box::new(predict) }
    }

    /// A theory that the right value has become something else, whatever the arguments.
    fn of_want(
        family: &'static str,
        words: Text,
        change: impl Fn(&Leaf) -> Option<Leaf> + 'a,
    ) -> Self {
        Self::new(family, words, move |probe, part| change(probe.want.get(part)?))
    }

    /// Whether it explains `part` of `probe`.
    pub(super) fn holds(&self, probe: &Probe, part: usize) -> bool {
        let Some(got) = probe.got.as_ref().and_then(|got| got.get(part)) else { return false };
        let Some(want) = probe.want.get(part) else { return false };
        (self.predict)(probe, part).is_some_and(|predicted| got.agrees_with(&predicted, want))
    }
}

/// `z` as a person would have written it, where it is as near as that; else to six digits.
pub(super) fn nice(z: f64) -> f64 {
    let digits = |n: usize| format!("{z:.n$e}").parse().unwrap_or(z);
    let near = |other: f64| (z - other).abs() <= 1e-7 * z.abs().max(1e-9);
    let short = (0..=4).map(digits).find(|short| near(*short));
    let fraction = (2..=12).map(|q| (z * f64::from(q)).round() / f64::from(q)).find(|q| near(*q));
    short.or(fraction).unwrap_or(z)
}

/// A fitted constant, to six digits.
pub(super) fn shown(z: f64) -> String {
    // No student writes -0.
    let z = if z == 0.0 { 0.0 } else { z };
    show::number(format!("{z:.5e}").parse().unwrap_or(z))
}

/// What a student may do to a number: as a formula, and what comes of it.
type Change = (&'static str, fn(f64) -> f64);

#[allow(clippy::cast_possible_truncation)]
const CHANGES: [Change; 18] = [
    ("1 - {}", |z| 1.0 - z),
    ("|{}|", f64::abs),
    ("{}^2", |z| z * z),
    ("max(0, {})", |z| z.max(0.0)),
    ("min(0, {})", |z| z.min(0.0)),
    ("signum({})", f64::signum),
    ("round({})", f64::round),
    ("floor({})", f64::floor),
    ("tanh({})", f64::tanh),
    ("sigmoid({})", |z| 1.0 / (1.0 + (-z).exp())),
    ("sigmoid({})^2", |z| (1.0 + (-z).exp()).powi(-2)),
    ("sqrt({})", f64::sqrt),
    ("{}^3", |z| z * z * z),
    ("1 / {}", f64::recip),
    ("exp({})", f64::exp),
    ("ln({})", f64::ln),
    ("{} as f32", |z| f64::from(z as f32)),
    ("1 - {}^2", |z| 1.0 - z * z),
];

fn size_of(probe: &Probe, name: &str) -> Option<f64> {
    probe.sizes.iter().find(|(known, _)| known == name).map(|(_, size)| *size)
}
