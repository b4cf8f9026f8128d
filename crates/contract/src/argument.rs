//! How an argument is passed on: by value where it is plain data, by a seed where it is a random
//! generator, by a way to call back where it is a function.

use std::rc::Rc;

use rand::{RngExt, SeedableRng, rngs::StdRng};

use crate::fault::{Fault, raise};
use crate::value::{Plain, Value};

/// An argument on its way to a [`Callee`](crate::Callee).
#[derive(Clone)]
pub enum Passed<'a> {
    /// Plain data.
    Value(Value),
    /// A function that the answer may call; `None` says that it was called with the wrong thing.
    Function(Rc<dyn Fn(Value) -> Option<Value> + 'a>),
}

/// What the function at `index` of `arguments` gives for `value`; the outer `None` says that there is
/// no function.
#[allow(clippy::option_option)]
pub(crate) fn called_back(
    arguments: &[Passed<'_>],
    index: usize,
    value: Value,
) -> Option<Option<Value>> {
    match arguments.get(index)? {
        Passed::Function(function) => Some(function(value)),
        Passed::Value(_) => None,
    }
}

/// A type that a function of a contract may take.
pub trait Argument<'a>: Sized {
    /// What the called side keeps while the call lasts.
    type Owned<'x>;
    /// Packs this for a callee.
    fn pass(self) -> Passed<'a>;
    /// Unpacks it again, or `None` where another kind of argument was passed.
    fn receive(passed: Passed<'_>) -> Option<Self::Owned<'_>>;
    /// The argument as the function takes it.
    fn lend<'x: 'a>(owned: &'a mut Self::Owned<'x>) -> Self;
}

fn value_of(passed: Passed<'_>) -> Option<Value> {
    match passed {
        Passed::Value(value) => Some(value),
        Passed::Function(_) => None,
    }
}

/// Lets a small plain type be an argument by value.
#[macro_export]
macro_rules! by_value {
    ($($type:ty),*) => {$(
        impl<'a> $crate::Argument<'a> for $type {
            type Owned<'x> = $type;
            fn pass(self) -> $crate::Passed<'a> {
                $crate::Passed::Value($crate::Plain::to_value(&self))
            }
            fn receive(passed: $crate::Passed<'_>) -> Option<Self> {
                match passed {
                    $crate::Passed::Value(value) => $crate::Plain::from_value(value),
                    $crate::Passed::Function(_) => None,
                }
            }
            fn lend<'x: 'a>(owned: &'a mut Self) -> Self {
                *owned
            }
        }
    )*};
}

by_value!(bool, u32, u64, usize, f64);

impl<'a, T: Plain> Argument<'a> for &'a T {
    type Owned<'x> = T;
    fn pass(self) -> Passed<'a> {
        Passed::Value(self.to_value())
    }
    fn receive(passed: Passed<'_>) -> Option<T> {
        T::from_value(value_of(passed)?)
    }
    fn lend<'x: 'a>(owned: &'a mut T) -> Self {
        owned
    }
}

impl<'a, T: Plain> Argument<'a> for &'a [T] {
    type Owned<'x> = Vec<T>;
    fn pass(self) -> Passed<'a> {
        Passed::Value(Value::Sequence(self.iter().map(Plain::to_value).collect()))
    }
    fn receive(passed: Passed<'_>) -> Option<Vec<T>> {
        Vec::from_value(value_of(passed)?)
    }
    fn lend<'x: 'a>(owned: &'a mut Vec<T>) -> Self {
        owned
    }
}

/// A generator is passed on as a seed drawn from it: the caller's moves on, and equal generators
/// lead to equal answers.
impl<'a> Argument<'a> for &'a mut StdRng {
    type Owned<'x> = StdRng;
    fn pass(self) -> Passed<'a> {
        Passed::Value(Value::Seed(self.random()))
    }
    fn receive(passed: Passed<'_>) -> Option<StdRng> {
        match passed {
            Passed::Value(Value::Seed(seed)) => Some(StdRng::from_seed(seed)),
            _ => None,
        }
    }
    fn lend<'x: 'a>(owned: &'a mut StdRng) -> Self {
        owned
    }
}

impl<'a, P: Plain + 'static> Argument<'a> for &'a dyn Fn(&P) -> f64 {
    type Owned<'x> = Box<dyn Fn(&P) -> f64 + 'x>;
    fn pass(self) -> Passed<'a> {
        Passed::Function(Rc::new(move |value| Some(self(&P::from_value(value)?).to_value())))
    }
    fn receive(passed: Passed<'_>) -> Option<Self::Owned<'_>> {
        match passed {
            Passed::Value(_) => None,
            Passed::Function(function) => Some(Box::new(move |point: &P| {
                let value = function(point.to_value()).and_then(f64::from_value);
                let nonsense =
                    || raise(Fault::Nonsense { what: "a function gave no number".into() });
                value.unwrap_or_else(nonsense)
            })),
        }
    }
    fn lend<'x: 'a>(owned: &'a mut Self::Owned<'x>) -> Self {
        &**owned
    }
}
