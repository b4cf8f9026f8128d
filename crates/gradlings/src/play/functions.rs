//! The functions that the page calls, and whose each of them is: the student's if it compiles and runs, right or
//! wrong, else the course's.

use std::cell::RefCell;

use contract::{Fault, Language, Text, say};
use course::report::{Report, Standing};
use course::{Course, Exercise};
use serde_json::{Value, json};

use super::speak;

/// The functions, by lesson.
const PLAYED: [(&str, &[&str]); 4] = [
    (
        "activations",
        &[
            "sigmoid",
            "tanh",
            "relu",
            "leaky_relu",
            "sigmoid_prime",
            "tanh_prime",
            "relu_prime",
            "leaky_relu_prime",
            "sigmoid_prime_from_a",
            "tanh_prime_from_a",
            "collapse",
        ],
    ),
    ("init", &["initialize_zeros", "initialize", "saturated_fraction"]),
    (
        "backprop",
        &[
            "forward",
            "cost",
            "linear_forward",
            "output_gradients",
            "hidden_gradients",
            "backward",
            "numerical_gradient",
            "update",
            "predict",
            "train",
        ],
    ),
    ("symmetry", &["permute_units", "flip_unit"]),
];

/// The lessons that the page calls functions of.
pub(super) fn lessons() -> impl Iterator<Item = &'static str> {
    PLAYED.into_iter().map(|(lesson, _)| lesson)
}

/// Whether the page calls that function.
pub(super) fn is_played(lesson: &str, function: &str) -> bool {
    PLAYED.iter().any(|(known, functions)| *known == lesson && functions.contains(&function))
}

/// The exercises that the page calls functions of.
pub(super) fn exercises() -> impl Iterator<Item = &'static Exercise> {
    Course::whole().exercises().iter().filter(|exercise| {
        let functions = exercise.outline.functions.iter();
        functions.into_iter().any(|function| is_played(exercise.lesson.name(), function))
    })
}

/// How a function stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Everything that is known of it holds.
    Holds,
    /// A property does not hold.
    Wrong,
    /// It is not known yet whether it holds.
    Checking,
    /// It is not written, or not in this course.
    NotStarted,
    /// Its file does not compile.
    DoesNotCompile,
    /// It gave no answer in time.
    TimedOut,
    /// It panicked, crashed, or gave what the network cannot go on with.
    Stopped,
}

impl Why {
    fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Wrong => "wrong",
            Self::Checking => "checking",
            Self::NotStarted => "not_started",
            Self::DoesNotCompile => "does_not_compile",
            Self::TimedOut => "timed_out",
            Self::Stopped => "stopped",
        }
    }

    /// How a function stands whose call came to nothing.
    pub(super) fn of(fault: &Fault) -> Self {
        match fault {
            Fault::Unwritten { .. } => Self::NotStarted,
            Fault::TimedOut { .. } | Fault::Waiting { .. } => Self::TimedOut,
            _ => Self::Stopped,
        }
    }

    /// Whether the student's function is called.
    pub(super) fn is_yours(self) -> bool {
        matches!(self, Self::Holds | Self::Wrong | Self::Checking)
    }
}

/// One function.
struct Function {
    lesson: &'static str,
    exercise: &'static Exercise,
    name: &'static str,
    why: Why,
    text: Text,
}

/// All functions.
pub(super) struct Functions {
    all: RefCell<Vec<Function>>,
}

/// What is said of a function that stands so.
fn words(name: &str, why: Why) -> Text {
    match why {
        Why::Holds => {
            say!("`{name}` is yours, and right.", "`{name}` 함수는 직접 작성한 것이고 맞습니다.")
        }
        Why::Wrong => say!(
            "`{name}` is yours, and does not hold yet.",
            "`{name}` 함수는 직접 작성한 것이고 아직 맞지 않습니다."
        ),
        Why::Checking => {
            say!(
                "`{name}` is yours; it is being checked.",
                "`{name}` 함수는 직접 작성한 것이고 검사 중입니다."
            )
        }
        Why::NotStarted => say!(
            "`{name}` is not written yet, so the course's is used.",
            "`{name}` 함수는 아직 작성되지 않아 강의의 함수를 사용합니다."
        ),
        Why::DoesNotCompile => say!(
            "The file of `{name}` does not compile, so the course's is used; `cargo run -- check {name}` says why.",
            "`{name}` 함수의 파일이 컴파일되지 않아 강의의 함수를 사용합니다. 까닭은 `cargo run -- check {name}` 명령으로 \
             확인하세요."
        ),
        Why::TimedOut => say!(
            "`{name}` gave no answer in time, so the course's is used until you save it again.",
            "`{name}` 함수가 시간 안에 답하지 않아 다시 저장할 때까지 강의의 함수를 사용합니다."
        ),
        Why::Stopped => say!(
            "`{name}` stopped, so the course's is used until you save it again.",
            "`{name}` 함수가 멈추어 다시 저장할 때까지 강의의 함수를 사용합니다."
        ),
    }
}

