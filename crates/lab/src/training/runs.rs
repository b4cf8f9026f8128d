//! Many runs at once, in an order that does not depend on the threads.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::experiment::Progress;

/// What `run` makes of every item, in the order of the items; several threads share the work.
pub fn in_parallel<T: Sync, R: Send>(
    progress: &dyn Progress,
    items: &[T],
    run: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let (done, all) = (AtomicU64::new(0), items.len() as u64);
    let one = |item: &T| {
        let result = run(item);
        progress.at(done.fetch_add(1, Ordering::Relaxed) + 1, all);
        result
    };
    // One item at a time: some runs take a hundred times as long as others.
    items.par_iter().with_max_len(1).map(one).collect()
}

/// Every pair of one of `ones` and one of `others`.
pub fn pairs<A: Copy, B: Copy>(ones: &[A], others: &[B]) -> Vec<(A, B)> {
    ones.iter().flat_map(|one| others.iter().map(move |other| (*one, *other))).collect()
}
