//! A lesson: its exercises with their properties, hints and mistakes, and how an answer is judged.

pub mod audit;
mod diagnosis;
mod docs;

use std::rc::Rc;

use crate::complaint::{Complaint, Verdict};
use crate::contract::{Callee, Contract};
use crate::fault::{Fault, attempt};
use crate::remote::Rehearsal;
use crate::text::Text;

/// A sentence that is known beforehand, in every language of the course.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The sentence in English.
    pub en: &'static str,
    /// The same sentence in Korean.
    pub ko: &'static str,
}

impl Phrase {
    /// As a [`Text`].
    pub fn text(self) -> Text {
        Text::new(self.en, self.ko)
    }
}

/// The three steps of help for a function. The first is also the sentence in the stub's `todo!`,
/// the last is nearly the answer.
#[derive(Clone, Copy, Debug)]
pub struct Hints {
    /// The function.
    pub function: &'static str,
    /// The steps.
    pub steps: [Phrase; 3],
}

/// One law that a function of an answer keeps.
pub struct Property<A: 'static> {
    /// The function that it tests.
    pub function: &'static str,
    /// Its name: the rest of a sentence that begins with the function or the exercise.
    pub name: &'static str,
    /// The check.
    pub check: fn(&A) -> Verdict,
}

/// One exercise: a file of functions that the student writes.
pub struct Exercise<A: 'static> {
    /// Its name, which is also that of its file and of the module of its tests.
    pub name: &'static str,
    /// The functions in its file.
    pub functions: &'static [&'static str],
    /// The properties of these functions.
    pub properties: &'static [Property<A>],
    /// The mistakes that students make here.
    pub mistakes: &'static [Mistake<A>],
    /// Help for each of the functions.
    pub hints: &'static [Hints],
}

impl<A> Exercise<A> {
    fn property(&self, name: &str) -> &Property<A> {
        let found = self.properties.iter().find(|property| property.name == name);
        found.unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }
}

/// A wrong implementation of one function, and what to tell a student whose answer behaves so.
pub struct Mistake<A: 'static> {
    /// Its stable name in the catalogue.
    pub id: &'static str,
    /// The function that it gets wrong.
    pub function: &'static str,
    /// The wrong code.
    pub code: &'static str,
    /// One or two sentences for the student.
    pub hint: Phrase,
    /// Puts the wrong function into an answer.
    pub plant: fn(&mut A),
}

/// A right implementation that is written differently from the solution.
pub struct Variant<A: 'static> {
    /// What is different about it.
    pub name: &'static str,
    /// The function.
    pub function: &'static str,
    /// Puts it into an answer.
    pub plant: fn(&mut A),
}

/// Everything that is known of a lesson.
pub struct Lesson<A: 'static> {
    /// Its name, which is also that of its crate and its folder.
    pub name: &'static str,
    /// Its exercises, in the order in which they are meant to be solved.
    pub exercises: &'static [Exercise<A>],
    /// Answers that are right; the naive ones that the properties compare with.
    pub reference: fn() -> A,
}

/// What came of one property.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The function that was tested.
    pub function: &'static str,
    /// The name of the property.
    pub name: &'static str,
    /// Whether it holds.
    pub verdict: Verdict,
}

