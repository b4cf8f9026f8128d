//! The lesson under test: do its properties catch every known mistake, and only mistakes?
//!
//! [`catalogue_tests!`](crate::catalogue_tests!) makes these findings the tests of a lesson.

use crate::contract::Contract;
use crate::lesson::{Exercise, Judged, Lesson, Mistake, Variant};

/// What became of a mistake that was planted.
pub struct Planted<A: 'static> {
    /// The exercise it belongs to.
    pub exercise: &'static Exercise<A>,
    /// The mistake.
    pub mistake: &'static Mistake<A>,
    /// The properties that failed.
    pub killed_by: Vec<&'static str>,
    /// The mistake that the diagnosis named: itself, or an earlier one that behaves alike.
    pub named: Option<&'static str>,
}

/// The mistakes of an exercise in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The exercise.
    pub exercise: &'static str,
    /// How many mistakes its catalogue holds.
    pub mistakes: usize,
    /// How many of them a property catches.
    pub caught: usize,
    /// How many of them are named, as themselves or as one that behaves alike.
    pub named: usize,
}

impl<A: Contract> Lesson<A> {
    /// Counts, per exercise, what becomes of its mistakes.
    pub fn tally_mistakes(&self) -> Vec<Tally> {
        let planted = self.plant_mistakes();
        let tally = |exercise: &Exercise<A>| {
            let mine = || planted.iter().filter(|one| one.exercise.name == exercise.name);
            Tally {
                exercise: exercise.name,
                mistakes: mine().count(),
                caught: mine().filter(|one| !one.killed_by.is_empty()).count(),
                named: mine().filter(|one| one.named.is_some()).count(),
            }
        };
        self.exercises.iter().map(tally).collect()
    }

    /// Plants every mistake of the catalogue in turn.
    pub fn plant_mistakes(&self) -> Vec<Planted<A>> {
        let pairs = self
            .exercises
            .iter()
            .flat_map(|exercise| exercise.mistakes.iter().map(move |mistake| (exercise, mistake)));
        pairs.map(|(exercise, mistake)| self.plant(exercise, mistake)).collect()
    }

    fn plant(&self, exercise: &'static Exercise<A>, mistake: &'static Mistake<A>) -> Planted<A> {
        let mut answers = (self.reference)();
        (mistake.plant)(&mut answers);
        let failed: Vec<Judged> =
            self.judge(exercise, answers).into_iter().filter(|one| one.verdict.is_err()).collect();
        let named = failed.iter().find_map(|one| one.verdict.as_ref().err()?.mistake());
        Planted { exercise, mistake, killed_by: failed.iter().map(|one| one.name).collect(), named }
    }

    /// Properties that no mistake of the catalogue fails: nothing shows that they are needed.
    pub fn properties_without_a_mistake(&self, planted: &[Planted<A>]) -> Vec<String> {
        let is_needed = |exercise: &Exercise<A>, name: &str| {
            planted
                .iter()
                .any(|one| one.exercise.name == exercise.name && one.killed_by.contains(&name))
        };
        self.exercises
            .iter()
            .flat_map(|exercise| exercise.properties.iter().map(move |one| (exercise, one.name)))
            .filter(|(exercise, name)| !is_needed(exercise, name))
            .map(|(exercise, name)| format!("{}::{name}", exercise.name))
            .collect()
    }