impl Functions {
    /// All functions, before anything is known of them: the course's.
    pub(super) fn new() -> Self {
        let mut all = Vec::new();
        for (lesson, functions) in PLAYED {
            for name in functions {
                let exercises = Course::whole().of_lesson(lesson).iter();
                let mut exercises =
                    exercises.filter(|exercise| exercise.outline.functions.contains(name));
                let exercise = exercises.next().expect("every function is of an exercise");
                let (why, text) = (Why::NotStarted, words(name, Why::NotStarted));
                all.push(Function { lesson, exercise, name, why, text });
            }
        }
        Self { all: RefCell::new(all) }
    }

    /// Whether the student's function of that name is called.
    pub(super) fn is_yours(&self, lesson: &str, name: &str) -> bool {
        let all = self.all.borrow();
        let function =
            all.iter().find(|function| function.lesson == lesson && function.name == name);
        function.is_some_and(|function| function.why.is_yours())
    }

    /// Notes how a function stands, with a sentence of its own if there is one.
    pub(super) fn mark(&self, lesson: &str, name: &str, why: Why, text: Option<&Text>) {
        let mut all = self.all.borrow_mut();
        for function in all.iter_mut().filter(|known| known.lesson == lesson && known.name == name)
        {
            function.why = why;
            function.text = text.cloned().unwrap_or_else(|| words(name, why));
        }
    }

    /// Notes how all functions of an exercise stand.
    pub(super) fn mark_all(&self, exercise: &Exercise, why: Why, text: Option<&Text>) {
        for name in exercise.outline.functions {
            self.mark(exercise.lesson.name(), name, why, text);
        }
    }

    /// Notes that the functions of an exercise can be called. What is known of those that are not `changed` stays.
    pub(super) fn mark_written(&self, exercise: &Exercise, is_changed: bool) {
        let mut all = self.all.borrow_mut();
        let functions = all.iter_mut().filter(|known| known.exercise.name() == exercise.name());
        for function in functions.filter(|function| is_changed || !function.why.is_yours()) {
            function.why = Why::Checking;
            function.text = words(function.name, Why::Checking);
        }
    }

    /// Takes in the report on an exercise. What has stopped on the page stays stopped, and what is not known to the
    /// compiler's side as written stays so.
    pub(super) fn take(&self, report: &Report) {
        let mut all = self.all.borrow_mut();
        let functions = all.iter_mut().filter(|known| known.exercise.name() == report.exercise);
        for function in functions.filter(|function| function.why.is_yours()) {
            let of_function =
                report.properties.iter().filter(|property| property.function == function.name);
            let why = match Standing::overall(of_function.map(|property| property.standing)) {
                Standing::Pass => Why::Holds,
                Standing::NotStarted => Why::NotStarted,
                Standing::Timeout => Why::TimedOut,
                Standing::Infra => Why::Checking,
                _ => Why::Wrong,
            };
            let told =
                report.headline_of(function.name).and_then(|property| property.message.as_ref());
            let told = told.filter(|_| why == Why::Wrong).map(|message| {
                let first = |text: &str| text.lines().next().unwrap_or_default().to_string();
                Text::new(first(&message.en), first(&message.ko))
            });
            function.why = why;
            function.text = told.unwrap_or_else(|| words(function.name, why));
        }
    }

    /// As the page takes it.
    pub(super) fn to_json(&self, language: Language) -> Value {
        let all = self.all.borrow();
        let function = |function: &Function| {
            json!({
                "name": function.name,
                "lesson": function.lesson,
                "exercise": function.exercise.name(),
                "whose": if function.why.is_yours() { "yours" } else { "course" },
                "why": function.why.name(),
                "text": speak(&function.text, language),
            })
        };
        all.iter().map(function).collect()
    }
}
