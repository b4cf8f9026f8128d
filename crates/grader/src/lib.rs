//! The instructor's grader.
pub mod sandbox;
