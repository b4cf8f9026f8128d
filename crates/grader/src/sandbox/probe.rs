//! Attempts to escape, made from inside a cell. Each prints one line: whether it was held back, its name, and
//! how it ended in a few words.

use std::fs;
use std::io::Write;
use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::path::Path;
use std::thread;
use std::time::Duration;

use nix::sched::{CloneFlags, unshare};
use nix::sys::{prctl, ptrace, signal};
use nix::unistd::{Pid, Uid, getppid, getuid, setuid};
use serde_derive::{Deserialize, Serialize};

/// What the probe is to try.
#[derive(Serialize, Deserialize)]
pub(super) struct Task {
    /// Where a server listens, outside.
    pub(super) listener: SocketAddr,
    /// The process of the grader, outside.
    pub(super) grader: i32,
    /// A file outside that the user may read.
    pub(super) secret: String,
    /// A folder outside that the user may write to.
    pub(super) folder: String,
    /// A folder that the cell shows, read-only.
    pub(super) shown: String,
    /// Bytes that the cell may map.
    pub(super) memory: u64,
    /// Processes that it may have.
    pub(super) processes: u64,
}

impl Task {
    /// The task as an argument of the probe.
    pub(super) fn to_argument(&self) -> String {
        serde_json::to_string(self).expect("a task is plain text and numbers")
    }
}

/// The attempts, in the order in which they are made.
pub(super) const ATTEMPTS: [Attempt; 17] = [
    ("read a file of the grader", |task| refused(fs::read(&task.secret))),
    ("read /etc/passwd", |_| refused(fs::read("/etc/passwd"))),
    ("read /proc", |_| refused(fs::read_dir("/proc"))),
    ("list the root", |_| refused(fs::read_dir("/"))),
    ("write outside", |task| refused(fs::write(Path::new(&task.folder).join("mark"), "x"))),
    ("write to what is shown", |task| refused(fs::write(Path::new(&task.shown).join("mark"), "x"))),
    ("call a server", |task| {
        refused(TcpStream::connect_timeout(&task.listener, Duration::from_millis(300)))
    }),
    ("open a socket", |_| refused(UdpSocket::bind("127.0.0.1:0"))),
    ("see the grader's process", |task| refused(signal::kill(Pid::from_raw(task.grader), None))),
    ("kill its keeper", |_| survives()),
    (
        "be root",
        |_| if getuid() == Uid::from_raw(0) { Outcome::escaped("is root") } else { no_root() },
    ),
    ("trace", |_| refused(ptrace::traceme())),
    ("make a namespace", |_| refused(unshare(CloneFlags::CLONE_NEWUSER))),
    ("gain privileges", |_| match prctl::get_no_new_privs() {
        Ok(false) => Outcome::escaped("no_new_privs is off"),
        _ => Outcome::held("no_new_privs"),
    }),
    ("odd system calls", |_| odd_calls()),
    ("map too much memory", |task| too_much_memory(task.memory)),
    ("start too many processes", |task| too_many_processes(task.processes)),
];

/// The name of an attempt, and what makes it.
type Attempt = (&'static str, fn(&Task) -> Outcome);

/// How an attempt to escape ended.
pub(super) struct Outcome {
    is_held: bool,
    how: String,
}

impl Outcome {
    fn held(how: impl Into<String>) -> Self {
        Self { is_held: true, how: how.into() }
    }

    fn escaped(how: impl Into<String>) -> Self {
        Self { is_held: false, how: how.into() }
    }
}

/// Makes every attempt; the exit code of the probe.
pub(super) fn run(task: &str) -> u8 {
    let Ok(task) = serde_json::from_str::<Task>(task) else { return 2 };
    for (name, attempt) in ATTEMPTS {
        let Outcome { is_held, how } = attempt(&task);
        let word = if is_held { "held" } else { "escaped" };
        println!("{word}\t{name}\t{}", how.replace(['\t', '\n'], " "));
    }
    u8::from(std::io::stdout().flush().is_err())
}

fn refused<T, E: std::fmt::Display>(result: Result<T, E>) -> Outcome {
    match result {
        Ok(_) => Outcome::escaped("nothing stopped it"),
        Err(error) => Outcome::held(error.to_string()),
    }
}

/// Signals to process 1 of a namespace from within are dropped; elsewhere the attempt is not made,
/// because the keeper would be hit.
fn survives() -> Outcome {
    if getppid() != Pid::from_raw(1) {
        return Outcome::escaped("its keeper is within reach");
    }
    let _ = signal::kill(Pid::from_raw(1), signal::Signal::SIGKILL);
    thread::sleep(Duration::from_millis(5));
    Outcome::held("it lives on")
}

fn no_root() -> Outcome {
    refused(setuid(Uid::from_raw(0)))
}

/// Calls that programs rarely need and kernels often get wrong. With arguments that do nothing,
/// a call that exists complains about them; one that is filtered does not exist.
#[allow(unsafe_code)]
fn odd_calls() -> Outcome {
    let calls = [
        ("io_uring_setup", libc::SYS_io_uring_setup),
        ("keyctl", libc::SYS_keyctl),
        ("bpf", libc::SYS_bpf),
        ("userfaultfd", libc::SYS_userfaultfd),
        ("perf_event_open", libc::SYS_perf_event_open),
        ("mount", libc::SYS_mount),
        ("process_vm_readv", libc::SYS_process_vm_readv),
        ("init_module", libc::SYS_init_module),
        ("kexec_load", libc::SYS_kexec_load),
        ("clone3", libc::SYS_clone3),
    ];
    let exists = |number: libc::c_long| {
        // SAFETY: null pointers and zero lengths: the kernel reads and writes nothing of ours.
        let result = unsafe { libc::syscall(number, 0, 0, 0, 0, 0, 0) };
        result != -1 || nix::errno::Errno::last() != nix::errno::Errno::ENOSYS
    };
    let open: Vec<&str> =
        calls.into_iter().filter(|(_, number)| exists(*number)).map(|(name, _)| name).collect();
    if open.is_empty() { Outcome::held("none exists") } else { Outcome::escaped(open.join(", ")) }
}

fn too_much_memory(most: u64) -> Outcome {
    let size = usize::try_from(most).unwrap_or(usize::MAX);
    let mut memory: Vec<u8> = Vec::new();
    refused(memory.try_reserve_exact(size))
}

fn too_many_processes(most: u64) -> Outcome {
    let start = |_| {
        let sleep = || thread::sleep(Duration::from_millis(200));
        thread::Builder::new().stack_size(1 << 16).spawn(sleep)
    };
    let threads: std::io::Result<Vec<_>> = (0..most).map(start).collect();
    refused(threads)
}
