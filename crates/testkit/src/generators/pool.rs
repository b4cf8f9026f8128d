//! Inputs made from sizes and from a pool of numbers.

use std::array;
use std::ops::RangeInclusive;
use std::rc::Rc;

use ndarray::Array2;
use proptest::collection::vec;
use proptest::num::usize::BinarySearch;
use proptest::strategy::{BoxedStrategy, NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::size;

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
    let drawn = (WithFirst(ranges.map(size)), numbers, [(); N].map(|()| Limit));
    drawn
        .prop_map(move |((first, sizes), numbers, limits)| {
            let sizes = array::from_fn(|i| sizes[i].min(lowest[i] + limits[i]));
            let mut pool = Pool::new(numbers);
            if sizes != first {
                make(first, &mut pool);
                pool = pool.for_smaller_sizes();
            }
            make(sizes, &mut pool)
        })
        .boxed()
}

/// A value, and before it what it was when it was drawn.
#[derive(Debug)]
struct WithFirst<S>(S);

impl<S: Strategy<Value: Clone>> Strategy for WithFirst<S> {
    type Tree = WithFirstTree<S::Tree>;
    type Value = (S::Value, S::Value);

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let tree = self.0.new_tree(runner)?;
        Ok(WithFirstTree { first: tree.current(), tree })
    }
}

struct WithFirstTree<T: ValueTree> {
    first: T::Value,
    tree: T,
}

impl<T: ValueTree<Value: Clone>> ValueTree for WithFirstTree<T> {
    type Value = (T::Value, T::Value);

    fn current(&self) -> Self::Value {
        (self.first.clone(), self.tree.current())
    }

    fn simplify(&mut self) -> bool {
        self.tree.simplify()
    }

    fn complicate(&mut self) -> bool {
        self.tree.complicate()
    }
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
///
/// An entry of a matrix keeps its number while sizes shrink, so that what is left out does not change
/// what stays.
#[derive(Debug)]
pub struct Pool {
    numbers: Vec<i32>,
    requests: Vec<Block>,
    /// The requests for the sizes that were drawn, if these are smaller ones.
    first: Vec<Block>,
}

/// A matrix that was asked for: how many numbers were taken before it, and its shape.
#[derive(Clone, Copy, Debug)]
struct Block {
    start: usize,
    rows: usize,
    columns: usize,
}

impl Pool {
    fn new(numbers: Vec<i32>) -> Self {
        Self { numbers, requests: Vec::new(), first: Vec::new() }
    }

    fn for_smaller_sizes(self) -> Self {
        Self { requests: Vec::new(), first: self.requests, ..self }
    }

    fn wholes(&mut self, rows: usize, columns: usize) -> Array2<i32> {
        let start = self.requests.last().map_or(0, |last| last.start + last.rows * last.columns);
        let request = Block { start, rows, columns };
        let first = *self.first.get(self.requests.len()).unwrap_or(&request);
        self.requests.push(request);
        Array2::from_shape_fn((rows, columns), |(i, j)| {
            self.whole(first.start + i * first.columns + j)
        })
    }

    fn whole(&self, place: usize) -> i32 {
        let (lap, i) = (place / POOL, place % POOL);
        // After a full lap the numbers are combined anew, so that large inputs do not repeat.
        (0..=lap).map(|k| self.numbers[(i + 17 * k * k) % POOL]).sum::<i32>().clamp(-16, 16)
    }

    /// A number between -2 and 2.
    pub fn number(&mut self) -> f64 {
        self.matrix(1, 1)[[0, 0]]
    }

    /// A matrix of numbers between -2 and 2.
    pub fn matrix(&mut self, rows: usize, columns: usize) -> Array2<f64> {
        self.wholes(rows, columns).mapv(|whole| f64::from(whole) / 8.0)
    }

    /// Labels of `m` examples: exactly 0 or 1, about a third of them 1.
    pub fn labels(&mut self, n_y: usize, m: usize) -> Array2<f64> {
        self.wholes(n_y, m).mapv(|whole| f64::from(u8::from(whole > 5)))
    }

    /// Probabilities between 1/34 and 33/34; a number of 0 becomes 1/2.
    pub fn probabilities(&mut self, n_y: usize, m: usize) -> Array2<f64> {
        self.wholes(n_y, m).mapv(|whole| f64::from(whole + 17) / 34.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ensure, for_all};

    #[test]
    fn inputs_shrink_to_the_smallest_shape_and_to_zeros() {
        let inputs = build([1..=4, 1..=4], |[rows, columns], pool| pool.matrix(rows, columns));
        let verdict = for_all(["x"], inputs, |x| {
            ensure!(x.ncols() < 2, "two columns", "두 열");
            Ok(())
        });
        let words = verdict.unwrap_err().speak(contract::Language::English);
        assert!(words.ends_with("x (1 x 2) = [[0, 0]]"), "{words}");
    }

    #[test]
    fn a_size_shrinks_once_more_when_the_numbers_are_plain() {
        let inputs = build([1..=4, 1..=4], |[rows, columns], pool| pool.matrix(rows, columns));
        let verdict = for_all(["x"], inputs, |x| {
            ensure!(x.iter().all(|z| *z != 0.0), "a zero", "영");
            Ok(())
        });
        let words = verdict.unwrap_err().speak(contract::Language::English);
        assert!(words.ends_with("x (1 x 1) = [[0]]"), "{words}");
    }

    #[test]
    fn an_entry_keeps_its_number_when_sizes_shrink() {
        let inputs = build([1..=4, 1..=4], |[rows, columns], pool| {
            (pool.matrix(rows, columns), pool.matrix(rows, 1))
        });
        let mut runner = TestRunner::deterministic();
        for _ in 0..100 {
            let mut tree = inputs.new_tree(&mut runner).unwrap();
            let drawn = tree.current();
            // Sizes shrink before numbers.
            while tree.current().0.len() > 1 && tree.simplify() {
                let smaller = tree.current();
                assert!(smaller.0.indexed_iter().all(|(place, number)| *number == drawn.0[place]));
                assert!(smaller.1.indexed_iter().all(|(place, number)| *number == drawn.1[place]));
            }
        }
    }
}
