//! What the grader links a student's code with: one library with the crates that an exercise may
//! name, and the operations on matrices that most answers use, compiled once instead of for every
//! submission.
//!
//! It is built with `--cfg contract_only`, so that nothing in it knows an answer.




pub use {activations, backprop, init, rand, rand_distr, rayon, symmetry, testkit};
