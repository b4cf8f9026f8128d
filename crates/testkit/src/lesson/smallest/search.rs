//! The search for a smaller input, among those that the property may draw.

use contract::Value;

use crate::complaint::Complaint;
use crate::lesson::diagnosis::{Leaf, put_together, take_apart};
use crate::telling::weight_of;

/// So many of the inputs that are drawn must be built like the one that failed.
const ENOUGH: usize = 12;
/// How many inputs are tried.
const MOST_TRIALS: usize = 400;
/// How many numbers are tried in a place.
const MOST_NUMBERS: usize = 4;

/// A smaller input than `input`, and what is said of it; the same one where there is none. `fails` is asked of
/// inputs that are built like those that `draw` draws.
pub(super) fn shrunk(
    input: &Value,
    draw: &dyn Fn() -> Vec<Value>,
    fails: &dyn Fn(&Value) -> Option<Complaint>,
) -> (Value, Option<Complaint>) {
    let mut found = (input.clone(), None);
    let leaves = leaves_of(&found.0);
    if leaves.iter().all(|leaf| leaf.numbers.iter().all(|z| *z == 0.0) && leaf.dim == (1, 1)) {
        return found;
    }
    let drawn = draw();
    let Some(domain) = Domain::of(&leaves, &drawn) else { return found };
    let template = input.clone();
    let mut search = Search { template, domain, leaves, fails, trials: 0, found: None };
    while search.sweep() {}
    // Another one may have been smaller from the beginning.
    let mut others: Vec<Vec<Leaf>> = drawn.iter().map(leaves_of).collect();
    others.retain(|other| {
        names(other) == names(&search.leaves) && size(other) < size(&search.leaves)
    });
    others.sort_by_key(|other| size(other));
    if others.into_iter().any(|other| search.accepts(other)) {
        while search.sweep() {}
    }
    if let Some(complaint) = search.found.take()
        && let Some(input) = search.value(&search.leaves)
    {
        found = (input, Some(complaint));
    }
    found
}

fn names(leaves: &[Leaf]) -> Vec<&str> {
    leaves.iter().map(|leaf| leaf.name.as_str()).collect()
}

/// How many numbers there are.
fn size(leaves: &[Leaf]) -> usize {
    leaves.iter().map(|leaf| leaf.numbers.len()).sum()
}

pub(super) fn leaves_of(value: &Value) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    take_apart("", value, &mut leaves);
    leaves
}

/// A size of an input: rows, columns or the number itself of a leaf.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    leaf: usize,
    side: Side,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Side {
    Rows,
    Columns,
    /// A whole number that is always that of rows or columns.
    Itself,
}

impl Place {
    pub(super) fn size(self, leaves: &[Leaf]) -> usize {
        let leaf = &leaves[self.leaf];
        match self.side {
            Side::Rows => leaf.dim.0,
            Side::Columns => leaf.dim.1,
            Side::Itself => format!("{}", leaf.numbers[0]).parse().unwrap_or(usize::MAX),
        }
    }

    pub(super) fn set(self, leaves: &mut [Leaf], size: usize) {
        let leaf = &mut leaves[self.leaf];
        let (rows, columns) = leaf.dim;
        match self.side {
            Side::Rows => *leaf = leaf.of_shape((size, columns), |i, j| leaf.at(i, j)),
            Side::Columns => *leaf = leaf.of_shape((rows, size), |i, j| leaf.at(i, j)),
            Side::Itself => leaf.numbers[0] = size as f64,
        }
    }
}

/// Places whose sizes are always equal, with the smallest size that was seen.
pub(super) type SizeClass = (Vec<Place>, usize);

/// What an input may be.
#[derive(Clone)]
pub(super) struct Domain {
    pub(super) sizes: Vec<SizeClass>,
    /// The plainest numbers of each leaf, for each entry where their count is always the same.
    pub(super) numbers: Vec<Vec<Vec<f64>>>,
    /// The leaves that are always the numbers from 0 on in some order.
    orders: Vec<usize>,
}