impl<A: Contract> Lesson<A> {
    /// The exercise called `name`.
    ///
    /// # Panics
    /// If there is none: the name comes from the lesson's own table.
    pub fn exercise(&self, name: &str) -> &'static Exercise<A> {
        let found = self.exercises.iter().find(|exercise| exercise.name == name);
        found.unwrap_or_else(|| panic!("{} has no exercise {name}", self.name))
    }

    /// Checks one property of one exercise; names the mistake if it fails like a known one.
    ///
    /// # Panics
    /// If there is no such property.
    pub fn check(&self, exercise: &str, property: &str, answers: A) -> Verdict {
        let exercise = self.exercise(exercise);
        let property = exercise.property(property);
        let answers = Rc::new(answers);
        run(exercise, property, &answers).map_err(|complaint| {
            let mistake = self.diagnose(exercise, property.function, &answers, &complaint);
            named(complaint, mistake)
        })
    }

    /// Checks all properties of one exercise. Each function is diagnosed once.
    pub fn judge(&self, exercise: &'static Exercise<A>, answers: A) -> Vec<Judged> {
        self.judge_unless(exercise, answers, &|_| false)
    }

    /// As [`judge`](Self::judge), but a property of which `holds` says so by its name, when its turn
    /// comes, is not run.
    pub fn judge_unless(
        &self,
        exercise: &'static Exercise<A>,
        answers: A,
        holds: &dyn Fn(&'static str) -> bool,
    ) -> Vec<Judged> {
        let answers = Rc::new(answers);
        let judge_one = |property: &Property<A>| Judged {
            function: property.function,
            name: property.name,
            verdict: if holds(property.name) { Ok(()) } else { run(exercise, property, &answers) },
        };
        let mut judged: Vec<Judged> = exercise.properties.iter().map(judge_one).collect();
        for function in exercise.functions {
            let mut complaints: Vec<&mut Complaint> = judged
                .iter_mut()
                .filter(|one| one.function == *function)
                .filter_map(|one| one.verdict.as_mut().err())
                .collect();
            let Some(first) = complaints.first() else { continue };
            let mistake = self.diagnose(exercise, function, &answers, first);
            for complaint in &mut complaints {
                **complaint = named(complaint.clone(), mistake);
            }
        }
        judged
    }

    /// What a property asks of right answers; `None` if that cannot be known beforehand.
    ///
    /// # Panics
    /// If there is no such property.
    pub fn rehearse(&self, exercise: &str, property: &str) -> Option<Rehearsal> {
        let exercise = self.exercise(exercise);
        let property = exercise.property(property);
        let is_right = |right| run(exercise, property, &Rc::new(A::over(right))).is_ok();
        Rehearsal::of((self.reference)(), is_right)
    }

    /// The mistake that `answers` make in `function`, if it is a known one.
    fn diagnose(
        &self,
        exercise: &'static Exercise<A>,
        function: &str,
        answers: &Rc<A>,
        complaint: &Complaint,
    ) -> Option<&'static Mistake<A>> {
        match complaint.fault() {
            None | Some(Fault::Panicked { .. }) => {
                diagnosis::mistake_of(exercise, function, answers, self.reference)
            }
            Some(_) => None,
        }
    }
}

fn named<A>(complaint: Complaint, mistake: Option<&Mistake<A>>) -> Complaint {
    match mistake {
        Some(mistake) => complaint.with_mistake(mistake.id, mistake.hint.text()),
        None => complaint,
    }
}

/// Runs one property. A `todo!` in the file of another exercise is told as what it is: a call of a
/// function that is not written yet.
fn run<A: Contract>(exercise: &Exercise<A>, property: &Property<A>, answers: &Rc<A>) -> Verdict {
    let verdict = attempt(|| (property.check)(answers))
        .unwrap_or_else(|fault| Err(Complaint::of_fault(fault)));
    verdict.map_err(|complaint| match complaint.fault() {
        Some(Fault::Unwritten { message, place: Some(place) })
            if !place.file.ends_with(&format!("/{}.rs", exercise.name)) =>
        {
            let (file, function) = (&place.file, property.function);
            Complaint::new(crate::say!(
                "`{function}` calls a function that is not written yet, in {file}: {message}.",
                "`{function}`이(가) {file}의 아직 작성되지 않은 함수를 부릅니다: {message}."
            ))
        }
        _ => complaint,
    })
}

/// A lesson whatever its contract, for tools that go through all of them.
pub trait AnyLesson: Sync {
    /// Its name.
    fn name(&self) -> &'static str;
    /// Its exercises, each with its functions, in order.
    fn outline(&self) -> Vec<Outline>;
    /// Checks all properties of `exercise` on the answers that `callee` gives.
    fn judge(&self, exercise: &str, callee: Rc<dyn Callee>) -> Vec<Judged> {
        self.judge_unless(exercise, callee, &|_| false)
    }
    /// As [`judge`](Self::judge), but a property of which `holds` says so by its name, when its turn
    /// comes, is not run.
    fn judge_unless(
        &self,
        exercise: &str,
        callee: Rc<dyn Callee>,
        holds: &dyn Fn(&'static str) -> bool,
    ) -> Vec<Judged>;
    /// What a property of `exercise` asks of right answers; `None` if that cannot be known.
    fn rehearse(&self, exercise: &str, property: &str) -> Option<Rehearsal>;
}

/// What is known of an exercise without its contract.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The name of the exercise.
    pub name: &'static str,
    /// Its functions.
    pub functions: &'static [&'static str],
    /// Its properties: function and name.
    pub properties: Vec<(&'static str, &'static str)>,
    /// Help for its functions.
    pub hints: &'static [Hints],
}

