//! When threads pay, and how large a piece each gets.

use super::{Kernel, Quantity};
use crate::Activation;

/// What a number costs beside its way through the caches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cost {
    /// An exponential and a division.
    Exponential,
    /// Next to nothing.
    Cheap,
}

/// Numbers in a piece, at most: as fine as balance needs and as coarse as the queue likes.
const PIECE: usize = 32 * 1024;

/// Pieces are multiples of this many numbers, so that only the last one has a ragged end, and each
/// begins where a line of the cache does if the first one did.
const GRAIN: usize = 192;

impl Kernel {
    /// What a number costs.
    pub(super) fn cost(self) -> Cost {
        match (self.activation, self.quantity) {
            (Activation::Sigmoid | Activation::Tanh, Quantity::Forward | Quantity::Prime) => {
                Cost::Exponential
            }
            _ => Cost::Cheap,
        }
    }
}

/// From how many bytes on threads pay.
///
/// Leads, not laws: handing work over costs about 1 us inside of the pool, and 10 to 25 us outside
/// of it, where the threads sleep.
fn threshold(cost: Cost, inside_the_pool: bool) -> usize {
    const KIB: usize = 1024;
    match (cost, inside_the_pool) {
        (Cost::Exponential, true) => 128 * KIB,
        (Cost::Cheap, true) => 512 * KIB,
        (Cost::Exponential, false) => 2048 * KIB,
        (Cost::Cheap, false) => 4096 * KIB,
    }
}

/// The numbers of `data` each thread takes at a time, where that many `slices` of its length are
/// passed through; nothing where one thread is best.
pub(super) fn piece<T>(data: &[T], slices: usize, cost: Cost) -> Option<usize> {
    let bytes = size_of_val(data) * slices;
    if bytes < threshold(cost, true) {
        return None;
    }
    if bytes < threshold(cost, rayon::current_thread_index().is_some()) {
        return None;
    }
    let threads = rayon::current_num_threads();
    if threads == 1 {
        return None;
    }
    // As many pieces for every thread: two threads would wait for the one with the third.
    let pieces = data.len().div_ceil(PIECE).next_multiple_of(threads);
    Some(data.len().div_ceil(pieces).next_multiple_of(GRAIN))
}
