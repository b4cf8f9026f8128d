//! The networks that the experiments train, and the data.
//!
//! A network with one tanh layer and a sigmoid trains with the solution of lesson 3
//! (`solution_backprop::train`). A deeper network, or one with other activations, trains with
//! [`deep`]; a test there proves that both agree where they overlap.

pub mod data;
pub mod deep;
pub mod hidden;
pub mod legacy;
pub mod runs;
pub mod shallow;
pub mod starts;
pub mod summary;
