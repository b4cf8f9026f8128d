//! What must hold of an answer: one function per property, one file per exercise.

pub mod sigmoid;
