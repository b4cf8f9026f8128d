//! The mistakes of the catalogues, judged as submissions are: over a socket, with questions asked ahead.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::rc::Rc;
use std::thread;
use std::time::Instant;

use contract::{
    Callee, Connection, Contract, Fault, Language, Limits, Passed, Remote, Value, serve,
};
use course::Course;
use course::asking::Rehearsals;
use course::report::{Report, Standing};
use testkit::{AnyLesson, Exercise, Lesson, Mistake};

use super::examiner::{ask, behaviours};
use crate::results::ExerciseResult;

struct Socket(UnixStream);

impl Connection for Socket {
    fn read_exact(&mut self, buffer: &mut [u8], _: Instant) -> io::Result<()> {
        self.0.read_exact(buffer)
    }

    fn write_all(&mut self, bytes: &[u8], _: Instant) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn hang_up(&mut self) -> String {
        String::new()
    }
}

fn planted<A: Contract>(lesson: &Lesson<A>, mistake: &Mistake<A>) -> A {
    let mut answers = (lesson.reference)();
    (mistake.plant)(&mut answers);
    answers
}

/// The answers that `plant` makes, at the other end of a socket.
fn remote<A: Contract>(plant: impl Fn() -> A + Copy + Send + 'static) -> Rc<Remote> {
    let connect = move || -> io::Result<Box<dyn Connection>> {
        let (ours, theirs) = UnixStream::pair()?;
        thread::spawn(move || serve(&plant(), theirs));
        Ok(Box::new(Socket(ours)))
    };
    Rc::new(Remote::new(Box::new(connect), Limits::default()))
}

/// The mistakes of the exercises, at most the first few of each, lose the weights of the properties
/// that catch them in the lesson's own tests, and nothing else.
fn cost_what_catches_them<A: Contract>(lesson: &'static Lesson<A>, most: (usize, usize)) {
    let rehearsals = Rehearsals::of(Course::whole());
    for of_lesson in lesson.exercises.iter().take(most.0) {
        let exercise = Course::whole().find(of_lesson.name).unwrap()[0];
        for mistake in of_lesson.mistakes.iter().take(most.1) {
            let answers = || planted(lesson, mistake);
            let [report, plain] = [&rehearsals, &Rehearsals::none()].map(|rehearsals| {
                Report::judged(
                    exercise,
                    &ask(exercise, &|| remote(answers), rehearsals, &|_| false),
                )
            });
            assert_eq!(report, plain, "{} call by call", mistake.id);
            let result = ExerciseResult::new(&report, Language::English);
            // Over a callee, so that random numbers come from the same seeds.
            let answers = A::over(Rc::new(planted(lesson, mistake)));
            let mut lost = 0;
            let judged = lesson.judge(of_lesson, answers);
            for (judged, graded) in judged.iter().zip(&result.properties) {
                let passes = graded.verdict == Standing::Pass;
                assert_eq!(passes, judged.verdict.is_ok(), "{} {}", mistake.id, judged.name);
                lost += if passes { 0 } else { graded.weight };
            }
            assert!(lost > 0, "{}", mistake.id);
            assert_eq!(result.score, result.max_score - lost, "{}", mistake.id);
        }
    }
}

/// Variants, and what is asked of them, must not depend on what is asked ahead either.
fn are_judged_alike_call_by_call<A: Contract>(lesson: &'static Lesson<A>, most: (usize, usize)) {
    let (ahead, none) = (Rehearsals::of(Course::whole()), Rehearsals::none());
    for of_lesson in lesson.exercises.iter().take(most.0) {
        let exercise = Course::whole().find(of_lesson.name).unwrap()[0];
        for variant in of_lesson.variants.iter().take(most.1) {
            let plant = move || {
                let mut answers = (lesson.reference)();
                (variant.plant)(&mut answers);
                answers
            };
            let [with, without] = [&ahead, &none].map(|rehearsals| {
                Report::judged(exercise, &ask(exercise, &|| remote(plant), rehearsals, &|_| false))
            });
            assert_eq!(with, without, "{}: {}", exercise.name(), variant.name);
            assert_eq!(with.standing(), Standing::Pass, "{}: {}", exercise.name(), variant.name);
        }
    }
}

/// A few of each lesson; all of them with the environment variable `EVERY_MISTAKE`, which takes twenty
/// minutes.
fn sample(few: (usize, usize)) -> (usize, usize) {
    let is_all = std::env::var_os("EVERY_MISTAKE").is_some();
    if is_all { (usize::MAX, usize::MAX) } else { few }
}

#[test]
fn variants_are_judged_alike_ahead_and_call_by_call() {
    let most = sample((1, 1));
    are_judged_alike_call_by_call(&activations_suite::LESSON, most);
    are_judged_alike_call_by_call(&init_suite::LESSON, most);
    are_judged_alike_call_by_call(&backprop_suite::LESSON, most);
    are_judged_alike_call_by_call(&symmetry_suite::LESSON, most);
}

