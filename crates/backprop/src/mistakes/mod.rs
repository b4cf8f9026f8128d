//! What students get wrong: one file per exercise, each mistake with the words for the student.

pub mod forward;
pub mod linear_forward;
