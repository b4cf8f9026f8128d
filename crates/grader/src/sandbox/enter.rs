//! How the grader's program becomes a cell: which part it was started as, and the outer one, which
//! leaves the namespaces.

use std::env;
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use nix::sched::{CloneFlags, unshare};
use nix::sys::prctl;
use nix::sys::signal::Signal;
use nix::unistd::{Uid, getegid, geteuid, getppid};

use super::confined::{CELL, SIGNALLED, cell_command};
use super::policy::{Policy, Walls};
use super::{inside, probe};
use crate::Error;

/// The exit code of a cell that could not be built.
const NOT_BUILT: u8 = 125;

/// Becomes one of the parts of a cell if the program was started as one; else returns at once.
pub(super) fn if_asked() {
    let mut arguments = env::args().skip(1);
    if arguments.next().as_deref() != Some(CELL) {
        return;
    }
    let part = arguments.next().unwrap_or_default();
    let rest = arguments.next().unwrap_or_default();
    let code = match part.as_str() {
        "outside" => {
            let parent = arguments.next().and_then(|parent| parent.parse().ok());
            with_policy(&rest, |policy, _| outside(policy, parent))
        }
        "inside" => with_policy(&rest, inside::run),
        "probe" => probe::run(&rest),
        _ => NOT_BUILT,
    };
    std::process::exit(code.into());
}

/// Runs one of the two parts; what goes wrong is written where only the grader reads. The file is there and says
/// that the cell was not built, so that this also holds where the disk is full, or the cell is killed.
fn with_policy(json: &str, part: impl FnOnce(&Policy, &File) -> Result<ExitStatus, Error>) -> u8 {
    let Ok(policy) = serde_json::from_str::<Policy>(json) else { return NOT_BUILT };
    let Ok(mut failure) = File::options().write(true).open(&policy.failure) else {
        return NOT_BUILT;
    };
    match part(&policy, &failure) {
        Ok(status) => match (status.code(), status.signal()) {
            (Some(code), _) => u8::try_from(code).unwrap_or(1),
            (None, signal) => u8::try_from(SIGNALLED + signal.unwrap_or(0)).unwrap_or(1),
        },
        Err(error) => {
            let words = error.to_string();
            let _ = failure.write_all(words.as_bytes());
            let _ = failure.set_len(words.len() as u64);
            NOT_BUILT
        }
    }
}

/// Leaves the namespaces and starts the inner part. It stays to pass on how that ended.
fn outside(policy: &Policy, parent: Option<i32>) -> Result<ExitStatus, Error> {
    prctl::set_pdeathsig(Signal::SIGKILL).map_err(Error::wall("end with the grader"))?;
    if Some(getppid().as_raw()) != parent {
        return Err(Error::Cell("the grader has ended".to_string()));
    }
    close_fds::set_fds_cloexec(3, &[]);
    if policy.walls == Walls::Namespaces {
        leave_namespaces().map_err(Error::wall("namespaces"))?;
    }
    // The kernel shall take the cell before it takes the grader.
    let _ = fs::write("/proc/self/oom_score_adj", "1000");
    let program = env::current_exe().map_err(Error::wall("own program"))?;
    let inside = cell_command(&program, "inside", policy).and_then(|mut inside| inside.status());
    inside.map_err(Error::program(&program))
}

fn leave_namespaces() -> io::Result<()> {
    let all = CloneFlags::CLONE_NEWNS
        | CloneFlags::CLONE_NEWPID
        | CloneFlags::CLONE_NEWNET
        | CloneFlags::CLONE_NEWIPC
        | CloneFlags::CLONE_NEWUTS
        | CloneFlags::CLONE_NEWCGROUP;
    if geteuid() == Uid::from_raw(0) {
        return Ok(unshare(all)?);
    }
    let (user, group) = (geteuid(), getegid());
    unshare(all | CloneFlags::CLONE_NEWUSER)?;
    fs::write("/proc/self/setgroups", "deny")?;
    fs::write("/proc/self/uid_map", format!("0 {user} 1"))?;
    fs::write("/proc/self/gid_map", format!("0 {group} 1"))
}
