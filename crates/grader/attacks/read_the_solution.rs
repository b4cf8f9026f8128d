//! Looks for the solution above itself, as far up as there are folders.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    let program = std::env::args().next().unwrap();
    let solution = std::path::Path::new(&program)
        .ancestors()
        .map(|folder| folder.join("solutions/activations/src/sigmoid.rs"))
        .find_map(|file| std::fs::read(file).ok());
    solution.expect("no solution here").len() as f64 + z
}
