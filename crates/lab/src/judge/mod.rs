//! From claims and outcomes to rulings.

pub mod properties;

use crate::claim::{Claim, How, Ruling};
use crate::experiment::{Numbers, Outcome};

/// A claim with what came of it; none where it cannot be run.
pub struct Judged {
    /// The claim.
    pub claim: Claim,
    /// The ruling.
    pub ruling: Option<Ruling>,
}

/// Judges `claims` by the outcomes of all experiments, each with its name, and by the properties
/// that they name.
pub fn judge(claims: Vec<Claim>, outcomes: &[(&'static str, Outcome)]) -> Vec<Judged> {
    let ruled = |claim: Claim| {
        let is_run = claim.how.iter().any(|how| !matches!(how, How::NotRun(_)));
        let ruling = is_run.then(|| (claim.rule)(&numbers(&claim, outcomes)));
        Judged { claim, ruling }
    };
    claims.into_iter().map(ruled).collect()
}

/// All that speaks to `claim`.
fn numbers(claim: &Claim, outcomes: &[(&'static str, Outcome)]) -> Numbers {
    let mut numbers = Numbers::new();
    for how in claim.how {
        match *how {
            How::Experiment(name) => {
                let found = outcomes.iter().filter(|(known, _)| *known == name);
                numbers.extend(found.flat_map(|(_, outcome)| outcome.numbers.clone()));
            }
            How::Property(lesson, exercise, property) => {
                let holds = properties::holds(lesson, exercise, property);
                numbers.insert(property, f64::from(u8::from(holds)));
            }
            How::NotRun(_) => {}
        }
    }
    numbers
}
