//! The lesson under test: do its properties catch every known mistake, and only mistakes?
//!
//! The tests that the macro `catalogue!` of a suite writes ask here, an exercise at a time. A mistake and
//! a variant replace one function, and a property asks one function
//! ([`Lesson::properties_that_ask_others`]): so each is judged by the properties of its function.

mod docs;
mod unseen;
mod words;

pub use unseen::{Fate, Unseen, check_unseen};

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::lesson::{
    Exercise, Judgeable, Judged, Lesson, Mistake, Unknown, Variant, diagnosis, headline, is_law,
    smallest,
};
use contract::Fault;
use contract::Value;
use contract::{Callee, Contract, Passed};

/// The environment variable with which the tests of a suite plant every mistake and every variant, not a sample.
pub const EXHAUSTIVE: &str = "GRADLINGS_EXHAUSTIVE";

/// A mistake that was planted in right answers, and how it was judged.
pub struct Planted<A: 'static> {
    /// The entry of the catalogue.
    pub mistake: &'static Mistake<A>,
    /// A verdict for each property of its function.
    pub judged: Vec<Judged>,
}

impl<A> Planted<A> {
    /// The properties that failed.
    pub fn killed_by(&self) -> Vec<&'static str> {
        self.failed().map(|judged| judged.name).collect()
    }

    /// The mistake that the diagnosis named: itself, or an earlier one that behaves alike.
    pub fn named(&self) -> Option<&str> {
        self.failed().find_map(|judged| judged.verdict.as_ref().err()?.mistake())
    }

    fn failed(&self) -> impl Iterator<Item = &Judged> {
        self.judged.iter().filter(|judged| judged.verdict.is_err())
    }
}

/// An exercise in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The exercise's name.
    pub exercise: &'static str,
    /// How many properties it has.
    pub properties: usize,
    /// How many mistakes its catalogue holds.
    pub mistakes: usize,
    /// How many of them a property catches.
    pub caught: usize,
    /// How many of them are named, as themselves or as one that behaves alike.
    pub named: usize,
    /// How many right variants its catalogue holds.
    pub variants: usize,
    /// How many of them every property accepts.
    pub accepted: usize,
    /// What is said of each mistake by a catalogue that does not hold it.
    pub without_itself: Said,
    /// What is said of two mistakes at once.
    pub in_pairs: Said,
}

/// What is said of wrong answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Named by another entry of the catalogue or by a family.
    pub named: usize,
    /// A fact is told.
    pub observed: usize,
    /// Nothing is said.
    pub silent: usize,
}

impl Said {
    fn of(findings: impl Iterator<Item = Option<diagnosis::Finding>>) -> Self {
        let mut said = Self::default();
        for finding in findings {
            match finding {
                Some(finding) if finding.id.starts_with("fact:") => said.observed += 1,
                Some(_) => said.named += 1,
                None => said.silent += 1,
            }
        }
        said
    }
}

impl<A: Contract> Lesson<A> {
    /// Counts the mistakes of an exercise that are caught and named, and the variants that are accepted.
    pub fn tally(&self, exercise: &str) -> Tally {
        let planted = self.plant_mistakes(exercise);
        let exercise = self.exercise(exercise);
        let variants = self.judge_variants(1, exercise);
        Tally {
            exercise: exercise.name,
            properties: exercise.properties.len(),
            mistakes: planted.len(),
            caught: planted.iter().filter(|planted| !planted.killed_by().is_empty()).count(),
            named: planted.iter().filter(|planted| planted.named().is_some()).count(),
            variants: variants.len(),
            accepted: variants.iter().filter(|(_, refusals)| refusals.is_empty()).count(),
            without_itself: Said::of(self.found_without_itself(exercise).map(|(_, found)| found)),
            in_pairs: Said::of(self.found_of_pairs(exercise)),
        }
    }

    /// What is found of each mistake of `exercise` by a catalogue that does not hold it.
    fn found_without_itself(
        &self,
        exercise: &'static Exercise<A>,
    ) -> impl Iterator<Item = (&'static Mistake<A>, Option<diagnosis::Finding>)> {
        // A law is not diagnosed beyond its catalogue.
        let diagnosed = exercise.mistakes.iter().filter(|mistake| !is_law::<A>(mistake.function));
        diagnosed.map(|mistake| {
            let mut answers = (self.reference)();
            (mistake.plant)(&mut answers);
            let planted = Some(mistake);
            let unseen = Judgeable { answers: Rc::new(answers), planted, is_unseen: true };
            let mut found =
                diagnosis::findings_of(exercise, mistake.function, &[unseen], &self.known());
            (mistake, found.remove(0))
        })
    }

