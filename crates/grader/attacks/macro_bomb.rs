//! A macro that doubles itself.
//!
//! exercise: activations/sigmoid
//! expect: compile_limit

macro_rules! double {
    ([] $($body:tt)*) => { ($($body)*) };
    ([1 $($count:tt)*] $($body:tt)*) => {
        double!([$($count)*] [$($body)*], [$($body)*])
    };
}

pub fn sigmoid(z: f64) -> f64 {
    double!([1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1] 0.0).0[0] + z
}
