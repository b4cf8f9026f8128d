//! Values as bytes. The decoder trusts nothing: no count is believed beyond the bytes that are there or
//! beyond the [`Bounds`] of the question, and nesting is bounded.

use ndarray::{Array1, Array2};

use crate::bounds::Bounds;
use crate::layout::Layout;
use crate::value::Value;

/// The deepest nesting that is read: a sequence of tuples of matrices needs three.
const DEEPEST: usize = 8;

/// Appends `value` to `bytes`.
pub fn encode(value: &Value, bytes: &mut Vec<u8>) {
    match value {
        Value::Flag(flag) => bytes.extend([0, u8::from(*flag)]),
        Value::Count(count) => {
            bytes.push(1);
            bytes.extend(count.to_le_bytes());
        }
        Value::Number(number) => {
            bytes.push(2);
            bytes.extend(number.to_le_bytes());
        }
        Value::Word(word) => encode_word(word, bytes),
        Value::Seed(seed) => {
            bytes.push(4);
            bytes.extend(seed);
        }
        Value::Vector(vector) => {
            bytes.push(5);
            push_length(vector.len(), bytes);
            push_numbers(vector.iter(), bytes);
        }
        Value::Matrix(matrix) => {
            bytes.push(6);
            push_length(matrix.nrows(), bytes);
            push_length(matrix.ncols(), bytes);
            bytes.push(Layout::seen_in(matrix) as u8);
            push_numbers(matrix.iter(), bytes);
        }
        Value::Sequence(parts) => encode_all(parts.iter(), bytes),
        // Names are known on both sides; a record is read back as a sequence.
        Value::Record(fields) => encode_all(fields.iter().map(|(_, part)| part), bytes),
    }
}

/// Appends the sequence of `parts`.
fn encode_all<'a>(parts: impl ExactSizeIterator<Item = &'a Value>, bytes: &mut Vec<u8>) {
    open_sequence(parts.len(), bytes);
    parts.for_each(|part| encode(part, bytes));
}

/// Appends the head of a sequence; `length` values have to follow.
pub(crate) fn open_sequence(length: usize, bytes: &mut Vec<u8>) {
    bytes.push(7);
    push_length(length, bytes);
}

/// Appends a word.
pub(crate) fn encode_word(word: &str, bytes: &mut Vec<u8>) {
    bytes.push(3);
    push_length(word.len(), bytes);
    bytes.extend(word.as_bytes());
}

fn push_numbers<'a>(numbers: impl ExactSizeIterator<Item = &'a f64>, bytes: &mut Vec<u8>) {
    bytes.reserve(8 * numbers.len());
    numbers.for_each(|z| bytes.extend_from_slice(&z.to_le_bytes()));
}

fn push_length(length: usize, bytes: &mut Vec<u8>) {
    let length = u32::try_from(length).expect("frames are far below 4 GiB");
    bytes.extend(length.to_le_bytes());
}

/// Reads one value that fills `bytes`, or `None` if they are anything else.
pub fn decode(bytes: &[u8]) -> Option<Value> {
    decode_within(bytes, &Bounds::FRAME)
}

/// As [`decode`], but a value beyond `bounds` is `None`, too: nothing is built of it.
pub(crate) fn decode_within(bytes: &[u8], bounds: &Bounds) -> Option<Value> {
    let mut reader = Reader { rest: bytes, left: *bounds };
    let value = reader.value(0)?;
    reader.rest.is_empty().then_some(value)
}