    /// What is found of two mistakes at once: neighbours in the catalogue, each in parts of the result in which
    /// the other is right.
    fn found_of_pairs(
        &self,
        exercise: &'static Exercise<A>,
    ) -> impl Iterator<Item = Option<diagnosis::Finding>> {
        exercise.mistakes.windows(2).filter_map(|pair| {
            let [first, second] = pair else { return None };
            if first.function != second.function || is_law::<A>(first.function) {
                return None;
            }
            let plant = |mistake: &Mistake<A>| {
                let mut answers = (self.reference)();
                (mistake.plant)(&mut answers);
                answers
            };
            let mixed = Rc::new(Mixed {
                answers: [plant(first), plant(second)],
                reference: (self.reference)(),
                seen_in_a_part: Cell::new([false; 2]),
            });
            let answers = Rc::new(A::over(Rc::clone(&mixed) as Rc<dyn Callee>));
            let mut found = diagnosis::findings_of(
                exercise,
                first.function,
                &[Judgeable::from(answers)],
                &self.known(),
            );
            (mixed.seen_in_a_part.get() == [true; 2]).then(|| found.remove(0))
        })
    }

    /// Plants every mistake of an exercise in turn.
    pub fn plant_mistakes(&self, exercise: &str) -> Vec<Planted<A>> {
        self.plant_every(1, exercise)
    }

    /// Plants every sixth mistake of each function of an exercise, or all of them where
    /// [`EXHAUSTIVE`] is set.
    pub fn plant_sample(&self, exercise: &str) -> Vec<Planted<A>> {
        self.plant_every(sampled(6), exercise)
    }

