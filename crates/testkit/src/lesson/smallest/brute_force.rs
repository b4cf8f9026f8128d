//! Whether the search has overlooked a smaller input. Tried for the tests of a suite.

use std::rc::Rc;

use contract::{Contract, Fault, Value};

use super::search::{Domain, leaves_of, shrunk, simplify};
use super::{Property, Trial, may_be_a_mistake};
use crate::lesson::diagnosis::{Leaf, put_together};
use crate::replay;

/// How many of the inputs that are drawn lend their numbers to each combination of sizes.
const LENDERS: usize = 24;

/// An input that is smaller than that which [`checked`](super::checked) finds, where there is one, after that one:
/// every combination of smaller sizes is tried, with its own numbers, with the plainest and with those of inputs that
/// were drawn, and then each number as 0.
pub(in crate::lesson) fn overlooked<A: Contract>(
    property: &Property<A>,
    answers: &Rc<A>,
    reference: fn() -> A,
) -> Option<(Value, Value)> {
    let (verdict, failure) = replay::observed(|| (property.check)(answers));
    let (Err(complaint), Some(failure)) = (&verdict, failure) else { return None };
    if !may_be_a_mistake(complaint) || complaint.fault().is_some_and(Fault::is_final) {
        return None;
    }
    let right = reference();
    let trial = Trial { property, answers, right: &right, failure: &failure, complaint };
    let fails = |input: &Value| trial.failing_on(input);
    let drawn = trial.draw();
    let (input, _) = shrunk(&failure.input, &|| drawn.clone(), &fails);
    let leaves = leaves_of(&input);
    let domain = Domain::of(&leaves, &drawn)?;
    let lenders: Vec<Vec<Leaf>> = drawn.iter().map(leaves_of).take(LENDERS).collect();
    let smaller = smaller_sizes(&leaves, &domain);
    let smaller = smaller.iter().flat_map(|small| filled(small, &domain, &lenders));
    let candidates = smaller.chain(zeroed(&leaves, &domain)).map(|leaves| domain.ordered(leaves));
    candidates
        .filter_map(|leaves| put_together(&input, &mut leaves.iter()))
        .find(|candidate| *candidate != input && fails(candidate).is_some())
        .map(|candidate| (input, candidate))
}

/// `leaves` in every combination of smaller sizes.
fn smaller_sizes(leaves: &[Leaf], domain: &Domain) -> Vec<Vec<Leaf>> {
    let mut all = vec![leaves.to_vec()];
    for (places, least) in &domain.sizes {
        let sized = |leaves: Vec<Leaf>| {
            let current = places[0].size(&leaves);
            (*least..=current).map(move |size| {
                let mut leaves = leaves.clone();
                for place in places {
                    place.set(&mut leaves, size);
                }
                leaves
            })
        };
        all = all.into_iter().flat_map(sized).collect();
    }
    all.retain(|other| *other != leaves);
    all
}

/// `small` with its own numbers, with the plainest ones, and with those of `lenders`.
fn filled(small: &[Leaf], domain: &Domain, lenders: &[Vec<Leaf>]) -> Vec<Vec<Leaf>> {
    let mut plain = small.to_vec();
    for (leaf, numbers) in plain.iter_mut().zip(&domain.numbers) {
        simplify(leaf, numbers);
    }
    let borrowed = |lender: &Vec<Leaf>| {
        let mut leaves = small.to_vec();
        for (leaf, other) in leaves.iter_mut().zip(lender) {
            let count = other.numbers.len();
            // A single number may be a size.
            if leaf.dim != (1, 1) && count > 0 {
                leaf.numbers = (0..leaf.numbers.len()).map(|i| other.numbers[i % count]).collect();
            }
        }
        leaves
    };
    lenders.iter().map(borrowed).chain([small.to_vec(), plain]).collect()
}

/// `leaves` with one number as 0, where the property draws that.
fn zeroed(leaves: &[Leaf], domain: &Domain) -> Vec<Vec<Leaf>> {
    let places = leaves.iter().enumerate().flat_map(|(at, leaf)| {
        let entries = leaf.numbers.iter().enumerate();
        let may_be_zero =
            entries.filter(move |(entry, z)| **z != 0.0 && domain.knows(at, *entry, 0.0));
        may_be_zero.map(move |(entry, _)| (at, entry))
    });
    let zeroed = |(at, entry): (usize, usize)| {
        let mut leaves = leaves.to_vec();
        leaves[at].numbers[entry] = 0.0;
        leaves
    };
    places.map(zeroed).collect()
}
