//! The forms of a function that are timed against each other.

use crate::formula::{self, Formula};
use activations::{Activation, Kernel, NEGATIVE_SLOPE, kernels::Real};
use ndarray::{Array1, ArrayView1, ArrayViewMut1, Zip};

/// The threads that do the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threads {
    /// The calling thread.
    Serial,
    /// All of rayon's, called from inside the pool.
    Rayon,
    /// The same called from outside: the threads have to be woken.
    RayonCold,
}

impl Threads {
    /// As in the names of benches.
    pub fn name(self) -> &'static str {
        match self {
            Self::Serial => "serial",
            Self::Rayon => "rayon",
            Self::RayonCold => "rayon cold",
        }
    }
}

type Run<T> = dyn Fn(&[T], &mut [T]) + Send + Sync;

/// A way to compute a function of each of the numbers `z`.
pub struct Form<T> {
    /// `textbook`, `loop` or `kernel`, or a variant of these.
    pub name: &'static str,
    /// The threads that it runs on.
    pub threads: Threads,
    run: Box<Run<T>>,
}

impl<T> Form<T> {
    /// A form whose `run` reads the first slice and writes the second.
    pub fn new(
        name: &'static str,
        threads: Threads,
        run: impl Fn(&[T], &mut [T]) + Send + Sync + 'static,
    ) -> Self {
        Self { name, threads, run: Box::new(run) }
    }

    /// This form under another name.
    #[must_use]
    pub fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The name within a group: `kernel rayon`.
    pub fn id(&self) -> String {
        format!("{} {}", self.name, self.threads.name())
    }

    /// Computes `out` from `z`; both have one length.
    pub fn run(&self, z: &[T], out: &mut [T]) {
        (self.run)(z, out);
    }
}

/// `f` of each number, as the textbook's `mapv` does it, but into a reused array.
pub fn textbook_serial(f: impl Fn(f64) -> f64 + Send + Sync + 'static) -> Form<f64> {
    Form::new("textbook", Threads::Serial, move |z, out| {
        Zip::from(ArrayViewMut1::from(out))
            .and(ArrayView1::from(z))
            .for_each(|out, &z| *out = f(z));
    })
}

fn textbook_rayon(f: impl Fn(f64) -> f64 + Send + Sync + 'static, threads: Threads) -> Form<f64> {
    Form::new("textbook", threads, move |z, out| {
        Zip::from(ArrayViewMut1::from(out))
            .and(ArrayView1::from(z))
            .par_for_each(|out, &z| *out = f(z));
    })
}

/// The solution's leaky ReLU with the slope of the course.
fn leaky_relu(z: f64) -> f64 {
    solution_activations::leaky_relu(z, NEGATIVE_SLOPE)
}

fn all_of_the_textbook(f: impl Fn(f64) -> f64 + Copy + Send + Sync + 'static) -> [Form<f64>; 3] {
    [textbook_serial(f), textbook_rayon(f, Threads::Rayon), textbook_rayon(f, Threads::RayonCold)]
}

/// A kernel on these threads.
pub fn kernel<T: Real>(kernel: Kernel, threads: Threads) -> Form<T> {
    let kernel = if threads == Threads::Serial { kernel } else { kernel.parallel() };
    Form::new("kernel", threads, move |z, out| kernel.map(z, out))
}

/// Every form of an activation that both types have.
pub fn of<T: Formula>(activation: Activation) -> Vec<Form<T>> {
    let plain = Form::new("loop", Threads::Serial, move |z, out| formula::map(activation, z, out));
    let kernels = [Threads::Serial, Threads::Rayon, Threads::RayonCold];
    let kernels = kernels.map(|threads| kernel(Kernel::forward(activation), threads));
    std::iter::once(plain).chain(kernels).collect()
}

/// The forms of the textbook, which knows `f64` only.
pub fn of_the_textbook(activation: Activation) -> [Form<f64>; 3] {
    match activation {
        Activation::Sigmoid => all_of_the_textbook(solution_activations::sigmoid),
        Activation::Tanh => all_of_the_textbook(solution_activations::tanh),
        Activation::Relu => all_of_the_textbook(solution_activations::relu),
        Activation::LeakyRelu => all_of_the_textbook(leaky_relu),
        Activation::Identity => all_of_the_textbook(|z| z),
    }
}

/// The result of the textbook's `mapv`, which is a new array.
pub fn textbook_fresh(activation: Activation, z: &[f64]) -> Array1<f64> {
    let z = ArrayView1::from(z);
    match activation {
        Activation::Sigmoid => z.mapv(solution_activations::sigmoid),
        Activation::Tanh => z.mapv(solution_activations::tanh),
        Activation::Relu => z.mapv(solution_activations::relu),
        Activation::LeakyRelu => z.mapv(leaky_relu),
        Activation::Identity => z.to_owned(),
    }
}

/// The name of an activation in the names of groups.
pub fn name(activation: Activation) -> &'static str {
    match activation {
        Activation::Sigmoid => "sigmoid",
        Activation::Tanh => "tanh",
        Activation::Relu => "relu",
        Activation::LeakyRelu => "leaky_relu",
        Activation::Identity => "identity",
    }
}

/// `f32` or `f64`.
pub fn type_name<T>() -> &'static str {
    std::any::type_name::<T>()
}
