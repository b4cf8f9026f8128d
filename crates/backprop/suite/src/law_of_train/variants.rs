//! Right laws of `train`, of different kinds.

use init::Parameters;
use ndarray::Array2;
use testkit::{Variant, variant};

use crate::Answers;
use crate::reference::{
    are_near, backward, cost_from_logits, forward, logits, numerical_gradient, update,
};

fn cost(p: &Parameters, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
    cost_from_logits(&logits(p, x), y)
}

fn are_close(got: &[f64], want: &[f64]) -> bool {
    got.len() == want.len() && got.iter().zip(want).all(|(got, want)| (got - want).abs() <= 1e-7)
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("differential: a loop of one's own", train_law, |train, x, y, start| {
        let (mut now, mut costs) = (start.clone(), Vec::new());
        for _ in 0..6 {
            costs.push(cost(&now, x, y));
            now = update(&now, &backward(&now, &forward(&now, x), x, y), 0.4);
        }
        let (got, noted) = train(x, y, start, 0.4, 6);
        are_near(&got, &now, 1e-6) && are_close(&noted, &costs)
    }),
    variant!("a gradient check of each of two steps", train_law, |train, x, y, start| {
        let next =
            |p: &Parameters| update(p, &numerical_gradient(&|p| cost(p, x, y), p, 1e-5), 0.5);
        let first = next(start);
        let (got, costs) = train(x, y, start, 0.5, 2);
        are_near(&got, &next(&first), 1e-6)
            && are_close(&costs, &[cost(start, x, y), cost(&first, x, y)])
    }),
    variant!("metamorphic: four steps are two and two", train_law, |train, x, y, start| {
        let (middle, mut costs) = train(x, y, start, 0.3, 2);
        let (end, rest) = train(x, y, &middle, 0.3, 2);
        costs.extend(rest);
        let (at_once, all) = train(x, y, start, 0.3, 4);
        let slopes = numerical_gradient(&|p| cost(p, x, y), start, 1e-5);
        let first = train(x, y, start, 0.3, 1).0;
        are_near(&end, &at_once, 1e-7)
            && are_close(&costs, &all)
            && costs.first().is_some_and(|first| are_close(&[*first], &[cost(start, x, y)]))
            && are_near(&first, &update(start, &slopes, 0.3), 1e-6)
    }),
    variant!(
        "algebraic: no step, one step in proportion to the rate, costs along the path",
        train_law,
        |train, x, y, start| {
            let (still, none) = train(x, y, start, 1.0, 0);
            let (slow, fast) = (train(x, y, start, 0.1, 1).0, train(x, y, start, 0.2, 1).0);
            let stretched = Parameters {
                w1: 2.0 * &slow.w1 - &start.w1,
                b1: 2.0 * &slow.b1 - &start.b1,
                w2: 2.0 * &slow.w2 - &start.w2,
                b2: 2.0 * &slow.b2 - &start.b2,
            };
            let costs = train(x, y, start, 0.1, 2).1;
            still == *start
                && none.is_empty()
                && are_near(&fast, &stretched, 1e-9)
                && are_close(&costs, &[cost(start, x, y), cost(&slow, x, y)])
                && are_near(
                    &slow,
                    &update(start, &backward(start, &forward(start, x), x, y), 0.1),
                    1e-7,
                )
        }
    ),
];
