//! Where a student is while they watch. Keys and events change it; nothing here touches a terminal or
//! a file: what must be done is returned as an [`Action`].

use std::collections::BTreeSet;

use contract::Text;

use crate::finish::Finish;
use crate::help::Hint;
use crate::line::Line;
use crate::patience::Slowness;
use crate::trial::Trial;
use course::Exercise;
use course::report::{Report, State};

/// What the screen shows.
pub(crate) struct Model {
    /// The exercises, in order.
    pub(crate) exercises: &'static [Exercise],
    /// The last report on each; none before the first check.
    pub(crate) reports: Vec<Option<Report>>,
    /// The exercise that is shown.
    pub(crate) current: usize,
    /// What is shown of it.
    pub(crate) page: Page,
    /// What is shown above the report.
    pub(crate) notice: Option<Notice>,
    /// Whether the values of a call are wanted, again after every save.
    pub(crate) is_trying: bool,
    /// Whether the properties are listed one by one below the report.
    pub(crate) is_unfolded: bool,
    /// The lines of the page that are above the screen.
    pub(crate) scroll: usize,
    /// The exercises that are being checked.
    pub(crate) checking: BTreeSet<usize>,
    /// Whether the solution of an exercise is shown only once it holds.
    pub(crate) is_strict: bool,
    /// How slow the answer is that is being checked, if it is, and its exercise.
    pub(crate) slowness: Option<(&'static str, Slowness)>,
}

/// A page of the screen.
pub(crate) enum Page {
    /// The report on the current exercise.
    Report,
    /// The exercises in a list.
    List { cursor: usize, filter: Filter },
    /// The solution of the current exercise.
    Solution(String),
    /// The text on the current exercise.
    Text(Vec<Line>),
    /// One call of the current exercise's function.
    Trial(Box<Trial>),
    /// The page after the last exercise.
    Thanks(Box<Finish>),
}

/// What is shown between the name of an exercise and the report on it.
pub(crate) enum Notice {
    /// A step of the hints, from 0.
    Hint(usize, Vec<Hint>),
    /// The question whether the stub is really to come back.
    AskReset,
    /// The question whether the solution is really to be shown.
    AskSolution,
    /// What was done, is being done, or failed.
    Message(Text),
}

/// Which exercises a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    All,
    NotStarted,
    NotRight,
    Solved,
}

/// A key of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Letter(char),
    Enter,
    Escape,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
}

/// What must be done outside of the model; exercises by their place in the course.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Check(Vec<usize>),
    Hint(usize),
    Reset(usize),
    Solution(usize),
    Text(usize),
    Try(usize),
    Play(usize),
    Thanks,
    Quit,
}

impl Model {
    /// The model at the beginning, when every exercise is still being checked.
    pub(crate) fn new(exercises: &'static [Exercise]) -> Self {
        let count = exercises.len();
        Self {
            exercises,
            reports: vec![None; count],
            current: 0,
            page: Page::Report,
            notice: None,
            is_trying: false,
            is_unfolded: false,
            scroll: 0,
            checking: (0..count).collect(),
            is_strict: false,
            slowness: None,
        }
    }

    /// How many exercises are solved.
    pub(crate) fn solved(&self) -> usize {
        (0..self.exercises.len()).filter(|i| self.state(*i) == Some(State::Solved)).count()
    }

    /// The reports on the exercises of `lesson`, as far as there are any.
    pub(crate) fn reports_of(&self, lesson: &str) -> impl Iterator<Item = Option<&Report>> {
        let all = self.exercises.iter().zip(&self.reports);
        all.filter(move |(exercise, _)| exercise.lesson.name() == lesson)
            .map(|(_, report)| report.as_ref())
    }

    /// Whether all are solved.
    pub(crate) fn is_finished(&self) -> bool {
        self.solved() == self.exercises.len()
    }

