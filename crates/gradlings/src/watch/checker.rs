//! Checks on a thread of its own, so that no endless loop holds up a key.
//!
//! 1. Each request has a number. The thread takes the latest request first.
//! 2. A request that arrives cancels the check that is running; what that check was for is asked again
//!    behind the new one.
//! 3. What is requested twice is checked once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};

use course::report::Report;
use course::{Course, Exercise};

use crate::error::Error;
use crate::workplace::Workplace;

/// A check and its number.
struct Request {
    number: u64,
    exercises: Vec<&'static Exercise>,
    /// Nothing is to be checked until the other end is dropped.
    until: Option<Receiver<()>>,
    /// Whether every earlier report is good enough, even that a function took too long.
    is_overview: bool,
}

/// The thread that checks.
pub(crate) struct Checker {
    course: &'static Course,
    requests: Option<Sender<Request>>,
    latest: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl Checker {
    /// Starts the thread; it checks in `workplace` and gives the reports to `receive`.
    pub(crate) fn start(
        mut workplace: Workplace,
        receive: impl Fn(Result<Vec<Report>, Error>) + Send + 'static,
    ) -> Self {
        let course = workplace.course;
        let (requests, inbox) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let current = Arc::new(AtomicU64::new(0));
        let (wanted, running) = (Arc::clone(&latest), Arc::clone(&current));
        workplace.is_cancelled =
            Arc::new(move || wanted.load(Ordering::SeqCst) != running.load(Ordering::SeqCst));
        let thread = thread::spawn(move || work(&workplace, &inbox, &current, &receive));
        Self { course, requests: Some(requests), latest, thread: Some(thread) }
    }

    /// Requests where every exercise stands.
    pub(crate) fn request_overview(&self) {
        self.send(self.course.exercises().iter().collect(), true, None);
    }

    /// Requests a check.
    pub(crate) fn request(&self, exercises: Vec<&'static Exercise>) {
        self.send(exercises, false, None);
    }

    /// Cancels what is running, which is asked again once what is returned is dropped.
    pub(crate) fn hold(&self) -> Sender<()> {
        let (hold, until) = channel();
        self.send(Vec::new(), false, Some(until));
        hold
    }

    fn send(
        &self,
        exercises: Vec<&'static Exercise>,
        is_overview: bool,
        until: Option<Receiver<()>>,
    ) {
        let number = self.latest.load(Ordering::SeqCst) + 1;
        if let Some(requests) = &self.requests {
            let _ = requests.send(Request { number, exercises, until, is_overview });
        }
        // After the request is sent, so that the check that is cancelled for it finds it.
        self.latest.store(number, Ordering::SeqCst);
    }
}

impl Drop for Checker {
    /// Cancels and waits, so that the student's program ends, too.
    fn drop(&mut self) {
        self.requests = None;
        self.latest.store(u64::MAX, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(
    workplace: &Workplace,
    inbox: &Receiver<Request>,
    current: &AtomicU64,
    receive: &impl Fn(Result<Vec<Report>, Error>),
) {
    let mut open: Vec<Request> = Vec::new();
    loop {
        if open.is_empty() {
            let Ok(request) = inbox.recv() else { return };
            open.push(request);
        }
        open.extend(inbox.try_iter());
        let Some(mut request) = open.pop() else { continue };
        let is_requested =
            |name: &str| request.exercises.iter().any(|exercise| exercise.name() == name);
        for older in &mut open {
            older.exercises.retain(|exercise| !is_requested(exercise.name()));
        }
        open.retain(|older| !older.exercises.is_empty());
        let newest = open.iter().map(|request| request.number).fold(request.number, u64::max);
        current.store(newest, Ordering::SeqCst);
        if let Some(until) = request.until {
            let _ = until.recv();
            continue;
        }
        let is_whole = request.exercises.len() == workplace.course.exercises().len();
        let reports = if request.is_overview && is_whole {
            workplace.overview()
        } else {
            workplace.check(&request.exercises)
        };
        match reports {
            Err(Error::Cancelled) => {
                request.number = newest;
                open.insert(0, request);
                if is_over(inbox, &mut open) {
                    return;
                }
            }
            reports => receive(reports),
        }
    }
}

/// Takes in what was requested meanwhile; whether there will be no further request.
fn is_over(inbox: &Receiver<Request>, open: &mut Vec<Request>) -> bool {
    loop {
        match inbox.try_recv() {
            Ok(request) => open.push(request),
            Err(end) => return end == TryRecvError::Disconnected,
        }
    }
}