impl<A: Contract> AnyLesson for Lesson<A> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn outline(&self) -> Vec<Outline> {
        let outline_of = |exercise: &Exercise<A>| Outline {
            name: exercise.name,
            functions: exercise.functions,
            properties: exercise.properties.iter().map(|p| (p.function, p.name)).collect(),
            hints: exercise.hints,
        };
        self.exercises.iter().map(outline_of).collect()
    }

    fn judge_unless(
        &self,
        exercise: &str,
        callee: Rc<dyn Callee>,
        holds: &dyn Fn(&'static str) -> bool,
    ) -> Vec<Judged> {
        Lesson::judge_unless(self, self.exercise(exercise), A::over(callee), holds)
    }

    fn rehearse(&self, exercise: &str, property: &str) -> Option<Rehearsal> {
        Lesson::rehearse(self, exercise, property)
    }
}

/// Declares a lesson: its exercises, their functions, and the properties of each function.
///
/// For an exercise `sigmoid` it expects the modules `properties::sigmoid` with one function per
/// property, `mistakes::sigmoid` with a constant `MISTAKES`, and `hints::sigmoid` with a constant
/// `HINTS`; for the lesson, `reference::answers()`. It writes the static `LESSON` and the macro
/// `tests!`, which turns every property into a `#[test]` on the answers of a function.
#[macro_export]
macro_rules! lesson {
    ($lesson:ident: $answers:ident {
        $($exercise:ident { $($function:ident: $($property:ident),+ $(,)?;)+ })+
    }) => {
        $crate::lesson!(@static $lesson $answers {
            $($exercise { $($function: $($property),+;)+ })+
        });
        $crate::lesson!(@tests ($) $lesson $answers {
            $($exercise { $($($property)+)+ })+
        });
    };
    (@static $lesson:ident $answers:ident {
        $($exercise:ident { $($function:ident: $($property:ident),+;)+ })+
    }) => {
        /// The lesson: its exercises with their properties, mistakes and hints.
        pub static LESSON: $crate::Lesson<$answers> = $crate::Lesson {
            name: stringify!($lesson),
            exercises: &[$($crate::Exercise {
                name: stringify!($exercise),
                functions: &[$(stringify!($function)),+],
                properties: &[$($($crate::Property {
                    function: stringify!($function),
                    name: stringify!($property),
                    check: properties::$exercise::$property,
                },)+)+],
                mistakes: mistakes::$exercise::MISTAKES,
                hints: hints::$exercise::HINTS,
            },)+],
            reference: reference::answers,
        };
    };
    (@tests ($d:tt) $lesson:ident $answers:ident {
        $($exercise:ident { $($property:ident)+ })+
    }) => {
        /// Turns every property of the lesson into a `#[test]` on the answers that the named
        /// function gives.
        #[macro_export]
        macro_rules! tests {
            ($d answers:ident) => {$(
                mod $exercise {
                    $(
                        #[test]
                        fn $property() -> testkit::Verdict {
                            let (exercise, property) =
                                (stringify!($exercise), stringify!($property));
                            $lesson::LESSON.check(exercise, property, super::$d answers())
                        }
                    )+
                }
            )+};
        }
    };
}

// `crate` in the two macros below is the lesson's crate, on purpose: `fill` is there.

/// A [`Mistake`] in the catalogue of a lesson:
/// `mistake!("A01", sigmoid, |z| 1.0 / (1.0 + z.exp()), "English", "Korean")`.
#[macro_export]
#[allow(clippy::crate_in_macro_def)]
macro_rules! mistake {
    ($id:literal, $function:ident, $wrong:expr, $en:literal, $ko:literal $(,)?) => {
        $crate::Mistake {
            id: $id,
            function: stringify!($function),
            code: stringify!($wrong),
            hint: $crate::Phrase { en: $en, ko: $ko },
            plant: |answers| answers.$function = crate::fill::$function($wrong),
        }
    };
}

/// A [`Variant`] in the catalogue of right answers:
/// `variant!("with a loop", sigmoid, |z| ...)`.
#[macro_export]
#[allow(clippy::crate_in_macro_def)]
macro_rules! variant {
    ($name:literal, $function:ident, $right:expr $(,)?) => {
        $crate::Variant {
            name: $name,
            function: stringify!($function),
            plant: |answers| answers.$function = crate::fill::$function($right),
        }
    };
}

/// The [`Hints`] of a function: `hints!(sigmoid, ("English", "Korean"), (..), (..))`.
#[macro_export]
macro_rules! hints {
    ($function:ident, $(($en:literal, $ko:literal)),+ $(,)?) => {
        $crate::Hints {
            function: stringify!($function),
            steps: [$($crate::Phrase { en: $en, ko: $ko }),+],
        }
    };
}
