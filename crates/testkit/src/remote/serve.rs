//! The answering side: reads calls, gives values.

use std::cell::RefCell;
use std::io::{self, BufReader, Read, Write};
use std::rc::Rc;

use crate::contract::{Callee, Passed};
use crate::fault::{Fault, raise};
use crate::remote::frame::{Frame, HEAD};
use crate::value::Value;

/// The environment variable that names the port to call, where standard input is no socket.
pub const LINE_VARIABLE: &str = "GRADLINGS_LINE";

/// The most bytes that are read at once.
const AHEAD: usize = 1 << 16;

/// Answers calls that come on `line` until it ends. Calls may come many at a time; what is answered
/// then goes back together.
pub fn serve<L: Read + Write>(answers: &dyn Callee, line: L) -> io::Result<()> {
    let line = &RefCell::new(BufReader::with_capacity(AHEAD, line));
    let mut answered = Vec::new();
    loop {
        // Borrowed for this statement only: a call may call back on the same line.
        let frame = receive(&mut *line.borrow_mut())?;
        let Some(frame) = frame else { return Ok(()) };
        let Frame::Call { function, arguments } = frame else {
            return Err(io::Error::other("a call was expected"));
        };
        let passed = arguments
            .into_iter()
            .enumerate()
            .map(|(i, argument)| match argument {
                Some(value) => Passed::Value(value),
                None => Passed::Function(Rc::new(move |value| call_back(line, i, value))),
            })
            .collect();
        let frame = match answers.call(&function, passed) {
            Ok(value) => Frame::Value(value),
            Err(fault) => Frame::Fault(fault),
        };
        frame.append_to(&mut answered);
        let mut line = line.borrow_mut();
        if answered.len() >= AHEAD || !holds_a_frame(line.buffer()) {
            line.get_mut().write_all(&answered)?;
            line.get_mut().flush()?;
            answered.clear();
        }
    }
}

/// Whether the next frame is there as a whole, so that reading it does not wait for anybody.
fn holds_a_frame(bytes: &[u8]) -> bool {
    let head = bytes.first_chunk::<HEAD>().and_then(|head| Frame::head(*head));
    head.is_some_and(|(_, length)| bytes.len() - HEAD >= length)
}

/// Answers calls on standard input, which the caller has made a socket; elsewhere than on Unix, on
/// a connection to the local port in [`LINE_VARIABLE`]. Where
/// [`TRACE_VARIABLE`](crate::TRACE_VARIABLE) is set, panics in libraries are traced.
pub fn serve_standard_input(answers: &dyn Callee) -> io::Result<()> {
    if std::env::var_os(crate::TRACE_VARIABLE).is_some() {
        crate::trace_panics();
    }
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        let socket = io::stdin().as_fd().try_clone_to_owned()?;
        serve(answers, std::os::unix::net::UnixStream::from(socket))
    }
    #[cfg(not(unix))]
    {
        let port = std::env::var(LINE_VARIABLE).ok().and_then(|port| port.parse::<u16>().ok());
        let port = port.ok_or_else(|| io::Error::other("no port to call"))?;
        let line = std::net::TcpStream::connect(("127.0.0.1", port))?;
        line.set_nodelay(true)?;
        serve(answers, line)
    }
}

fn call_back<L: Read + Write>(
    line: &RefCell<BufReader<L>>,
    argument: usize,
    value: Value,
) -> Option<Value> {
    let mut line = line.borrow_mut();
    let reply = send(line.get_mut(), &Frame::CallBack { argument, value })
        .and_then(|()| receive(&mut *line));
    match reply {
        Ok(Some(Frame::Reply(value))) => value,
        _ => raise(Fault::Nonsense { what: "the line broke in the middle of a call".into() }),
    }
}

fn send(line: &mut impl Write, frame: &Frame) -> io::Result<()> {
    line.write_all(&frame.to_bytes())?;
    line.flush()
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
    Frame::from_bytes(kind, &body).ok_or_else(bad).map(Some)
}
