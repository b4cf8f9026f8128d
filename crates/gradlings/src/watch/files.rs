//! Notices saved files: at once where the system tells, within a second everywhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

use notify::{RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

/// Saving comes in several steps; this long after the last one the file is looked at.
const SETTLED: Duration = Duration::from_millis(30);
/// How often the files are looked at without being told: network disks and containers are silent.
const WITH_EVENTS: Duration = Duration::from_secs(1);
/// The same where the system cannot tell at all.
const WITHOUT_EVENTS: Duration = Duration::from_millis(250);

/// What a file was like when it was last looked at; `None` if it cannot be read.
type Seen = Option<(Option<SystemTime>, Vec<u8>)>;

/// Watches a list of files.
pub(crate) struct Files {
    paths: Vec<PathBuf>,
    seen: Vec<Seen>,
    events: Receiver<()>,
    period: Duration,
    /// Kept alive: it ends the events when it goes.
    _watcher: Option<RecommendedWatcher>,
}

impl Files {
    /// Watches `paths`, which lie under `folder`, from now on.
    pub(crate) fn new(folder: &Path, paths: Vec<PathBuf>) -> Self {
        let (sender, events) = channel();
        let watcher = watcher(folder, sender);
        let period = if watcher.is_some() { WITH_EVENTS } else { WITHOUT_EVENTS };
        let seen = paths.iter().map(|path| look(path)).collect();
        Self { paths, seen, events, period, _watcher: watcher }
    }

    /// Waits until files have changed, and says which. Called in vain now and then: the list may be
    /// empty.
    pub(crate) fn wait(&mut self) -> Vec<usize> {
        match self.events.recv_timeout(self.period) {
            Ok(()) => while self.events.recv_timeout(SETTLED).is_ok() {},
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(self.period),
        }
        let mut changed = Vec::new();
        for (i, path) in self.paths.iter().enumerate() {
            let now = look(path);
            if now != self.seen[i] {
                self.seen[i] = now;
                changed.push(i);
            }
        }
        changed
    }
}

fn look(path: &Path) -> Seen {
    let text = fs::read(path).ok()?;
    Some((path.metadata().and_then(|it| it.modified()).ok(), text))
}

fn watcher(folder: &Path, sender: Sender<()>) -> Option<RecommendedWatcher> {
    let tell = move |event: notify::Result<notify::Event>| {
        // Reading is an event, too, and the compiler reads all of them.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = sender.send(());
        }
    };
    let mut watcher = recommended_watcher(tell).ok()?;
    watcher.watch(folder, RecursiveMode::Recursive).ok()?;
    Some(watcher)
}
