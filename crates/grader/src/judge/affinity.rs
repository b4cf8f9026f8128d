//! A core of the processor for each thread that judges.
//!
//! Judge and worker take turns, a hundred thousand times per submission. On one core a turn is a
//! few times cheaper than across two. What a thread starts stays on its core, so the threads of a student's
//! program take time from this submission alone.

use std::sync::atomic::{AtomicUsize, Ordering};

use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
use nix::unistd::Pid;

/// Keeps this thread, and all that it starts, on one core; threads take the cores in turn. Where the
/// system does not allow it, nothing changes.
pub(super) fn keep_to_one_core() {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static IS_KEPT: () = keep(NEXT.fetch_add(1, Ordering::Relaxed));
    }
    IS_KEPT.with(|()| {});
}

fn keep(number: usize) {
    let this = Pid::from_raw(0);
    let Ok(allowed) = sched_getaffinity(this) else { return };
    let cores: Vec<usize> =
        (0..CpuSet::count()).filter(|core| allowed.is_set(*core).unwrap_or(false)).collect();
    let mut core = CpuSet::new();
    if !cores.is_empty() && core.set(cores[number % cores.len()]).is_ok() {
        let _ = sched_setaffinity(this, &core);
    }
}