    /// Plants the first, and then each mistake `step` further on, of each function of an exercise.
    fn plant_every(&self, step: usize, exercise: &str) -> Vec<Planted<A>> {
        let exercise = self.exercise(exercise);
        let of_function = |function: &&'static str| {
            let mistakes = exercise.mistakes.iter().filter(|mistake| mistake.function == *function);
            self.plant(exercise, function, mistakes.step_by(step))
        };
        exercise.functions.iter().flat_map(of_function).collect()
    }

    /// Plants `mistakes` of one function.
    fn plant(
        &self,
        exercise: &'static Exercise<A>,
        function: &str,
        mistakes: impl Iterator<Item = &'static Mistake<A>> + Clone,
    ) -> Vec<Planted<A>> {
        let plant = |mistake: &'static Mistake<A>| {
            let mut answers = (self.reference)();
            (mistake.plant)(&mut answers);
            Judgeable { answers: Rc::new(answers), planted: Some(mistake), is_unseen: false }
        };
        let answers: Vec<_> = mistakes.clone().map(plant).collect();
        let judged = self.judge_all(exercise, function, &answers, &Unknown);
        mistakes.zip(judged).map(|(mistake, judged)| Planted { mistake, judged }).collect()
    }

    /// What is wrong with an exercise whose mistakes became `planted`, a sentence each: mistakes
    /// that pass or have no name, properties that catch nothing, messages that do not fit a screen or are not words.
    pub fn shortcomings(&self, exercise: &str, planted: &[Planted<A>]) -> Vec<String> {
        let passes = planted.iter().filter(|planted| planted.killed_by().is_empty());
        let mut found: Vec<String> =
            passes.map(|planted| format!("{} passes every property", planted.mistake.id)).collect();
        let exercise = self.exercise(exercise);
        found.extend(misnamed(exercise, planted));
        let is_sample = planted.len() < exercise.mistakes.len();
        let catches = |name| planted.iter().any(|planted| planted.killed_by().contains(&name));
        let idle =
            exercise.properties.iter().filter(|property| !is_sample && !catches(property.name));
        found.extend(idle.map(|property| format!("{} catches no mistake", property.name)));
        found.extend(words::unreadable(planted));
        found
    }

    /// Of each of `planted`, the input that its message shows, where a smaller one shows the mistake, too; `larger`
    /// are those for which that is known, each with the reason.
    pub fn oversized(
        &self,
        exercise: &str,
        planted: &[Planted<A>],
        larger: &[(&str, &str)],
    ) -> Vec<String> {
        let exercise = self.exercise(exercise);
        let of_mistake = |planted: &Planted<A>| {
            let headline = headline(&planted.judged)?;
            if larger.iter().any(|(id, _)| *id == planted.mistake.id) {
                return None;
            }
            let mut answers = (self.reference)();
            (planted.mistake.plant)(&mut answers);
            let property = exercise.property(headline.name);
            let (shown, smaller) =
                smallest::overlooked(property, &Rc::new(answers), self.reference)?;
            let (id, name) = (planted.mistake.id, headline.name);
            Some(format!("{id}, {name}: {smaller:?} is enough, not {shown:?}"))
        };
        planted.iter().filter_map(of_mistake).collect()
    }

    /// What the catalogues of an exercise lack: three mistakes, a variant and the hints of each function. Each is
    /// a sentence, with the name of the module that would hold what is missing.
    pub fn lacking(&self, exercise: &str) -> Vec<(&'static str, String)> {
        let exercise = self.exercise(exercise);
        let lacking = |function: &&'static str| {
            let mistakes =
                exercise.mistakes.iter().filter(|mistake| mistake.function == *function).count();
            let has_variant = exercise.variants.iter().any(|variant| variant.function == *function);
            let has_hints = exercise.hints.iter().any(|hints| hints.function == *function);
            [
                (
                    mistakes < 3,
                    "mistakes",
                    format!("`{function}` has {mistakes} mistakes; it needs 3"),
                ),
                (!has_variant, "variants", format!("`{function}` has no right variant")),
                (!has_hints, "hints", format!("`{function}` has no hints")),
            ]
        };
        let all = exercise.functions.iter().flat_map(lacking);
        all.filter(|(lacks, ..)| *lacks).map(|(_, module, words)| (module, words)).collect()
    }

    /// Ids that two mistakes of the lesson share: a message or a doc that names one would mean both.
    pub fn repeated_ids(&self) -> Vec<&'static str> {
        let mut seen = BTreeSet::new();
        let mistakes = self.exercises.iter().flat_map(|exercise| exercise.mistakes);
        mistakes.map(|mistake| mistake.id).filter(|id| !seen.insert(*id)).collect()
    }

    /// Right answers to an exercise that a property refuses, with its words: the reference, and every third
    /// variant of its functions, or all of them where [`EXHAUSTIVE`] is set.
    pub fn refusals(&self, exercise: &str) -> Vec<String> {
        let exercise = self.exercise(exercise);
        let of_reference = refusals("the reference", self.judge(exercise, (self.reference)()));
        let of_variants = self.judge_variants(sampled(3), exercise);
        of_reference
            .into_iter()
            .chain(of_variants.into_iter().flat_map(|(_, refusals)| refusals))
            .collect()
    }

    /// The first, and then each variant `step` further on, of `exercise`, with the properties that refuse it.
    fn judge_variants(
        &self,
        step: usize,
        exercise: &'static Exercise<A>,
    ) -> Vec<(&'static str, Vec<String>)> {
        let judge = |variant: &Variant<A>| {
            let mut answers = (self.reference)();
            (variant.plant)(&mut answers);
            let answers = [Rc::new(answers).into()];
            let judged = self.judge_all(exercise, variant.function, &answers, &Unknown);
            (variant.name, refusals(variant.name, judged.into_iter().flatten()))
        };
        exercise.variants.iter().step_by(step).map(judge).collect()
    }

    /// Right laws, the reference and the variants, that refuse a right answer on some of 24 inputs, or of 200 where
    /// [`EXHAUSTIVE`] is set.
    pub fn false_alarms(&self) -> Vec<String> {
        let count = if sampled(2) == 1 { 200 } else { 24 };
        let mut found = Vec::new();
        for (exercise, law) in self.laws {
            let exercise = self.exercise(exercise);
            let plants =
                exercise.variants.iter().map(|variant| (variant.name, Some(variant.plant)));
            for (name, plant) in plants.chain([("the reference", None)]) {
                let mut answers = (self.reference)();
                if let Some(plant) = plant {
                    plant(&mut answers);
                }
                let alarms = law.false_alarms(&answers, count);
                found.extend(
                    alarms.into_iter().map(|alarm| format!("{}, {name}: {alarm}", exercise.name)),
                );
            }
        }
        found
    }

    /// Properties that say more than one quiet line about a function that is not written yet.
    pub fn loud_stubs(&self, exercise: &str) -> Vec<&'static str> {
        let is_quiet = |judged: &Judged| {
            let complaint = judged.verdict.as_ref().err();
            complaint.is_some_and(|complaint| {
                complaint.is_unwritten() && complaint.to_string().lines().count() == 1
            })
        };
        let judged = self.judge(self.exercise(exercise), A::unwritten());
        judged.iter().filter(|judged| !is_quiet(judged)).map(|judged| judged.name).collect()
    }

    /// Properties that ask any other function than the one they are listed under: a right answer
    /// to an exercise would fail where another exercise is wrong.
    pub fn properties_that_ask_others(&self, exercise: &str) -> Vec<String> {
        let mut found = Vec::new();
        for property in self.exercise(exercise).properties {
            let witness =
                Rc::new(Witness { reference: (self.reference)(), asked: RefCell::default() });
            let _ = (property.check)(&A::over(Rc::clone(&witness) as Rc<dyn Callee>));
            let asked = witness.asked.borrow();
            let others = asked.iter().filter(|function| *function != property.function);
            found.extend(others.map(|other| format!("{} also asks {other}", property.name)));
        }
        found
    }
}

