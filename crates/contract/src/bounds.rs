//! How much a reply may hold, in relation to the question.
//!
//! A reply of fifteen bytes can claim four thousand million rows without columns, and whoever computes with
//! that shape runs out of memory or of time. So nothing is built from the bytes of another process before
//! its size was held against what was asked: no function of the course returns much more than it was given.

use crate::argument::Passed;
use crate::value::Value;

/// The longest frame that is read, in bytes.
pub const MOST_BYTES: usize = 16 << 20;

/// The most that a reply may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// The longest side of a matrix, vector or list.
    pub(crate) side: usize,
    /// The most numbers in all matrices and vectors together.
    pub(crate) numbers: usize,
    /// The most values, each part of a list counted.
    pub(crate) values: usize,
}

/// Room for answers that are wrong: twice the size and a little more, so that a student whose matrix is
/// too large by a factor of two, or by a row, or has always the 100 numbers of the notes, is told so by a property.
const FACTOR: usize = 2;
const ROOM: usize = 128;
/// The most numbers of any reply; the longest that a property asks for are 600,000.
const MOST_NUMBERS: usize = 1 << 21;

impl Bounds {
    /// What may come from whoever is trusted: any frame that fits.
    pub(crate) const FRAME: Self =
        Self { side: MOST_NUMBERS, numbers: MOST_NUMBERS, values: MOST_NUMBERS };

    /// The bounds of a reply to a question that passes `arguments`.
    pub(crate) fn of_reply(arguments: &[Passed<'_>]) -> Self {
        let mut question = Size::default();
        for argument in arguments {
            if let Passed::Value(value) = argument {
                question.measure(value);
            }
        }
        let side = (FACTOR * question.side + ROOM).min(MOST_NUMBERS);
        // Every pair of sides may come together in a product.
        let numbers = side.saturating_mul(side).max(FACTOR * question.numbers);
        Self {
            // A matrix may come back as one long row.
            side: side.max(question.numbers),
            numbers: numbers.min(MOST_NUMBERS),
            values: FACTOR * (question.values + question.side) + ROOM,
        }
    }

    /// The longest frame within these bounds, in bytes: numbers take eight, values at most fourteen more.
    pub(crate) fn bytes(&self) -> usize {
        (8 * self.numbers + 32 * self.values + LONGEST_FAULT).min(MOST_BYTES)
    }
}

/// A fault with its message, in bytes: 500 characters of up to four bytes, a place, and their heads.
const LONGEST_FAULT: usize = 8 << 10;

/// How large a question is.
#[derive(Default)]
struct Size {
    /// The longest side, or the largest count: a function may be asked for so many numbers.
    side: usize,
    numbers: usize,
    values: usize,
}

impl Size {
    fn measure(&mut self, value: &Value) {
        self.values += 1;
        match value {
            Value::Count(count) => self.reach(usize::try_from(*count).unwrap_or(usize::MAX)),
            Value::Vector(vector) => {
                self.numbers += vector.len();
                self.reach(vector.len());
            }
            Value::Matrix(matrix) => {
                self.numbers += matrix.len();
                self.reach(matrix.nrows());
                self.reach(matrix.ncols());
            }
            Value::Sequence(parts) => {
                self.reach(parts.len());
                for part in parts {
                    self.measure(part);
                }
            }
            Value::Record(fields) => {
                for (_, part) in fields {
                    self.measure(part);
                }
            }
            Value::Flag(_) | Value::Number(_) | Value::Word(_) | Value::Seed(_) => {}
        }
    }

    fn reach(&mut self, side: usize) {
        self.side = self.side.max(side.min(MOST_NUMBERS));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::Array2;

    #[test]
    fn a_reply_may_be_twice_as_large_as_the_question_and_no_more() {
        let question =
            [Passed::Value(Value::Matrix(Array2::zeros((3, 5)))), Passed::Value(Value::Count(8))];
        let bounds = Bounds::of_reply(&question);
        assert_eq!((bounds.side, bounds.numbers), (144, 144 * 144));
        assert!(bounds.bytes() < 1 << 18);
        let most = Bounds::of_reply(&[Passed::Value(Value::Count(u64::MAX))]);
        assert_eq!(most.numbers, MOST_NUMBERS);
    }
}
