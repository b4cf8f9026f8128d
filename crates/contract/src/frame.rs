//! Frames: a kind, a length, and one value. What either side may say, and how it is packed.

use std::iter;

use crate::argument::Passed;
use crate::bounds::{Bounds, MOST_BYTES};
use crate::codec::{decode_within, encode, encode_word, open_sequence};
use crate::fault::Fault;
use crate::value::{Plain, Value};

/// Bytes before the value: the kind and the length.
pub(crate) const HEAD: usize = 5;

/// The bounds of a fault: a sequence of a kind, two words and a line.
const FAULT: Bounds = Bounds { side: 4, numbers: 0, values: 5 };

/// What is said on the line.
#[derive(Debug, PartialEq)]
pub(crate) enum Frame {
    /// Asks for a function's value. Arguments that are functions are `None`.
    Call { function: String, arguments: Vec<Option<Value>> },
    /// The value of a call.
    Value(Value),
    /// There is no value.
    Fault(Fault),
    /// Asks for the value of the function that was passed as an argument.
    CallBack { argument: usize, value: Value },
    /// What the passed function gave; `None` if it was called with the wrong thing.
    Reply(Option<Value>),
    /// Asks a student's program to judge an exercise by itself.
    Judge(String),
}

impl Frame {
    /// The bytes of a call. Functions stay here; their place is marked.
    pub(crate) fn call(function: &str, arguments: &[Passed<'_>]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let sent = arguments.iter().map(|argument| match argument {
            Passed::Value(value) => Some(value),
            Passed::Function(_) => None,
        });
        framed(0, &mut bytes, |bytes| encode_call(function, sent, bytes));
        bytes
    }

    /// The bytes of an answer.
    pub(crate) fn value(value: &Value) -> Vec<u8> {
        let mut bytes = Vec::new();
        framed(1, &mut bytes, |bytes| encode(value, bytes));
        bytes
    }

    /// Appends the frame to `bytes`.
    pub(crate) fn append_to(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Call { function, arguments } => framed(0, bytes, |bytes| {
                encode_call(function, arguments.iter().map(Option::as_ref), bytes);
            }),
            Self::Value(value) => framed(1, bytes, |bytes| encode(value, bytes)),
            Self::Fault(fault) => framed(2, bytes, |bytes| encode(&fault.to_value(), bytes)),
            Self::CallBack { argument, value } => framed(3, bytes, |bytes| {
                open_sequence(2, bytes);
                encode(&argument.to_value(), bytes);
                encode(value, bytes);
            }),
            Self::Reply(value) => framed(4, bytes, |bytes| encode_optional(value.as_ref(), bytes)),
            Self::Judge(exercise) => framed(5, bytes, |bytes| encode_word(exercise, bytes)),
        }
    }

    /// The frame alone.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.append_to(&mut bytes);
        bytes
    }

    /// The kind and the length of a frame, from its head; `None` if it is too long.
    pub(crate) fn head(bytes: [u8; HEAD]) -> Option<(u8, usize)> {
        let [kind, length @ ..] = bytes;
        let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
        (length <= MOST_BYTES).then_some((kind, length))
    }

    /// Whether these are the bytes of a call-back.
    pub(crate) fn is_call_back(bytes: &[u8]) -> bool {
        bytes.first() == Some(&3)
    }

    /// Reads a whole frame, with its head.
    pub(crate) fn parse(bytes: &[u8], bounds: &Bounds) -> Option<Self> {
        let (head, body) = bytes.split_first_chunk::<HEAD>()?;
        Self::from_bytes(head[0], body, bounds)
    }

    /// The frame of this `kind`, if its value keeps to `bounds`; a fault has bounds of its own.
    pub(crate) fn from_bytes(kind: u8, bytes: &[u8], bounds: &Bounds) -> Option<Self> {
        let value = decode_within(bytes, if kind == 2 { &FAULT } else { bounds })?;
        Some(match kind {
            0 => {
                let (Value::Word(function), arguments) = <(Value, Vec<Value>)>::from_value(value)?
                else {
                    return None;
                };
                let arguments = arguments.into_iter().map(optional).collect::<Option<_>>()?;
                Self::Call { function, arguments }
            }
            1 => Self::Value(value),
            2 => Self::Fault(Fault::from_value(value)?),
            3 => {
                let (argument, value) = Plain::from_value(value)?;
                Self::CallBack { argument, value }
            }
            4 => Self::Reply(optional(value)?),
            5 => Self::Judge(String::from_value(value)?),
            _ => return None,
        })
    }
}

/// The frames that `bytes` consist of, as far as they are whole.
pub(crate) fn frames(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    iter::from_fn(move || {
        let (_, length) = Frame::head(*rest.first_chunk()?)?;
        let (frame, after) = rest.split_at_checked(HEAD + length)?;
        rest = after;
        Some(frame)
    })
}

/// Appends a frame whose body is what `write` appends.
fn framed(kind: u8, bytes: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    let start = bytes.len();
    bytes.extend([kind, 0, 0, 0, 0]);
    write(bytes);
    let length = u32::try_from(bytes.len() - start - HEAD).unwrap_or(u32::MAX);
    bytes[start + 1..start + HEAD].copy_from_slice(&length.to_le_bytes());
}

fn encode_call<'a>(
    function: &str,
    arguments: impl ExactSizeIterator<Item = Option<&'a Value>>,
    bytes: &mut Vec<u8>,
) {
    open_sequence(2, bytes);
    encode_word(function, bytes);
    open_sequence(arguments.len(), bytes);
    arguments.for_each(|argument| encode_optional(argument, bytes));
}

fn encode_optional(value: Option<&Value>, bytes: &mut Vec<u8>) {
    open_sequence(usize::from(value.is_some()), bytes);
    if let Some(value) = value {
        encode(value, bytes);
    }
}

/// Reads what [`encode_optional`] wrote. The outer `None` says that it is something else.
#[allow(clippy::option_option)]
fn optional(value: Value) -> Option<Option<Value>> {
    Plain::from_value(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Place;

    #[test]
    fn every_frame_comes_back() {
        let place = Some(Place { file: "src/sigmoid.rs".into(), line: 7 });
        let frames = [
            Frame::Call { function: "sigmoid".into(), arguments: vec![Some(Value::Number(1.0))] },
            Frame::Call { function: "numerical_gradient".into(), arguments: vec![None] },
            Frame::Value(Value::Flag(true)),
            Frame::Fault(Fault::Panicked { message: "index out of bounds".into(), place }),
            Frame::CallBack { argument: 0, value: Value::Count(2) },
            Frame::Reply(None),
            Frame::Reply(Some(Value::Number(0.5))),
            Frame::Judge("sigmoid".into()),
        ];
        for frame in frames {
            let bytes = frame.to_bytes();
            let (head, body) = bytes.split_at(HEAD);
            let (kind, length) = Frame::head(head.try_into().unwrap()).unwrap();
            assert_eq!(length, body.len());
            assert_eq!(Frame::from_bytes(kind, body, &Bounds::FRAME), Some(frame));
        }
    }

    #[test]
    fn escape_codes_of_the_other_side_are_tamed() {
        let fault = Fault::Panicked { message: "\u{1b}[2J".into(), place: None };
        let bytes = Frame::Fault(fault).to_bytes();
        let Some(Frame::Fault(fault)) = Frame::from_bytes(bytes[0], &bytes[HEAD..], &Bounds::FRAME)
        else {
            panic!("no fault came back")
        };
        assert_eq!(fault, Fault::Panicked { message: "\u{fffd}[2J".into(), place: None });
    }
}