#[test]
fn mistakes_cost_the_properties_that_catch_them_and_no_other() {
    let most = sample((1, 4));
    cost_what_catches_them(&activations_suite::LESSON, most);
    cost_what_catches_them(&init_suite::LESSON, most);
    cost_what_catches_them(&backprop_suite::LESSON, most);
    cost_what_catches_them(&symmetry_suite::LESSON, most);
}

/// A lesson whose catalogue lacks every fourth mistake, and these mistakes.
fn without_a_quarter<A: Contract>(
    lesson: &'static Lesson<A>,
) -> (&'static Lesson<A>, Vec<(&'static str, &'static Mistake<A>)>) {
    let mut removed = Vec::new();
    let mut exercises = Vec::new();
    for exercise in lesson.exercises {
        let mut mistakes = Vec::new();
        for (index, mistake) in exercise.mistakes.iter().enumerate() {
            if index % 4 == 1 {
                removed.push((exercise.name, mistake));
            } else {
                mistakes.push(Mistake { hint: mistake.hint.clone(), ..*mistake });
            }
        }
        exercises.push(Exercise { mistakes: mistakes.leak(), ..*exercise });
    }
    let lesson = Lesson { exercises: exercises.leak(), ..*lesson };
    (Box::leak(Box::new(lesson)), removed)
}

/// The answers of somebody who adds up in another order: each number is off in its last digits.
struct Rounded<A>(A);

impl<A: Callee> Callee for Rounded<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        fn off(value: Value, by: &mut f64) -> Value {
            let mut number = |number: f64| {
                *by = -*by;
                number * (1.0 + *by)
            };
            match value {
                Value::Number(z) => Value::Number(number(z)),
                Value::Vector(z) => Value::Vector(z.mapv(number)),
                Value::Matrix(z) => Value::Matrix(z.mapv(number)),
                Value::Sequence(parts) => {
                    Value::Sequence(parts.into_iter().map(|part| off(part, by)).collect())
                }
                Value::Record(fields) => Value::Record(
                    fields.into_iter().map(|(name, part)| (name, off(part, by))).collect(),
                ),
                other => other,
            }
        }
        let mut by = 2.0 * f64::EPSILON;
        self.0.call(function, arguments).map(|value| off(value, &mut by))
    }
}

/// How many mistakes that a lesson's catalogue lacks are a group each, when two students make them; and all of them
/// that were tried.
fn groups<A: Contract>(lesson: &'static Lesson<A>, exercises: usize) -> (usize, usize) {
    let (poorer, removed) = without_a_quarter(lesson);
    let rehearsals = Rehearsals::none();
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let tried: BTreeSet<&str> =
        lesson.exercises.iter().take(exercises).map(|exercise| exercise.name).collect();
    let removed: Vec<_> = removed.into_iter().filter(|(name, _)| tried.contains(name)).collect();
    for (name, mistake) in &removed {
        let outline = poorer.outline().into_iter().find(|outline| outline.name == *name).unwrap();
        let exercise = course::Exercise { lesson: poorer, number: (1, 1), outline };
        let mistake: &'static Mistake<A> = mistake;
        // Both over a callee, so that random numbers come from the same seeds.
        let plain = move || A::over(Rc::new(planted(lesson, mistake)));
        let rounded = move || A::over(Rc::new(Rounded(planted(lesson, mistake))));
        let students: [&dyn Fn() -> Rc<Remote>; 2] = [&|| remote(plain), &|| remote(rounded)];
        for answers in students {
            let judged = ask(&exercise, answers, &rehearsals, &|_| false);
            for (_, digest) in behaviours(&exercise, &judged, answers) {
                groups.entry(digest).or_default().push(mistake.id);
            }
        }
    }
    let is_alone =
        |(_, mistake): &&(&str, &Mistake<A>)| groups.values().any(|ids| *ids == [mistake.id; 2]);
    let lost: Vec<&str> =
        removed.iter().filter(|pair| !is_alone(pair)).map(|(_, mistake)| mistake.id).collect();
    println!("{}: {} of {} are no group: {lost:?}", lesson.name, lost.len(), removed.len());
    (removed.len() - lost.len(), removed.len())
}

#[test]
fn a_mistake_that_the_catalogue_lacks_is_one_group_however_it_is_written() {
    let (few, _) = sample((1, 0));
    let counts = [
        groups(&activations_suite::LESSON, few),
        groups(&init_suite::LESSON, few),
        groups(&backprop_suite::LESSON, few),
        groups(&symmetry_suite::LESSON, few),
    ];
    let (alone, all) = counts.iter().fold((0, 0), |sum, of| (sum.0 + of.0, sum.1 + of.1));
    assert!(alone * 10 >= all * 9 && all > 0, "{alone} of {all}");
}
