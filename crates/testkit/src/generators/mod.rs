//! What properties draw. Shapes and a pool of numbers are drawn side by side and put together
//! afterwards: that shrinks to the smallest network, where nested draws do not.

mod pool;

pub use pool::{Pool, build};

use std::ops::RangeInclusive;

use proptest::prop_oneof;
use proptest::strategy::{BoxedStrategy, Just, Strategy, Union};

/// Numbers on the grid of eighths, from `range.start() / 8` to `range.end() / 8`.
pub fn eighths(range: RangeInclusive<i32>) -> BoxedStrategy<f64> {
    range.prop_map(|i| f64::from(i) / 8.0).boxed()
}

/// Numbers as a function of one number must take them: small ones, far ones, odd ones, and both
/// ends of what an `f64` holds. All are finite.
pub fn numbers() -> BoxedStrategy<f64> {
    let ends = [0.0, 1e-9, 1e-300, f64::MIN_POSITIVE, 1e100, 1e308, f64::MAX];
    prop_oneof![
        6 => eighths(-48..=48),
        2 => eighths(-320..=320),
        3 => (-1000..=1000_i32).prop_map(f64::from),
        2 => -6.0..6.0_f64,
        1 => (Union::new(ends.map(Just)), proptest::bool::ANY)
            .prop_map(|(end, negative)| if negative { -end } else { end }),
    ]
    .boxed()
}

/// One of `choices`; earlier ones count as smaller.
pub fn one_of<T: Clone + std::fmt::Debug + 'static>(choices: &[T]) -> BoxedStrategy<T> {
    Union::new(choices.iter().cloned().map(Just)).boxed()
}

/// A whole number, mostly from `range`, now and then up to twice as large.
pub fn size(range: RangeInclusive<usize>) -> BoxedStrategy<usize> {
    let (low, high) = range.into_inner();
    prop_oneof![12 => low..=high, 1 => high + 1..=2 * high + 1].boxed()
}
