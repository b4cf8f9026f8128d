//! `cargo grade doctor`: how much the sandbox holds on this machine, found by trying to escape from it.

#[cfg(target_os = "linux")]
use std::fmt::Write as _;
use std::path::Path;

use crate::Error;
#[cfg(target_os = "linux")]
use crate::sandbox::{CellLauncher, Examination, Tier, Walls, examine};

/// Every attempt to escape from a cell of `program`, which calls
/// [`enter_if_asked`](crate::sandbox::enter_if_asked) first, in the workspace at `root`; the tier that held;
/// and what to do to reach a higher one.
///
/// # Errors
/// If the target folder cannot be written, or no process can be started.
#[cfg(target_os = "linux")]
pub(super) fn diagnose(program: &Path, root: &Path) -> Result<String, Error> {
    use crate::judge::system_folders;

    let folder = root.join("target").join("grader");
    let folder = folder.join(format!("doctor-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let launcher = CellLauncher { program: program.to_path_buf() };
    let examinations = examine(&launcher, program, &system_folders(), &folder);
    std::fs::remove_dir_all(&folder).map_err(Error::file(&folder))?;
    let (failed, last) = examinations?;
    let tier = last.tier();
    let mut text: String = failed.iter().chain([&last]).map(attempts).collect();
    let _ = writeln!(text, "This machine holds tier `{tier}`: {}", promise(tier));
    Ok(text + advice(tier))
}

/// What to do on a system without a sandbox.
#[cfg(not(target_os = "linux"))]
pub(super) fn diagnose(_: &Path, _: &Path) -> Result<String, Error> {
    Ok(Error::NoSandbox.to_string())
}

#[cfg(target_os = "linux")]
fn attempts(examination: &Examination) -> String {
    let walls = match examination.walls {
        Walls::Namespaces => "namespaces, limits and a filter of system calls",
        Walls::Limits => "limits and a filter of system calls only",
    };
    let mut text = format!("A program behind {walls} tries to\n\n");
    for attempt in &examination.attempts {
        let mark = if attempt.held { "held   " } else { "ESCAPED" };
        let _ = writeln!(text, "  {mark}  {}: {}", attempt.name, attempt.how);
    }
    if let Some(failure) = &examination.failure {
        let _ = writeln!(text, "  These walls cannot be built here: {failure}");
    }
    text + "\n"
}

/// What a tier promises, in one sentence.
#[cfg(target_os = "linux")]
fn promise(tier: Tier) -> &'static str {
    match tier {
        Tier::None => "hostile code can read and write everything that you can.",
        Tier::Limits => {
            "runaway code is stopped, but what it may read and write depends on Landlock alone."
        }
        Tier::Namespaces => {
            "hostile code sees its own files and the compiler's, no network and no other process."
        }
        Tier::Full => {
            "hostile code sees its own files and the compiler's, no network and no other process, \
             and Landlock says so a second time."
        }
    }
}

#[cfg(target_os = "linux")]
fn advice(tier: Tier) -> &'static str {
    match tier {
        Tier::Full => "",
        Tier::Namespaces => "For the highest tier Linux must have Landlock switched on (`lsm=`).\n",
        Tier::None | Tier::Limits => {
            "To get namespaces: run as root, or let users make them (`sysctl \
             user.max_user_namespaces`, on Ubuntu `sysctl -w \
             kernel.apparmor_restrict_unprivileged_userns=0`); in a container add `--cap-add \
             SYS_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined`.\n"
        }
    }
}
