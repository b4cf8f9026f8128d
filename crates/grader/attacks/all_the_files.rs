//! Opens files until there are no more.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    let open = |_| std::fs::File::open("/dev/null").unwrap();
    let files: Vec<_> = (0..100_000).map(open).collect();
    files.len() as f64 + z
}
