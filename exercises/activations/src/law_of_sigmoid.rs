//! # Exercise 1.13 (bonus): a law of the sigmoid
//!
//! Now you write the test. A law is given a function that somebody calls a sigmoid, and a number. It says whether the
//! function is right there. It must be true of every right sigmoid, and false of a wrong one on some number.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check law_of_sigmoid
//! ```

use rand::rngs::StdRng;

/// Whether `sigmoid` is right at `z`, as far as this law looks.
///
/// `z` is finite: 0, numbers near it, and numbers as large as 800 and -800. Right sigmoids are written in many ways,
/// which differ in their last digits; far out they may round to 0 or 1. The law may call `sigmoid` as often as 2,000
/// times, with any number, and remembers nothing.
pub fn sigmoid_law(sigmoid: &dyn Fn(f64) -> f64, z: f64) -> bool {
    todo!("call the function, and say whether what it gives is right")
}

/// A number on which a law of the sigmoid is worth asking.
///
/// Of 1,000 draws some must tell each of these from a right sigmoid: the sign of z, e^z / (1 + e^z), tanh, a step, a
/// line that is cut off, a constant. All are finite.
pub fn draw_z(rng: &mut StdRng) -> f64 {
    todo!("draw numbers near 0 and far out, on both sides")
}
