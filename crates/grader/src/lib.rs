//! The instructor's grader.
pub mod doctor;
pub mod intake;
pub mod judge;
pub mod results;
pub mod sandbox;
