//! What the experiments train, and on what.
//!
//! A network with one tanh layer and a sigmoid trains with the solution of lesson 3
//! (`solution_backprop::train`). Whatever is deeper, or has other activations, trains with
//! [`deep`]; a test there proves that both are one where they overlap.

pub mod data;
pub mod deep;
pub mod hidden;
pub mod legacy;
pub mod runs;
pub mod shallow;
pub mod starts;
pub mod summary;
