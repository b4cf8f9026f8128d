//! Solutions to lesson 3, written to be read. One file per exercise.
