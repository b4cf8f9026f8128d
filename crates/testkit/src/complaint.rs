//! What a student reads when a property does not hold.

use std::fmt;
use std::sync::Arc;

use crate::lesson::trial::{Recorded, last_calls};
use crate::screen;
use crate::show;
use crate::telling::Telling;
use contract::Fault;
use contract::{Language, Text};
use contract::{Plain, Value};

/// The most lines of a complaint.
pub(crate) const MOST_LINES: usize = 15;

/// Whether a property holds; if not, the words for the student.
pub type Verdict = Result<(), Complaint>;

/// Why a property does not hold, on the smallest input that shows it.
///
/// Its `Debug` form is the plain text, because that is what a failing `cargo test` prints.
#[derive(Clone)]
pub struct Complaint(Box<Parts>);

#[derive(Clone)]
struct Parts {
    sentence: Text,
    inputs: Vec<(String, Value)>,
    fault: Option<Fault>,
    mistake: Option<KnownMistake>,
    /// The number that came out and the right one, where it is a matter of two numbers; NaN for both where it is
    /// one of shapes.
    gap: Option<(f64, f64)>,
    /// The last calls before it, where calls are recorded; they are not sent on.
    calls: Vec<Arc<Recorded>>,
}

/// A mistake of the catalogue whose behaviour the answer shares.
#[derive(Clone)]
struct KnownMistake {
    id: String,
    hint: Text,
}

impl Complaint {
    /// A complaint that says `sentence`. Numbers of hundreds of digits are written with an exponent.
    pub fn new(sentence: Text) -> Self {
        let Text { en, ko } = sentence;
        let sentence =
            Text::new(show::with_readable_numbers(&en), show::with_readable_numbers(&ko));
        Self(Box::new(Parts {
            sentence,
            inputs: Vec::new(),
            fault: None,
            mistake: None,
            gap: None,
            calls: last_calls(),
        }))
    }

    /// The complaint that a call gave no value.
    pub fn of_fault(fault: Fault) -> Self {
        let mut complaint = Self::new(fault.sentence());
        complaint.0.fault = Some(fault);
        complaint
    }

    /// With the input that shows it, its parts named as in [`for_all`](fn@crate::for_all).
    ///
    /// # Panics
    /// If `input` has another number of parts than `names`.
    #[must_use]
    pub fn on_input(mut self, names: &[&str], input: Value) -> Self {
        self.0.inputs = show::named(names, input);
        self
    }

    /// With the number that came out and the right one; NaN for both where it is a matter of shapes.
    #[must_use]
    pub fn with_gap(mut self, got: f64, want: f64) -> Self {
        self.0.gap = Some((got, want));
        self
    }

    /// With `text` before its sentence, which makes it one about a law.
    #[must_use]
    pub fn preceded_by(mut self, text: &Text) -> Self {
        let Text { en, ko } = &self.0.sentence;
        self.0.sentence = Text::new(format!("{} {en}", text.en), format!("{} {ko}", text.ko));
        self.0.gap = None;
        self
    }

    /// With the mistake that the answer behaves like.
    #[must_use]
    pub fn with_mistake(mut self, id: impl Into<String>, hint: Text) -> Self {
        self.0.mistake = Some(KnownMistake { id: id.into(), hint });
        self
    }

    /// How much it says, beside others about the same function: the smallest says most.
    pub(crate) fn telling(&self) -> Telling {
        Telling::of(self.fault(), self.0.gap, &self.0.inputs)
    }

    /// What came out and what must hold.
    pub fn sentence(&self) -> &Text {
        &self.0.sentence
    }

    /// The fault behind it, where a call gave no value.
    pub fn fault(&self) -> Option<&Fault> {
        self.0.fault.as_ref()
    }

    /// The last calls before it, the last one last; none where no calls are recorded.
    pub(crate) fn calls(&self) -> &[Arc<Recorded>] {
        &self.0.calls
    }

    /// Whether the function is still a `todo!`.
    pub fn is_unwritten(&self) -> bool {
        matches!(self.0.fault, Some(Fault::Unwritten { .. }))
    }

    /// The id of the mistake that the answer behaves like.
    pub fn mistake(&self) -> Option<&str> {
        self.0.mistake.as_ref().map(|named| named.id.as_str())
    }

    /// What is said of the mistake in `language`.
    pub fn hint(&self, language: Language) -> Option<&str> {
        self.0.mistake.as_ref().map(|known| known.hint.speak(language))
    }

    /// The whole complaint in `language`, at most 15 lines of it on a screen of 80 columns.
    pub fn speak(&self, language: Language) -> String {
        let Parts { sentence, inputs, mistake, .. } = &*self.0;
        let mut text = sentence.speak(language).to_string();
        let hint = mistake.as_ref().map(|named| named.hint.speak(language));
        if !inputs.is_empty() && !self.is_unwritten() {
            text += match language {
                Language::English => "\n\nSmallest input that shows it:\n",
                Language::Korean => "\n\n이를 보여 주는 가장 작은 입력:\n",
            };
            let taken: usize = text.lines().map(screen::lines).sum();
            let taken = taken + 1 + hint.map_or(0, |hint| 1 + screen::lines(hint));
            for line in show::lines(inputs, MOST_LINES.saturating_sub(taken).max(1)) {
                text += &format!("\n    {line}");
            }
        }
        if let Some(hint) = hint {
            text += &format!("\n\n{hint}");
        }
        text
    }
}

/// As a value it goes from the process of the answers to the student's runner.
impl Plain for Complaint {
    fn to_value(&self) -> Value {
        let Parts { sentence, inputs, fault, mistake, gap, .. } = &*self.0;
        let mistake = mistake.as_ref().map(|named| (named.id.clone(), named.hint.clone()));
        (sentence.clone(), inputs.clone(), fault.clone(), mistake, *gap).to_value()
    }

    fn from_value(value: Value) -> Option<Self> {
        type Sent =
            (Text, Vec<(String, Value)>, Option<Fault>, Option<(String, Text)>, Option<(f64, f64)>);
        let (sentence, inputs, fault, mistake, gap) = Sent::from_value(value)?;
        // The sentence of a fault is built anew, within its limits.
        let sentence = fault.as_ref().map_or(sentence, Fault::sentence);
        let mistake = mistake.map(|(id, hint)| KnownMistake { id, hint });
        Some(Self(Box::new(Parts { sentence, inputs, fault, mistake, gap, calls: Vec::new() })))
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.speak(Language::of_reader()))
    }
}

impl fmt::Debug for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.to_string();
        if self.is_unwritten() {
            return f.write_str(&text);
        }
        for line in text.lines() {
            f.write_str(if line.is_empty() { "\n" } else { "\n  " })?;
            f.write_str(line)?;
        }
        f.write_str("\n")
    }
}

/// Returns a [`Complaint`] with the given sentence (English, Korean) unless the condition holds.
///
/// Write the condition as what must hold: with a NaN it is false, and the property fails.
#[macro_export]
macro_rules! ensure {
    ($condition:expr, $en:literal, $ko:literal $(, $name:ident = $value:expr)* $(,)?) => {
        if $condition {
        } else {
            return Err($crate::Complaint::new(contract::say!($en, $ko $(, $name = $value)*)));
        }
    };
    ($condition:expr $(, $en:literal)? $(, $name:ident = $value:expr)* $(,)?) => {
        compile_error!(
            "`ensure!` lacks its words: after the condition, a sentence in English and the same in Korean"
        )
    };
}
