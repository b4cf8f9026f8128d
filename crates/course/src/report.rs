//! What was found of an exercise: one record for every face, which the contract's codec can keep.

use contract::{Fault, Language, Text, choice, record};
use testkit::{Complaint, Judged, headline};

use crate::Exercise;

/// What was found of a property, or of an exercise as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It holds.
    Pass,
    /// It does not hold.
    Fail,
    /// The student's code panicked.
    Panic,
    /// The student's process died.
    Crash,
    /// No answer came in time.
    Timeout,
    /// What came back was no answer.
    Protocol,
    /// The compiler refuses the file.
    CompileError,
    /// The compiler ran out of time or memory on the file.
    CompileLimit,
    /// The file was not even compiled: missing, a link, too large, not text.
    Rejected,
    /// Missing, or still the stub.
    NotStarted,
    /// This machine or this program failed; says nothing about the student.
    Infra,
}

choice!(Standing {
    Pass,
    Fail,
    Panic,
    Crash,
    Timeout,
    Protocol,
    CompileError,
    CompileLimit,
    Rejected,
    NotStarted,
    Infra,
});

impl Standing {
    const ALL: [Self; 11] = [
        Self::Pass,
        Self::Fail,
        Self::Panic,
        Self::Crash,
        Self::Timeout,
        Self::Protocol,
        Self::CompileError,
        Self::CompileLimit,
        Self::Rejected,
        Self::NotStarted,
        Self::Infra,
    ];
    /// The gravest first; what is unwritten counts only where nothing else is wrong.
    const GRAVEST_FIRST: [Self; 9] = [
        Self::Infra,
        Self::CompileLimit,
        Self::CompileError,
        Self::Rejected,
        Self::Timeout,
        Self::Crash,
        Self::Protocol,
        Self::Panic,
        Self::Fail,
    ];

    /// Its name in files and tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Panic => "panic",
            Self::Crash => "crash",
            Self::Timeout => "timeout",
            Self::Protocol => "protocol",
            Self::CompileError => "compile_error",
            Self::CompileLimit => "compile_limit",
            Self::Rejected => "rejected",
            Self::NotStarted => "not_started",
            Self::Infra => "infra",
        }
    }

    /// The standing called `name`, as [`name`](Self::name) has it.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.name() == name)
    }

    /// The standing of a property whose call gave no value; without a fault it does not hold.
    fn of_fault(fault: Option<&Fault>) -> Self {
        match fault {
            None => Self::Fail,
            Some(Fault::Unwritten { .. }) => Self::NotStarted,
            Some(Fault::Panicked { .. }) => Self::Panic,
            Some(Fault::TimedOut { .. } | Fault::Waiting { .. } | Fault::CalledBackTooOften) => {
                Self::Timeout
            }
            Some(
                Fault::Crashed { .. } | Fault::OutOfMemory { .. } | Fault::StackOverflow { .. },
            ) => Self::Crash,
            Some(Fault::Nonsense { .. }) => Self::Protocol,
        }
    }

    /// The standing of a whole whose parts stand like this: the gravest, but that what is unwritten counts
    /// only where nothing else is wrong. A whole without parts was not judged at all.
    pub fn overall(parts: impl Iterator<Item = Self>) -> Self {
        let parts: Vec<Self> = parts.collect();
        if parts.is_empty() {
            return Self::Infra;
        }
        let has = |standing: Self| parts.contains(&standing);
        if let Some(gravest) = Self::GRAVEST_FIRST.into_iter().find(|standing| has(*standing)) {
            gravest
        } else if !has(Self::NotStarted) {
            Self::Pass
        } else if has(Self::Pass) {
            // One function of several is not written yet.
            Self::Fail
        } else {
            Self::NotStarted
        }
    }
}

/// Where an exercise stands, as a student is told.
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

/// What was found of a property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyReport {
    /// The function that it tests.
    pub function: String,
    /// Its name.
    pub name: String,
    /// What was found.
    pub standing: Standing,
    /// Why it does not hold, with the smallest failing input.
    pub message: Option<Text>,
    /// The id of the catalogued mistake that the function behaves like.
    pub mistake: Option<String>,
}

record!(PropertyReport { function, name, standing, message, mistake });

impl PropertyReport {
    /// The report of what was judged.
    pub fn new(judged: &Judged) -> Self {
        let complaint = judged.verdict.as_ref().err();
        Self {
            function: judged.function.to_string(),
            name: judged.name.to_string(),
            standing: complaint.map_or(Standing::Pass, |it| Standing::of_fault(it.fault())),
            message: complaint.map(whole_text),
            mistake: complaint.and_then(Complaint::mistake).map(str::to_string),
        }
    }

    /// Whether the property holds.
    pub fn holds(&self) -> bool {
        self.standing == Standing::Pass
    }
}

/// The whole complaint, in every language.
fn whole_text(complaint: &Complaint) -> Text {
    Text::new(complaint.speak(Language::English), complaint.speak(Language::Korean))
}

