//! Panics with a message that would take over a terminal and a web page.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    panic!("\u{1b}[2J\u{7}<script>alert({z})</script>=cmd|' /C calc'!A0")
}
