//! The numbers that the course published.

use ndarray::Array2;
use solution_init::layer_sizes;

/// The layer sizes of the course's notebook for its two test cases, with its hidden size of 4.
#[test]
fn layer_sizes_are_those_of_the_course() {
    let zeros = |rows, columns| Array2::zeros((rows, columns));
    assert_eq!(layer_sizes(&zeros(5, 3), &zeros(2, 3), 4), (5, 4, 2));
    assert_eq!(layer_sizes(&zeros(7, 5), &zeros(5, 5), 4), (7, 4, 5));
}
