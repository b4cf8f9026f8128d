//! What a cell holds and how much its program may use.

use std::path::PathBuf;
use std::time::Duration;

use serde_derive::{Deserialize, Serialize};

/// What is built around a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Walls {
    /// Limits of the process and a filter of its system calls.
    Limits,
    /// Namespaces as well, and a root of its own.
    Namespaces,
}

/// A program and the cell it runs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// Its environment, all of it.
    pub environment: Vec<(String, String)>,
    /// The folder it starts in.
    pub folder: PathBuf,
    /// Files and folders that it may read, at the same place as outside.
    pub readable: Vec<PathBuf>,
    /// A folder that it may write to, and that outlives it.
    pub writable: Option<PathBuf>,
    /// An empty folder: the cell's root is built over it.
    pub root: PathBuf,
    /// Where the cell writes why it could not be built.
    pub failure: PathBuf,
    /// How much it may use.
    pub allowance: Allowance,
    /// What is built around it.
    pub walls: Walls,
}

/// How much a program may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// Seconds of processor time.
    pub cpu: u64,
    /// Bytes of memory that a process may map.
    pub memory: u64,
    /// Processes and threads, the cell's own included.
    pub processes: u64,
    /// Whether it may start other processes than threads. If not, [`memory`](Self::memory) is all that it has.
    pub children: bool,
    /// Bytes of the largest file.
    pub file: u64,
    /// Bytes in `/tmp`, which is gone with the cell.
    pub scratch: u64,
    /// Open files.
    pub open_files: u64,
}

const MIB: u64 = 1 << 20;

impl Allowance {
    /// Of the compiler, given a wall-clock limit.
    pub fn of_compiler(time: Duration) -> Self {
        Self {
            cpu: time.as_secs().max(1),
            memory: 4096 * MIB,
            processes: 32,
            children: true,
            file: 64 * MIB,
            scratch: 128 * MIB,
            open_files: 256,
        }
    }

    /// Of a student's program, given a wall-clock limit.
    pub fn of_worker(time: Duration) -> Self {
        Self {
            cpu: time.as_secs().max(1),
            memory: contract::MOST_MEMORY,
            // A sensible answer starts a thread for each core, or 64; the rest is room.
            processes: 128,
            children: false,
            file: 16 * MIB,
            scratch: 16 * MIB,
            open_files: 64,
        }
    }
}
