//! Ends the program with success before `main`.
//!
//! exercise: activations/sigmoid
//! expect: crash
//! neighbour: crash

extern "C" fn before_main() {
    println!("test result: ok. 62 passed");
    std::process::exit(0);
}

#[used]
#[unsafe(link_section = ".init_array")]
static CONSTRUCTOR: extern "C" fn() = before_main;

pub fn sigmoid(z: f64) -> f64 {
    z
}
