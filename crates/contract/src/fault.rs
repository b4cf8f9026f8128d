//! What becomes of a call that gives no value, and how a panic in an answer is caught.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

use crate::argument::MOST_CALL_BACKS;
use crate::trace::{Place, blamed};
use crate::value::{Plain, Value};
use crate::{Text, say};

/// The most memory of a process that answers, in bytes, where the system can hold it to that.
pub const MOST_MEMORY: u64 = 1 << 30;

/// Why a call gave no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The function is still a `todo!`; the message is its sentence.
    Unwritten {
        /// The sentence in the `todo!`.
        message: String,
        /// Where the `todo!` stands.
        place: Option<Place>,
    },
    /// The function panicked.
    Panicked {
        /// The message of the panic.
        message: String,
        /// Where it panicked.
        place: Option<Place>,
    },
    /// The function did not answer in time.
    TimedOut {
        /// The function.
        function: String,
        /// The limit that it broke.
        seconds: u64,
    },
    /// The function did not answer in time, and computed nothing meanwhile.
    Waiting {
        /// The function.
        function: String,
        /// The limit that it broke.
        seconds: u64,
    },
    /// The function wanted more memory than [`MOST_MEMORY`].
    OutOfMemory {
        /// The function.
        function: String,
    },
    /// The function called itself, or others, too deep.
    StackOverflow {
        /// The function.
        function: String,
    },
    /// The process that ran the function ended, for a reason that is not known.
    Crashed {
        /// The function.
        function: String,
        /// How it ended.
        how: String,
    },
    /// The function called back more often than [`MOST_CALL_BACKS`] in one call.
    CalledBackTooOften,
    /// What came back was not an answer.
    Nonsense {
        /// What was wrong with it.
        what: String,
    },
}

impl Fault {
    /// Whether calling again would only cost time: shrinking stops at such a fault.
    pub fn is_final(&self) -> bool {
        !matches!(self, Self::Panicked { .. })
    }

    /// The fault in one sentence.
    pub fn sentence(&self) -> Text {
        match self {
            Self::Unwritten { message, place } => {
                let message = message.trim_end_matches('.');
                match place {
                    Some(Place { file, .. }) => say!(
                        "Not written yet: {message}. Replace the `todo!` in {file}.",
                        "아직 작성되지 않았습니다: {message}. {file}의 `todo!`를 바꾸세요."
                    ),
                    None => {
                        say!("Not written yet: {message}.", "아직 작성되지 않았습니다: {message}.")
                    }
                }
            }
            Self::Panicked { message, place: Some(Place { file, line }) } => say!(
                "Your code panicked at {file}:{line}: {message}",
                "코드가 {file}:{line}에서 패닉했습니다: {message}"
            ),
            Self::Panicked { message, place: None } => {
                say!("Your code panicked: {message}", "코드가 패닉했습니다: {message}")
            }
            Self::TimedOut { function, seconds } => say!(
                "`{function}` gave no answer within {seconds} s: a loop that never ends, or very slow \
                 work?",
                "`{function}` 함수가 {seconds}초 안에 답하지 않았습니다. 끝나지 않는 반복문이 있거나 \
                 계산이 아주 느린가요?"
            ),
            Self::Waiting { function, seconds } => say!(
                "`{function}` gave no answer within {seconds} s and computed nothing: it waits, for \
                 standard input, a lock, a channel, a thread or the clock.",
                "`{function}` 함수가 {seconds}초 안에 답하지 않았고 계산도 하지 않았습니다. 표준 입력, \
                 잠금, 채널, 스레드, 시계 가운데 무언가를 기다리고 있습니다."
            ),
            Self::OutOfMemory { function } => {
                let most = MOST_MEMORY >> 20;
                say!(
                    "`{function}` wanted more than {most} MiB of memory: does something grow without \
                     end?",
                    "`{function}` 함수가 메모리를 {most} MiB보다 많이 쓰려고 했습니다. 끝없이 커지는 \
                     것이 있나요?"
                )
            }
            Self::StackOverflow { function } => say!(
                "The stack overflowed in a call of `{function}`: a function calls itself without end, \
                 or too deep.",
                "`{function}` 함수를 부르는 도중에 스택이 넘쳤습니다. 함수가 자기 자신을 끝없이, 또는 \
                 너무 깊이 부릅니다."
            ),
            Self::Crashed { function, how } => say!(
                "The program ended in the middle of a call of `{function}`: {how}.",
                "`{function}` 함수를 부르는 도중에 프로그램이 종료되었습니다: {how}."
            ),
            Self::CalledBackTooOften => say!(
                "Your code calls the function that it is given more than {MOST_CALL_BACKS} times for one \
                 input; a few calls are enough to tell.",
                "코드가 인자로 받은 함수를 입력 하나에 {MOST_CALL_BACKS}번보다 많이 부릅니다. 몇 번만 \
                 불러도 알 수 있습니다."
            ),
            Self::Nonsense { what } => say!(
                "What came back is not an answer: {what}.",
                "돌아온 것이 답이 아닙니다: {what}."
            ),
        }
    }
}

