//! A type of 2^60 parts.
//!
//! exercise: activations/sigmoid
//! expect: compile_limit or compile_error

trait Twice {
    fn twice(self) -> (Self, Self)
    where
        Self: Sized + Clone,
    {
        (self.clone(), self)
    }
}

impl<T> Twice for T {}

fn bomb() -> impl Sized {
    let a = 0_u8.twice().twice().twice().twice().twice().twice().twice().twice().twice().twice();
    let b = a.twice().twice().twice().twice().twice().twice().twice().twice().twice().twice();
    b.twice().twice().twice().twice().twice().twice().twice().twice().twice().twice()
}

pub fn sigmoid(z: f64) -> f64 {
    std::mem::size_of_val(&bomb()) as f64 + z
}
