//! Both sides of a line in one process.

use std::cell::Cell;
use std::io::{self, Read, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::ahead::Rehearsal;
use crate::argument::Passed;
use crate::callee::Callee;
use crate::fault::Fault;
use crate::value::Value;
use crate::{Connection, Limits, Remote, serve};

/// Twice a number, as somebody writes it.
type Twice = fn(f64) -> f64;

struct Answers(Twice);

impl Callee for Answers {
    fn call(&self, _: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let Some(Passed::Value(Value::Number(z))) = arguments.into_iter().next() else {
            return Err(Fault::Nonsense { what: "a number was expected".into() });
        };
        crate::attempt(|| Value::Number((self.0)(z)))
    }
}

/// One end of a line.
struct End {
    sender: Sender<Vec<u8>>,
    receiver: Receiver<Vec<u8>>,
    left: Vec<u8>,
}

impl Read for End {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.is_empty() {
            self.left = self.receiver.recv().unwrap_or_default();
        }
        let count = buffer.len().min(self.left.len());
        buffer[..count].copy_from_slice(&self.left[..count]);
        self.left.drain(..count);
        Ok(count)
    }
}

impl Write for End {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let gone = |_| io::Error::from(io::ErrorKind::BrokenPipe);
        self.sender.send(bytes.to_vec()).map(|()| bytes.len()).map_err(gone)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Connection for End {
    fn read_exact(&mut self, buffer: &mut [u8], _: Instant) -> io::Result<()> {
        Read::read_exact(self, buffer)
    }
    fn write_all(&mut self, bytes: &[u8], _: Instant) -> io::Result<()> {
        Write::write_all(self, bytes)
    }
    fn hang_up(&mut self) -> String {
        "exit code 0".into()
    }
}

/// Answers of processes that each end in the middle of the call, counted from 0, and with the number
/// that `is_last` says.
fn remote<C: Callee>(
    answers: impl Fn() -> C + Copy + Send + 'static,
    is_last: fn(usize, f64) -> bool,
) -> Remote {
    let connect = move || -> io::Result<Box<dyn Connection>> {
        let (to, from) = (channel(), channel());
        let theirs = End { sender: from.0, receiver: to.1, left: Vec::new() };
        thread::spawn(move || serve(&Mortal(answers(), is_last, Cell::new(0)), theirs));
        Ok(Box::new(End { sender: to.0, receiver: from.1, left: Vec::new() }))
    };
    Remote::new(Box::new(connect), Limits { time: Duration::from_secs(10), faults: 3 })
}

struct Mortal<C>(C, fn(usize, f64) -> bool, Cell<usize>);

impl<C: Callee> Callee for Mortal<C> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let count = self.2.replace(self.2.get() + 1);
        if matches!(arguments[0], Passed::Value(Value::Number(z)) if (self.1)(count, z)) {
            // Ends the thread, and with it the line; nothing of it reaches the terminal.
            std::panic::resume_unwind(Box::new(()));
        }
        self.0.call(function, arguments)
    }
}

fn double(callee: &dyn Callee, z: f64) -> Result<Value, Fault> {
    callee.call("twice", vec![Passed::Value(Value::Number(z))])
}

/// Asks about 0, 1, ... until an answer is wrong; how far it came.
fn ask_all(callee: &dyn Callee) -> (usize, Result<Value, Fault>) {
    for z in 0..1_000 {
        let answer = double(callee, z as f64);
        if answer != Ok(Value::Number(2.0 * z as f64)) {
            return (z, answer);
        }
    }
    (1_000, Ok(Value::Flag(true)))
}

fn right(answers: impl Callee + 'static) -> Rc<dyn Callee> {
    Rc::new(answers)
}

fn rehearsal() -> Arc<Rehearsal> {
    let is_right = |right: Rc<dyn Callee>| ask_all(&*right).0 == 1_000;
    Arc::new(Rehearsal::of(&right(Answers(|z| z + z)), is_right).expect("right answers are right"))
}

#[test]
fn right_answers_hold_without_being_asked_one_by_one() {
    let (rehearsal, remote) = (rehearsal(), remote(|| Answers(|z| 2.0 * z), |_, _| false));
    assert_eq!(rehearsal.len(), 1_000);
    assert!(remote.holds_as_rehearsed(&rehearsal));
    assert_eq!(remote.calls(), 1_000);
}

