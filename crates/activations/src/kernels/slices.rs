//! The front for slices, and the division of the work among threads.

use super::{
    Kernel, Quantity,
    job::{self, Job},
    parallel,
    real::Real,
};
use rayon::prelude::*;

/// Panics if two slices differ in length, and names both.
#[track_caller]
fn assert_same_length<T>(a: &[T], b: &[T]) {
    assert!(a.len() == b.len(), "slices of {} and {} numbers do not match", a.len(), b.len());
}

impl Kernel {
    /// `to[i] = f(from[i])`.
    ///
    /// # Panics
    ///
    /// Panics if the lengths differ.
    #[track_caller]
    pub fn map<T: Real>(self, from: &[T], to: &mut [T]) {
        assert_same_length(from, to);
        let run = |from, to| {
            let job = if self.streaming { Job::Stream { from, to } } else { Job::Map { from, to } };
            job.run(self.level, self.quantity, self.activation);
        };
        match self.piece(from, 2) {
            None => run(from, to),
            Some(piece) => from
                .par_chunks(piece)
                .zip(to.par_chunks_mut(piece))
                .for_each(|(from, to)| run(from, to)),
        }
    }

    /// `f` of every number in a new vector, or nothing where threads share the work or the results go
    /// past the caches.
    ///
    /// A new vector that is cleared to be written to goes through the caches once more.
    pub(super) fn collect<T: Real>(self, from: &[T]) -> Option<Vec<T>> {
        if self.streaming || self.piece(from, 2).is_some() {
            return None;
        }
        let mut to = Vec::with_capacity(from.len());
        Job::Append { from, to: &mut to }.run(self.level, self.quantity, self.activation);
        Some(to)
    }

    /// `data[i] = f(data[i])`.
    pub fn map_in_place<T: Real>(self, data: &mut [T]) {
        let run = |data| Job::InPlace { data }.run(self.level, self.quantity, self.activation);
        match self.piece(data, 1) {
            None => run(data),
            Some(piece) => data.par_chunks_mut(piece).for_each(run),
        }
    }

    /// `data[i] *= f(from[i])`: with [`Kernel::prime_from_output`] the step back through an
    /// activation, `dz = da * a'`, in one pass and in place.
    ///
    /// # Panics
    ///
    /// Panics if the lengths differ.
    #[track_caller]
    pub fn multiply<T: Real>(self, from: &[T], data: &mut [T]) {
        assert_same_length(from, data);
        let run = |from, data| {
            Job::Multiply { from, data }.run(self.level, self.quantity, self.activation);
        };
        match self.piece(from, 2) {
            None => run(from, data),
            Some(piece) => from
                .par_chunks(piece)
                .zip(data.par_chunks_mut(piece))
                .for_each(|(from, data)| run(from, data)),
        }
    }

    /// `a[i] = f(z[i])`, and `prime[i]` the slope there, taken from the output, in one pass.
    ///
    /// # Panics
    ///
    /// Panics if the lengths differ, or if this is not a [`Kernel::forward`].
    #[track_caller]
    pub fn map_with_prime<T: Real>(self, z: &[T], a: &mut [T], prime: &mut [T]) {
        self.assert_forward();
        assert_same_length(z, a);
        assert_same_length(z, prime);
        match self.piece(z, 3) {
            None => job::with_prime(self.level, self.activation, z, a, prime),
            Some(piece) => z
                .par_chunks(piece)
                .zip(a.par_chunks_mut(piece))
                .zip(prime.par_chunks_mut(piece))
                .for_each(|((z, a), prime)| {
                    job::with_prime(self.level, self.activation, z, a, prime);
                }),
        }
    }

    /// Panics unless this is the function itself.
    #[track_caller]
    pub(super) fn assert_forward(self) {
        assert!(self.quantity == Quantity::Forward, "the slope comes with the function only");
    }

    /// The numbers each thread takes at a time, or nothing where one thread is best.
    fn piece<T>(self, data: &[T], slices: usize) -> Option<usize> {
        self.parallel.then(|| parallel::piece(data, slices, self.cost())).flatten()
    }
}
