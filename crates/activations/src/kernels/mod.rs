//! The activation functions at the speed of the machine, given to the later lessons.
//!
//! ```
//! use activations::{Activation, kernels::Kernel};
//! use ndarray::{Array2, array};
//!
//! let z = array![[-1.0, 0.0], [1.0, 2.0]];
//! assert_eq!(activations::forward(Activation::Relu, &z), array![[0.0, 0.0], [1.0, 2.0]]);
//!
//! // The same into a given buffer, by several threads where that pays.
//! let mut a = Array2::zeros((2, 2));
//! Kernel::forward(Activation::Sigmoid).parallel().apply_into(&z, &mut a);
//! assert_eq!(a[(0, 1)], 0.5);
//! ```
//!
//! # What holds
//!
//! - **Accuracy.** Sigmoid and tanh are within 2.0 units in the last place of the exact value,
//!   their slopes within 2.5, in `f32` and in `f64`, down to subnormal results. (That is where the
//!   machine can multiply and add with one rounding, as all since 2013 can; within 5 elsewhere.)
//! - **Same bits.** A number's result depends on that number only: not on its position, the length
//!   or alignment of the data, the layout of the array, or the threads. It may depend on whether
//!   the machine multiplies and adds with one rounding.
//! - **Edges.** NaN gives NaN. The sigmoid of the infinities is 0 and 1, their tanh -1 and 1; tanh
//!   is odd to the bit. Slopes at 0 are those of the left side: 0 for ReLU, the negative slope
//!   for leaky ReLU.
//!
//! # How it is made
//!
//! | file | says |
//! |---|---|
//! | `functions` | the formulas, once for both types and all machines |
//! | `real` | the constants in which `f32` and `f64` differ |
//! | `pack` | several vectors as one number in a formula |
//! | `sweep` | the loops over slices: out of place, in place, fused |
//! | `stream` | stores past the caches |
//! | `job` | from values to the code compiled for them, for the instructions at hand |
//! | `slices` | the front for slices; threads |
//! | `arrays` | the front for arrays of any layout |
//! | `parallel` | when threads pay, and how large a piece each gets |

// Vector code has to be compiled inside the function that has the instructions switched on.
#![allow(clippy::inline_always, reason = "without it the instructions at hand are not used")]
#![allow(clippy::redundant_closure_for_method_calls, reason = "closures can be inlined always")]

mod arrays;
mod functions;
mod job;
mod pack;
mod parallel;
mod real;
mod slices;
mod stream;
mod sweep;
#[cfg(test)]
mod tests;

use crate::Activation;
use fearless_simd::Level;
use ndarray::Array2;

pub use real::Real;

/// What is asked of an activation function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quantity {
    /// Its value.
    Forward,
    /// Its slope, from its input.
    Prime,
    /// Its slope, from its output.
    PrimeFromOutput,
}

/// An activation function, or its slope, and how to go about it.
///
/// Made by [`Kernel::forward`], [`Kernel::prime`] or [`Kernel::prime_from_output`]; it costs
/// nothing to make and to copy. Then it is used on slices ([`Kernel::map`] and what follows) or on
/// arrays ([`Kernel::apply`] and what follows).
#[derive(Clone, Copy, Debug)]
pub struct Kernel {
    activation: Activation,
    quantity: Quantity,
    parallel: bool,
    streaming: bool,
    level: Level,
}

impl Kernel {
    fn new(activation: Activation, quantity: Quantity) -> Self {
        Self { activation, quantity, parallel: false, streaming: false, level: Level::new() }
    }

    /// The activation function itself.
    pub fn forward(activation: Activation) -> Self {
        Self::new(activation, Quantity::Forward)
    }

    /// Its slope, from its input `z`.
    ///
    /// Accurate even where the output has become flat: `tanh'(30)` is `3.5e-26`, not 0.
    pub fn prime(activation: Activation) -> Self {
        Self::new(activation, Quantity::Prime)
    }

    /// Its slope, from its output `a`: `a (1 - a)` for the sigmoid, `1 - a^2` for tanh.
    pub fn prime_from_output(activation: Activation) -> Self {
        Self::new(activation, Quantity::PrimeFromOutput)
    }

    /// Shares the work among the threads of the caller's rayon pool, where there is enough of it.
    ///
    /// Inside a pool (`rayon::scope`, `ThreadPool::install`) it pays from about 10,000 numbers on.
    /// A call from outside has to wake the threads first, and takes some ten times as many.
    #[must_use]
    pub fn parallel(mut self) -> Self {
        self.parallel = true;
        self
    }

    /// Writes results past the caches, where they go to another place than the input's.
    ///
    /// For outputs larger than the caches that nobody reads soon: then a third of the traffic to
    /// memory is saved. In a training step the next layer reads the output at once: leave it out.
    #[must_use]
    pub fn streaming(mut self) -> Self {
        self.streaming = true;
        self
    }
}

/// The activation of every entry of `z`.
pub fn forward(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    Kernel::forward(activation).apply(z)
}

/// The slope of the activation at every entry of `z`.
pub fn prime(activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    Kernel::prime(activation).apply(z)
}

/// The slope of the activation wherever its output is an entry of `a`.
pub fn prime_from_output(activation: Activation, a: &Array2<f64>) -> Array2<f64> {
    Kernel::prime_from_output(activation).apply(a)
}