    /// Functions with fewer than three mistakes, or without their hints.
    pub fn functions_that_lack_something(&self) -> Vec<&'static str> {
        let lacks = |exercise: &Exercise<A>, function: &str| {
            let mistakes = exercise.mistakes.iter().filter(|one| one.function == function).count();
            mistakes < 3 || !exercise.hints.iter().any(|hints| hints.function == function)
        };
        self.exercises
            .iter()
            .flat_map(|exercise| exercise.functions.iter().map(move |one| (exercise, *one)))
            .filter(|(exercise, function)| lacks(exercise, function))
            .map(|(_, function)| function)
            .collect()
    }

    /// Right variants that a property refuses, with its words; the reference is one of them.
    pub fn refusals(&self, variants: &[&[Variant<A>]]) -> Vec<String> {
        let mut refusals = self.refusals_of("the reference", |_| {});
        for variant in variants.iter().copied().flatten() {
            refusals.extend(self.refusals_of(variant.name, variant.plant));
        }
        refusals
    }

    /// How many variants there are of the functions of `exercise`, and how many of them it accepts.
    pub fn accepted(&self, exercise: &str, variants: &[&[Variant<A>]]) -> (usize, usize) {
        let exercise = self.exercise(exercise);
        let of_exercise = |one: &&Variant<A>| exercise.functions.contains(&one.function);
        let accepts = |variant: &Variant<A>| {
            let mut answers = (self.reference)();
            (variant.plant)(&mut answers);
            self.judge(exercise, answers).iter().all(|one| one.verdict.is_ok())
        };
        let mine: Vec<&Variant<A>> =
            variants.iter().copied().flatten().filter(of_exercise).collect();
        (mine.len(), mine.into_iter().filter(|one| accepts(one)).count())
    }

    fn refusals_of(&self, name: &str, plant: impl Fn(&mut A)) -> Vec<String> {
        let judged = self.exercises.iter().flat_map(|exercise| {
            let mut answers = (self.reference)();
            plant(&mut answers);
            self.judge(exercise, answers)
        });
        judged
            .filter_map(|one| Some((one.name, one.verdict.err()?)))
            .map(|(property, complaint)| format!("{name}, {property}: {complaint}"))
            .collect()
    }

    /// Properties that say more than one quiet line about a function that is not written yet.
    pub fn loud_stubs(&self) -> Vec<&'static str> {
        let judged =
            self.exercises.iter().flat_map(|exercise| self.judge(exercise, A::unwritten()));
        judged
            .filter(|one| {
                let complaint = one.verdict.as_ref().err();
                !complaint
                    .is_some_and(|it| it.is_unwritten() && it.to_string().lines().count() == 1)
            })
            .map(|one| one.name)
            .collect()
    }
}

/// Mistakes that no property catches.
pub fn mistakes_that_pass<A>(planted: &[Planted<A>]) -> Vec<&'static str> {
    planted.iter().filter(|one| one.killed_by.is_empty()).map(|one| one.mistake.id).collect()
}

/// Mistakes that the diagnosis does not name, or calls by the name of one that behaves
/// otherwise: then each of the two must be named as the other, or as itself.
pub fn mistakes_without_a_name<A>(planted: &[Planted<A>]) -> Vec<String> {
    let position = |id: &str| planted.iter().position(|one| one.mistake.id == id);
    planted
        .iter()
        .filter(|one| {
            let by_itself = one.named == Some(one.mistake.id);
            // Of two that behave alike the first gives its name to both.
            let by_twin = one.named.and_then(position).is_some_and(|twin| {
                planted[twin].mistake.function == one.mistake.function
                    && planted[twin].killed_by == one.killed_by
            });
            !by_itself && !by_twin
        })
        .map(|one| format!("{} is named {:?}", one.mistake.id, one.named))
        .collect()
}

/// The tests of a lesson's own catalogue: `catalogue_tests!(crate::LESSON, crate::VARIANTS)`.
#[macro_export]
macro_rules! catalogue_tests {
    ($lesson:expr, $variants:expr) => {
        mod catalogue {
            const NOTHING: [String; 0] = [];

            #[test]
            fn every_mistake_is_caught_and_named_and_every_property_catches_one() {
                let planted = $lesson.plant_mistakes();
                assert_eq!($crate::audit::mistakes_that_pass(&planted), NOTHING);
                assert_eq!($crate::audit::mistakes_without_a_name(&planted), NOTHING);
                assert_eq!($lesson.properties_without_a_mistake(&planted), NOTHING);
                let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/properties");
                assert_eq!($lesson.false_docs(&planted, folder.as_ref()), NOTHING);
            }

            #[test]
            fn every_function_has_three_mistakes_and_its_hints() {
                assert_eq!($lesson.functions_that_lack_something(), NOTHING);
            }

            #[test]
            fn every_right_answer_is_accepted() {
                assert_eq!($lesson.refusals($variants), NOTHING);
            }

            #[test]
            fn every_stub_fails_quietly() {
                assert_eq!($lesson.loud_stubs(), NOTHING);
            }
        }
    };
}
