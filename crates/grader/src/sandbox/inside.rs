//! The inside of a cell: process 1, which builds the walls around itself and starts the program.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, PathBeneath, PathFd, Ruleset,
    RulesetAttr, RulesetCreatedAttr, RulesetError, Scope,
};
use nix::fcntl::{OFlag, open, openat};
use nix::sched::{CloneFlags, unshare};
use nix::sys::prctl;
use nix::sys::resource::{Resource, setrlimit};
use nix::sys::signal::Signal;
use nix::sys::stat::Mode;
use nix::unistd::{Gid, Uid, getegid, geteuid, setgroups, sethostname, setresgid, setresuid};
use seccompiler::apply_filter;

use super::confined::{NO_MEMORY, NO_STACK};
use super::policy::{Policy, Walls};
use super::{filter, root};
use crate::Error;

/// What a program that could not put the last walls around itself gives as the reason; no call of the system does.
const UNFILTERED: i32 = libc::ENOTRECOVERABLE;
/// The exit code of a program that the system cannot execute, as shells have it.
const NOT_EXECUTABLE: i32 = 126;
/// How much of the end of standard error is looked at, in bytes.
const LAST_WORDS: usize = 4 << 10;
/// Who the program runs as.
const NOBODY: u32 = 65534;

/// Builds the cell and runs the program in it. `failure` says until then that it was not built.
pub(super) fn run(policy: &Policy, failure: &File) -> Result<ExitStatus, Error> {
    end_with_parent().map_err(Error::wall("end with the cell"))?;
    let flags = OFlag::O_PATH | OFlag::O_DIRECTORY | OFlag::O_CLOEXEC;
    let processes = open("/proc", flags, Mode::empty()).map_err(Error::wall("/proc"))?;
    if policy.walls == Walls::Namespaces {
        sethostname("cell").map_err(Error::wall("host name"))?;
        root::enter(policy)?;
    }
    become_nobody(&processes, policy.walls).map_err(Error::wall("user"))?;
    // Only now: a user namespace takes the limit of its maker for all cells of the same user.
    limit(policy)?;
    drop(processes);
    // A change of user has taken it back.
    end_with_parent().map_err(Error::wall("end with the cell"))?;
    prctl::set_no_new_privs().map_err(Error::wall("no new privileges"))?;
    restrict_files(policy).map_err(Error::wall("landlock"))?;
    let mut program = filtered(policy)?;
    failure.set_len(0).map_err(Error::file(&policy.failure))?;
    match run_to_the_end(&mut program, !policy.allowance.children) {
        // No process could be made, or not behind all walls: the fault of this machine.
        Err(error)
            if matches!(error.raw_os_error(), Some(libc::EAGAIN | libc::ENOMEM | UNFILTERED)) =>
        {
            Err(Error::program(&policy.program)(error))
        }
        // The system does not take the file for a program, or does not find its interpreter. Both are what
        // the file says, so it is the end of the program and no fault of the cell.
        Err(_) => Ok(ExitStatus::from_raw(NOT_EXECUTABLE << 8)),
        Ok(status) => Ok(status),
    }
}

/// Runs `program`. If it is `heard`, the end of what it says on standard error is looked at: there the language's own
/// runtime says why it gives up. The rest is thrown away.
fn run_to_the_end(program: &mut Command, heard: bool) -> io::Result<ExitStatus> {
    if !heard {
        return program.status();
    }
    let mut child = program.stderr(Stdio::piped()).spawn()?;
    let (mut words, mut buffer) = (Vec::new(), [0; LAST_WORDS]);
    while let Some(Ok(count @ 1..)) = child.stderr.as_mut().map(|errors| errors.read(&mut buffer)) {
        words.extend_from_slice(&buffer[..count]);
        words.drain(..words.len().saturating_sub(LAST_WORDS));
    }
    let status = child.wait()?;
    let words = String::from_utf8_lossy(&words);
    let code = match status.signal() {
        Some(libc::SIGABRT) if words.contains("memory allocation of ") => NO_MEMORY,
        Some(libc::SIGABRT) if words.contains("has overflowed its stack") => NO_STACK,
        _ => return Ok(status),
    };
    Ok(ExitStatus::from_raw(code << 8))
}

/// The program, which puts the last walls around itself: it ends with the cell, and makes no other system calls than
/// those of the filter.
#[allow(unsafe_code)]
fn filtered(policy: &Policy) -> Result<Command, Error> {
    let filter = filter::of(policy.allowance.children).map_err(Error::wall("seccomp"))?;
    let mut program = Command::new(&policy.program);
    program.args(&policy.arguments).env_clear().envs(policy.environment.iter().cloned());
    program.current_dir(&policy.folder);
    let restrict = move || {
        let filtered = end_with_parent().is_ok() && apply_filter(&filter).is_ok();
        if filtered { Ok(()) } else { Err(io::Error::from_raw_os_error(UNFILTERED)) }
    };
    // SAFETY: what it does in the new process are system calls, and this process has one thread.
    unsafe { program.pre_exec(restrict) };
    Ok(program)
}

