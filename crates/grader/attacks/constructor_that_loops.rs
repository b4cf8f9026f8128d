//! Never gets to `main`.
//!
//! exercise: activations/sigmoid
//! expect: timeout
//! neighbour: timeout

extern "C" fn before_main() {
    loop {
        std::hint::spin_loop();
    }
}

#[used]
#[unsafe(link_section = ".init_array")]
static CONSTRUCTOR: extern "C" fn() = before_main;

pub fn sigmoid(z: f64) -> f64 {
    z
}
