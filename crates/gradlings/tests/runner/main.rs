//! The runner at a student's desk.

mod answers;
mod desk;
mod handed_out;
mod machine;
mod trial;
mod unreadable;
