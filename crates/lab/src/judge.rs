//! From claims and observations to judgements.

use std::rc::Rc;

use contract::Callee;
use course::Course;

use crate::claim::{Claim, How, Judgement};
use crate::estimate::Numbers;
use crate::experiment::Observations;

/// A claim with its judgement, or none if it cannot be run.
pub struct JudgedClaim {
    /// The claim as the ledger has it.
    pub claim: Claim,
    /// What its rule makes of the numbers.
    pub judgement: Option<Judgement>,
}

/// Judges `claims` by the observations of all experiments, each with its name, and by the properties
/// that the claims name.
pub fn judge(
    claims: Vec<Claim>,
    observations: &[(&'static str, Observations)],
) -> Vec<JudgedClaim> {
    let judged = |claim: Claim| {
        let is_run = claim.how.iter().any(|how| !matches!(how, How::NotRun(_)));
        let judgement = is_run.then(|| (claim.rule)(&numbers(&claim, observations)));
        JudgedClaim { claim, judgement }
    };
    claims.into_iter().map(judged).collect()
}

/// The numbers from everything that speaks to `claim`.
fn numbers(claim: &Claim, observations: &[(&'static str, Observations)]) -> Numbers {
    let mut numbers = Numbers::default();
    for how in claim.how {
        match *how {
            How::Experiment(name) => {
                for (_, observations) in observations.iter().filter(|(known, _)| *known == name) {
                    numbers.extend(observations.numbers.clone());
                }
            }
            How::Property(lesson, exercise, property) => {
                let holds = holds_for_solution(lesson, exercise, property);
                numbers.insert(property, f64::from(u8::from(holds)));
            }
            How::NotRun(_) => {}
        }
    }
    numbers
}

/// Whether the solution of `exercise` has this property of the course.
fn holds_for_solution(lesson: &str, exercise: &str, property: &str) -> bool {
    let answers: Rc<dyn Callee> = match lesson {
        "activations" => Rc::new(solution_activations::answers()),
        "init" => Rc::new(solution_init::answers()),
        "backprop" => Rc::new(solution_backprop::answers()),
        "symmetry" => Rc::new(solution_symmetry::answers()),
        other => panic!("there is no lesson {other}: the ledger's test would have named it"),
    };
    let lesson = Course::whole().lessons().iter().find(|known| known.name() == lesson);
    let is_other = |name: &str| name != property;
    let judged = lesson.map(|lesson| lesson.judge_as(exercise, answers, &is_other));
    judged.is_some_and(|judged| judged.iter().all(|judged| judged.verdict.is_ok()))
}
