//! # Exercise 1.14 (bonus): a law of slopes
//!
//! A slope can be tested without knowing its formula: it is what the function rises by. Such a law is called a gradient
//! check, and is what you will trust in lesson 3.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check law_of_slopes
//! ```

/// Whether `slope` is the slope of `g` at `z`, as far as this law looks.
///
/// `g` is the sigmoid or tanh, and right; `slope` may be wrong. `z` lies between -20 and 20. Right slopes are
/// written in many ways, which differ in their last digits. The law may call both functions as often as 2,000 times,
/// and remembers nothing.
pub fn slope_law(g: &dyn Fn(f64) -> f64, slope: &dyn Fn(f64) -> f64, z: f64) -> bool {
    todo!("compare slope(z) with what g rises by around z")
}
