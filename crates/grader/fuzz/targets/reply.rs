//! Bytes as all that a student's program says: whatever they are, a reply keeps to the bounds of its question.

#![no_main]

use std::io::{self, Read};
use std::time::Instant;

use contract::{Callee, Connection, Limits, Passed, Remote, Value};
use ndarray::Array2;

/// A program that says `0` and listens to nothing.
struct Parrot(io::Cursor<Vec<u8>>);

impl Connection for Parrot {
    fn read_exact(&mut self, buffer: &mut [u8], _: Instant) -> io::Result<()> {
        self.0.read_exact(buffer)
    }

    fn write_all(&mut self, _: &[u8], _: Instant) -> io::Result<()> {
        Ok(())
    }

    fn hang_up(&mut self) -> String {
        String::new()
    }
}

/// Twice the longest side of the question, and the room of every reply.
const SIDE: usize = 2 * 4 + 128;

fn keeps_to_bounds(value: &Value) -> bool {
    match value {
        Value::Vector(vector) => vector.len() <= SIDE,
        Value::Matrix(matrix) => matrix.nrows() <= SIDE && matrix.ncols() <= SIDE,
        Value::Sequence(parts) => parts.len() <= SIDE && parts.iter().all(keeps_to_bounds),
        Value::Record(_) => false,
        Value::Word(_) | Value::Flag(_) | Value::Count(_) | Value::Number(_) | Value::Seed(_) => true,
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let bytes = bytes.to_vec();
    let connect = move || -> io::Result<Box<dyn Connection>> {
        Ok(Box::new(Parrot(io::Cursor::new(bytes.clone()))))
    };
    let remote = Remote::new(Box::new(connect), Limits::default());
    for _ in 0..3 {
        let arguments = vec![
            Passed::Value(Value::Matrix(Array2::zeros((3, 4)))),
            Passed::Function(std::rc::Rc::new(|value| {
                assert!(keeps_to_bounds(&value));
                Some(Value::Number(1.0))
            })),
        ];
        if let Ok(value) = remote.call("f", arguments) {
            assert!(keeps_to_bounds(&value));
        }
    }
});
