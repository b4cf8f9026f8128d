//! Which questions hold a piece of an earlier answer.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::value::Value;

/// What was seen in the questions and in the answers so far, in short.
#[derive(Debug, Default)]
pub(super) struct Traces {
    asked: HashSet<u64>,
    answered: HashSet<u64>,
}

impl Traces {
    /// Notes a question; whether it holds something that was first seen in an answer.
    pub(super) fn holds_an_answer<'v>(
        &mut self,
        arguments: impl Iterator<Item = &'v Value>,
    ) -> bool {
        let mut marks = Vec::new();
        arguments.for_each(|argument| collect(argument, &mut marks));
        let is_held = marks.iter().any(|mark| self.answered.contains(mark));
        self.asked.extend(marks);
        is_held
    }

    /// Notes an answer.
    pub(super) fn note_answer(&mut self, answer: &Value) {
        let mut marks = Vec::new();
        collect(answer, &mut marks);
        let asked = &self.asked;
        // What a question held before is no secret of the answer.
        self.answered.extend(marks.into_iter().filter(|mark| !asked.contains(mark)));
    }
}

/// The marks of what `value` holds that is not there by chance: numbers with many digits, and matrices and
/// vectors whose entries differ.
fn collect(value: &Value, marks: &mut Vec<u64>) {
    match value {
        Value::Number(number) => marks.extend(mark_of_number(*number)),
        Value::Vector(vector) => marks.extend(mark_of_numbers(vector.iter().copied())),
        Value::Matrix(matrix) => {
            marks.extend(mark_of_numbers(matrix.iter().copied()));
            marks.extend(matrix.iter().copied().filter_map(mark_of_number));
        }
        Value::Sequence(parts) => parts.iter().for_each(|part| collect(part, marks)),
        Value::Record(fields) => fields.iter().for_each(|(_, part)| collect(part, marks)),
        Value::Flag(_) | Value::Count(_) | Value::Word(_) | Value::Seed(_) => {}
    }
}

fn mark_of_number(number: f64) -> Option<u64> {
    /// Numbers on a grid this fine come up by themselves: they are drawn from it.
    const GRID: f64 = 1024.0;
    let is_plain = !number.is_finite() || (number * GRID).fract() == 0.0;
    (!is_plain).then(|| number.to_bits())
}

fn mark_of_numbers(numbers: impl Iterator<Item = f64>) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    let mut first = None;
    let mut differs = false;
    for number in numbers {
        differs |= *first.get_or_insert(number) != number;
        number.to_bits().hash(&mut hasher);
    }
    differs.then(|| hasher.finish())
}

/// `value` with every number moved to its neighbour: what depends on it becomes something else.
pub(super) fn nudged(value: Value) -> Value {
    let next = |number: f64| {
        if number.is_finite() && number != 0.0 { number.next_up() } else { number }
    };
    match value {
        Value::Number(number) => Value::Number(next(number)),
        Value::Vector(vector) => Value::Vector(vector.mapv_into(next)),
        Value::Matrix(matrix) => Value::Matrix(matrix.mapv_into(next)),
        Value::Sequence(parts) => Value::Sequence(parts.into_iter().map(nudged).collect()),
        Value::Record(fields) => {
            Value::Record(fields.into_iter().map(|(name, part)| (name, nudged(part))).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_question_with_an_answer_in_it_is_told_from_one_without() {
        let mut traces = Traces::default();
        let question = Value::Matrix(array![[0.125, 0.5]]);
        assert!(!traces.holds_an_answer([&question].into_iter()));
        traces.note_answer(&Value::Matrix(array![[0.5, 0.125]]));
        traces.note_answer(&Value::Number(0.2f64.tanh()));
        assert!(!traces.holds_an_answer([&question].into_iter()), "asked before");
        assert!(!traces.holds_an_answer([&Value::Number(0.5)].into_iter()), "a plain number");
        assert!(traces.holds_an_answer([&Value::Matrix(array![[0.5, 0.125]])].into_iter()));
        assert!(traces.holds_an_answer([&Value::Number(0.2f64.tanh())].into_iter()));
    }

    #[test]
    fn a_nudge_changes_every_number_but_zero() {
        assert_eq!(nudged(Value::Number(1.0)), Value::Number(1.0 + f64::EPSILON));
        assert_eq!(nudged(Value::Matrix(array![[0.0]])), Value::Matrix(array![[0.0]]));
    }
}
