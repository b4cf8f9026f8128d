//! Runs a property over drawn inputs and shrinks the first that fails.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestCaseError, TestRunner};

use crate::complaint::{Complaint, Verdict};
use crate::replay::{self, Task};
use contract::attempt;
use contract::{Plain, Value};

/// The seed of every property, so that two runs say the same; `PROPTEST_RNG_SEED` overrides it.
pub const SEED: u64 = 20_170_808;

static CHOSEN: OnceLock<u64> = OnceLock::new();

/// Lets every property of this process draw from `seed`, whatever the environment says. The first
/// choice counts; returns the seed that does.
pub fn choose_seed(seed: u64) -> u64 {
    *CHOSEN.get_or_init(|| seed)
}

/// How long a smaller input is searched for in a hurry.
const HURRY: Duration = Duration::from_secs(2);

thread_local! {
    static IS_IN_A_HURRY: Cell<bool> = const { Cell::new(false) };
}

/// Whether answers to the properties of this thread take so long that, from now on, a smaller input is searched for
/// no longer than two seconds and no mistake is named. It changes no verdict, only what is said of it.
pub fn hurry(is_in_a_hurry: bool) {
    IS_IN_A_HURRY.set(is_in_a_hurry);
}

/// Whether this thread is in a hurry.
pub(crate) fn is_in_a_hurry() -> bool {
    IS_IN_A_HURRY.get()
}

/// Checks `property` on inputs drawn from `inputs`; on failure complains on the smallest one.
///
/// `names` are what the student reads: one for a single value, one for each part of a tuple, none
/// for a record, which shows its fields by their own names (also within a tuple). A panic or another
/// fault of the answer fails the property. `PROPTEST_CASES` sets the number of cases (256).
///
/// # Panics
/// If the generator gives up, or the input has another number of parts than `names`: faults of the
/// course, never of the answer.
pub fn for_all<S, const N: usize>(
    names: [&str; N],
    inputs: S,
    property: impl Fn(&S::Value) -> Verdict,
) -> Verdict
where
    S: Strategy + 'static,
    S::Value: Plain + 'static,
{
    for_share(1, names, inputs, property)
}

/// [`for_all`] with a share of the cases: one of `parts`. For a law that has to be looked at in so
/// many parts, each on inputs of its own.
///
/// # Panics
/// As [`for_all`], and if there are no parts.
pub fn for_share<S, const N: usize>(
    parts: u32,
    names: [&str; N],
    inputs: S,
    property: impl Fn(&S::Value) -> Verdict,
) -> Verdict
where
    S: Strategy + 'static,
    S::Value: Plain + 'static,
{
    let drawn = inputs.prop_map(Drawn::new::<S::Value>).boxed();
    let check = |input: &dyn Any| {
        property(input.downcast_ref().expect("an input has the type that its strategy draws"))
    };
    match replay::task() {
        Task::Check => run(parts, &names, &drawn, &check),
        Task::Rest => Ok(()),
        Task::Draw(count) => replay::finish(drawn_from(&drawn, count)),
        Task::Ask(input) => match S::Value::from_value(input.clone()) {
            Some(value) => check_one(&names, input, &|| property(&value)),
            None => Ok(()),
        },
    }
}

/// Checks `property` on each of `inputs`, named as in [`for_all`]; complains of the most telling failure.
pub fn for_each<T: Plain, const N: usize>(
    names: [&str; N],
    inputs: impl IntoIterator<Item = T>,
    property: impl Fn(&T) -> Verdict,
) -> Verdict {
    if replay::is_running() {
        return Ok(());
    }
    let mut found: Option<Complaint> = None;
    for input in inputs {
        let verdict =
            attempt(|| property(&input)).unwrap_or_else(|fault| Err(Complaint::of_fault(fault)));
        let Err(complaint) = verdict else { continue };
        let complaint = complaint.on_input(&names, input.to_value());
        // After a fault nothing is asked that need not be.
        if complaint.fault().is_some() {
            return Err(complaint);
        }
        if found.as_ref().is_none_or(|found| complaint.telling() < found.telling()) {
            found = Some(complaint);
        }
    }
    found.map_or(Ok(()), Err)
}

/// `count` values, the same ones whenever the seed is.
///
/// # Panics
/// If the generator gives up.
pub(crate) fn drawn<S: Strategy>(values: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::new(config());
    let draw = |_| values.new_tree(&mut runner).expect("the generator draws").current();
    (0..count).map(draw).collect()
}

/// `count` inputs.
fn drawn_from(inputs: &BoxedStrategy<Drawn>, count: usize) -> Vec<Value> {
    let mut runner = TestRunner::new(config());
    let draw = |_| {
        let Drawn { input, value } = inputs.new_tree(&mut runner).ok()?.current();
        value(&*input)
    };
    (0..count).map_while(draw).collect()
}