impl Domain {
    /// Learned from those of `drawn` that are built like `leaves`; `None` if there are too few.
    pub(super) fn of(leaves: &[Leaf], drawn: &[Value]) -> Option<Self> {
        let names =
            |leaves: &[Leaf]| leaves.iter().map(|leaf| leaf.name.clone()).collect::<Vec<_>>();
        let own = names(leaves);
        let samples: Vec<Vec<Leaf>> =
            drawn.iter().map(leaves_of).filter(|other| names(other) == own).collect();
        if samples.len() < ENOUGH {
            return None;
        }
        let numbers = (0..leaves.len()).map(|at| numbers_at(&samples, at)).collect();
        let is_order = |at: &usize| {
            samples.iter().all(|leaves| ranks(&leaves[*at].numbers) == leaves[*at].numbers)
        };
        let orders = (0..leaves.len()).filter(is_order).collect();
        Some(Self { sizes: sizes(&samples, leaves.len()), numbers, orders })
    }

    /// `leaves`, with what must be an order made one.
    pub(super) fn ordered(&self, mut leaves: Vec<Leaf>) -> Vec<Leaf> {
        for at in &self.orders {
            leaves[*at].numbers = ranks(&leaves[*at].numbers);
        }
        leaves
    }

    /// Whether `z` is one of the plainest numbers for this entry.
    pub(super) fn knows(&self, leaf: usize, entry: usize, z: f64) -> bool {
        let numbers = &self.numbers[leaf];
        numbers.get(entry).or(numbers.last()).is_some_and(|known| known.contains(&z))
    }
}

/// The place of each number in their order.
fn ranks(numbers: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by(|i, j| numbers[*i].total_cmp(&numbers[*j]));
    let mut ranks = vec![0.0; numbers.len()];
    for (rank, i) in order.into_iter().enumerate() {
        ranks[i] = rank as f64;
    }
    ranks
}

/// How plain a number is: 0 first, then few digits, then small ones.
fn plainness(z: f64) -> (usize, f64, bool) {
    (weight_of(z), z.abs(), z < 0.0)
}

fn is_plainer(a: f64, b: f64) -> bool {
    plainness(a).partial_cmp(&plainness(b)).is_some_and(std::cmp::Ordering::is_lt)
}

fn numbers_at(samples: &[Vec<Leaf>], at: usize) -> Vec<Vec<f64>> {
    let count = samples[0][at].numbers.len();
    let is_fixed = samples.iter().all(|leaves| leaves[at].numbers.len() == count);
    let of = |numbers: &mut dyn Iterator<Item = f64>| {
        let mut numbers: Vec<f64> = numbers.filter(|z| z.is_finite()).collect();
        numbers.sort_by(|a, b| plainness(*a).partial_cmp(&plainness(*b)).expect("they are finite"));
        numbers.dedup();
        numbers.truncate(MOST_NUMBERS);
        numbers
    };
    if is_fixed {
        let entry = |i: usize| of(&mut samples.iter().map(|leaves| leaves[at].numbers[i]));
        (0..count).map(entry).collect()
    } else {
        vec![of(&mut samples.iter().flat_map(|leaves| leaves[at].numbers.iter().copied()))]
    }
}

fn sizes(samples: &[Vec<Leaf>], count: usize) -> Vec<SizeClass> {
    let mut all: Vec<(Vec<Place>, Vec<usize>)> = Vec::new();
    for (sides, is_new) in [(&[Side::Rows, Side::Columns][..], true), (&[Side::Itself][..], false)]
    {
        for leaf in 0..count {
            for side in sides {
                let place = Place { leaf, side: *side };
                if !is_new && samples.iter().any(|leaves| leaves[leaf].dim != (1, 1)) {
                    continue;
                }
                let sizes: Vec<usize> = samples.iter().map(|leaves| place.size(leaves)).collect();
                match all.iter_mut().find(|(_, known)| *known == sizes) {
                    Some((places, _)) => places.push(place),
                    None if is_new => all.push((vec![place], sizes)),
                    None => {}
                }
            }
        }
    }
    let with_least = |(places, sizes): (Vec<Place>, Vec<usize>)| {
        let (least, most) = (sizes.iter().min()?, sizes.iter().max()?);
        (least < most).then_some((places, *least))
    };
    all.into_iter().filter_map(with_least).collect()
}

