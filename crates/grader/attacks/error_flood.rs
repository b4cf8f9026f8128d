//! A hundred thousand errors.
//!
//! exercise: activations/sigmoid
//! expect: compile_error or compile_limit

macro_rules! flood {
    ($($x:ident)*) => { 0.0 $(+ more!($x a b c d e f g h i j))* };
}
macro_rules! more {
    ($($x:ident)*) => { 0.0 $(+ lots!($x a b c d e f g h i j))* };
}
macro_rules! lots {
    ($($x:ident)*) => { 0.0 $(+ last!($x a b c d e f g h i j))* };
}
macro_rules! last {
    ($($x:ident)*) => { 0.0 $(+ $x.missing() + undefined::$x)* };
}

pub fn sigmoid(z: f64) -> f64 {
    flood!(a b c d e f g h i j) + z
}
