//! A running program with a student's answers, and the socket to it.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use contract::Connection;

use crate::workplace::IsCancelled;

#[cfg(not(unix))]
use std::net::{TcpListener, TcpStream as Socket};
#[cfg(unix)]
use std::os::unix::net::UnixStream as Socket;

/// How often it is asked whether the call was cancelled.
const PERIOD: Duration = Duration::from_millis(50);

/// A running program and the line to it.
pub(crate) struct Process {
    child: Child,
    line: Socket,
    is_cancelled: IsCancelled,
}

impl Process {
    /// Starts `program`. What it prints is thrown away: a flood cannot hurt, and `cargo test` shows it.
    #[cfg(unix)]
    pub(crate) fn start(program: &Path, is_cancelled: IsCancelled) -> io::Result<Self> {
        let (line, input) = Socket::pair()?;
        let input = std::os::fd::OwnedFd::from(input);
        let child = silent(program).stdin(Stdio::from(input)).spawn()?;
        Ok(Self { child, line, is_cancelled })
    }

    /// Starts `program`, which connects to a local port.
    #[cfg(not(unix))]
    pub(crate) fn start(program: &Path, is_cancelled: IsCancelled) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port().to_string();
        let mut command = silent(program);
        command.stdin(Stdio::null()).env(contract::LINE_VARIABLE, port);
        let child = command.spawn()?;
        let (line, _) = listener.accept()?;
        line.set_nodelay(true)?;
        Ok(Self { child, line, is_cancelled })
    }
}

fn silent(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    // A panic in ndarray shall name the student's line.
    command.env(contract::TRACE_VARIABLE, "1");
    command
}

impl Connection for Process {
    fn read_exact(&mut self, mut buffer: &mut [u8], deadline: Instant) -> io::Result<()> {
        while !buffer.is_empty() {
            self.line.set_read_timeout(Some(time_left(deadline)?.min(PERIOD)))?;
            match self.line.read(buffer) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(count) => buffer = &mut buffer[count..],
                Err(error) if is_silence(&error) && !(self.is_cancelled)() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn write_all(&mut self, mut bytes: &[u8], deadline: Instant) -> io::Result<()> {
        while !bytes.is_empty() {
            self.line.set_write_timeout(Some(time_left(deadline)?))?;
            match self.line.write(bytes)? {
                0 => return Err(io::ErrorKind::WriteZero.into()),
                count => bytes = &bytes[count..],
            }
        }
        Ok(())
    }

    fn hang_up(&mut self) -> String {
        // A program that died by itself has its status already; one that waits for calls is ended.
        let ended = self.child.try_wait().ok().flatten();
        let _ = self.child.kill();
        match ended.or_else(|| self.child.wait().ok()) {
            Some(status) => status.to_string(),
            None => "unknown".to_string(),
        }
    }
}

/// Whether nothing came in time, in the words of one system or another.
fn is_silence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut)
}

fn time_left(deadline: Instant) -> io::Result<Duration> {
    let left = deadline.saturating_duration_since(Instant::now());
    if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(left) }
}
