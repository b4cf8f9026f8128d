//! Why the network on the page cannot go on, in words.

use backprop::{Cache, Gradients};
use contract::{Fault, Language, Text, say};
use init::Parameters;
use ndarray::{Array2, Axis};
use serde_json::{Value, json};

use super::numbers::brief;
use super::speak;

/// Why something could not be computed, or what is no number.
#[derive(Clone, Debug)]
pub(super) struct Trouble {
    /// `nan`, `panic`, `timeout`, `crash`, `shape`, `nonsense`, `waiting`, `busy`, `data` or `record`.
    pub(super) kind: &'static str,
    /// Where it arose, in a few words.
    pub(super) place: Text,
    /// The whole of it.
    pub(super) text: Text,
}

impl Trouble {
    /// As the page takes it.
    pub(super) fn to_json(&self, language: Language) -> Value {
        json!({
            "kind": self.kind,
            "where": speak(&self.place, language),
            "text": speak(&self.text, language),
        })
    }

    /// A call of `name` that gave no value.
    pub(super) fn of_fault(fault: &Fault, name: &str) -> Self {
        let kind = match fault {
            Fault::Panicked { .. } => "panic",
            Fault::TimedOut { .. } | Fault::Waiting { .. } | Fault::CalledBackTooOften => "timeout",
            Fault::Crashed { .. } | Fault::OutOfMemory { .. } | Fault::StackOverflow { .. } => {
                "crash"
            }
            Fault::Unwritten { .. } | Fault::Nonsense { .. } => "nonsense",
        };
        let place = Text::new(format!("`{name}`"), format!("`{name}`"));
        Self { kind, place, text: fault.sentence() }
    }

    /// The same, with what becomes of the student's function `name`.
    pub(super) fn with_remedy(mut self, name: &str) -> Self {
        let Text { en, ko } = &self.text;
        self.text = say!(
            "{en} From here on the course's `{name}` is used, until you save yours again.",
            "{ko} 이제부터 `{name}` 함수를 다시 저장할 때까지 강의의 함수를 사용합니다."
        );
        self
    }

    /// A function gave something of another shape than the network needs.
    pub(super) fn of_shape(name: &str, Misshapen { what, got, wanted }: Misshapen) -> Self {
        let place = Text::new(format!("`{name}`"), format!("`{name}`"));
        let text = say!(
            "`{name}` gave {what} of shape {got:?}, and {wanted:?} is needed.",
            "`{name}` 함수가 반환한 {what}: 모양이 {got:?}인데 {wanted:?}이어야 합니다."
        );
        Self { kind: "shape", place, text }
    }
}

/// A matrix of the wrong shape.
pub(super) struct Misshapen {
    /// What it is called.
    pub(super) what: &'static str,
    got: (usize, usize),
    wanted: (usize, usize),
}

