//! Checks on a thread of its own, so that no endless loop holds up a key. What was asked last comes
//! first, and a check that stands in its way is broken off.

use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};

use crate::check::Bench;
use course::report::Report;
use course::{Exercise, exercises};

/// A check and its number.
struct Request {
    number: u64,
    exercises: Vec<Exercise>,
    /// Whether what is known already is good enough, even if it took too long then.
    is_overview: bool,
}

/// The thread that checks.
pub(crate) struct Checker {
    requests: Option<Sender<Request>>,
    latest: Arc<AtomicU64>,
    thread: Option<JoinHandle<()>>,
}

impl Checker {
    /// Starts the thread; it checks on `bench` and gives every outcome to `tell`.
    pub(crate) fn start(
        mut bench: Bench,
        tell: impl Fn(io::Result<Vec<Report>>) + Send + 'static,
    ) -> Self {
        let (requests, inbox) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let current = Arc::new(AtomicU64::new(0));
        let (asked, at) = (Arc::clone(&latest), Arc::clone(&current));
        bench.unwanted =
            Arc::new(move || asked.load(Ordering::SeqCst) != at.load(Ordering::SeqCst));
        let thread = thread::spawn(move || work(&bench, &inbox, &current, &tell));
        Self { requests: Some(requests), latest, thread: Some(thread) }
    }

    /// Asks where every exercise stands.
    pub(crate) fn ask_all(&self) {
        self.send(exercises(), true);
    }

    /// Asks for a check.
    pub(crate) fn ask(&self, exercises: Vec<Exercise>) {
        self.send(exercises, false);
    }

    fn send(&self, exercises: Vec<Exercise>, is_overview: bool) {
        let number = self.latest.load(Ordering::SeqCst) + 1;
        if let Some(requests) = &self.requests {
            let _ = requests.send(Request { number, exercises, is_overview });
        }
        // Only now, so that whoever breaks off for it finds it.
        self.latest.store(number, Ordering::SeqCst);
    }
}

impl Drop for Checker {
    /// Breaks off and waits: nobody else would end the student's program.
    fn drop(&mut self) {
        self.requests = None;
        self.latest.store(u64::MAX, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn work(
    bench: &Bench,
    inbox: &Receiver<Request>,
    current: &AtomicU64,
    tell: &impl Fn(io::Result<Vec<Report>>),
) {
    let mut open: Vec<Request> = Vec::new();
    loop {
        if open.is_empty() {
            let Ok(request) = inbox.recv() else { return };
            open.push(request);
        }
        open.extend(inbox.try_iter());
        let Some(mut request) = open.pop() else { continue };
        // What is asked again need not be checked twice.
        for older in &mut open {
            older
                .exercises
                .retain(|it| request.exercises.iter().all(|one| one.name() != it.name()));
        }
        open.retain(|older| !older.exercises.is_empty());
        let newest = open.iter().map(|it| it.number).fold(request.number, u64::max);
        current.store(newest, Ordering::SeqCst);
        let outcome = if request.is_overview && request.exercises.len() == exercises().len() {
            bench.overview()
        } else {
            bench.check(&request.exercises)
        };
        match outcome {
            Err(error) if error.kind() == ErrorKind::Interrupted => {
                request.number = newest;
                open.insert(0, request);
                if is_over(inbox, &mut open) {
                    return;
                }
            }
            outcome => tell(outcome),
        }
    }
}

/// Takes in what was asked meanwhile; whether nobody will ask any more.
fn is_over(inbox: &Receiver<Request>, open: &mut Vec<Request>) -> bool {
    loop {
        match inbox.try_recv() {
            Ok(request) => open.push(request),
            Err(end) => return end == TryRecvError::Disconnected,
        }
    }
}
