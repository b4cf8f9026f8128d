//! `cargo grade doctor`: what holds hostile code in on this machine, told by what was tried.

#[cfg(target_os = "linux")]
use std::fmt::Write as _;
use std::io;
use std::path::Path;

use crate::sandbox::Tier;

/// What was found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// The tier that holds.
    pub tier: Tier,
    /// Every attempt, what came of it, and what to do about the rest.
    pub text: String,
}

/// What to do where there is no sandbox.
pub const ELSEWHERE: &str = "The sandbox of the grader is made of parts of Linux. On macOS and \
Windows run it in a Linux container, from the folder of the course:

    docker run --rm -it --cap-add SYS_ADMIN --security-opt seccomp=unconfined \\
        --security-opt apparmor=unconfined -v \"$PWD\":/course -w /course rust:1.89 \\
        cargo grade SUBMISSIONS --out RESULTS
";

/// Tries to escape from a cell of `program`, which calls
/// [`enter_if_asked`](crate::sandbox::enter_if_asked) first, in the workspace at `root`.
///
/// # Errors
/// If the target folder cannot be written, or no process can be started.
#[cfg(target_os = "linux")]
pub fn diagnose(program: &Path, root: &Path) -> io::Result<Diagnosis> {
    use crate::judge::toolchain::system;
    use crate::sandbox::{CellLauncher, examine};

    let folder = root.join("target").join("grader");
    let folder = folder.join(format!("doctor-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let launcher = CellLauncher { program: program.to_path_buf() };
    let examinations = examine(&launcher, program, &system(), &folder);
    std::fs::remove_dir_all(&folder)?;
    let examinations = examinations?;
    let tier = examinations.last().map_or(Tier::None, crate::sandbox::Examination::tier);
    let mut text: String = examinations.iter().map(told).collect();
    let _ = writeln!(text, "This machine holds tier `{tier}`: {}", promise(tier));
    Ok(Diagnosis { tier, text: text + advice(tier) })
}

/// Says that there is no sandbox here.
///
/// # Errors
/// None; elsewhere there are some.
#[cfg(not(target_os = "linux"))]
pub fn diagnose(_: &Path, _: &Path) -> io::Result<Diagnosis> {
    Ok(Diagnosis { tier: Tier::None, text: ELSEWHERE.to_string() })
}

#[cfg(target_os = "linux")]
fn told(examination: &crate::sandbox::Examination) -> String {
    use crate::sandbox::Walls;

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
        Tier::None => "hostile code can read and write whatever you can.",
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