/// 1 where [`EXHAUSTIVE`] is set, and else `step`.
fn sampled(step: usize) -> usize {
    if std::env::var_os(EXHAUSTIVE).is_some() { 1 } else { step }
}

/// Makes two mistakes: of each part of a result the first wrong one of two answers.
struct Mixed<A> {
    answers: [A; 2],
    reference: A,
    /// Whether each of them was seen in a part.
    seen_in_a_part: Cell<[bool; 2]>,
}

impl<A: Callee> Callee for Mixed<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let right = self.reference.call(function, arguments.clone())?;
        let [first, second] = &self.answers;
        let (first, second) =
            (first.call(function, arguments.clone())?, second.call(function, arguments)?);
        let mut seen = self.seen_in_a_part.get();
        let mut mix = |first: Value, second: Value, right: &Value| {
            let takes_first = first != *right;
            seen[0] |= takes_first;
            seen[1] |= !takes_first && second != *right;
            if takes_first { first } else { second }
        };
        let mixed = match (first, second, right) {
            (Value::Record(first), Value::Record(second), Value::Record(right)) => {
                let parts = first.into_iter().zip(second).zip(right);
                let mixed =
                    parts.map(|(((name, a), (_, b)), (_, right))| (name, mix(a, b, &right)));
                Value::Record(mixed.collect())
            }
            (Value::Sequence(first), Value::Sequence(second), Value::Sequence(right))
                if first.len() == right.len() && second.len() == right.len() =>
            {
                let parts = first.into_iter().zip(second).zip(right);
                Value::Sequence(parts.map(|((a, b), right)| mix(a, b, &right)).collect())
            }
            (first, ..) => first,
        };
        self.seen_in_a_part.set(seen);
        Ok(mixed)
    }
}

/// Answers right, and remembers which functions were asked.
struct Witness<A> {
    reference: A,
    asked: RefCell<BTreeSet<String>>,
}

impl<A: Contract> Callee for Witness<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        self.asked.borrow_mut().insert(function.to_string());
        self.reference.call(function, arguments)
    }
}

fn refusals(name: &str, judged: impl IntoIterator<Item = Judged>) -> Vec<String> {
    let refused =
        judged.into_iter().filter_map(|judged| Some((judged.name, judged.verdict.err()?)));
    refused.map(|(property, complaint)| format!("{name}, {property}: {complaint}")).collect()
}

/// Mistakes that the diagnosis does not name, or calls by the name of one that behaves
/// otherwise: then each of the two must be named as the other, or as itself.
fn misnamed<A>(exercise: &Exercise<A>, planted: &[Planted<A>]) -> Vec<String> {
    let twin_of = |id: &str| exercise.mistakes.iter().find(|mistake| mistake.id == id);
    // A twin that is not in the sample is believed.
    let dies_like = |twin: &Mistake<A>, suspect: &Planted<A>| {
        let twin = planted.iter().find(|planted| planted.mistake.id == twin.id);
        twin.is_none_or(|twin| twin.killed_by() == suspect.killed_by())
    };
    let is_named = |suspect: &&Planted<A>| {
        let by_itself = suspect.named() == Some(suspect.mistake.id);
        // Of two that behave alike the first gives its name to both.
        let by_twin = suspect.named().and_then(twin_of).is_some_and(|twin| {
            twin.function == suspect.mistake.function && dies_like(twin, suspect)
        });
        by_itself || by_twin
    };
    let sentence =
        |planted: &Planted<A>| format!("{} is named {:?}", planted.mistake.id, planted.named());
    planted.iter().filter(|planted| !is_named(planted)).map(sentence).collect()
}