/// The longest message of a panic that is passed on to another process, in characters.
const LONGEST_MESSAGE: usize = 500;

/// As a value it is only what the answers' own process can know of: an unwritten function, a panic,
/// or a bad call.
impl Plain for Fault {
    fn to_value(&self) -> Value {
        let (kind, message, place) = match self {
            Self::Unwritten { message, place } => (0, message.clone(), place.as_ref()),
            Self::Panicked { message, place } => (1, message.clone(), place.as_ref()),
            Self::CalledBackTooOften => (3, String::new(), None),
            other => (2, other.sentence().en.into_owned(), None),
        };
        let (file, line) =
            place.map_or((String::new(), 0), |place| (place.file.clone(), place.line));
        Value::Sequence(vec![
            Value::Count(kind),
            Value::Word(message.chars().take(LONGEST_MESSAGE).collect()),
            Value::Word(file),
            line.to_value(),
        ])
    }

    fn from_value(value: Value) -> Option<Self> {
        let (kind, message, file, line) = <(u64, String, String, u32)>::from_value(value)?;
        let short = |text: &str| tame(text).chars().take(LONGEST_MESSAGE).collect::<String>();
        let (message, file) = (short(&message), short(&file));
        let place = (!file.is_empty()).then_some(Place { file, line });
        Some(match kind {
            0 => Self::Unwritten { message, place },
            1 => Self::Panicked { message, place },
            3 => Self::CalledBackTooOften,
            _ => Self::Nonsense { what: message },
        })
    }
}

/// Text of another process as it may appear in a terminal or a report: without control characters.
pub(crate) fn tame(text: &str) -> String {
    let plain = |c: char| if c.is_control() && c != '\n' { '\u{fffd}' } else { c };
    text.chars().map(plain).collect()
}

/// Lets `fault` unwind to the nearest [`attempt`], without a word on the terminal.
pub fn raise(fault: Fault) -> ! {
    panic::resume_unwind(Box::new(fault))
}

/// Runs `call`; a panic in it, or a [`Fault`] that it raises, becomes an `Err`.
pub fn attempt<T>(call: impl FnOnce() -> T) -> Result<T, Fault> {
    static HOOK: Once = Once::new();
    HOOK.call_once(listen_for_panics);
    let outer = DEPTH.replace(DEPTH.get() + 1);
    GUARDED_THREADS.fetch_add(1, Ordering::SeqCst);
    let outcome = panic::catch_unwind(AssertUnwindSafe(call));
    GUARDED_THREADS.fetch_sub(1, Ordering::SeqCst);
    DEPTH.set(outer);
    outcome.map_err(fault_of)
}

/// Runs `call` so that whatever unwinds out of it is a [`Fault`].
pub fn guard<T>(call: impl FnOnce() -> T) -> T {
    attempt(call).unwrap_or_else(|fault| raise(fault))
}