fn end_with_parent() -> nix::Result<()> {
    prctl::set_pdeathsig(Signal::SIGKILL)
}

fn limit(policy: &Policy) -> Result<(), Error> {
    let allowance = &policy.allowance;
    // First a signal that says why it ends, a second later one that cannot be caught.
    setrlimit(Resource::RLIMIT_CPU, allowance.cpu, allowance.cpu + 1)
        .map_err(Error::wall("RLIMIT_CPU"))?;
    let limits = [
        (Resource::RLIMIT_AS, allowance.memory),
        (Resource::RLIMIT_NPROC, allowance.processes),
        (Resource::RLIMIT_FSIZE, allowance.file),
        (Resource::RLIMIT_NOFILE, allowance.open_files),
        (Resource::RLIMIT_CORE, 0),
        (Resource::RLIMIT_MEMLOCK, 0),
        (Resource::RLIMIT_MSGQUEUE, 0),
    ];
    for (resource, most) in limits {
        setrlimit(resource, most, most).map_err(Error::wall(format!("{resource:?}")))?;
    }
    Ok(())
}

/// Gives up the rights of the user that this is. A user namespace of its own lets the limit of processes count this
/// cell alone; the limit binds the user `nobody` and does not bind root.
fn become_nobody(processes: &OwnedFd, walls: Walls) -> io::Result<()> {
    let is_root = geteuid() == Uid::from_raw(0);
    let is_real_root = is_root && own_map(processes)?.split_whitespace().nth(2) != Some("1");
    if is_real_root {
        setgroups(&[])?;
        let (group, user) = (Gid::from_raw(NOBODY), Uid::from_raw(NOBODY));
        setresgid(group, group, group)?;
        setresuid(user, user, user)?;
        prctl::set_dumpable(true)?;
    }
    let mapped = map_to_nobody(processes);
    prctl::set_dumpable(false)?;
    // Without namespaces, or where they may not be nested, the user that we have must do.
    if walls == Walls::Namespaces && !is_real_root { mapped } else { Ok(()) }
}

fn map_to_nobody(processes: &OwnedFd) -> io::Result<()> {
    let (user, group) = (geteuid(), getegid());
    unshare(CloneFlags::CLONE_NEWUSER)?;
    let write = |name: &str, text: String| -> io::Result<()> {
        let file = openat(processes, name, OFlag::O_WRONLY | OFlag::O_CLOEXEC, Mode::empty())?;
        File::from(file).write_all(text.as_bytes())
    };
    write("self/setgroups", "deny".to_string())?;
    write("self/uid_map", format!("{NOBODY} {user} 1"))?;
    write("self/gid_map", format!("{NOBODY} {group} 1"))
}

fn own_map(processes: &OwnedFd) -> io::Result<String> {
    let file =
        openat(processes, "self/uid_map", OFlag::O_RDONLY | OFlag::O_CLOEXEC, Mode::empty())?;
    io::read_to_string(File::from(file))
}

/// The same walls once more, from another part of the kernel. Where it has no Landlock this does
/// nothing; the doctor finds out by trying.
fn restrict_files(policy: &Policy) -> Result<(), RulesetError> {
    let abi = ABI::V6;
    let ruleset = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(abi))?
        .handle_access(AccessNet::from_all(abi))?
        .scope(Scope::from_all(abi))?;
    let read = AccessFs::ReadFile | AccessFs::ReadDir | AccessFs::Execute;
    let devices = AccessFs::ReadFile | AccessFs::WriteFile;
    let mut created = ruleset.create()?;
    for path in &policy.readable {
        created = allow(created, path, read)?;
    }
    created = allow(created, Path::new("/dev"), devices)?;
    if policy.walls == Walls::Namespaces {
        created = allow(created, Path::new("/tmp"), AccessFs::from_all(abi))?;
    }
    if let Some(path) = &policy.writable {
        created = allow(created, path, AccessFs::from_all(abi))?;
    }
    created.restrict_self().map(|_| ())
}

fn allow(
    ruleset: landlock::RulesetCreated,
    path: &Path,
    access: landlock::BitFlags<AccessFs>,
) -> Result<landlock::RulesetCreated, RulesetError> {
    let Ok(file) = PathFd::new(path) else { return Ok(ruleset) };
    let access = if path.is_dir() { access } else { access & AccessFs::from_file(ABI::V6) };
    ruleset.add_rule(PathBeneath::new(file, access))
}
