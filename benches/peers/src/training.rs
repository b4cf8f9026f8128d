//! Steps of gradient descent behind the C interface.

use benches::training::{Shape, Trainer, course};
use init::Parameters;
use ndarray::{Array2, ArrayView2};
use std::slice::from_raw_parts_mut;
use std::time::Instant;

/// A network under training, in one of the forms of [`gradlings_network`].
pub enum Network {
    /// The course's own step.
    Course(Parameters, Array2<f64>, Array2<f64>, f64),
    /// With kernels.
    Kernels(Trainer),
}

/// A matrix over memory that the caller holds.
///
/// # Safety
///
/// `data` holds as many numbers, row by row.
unsafe fn matrix(data: *const f64, rows: usize, columns: usize) -> Array2<f64> {
    // SAFETY: as the caller promises.
    unsafe { ArrayView2::from_shape_ptr((rows, columns), data) }.to_owned()
}

/// A network with biases of 0: the course's own (`form` 0), with kernels (1), on all threads (2).
/// `arrays` are `x (n_x, m)`, `y (n_y, m)`, `w1 (n_h, n_x)` and `w2 (n_y, n_h)`, row by row, and are
/// copied.
///
/// # Safety
///
/// `shape` and `arrays` hold four values each, and the arrays as many numbers as the shape says.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gradlings_network(
    form: u32,
    shape: *const [usize; 4],
    arrays: *const [*const f64; 4],
    learning_rate: f64,
) -> *mut Network {
    // SAFETY: as the caller promises.
    let ([n_x, n_h, n_y, m], [x, y, w1, w2]) = unsafe { (*shape, *arrays) };
    // SAFETY: as the caller promises.
    let (x, y, w1, w2) = unsafe {
        (matrix(x, n_x, m), matrix(y, n_y, m), matrix(w1, n_h, n_x), matrix(w2, n_y, n_h))
    };
    let (b1, b2) = (Array2::zeros((n_h, 1)), Array2::zeros((n_y, 1)));
    let parameters = Parameters { w1, b1, w2, b2 };
    Box::into_raw(Box::new(if form == 0 {
        Network::Course(parameters, x, y, learning_rate)
    } else {
        let shape = Shape { n_x, n_h, n_y, m };
        Network::Kernels(Trainer::new(shape, (&x, &y), parameters, learning_rate, form == 2))
    }))
}

/// Takes `count` steps and gives the seconds that they took.
///
/// # Safety
///
/// `network` comes from [`gradlings_network`] and is used by nobody else meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gradlings_steps(network: *mut Network, count: usize) -> f64 {
    // SAFETY: as the caller promises.
    let network = unsafe { &mut *network };
    let start = Instant::now();
    for _ in 0..count {
        match network {
            Network::Course(parameters, x, y, rate) => course(parameters, x, y, *rate),
            Network::Kernels(trainer) => trainer.step(),
        }
    }
    start.elapsed().as_secs_f64()
}

/// Writes `w1` to `out`, and ends the network.
///
/// # Safety
///
/// As of [`gradlings_steps`], for the last time; `out` has room for `n_h n_x` numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gradlings_end(network: *mut Network, out: *mut f64) {
    // SAFETY: as the caller promises.
    let network = unsafe { Box::from_raw(network) };
    let w1 = match &*network {
        Network::Course(parameters, ..) => &parameters.w1,
        Network::Kernels(trainer) => &trainer.parameters().w1,
    };
    // SAFETY: as the caller promises.
    let out = unsafe { from_raw_parts_mut(out, w1.len()) };
    out.iter_mut().zip(w1).for_each(|(out, &weight)| *out = weight);
}
