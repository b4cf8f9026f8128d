//! A recording of what was shown: one file that opens anywhere, to hand in or to put on a slide. It holds numbers and
//! findings, and neither code nor paths.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use contract::{Language, say};
use serde_json::{Value, json};

use super::frame::picture;
use super::network::Network;
use super::page;
use super::session::{Session, title};
use super::speak;
use crate::error::Error;

/// The longest recording, in bytes.
const MOST_BYTES: usize = 500_000;
/// The most frames of a session; when there are more, every second of the older half goes.
const MOST_FRAMES: usize = 80;
/// The side of a recorded boundary, in points.
const SIDE: usize = 40;
/// The most examples that are drawn.
const MOST_POINTS: usize = 600;
/// How often the same session is recorded while it runs.
const BETWEEN_FRAMES: Duration = Duration::from_millis(150);

/// What is recorded of a session.
struct Recorded {
    name: String,
    head: Value,
    frames: Vec<Value>,
    last: Instant,
}

/// Records what is shown.
pub(super) struct Recorder {
    file: PathBuf,
    language: Language,
    sessions: Vec<Recorded>,
    has_changed: bool,
    /// Whether what is recorded was shown to nobody: it goes when something is.
    pub(super) is_sample: bool,
}

impl Recorder {
    /// Records into `file`, which is written now so that it is known that it can be.
    pub(super) fn new(file: &Path, language: Language) -> Result<Self, Error> {
        let mut recorder = Self {
            file: file.to_path_buf(),
            language,
            sessions: Vec::new(),
            has_changed: true,
            is_sample: false,
        };
        recorder.write()?;
        Ok(recorder)
    }

    /// The file.
    pub(super) fn file(&self) -> &Path {
        &self.file
    }

    /// Takes in a frame that is shown.
    pub(super) fn note(&mut self, session: &mut Session, network: &Network, frame: &Value) {
        if std::mem::take(&mut self.is_sample) {
            self.sessions.clear();
        }
        let known = self.sessions.iter().position(|known| known.name == session.name);
        let mut recorded = match known {
            Some(place) => self.sessions.remove(place),
            None => Recorded::new(session, self.language),
        };
        let step = frame["step"].as_u64();
        // Rewound: what was recorded is told anew.
        let is_back = recorded.frames.last().is_some_and(|last| last["step"].as_u64() > step);
        if is_back {
            recorded.frames.clear();
        }
        let is_soon = recorded.last.elapsed() < BETWEEN_FRAMES && frame["trouble"].is_null();
        let is_first = recorded.frames.is_empty();
        if is_first || !is_soon || self.sessions.is_empty() && known.is_none() {
            recorded.last = Instant::now();
            // The picture that the page has asked for has another size, and its points are kept.
            let grid = session.grid.take();
            let boundary = picture(session, network, SIDE).unwrap_or(Value::Null);
            session.grid = grid;
            recorded.frames.push(brief_frame(frame, &boundary));
            if recorded.frames.len() > MOST_FRAMES {
                recorded.thin();
            }
            self.has_changed = true;
        }
        self.sessions.push(recorded);
        // The two that were used last are what was seen side by side.
        let superfluous = self.sessions.len().saturating_sub(2);
        self.sessions.drain(..superfluous);
    }

    /// Writes the file, if there is something new: whole or not at all.
    pub(super) fn write(&mut self) -> Result<(), Error> {
        if !std::mem::take(&mut self.has_changed) {
            return Ok(());
        }
        let mut page = self.page();
        while page.len() > MOST_BYTES
            && self.sessions.iter().any(|session| session.frames.len() > 2)
        {
            self.sessions.iter_mut().for_each(Recorded::thin);
            page = self.page();
        }
        let name = self.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let draft = self.file.with_file_name(format!(".{name}.{}", std::process::id()));
        let written = fs::write(&draft, page).and_then(|()| fs::rename(&draft, &self.file));
        written.inspect_err(|_| _ = fs::remove_file(&draft)).map_err(Error::file(&self.file))
    }

    fn page(&self) -> String {
        let title = say!("A network that learns", "배우는 신경망");
        let mut sessions: Vec<&Recorded> = self.sessions.iter().collect();
        sessions.sort_by(|one, other| {
            one.name.len().cmp(&other.name.len()).then(one.name.cmp(&other.name))
        });
        let session = |session: &&Recorded| {
            let mut head = session.head.clone();
            head["frames"] = session.frames.clone().into();
            head
        };
        let language = if self.language == Language::Korean { "ko" } else { "en" };
        let recording = json!({
            "language": language,
            "title": speak(&title, self.language),
            "sessions": sessions.iter().map(session).collect::<Vec<_>>(),
        });
        page::player(&recording.to_string(), language)
    }
}

impl Recorded {
    fn new(session: &Session, language: Language) -> Self {
        let setting = &session.setting;
        let data = &setting.data;
        let points = data.y.len().min(MOST_POINTS);
        let row = |row: ndarray::ArrayView1<f64>| -> Value {
            row.iter().take(points).map(|z| rounded(&json!(z))).collect()
        };
        let rows: Vec<Value> = data.x.outer_iter().take(2).map(row).collect();
        let words = setting.make.mistake.and_then(|(exercise, id)| {
            let exercise = course::Course::whole()
                .exercises()
                .iter()
                .find(|known| known.name() == exercise)?;
            let (_, words) = exercise.outline.mistakes.iter().find(|(known, _)| *known == id)?;
            Some(speak(words, language))
        });
        let head = json!({
            "title": speak(&title(setting), language),
            "data": speak(&setting.title, language),
            "n_h": setting.n_h,
            "start": setting.start.kind.name(),
            "activation": if setting.make.is_linear { "linear" } else { "tanh" },
            "mistake": setting.make.mistake.map(|(_, id)| id),
            "mistake_words": words,
            "points": {"x": rows, "y": row(data.y.row(0))},
            "box": super::frame::box_of(&data.x),
        });
        Self { name: session.name.clone(), head, frames: Vec::new(), last: Instant::now() }
    }

    /// Takes every second frame out of the older half.
    fn thin(&mut self) {
        let half = self.frames.len() / 2;
        let mut place = 0;
        self.frames.retain(|_| {
            place += 1;
            place > half || place % 2 == 1
        });
    }
}

/// What is recorded of a frame. Of a failure only its kind and its place: its text may quote a file.
fn brief_frame(frame: &Value, boundary: &Value) -> Value {
    let parameters = &frame["parameters"];
    let trouble = &frame["trouble"];
    let trouble = if trouble.is_null() {
        Value::Null
    } else {
        json!({"kind": trouble["kind"], "where": trouble["where"]})
    };
    json!({
        "step": frame["step"],
        "cost": rounded(&frame["cost"]),
        "accuracy": rounded(&frame["accuracy"]),
        "classes": frame["classes"],
        "w1": rounded(&parameters["w1"]),
        "b1": rounded(&parameters["b1"]),
        "w2": rounded(&parameters["w2"]),
        "boundary": boundary,
        "finding": frame["finding"],
        "trouble": trouble,
    })
}

/// Every number in `value` with five digits.
fn rounded(value: &Value) -> Value {
    match value {
        Value::Array(parts) => parts.iter().map(rounded).collect(),
        Value::Number(number) => {
            let z = number.as_f64().unwrap_or_default();
            format!("{z:.4e}").parse::<f64>().map_or(Value::Null, Value::from)
        }
        other => other.clone(),
    }
}
