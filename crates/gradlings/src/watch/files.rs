//! Notices saved files: at once where the system reports them, within a second everywhere.
//!
//! An event of the system only wakes the thread; what was saved is found by comparing the files, which are
//! few and small. So a superfluous event costs nothing, and where events are lost (network disks,
//! containers, a full queue) a look every second finds the change. `notify`'s own `PollWatcher` would have
//! to be chosen before it is known that a disk reports nothing, and its events compared all the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

use notify::{RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

/// Saving comes in several steps; this long after the last one the file is looked at.
const SETTLED: Duration = Duration::from_millis(30);
/// How often the files are looked at without an event: network disks and containers report none.
const WITH_EVENTS: Duration = Duration::from_secs(1);
/// The same where the system has no events at all.
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

    /// Waits for an event or for the next look, and returns the places of the files that have changed,
    /// which may be none.
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
    Some((path.metadata().and_then(|metadata| metadata.modified()).ok(), text))
}

fn watcher(folder: &Path, sender: Sender<()>) -> Option<RecommendedWatcher> {
    let wake = move |event: notify::Result<notify::Event>| {
        // Reading is an event, too, and the compiler reads all of them.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = sender.send(());
        }
    };
    let mut watcher = recommended_watcher(wake).ok()?;
    watcher.watch(folder, RecursiveMode::Recursive).ok()?;
    Some(watcher)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;
    use std::path::PathBuf;

    /// A folder of its own with one file, watched.
    fn watched(name: &str) -> (PathBuf, Files) {
        let folder = env::temp_dir().join(format!("gradlings-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("relu.rs");
        fs::write(&file, "0").unwrap();
        let files = Files::new(&folder, vec![file.clone(), folder.join("tanh.rs")]);
        (file, files)
    }

    fn text_seen(files: &Files) -> Option<&[u8]> {
        files.seen[0].as_ref().map(|(_, text)| text.as_slice())
    }

    #[test]
    fn of_quick_saves_the_last_is_seen() {
        let (file, mut files) = watched("quick");
        for text in ["1", "12", "123"] {
            fs::write(&file, text).unwrap();
        }
        while text_seen(&files) != Some(b"123") {
            assert!(
                files.wait().iter().all(|changed| *changed == 0),
                "the other file was not touched"
            );
        }
        fs::remove_dir_all(file.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_file_may_go_and_come_back() {
        let (file, mut files) = watched("gone");
        fs::remove_file(&file).unwrap();
        while files.wait() != [0] {}
        assert_eq!(text_seen(&files), None);
        let draft = file.with_extension("draft");
        fs::write(&draft, "1").unwrap();
        fs::rename(&draft, &file).unwrap();
        while files.wait() != [0] {}
        assert_eq!(text_seen(&files), Some(&b"1"[..]));
        fs::remove_dir_all(file.parent().unwrap()).unwrap();
    }
}
