//! What properties draw. Shapes and a pool of numbers are drawn side by side and put together
//! afterwards: that shrinks to the smallest network, where nested draws do not.

use std::array;
use std::ops::RangeInclusive;
use std::rc::Rc;

use ndarray::{Array2, Axis, ShapeBuilder, s};
use proptest::collection::vec;
use proptest::num::usize::BinarySearch;
use proptest::prop_oneof;
use proptest::strategy::{BoxedStrategy, Just, NewTree, Strategy, Union};
use proptest::test_runner::TestRunner;

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

/// Something made from sizes and numbers. Sizes are drawn by [`size`] from their ranges.
pub fn build<const N: usize, T: std::fmt::Debug + 'static>(
    ranges: [RangeInclusive<usize>; N],
    make: impl Fn([usize; N], &mut Pool) -> T + 'static,
) -> BoxedStrategy<T> {
    built(ranges, Rc::new(make))
}

type Make<const N: usize, T> = Rc<dyn Fn([usize; N], &mut Pool) -> T>;

/// What [`build`] does with a function, said once for all functions that make the same type.
fn built<const N: usize, T: std::fmt::Debug + 'static>(
    ranges: [RangeInclusive<usize>; N],
    make: Make<N, T>,
) -> BoxedStrategy<T> {
    let lowest = ranges.clone().map(|range| *range.start());
    let numbers = vec(-16..=16_i32, POOL..=POOL);
    let drawn = (ranges.map(size), numbers, [(); N].map(|()| Limit));
    drawn
        .prop_map(move |(sizes, numbers, limits)| {
            let sizes = array::from_fn(|i| sizes[i].min(lowest[i] + limits[i]));
            make(sizes, &mut Pool { numbers, taken: 0 })
        })
        .boxed()
}

/// How far a size may lie above the lowest: as drawn, no limit at all. Sizes shrink before numbers,
/// and some are small enough only once the numbers are plain; then this shrinks, and the size with
/// it.
#[derive(Debug)]
struct Limit;

impl Strategy for Limit {
    type Tree = BinarySearch;
    type Value = usize;

    fn new_tree(&self, _: &mut TestRunner) -> NewTree<Self> {
        Ok(BinarySearch::new(1 << 20))
    }
}

const POOL: usize = 200;

/// Numbers to build an input from, on the grid of eighths between -2 and 2.
#[derive(Debug)]
pub struct Pool {
    numbers: Vec<i32>,
    taken: usize,
}

impl Pool {
    fn whole(&mut self) -> i32 {
        let (lap, i) = (self.taken / POOL, self.taken % POOL);
        self.taken += 1;
        // After a full lap the numbers are combined anew, so that large inputs do not repeat.
        (0..=lap).map(|k| self.numbers[(i + 17 * k * k) % POOL]).sum::<i32>().clamp(-16, 16)
    }

    /// A number between -2 and 2.
    pub fn number(&mut self) -> f64 {
        f64::from(self.whole()) / 8.0
    }

    /// A matrix of numbers between -2 and 2.
    pub fn matrix(&mut self, rows: usize, columns: usize) -> Array2<f64> {
        Array2::from_shape_simple_fn((rows, columns), || self.number())
    }

    /// Labels of `m` examples: exactly 0 or 1, about a third of them 1.
    pub fn labels(&mut self, n_y: usize, m: usize) -> Array2<f64> {
        Array2::from_shape_simple_fn((n_y, m), || f64::from(u8::from(self.whole() > 5)))
    }

    /// Probabilities between 1/34 and 33/34; a number of 0 becomes 1/2.
    pub fn probabilities(&mut self, n_y: usize, m: usize) -> Array2<f64> {
        Array2::from_shape_simple_fn((n_y, m), || f64::from(self.whole() + 17) / 34.0)
    }
}

/// How the entries of a matrix lie in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Row after row, ndarray's default.
    Rows,
    /// Column after column, as after `reversed_axes`.
    Columns,
    /// Row after row, the last first.
    Reversed,
    /// With gaps between the entries.
    Gaps,
}

crate::choice!(Layout { Rows, Columns, Reversed, Gaps });

impl Layout {
    /// Every layout.
    pub const ALL: [Self; 4] = [Self::Rows, Self::Columns, Self::Reversed, Self::Gaps];

    /// How the entries of `matrix` lie in memory.
    pub fn seen_in(matrix: &Array2<f64>) -> Self {
        if matrix.is_standard_layout() {
            Self::Rows
        } else if matrix.t().is_standard_layout() {
            Self::Columns
        } else if matrix.strides()[0] < 0 {
            Self::Reversed
        } else {
            Self::Gaps
        }
    }

    /// The same matrix, laid out in this way.
    pub fn of(self, matrix: &Array2<f64>) -> Array2<f64> {
        let (rows, columns) = matrix.dim();
        match self {
            Self::Rows => matrix.as_standard_layout().into_owned(),
            Self::Columns => {
                let mut other = Array2::zeros((rows, columns).f());
                other.assign(matrix);
                other
            }
            Self::Reversed => {
                let mut other = matrix.as_standard_layout().into_owned();
                other.invert_axis(Axis(0));
                other.assign(matrix);
                other
            }
            Self::Gaps => {
                let mut other = Array2::from_elem((rows, 2 * columns), f64::NAN);
                other.slice_collapse(s![.., ..;2]);
                other.assign(matrix);
                other
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Plain, ensure, for_all};
    use ndarray::array;

    #[test]
    fn every_layout_holds_the_same_matrix() {
        let matrix = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
        for layout in Layout::ALL {
            assert_eq!(layout.of(&matrix), matrix, "{layout:?}");
            assert_eq!(layout.of(&matrix).is_standard_layout(), layout == Layout::Rows);
        }
    }

    #[test]
    fn inputs_shrink_to_the_smallest_shape_and_to_zeros() {
        let inputs = build([1..=4, 1..=4], |[rows, columns], pool| pool.matrix(rows, columns));
        let verdict = for_all("x", inputs, |x| {
            ensure!(x.ncols() < 2, "two columns", "두 열");
            Ok(())
        });
        let words = verdict.unwrap_err().speak(crate::Language::English);
        assert!(words.ends_with("x (1 x 2) = [[0, 0]]"), "{words}");
    }

    #[test]
    fn a_size_shrinks_once_more_when_the_numbers_are_plain() {
        let inputs = build([1..=4, 1..=4], |[rows, columns], pool| pool.matrix(rows, columns));
        let verdict = for_all("x", inputs, |x| {
            ensure!(x.iter().all(|z| *z != 0.0), "a zero", "영");
            Ok(())
        });
        let words = verdict.unwrap_err().speak(crate::Language::English);
        assert!(words.ends_with("x (1 x 1) = [[0]]"), "{words}");
    }

    #[test]
    fn a_layout_is_plain() {
        for layout in Layout::ALL {
            assert_eq!(Layout::from_value(layout.to_value()), Some(layout));
        }
    }
}
