//! Asks cargo how it compiles, so that a compiler that is called directly (`libraries.rs`) does the same: the
//! compiler, its flags and a linker may stand in configuration files that only cargo reads. When they change, cargo builds this
//! again.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let settings = [
        ("COURSE_LINKER", "RUSTC_LINKER"),
        ("COURSE_RUSTC", "RUSTC"),
        ("COURSE_FLAGS", "CARGO_ENCODED_RUSTFLAGS"),
        ("COURSE_PROFILE", "PROFILE"),
    ];
    for (name, of_cargo) in settings {
        println!("cargo::rustc-env={name}={}", env::var(of_cargo).unwrap_or_default());
    }
}
