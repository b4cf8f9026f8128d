//! A core of the processor for each examiner.
//!
//! Judge and worker take turns, a hundred thousand times per submission. On one core a turn is a
//! few times cheaper than across two. What an examiner starts stays on its core, so the threads of a
//! student's program take time from this submission alone.

use std::sync::atomic::{AtomicUsize, Ordering};

use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
use nix::unistd::Pid;

/// The number of the core that this thread's examiners keep to; threads take the cores in turn.
pub(super) fn core_of_this_thread() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static CORE: usize = NEXT.fetch_add(1, Ordering::Relaxed);
    }
    CORE.with(|core| *core)
}

/// Keeps this process, and all that it starts, on the core of this number, counted over and over. Where the
/// system does not allow it, nothing changes.
pub(super) fn keep_to_core(number: usize) {
    let this = Pid::from_raw(0);
    let Ok(allowed) = sched_getaffinity(this) else { return };
    let cores: Vec<usize> =
        (0..CpuSet::count()).filter(|core| allowed.is_set(*core).unwrap_or(false)).collect();
    let mut core = CpuSet::new();
    if !cores.is_empty() && core.set(cores[number % cores.len()]).is_ok() {
        let _ = sched_setaffinity(this, &core);
    }
}
