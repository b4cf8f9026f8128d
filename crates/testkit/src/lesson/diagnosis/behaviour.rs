//! What a wrong function does, as a digest: answers that do the same have the same one, however they are written.
//!
//! The properties of the function run on right values, so that all answers are asked the same. What an answer says
//! on the way goes into the digest, rounded: two ways to write the same thing differ in their last digits.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use contract::{Callee, Contract, Fault, Passed, Value, attempt, raise};

use super::Reply;
use crate::lesson::Exercise;

/// How many calls of each property count.
const MOST_CALLS: usize = 40;
/// How many numbers of a reply count.
const MOST_NUMBERS: usize = 64;
/// Numbers nearer than this, absolutely below 1 and relatively above, are the same for the most part. Differences
/// of small steps, as in a numerical gradient, are uncertain by 1e-11; an edge between two steps then lies in
/// between for few of thousands of numbers.
const STEP: f64 = 1e-6;

/// The digest of what `function` does in `answers`; `None` if it does not answer.
pub(in crate::lesson) fn behaviour_of<A: Contract>(
    exercise: &'static Exercise<A>,
    function: &str,
    answers: Rc<A>,
    reference: fn() -> A,
) -> Option<u64> {
    let listener = Rc::new(Listener {
        function: function.to_string(),
        reference: reference(),
        answers,
        left: Cell::new(0),
        is_lost: Cell::new(false),
        digest: RefCell::new(Digest::new()),
    });
    let asked = A::over(Rc::clone(&listener) as Rc<dyn Callee>);
    listener.digest.borrow_mut().add(function.as_bytes());
    for property in exercise.properties.iter().filter(|property| property.function == function) {
        listener.left.set(MOST_CALLS);
        let _ = attempt(|| (property.check)(&asked));
        if listener.is_lost.get() {
            return None;
        }
    }
    Some(listener.digest.borrow().0)
}

/// Answers right, and takes down what the accused answer.
struct Listener<A> {
    function: String,
    reference: A,
    answers: Rc<A>,
    /// How many calls of the property at hand still count.
    left: Cell<usize>,
    /// Whether an answer did not come.
    is_lost: Cell<bool>,
    digest: RefCell<Digest>,
}

impl<A: Contract> Callee for Listener<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Reply {
        if function != self.function {
            return self.reference.call(function, arguments);
        }
        if self.left.get() == 0 {
            raise(Fault::Nonsense { what: "enough was asked".into() });
        }
        self.left.set(self.left.get() - 1);
        let right = self.reference.call(function, arguments.clone());
        let reply = self.answers.call(function, arguments);
        let mut digest = self.digest.borrow_mut();
        match reply {
            Ok(value) => digest.add_value(&value, &mut MOST_NUMBERS.clone()),
            Err(Fault::Panicked { .. }) => digest.add(b"panic"),
            Err(_) => {
                self.is_lost.set(true);
                raise(Fault::Nonsense { what: "nobody answers".into() });
            }
        }
        right
    }
}

/// A digest by FNV-1a, which is the same in every version of every library.
struct Digest(u64);

impl Digest {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn add_numbers<'n>(&mut self, numbers: impl Iterator<Item = &'n f64>, left: &mut usize) {
        for number in numbers.take(*left) {
            self.add(&rounded(*number).to_le_bytes());
            *left -= 1;
        }
    }

    /// Adds the kind and the shape of `value`, and as many of its numbers as are `left`.
    fn add_value(&mut self, value: &Value, left: &mut usize) {
        match value {
            Value::Flag(flag) => self.add(&[u8::from(*flag)]),
            Value::Count(count) => self.add(&count.to_le_bytes()),
            Value::Number(number) => self.add_numbers([number].into_iter(), left),
            Value::Word(word) => self.add(word.as_bytes()),
            Value::Seed(seed) => self.add(seed),
            Value::Vector(vector) => {
                self.add(&vector.len().to_le_bytes());
                self.add_numbers(vector.iter(), left);
            }
            Value::Matrix(matrix) => {
                self.add(&matrix.nrows().to_le_bytes());
                self.add(&matrix.ncols().to_le_bytes());
                self.add_numbers(matrix.iter(), left);
            }
            Value::Sequence(parts) => {
                self.add(&parts.len().to_le_bytes());
                for part in parts.iter().take(MOST_NUMBERS) {
                    self.add_value(part, left);
                }
            }
            Value::Record(fields) => {
                for (name, part) in fields {
                    self.add(name.as_bytes());
                    self.add_value(part, left);
                }
            }
        }
    }
}

/// The step in which `number` lies. What people write, such as 0 or 0.5, lies far from an edge.
#[allow(clippy::cast_possible_truncation)] // Casts saturate; at most 710 steps of a million.
fn rounded(number: f64) -> i64 {
    const SHARE: f64 = 0.381_966;
    if number.is_nan() {
        return 1 << 62;
    }
    (number.abs().ln_1p().copysign(number) / STEP + SHARE).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_differ_in_their_last_digits_are_the_same() {
        for number in [0.0, 0.5, -1.0, 1e-9, 1.0 / 3.0, -2.5e10, 1e300, 710.0] {
            let near = number * (1.0 + 4.0 * f64::EPSILON) + 1e-17;
            assert_eq!(rounded(number), rounded(near), "{number}");
            assert_ne!(rounded(number), rounded(number + 1e-4 * (1.0 + number.abs())), "{number}");
        }
        assert_eq!(rounded(0.0), rounded(-0.0));
        let ends = [f64::NAN, f64::NEG_INFINITY, f64::INFINITY, 0.0].map(rounded);
        assert_eq!(ends.iter().collect::<std::collections::BTreeSet<_>>().len(), 3 + 1);
    }

    #[test]
    fn shapes_and_kinds_count() {
        let digest = |value: &Value| {
            let mut digest = Digest::new();
            digest.add_value(value, &mut MOST_NUMBERS.clone());
            digest.0
        };
        let row = Value::Matrix(ndarray::array![[1.0, 2.0]]);
        let column = Value::Matrix(ndarray::array![[1.0], [2.0]]);
        let vector = Value::Vector(ndarray::array![1.0, 2.0]);
        let long = Value::Vector(ndarray::Array1::zeros(1 << 20));
        let all = [row, column, vector, long, Value::Flag(true), Value::Sequence(Vec::new())];
        let digests: std::collections::BTreeSet<u64> = all.iter().map(digest).collect();
        assert_eq!(digests.len(), all.len());
    }
}
