//! The front for arrays of any dimension and layout.
//!
//! Arrays that fill their memory, in whatever order, go through as slices. Others go through in
//! lanes along their longest axis, gathered into a tile where the lane has gaps: the same code sees
//! the same numbers, so the bits are the same.

use super::{Kernel, real::Real};
use ndarray::{Array, ArrayRef, ArrayView1, ArrayViewMut1, Axis, Dimension, ShapeBuilder};

/// Numbers gathered at a time.
const TILE: usize = 256;

/// Panics if two arrays differ in shape, and names both.
#[track_caller]
fn assert_same_shape<T, D: Dimension>(a: &ArrayRef<T, D>, b: &ArrayRef<T, D>) {
    assert!(a.shape() == b.shape(), "shapes {:?} and {:?} do not match", a.shape(), b.shape());
}

/// Whether equal positions in memory are equal positions in the arrays, both being of one shape.
fn same_order<T, D: Dimension>(a: &ArrayRef<T, D>, b: &ArrayRef<T, D>) -> bool {
    let axes = a.shape().iter().zip(a.strides()).zip(b.strides());
    axes.into_iter().all(|((&length, a), b)| length <= 1 || a == b)
}

/// The memory of both, if it can be passed through side by side.
fn slices<'a, T, D: Dimension>(
    from: &'a ArrayRef<T, D>,
    to: &'a mut ArrayRef<T, D>,
) -> Option<(&'a [T], &'a mut [T])> {
    if !same_order(from, to) {
        return None;
    }
    Some((from.as_slice_memory_order()?, to.as_slice_memory_order_mut()?))
}

fn longest_axis<T, D: Dimension>(array: &ArrayRef<T, D>) -> Axis {
    let lengths = array.shape().iter().enumerate();
    Axis(lengths.max_by_key(|&(_, length)| length).map_or(0, |(axis, _)| axis))
}

/// Calls `pass` with both arrays, lane by lane.
fn lanes<T, D: Dimension>(
    from: &ArrayRef<T, D>,
    to: &mut ArrayRef<T, D>,
    pass: impl Fn(ArrayView1<T>, ArrayViewMut1<T>),
) {
    if from.is_empty() {
        return;
    }
    let axis = longest_axis(from);
    for (from, to) in from.lanes(axis).into_iter().zip(to.lanes_mut(axis)) {
        pass(from, to);
    }
}

/// Calls `use_tile` with the results for every [`TILE`] numbers of a lane, and where they belong.
fn tiles<T: Real>(
    kernel: Kernel,
    from: &ArrayView1<T>,
    to: &mut ArrayViewMut1<T>,
    use_tile: impl Fn(&mut T, T),
) {
    let mut tile = [T::default(); TILE];
    let pieces = from.axis_chunks_iter(Axis(0), TILE);
    for (from, mut to) in pieces.zip(to.axis_chunks_iter_mut(Axis(0), TILE)) {
        let tile = &mut tile[..from.len()];
        for (number, &source) in tile.iter_mut().zip(from) {
            *number = source;
        }
        kernel.map_in_place(tile);
        for (target, &result) in to.iter_mut().zip(&*tile) {
            use_tile(target, result);
        }
    }
}

impl Kernel {
    /// The function of every entry, in a new array.
    ///
    /// Above some 32 MiB the system hands out memory it has to clear first, which takes ten times
    /// as long as the function: [`Kernel::apply_into`] a kept array is then the faster way.
    pub fn apply<T: Real, D: Dimension>(self, z: &ArrayRef<T, D>) -> Array<T, D> {
        let columns_first = !z.is_standard_layout() && z.t().is_standard_layout();
        let shape = z.raw_dim().set_f(columns_first);
        if (columns_first || z.is_standard_layout())
            && let Some(numbers) = z.as_slice_memory_order().and_then(|z| self.collect(z))
            && let Ok(array) = Array::from_shape_vec(shape, numbers)
        {
            return array;
        }
        let mut out = Array::from_elem(z.raw_dim().set_f(columns_first), T::default());
        self.apply_into(z, &mut out);
        out
    }

    /// The function of every entry, written to `out`.
    ///
    /// # Panics
    ///
    /// Panics if the shapes differ.
    #[track_caller]
    pub fn apply_into<T: Real, D: Dimension>(self, z: &ArrayRef<T, D>, out: &mut ArrayRef<T, D>) {
        assert_same_shape(z, out);
        if let Some((z, out)) = slices(z, out) {
            return self.map(z, out);
        }
        lanes(z, out, |z, mut out| match (z.as_slice(), out.as_slice_mut()) {
            (Some(z), Some(out)) => self.map(z, out),
            _ => tiles(self, &z, &mut out, |target, result| *target = result),
        });
    }

    /// The function of every entry, in its place.
    pub fn apply_in_place<T: Real, D: Dimension>(self, data: &mut ArrayRef<T, D>) {
        if let Some(data) = data.as_slice_memory_order_mut() {
            return self.map_in_place(data);
        }
        if data.is_empty() {
            return;
        }
        let axis = longest_axis(data);
        let mut tile = [T::default(); TILE];
        for mut lane in data.lanes_mut(axis) {
            if let Some(lane) = lane.as_slice_mut() {
                self.map_in_place(lane);
                continue;
            }
            for mut piece in lane.axis_chunks_iter_mut(Axis(0), TILE) {
                let tile = &mut tile[..piece.len()];
                tile.iter_mut().zip(&piece).for_each(|(number, &source)| *number = source);
                self.map_in_place(tile);
                piece.iter_mut().zip(&*tile).for_each(|(target, &result)| *target = result);
            }
        }
    }

    /// Multiplies every entry of `data` with the function of the one in `x`: with
    /// [`Kernel::prime_from_output`] the step back through an activation, `dz = da * a'`.
    ///
    /// # Panics
    ///
    /// Panics if the shapes differ.
    #[track_caller]
    pub fn multiply_into<T: Real, D: Dimension>(
        self,
        x: &ArrayRef<T, D>,
        data: &mut ArrayRef<T, D>,
    ) {
        assert_same_shape(x, data);
        if let Some((x, data)) = slices(x, data) {
            return self.multiply(x, data);
        }
        lanes(x, data, |x, mut data| match (x.as_slice(), data.as_slice_mut()) {
            (Some(x), Some(data)) => self.multiply(x, data),
            _ => tiles(self, &x, &mut data, |target, result| *target *= result),
        });
    }

    /// The function of every entry of `z` in `a`, and the slope there, from the output, in `prime`.
    ///
    /// # Panics
    ///
    /// Panics if the shapes differ, or if this is not a [`Kernel::forward`].
    #[track_caller]
    pub fn apply_with_prime_into<T: Real, D: Dimension>(
        self,
        z: &ArrayRef<T, D>,
        a: &mut ArrayRef<T, D>,
        prime: &mut ArrayRef<T, D>,
    ) {
        self.assert_forward();
        assert_same_shape(z, a);
        assert_same_shape(z, prime);
        if same_order(z, a)
            && let Some((z, prime)) = slices(z, prime)
            && let Some(a) = a.as_slice_memory_order_mut()
        {
            return self.map_with_prime(z, a, prime);
        }
        self.apply_into(z, a);
        Self { quantity: super::Quantity::PrimeFromOutput, ..self }.apply_into(a, prime);
    }
}