struct Reader<'a> {
    rest: &'a [u8],
    /// The longest side, and how many numbers and values may still come.
    left: Bounds,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        self.left.values = self.left.values.checked_sub(1)?;
        Some(match self.array::<1>()?[0] {
            0 => match self.array::<1>()?[0] {
                0 => Value::Flag(false),
                1 => Value::Flag(true),
                _ => return None,
            },
            1 => Value::Count(u64::from_le_bytes(self.array()?)),
            2 => Value::Number(f64::from_le_bytes(self.array()?)),
            3 => {
                let length = self.u32()?;
                Value::Word(String::from_utf8(self.take(length)?.to_vec()).ok()?)
            }
            4 => Value::Seed(self.array()?),
            5 => {
                let length = self.length()?;
                Value::Vector(Array1::from_vec(self.numbers(length)?))
            }
            6 => self.matrix()?,
            7 => {
                let length = self.length()?;
                // Every part takes at least two bytes.
                if length > self.rest.len() / 2 {
                    return None;
                }
                Value::Sequence((0..length).map(|_| self.value(depth + 1)).collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }

    fn matrix(&mut self) -> Option<Value> {
        let (rows, columns) = (self.length()?, self.length()?);
        let layout = *Layout::ALL.get(usize::from(self.array::<1>()?[0]))?;
        let numbers = self.numbers(rows.checked_mul(columns)?)?;
        let matrix = Array2::from_shape_vec((rows, columns), numbers).ok()?;
        Some(Value::Matrix(if layout == Layout::Rows { matrix } else { layout.of(&matrix) }))
    }

    fn numbers(&mut self, count: usize) -> Option<Vec<f64>> {
        self.left.numbers = self.left.numbers.checked_sub(count)?;
        let bytes = self.take(count.checked_mul(8)?)?;
        Some(bytes.as_chunks::<8>().0.iter().map(|z| f64::from_le_bytes(*z)).collect())
    }

    /// The length of a side.
    fn length(&mut self) -> Option<usize> {
        self.u32().filter(|length| *length <= self.left.side)
    }

    fn u32(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.array()?)).ok()
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn there_and_back(value: &Value) -> Value {
        let mut bytes = Vec::new();
        encode(value, &mut bytes);
        decode(&bytes).expect("what was encoded can be decoded")
    }

    #[test]
    fn every_kind_of_value_comes_back() {
        let values = vec![
            Value::Flag(true),
            Value::Count(u64::MAX),
            Value::Number(-0.0),
            Value::Word("LeakyRelu".into()),
            Value::Seed([7; 32]),
            Value::Vector(array![1.0, f64::MIN_POSITIVE]),
            Value::Matrix(array![[1.0, 2.0], [3.0, f64::INFINITY]]),
            Value::Matrix(Array2::zeros((0, 3))),
            Value::Sequence(vec![Value::Sequence(vec![]), Value::Flag(false)]),
        ];
        let all = Value::Sequence(values);
        assert_eq!(there_and_back(&all), all);
    }

    #[test]
    fn a_matrix_keeps_its_memory_layout() {
        let matrix = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
        for layout in Layout::ALL {
            let Value::Matrix(back) = there_and_back(&Value::Matrix(layout.of(&matrix))) else {
                panic!("a matrix became something else")
            };
            assert_eq!(back, matrix);
            assert_eq!(Layout::seen_in(&back), layout);
        }
    }

    #[test]
    fn damaged_bytes_are_refused() {
        let mut bytes = Vec::new();
        encode(&Value::Sequence(vec![Value::Matrix(array![[1.0, 2.0]])]), &mut bytes);
        for end in 0..bytes.len() {
            assert_eq!(decode(&bytes[..end]), None, "cut at {end}");
        }
        let claims_too_much = [7, 255, 255, 255, 255, 0, 0];
        assert_eq!(decode(&claims_too_much), None);
        let too_deep = [7, 1, 0, 0, 0].repeat(100);
        assert_eq!(decode(&too_deep), None);
    }

    #[test]
    fn what_is_beyond_the_bounds_is_refused() {
        let bounds = Bounds { side: 4, numbers: 6, values: 5 };
        let fits = |value: &Value| {
            let mut bytes = Vec::new();
            encode(value, &mut bytes);
            decode_within(&bytes, &bounds).is_some()
        };
        assert!(fits(&Value::Matrix(Array2::zeros((2, 3)))));
        assert!(!fits(&Value::Matrix(Array2::zeros((5, 0)))), "a side without numbers");
        assert!(!fits(&Value::Matrix(Array2::zeros((3, 3)))), "too many numbers");
        let flags = |count| Value::Sequence(vec![Value::Flag(true); count]);
        assert!(fits(&flags(4)) && !fits(&flags(5)));
        assert!(!fits(&Value::Sequence(vec![flags(2), flags(2)])), "too many values");
    }
}
