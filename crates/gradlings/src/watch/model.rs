//! Where a student is while they watch. Keys and news change it; nothing here touches a terminal or
//! a file, what must be done comes back as a [`Deed`].

use std::collections::BTreeSet;

use contract::Text;

use crate::finish::Finish;
use crate::help::Hint;
use course::Exercise;
use course::report::{Report, State};

/// Everything that the screen shows.
pub(crate) struct Model {
    /// The exercises, in order.
    pub(crate) exercises: &'static [Exercise],
    /// What is known of each; nothing while it was never checked.
    pub(crate) reports: Vec<Option<Report>>,
    /// The exercise that is shown.
    pub(crate) current: usize,
    /// What is shown of it.
    pub(crate) page: Page,
    /// What was asked for, above the verdict.
    pub(crate) aside: Option<Aside>,
    /// The lines of the page that are above the screen.
    pub(crate) scroll: usize,
    /// The exercises that are being checked.
    pub(crate) checking: BTreeSet<usize>,
}

/// A page of the screen.
pub(crate) enum Page {
    /// The verdict on the current exercise.
    Verdict,
    /// The exercises in a list.
    List { cursor: usize, filter: Filter },
    /// The solution of the current exercise.
    Solution(String),
    /// The page after the last exercise.
    Thanks(Box<Finish>),
}

/// A word between the name of an exercise and the verdict on it.
pub(crate) enum Aside {
    /// A step of the hints, from 0.
    Hint(usize, Vec<Hint>),
    /// Whether the stub is really to come back.
    AskReset,
    /// Whether the solution is really to be shown.
    AskSolution,
    /// What came of it.
    Told(Text),
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

/// What must be done outside of the model.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Check(Vec<usize>),
    Hint(usize),
    Reset(usize),
    Solution(usize),
    Thanks,
    Quit,
}

impl Model {
    /// The screen at the beginning, when all is still being checked.
    pub(crate) fn new(exercises: &'static [Exercise]) -> Self {
        let count = exercises.len();
        Self {
            exercises,
            reports: vec![None; count],
            current: 0,
            page: Page::Verdict,
            aside: None,
            scroll: 0,
            checking: (0..count).collect(),
        }
    }

    /// How many exercises are solved.
    pub(crate) fn solved(&self) -> usize {
        (0..self.exercises.len()).filter(|i| self.state(*i) == Some(State::Solved)).count()
    }

    /// Whether all are solved.
    pub(crate) fn is_finished(&self) -> bool {
        self.solved() == self.exercises.len()
    }

    /// The state of an exercise, as far as it is known.
    pub(crate) fn state(&self, exercise: usize) -> Option<State> {
        self.reports[exercise].as_ref().map(|report| report.state())
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

    /// Files were saved. One of them alone is what the student works on.
    pub(crate) fn saved(&mut self, changed: &[usize]) -> Option<Deed> {
        if let [one] = *changed {
            // A hint stays while one works by it, and so does the word of a reset, which saves.
            let stays = |aside: &Aside| matches!(aside, Aside::Hint(..) | Aside::Told(_));
            let aside = self.aside.take().filter(|it| one == self.current && stays(it));
            self.go(one);
            self.aside = aside;
        }
        self.checking.extend(changed);
        (!changed.is_empty()).then(|| Deed::Check(changed.to_vec()))
    }

    /// Verdicts have come.
    pub(crate) fn checked(&mut self, reports: Vec<Report>) {
        for report in reports {
            let found = self.exercises.iter().position(|it| it.name() == report.exercise);
            if let Some(exercise) = found {
                self.checking.remove(&exercise);
                self.reports[exercise] = Some(report);
            }
        }
    }

    /// Shows a page from its beginning.
    pub(crate) fn show(&mut self, page: Page) {
        self.page = page;
        self.aside = None;
        self.scroll = 0;
    }

    /// Says something above the verdict.
    pub(crate) fn say(&mut self, aside: Aside) {
        self.show(Page::Verdict);
        self.aside = Some(aside);
    }

    /// Shows the verdict on an exercise.
    pub(crate) fn go(&mut self, exercise: usize) {
        self.current = exercise;
        self.show(Page::Verdict);
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

    /// The next one, after the last the first.
    pub(crate) fn next(self) -> Self {
        match self {
            Self::All => Self::NotStarted,
            Self::NotStarted => Self::NotRight,
            Self::NotRight => Self::Solved,
            Self::Solved => Self::All,
        }
    }
}
