//! Names a folder as its interpreter.
//!
//! exercise: activations/sigmoid
//! expect: crash
//! neighbour: crash

#[used]
#[unsafe(link_section = ".interp")]
static INTERPRETER: [u8; 5] = *b"/tmp\0";

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}
