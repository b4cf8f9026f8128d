//! Solutions to lesson 4, written to be read. One file per exercise.
