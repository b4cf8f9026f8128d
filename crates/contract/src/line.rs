//! The line to a process that answers, as the asking side sees it.

use std::io;
use std::time::{Duration, Instant};

use crate::fault::Fault;
use crate::frame::{Frame, HEAD};

/// A line to a process that answers. Reading and writing end with an error of kind `TimedOut` or
/// `WouldBlock` at the deadline, and with `InvalidData` if more was said than was asked for.
pub trait Connection {
    /// Fills `buffer`.
    fn read_exact(&mut self, buffer: &mut [u8], deadline: Instant) -> io::Result<()>;
    /// Writes all of `bytes`.
    fn write_all(&mut self, bytes: &[u8], deadline: Instant) -> io::Result<()>;
    /// Ends the process and says how it ended, in a few words.
    fn hang_up(&mut self) -> String;
    /// Why the conversation broke off, if that is known. Asked after [`hang_up`](Self::hang_up).
    fn reason(&self) -> Option<Reason> {
        None
    }
}

/// A reason for which a conversation broke off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The process computed nothing while it was waited for.
    Waiting,
    /// It wanted more memory than there is for it.
    Memory,
    /// Its stack was too small for it.
    Stack,
}

/// How much patience there is with an answer.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest that one call may take.
    pub time: Duration,
    /// How often a function may end its process or talk nonsense before it is not called again.
    /// A function that did not answer in time is never called again.
    pub faults: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(10), faults: 3 }
    }
}

/// How a conversation broke off.
pub(crate) enum Break {
    TooLate,
    Ended,
    Nonsense,
}

impl Break {
    /// The fault of a call of `function`; `how` says how the process ended, and `reason` why, if that is
    /// known.
    pub(crate) fn fault(
        self,
        function: &str,
        (how, reason): (String, Option<Reason>),
        limits: Limits,
    ) -> Fault {
        let (function, seconds) = (function.to_string(), limits.time.as_secs());
        match (self, reason) {
            (Self::TooLate, Some(Reason::Waiting)) => Fault::Waiting { function, seconds },
            (Self::TooLate, _) => Fault::TimedOut { function, seconds },
            (Self::Ended, Some(Reason::Memory)) => Fault::OutOfMemory { function },
            (Self::Ended, Some(Reason::Stack)) => Fault::StackOverflow { function },
            (Self::Ended, _) => Fault::Crashed { function, how },
            (Self::Nonsense, _) => {
                Fault::Nonsense { what: "it does not keep to the protocol".into() }
            }
        }
    }
}

impl From<io::Error> for Break {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::TooLate,
            io::ErrorKind::InvalidData => Self::Nonsense,
            _ => Self::Ended,
        }
    }
}

/// The bytes of the next frame, of which at most `most` may follow its head.
pub(crate) fn receive(
    connection: &mut dyn Connection,
    most: usize,
    deadline: Instant,
) -> Result<Vec<u8>, Break> {
    let mut head = [0; HEAD];
    connection.read_exact(&mut head, deadline)?;
    let (_, length) =
        Frame::head(head).filter(|(_, length)| *length <= most).ok_or(Break::Nonsense)?;
    let mut bytes = vec![0; HEAD + length];
    bytes[..HEAD].copy_from_slice(&head);
    connection.read_exact(&mut bytes[HEAD..], deadline)?;
    Ok(bytes)
}
