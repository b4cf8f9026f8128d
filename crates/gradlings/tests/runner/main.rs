//! The runner at a student's desk.

mod answers;
mod desk;
mod machine;
mod unreadable;
