//! Solutions to lesson 3, written to be read. One file per exercise.

// The names are those of the notes: w, b, x, y, z, a, m.
#![allow(clippy::many_single_char_names)]

mod forward;
mod linear_forward;

pub use forward::forward;
pub use linear_forward::linear_forward;
