//! Answers that passed a property although they differ from the rehearsed ones in some bit.

use std::collections::HashSet;
use std::hash::{BuildHasher, DefaultHasher, Hasher, RandomState};
use std::sync::{Mutex, PoisonError};

use crate::ahead::rehearsal::Frames;

/// The most places that are remembered of one property.
const MOST: usize = 1 << 12;

/// The trails of answers that passed one property. Somebody else's, who gives the same ones bit for
/// bit, pass as well: what a property says follows from the answers alone.
#[derive(Debug, Default)]
pub struct Walked {
    /// Drawn when the program starts, so that nobody can make two trails meet.
    key: RandomState,
    places: Mutex<HashSet<u64>>,
}

impl Walked {
    /// A trail that has not begun.
    pub(crate) fn trail(&self) -> Trail {
        Trail { hasher: self.key.build_hasher(), length: 0, places: Vec::new() }
    }

    /// Whether answers that passed have been where `trail` is now.
    pub(crate) fn holds(&self, trail: &Trail) -> bool {
        let places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        trail.places.last().is_some_and(|place| places.contains(place))
    }

    /// Remembers the trail of answers that passed.
    pub fn learn(&self, trail: &Trail) {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        if places.len() < MOST {
            places.extend(&trail.places);
        }
    }
}

/// Answers in short: a digest of all that came so far, whenever some came.
#[derive(Debug)]
pub struct Trail {
    hasher: DefaultHasher,
    /// How many bytes of the answers are in it.
    length: usize,
    places: Vec<u64>,
}

impl Trail {
    /// Takes in what came since.
    pub(crate) fn go_on(&mut self, replies: &Frames) {
        self.hasher.write(replies.since(self.length));
        self.length = replies.bytes();
        self.places.push(self.hasher.finish());
    }
}