/// Ends the property if it holds of the input, which was asked again.
fn check_one(names: &[&str], input: Value, property: &dyn Fn() -> Verdict) -> Verdict {
    let verdict = attempt(property).unwrap_or_else(|fault| Err(Complaint::of_fault(fault)));
    match verdict {
        Ok(()) => replay::finish(Vec::new()),
        Err(complaint) => Err(complaint.on_input(names, input)),
    }
}

/// An input whose type is forgotten. proptest's machinery is large, and a course has hundreds of
/// properties: this way it is compiled once and not once for each of them.
struct Drawn {
    input: Box<dyn Any>,
    value: fn(&dyn Any) -> Option<Value>,
}

impl Drawn {
    fn new<T: Plain + 'static>(input: T) -> Self {
        Self {
            input: Box::new(input),
            value: |input| input.downcast_ref::<T>().map(Plain::to_value),
        }
    }
}

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", (self.value)(&*self.input))
    }
}

fn run(
    parts: u32,
    names: &[&str],
    inputs: &BoxedStrategy<Drawn>,
    property: &dyn Fn(&dyn Any) -> Verdict,
) -> Verdict {
    let complaint: RefCell<Option<Complaint>> = RefCell::new(None);
    let is_over = Cell::new(false);
    let first_failure: Cell<Option<Instant>> = Cell::new(None);
    let mut config = config();
    config.cases = config.cases.div_ceil(parts);
    let outcome = TestRunner::new(config).run(inputs, |Drawn { input, value }| {
        let is_late = first_failure.get().is_some_and(|at| is_in_a_hurry() && at.elapsed() > HURRY);
        if is_over.get() || is_late {
            return Ok(());
        }
        let verdict =
            attempt(|| property(&*input)).unwrap_or_else(|fault| Err(Complaint::of_fault(fault)));
        verdict.map_err(|found| {
            first_failure.set(first_failure.get().or_else(|| Some(Instant::now())));
            is_over.set(found.fault().is_some_and(contract::Fault::is_final));
            let shown = value(&*input).expect("an input has the type that its strategy draws");
            complaint.replace(Some(found.on_input(names, shown.clone())));
            replay::note_failure(shown);
            TestCaseError::fail("")
        })
    });
    if let Some(complaint) = complaint.take() {
        return Err(complaint);
    }
    assert!(outcome.is_ok(), "the generator of {names:?} gave up: {outcome:?}");
    Ok(())
}

fn config() -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if let Some(seed) = CHOSEN.get() {
        config.rng_seed = RngSeed::Fixed(*seed);
    } else if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(SEED);
    }
    // proptest compiles its generators itself, not optimised: the default one, ChaCha, took two
    // thirds of the time of all checks.
    config.rng_algorithm = RngAlgorithm::XorShift;
    config.max_shrink_iters = 10_000;
    config
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ensure, generators};
    use contract::{Fault, Language, raise};

    fn words(verdict: Verdict) -> String {
        verdict.unwrap_err().speak(Language::English)
    }

    #[test]
    fn the_smallest_failing_input_is_shown() {
        let inputs = (generators::eighths(-16..=16), 1..=9_usize);
        let verdict = for_all(["z", "n"], inputs, |(z, n)| {
            ensure!(*z < 0.5 || *n < 3, "{z} is too much.", "{z}: 너무 큽니다.");
            Ok(())
        });
        assert_eq!(
            words(verdict),
            "0.5 is too much.\n\nSmallest input that shows it:\n\n    z = 0.5, n = 3"
        );
    }

    #[test]
    fn all_parts_together_take_the_cases_of_one_law() {
        let calls = Cell::new(0);
        let count = |_: &usize| {
            calls.set(calls.get() + 1);
            Ok(())
        };
        assert!(for_share(27, ["n"], 0..100_usize, count).is_ok());
        assert_eq!(calls.get(), config().cases.div_ceil(27));
    }

    #[test]
    fn a_panic_is_shrunk_and_told() {
        let verdict = for_all(["n"], 0..100_usize, |n| {
            let _ = [1.0, 2.0][*n];
            Ok(())
        });
        let words = words(verdict);
        assert!(words.starts_with("Your code panicked at "), "{words}");
        assert!(words.ends_with("n = 2"), "{words}");
    }

    #[test]
    fn a_fault_that_costs_time_is_met_once() {
        let calls = Cell::new(0);
        let verdict = for_all(["n"], 0..100_usize, |_| {
            calls.set(calls.get() + 1);
            raise(Fault::TimedOut { function: "f".into(), seconds: 10 })
        });
        assert!(verdict.is_err());
        assert_eq!(calls.get(), 1);
    }
}