/// The first of these matrices, each with its name and the shape that it must have, that has another.
pub(super) fn misshapen(all: &[(&'static str, &Array2<f64>, (usize, usize))]) -> Option<Misshapen> {
    let wrong = all.iter().find(|(_, matrix, wanted)| matrix.dim() != *wanted)?;
    let (what, matrix, wanted) = *wrong;
    Some(Misshapen { what, got: matrix.dim(), wanted })
}

/// Whose number an entry of a matrix is.
#[derive(Clone, Copy)]
enum Axes {
    /// A row per hidden unit; a column is an example, or nothing that needs a name.
    Hidden,
    /// A row per output.
    Output,
}

/// Where among these is the first number that is not finite.
fn first_in(step: usize, all: &[(&'static str, &Array2<f64>, Axes)]) -> Option<Trouble> {
    let found = all.iter().find_map(|(name, matrix, axes)| {
        let (row, line) = matrix
            .axis_iter(Axis(0))
            .enumerate()
            .find(|(_, line)| !line.iter().all(|z| z.is_finite()))?;
        let (column, z) = line.iter().copied().enumerate().find(|(_, z)| !z.is_finite())?;
        Some((*name, *axes, row, column, z))
    })?;
    let (name, axes, row, column, z) = found;
    let value = brief(z);
    let is_of_example = matches!(name, "z1" | "a1" | "z2" | "a2");
    let place = match axes {
        Axes::Hidden => say!(
            "{name} of hidden unit {row} at step {step}",
            "{step}단계, {row}번 은닉 유닛의 {name}"
        ),
        Axes::Output => say!("{name} of the output at step {step}", "{step}단계, 출력의 {name}"),
    };
    let example = if is_of_example {
        say!(" (example {column})", " (샘플 {column})")
    } else {
        say!("", "")
    };
    let (place_en, place_ko) = (&place.en, &place.ko);
    let (example_en, example_ko) = (&example.en, &example.ko);
    let text = say!(
        "{place_en} is {value}{example_en}: there it begins, and whatever is computed from it is no number either.",
        "{place_ko}: {value}{example_ko}. 여기서 시작되어 이 값으로 계산하는 것은 모두 숫자가 아니게 됩니다."
    );
    Some(Trouble { kind: "nan", place, text })
}

/// What is no number in a forward pass and its cost.
pub(super) fn in_forward(step: usize, cache: &Cache, cost: f64) -> Option<Trouble> {
    let Cache { z1, a1, z2, a2 } = cache;
    let all = [
        ("z1", z1, Axes::Hidden),
        ("a1", a1, Axes::Hidden),
        ("z2", z2, Axes::Output),
        ("a2", a2, Axes::Output),
    ];
    first_in(step, &all).or_else(|| {
        if cost.is_finite() {
            return None;
        }
        let value = brief(cost);
        Some(Trouble {
            kind: "nan",
            place: say!("the cost at step {step}", "{step}단계의 비용"),
            text: say!(
                "The cost at step {step} is {value}, although every output is a number: an output is exactly 0 or 1, \
                 whose logarithm the cost takes.",
                "출력은 모두 숫자인데 {step}단계의 비용이 {value}입니다. 출력이 정확히 0이나 1이 되었고 비용은 그 로그를 \
                 계산합니다."
            ),
        })
    })
}

/// What is no number in gradients.
pub(super) fn in_gradients(step: usize, gradients: &Gradients) -> Option<Trouble> {
    let Gradients { dw1, db1, dw2, db2 } = gradients;
    let all = [
        ("dw1", dw1, Axes::Hidden),
        ("db1", db1, Axes::Hidden),
        ("dw2", dw2, Axes::Output),
        ("db2", db2, Axes::Output),
    ];
    first_in(step, &all)
}

/// What is no number in parameters.
pub(super) fn in_parameters(step: usize, parameters: &Parameters) -> Option<Trouble> {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let all = [
        ("w1", w1, Axes::Hidden),
        ("b1", b1, Axes::Hidden),
        ("w2", w2, Axes::Output),
        ("b2", b2, Axes::Output),
    ];
    first_in(step, &all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn what_is_no_number_is_told_where_it_begins() {
        let good = Cache {
            z1: array![[0.0, 1.0], [0.5, 0.5]],
            a1: array![[0.0, 1.0], [0.5, 0.5]],
            z2: array![[1.0, 2.0]],
            a2: array![[0.5, 0.5]],
        };
        assert!(in_forward(3, &good, 0.5).is_none());
        let mut bad = good.clone();
        bad.z1[(1, 0)] = f64::NAN;
        bad.a2[(0, 1)] = f64::NAN;
        let trouble = in_forward(31, &bad, f64::NAN).unwrap();
        assert_eq!(trouble.place.en, "z1 of hidden unit 1 at step 31");
        assert!(trouble.text.en.contains("is NaN (example 0)"), "{}", trouble.text.en);
        let cost = in_forward(4, &good, f64::INFINITY).unwrap();
        assert_eq!(cost.place.en, "the cost at step 4");
        assert!(cost.text.en.contains("is inf"), "{}", cost.text.en);
    }
}