    /// Whether a check or a trial is on its way.
    pub(crate) fn is_busy(&self) -> bool {
        let is_trial_shown = matches!(self.page, Page::Trial(_));
        !self.checking.is_empty() || self.is_trying && !is_trial_shown
    }

    /// The state of an exercise, as far as it is known.
    pub(crate) fn state(&self, exercise: usize) -> Option<State> {
        self.reports[exercise].as_ref().map(Report::state)
    }

    /// The exercises that a list with this filter shows.
    pub(crate) fn listed(&self, filter: Filter) -> Vec<usize> {
        (0..self.exercises.len()).filter(|i| filter.keeps(self.state(*i))).collect()
    }

    /// Shows the exercise that comes next: the first that is not solved.
    pub(crate) fn go_to_first_open(&mut self) {
        let open = (0..self.exercises.len()).find(|i| self.state(*i) != Some(State::Solved));
        self.go(open.unwrap_or(self.exercises.len() - 1));
    }

    /// Takes in that files were saved. A single one is what the student works on, so it is shown.
    pub(crate) fn saved(&mut self, changed: &[usize]) -> Option<Action> {
        if let [exercise] = *changed {
            let is_trying = self.is_trying && exercise == self.current;
            // A hint stays while the student works by it; so does the word of a reset, which saves.
            let stays = |notice: &Notice| matches!(notice, Notice::Hint(..) | Notice::Message(_));
            let notice =
                self.notice.take().filter(|notice| exercise == self.current && stays(notice));
            self.go(exercise);
            (self.notice, self.is_trying) = (notice, is_trying);
        }
        self.checking.extend(changed);
        (!changed.is_empty()).then(|| Action::Check(changed.to_vec()))
    }

    /// Takes in new reports. Where the values of a call are wanted, they are to be had anew.
    pub(crate) fn checked(&mut self, reports: Vec<Report>) -> Option<Action> {
        let current = self.exercises[self.current].name();
        let is_current = reports.iter().any(|report| report.exercise == current);
        self.slowness = None;
        for report in reports {
            let found =
                self.exercises.iter().position(|exercise| exercise.name() == report.exercise);
            if let Some(exercise) = found {
                self.checking.remove(&exercise);
                self.reports[exercise] = Some(report);
            }
        }
        self.drop_needless_hints();
        (self.is_trying && is_current).then_some(Action::Try(self.current))
    }

    /// Takes away the hints for functions whose properties all hold by now.
    fn drop_needless_hints(&mut self) {
        let (Some(Notice::Hint(_, hints)), Some(report)) =
            (&mut self.notice, &self.reports[self.current])
        else {
            return;
        };
        hints.retain(|hint| report.headline_of(hint.function).is_some());
        if hints.is_empty() {
            self.notice = None;
        }
    }

    /// Shows a page from its beginning.
    pub(crate) fn show(&mut self, page: Page) {
        self.is_trying = matches!(page, Page::Trial(_));
        self.page = page;
        self.notice = None;
        self.scroll = 0;
    }

    /// Shows a notice above the report.
    pub(crate) fn say(&mut self, notice: Notice) {
        self.show(Page::Report);
        self.notice = Some(notice);
    }

    /// Shows the report on an exercise.
    pub(crate) fn go(&mut self, exercise: usize) {
        self.current = exercise;
        self.show(Page::Report);
    }
}

impl Filter {
    fn keeps(self, state: Option<State>) -> bool {
        match self {
            Self::All => true,
            Self::NotStarted => matches!(state, None | Some(State::NotStarted)),
            Self::NotRight => {
                matches!(state, Some(State::Wrong | State::DoesNotCompile | State::TimedOut))
            }
            Self::Solved => state == Some(State::Solved),
        }
    }

    /// The next filter; after the last comes the first.
    pub(crate) fn next(self) -> Self {
        match self {
            Self::All => Self::NotStarted,
            Self::NotStarted => Self::NotRight,
            Self::NotRight => Self::Solved,
            Self::Solved => Self::All,
        }
    }
}
