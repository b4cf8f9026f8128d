//! Laws of `initialize_zeros`: the shapes of a network with one hidden layer, and nothing in them.

use ndarray::Array2;
use testkit::{Verdict, agrees, ensure, for_all, generators::size, number};

use crate::{Answers, reference};

/// `w1` has a row per hidden unit and a column per input, `w2` a row per output and a column per
/// hidden unit, so that `w1 x` and `w2 a1` fit. Kills I110 and I111, transposed weights.
pub fn gives_each_unit_a_row_of_weights(answers: &Answers) -> Verdict {
    for_all(["n_x", "n_h", "n_y"], (size(1..=4), size(1..=5), size(1..=3)), |(n_x, n_h, n_y)| {
        let got = answers.initialize_zeros(*n_x, *n_h, *n_y);
        let want = reference::initialize_zeros(*n_x, *n_h, *n_y);
        agrees("w1", &got.w1, &want.w1, 0.0)?;
        agrees("w2", &got.w2, &want.w2, 0.0)
    })
}

/// `b1` has a row per hidden unit, `b2` a row per output, and both are columns: one bias serves all
/// examples. Kills I112, biases that are rows.
pub fn gives_each_unit_one_bias(answers: &Answers) -> Verdict {
    for_all(["n_x", "n_h", "n_y"], (size(1..=4), size(1..=5), size(1..=3)), |(n_x, n_h, n_y)| {
        let got = answers.initialize_zeros(*n_x, *n_h, *n_y);
        let want = reference::initialize_zeros(*n_x, *n_h, *n_y);
        agrees("b1", &got.b1, &want.b1, 0.0)?;
        agrees("b2", &got.b2, &want.b2, 0.0)
    })
}

/// Every entry is 0, as the name says. Kills I115, ones, and I116, small numbers.
pub fn is_zero_everywhere(answers: &Answers) -> Verdict {
    for_all(["n_x", "n_h", "n_y"], (size(1..=4), size(1..=5), size(1..=3)), |(n_x, n_h, n_y)| {
        let got = answers.initialize_zeros(*n_x, *n_h, *n_y);
        let parts: [(&str, &Array2<f64>); 4] =
            [("w1", &got.w1), ("b1", &got.b1), ("w2", &got.w2), ("b2", &got.b2)];
        for (name, part) in parts {
            for z in part {
                ensure!(
                    *z == 0.0,
                    "{name} holds the number {z}; every entry must be 0.",
                    "{name}에 {z} 값이 들어 있습니다. 모든 원소가 0이어야 합니다.",
                    z = number(*z)
                );
            }
        }
        Ok(())
    })
}
