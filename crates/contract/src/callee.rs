//! The contract of a lesson: one record of functions, three ways to fill it.
//!
//! [`contract!`](crate::contract!) turns plain signatures into a struct of boxed functions. It is
//! filled *directly* from a crate's free functions, *with a mistake* in place of one of them, or
//! *over* a [`Callee`], which may sit in another process ([`Remote`](crate::Remote)). The properties see no
//! difference.

use std::rc::Rc;

use crate::argument::Passed;

use crate::fault::{Fault, raise};
use crate::value::{Plain, Value};

/// Whoever answers a call of a function by its name.
pub trait Callee {
    /// The value of `function` for `arguments`, or why there is none.
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault>;

    /// What it says itself of `exercise`, as the asking side understands it. Only a student's program at
    /// home knows the properties; everybody else says that it is asked too much.
    fn judge(&self, exercise: &str) -> Result<Value, Fault> {
        Err(misfit(exercise))
    }

    /// Ends what earlier calls may have left running, so that the next call is the only one.
    fn start_over(&self) {}
}

/// What [`contract!`](crate::contract!) writes for a record of answers.
pub trait Contract: Callee + Sized + 'static {
    /// The functions that an answer provides, in the order of the contract.
    const FUNCTIONS: &'static [&'static str];

    /// The names of the arguments of each function, in the same order.
    const ARGUMENTS: &'static [&'static [&'static str]];

    /// The names of the arguments of `function`, none if there is no such function.
    fn arguments(function: &str) -> &'static [&'static str] {
        let position = Self::FUNCTIONS.iter().position(|known| *known == function);
        position.map_or(&[], |position| Self::ARGUMENTS[position])
    }

    /// The types of the arguments of `function` and of its result, by their full names; `None` if there is no such
    /// function.
    fn types(function: &str) -> Option<(Vec<&'static str>, &'static str)>;

    /// Answers that put every call to `callee`.
    fn over(callee: Rc<dyn Callee>) -> Self;

    /// Answers of which nothing is written yet.
    fn unwritten() -> Self {
        Self::over(Rc::new(Nobody))
    }
}

struct Nobody;

impl Callee for Nobody {
    fn call(&self, function: &str, _: Vec<Passed<'_>>) -> Result<Value, Fault> {
        Err(Fault::Unwritten { message: format!("`{function}`"), place: None })
    }
}

/// Calls `function` of `callee`; a fault unwinds to the property, which tells the student.
pub fn ask<R: Plain>(callee: &dyn Callee, function: &str, arguments: Vec<Passed<'_>>) -> R {
    let value = callee.call(function, arguments).unwrap_or_else(|fault| raise(fault));
    R::from_value(value).unwrap_or_else(|| {
        raise(Fault::Nonsense { what: format!("`{function}` gave a value of another type") })
    })
}

/// The fault of a call whose arguments do not fit the function.
pub fn misfit(function: &str) -> Fault {
    Fault::Nonsense { what: format!("`{function}` was called with other arguments") }
}