#[test]
fn a_wrong_answer_is_met_where_it_is_given() {
    fn wrong_from_700_on(z: f64) -> f64 {
        if z < 700.0 { 2.0 * z } else { 2.0 * z + 1.0 }
    }
    let remote = remote(|| Answers(wrong_from_700_on), |_, _| false);
    assert!(!remote.holds_as_rehearsed(&rehearsal()));
    assert_eq!(ask_all(&remote), (700, Ok(Value::Number(1_401.0))));
    assert!(!remote.has_broken_off());
}

/// A property that asks for something else while replies are left over: its process was asked more than
/// the property did.
#[test]
fn what_is_found_after_replies_that_were_left_over_does_not_count() {
    let start = || remote(|| Answers(|z| if z < 300.0 { 2.0 * z } else { 0.0 }), |_, _| false);
    let other = start();
    assert!(!other.holds_as_rehearsed(&rehearsal()));
    assert_eq!(ask_all(&other), (300, Ok(Value::Number(0.0))));
    assert!(double(&other, -1.0).is_err() && other.has_broken_off());
    // The next property, too, would meet a process that was asked too much.
    let next = start();
    assert!(!next.holds_as_rehearsed(&rehearsal()));
    assert_eq!(ask_all(&next), (300, Ok(Value::Number(0.0))));
    assert!(next.holds_as_rehearsed(&rehearsal()) && next.has_broken_off());
}

/// Of two questions, the second of which holds the answer to the first.
fn there_and_back(callee: &dyn Callee) -> bool {
    (1..100).map(f64::from).all(|i| {
        let z = i + 1.0 / 3.0;
        let Ok(Value::Number(answer)) = double(callee, z) else { return false };
        (answer - 2.0 * z).abs() <= 1e-9 && double(callee, -answer / 2.0).is_ok()
    })
}

/// Numbers of which none is put before the answer that went into it is there.
#[test]
fn no_batch_holds_an_answer_to_a_question_of_its_own() {
    let is_right = |right: Rc<dyn Callee>| there_and_back(&*right);
    let rehearsal = Rehearsal::of(&right(Answers(|z| z + z)), is_right).unwrap();
    let barriers: Vec<bool> = (0..198).map(|i| rehearsal.is_behind_a_barrier(i)).collect();
    assert_eq!(barriers, [false, true].repeat(99));
    let remote = remote(|| Answers(|z| 2.0 * z), |_, _| false);
    assert!(remote.holds_as_rehearsed(&Arc::new(rehearsal)));
}

/// Right but for the last batch, and late once: nothing of it counts.
#[test]
fn lateness_decides_nothing() {
    fn is_late(z: f64) -> f64 {
        if z == 900.0 {
            thread::sleep(Duration::from_millis(300));
        }
        if z > 900.0 { 0.0 } else { 2.0 * z }
    }
    let mut remote = remote(|| Answers(is_late), |_, _| false);
    remote.limits.time = Duration::from_millis(200);
    let holds = remote.holds_as_rehearsed(&rehearsal()) && !remote.has_broken_off();
    assert!(!holds && ask_all(&remote).0 < 1_000);
}

#[test]
fn a_panic_is_the_answer_to_its_question_alone() {
    fn panics_at_500(z: f64) -> f64 {
        assert!(z != 500.0, "not 500");
        2.0 * z
    }
    let remote = remote(|| Answers(panics_at_500), |_, _| false);
    assert!(!remote.holds_as_rehearsed(&rehearsal()));
    let (asked, answer) = ask_all(&remote);
    assert!(matches!(answer, Err(Fault::Panicked { .. })) && asked == 500, "{asked}, {answer:?}");
    assert_eq!(double(&remote, 501.0), Ok(Value::Number(1_002.0)));
    assert!(!remote.has_broken_off());
}

#[test]
fn a_process_that_ends_in_a_batch_is_asked_again_call_by_call() {
    let start = || remote(|| Answers(|z| 2.0 * z), |_, z| z == 450.0);
    let ahead = start();
    assert!(ahead.holds_as_rehearsed(&rehearsal()) && ahead.has_broken_off());
    let (asked, answer) = ask_all(&start());
    assert!(matches!(answer, Err(Fault::Crashed { .. })) && asked == 450, "{asked}, {answer:?}");
}

/// The slope of a function at a number, from its values at two others.
struct Slope(fn(&dyn Fn(f64) -> f64, f64) -> f64);

impl Callee for Slope {
    fn call(&self, _: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let [Passed::Function(cost), Passed::Value(Value::Number(w))] = &arguments[..] else {
            return Err(Fault::Nonsense { what: "a function and a number were expected".into() });
        };
        let cost = |w| match cost(Value::Number(w)) {
            Some(Value::Number(cost)) => cost,
            other => panic!("no number: {other:?}"),
        };
        crate::attempt(|| Value::Number((self.0)(&cost, *w)))
    }
}

