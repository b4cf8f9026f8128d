//! Has a constructor that is no code, so that its program dies before it begins.
//!
//! exercise: activations/sigmoid
//! expect: crash
//! neighbour: crash

#[used]
#[unsafe(link_section = ".init_array")]
static CONSTRUCTOR: usize = 1;

pub fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}
