//! The mistakes of the catalogues, judged as submissions are: over a socket, with questions asked ahead.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::rc::Rc;
use std::thread;
use std::time::Instant;

use contract::{Connection, Contract, Language, Limits, Remote, serve};
use course::Course;
use course::asking::Rehearsals;
use course::report::{Report, Standing};
use testkit::{Lesson, Mistake};

use super::examiner::ask;
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