fn slope(cost: &dyn Fn(f64) -> f64, w: f64) -> f64 {
    (cost(w + 1.0) - cost(w - 1.0)) / 2.0
}

/// Asks for the slope of the square at 0, 1, ...; how far that is right, and how often the square
/// was asked for.
fn ask_for_slopes(callee: &dyn Callee) -> (usize, usize) {
    let count = Cell::new(0);
    let square = |value| {
        count.set(count.get() + 1);
        let Value::Number(w) = value else { return None };
        Some(Value::Number(w * w))
    };
    for w in 0..100_u8 {
        let arguments =
            vec![Passed::Function(Rc::new(square)), Passed::Value(Value::Number(f64::from(w)))];
        if callee.call("slope", arguments) != Ok(Value::Number(2.0 * f64::from(w))) {
            return (w.into(), count.get());
        }
    }
    (100, count.get())
}

fn slopes() -> Arc<Rehearsal> {
    let is_right = |right: Rc<dyn Callee>| ask_for_slopes(&*right) == (100, 200);
    Arc::new(Rehearsal::of(&right(Slope(slope)), is_right).expect("right answers are right"))
}

#[test]
fn call_backs_as_rehearsed_are_not_waited_for() {
    let remote = remote(|| Slope(slope), |_, _| false);
    assert!(remote.holds_as_rehearsed(&slopes()));
    assert_eq!(remote.calls(), 100);
    // Without a rehearsal each call-back is waited for.
    assert_eq!(ask_for_slopes(&remote), (100, 200));
}

#[test]
fn call_backs_in_another_order_reach_the_property() {
    fn minus_first(cost: &dyn Fn(f64) -> f64, w: f64) -> f64 {
        let (below, above) = (cost(w - 1.0), cost(w + 1.0));
        (above - below) / 2.0
    }
    let remote = remote(|| Slope(minus_first), |_, _| false);
    assert!(!remote.holds_as_rehearsed(&slopes()));
    assert_eq!(ask_for_slopes(&remote), (100, 200));
    assert!(!remote.has_broken_off());
}

#[test]
fn call_backs_that_nobody_expected_are_replied_to_by_the_property() {
    fn further_away(cost: &dyn Fn(f64) -> f64, w: f64) -> f64 {
        let by = if w < 70.0 { 1.0 } else { 2.0 };
        (cost(w + by) - cost(w - by)) / (2.0 * by)
    }
    fn too_often(cost: &dyn Fn(f64) -> f64, w: f64) -> f64 {
        (0..30).map(|_| slope(cost, w)).sum::<f64>() / 30.0
    }
    fn wrong_from_70_on(cost: &dyn Fn(f64) -> f64, w: f64) -> f64 {
        if w < 70.0 { slope(cost, w) } else { cost(w + 1.0) - cost(w) }
    }
    fn ends_at_70(cost: &dyn Fn(f64) -> f64, w: f64) -> f64 {
        if cost(w) == 4_900.0 {
            std::panic::resume_unwind(Box::new(()));
        }
        slope(cost, w)
    }
    let asked = |slope: fn(&dyn Fn(f64) -> f64, f64) -> f64| {
        let start = || remote(move || Slope(slope), |_, _| false);
        // A batch would wait for a reply that only the property has.
        let ahead = start();
        let has_broken_off = ahead.holds_as_rehearsed(&slopes()) && ahead.has_broken_off();
        assert!(has_broken_off || ask_for_slopes(&ahead) == ask_for_slopes(&start()));
        ask_for_slopes(&start())
    };
    assert_eq!(asked(further_away), (100, 200));
    assert_eq!(asked(too_often), (100, 6_000));
    assert_eq!(asked(wrong_from_70_on), (70, 142));
    assert_eq!(asked(ends_at_70).0, 70);
}

/// A function that breaks when it is called back ends the call, and neither the process nor the line.
#[test]
fn what_breaks_behind_a_call_back_is_told_and_the_line_stays_in_step() {
    let remote = remote(|| Slope(slope), |_, _| false);
    let broken = Fault::Panicked { message: "no cost".into(), place: None };
    let ask = |breaks: bool| {
        let broken = broken.clone();
        let cost = move |value| if breaks { crate::raise(broken.clone()) } else { Some(value) };
        let arguments = vec![Passed::Function(Rc::new(cost)), Passed::Value(Value::Number(1.0))];
        remote.call("slope", arguments)
    };
    assert_eq!(ask(true), Err(broken.clone()));
    assert_eq!(ask(false), Ok(Value::Number(1.0)));
}
