//! What the grader, the template and the examiners say to each other.

use std::collections::BTreeSet;
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::Duration;

use contract::{Plain, Value, decode, encode};
use course::report::Report;
use serde_derive::{Deserialize, Serialize};

use super::toolchain::Toolchain;
use crate::sandbox::Walls;

/// What all examiners of a run have in common.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Config {
    /// The program that builds cells.
    pub(super) program: PathBuf,
    /// The seed of all properties.
    pub(super) seed: u64,
    /// The properties that are asked in processes of their own, each with its exercise.
    pub(super) hidden: BTreeSet<(String, String)>,
    /// Whether properties are put ahead; if not, every call is put when the property makes it.
    pub(super) asks_ahead: bool,
    /// The compiler and what students' code is linked with.
    pub(super) toolchain: Toolchain,
    /// What is built around students' code.
    pub(super) walls: Walls,
    /// The processor time of one call of the compiler.
    pub(super) compile_time: Duration,
    /// The longest that one call may take.
    pub(super) call_time: Duration,
    /// The longest that the calls of an exercise may take together.
    pub(super) exercise_time: Duration,
}

/// What an examiner says.
pub(super) enum Message {
    /// It begins with the exercise of this index.
    Begun(usize),
    /// It is done with the exercise of this index.
    Done(usize, Report),
    /// It cannot go on, for a reason that the submission did not bring about.
    Trouble(String),
}

impl Message {
    /// Appends the message and its length to `line`.
    pub(super) fn write(self, line: &mut impl Write) -> io::Result<()> {
        let (kind, index, value) = match self {
            Self::Begun(index) => (0_u64, index, Value::Flag(true)),
            Self::Done(index, report) => (1, index, report.to_value()),
            Self::Trouble(words) => (2, 0, Value::Word(words)),
        };
        let mut bytes = vec![0; 4];
        encode(&(kind, index as u64, value).to_value(), &mut bytes);
        let length = u32::try_from(bytes.len() - 4).map_err(io::Error::other)?;
        bytes[..4].copy_from_slice(&length.to_le_bytes());
        line.write_all(&bytes)
    }

    /// The message in `bytes`; `None` if they are anything else.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (kind, index, value) = <(u64, u64, Value)>::from_value(decode(bytes)?)?;
        let index = usize::try_from(index).ok()?;
        Some(match kind {
            0 => Self::Begun(index),
            1 => Self::Done(index, Report::from_value(value)?),
            2 => Self::Trouble(String::from_value(value)?),
            _ => return None,
        })
    }
}

/// Writes `bytes` after their length.
pub(super) fn write_block(line: &mut UnixStream, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    line.write_all(&length.to_le_bytes())?;
    line.write_all(bytes)
}

/// Reads what [`write_block`] wrote; only from the grader itself.
pub(super) fn read_block(line: &mut UnixStream) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    line.read_exact(&mut length)?;
    let mut bytes = vec![0; usize::try_from(u32::from_le_bytes(length)).map_err(io::Error::other)?];
    line.read_exact(&mut bytes)?;
    Ok(bytes)
}
