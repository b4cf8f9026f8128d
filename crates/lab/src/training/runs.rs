//! Many runs at once, in an order that does not depend on the threads.

use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::experiment::Listener;

/// The results of `run` on each item, in the order of the items; several threads share the work.
pub fn in_parallel<T: Sync, R: Send>(
    listener: &dyn Listener,
    items: &[T],
    run: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let (done, all) = (AtomicU64::new(0), items.len() as u64);
    let counted = |item: &T| {
        let result = run(item);
        listener.at(done.fetch_add(1, Ordering::Relaxed) + 1, all);
        result
    };
    // One item at a time: some runs take a hundred times as long as others.
    items.par_iter().with_max_len(1).map(counted).collect()
}

/// Every pair of a `first` and a `second`, the seconds varying fastest.
pub fn pairs<A: Copy, B: Copy>(firsts: &[A], seconds: &[B]) -> Vec<(A, B)> {
    firsts.iter().flat_map(|first| seconds.iter().map(move |second| (*first, *second))).collect()
}
