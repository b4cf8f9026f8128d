//! From claims and outcomes to rulings.

use std::collections::BTreeMap;

use crate::claim::{Claim, Ruling};
use crate::experiment::{Numbers, Outcome};
use crate::ledger;

/// A claim with what came of it; none where it cannot be run.
pub struct Judged {
    /// The claim.
    pub claim: Claim,
    /// The ruling.
    pub ruling: Option<Ruling>,
}

/// Judges `claims` by the outcomes of all experiments, each with its name, and by the properties
/// that they name.
///
/// # Panics
/// If a claim names an experiment that is not among the outcomes.
pub fn judge(claims: Vec<Claim>, outcomes: &[(&'static str, Outcome)]) -> Vec<Judged> {
    let numbers = |(name, outcome): &(&'static str, Outcome)| (*name, outcome.numbers.clone());
    let found: BTreeMap<&str, Numbers> = outcomes.iter().map(numbers).collect();
    let ruled = |claim: Claim| Judged { ruling: ledger::judge(&claim, &found), claim };
    claims.into_iter().map(ruled).collect()
}
