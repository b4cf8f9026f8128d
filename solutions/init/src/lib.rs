//! Solutions to lesson 2, written to be read. One file per exercise.
