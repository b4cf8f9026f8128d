//! A claim of the lecture notes, and what decides it.

use contract::Text;

use crate::estimate::Numbers;

/// One of the 56 claims of the notes.
pub struct Claim {
    /// `C1` to `C56`, in the order of the notes.
    pub id: &'static str,
    /// The words of the notes: the Korean as it stands there, and its English.
    pub quote: Text,
    /// `activations`, `init`, `backprop` or `symmetry`.
    pub lesson: &'static str,
    /// Where the numbers come from; several experiments and properties may speak to one claim.
    pub how: &'static [How],
    /// The judgement, from the numbers of everything in `how`. A property adds a number under its
    /// own name: 1 if the solution has the property, else 0.
    pub rule: fn(&Numbers) -> Judgement,
}

/// A source of numbers for a claim.
#[derive(Clone, Debug)]
pub enum How {
    /// A property of the course: its lesson, its exercise, its name.
    Property(&'static str, &'static str, &'static str),
    /// An experiment, by name.
    Experiment(&'static str),
    /// None, because the claim cannot be run: the reason.
    NotRun(Text),
}

/// Whether a claim holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ruling {
    /// As it stands.
    Holds,
    /// Under a condition that the notes do not name.
    HoldsBut,
    /// Not at all, or not as it is worded.
    DoesNotHold,
    /// What was measured allows more than one of these: a difference lies inside its own spread.
    Undecided,
}

impl Ruling {
    /// From the best to the worst, and the open one last.
    pub const ALL: [Self; 4] = [Self::Holds, Self::HoldsBut, Self::DoesNotHold, Self::Undecided];

    /// The ruling in words: `holds, but`.
    pub fn words(self) -> Text {
        match self {
            Self::Holds => Text::fixed("holds", "성립"),
            Self::HoldsBut => Text::fixed("holds, but", "조건부 성립"),
            Self::DoesNotHold => Text::fixed("does not hold", "성립하지 않음"),
            Self::Undecided => Text::fixed("undecided", "판정 보류"),
        }
    }
}

/// The ruling on a claim, with its reasons.
pub struct Judgement {
    /// Whether the claim holds.
    pub ruling: Ruling,
    /// The condition under which it holds, or what holds instead.
    pub condition: Option<Text>,
    /// The numbers that decide, in a sentence or two.
    pub evidence: Text,
}
