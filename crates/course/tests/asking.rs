//! What is said of an answer does not depend on where it is judged: in a clone a student's program judges itself, in a
//! handout the installed program asks it over a line, many questions at a time.
//!
//! Mistakes and variants of the catalogues are judged both ways: the first of each exercise, or all of them where
//! `GRADLINGS_EXHAUSTIVE` is set. Standing, name and message are the same, in both languages.
#![cfg(unix)]

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::rc::Rc;
use std::thread;
use std::time::Instant;

use contract::{Connection, Contract, Limits, Remote, serve};
use course::Course;
use course::asking::{Rehearsals, ask};
use course::report::{Report, Standing};
use testkit::{Exercise, Lesson, audit};

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

/// Answers that are right but for what `plant` puts into them.
fn planted<A>(lesson: &Lesson<A>, plant: fn(&mut A)) -> A {
    let mut answers = (lesson.reference)();
    plant(&mut answers);
    answers
}

/// What is found of them at home, where they are called directly. A generator is passed on as a line passes it.
fn at_home<A: Contract>(
    lesson: &'static Lesson<A>,
    exercise: &'static Exercise<A>,
    plant: fn(&mut A),
) -> Report {
    let answers = planted(lesson, plant);
    let draws = exercise.functions.iter().any(|function| A::arguments(function).contains(&"rng"));
    let answers = if draws { A::over(Rc::new(answers)) } else { answers };
    let known = Course::whole().find(exercise.name).unwrap()[0];
    Report::judged(known, &lesson.judge(exercise, answers))
}

/// What is found of them at the other end of a line.
fn over_a_line<A: Contract>(
    lesson: &'static Lesson<A>,
    exercise: &'static Exercise<A>,
    plant: fn(&mut A),
    rehearsals: &Rehearsals,
) -> Report {
    let connect = move || -> io::Result<Box<dyn Connection>> {
        let (ours, theirs) = UnixStream::pair()?;
        thread::spawn(move || serve(&planted(lesson, plant), theirs));
        Ok(Box::new(Socket(ours)))
    };
    let start = || Rc::new(Remote::new(Box::new(connect), Limits::default()));
    let known = Course::whole().find(exercise.name).unwrap()[0];
    Report::judged(known, &ask(known, &start, rehearsals, &|_| true))
}

fn are_told_alike<A: Contract>(lesson: &'static Lesson<A>) {
    let is_all = std::env::var_os(audit::EXHAUSTIVE).is_some();
    let most = if is_all { usize::MAX } else { 1 };
    let rehearsals = Rehearsals::of(Course::whole());
    for exercise in lesson.exercises {
        for mistake in exercise.mistakes.iter().take(most) {
            let report = over_a_line(lesson, exercise, mistake.plant, &rehearsals);
            assert_ne!(report.standing(), Standing::Pass, "{}", mistake.id);
            assert_eq!(report, at_home(lesson, exercise, mistake.plant), "{}", mistake.id);
        }
        for variant in exercise.variants.iter().take(most) {
            let report = over_a_line(lesson, exercise, variant.plant, &rehearsals);
            assert_eq!(report.standing(), Standing::Pass, "{} {}", exercise.name, variant.name);
            assert_eq!(report, at_home(lesson, exercise, variant.plant), "{}", variant.name);
        }
    }
}

#[test]
fn of_activations() {
    are_told_alike(&activations_suite::LESSON);
}

#[test]
fn of_init() {
    are_told_alike(&init_suite::LESSON);
}

#[test]
fn of_backprop() {
    are_told_alike(&backprop_suite::LESSON);
}

#[test]
fn of_symmetry() {
    are_told_alike(&symmetry_suite::LESSON);
}
