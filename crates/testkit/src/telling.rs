//! Which of several complaints says most.
//!
//! A student reads one of them. `0` where it must be infinite says more than 0.753772 where it must be 0.635989, and
//! that more than two numbers that differ in their last digits; a plain input says more than a large one.

use contract::{Fault, Value};

use crate::show;

/// Up to here numbers of an input are plain.
const PLAIN: f64 = 100.0;
/// Two numbers that differ by less, relative to their size, do so in their last digits.
const LAST_DIGITS: f64 = 1e-3;

/// How much a complaint says; the smallest says most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Telling {
    pub(crate) kind: Kind,
    /// How many numbers the input has; an array without entries counts as some.
    pub(crate) numbers: usize,
    /// How hard the input is to read.
    weight: usize,
    /// How many letters what came out and the right value have together.
    letters: usize,
}

/// What a complaint is about, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// There is no value.
    Fault,
    /// A shape, or an infinite number where there must be another, on a plain input.
    Infinite,
    /// Two numbers.
    Numbers,
    /// An infinite number on an input that is large.
    FarOut,
    /// A law, on an input.
    Law,
    /// Without an input: draws, or the end of a long run.
    Statistics,
    /// Two numbers that are nearly the same.
    LastDigits,
    /// There is no function yet.
    Unwritten,
}

impl Telling {
    pub(crate) fn of(
        fault: Option<&Fault>,
        gap: Option<(f64, f64)>,
        inputs: &[(String, Value)],
    ) -> Self {
        let (mut numbers, mut weight, mut is_plain) = (0, 0, true);
        for (_, value) in inputs {
            let before = numbers;
            for_each_number(value, &mut |z| {
                numbers += 1;
                weight += weight_of(z);
                is_plain &= z.abs() <= PLAIN;
            });
            if before == numbers && matches!(value, Value::Matrix(_) | Value::Vector(_)) {
                numbers += EMPTY;
            }
        }
        let kind = match (fault, gap) {
            (Some(Fault::Unwritten { .. }), _) => Kind::Unwritten,
            (Some(_), _) => Kind::Fault,
            (None, _) if inputs.is_empty() => Kind::Statistics,
            (None, Some((got, want))) if (got - want).is_finite() => {
                let is_near = (got - want).abs() <= LAST_DIGITS * got.abs().max(want.abs());
                if is_near { Kind::LastDigits } else { Kind::Numbers }
            }
            (None, Some(_)) if is_plain => Kind::Infinite,
            (None, Some(_)) => Kind::FarOut,
            (None, None) => Kind::Law,
        };
        let letters = gap.map_or(0, |(got, want)| {
            let (got, want) = show::pair(got, want);
            got.len() + want.len()
        });
        Self { kind, numbers, weight, letters }
    }
}

/// What an array without entries counts as: it is harder to picture than one with a few.
const EMPTY: usize = 4;
/// A number beyond this is harder to picture than one with some digits more.
const SMALL: f64 = 8.0;

/// How hard `z` is to read and to picture: its digits, and some more if it is large; 0 has none.
pub(crate) fn weight_of(z: f64) -> usize {
    if z == 0.0 {
        return 0;
    }
    show::number(z.abs()).len() + if z.abs() > SMALL { 4 } else { 0 }
}

fn for_each_number(value: &Value, note: &mut dyn FnMut(f64)) {
    match value {
        Value::Flag(flag) => note(f64::from(u8::from(*flag))),
        Value::Count(count) => note(*count as f64),
        Value::Number(z) => note(*z),
        Value::Word(_) | Value::Seed(_) => {}
        Value::Vector(vector) => vector.iter().for_each(|z| note(*z)),
        Value::Matrix(matrix) => matrix.iter().for_each(|z| note(*z)),
        Value::Sequence(parts) => parts.iter().for_each(|part| for_each_number(part, note)),
        Value::Record(fields) => fields.iter().for_each(|(_, part)| for_each_number(part, note)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(z: f64, got: f64, want: f64) -> Telling {
        Telling::of(None, Some((got, want)), &[("z".into(), Value::Number(z))])
    }

    #[test]
    fn infinity_comes_before_numbers_and_numbers_before_last_digits() {
        assert!(of(0.5, 0.0, f64::INFINITY) < of(0.5, 0.753_772, 0.635_989));
        assert!(of(0.5, 0.753_772, 0.635_989) < of(710.0, f64::NAN, 1.0));
        assert!(of(710.0, f64::NAN, 1.0) < of(3.0, 0.25, 0.25 + 1e-16));
    }

    #[test]
    fn a_plain_input_comes_first() {
        assert!(of(1.0, 0.0, 1.0) < of(0.125, 0.0, 0.125));
        assert!(of(0.0, 1.0, 0.5) < of(1.0, 1.0, 0.731_059));
    }
}
