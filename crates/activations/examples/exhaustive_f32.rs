//! Every `f32` there is through every `f32` kernel, against the `f64` kernels, which are proven to
//! be good to a few units of *their* last place: prints the largest error of each, and its input.
//!
//! ```sh
//! cargo run --release -p activations --features kernels --example exhaustive_f32
//! ```
//!
//! Exits with 1 if a function is off by more than 2.0 units in the last place, a slope by more than
//! 2.5, or anything leaves its range. A minute or two on two cores.

use activations::{Activation, Kernel};
use rayon::prelude::*;
use std::process::ExitCode;

/// Inputs in a piece.
const PIECE: u32 = 1 << 16;

/// The largest error of a kernel so far.
#[derive(Clone, Copy)]
struct Worst {
    units: f64,
    input: f32,
    left_range: bool,
}

impl Worst {
    const NONE: Self = Self { units: 0.0, input: 0.0, left_range: false };

    fn or(self, other: Self) -> Self {
        let left_range = self.left_range || other.left_range;
        Self { left_range, ..if other.units > self.units { other } else { self } }
    }
}

/// The error in units of the last place; infinite where only one of both is NaN.
fn error(got: f32, exact: f64) -> f64 {
    if exact.is_nan() || got.is_nan() {
        return if got.is_nan() && exact.is_nan() { 0.0 } else { f64::INFINITY };
    }
    let exponent = (exact.to_bits() >> 52 & 0x7ff) as i32 - 1023;
    (f64::from(got) - exact).abs() * 2f64.powi(23 - exponent.max(-126))
}

/// The worst of the bit patterns from `first` on.
fn piece(kernel: Kernel, lowest: f32, first: u32) -> Worst {
    let inputs: Vec<f32> = (first..=first + (PIECE - 1)).map(f32::from_bits).collect();
    let mut exact: Vec<f64> = inputs.iter().map(|&z| f64::from(z)).collect();
    let mut results = inputs.clone();
    kernel.map_in_place(&mut exact);
    kernel.map_in_place(&mut results);
    let mut worst = Worst::NONE;
    for ((&input, &result), &exact) in inputs.iter().zip(&results).zip(&exact) {
        let left_range = result < lowest || result > 1.0;
        worst = worst.or(Worst { units: error(result, exact), input, left_range });
    }
    worst
}

fn main() -> ExitCode {
    let mut all_hold = true;
    for (name, kernel, lowest, limit) in [
        ("sigmoid", Kernel::forward(Activation::Sigmoid), 0.0, 2.0),
        ("tanh", Kernel::forward(Activation::Tanh), -1.0, 2.0),
        ("sigmoid'", Kernel::prime(Activation::Sigmoid), 0.0, 2.5),
        ("tanh'", Kernel::prime(Activation::Tanh), 0.0, 2.5),
    ] {
        let worst = (0..=u32::MAX / PIECE)
            .into_par_iter()
            .map(|i| piece(kernel, lowest, i * PIECE))
            .reduce(|| Worst::NONE, Worst::or);
        println!("{name:9} {:.4} units at {:e}", worst.units, worst.input);
        if worst.left_range {
            println!("{name:9} left its range");
        }
        all_hold &= worst.units <= limit && !worst.left_range;
    }
    if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
