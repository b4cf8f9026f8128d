//! Looks for the desks of others beside its own.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    let program = std::env::args().next().unwrap();
    let desks = std::path::Path::new(&program).ancestors().nth(3).unwrap();
    let others = std::fs::read_dir(desks).expect("no desks here").count() - 1;
    assert_ne!(others, 0, "no desk but its own");
    others as f64 + z
}
