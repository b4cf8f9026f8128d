//! Wrong answers that no catalogue knows: what is said of them, and whether it is true.

use std::rc::Rc;

use crate::lesson::audit::sampled;
use crate::lesson::{Judgeable, Lesson, Unknown, headline};
use contract::{Contract, Language};

/// A wrong answer that was written without looking at the catalogue.
pub struct Unseen<A: 'static> {
    /// The function that it gets wrong.
    pub function: &'static str,
    /// The wrong code.
    pub code: &'static str,
    /// What a true explanation says: one of these words, between bars.
    pub truth: &'static str,
    /// Puts the wrong function into an answer.
    pub plant: fn(&mut A),
}

/// An [`Unseen`] answer: `unseen!(relu, |z| z.clamp(0.0, 6.0), "6")`.
#[macro_export]
macro_rules! unseen {
    ($function:ident, $wrong:expr, $truth:literal $(,)?) => {
        $crate::audit::Unseen {
            function: stringify!($function),
            code: stringify!($wrong),
            truth: $truth,
            plant: |answers| answers.$function = fill::$function($wrong),
        }
    };
}

/// What became of an unseen answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Every property holds.
    Accepted,
    /// A mistake or a family was named that is the true one.
    Named(String),
    /// A fact was found that is true.
    Observed(String),
    /// What was said is not true.
    False(String),
    /// Nothing was said.
    Silent,
}

impl<A: Contract> Lesson<A> {
    fn fate(&self, unseen: &Unseen<A>) -> Fate {
        let mut answers = (self.reference)();
        (unseen.plant)(&mut answers);
        let answers = [Judgeable::from(Rc::new(answers))];
        let exercise =
            self.exercises.iter().find(|exercise| exercise.functions.contains(&unseen.function));
        let exercise = exercise.unwrap_or_else(|| panic!("nobody asks {}", unseen.function));
        let judged = self.judge_all(exercise, unseen.function, &answers, &Unknown);
        let told = headline(&judged[0]).and_then(|judged| judged.verdict.as_ref().err());
        let Some(complaint) = told else { return Fate::Accepted };
        let Some(id) = complaint.mistake() else { return Fate::Silent };
        let words = complaint.hint(Language::English).unwrap_or_default();
        let told = format!("{id}: {words}");
        let is_true = unseen.truth.split('|').any(|word| words.contains(word));
        match is_true {
            false => Fate::False(told),
            true if id.starts_with("fact:") => Fate::Observed(told),
            true => Fate::Named(told),
        }
    }
}

/// Holds `lesson` to what it promises of unseen answers: all are refused, nothing false is said, and so many are
/// named, observed and silent as `counts` says. Every third is tried, or all where
/// [`EXHAUSTIVE`](super::EXHAUSTIVE) is set. `SHOW_UNSEEN` prints what is said, also of each catalogued mistake
/// by a catalogue without it: for a person, who reads whether it is true.
///
/// # Panics
/// If it does not keep that.
pub fn check_unseen<A: Contract>(lesson: &Lesson<A>, unseen: &[Unseen<A>], counts: [usize; 3]) {
    let shows = std::env::var_os("SHOW_UNSEEN").is_some();
    let sample = || unseen.iter().step_by(sampled(3));
    let fates: Vec<Fate> = sample().map(|unseen| lesson.fate(unseen)).collect();
    let (mut named, mut observed, mut silent, mut faults) = (0, 0, 0, Vec::new());
    for (unseen, fate) in sample().zip(&fates) {
        if shows {
            println!("{} {}\n    [{}] {fate:?}", unseen.function, unseen.code, unseen.truth);
        }
        match fate {
            Fate::Named(_) => named += 1,
            Fate::Observed(_) => observed += 1,
            Fate::Silent => silent += 1,
            fault => faults.push(format!("{} {}: {fault:?}", unseen.function, unseen.code)),
        }
    }
    if shows {
        for exercise in lesson.exercises {
            for (mistake, found) in lesson.found_without_itself(exercise) {
                let hint = found.map(|found| format!("{}: {}", found.id, found.hint.en));
                println!("{} {} {}\n    {hint:?}", mistake.function, mistake.id, mistake.code);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let is_sample = fates.len() < unseen.len();
    assert!(
        is_sample || [named, observed, silent] == counts,
        "{named} named, {observed} observed, {silent} silent of {}",
        lesson.name
    );
}
