//! A claim of the lecture notes, and how it is judged.

use contract::Text;

use crate::experiment::Numbers;

/// One claim of the notes.
pub struct Claim {
    /// `C1` to `C56`, in the order of the notes.
    pub id: &'static str,
    /// What the notes say: the Korean as it stands there, and its English.
    pub quote: Text,
    /// The lesson that it belongs to: `activations`, `init`, `backprop` or `symmetry`.
    pub lesson: &'static str,
    /// What it is judged by. Several may speak to one claim.
    pub how: &'static [How],
    /// The verdict, from the numbers of everything in `how`. A property adds its own name: 1 where
    /// the solution keeps it, else 0.
    pub rule: fn(&Numbers) -> Ruling,
}

/// What a claim is judged by.
#[derive(Clone, Debug)]
pub enum How {
    /// A property of the course: its lesson, its exercise, its name.
    Property(&'static str, &'static str, &'static str),
    /// An experiment, by name.
    Experiment(&'static str),
    /// Nothing: the claim cannot be run, and why.
    NotRun(Text),
}

/// Whether a claim holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It holds as it stands.
    Holds,
    /// It holds under a condition that the notes do not name.
    HoldsBut,
    /// It does not hold.
    DoesNotHold,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 3] = [Self::Holds, Self::HoldsBut, Self::DoesNotHold];

    /// In words.
    pub fn words(self) -> Text {
        match self {
            Self::Holds => Text::fixed("holds", "성립"),
            Self::HoldsBut => Text::fixed("holds, but", "조건부 성립"),
            Self::DoesNotHold => Text::fixed("does not hold", "성립하지 않음"),
        }
    }
}

/// The verdict on a claim, with its reasons.
pub struct Ruling {
    /// Whether it holds.
    pub verdict: Verdict,
    /// The condition under which it holds, or what holds instead.
    pub condition: Option<Text>,
    /// The numbers that decide it, in a sentence or two.
    pub evidence: Text,
}
