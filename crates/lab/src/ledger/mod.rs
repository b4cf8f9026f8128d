//! The claims of the lecture notes: one row each, with the rule that turns numbers into a verdict.
//!
//! No verdict is written down here. A rule says of which numbers the claim consists, which of them
//! show its limits, and in which words.

mod backprop;
mod init;
mod leaky;
mod linear;
mod relu;
mod saturation;
mod scale;
mod slopes;
mod symmetry;
mod tanh;
#[cfg(test)]
mod tests;

use contract::Text;

use crate::claim::{Claim, How, Ruling, Verdict};
use crate::experiment::Numbers;

/// Every claim, in the order of the notes.
pub fn claims() -> Vec<Claim> {
    let mut claims: Vec<Claim> = [
        tanh::claims(),
        saturation::claims(),
        relu::claims(),
        leaky::claims(),
        linear::claims(),
        slopes::claims(),
        backprop::claims(),
        init::claims(),
        scale::claims(),
        symmetry::claims(),
    ]
    .into_iter()
    .flatten()
    .collect();
    claims.sort_by_key(|claim| claim.id[1..].parse::<u32>().unwrap_or(u32::MAX));
    claims
}

/// A row of the ledger.
fn row(
    (id, lesson): (&'static str, &'static str),
    ko: &'static str,
    en: &'static str,
    how: &'static [How],
    rule: fn(&Numbers) -> Ruling,
) -> Claim {
    Claim { id, quote: Text::fixed(en, ko), lesson, how, rule }
}

/// The ruling on a claim that cannot be run: it is never asked for.
fn unasked(_: &Numbers) -> Ruling {
    unreachable!("a claim that cannot be run is not judged")
}

/// Holds if `holds`.
fn plainly(holds: bool, evidence: Text) -> Ruling {
    let verdict = if holds { Verdict::Holds } else { Verdict::DoesNotHold };
    Ruling { verdict, condition: None, evidence }
}

/// Does not hold unless `holds`; holds under `condition` where the numbers show its limit.
fn within(holds: bool, has_limit: bool, condition: Text, evidence: Text) -> Ruling {
    let verdict = match (holds, has_limit) {
        (false, _) => Verdict::DoesNotHold,
        (true, true) => Verdict::HoldsBut,
        (true, false) => Verdict::Holds,
    };
    let condition = (verdict != Verdict::Holds).then_some(condition);
    Ruling { verdict, condition, evidence }
}

/// Whether the solution keeps all these properties.
fn kept(numbers: &Numbers, properties: &[&str]) -> bool {
    properties.iter().all(|name| numbers[name] == 1.0)
}

/// A count of steps as it stands in evidence; what was never reached is an infinite number of them.
fn steps(number: f64) -> String {
    if number.is_finite() { format!("{number:.0}") } else { "\u{221e}".into() }
}

/// A small or large number as a power of ten.
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