/// What was found of an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The lesson.
    pub lesson: String,
    /// The exercise.
    pub exercise: String,
    /// Its properties, in order.
    pub properties: Vec<PropertyReport>,
    /// The compiler's words, if it refused the file.
    pub compiler: Option<String>,
    /// The name of the property whose message tells most, if one was judged not to hold.
    pub told: Option<String>,
    /// The functions that are wrong and behave like no catalogued mistake, each with a digest of what it does.
    pub behaviours: Vec<(String, String)>,
    /// A function of another exercise that this one calls and that does not hold.
    pub below: Option<String>,
    /// What else was noticed: warnings of the compiler that point at a mistake, slowness.
    pub notes: Vec<Text>,
}

record!(Report { lesson, exercise, properties, compiler, told, behaviours, below, notes });

impl Report {
    /// The report of an exercise whose properties were judged.
    pub fn judged(exercise: &Exercise, judged: &[Judged]) -> Self {
        let told = headline(judged).map(|judged| judged.name.to_string());
        Self { told, ..Self::new(exercise, judged.iter().map(PropertyReport::new).collect()) }
    }

    /// The report of an exercise whose functions were not asked. All its properties stand alike; `why` says
    /// why, for the function that a property is about.
    pub fn unasked(exercise: &Exercise, standing: Standing, why: impl Fn(&str) -> Text) -> Self {
        let property = |(function, name): &(&'static str, &'static str)| PropertyReport {
            function: (*function).to_string(),
            name: (*name).to_string(),
            standing,
            message: Some(why(function)),
            mistake: None,
        };
        Self::new(exercise, exercise.outline.properties.iter().map(property).collect())
    }

    fn new(exercise: &Exercise, properties: Vec<PropertyReport>) -> Self {
        Self {
            lesson: exercise.lesson.name().to_string(),
            exercise: exercise.name().to_string(),
            properties,
            compiler: None,
            told: None,
            behaviours: Vec::new(),
            below: None,
            notes: Vec::new(),
        }
    }

    /// The property whose message a student reads first: what is not written yet only where nothing else is wrong.
    pub fn headline(&self) -> Option<&PropertyReport> {
        let wrong = || self.properties.iter().filter(|property| !property.holds());
        let told = wrong().find(|property| Some(&property.name) == self.told.as_ref());
        told.or_else(|| wrong().find(|property| property.standing != Standing::NotStarted))
            .or_else(|| wrong().next())
    }

    /// The standing of the whole exercise.
    pub fn standing(&self) -> Standing {
        Standing::overall(self.properties.iter().map(|property| property.standing))
    }

    /// Where the exercise stands, as a student is told.
    pub fn state(&self) -> State {
        let standings = || self.properties.iter().map(|property| property.standing);
        if standings().any(|standing| standing == Standing::Timeout) {
            return State::TimedOut;
        }
        match self.standing() {
            Standing::Pass => State::Solved,
            Standing::NotStarted => State::NotStarted,
            Standing::CompileError | Standing::CompileLimit | Standing::Rejected => {
                State::DoesNotCompile
            }
            _ => State::Wrong,
        }
    }

    /// As [`headline`](Self::headline), of the properties of one function.
    pub fn headline_of(&self, function: &str) -> Option<&PropertyReport> {
        let is_of_function = |property: &&PropertyReport| property.function == function;
        let mut wrong = self.properties.iter().filter(|property| !property.holds());
        self.headline().filter(is_of_function).or_else(|| wrong.find(is_of_function))
    }

    /// Whether no function was asked: it is not written, does not compile, or is not there.
    pub fn nothing_was_asked(&self) -> bool {
        matches!(self.state(), State::NotStarted | State::DoesNotCompile)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Plain;

    fn report(standings: &[Standing]) -> Report {
        let property = |standing: &Standing| PropertyReport {
            function: "relu".into(),
            name: "is_never_negative".into(),
            standing: *standing,
            message: Some(Text::fixed("It is 0.", "0입니다.")),
            mistake: Some("A21".into()),
        };
        Report {
            lesson: "activations".into(),
            exercise: "relu".into(),
            properties: standings.iter().map(property).collect(),
            compiler: None,
            told: None,
            behaviours: Vec::new(),
            below: None,
            notes: vec![Text::fixed("slow", "느림")],
        }
    }

    #[test]
    fn a_report_comes_back_from_its_value() {
        let report = report(&[Standing::Pass, Standing::Fail]);
        assert_eq!(Report::from_value(report.to_value()), Some(report.clone()));
        let (compiler, behaviours) = (Some("error".into()), vec![("relu".into(), "1f".into())]);
        let with_more = Report { compiler, behaviours, ..report };
        assert_eq!(Report::from_value(with_more.to_value()), Some(with_more));
    }

    #[test]
    fn what_is_unwritten_counts_only_where_nothing_else_is_wrong() {
        use Standing::{Fail, NotStarted, Pass, Timeout};
        let of = |standings: &[Standing]| (report(standings).standing(), report(standings).state());
        assert_eq!(of(&[Pass, Pass]), (Pass, State::Solved));
        assert_eq!(of(&[NotStarted, NotStarted]), (NotStarted, State::NotStarted));
        assert_eq!(of(&[Pass, NotStarted]), (Fail, State::Wrong));
        assert_eq!(of(&[Fail, Timeout, Pass]), (Timeout, State::TimedOut));
        assert_eq!(of(&[Fail, NotStarted]), (Fail, State::Wrong));
        assert_eq!(of(&[]), (Standing::Infra, State::Wrong));
    }
}
