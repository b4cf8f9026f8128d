//! The claims of the lecture notes: a row for each, with the rule that turns numbers into a judgement.
//!
//! No judgement is written down here. A rule says which numbers the claim is about, which of them show
//! its limits, and in which words both are reported.

mod backprop;
mod init;
mod linear;
mod relu;
mod slopes;
mod symmetry;
mod tanh;
#[cfg(test)]
mod tests;

use contract::Text;

use crate::claim::{Claim, How, Judgement, Ruling};
use crate::experiment::Numbers;

/// Every claim, in the order of the notes.
pub fn claims() -> Vec<Claim> {
    let mut claims: Vec<Claim> = [
        tanh::claims(),
        relu::claims(),
        linear::claims(),
        slopes::claims(),
        backprop::claims(),
        init::claims(),
        symmetry::claims(),
    ]
    .into_iter()
    .flatten()
    .collect();
    claims.sort_by_key(|claim| claim.id[1..].parse::<u32>().unwrap_or(u32::MAX));
    claims
}

/// A row of the ledger: id and lesson, the words of the notes, their English, sources and rule.
fn row(
    (id, lesson): (&'static str, &'static str),
    ko: &'static str,
    en: &'static str,
    how: &'static [How],
    rule: fn(&Numbers) -> Judgement,
) -> Claim {
    Claim { id, quote: Text::fixed(en, ko), lesson, how, rule }
}

/// The rule of a claim that cannot be run, which is never called.
fn unasked(_: &Numbers) -> Judgement {
    unreachable!("a claim that cannot be run is not judged")
}

/// The judgement on a claim without a condition.
fn plainly(holds: bool, evidence: Text) -> Judgement {
    let ruling = if holds { Ruling::Holds } else { Ruling::DoesNotHold };
    Judgement { ruling, condition: None, evidence }
}

/// The judgement on a claim that holds at best under `condition`: `has_limit` says whether the
/// numbers show a case outside of it.
fn within(holds: bool, has_limit: bool, condition: Text, evidence: Text) -> Judgement {
    let ruling = match (holds, has_limit) {
        (false, _) => Ruling::DoesNotHold,
        (true, true) => Ruling::HoldsBut,
        (true, false) => Ruling::Holds,
    };
    let condition = (ruling != Ruling::Holds).then_some(condition);
    Judgement { ruling, condition, evidence }
}

/// Whether the solution has all of these properties.
fn all_hold(numbers: &Numbers, properties: &[&str]) -> bool {
    properties.iter().all(|name| numbers[name] == 1.0)
}

/// A count of steps in words; infinite if the target was never reached.
fn steps(number: f64) -> String {
    if number.is_finite() { format!("{number:.0}") } else { "\u{221e}".into() }
}

/// A number in scientific notation, such as `1.2e−9`.
fn power(number: f64) -> String {
    if number == 0.0 {
        return "0".into();
    }
    format!("{number:.1e}").replace('-', "\u{2212}")
}

/// A number with `digits` after the point and a real minus sign.
fn decimal(number: f64, digits: usize) -> String {
    format!("{number:.digits$}").replace('-', "\u{2212}")
}
