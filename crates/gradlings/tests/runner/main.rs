//! The runner at a student's desk.

mod answers;
mod client;
mod desk;
mod handed_out;
mod machine;
mod play;
mod trial;
mod unreadable;
