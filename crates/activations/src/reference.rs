//! The answers that the properties compare with: each written out for one number, with loops where
//! it is a layer, so that it shares nothing with the solutions but the formula.

// Public only to the course's own tools, by the feature `answers`.
#![cfg_attr(not(feature = "answers"), allow(unreachable_pub, dead_code))]

use crate::Answers;

/// Right answers to the lesson.
pub fn answers() -> Answers {
    Answers { sigmoid: Box::new(sigmoid), ..testkit::Contract::unwritten() }
}

/// `1 / (1 + e^-z)`, with an exponential that never overflows.
pub fn sigmoid(z: f64) -> f64 {
    let e = (-z.abs()).exp();
    if z >= 0.0 { 1.0 / (1.0 + e) } else { e / (1.0 + e) }
}