struct Panic {
    message: String,
    place: Option<Place>,
}

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static LAST: RefCell<Option<Panic>> = const { RefCell::new(None) };
}
static GUARDED_THREADS: AtomicUsize = AtomicUsize::new(0);
/// The last panic of a thread that an answer started itself (rayon's have no name).
static ELSEWHERE: Mutex<Option<Panic>> = Mutex::new(None);

fn listen_for_panics() {
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let of_a_helper_thread =
            thread::current().name().is_none() && GUARDED_THREADS.load(Ordering::SeqCst) > 0;
        if DEPTH.get() > 0 {
            LAST.set(Some(describe(info)));
        } else if of_a_helper_thread {
            *ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner) = Some(describe(info));
        } else {
            previous(info);
        }
    }));
}

fn describe(info: &PanicHookInfo<'_>) -> Panic {
    Panic {
        message: message_of(info.payload()),
        place: info
            .location()
            .map(|at| blamed(Place { file: readable(at.file()), line: at.line() })),
    }
}

/// One spelling of a path on every system. The folders in which libraries lie here are left out:
/// `ndarray-0.17.2/src/lib.rs`, `library/core/src/option.rs`.
fn readable(file: &str) -> String {
    let file = file.replace('\\', "/");
    let in_registry = file.split_once("/registry/src/").and_then(|(_, rest)| rest.split_once('/'));
    let in_std = file.strip_prefix("/rustc/").and_then(|rest| rest.split_once('/'));
    let in_source = file.split_once("/rustlib/src/rust/");
    in_registry.or(in_std).or(in_source).map_or(file.as_str(), |(_, rest)| rest).to_string()
}

fn message_of(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without a message".to_string())
}

fn fault_of(payload: Box<dyn Any + Send>) -> Fault {
    let payload = match payload.downcast::<Fault>() {
        Ok(fault) => return *fault,
        Err(payload) => payload,
    };
    let message = message_of(&*payload);
    let here = LAST.take();
    let elsewhere = ELSEWHERE.lock().unwrap_or_else(PoisonError::into_inner).take();
    let place = [here, elsewhere]
        .into_iter()
        .flatten()
        .find(|panic| panic.message == message)
        .and_then(|panic| panic.place);
    for beginning in ["not yet implemented", "not implemented"] {
        if let Some(rest) = message.strip_prefix(beginning) {
            let message = rest.trim_start_matches(": ").to_string();
            return Fault::Unwritten { message, place };
        }
    }
    Fault::Panicked { message, place }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::todo)]
    fn a_todo_is_told_from_a_panic() {
        let fault = attempt(|| todo!("square z")).unwrap_err();
        assert!(matches!(fault, Fault::Unwritten { message, .. } if message == "square z"));
    }

    #[test]
    fn a_panic_names_its_file_and_line() {
        let fault = attempt(|| Vec::<f64>::new()[3]).unwrap_err();
        let Fault::Panicked { message, place: Some(place) } = fault else { panic!("{fault:?}") };
        assert!(message.contains("index out of bounds"), "{message}");
        assert!(place.file.ends_with("fault.rs"), "{}", place.file);
    }

    #[test]
    fn a_library_is_named_without_the_folders_it_lies_in() {
        let file = "/home/me/.cargo/registry/src/index.crates.io-1949/ndarray-0.17.2/src/zip.rs";
        assert_eq!(readable(file), "ndarray-0.17.2/src/zip.rs");
        assert_eq!(
            readable("/rustc/1f2e/library/core/src/option.rs"),
            "library/core/src/option.rs"
        );
        assert_eq!(readable("exercises\\init\\src\\draws.rs"), "exercises/init/src/draws.rs");
    }

    #[test]
    fn a_raised_fault_passes_through_unchanged() {
        let late = Fault::TimedOut { function: "sigmoid".into(), seconds: 3 };
        let fault = attempt(|| guard(|| -> f64 { raise(late.clone()) }));
        assert_eq!(fault, Err(late));
    }
}
