//! The answering side: reads calls, gives values.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{self, BufReader, Read, Write};
use std::process::ExitCode;
use std::rc::Rc;
use std::thread;

use crate::argument::Passed;
use crate::bounds::Bounds;
use crate::callee::Callee;
use crate::fault::{Fault, raise};
use crate::frame::{Frame, HEAD};
use crate::socket;
use crate::value::Value;

/// The environment variable that names the line to answer on, as [`Listener::name`](crate::Listener::name)
/// gives it, where standard input is not the line.
pub const LINE_VARIABLE: &str = "GRADLINGS_LINE";

/// The most bytes that are read at once.
const AHEAD: usize = 1 << 16;

/// Answers calls that come on `line` until it ends. Calls may come many at a time; what is answered
/// then goes back together.
pub fn serve<L: Read + Write>(answers: &dyn Callee, line: L) -> io::Result<()> {
    let line = &RefCell::new(Talk::on(line));
    loop {
        // Borrowed for this statement only: a call may call back on the same line.
        let call = line.borrow_mut().next_call()?;
        let (function, arguments) = match call {
            None => return Ok(()),
            Some(Asked::Judge(exercise)) => {
                let frame = answer(answers.judge(&exercise));
                line.borrow_mut().answer(&frame)?;
                continue;
            }
            Some(Asked::Call(function, arguments)) => (function, arguments),
        };
        let passed = arguments
            .into_iter()
            .enumerate()
            .map(|(i, argument)| match argument {
                Some(value) => Passed::Value(value),
                None => Passed::Function(Rc::new(move |value| call_back(line, i, value))),
            })
            .collect();
        let frame = answer(answers.call(&function, passed));
        line.borrow_mut().answer(&frame)?;
    }
}

fn answer(outcome: Result<Value, Fault>) -> Frame {
    outcome.map_or_else(Frame::Fault, Frame::Value)
}

/// A line, and what was said on it that counts later.
struct Talk<L> {
    line: BufReader<L>,
    /// What goes back when nothing more is there to be read.
    answered: Vec<u8>,
    /// The replies to call-backs of the next call that are known beforehand.
    told: HashMap<Vec<u8>, Option<Value>>,
}

/// What is asked.
enum Asked {
    /// A function's name and its arguments.
    Call(String, Vec<Option<Value>>),
    /// The name of an exercise.
    Judge(String),
}

impl<L: Read + Write> Talk<L> {
    fn on(line: L) -> Self {
        let line = BufReader::with_capacity(AHEAD, line);
        Self { line, answered: Vec::new(), told: HashMap::new() }
    }

    /// The next call, `None` at the end of the line.
    fn next_call(&mut self) -> io::Result<Option<Asked>> {
        self.told.clear();
        loop {
            match receive(&mut self.line)? {
                None => return Ok(None),
                Some(Frame::Call { function, arguments }) => {
                    return Ok(Some(Asked::Call(function, arguments)));
                }
                Some(Frame::Judge(exercise)) => return Ok(Some(Asked::Judge(exercise))),
                Some(call_back @ Frame::CallBack { .. }) => {
                    let Some(Frame::Reply(reply)) = receive(&mut self.line)? else {
                        return Err(io::Error::other("a reply was expected"));
                    };
                    self.told.insert(call_back.to_bytes(), reply);
                }
                Some(_) => return Err(io::Error::other("a call was expected")),
            }
        }
    }

    fn answer(&mut self, frame: &Frame) -> io::Result<()> {
        frame.append_to(&mut self.answered);
        if self.answered.len() >= AHEAD || !holds_a_frame(self.line.buffer()) {
            self.send()?;
        }
        Ok(())
    }

    fn send(&mut self) -> io::Result<()> {
        self.line.get_mut().write_all(&self.answered)?;
        self.line.get_mut().flush()?;
        self.answered.clear();
        Ok(())
    }

    /// The reply to a call-back, which is asked for unless it is known.
    fn reply(&mut self, call_back: &Frame) -> io::Result<Option<Value>> {
        let bytes = call_back.to_bytes();
        self.answered.extend_from_slice(&bytes);
        if let Some(reply) = self.told.get(&bytes) {
            let reply = reply.clone();
            if self.answered.len() >= AHEAD {
                self.send()?;
            }
            return Ok(reply);
        }
        self.send()?;
        match receive(&mut self.line)? {
            Some(Frame::Reply(reply)) => Ok(reply),
            _ => Err(io::Error::other("a reply was expected")),
        }
    }
}

/// Answers calls on the line that [`LINE_VARIABLE`] names, until whoever holds standard input lets it go:
/// then the process ends, whatever it does. Where the variable is not set, standard input is the line,
/// which the caller has made a socket. Where [`TRACE_VARIABLE`](crate::TRACE_VARIABLE) is set, panics in
/// libraries are traced. A line that breaks is told on standard error.
pub fn serve_standard_input(answers: &dyn Callee) -> ExitCode {
    if std::env::var_os(crate::TRACE_VARIABLE).is_some() {
        crate::trace_panics();
    }
    let served = match std::env::var(LINE_VARIABLE) {
        Ok(name) => end_with_standard_input()
            .and_then(|()| socket::connect(&name))
            .and_then(|line| serve(answers, line)),
        Err(_) => standard_line().and_then(|line| serve(answers, line)),
    };
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Ends this process when standard input ends, which it does with the process that holds its other side.
/// An answer that reads standard input waits, because it is locked.
fn end_with_standard_input() -> io::Result<()> {
    let wait = || {
        let _ = io::copy(&mut io::stdin().lock(), &mut io::sink());
        std::process::exit(1)
    };
    // A thread without a name would be taken for one that an answer has started.
    thread::Builder::new().name("end".into()).spawn(wait).map(drop)
}

#[cfg(unix)]
fn standard_line() -> io::Result<std::os::unix::net::UnixStream> {
    use std::os::fd::AsFd;
    Ok(io::stdin().as_fd().try_clone_to_owned()?.into())
}

#[cfg(not(unix))]
fn standard_line() -> io::Result<socket::Socket> {
    Err(io::Error::other("no line to answer on"))
}

fn call_back<L: Read + Write>(
    line: &RefCell<Talk<L>>,
    argument: usize,
    value: Value,
) -> Option<Value> {
    let reply = line.borrow_mut().reply(&Frame::CallBack { argument, value });
    let what = "the line broke in the middle of a call";
    reply.unwrap_or_else(|_| raise(Fault::Nonsense { what: what.into() }))
}

/// Whether the next frame is there as a whole, so that reading it does not wait for anybody.
fn holds_a_frame(bytes: &[u8]) -> bool {
    let head = bytes.first_chunk::<HEAD>().and_then(|head| Frame::head(*head));
    head.is_some_and(|(_, length)| bytes.len() - HEAD >= length)
}

/// The next frame, `None` at the end of the line.
fn receive(line: &mut impl Read) -> io::Result<Option<Frame>> {
    let mut head = [0; HEAD];
    match line.read_exact(&mut head) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let bad = || io::Error::other("not a frame");
    let (kind, length) = Frame::head(head).ok_or_else(bad)?;
    let mut body = vec![0; length];
    line.read_exact(&mut body)?;
    Frame::from_bytes(kind, &body, &Bounds::FRAME).ok_or_else(bad).map(Some)
}
