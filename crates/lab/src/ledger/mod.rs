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
use crate::estimate::{Certainty, Estimate, Numbers};

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
fn plainly(holds: impl Into<Certainty>, evidence: Text) -> Judgement {
    let ruling = match holds.into() {
        Certainty::Yes => Ruling::Holds,
        Certainty::No => Ruling::DoesNotHold,
        Certainty::Open => Ruling::Undecided,
    };
    Judgement { ruling, condition: None, evidence }
}

/// The judgement on a claim that holds at best under `condition`: `has_limit` says whether the
/// numbers show a case outside of it.
fn within(
    holds: impl Into<Certainty>,
    has_limit: impl Into<Certainty>,
    condition: Text,
    evidence: Text,
) -> Judgement {
    let ruling = match (holds.into(), has_limit.into()) {
        (Certainty::No, _) => Ruling::DoesNotHold,
        (Certainty::Yes, Certainty::Yes) => Ruling::HoldsBut,
        (Certainty::Yes, Certainty::No) => Ruling::Holds,
        _ => Ruling::Undecided,
    };
    let is_stated = matches!(ruling, Ruling::HoldsBut | Ruling::DoesNotHold);
    Judgement { ruling, condition: is_stated.then_some(condition), evidence }
}

/// Whether the solution has all of these properties.
fn all_hold(numbers: &Numbers, properties: &[&str]) -> bool {
    properties.iter().all(|name| numbers[name] == 1.0)
}

/// A count of steps in words, with its interval; infinite if the target was not reached in all the steps that there
/// were.
fn steps(number: Estimate) -> String {
    let count = |number: f64| {
        if number.is_finite() { format!("{number:.0}") } else { "\u{221e}".into() }
    };
    let Estimate { value, low, high } = number;
    interval(&count(value), &count(low), &count(high))
}

/// A measured number with `digits` after the point, and its interval: `80.0 [77.2, 83.8]`.
fn spread(number: Estimate, digits: usize) -> String {
    let Estimate { value, low, high } = number.map(|number| number + 0.0);
    interval(&decimal(value, digits), &decimal(low, digits), &decimal(high, digits))
}

/// A number with the ends of its interval, if these say more than the number.
fn interval(value: &str, low: &str, high: &str) -> String {
    if low == high { value.to_string() } else { format!("{value} [{low}, {high}]") }
}

/// A number in scientific notation, such as `1.2×10⁻⁹`.
fn power(number: f64) -> String {
    if number == 0.0 { "0".into() } else { plot::ticks::scientific(number) }
}

/// A number with `digits` after the point and a real minus sign.
fn decimal(number: f64, digits: usize) -> String {
    let words = format!("{number:.digits$}").replace('-', "\u{2212}");
    words.replace("inf", "\u{221e}")
}
