//! The line from a student's program to the runner that started it.
//!
//! On Linux it is a socket with a name that lies in no folder, elsewhere a port of this machine.
//! Standard input is not used: an answer may read it, and would take what was meant for the server.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

#[cfg(target_os = "linux")]
mod system {
    use std::io;
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::SocketAddr;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{SystemTime, UNIX_EPOCH};

    pub use std::os::unix::net::UnixStream as Socket;

    pub(super) type Inner = std::os::unix::net::UnixListener;

    pub(super) fn listen() -> io::Result<(Inner, String)> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        let name = format!("gradlings-{}-{count}-{time}", std::process::id());
        Ok((Inner::bind_addr(&SocketAddr::from_abstract_name(&name)?)?, name))
    }

    pub(super) fn connect(name: &str) -> io::Result<Socket> {
        Socket::connect_addr(&SocketAddr::from_abstract_name(name)?)
    }

    pub(super) fn prepare(_: &Socket) {}
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::io;

    pub use std::net::TcpStream as Socket;

    pub(super) type Inner = std::net::TcpListener;

    pub(super) fn listen() -> io::Result<(Inner, String)> {
        let listener = Inner::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port().to_string();
        Ok((listener, port))
    }

    pub(super) fn connect(port: &str) -> io::Result<Socket> {
        let port = port.parse().map_err(io::Error::other)?;
        let socket = Socket::connect(("127.0.0.1", port))?;
        prepare(&socket);
        Ok(socket)
    }

    /// Has small frames sent at once, where that can be had.
    pub(super) fn prepare(socket: &Socket) {
        let _ = socket.set_nodelay(true);
    }
}

pub use system::Socket;

/// How often it is looked whether a program has called.
const PERIOD: Duration = Duration::from_millis(1);

/// Waits for a program to call.
pub struct Listener {
    inner: system::Inner,
    name: String,
}

impl Listener {
    /// A listener under a name of its own.
    ///
    /// # Errors
    /// If the system has no socket to give.
    pub fn open() -> io::Result<Self> {
        let (inner, name) = system::listen()?;
        inner.set_nonblocking(true)?;
        Ok(Self { inner, name })
    }

    /// The name by which the program calls, for [`LINE_VARIABLE`](crate::LINE_VARIABLE).
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The line to the program that calls, which is waited for until `deadline`, and no longer than
    /// `is_running`.
    ///
    /// # Errors
    /// If nobody calls.
    pub fn accept(
        &self,
        mut is_running: impl FnMut() -> bool,
        deadline: Instant,
    ) -> io::Result<Socket> {
        loop {
            match self.inner.accept() {
                Ok((socket, _)) => {
                    socket.set_nonblocking(false)?;
                    system::prepare(&socket);
                    return Ok(socket);
                }
                Err(error) if error.kind() != io::ErrorKind::WouldBlock => return Err(error),
                Err(_) if Instant::now() >= deadline => return Err(io::ErrorKind::TimedOut.into()),
                Err(_) if !is_running() => return Err(io::ErrorKind::ConnectionAborted.into()),
                Err(_) => thread::sleep(PERIOD),
            }
        }
    }
}

/// Calls the listener called `name`.
pub(crate) fn connect(name: &str) -> io::Result<Socket> {
    system::connect(name)
}
