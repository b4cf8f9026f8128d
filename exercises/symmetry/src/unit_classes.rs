//! # Exercise 4.1: classes of identical units
//!
//! Hidden units that share all their numbers compute the same, learn the same, and are worth no
//! more than one of them. Count how many different ones a network really has.
//!
//! Replace each `todo!` below, then check your work:
//!
//! ```sh
//! cargo run -- check unit_classes
//! ```

use init::Parameters;

/// How many classes of identical hidden units the network has, from 1 to `n_h`.
///
/// The units are taken in order. A unit belongs to a class when its row of `w1 (n_h, n_x)`, its
/// entry of `b1 (n_h, 1)` and its column of `w2 (n_y, n_h)` agree, number by number, with those of
/// the first unit of that class: no two numbers are more than `tolerance` apart. A unit that
/// belongs to no class yet is the first of a new one.
pub fn unit_classes(parameters: &Parameters, tolerance: f64) -> usize {
    todo!("count the units that are like no first unit of an earlier class")
}
