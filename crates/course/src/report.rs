//! What is known of an exercise: its state and its properties.

use contract::{Language, Text};
use serde_json::json;
use testkit::{Complaint, Judged};

/// Where an exercise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Every property holds.
    Solved,
    /// A property does not hold.
    Wrong,
    /// Its functions are still `todo!`s.
    NotStarted,
    /// The compiler refuses its file.
    DoesNotCompile,
    /// A function did not answer in time.
    TimedOut,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Solved, Self::Wrong, Self::NotStarted, Self::DoesNotCompile, Self::TimedOut];

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Solved => "solved",
            Self::Wrong => "wrong",
            Self::NotStarted => "not_started",
            Self::DoesNotCompile => "does_not_compile",
            Self::TimedOut => "timed_out",
        }
    }
}

/// An exercise and what came of checking it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The lesson.
    pub lesson: String,
    /// The exercise.
    pub exercise: String,
    /// Where it stands.
    pub state: State,
    /// Its properties, in order.
    pub properties: Vec<PropertyReport>,
    /// The compiler's words, if it refused the file.
    pub compiler: Option<String>,
}

impl Report {
    /// Whether no function was asked: it is not written, does not compile, or is not there.
    pub fn nothing_was_asked(&self) -> bool {
        matches!(self.state, State::NotStarted | State::DoesNotCompile)
    }

    /// The report as one line of JSON, its messages in `language`.
    pub fn json(&self, language: Language) -> String {
        let properties: Vec<_> = self
            .properties
            .iter()
            .map(|property| {
                json!({
                    "name": property.name,
                    "holds": property.holds,
                    "message": property.message.as_ref().map(|message| message.speak(language)),
                    "mistake": property.mistake,
                })
            })
            .collect();
        json!({
            "lesson": self.lesson,
            "exercise": self.exercise,
            "state": self.state.name(),
            "properties": properties,
            "compiler": self.compiler,
        })
        .to_string()
    }
}

/// A property and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyReport {
    /// The function that it tests.
    pub function: String,
    /// Its name.
    pub name: String,
    /// Whether it holds.
    pub holds: bool,
    /// Why it does not hold.
    pub message: Option<Text>,
    /// The catalogued mistake that the function behaves like.
    pub mistake: Option<String>,
}

impl PropertyReport {
    /// The report of what was judged.
    pub fn new(judged: &Judged) -> Self {
        let complaint = judged.verdict.as_ref().err();
        Self {
            function: judged.function.to_string(),
            name: judged.name.to_string(),
            holds: complaint.is_none(),
            message: complaint.map(told),
            mistake: complaint.and_then(Complaint::mistake).map(str::to_string),
        }
    }

    /// The report of a property that could not be checked.
    pub fn unchecked((function, name): (&str, &str), why: Text) -> Self {
        Self {
            function: function.to_string(),
            name: name.to_string(),
            holds: false,
            message: Some(why),
            mistake: None,
        }
    }
}

/// The whole complaint, in every language.
fn told(complaint: &Complaint) -> Text {
    Text::new(complaint.speak(Language::English), complaint.speak(Language::Korean))
}

/// The state that follows from what was judged.
pub fn state_of(judged: &[Judged]) -> State {
    let complaints = || judged.iter().filter_map(|one| one.verdict.as_ref().err());
    let timed_out = |it: &Complaint| matches!(it.fault(), Some(contract::Fault::TimedOut { .. }));
    if complaints().any(timed_out) {
        State::TimedOut
    } else if !judged.is_empty()
        && complaints().filter(|it| it.is_unwritten()).count() == judged.len()
    {
        State::NotStarted
    } else if complaints().next().is_some() || judged.is_empty() {
        State::Wrong
    } else {
        State::Solved
    }
}
