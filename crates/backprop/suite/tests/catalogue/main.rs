//! What the lesson promises of its own properties, mistakes and variants, of its data and of what
//! it draws.

mod data;
mod samples;

backprop_suite::catalogue!();