/// What was found so far, and what is tried next.
struct Search<'a> {
    template: Value,
    domain: Domain,
    leaves: Vec<Leaf>,
    fails: &'a dyn Fn(&Value) -> Option<Complaint>,
    trials: usize,
    found: Option<Complaint>,
}

impl Search<'_> {
    fn value(&self, leaves: &[Leaf]) -> Option<Value> {
        put_together(&self.template, &mut leaves.iter())
    }

    /// Whether the property fails on `leaves`, too; then they are kept.
    fn accepts(&mut self, leaves: Vec<Leaf>) -> bool {
        let leaves = self.domain.ordered(leaves);
        if leaves == self.leaves || self.trials >= MOST_TRIALS {
            return false;
        }
        self.trials += 1;
        let Some(complaint) = self.value(&leaves).and_then(|input| (self.fails)(&input)) else {
            return false;
        };
        (self.leaves, self.found) = (leaves, Some(complaint));
        true
    }

    /// Tries everything once. Whether anything became smaller.
    fn sweep(&mut self) -> bool {
        let mut is_smaller = false;
        let Domain { sizes, numbers, .. } = self.domain.clone();
        let mut least = self.leaves.clone();
        for (places, size) in &sizes {
            for place in places {
                place.set(&mut least, *size);
            }
        }
        let mut plain = least.clone();
        for (leaf, numbers) in plain.iter_mut().zip(&numbers) {
            simplify(leaf, numbers);
        }
        is_smaller |= self.accepts(plain) || self.accepts(least);
        for (number, class) in sizes.iter().enumerate() {
            is_smaller |= self.shrink(&[class]);
            // Sizes that are equal here, though not everywhere, may have to stay so.
            for other in &sizes[number + 1..] {
                if class.0[0].size(&self.leaves) == other.0[0].size(&self.leaves) {
                    is_smaller |= self.shrink(&[class, other]);
                }
            }
        }
        for at in 0..self.leaves.len() {
            let mut leaves = self.leaves.clone();
            simplify(&mut leaves[at], &numbers[at]);
            is_smaller |= self.accepts(leaves);
            for entry in 0..self.leaves[at].numbers.len() {
                is_smaller |= self.simplify_entry(at, entry, &numbers[at]);
            }
        }
        is_smaller
    }

    /// Makes the sizes of `classes`, which are equal, smaller, all at once.
    fn shrink(&mut self, classes: &[&SizeClass]) -> bool {
        let least = classes.iter().map(|(_, least)| *least).max().unwrap_or(0);
        let current = classes[0].0[0].size(&self.leaves);
        (least..current).any(|size| {
            let mut leaves = self.leaves.clone();
            for (places, _) in classes {
                for place in places {
                    place.set(&mut leaves, size);
                }
            }
            self.accepts(leaves)
        })
    }

    fn simplify_entry(&mut self, at: usize, entry: usize, numbers: &[Vec<f64>]) -> bool {
        let own = self.leaves[at].numbers[entry];
        let Some(numbers) = numbers.get(entry).or(numbers.last()) else { return false };
        numbers.iter().filter(|z| is_plainer(**z, own)).any(|z| {
            let mut leaves = self.leaves.clone();
            leaves[at].numbers[entry] = *z;
            self.accepts(leaves)
        })
    }
}

/// Puts the plainest number in every place.
pub(super) fn simplify(leaf: &mut Leaf, numbers: &[Vec<f64>]) {
    for (entry, z) in leaf.numbers.iter_mut().enumerate() {
        let plainest = numbers.get(entry).or(numbers.last()).and_then(|numbers| numbers.first());
        if let Some(plainest) = plainest.filter(|plainest| is_plainer(**plainest, *z)) {
            *z = *plainest;
        }
    }
}
