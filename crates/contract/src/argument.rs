//! How an argument is passed on: by value where it is plain data, by a seed where it is a random
//! generator, by a way to call back where it is a function.

use std::borrow::Borrow;
use std::cell::Cell;
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

/// A type that a function may take by reference: plain data, or a slice of it.
pub trait Lent {
    /// What the called side keeps in its place.
    type Owned: Borrow<Self>;
    /// This, as a value.
    fn sent(&self) -> Value;
    /// The value, to be lent; `None` where it is of another kind.
    fn arrived(value: Value) -> Option<Self::Owned>;
}

impl<T: Plain> Lent for T {
    type Owned = T;
    fn sent(&self) -> Value {
        self.to_value()
    }
    fn arrived(value: Value) -> Option<T> {
        Plain::from_value(value)
    }
}

impl<T: Plain> Lent for [T] {
    type Owned = Vec<T>;
    fn sent(&self) -> Value {
        Value::Sequence(self.iter().map(Plain::to_value).collect())
    }
    fn arrived(value: Value) -> Option<Vec<T>> {
        Plain::from_value(value)
    }
}

impl<'a, T: Lent + ?Sized> Argument<'a> for &'a T {
    type Owned<'x> = T::Owned;
    fn pass(self) -> Passed<'a> {
        Passed::Value(self.sent())
    }
    fn receive(passed: Passed<'_>) -> Option<T::Owned> {
        T::arrived(value_of(passed)?)
    }
    fn lend<'x: 'a>(owned: &'a mut T::Owned) -> Self {
        (*owned).borrow()
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

/// How often an answer may call back in one call. What it does with a function that it is given is its own
/// affair, but a call has to come to its end.
pub const MOST_CALL_BACKS: u32 = 2_000;

/// What `function` gives for the arguments `sent`, on behalf of an answer that has called back `calls` times.
fn call_back<R: Plain>(
    function: &dyn Fn(Value) -> Option<Value>,
    calls: &Cell<u32>,
    mut sent: Vec<Value>,
) -> R {
    if calls.replace(calls.get() + 1) >= MOST_CALL_BACKS {
        raise(Fault::CalledBackTooOften);
    }
    // A single argument is no tuple.
    let value = if sent.len() == 1 { sent.remove(0) } else { Value::Sequence(sent) };
    let nonsense = || raise(Fault::Nonsense { what: "a function gave no value".into() });
    function(value).and_then(R::from_value).unwrap_or_else(nonsense)
}

/// The arguments that [`call_back`] sent, if there are `count`.
fn sent<const N: usize>(value: Value) -> Option<[Value; N]> {
    let parts = if N == 1 { vec![value] } else { value.into_parts()? };
    parts.try_into().ok()
}

/// Lets functions with arguments of these types be arguments themselves: how many there are, what is generic, and for
/// each its name, the type that is sent, the type that is taken, and how what crossed becomes it. By value they take the
/// types of [`by_value!`](crate::by_value!) alone: an `A` of any kind might be a reference.
macro_rules! callable {
    ($count:literal [$($generic:ident),*] $($name:ident: $type:ty as $taken:ty = $lend:expr),+) => {
        impl<'a, $($generic: Lent + ?Sized + 'static,)* R: Plain + 'static> Argument<'a>
            for &'a dyn Fn($($taken),+) -> R
        {
            type Owned<'x> = Box<dyn Fn($($taken),+) -> R + 'x>;
            fn pass(self) -> Passed<'a> {
                Passed::Function(Rc::new(move |value| {
                    let [$($name),+] = sent::<$count>(value)?;
                    $(let $name = <$type as Lent>::arrived($name)?;)+
                    Some(self($($lend),+).to_value())
                }))
            }
            fn receive(passed: Passed<'_>) -> Option<Self::Owned<'_>> {
                let Passed::Function(function) = passed else { return None };
                let calls = Cell::new(0);
                Some(Box::new(move |$($name: $taken),+| {
                    call_back(&*function, &calls, vec![$(<$type as Lent>::sent(&$name)),+])
                }))
            }
            fn lend<'x: 'a>(owned: &'a mut Self::Owned<'x>) -> Self {
                &**owned
            }
        }
    };
}

callable!(1 [] a: bool as bool = a);
callable!(1 [] a: u32 as u32 = a);
callable!(1 [] a: u64 as u64 = a);
callable!(1 [] a: usize as usize = a);
callable!(1 [] a: f64 as f64 = a);
callable!(1 [A] a: A as &A = a.borrow());
callable!(2 [] a: f64 as f64 = a, b: f64 as f64 = b);
callable!(2 [A, B] a: A as &A = a.borrow(), b: B as &B = b.borrow());
callable!(3 [A, B, C] a: A as &A = a.borrow(), b: B as &B = b.borrow(), c: C as &C = c.borrow());
callable!(4 [] a: u64 as u64 = a, b: usize as usize = b, c: usize as usize = c, d: usize as usize = d);
callable!(4 [A, B, C, D]
    a: A as &A = a.borrow(), b: B as &B = b.borrow(), c: C as &C = c.borrow(), d: D as &D = d.borrow()
);
callable!(5 [A, B, C]
    a: A as &A = a.borrow(), b: B as &B = b.borrow(), c: C as &C = c.borrow(),
    d: f64 as f64 = d, e: usize as usize = e
);
