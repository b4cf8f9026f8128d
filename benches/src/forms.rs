//! The forms of a function that are timed against each other.

use crate::formula::{self, Formula};
use activations::{Activation, Kernel, NEGATIVE_SLOPE, kernels::Real};
use ndarray::{ArrayView1, ArrayViewMut1, Zip};

/// Which threads do the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threads {
    /// One.
    Serial,
    /// All of rayon's, called from inside of the pool.
    Rayon,
    /// The same called from outside: the threads have to be woken.
    RayonCold,
}

impl Threads {
    /// As it is written in the names of benches.
    pub fn name(self) -> &'static str {
        match self {
            Self::Serial => "serial",
            Self::Rayon => "rayon",
            Self::RayonCold => "rayon cold",
        }
    }
}

type Run<T> = dyn Fn(&[T], &mut [T]) + Send + Sync;

/// A way to get from the numbers `z` to another slice of as many numbers.
pub struct Form<T> {
    /// Whose way it is: `textbook`, `loop`, `kernel`.
    pub name: &'static str,
    /// Which threads it uses.
    pub threads: Threads,
    run: Box<Run<T>>,
}

impl<T> Form<T> {
    /// A form that does `run`.
    pub fn new(
        name: &'static str,
        threads: Threads,
        run: impl Fn(&[T], &mut [T]) + Send + Sync + 'static,
    ) -> Self {
        Self { name, threads, run: Box::new(run) }
    }

    /// The same under another name.
    #[must_use]
    pub fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The name within a group: `kernel rayon`.
    pub fn id(&self) -> String {
        format!("{} {}", self.name, self.threads.name())
    }

    /// Does it.
    pub fn run(&self, z: &[T], out: &mut [T]) {
        (self.run)(z, out);
    }
}

/// `f` of each number, as the textbook's `mapv` does it, but into a kept array.
pub fn textbook_serial(f: fn(f64) -> f64) -> Form<f64> {
    Form::new("textbook", Threads::Serial, move |z, out| {
        Zip::from(ArrayViewMut1::from(out))
            .and(ArrayView1::from(z))
            .for_each(|out, &z| *out = f(z));
    })
}

fn textbook_rayon(f: fn(f64) -> f64, threads: Threads) -> Form<f64> {
    Form::new("textbook", threads, move |z, out| {
        Zip::from(ArrayViewMut1::from(out))
            .and(ArrayView1::from(z))
            .par_for_each(|out, &z| *out = f(z));
    })
}

/// The function of the solution.
pub fn textbook(activation: Activation) -> fn(f64) -> f64 {
    match activation {
        Activation::Sigmoid => solution_activations::sigmoid,
        Activation::Tanh => solution_activations::tanh,
        Activation::Relu => solution_activations::relu,
        Activation::LeakyRelu => |z| solution_activations::leaky_relu(z, NEGATIVE_SLOPE),
        Activation::Identity => |z| z,
    }
}

/// A kernel, called on as many threads as `threads` says.
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
pub fn of_the_textbook(activation: Activation) -> Vec<Form<f64>> {
    let f = textbook(activation);
    let rayon = [Threads::Rayon, Threads::RayonCold].map(|threads| textbook_rayon(f, threads));
    std::iter::once(textbook_serial(f)).chain(rayon).collect()
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