/// Declares what an answer to a lesson provides.
///
/// It writes a struct with one public boxed function per signature, a method of the same name that
/// turns a panic into a [`Fault`], the [`Contract`], and a module `fill` whose functions box a
/// closure with the right types.
#[macro_export]
macro_rules! contract {
    (
        $(#[$meta:meta])*
        pub struct $answers:ident {
            $(
                $(#[$doc:meta])*
                fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $ret:ty;
            )*
        }
    ) => {
        $(#[$meta])*
        #[allow(clippy::type_complexity)]
        pub struct $answers {
            $($(#[$doc])* pub $name: Box<dyn Fn($($type),*) -> $ret>,)*
        }

        #[allow(clippy::type_complexity)]
        impl $answers {
            $(
                $(#[$doc])*
                pub fn $name(&self, $($arg: $type),*) -> $ret {
                    $crate::guard(|| (self.$name)($($arg),*))
                }
            )*
        }

        #[allow(clippy::type_complexity)]
        impl $crate::Contract for $answers {
            const FUNCTIONS: &'static [&'static str] = &[$(stringify!($name)),*];
            const ARGUMENTS: &'static [&'static [&'static str]] =
                &[$(&[$(stringify!($arg)),*]),*];

            fn types(function: &str) -> Option<(Vec<&'static str>, &'static str)> {
                use std::any::type_name;
                match function {
                    $(stringify!($name) => {
                        Some((vec![$(type_name::<$type>()),*], type_name::<$ret>()))
                    })*
                    _ => None,
                }
            }

            fn over(callee: std::rc::Rc<dyn $crate::Callee>) -> Self {
                Self {$(
                    $name: {
                        let callee = std::rc::Rc::clone(&callee);
                        Box::new(move |$($arg: $type),*| {
                            let arguments = vec![$($crate::Argument::pass($arg)),*];
                            $crate::ask(&*callee, stringify!($name), arguments)
                        })
                    },
                )*}
            }
        }

        /// The same functions as plain pointers, as far as there are any. A program that fills this
        /// and nothing else has no generic code to compile.
        #[allow(clippy::type_complexity)]
        #[derive(Default)]
        pub struct Functions {
            $($(#[$doc])* pub $name: Option<fn($($type),*) -> $ret>,)*
        }

        #[allow(clippy::type_complexity)]
        impl From<Functions> for $answers {
            fn from(functions: Functions) -> Self {
                let mut answers = <Self as $crate::Contract>::unwritten();
                $(if let Some(function) = functions.$name {
                    answers.$name = Box::new(function);
                })*
                answers
            }
        }

        impl Functions {
            /// Answers calls on standard input with these functions, until it ends.
            pub fn serve(self) -> std::process::ExitCode {
                $crate::serve_standard_input(&$answers::from(self))
            }
        }

        #[allow(clippy::type_complexity)]
        impl $crate::Callee for $answers {
            fn call(
                &self,
                function: &str,
                arguments: Vec<$crate::Passed<'_>>,
            ) -> Result<$crate::Value, $crate::Fault> {
                let mut arguments = arguments.into_iter();
                match function {
                    $(stringify!($name) => {
                        $(
                            let mut $arg = arguments
                                .next()
                                .and_then(<$type as $crate::Argument<'_>>::receive)
                                .ok_or_else(|| $crate::misfit(function))?;
                        )*
                        $crate::attempt(|| {
                            $crate::Plain::to_value(&(self.$name)(
                                $($crate::Argument::lend(&mut $arg)),*
                            ))
                        })
                    })*
                    _ => Err($crate::misfit(function)),
                }
            }
        }

        /// Boxes a closure as the function of that name in the contract.
        #[allow(clippy::type_complexity)]
        pub mod fill {
            use super::*;
            $(
                $(#[$doc])*
                pub fn $name(
                    answer: impl Fn($($type),*) -> $ret + 'static,
                ) -> Box<dyn Fn($($type),*) -> $ret> {
                    Box::new(answer)
                }
            )*
        }
    };
}

#[cfg(test)]
#[allow(unreachable_pub, dead_code)]
mod tests {
    use super::*;
    use ndarray::{Array2, array};
    use rand::{SeedableRng, rngs::StdRng};

    contract! {
        /// A contract with every kind of argument.
        pub struct Sample {
            /// Twice `z`.
            fn twice(z: f64) -> f64;
            /// The sum of the entries of all layers.
            fn total(layers: &[(Array2<f64>, f64)]) -> f64;
            /// A draw.
            fn draw(rng: &mut StdRng) -> f64;
            /// The slope of `cost` at `at`.
            fn slope(cost: &dyn Fn(&Array2<f64>) -> f64, at: &Array2<f64>) -> f64;
            /// Whether `twice` doubles `z`.
            fn doubles(twice: &dyn Fn(f64) -> f64, z: f64) -> bool;
            /// Whether `permute` keeps the sum of `w`.
            fn keeps(permute: &dyn Fn(&Array2<f64>, &[usize]) -> Array2<f64>, w: &Array2<f64>) -> bool;
        }
    }

    fn direct() -> Sample {
        Sample {
            twice: Box::new(|z| 2.0 * z),
            total: fill::total(|layers| layers.iter().map(|(w, b)| w.sum() + b).sum()),
            draw: Box::new(rand::RngExt::random),
            slope: fill::slope(|cost, at| (cost(&(at + 1.0)) - cost(at)) / 1.0),
            doubles: fill::doubles(|twice, z| twice(z) == 2.0 * z),
            keeps: fill::keeps(|permute, w| permute(w, &[1, 0]).sum() == w.sum()),
        }
    }

    #[test]
    fn a_record_over_a_callee_answers_like_the_callee() {
        let over = Sample::over(Rc::new(direct()));
        assert_eq!(over.twice(3.0), 6.0);
        assert_eq!(over.total(&[(array![[1.0, 2.0]], 3.0)]), 6.0);
        assert_eq!(over.slope(&|w| w.sum(), &array![[1.0, 1.0]]), 2.0);
        let (mut one, mut two) = (StdRng::seed_from_u64(1), StdRng::seed_from_u64(1));
        assert_eq!(over.draw(&mut one), over.draw(&mut two));
        assert_ne!(over.draw(&mut one), Sample::over(Rc::new(direct())).draw(&mut one));
    }

    #[test]
    fn functions_of_any_plain_arguments_are_called_back() {
        let over = Sample::over(Rc::new(Sample::over(Rc::new(direct()))));
        assert!(over.doubles(&|z| z + z, 3.0) && !over.doubles(&|z| z, 3.0));
        let swap = |w: &Array2<f64>, order: &[usize]| w.select(ndarray::Axis(1), order);
        assert!(over.keeps(&swap, &array![[1.0, 2.0]]));
        assert!(!over.keeps(&|w, order| w * order.len() as f64, &array![[1.0, 2.0]]));
    }

    #[test]
    fn who_calls_back_without_end_is_told() {
        let endless = Sample {
            doubles: fill::doubles(|twice, z| {
                while twice(z) == 2.0 * z {}
                false
            }),
            ..direct()
        };
        let over = Sample::over(Rc::new(endless));
        let fault = crate::attempt(|| over.doubles(&|z| 2.0 * z, 1.0)).unwrap_err();
        assert_eq!(fault, Fault::CalledBackTooOften);
    }

    #[test]
    fn types_are_told_by_their_full_names() {
        assert_eq!(Sample::types("twice"), Some((vec!["f64"], "f64")));
        let (arguments, result) = Sample::types("draw").unwrap();
        assert!(arguments[0].ends_with("::StdRng") && result == "f64", "{arguments:?}");
        assert_eq!(Sample::types("thrice"), None);
    }

    #[test]
    fn a_function_that_is_missing_is_unwritten() {
        let twice: fn(f64) -> f64 = |z| 2.0 * z;
        let answers = Sample::from(Functions { twice: Some(twice), ..Default::default() });
        assert_eq!(answers.twice(1.0), 2.0);
        for answers in [answers, Sample::unwritten()] {
            let fault = crate::attempt(|| answers.total(&[])).unwrap_err();
            assert!(matches!(fault, Fault::Unwritten { .. }));
        }
    }

    #[test]
    fn arguments_of_another_kind_are_refused() {
        let fault = direct().call("twice", vec![Passed::Value(Value::Flag(true))]).unwrap_err();
        assert!(matches!(fault, Fault::Nonsense { .. }));
    }
}
