//! Which tier holds on this machine, found by trying to escape.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::confined::{CELL, Launcher, Stream};
use super::policy::{Allowance, Policy, Walls};
use super::probe::{ATTEMPTS, Task};
use super::tier::Tier;
use crate::Error;

/// An attempt to escape and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What was attempted.
    pub name: String,
    /// Whether the cell held.
    pub held: bool,
    /// How it ended, in a few words.
    pub how: String,
}

/// All attempts behind the same walls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examination {
    /// The walls.
    pub walls: Walls,
    /// The attempts, in order; none if the cell could not be built.
    pub attempts: Vec<Attempt>,
    /// Why the cell could not be built.
    pub failure: Option<String>,
}

/// What must hold behind limits alone: a runaway program is stopped, and odd calls do not exist.
const LIMITS: [&str; 6] = [
    "be root",
    "trace",
    "gain privileges",
    "odd system calls",
    "map too much memory",
    "start too many processes",
];
/// What only Landlock stops where a program sees no more than its own files.
const LANDLOCK: &str = "list the root";

impl Examination {
    /// The tier that held.
    pub fn tier(&self) -> Tier {
        let held =
            |name: &str| self.attempts.iter().any(|attempt| attempt.name == name && attempt.held);
        let all_but_landlock = ATTEMPTS.iter().all(|(name, _)| *name == LANDLOCK || held(name));
        if !LIMITS.into_iter().all(held) {
            Tier::None
        } else if self.walls == Walls::Limits || !all_but_landlock {
            Tier::Limits
        } else if held(LANDLOCK) {
            Tier::Full
        } else {
            Tier::Namespaces
        }
    }
}

/// Tries to escape from behind all walls and, where these do not hold, from behind limits alone. The last
/// examination counts. `folder` is a place to work in.
///
/// # Errors
/// If the folder cannot be written, or no process can be started.
pub fn examine(
    launcher: &dyn Launcher,
    program: &Path,
    readable: &[PathBuf],
    folder: &Path,
) -> Result<(Option<Examination>, Examination), Error> {
    let attempt_all = |walls| attempt_all(launcher, program, readable, folder, walls);
    let examination = attempt_all(Walls::Namespaces)?;
    if examination.tier() >= Tier::Namespaces {
        Ok((None, examination))
    } else {
        Ok((Some(examination), attempt_all(Walls::Limits)?))
    }
}

fn attempt_all(
    launcher: &dyn Launcher,
    program: &Path,
    readable: &[PathBuf],
    folder: &Path,
    walls: Walls,
) -> Result<Examination, Error> {
    let listener =
        TcpListener::bind("127.0.0.1:0").map_err(Error::wall("a server on this machine"))?;
    let [root, shown, outside] = ["root", "shown", "outside"].map(|name| folder.join(name));
    for folder in [&root, &shown, &outside] {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    let secret = outside.join("secret");
    fs::write(&secret, "the grader's own").map_err(Error::file(&secret))?;
    let address = listener.local_addr().map_err(Error::wall("a server on this machine"))?;
    let allowance = Allowance::of_worker(Duration::from_secs(5));
    let task = Task {
        listener: address,
        grader: std::process::id().cast_signed(),
        secret: secret.display().to_string(),
        folder: outside.display().to_string(),
        shown: shown.display().to_string(),
        memory: allowance.memory,
        processes: allowance.processes,
    };
    let mut readable = readable.to_vec();
    readable.extend([program.to_path_buf(), shown.clone()]);
    let policy = Policy {
        program: program.to_path_buf(),
        arguments: vec![CELL.to_string(), "probe".to_string(), task.to_argument()],
        environment: Vec::new(),
        folder: shown,
        readable,
        writable: None,
        root,
        failure: folder.join("failure"),
        allowance,
        walls,
    };
    let _ = fs::remove_file(&policy.failure);
    let mut cell = launcher.launch(&policy, Stream::Output)?;
    let mut output = Vec::new();
    let mut buffer = [0; 4096];
    let deadline = Instant::now() + Duration::from_secs(20);
    while let Ok(count @ 1..) = cell.read(&mut buffer, deadline) {
        output.extend_from_slice(&buffer[..count]);
    }
    cell.end();
    let attempts: Vec<Attempt> =
        String::from_utf8_lossy(&output).lines().filter_map(attempt).collect();
    Ok(Examination { walls, attempts, failure: cell.failure() })
}

fn attempt(line: &str) -> Option<Attempt> {
    let mut parts = line.splitn(3, '\t');
    let held = parts.next()? == "held";
    let (name, how) = (parts.next()?.to_string(), parts.next()?.to_string());
    Some(Attempt { name, held, how })
}
