//! What processes took.

use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;

/// The processor time of all children that have ended and were waited for.
pub(super) fn children_time() -> Duration {
    processor_time(UsageWho::RUSAGE_CHILDREN)
}

/// The processor time of `whom`.
pub(super) fn processor_time(whom: UsageWho) -> Duration {
    let duration = |time: TimeVal| {
        let micros = 1_000_000 * time.tv_sec() + time.tv_usec();
        Duration::from_micros(u64::try_from(micros).unwrap_or_default())
    };
    getrusage(whom)
        .map_or(Duration::ZERO, |usage| duration(usage.user_time()) + duration(usage.system_time()))
}
