//! What the grader links a student's code with: one library with the crates that an exercise may
//! name, and the operations on matrices that most answers use, compiled once instead of for every
//! submission.
//!
//! The functions here compute nothing of interest and are never called. A generic operation that
//! one of them uses is compiled into this library, and the compiler finds it there when a student's
//! code uses it, too; that only works for the same types and where neither is optimised.
//! It depends on the contract and the lessons alone, so nothing in it knows an answer.

// What is written here is what students write, in all the ways in which they write it.
#![allow(
    unused_assignments,
    clippy::pedantic,
    clippy::eq_op,
    clippy::redundant_closure,
    clippy::op_ref
)]

pub use {activations, backprop, contract, init, rand, rand_distr, rayon, symmetry};

mod algebra;
mod draws;
mod loops;
mod threads;

pub use algebra::algebra;
pub use draws::draws;
pub use loops::loops;
pub use threads::threads;
