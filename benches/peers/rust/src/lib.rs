//! candle, burn's ndarray backend and `wide`, each as its user would call it, behind the interface of
//! the kernels (`gradlings_f64`).
//!
//! candle and burn give back a new tensor: without a `to` that is dropped, else copied there, which
//! `compare.py` does only to check the answers; then the inputs are made into tensors anew. `wide` is
//! a loop over vectors into a given slice.

use burn_ndarray::NdArray;
use burn_tensor::{Element, Tensor as Burned, TensorData, activation, backend::Backend};
use candle_core::{Device, Tensor, WithDType};
use std::cell::RefCell;
use std::collections::HashMap;
use std::slice::{from_raw_parts, from_raw_parts_mut};
use wide::{f32x8, f64x4};

const CANDLE: u32 = 0;
const BURN: u32 = 1;
const WIDE: u32 = 2;
const SLOPE: f64 = 0.01;

fn candle(operation: u32, x: &Tensor) -> candle_core::Result<Tensor> {
    match operation {
        0 => candle_nn::ops::sigmoid(x),
        1 => x.tanh(),
        2 => x.relu(),
        3 => candle_nn::ops::leaky_relu(x, SLOPE),
        4 => x * x.affine(-1.0, 1.0)?,
        5 => x.sqr()?.affine(-1.0, 1.0),
        operation => candle_core::bail!("no operation {operation}"),
    }
}

fn burn<B: Backend>(operation: u32, x: Burned<B, 1>) -> Burned<B, 1> {
    match operation {
        0 => activation::sigmoid(x),
        1 => x.tanh(),
        2 => activation::relu(x),
        3 => activation::leaky_relu(x, SLOPE),
        4 => x.clone() * (1.0 - x),
        _ => 1.0 - x.clone() * x,
    }
}

/// What a type needs for all three libraries.
trait Number: Copy + Element + WithDType + 'static {
    type Backend: Backend;
    /// Sigmoid or tanh of a slice with `wide`; false for what it was not asked for.
    fn wide(operation: u32, from: &[Self], to: &mut [Self]) -> bool;
}

macro_rules! number {
    ($type:ident, $vector:ident, $lanes:literal) => {
        impl Number for $type {
            type Backend = NdArray<$type>;

            fn wide(operation: u32, from: &[Self], to: &mut [Self]) -> bool {
                let one = $vector::splat(1.0);
                let f = |x: $vector| match operation {
                    0 => one / (one + (-x).exp()),
                    _ => x.tanh(),
                };
                let (from, rest) = from.as_chunks::<$lanes>();
                let (to, rest_to) = to.as_chunks_mut::<$lanes>();
                for (to, from) in to.iter_mut().zip(from) {
                    *to = f($vector::new(*from)).to_array();
                }
                let mut last = [0.0; $lanes];
                last[..rest.len()].copy_from_slice(rest);
                rest_to.copy_from_slice(&f($vector::new(last)).to_array()[..rest.len()]);
                operation < 2
            }
        }
    };
}
number!(f64, f64x4, 4);
number!(f32, f32x8, 8);

/// The inputs as the tensors of both libraries: made once, as their user would have them.
struct Tensors<T: Number> {
    candle: Tensor,
    burn: Burned<T::Backend, 1>,
}

impl<T: Number> Tensors<T> {
    fn new(numbers: &[T]) -> Self {
        let data = TensorData::new(numbers.to_vec(), [numbers.len()]);
        let device = Default::default();
        let candle = Tensor::from_slice(numbers, numbers.len(), &Device::Cpu);
        Self { candle: candle.expect("a row"), burn: Burned::from_data(data, &device) }
    }
}

type Kept<T> = RefCell<HashMap<(usize, usize), Tensors<T>>>;
thread_local! {
    static F64: Kept<f64> = Kept::default();
    static F32: Kept<f32> = Kept::default();
}

/// See the crate's documentation; 0, or 1 if the library has no such function.
///
/// # Safety
///
/// `from` holds `count` numbers, and so does `to`, writable, unless it is null.
unsafe fn run<T: Number>(
    kept: &Kept<T>,
    operation: u32,
    library: u32,
    from: *const T,
    to: *mut T,
    count: usize,
) -> i32 {
    // SAFETY: as the caller promises.
    let numbers = unsafe { from_raw_parts(from, count) };
    if library == WIDE {
        let fresh = &mut vec![numbers[0]; if to.is_null() { count } else { 0 }][..];
        // SAFETY: as the caller promises.
        let out = if to.is_null() { fresh } else { unsafe { from_raw_parts_mut(to, count) } };
        let done = T::wide(operation, numbers, out);
        std::hint::black_box(out);
        return i32::from(!done);
    }
    let mut kept = kept.borrow_mut();
    if !to.is_null() {
        kept.clear();
    }
    let tensors = kept.entry((from.addr(), count)).or_insert_with(|| Tensors::new(numbers));
    // SAFETY: as the caller promises.
    let out = (!to.is_null()).then(|| unsafe { from_raw_parts_mut(to, count) });
    match library {
        CANDLE => {
            let Ok(result) = candle(operation, &tensors.candle) else { return 1 };
            if let Some(out) = out {
                out.copy_from_slice(&result.to_vec1::<T>().expect("a row"));
            }
            std::hint::black_box(result);
        }
        BURN => {
            let result = burn(operation, tensors.burn.clone());
            if let Some(out) = out {
                out.copy_from_slice(result.to_data().as_slice::<T>().expect("of its type"));
            }
            std::hint::black_box(result);
        }
        _ => return 1,
    }
    0
}

/// Of `f64`.
///
/// # Safety
///
/// As of [`run`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn peers_f64(
    operation: u32,
    library: u32,
    from: *const f64,
    to: *mut f64,
    count: usize,
) -> i32 {
    // SAFETY: as the caller promises.
    F64.with(|kept| unsafe { run(kept, operation, library, from, to, count) })
}

/// Of `f32`.
///
/// # Safety
///
/// As of [`run`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn peers_f32(
    operation: u32,
    library: u32,
    from: *const f32,
    to: *mut f32,
    count: usize,
) -> i32 {
    // SAFETY: as the caller promises.
    F32.with(|kept| unsafe { run(kept, operation, library, from, to, count) })
}
