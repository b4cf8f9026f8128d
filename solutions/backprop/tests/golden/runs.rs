//! Whole runs of training agree with those of the course's notebooks.

use backprop_suite::data;
use init::Parameters;
use ndarray::{Array2, array};
use rand_mt::Mt;
use solution_backprop::{forward, logistic_gradients, numerical_gradient, predict, train};
use testkit::agrees;

use crate::course::{matrix, number, numbers_of, parameters};

/// NumPy's legacy generator: the Mersenne Twister, and normal numbers by the polar method, two at
/// a time, the second one given first.
struct NumPy {
    bits: Mt,
    second: Option<f64>,
}

impl NumPy {
    fn seeded(seed: u32) -> Self {
        Self { bits: Mt::new(seed), second: None }
    }

    fn uniform(&mut self) -> f64 {
        let (high, low) = (self.bits.next_u32() >> 5, self.bits.next_u32() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    fn normal(&mut self) -> f64 {
        if let Some(second) = self.second.take() {
            return second;
        }
        loop {
            let (u, v) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = u * u + v * v;
            if square < 1.0 && square != 0.0 {
                let factor = (-2.0 * square.ln() / square).sqrt();
                self.second = Some(factor * u);
                return factor * v;
            }
        }
    }

    fn small_weights(&mut self, rows: usize, columns: usize) -> Array2<f64> {
        Array2::from_shape_simple_fn((rows, columns), || 0.01 * self.normal())
    }
}

/// Where the notebooks start: `np.random.seed(2)`, then `w1`, then `w2`.
fn start(n_h: usize) -> Parameters {
    let mut rng = NumPy::seeded(2);
    Parameters {
        w1: rng.small_weights(n_h, 2),
        b1: Array2::zeros((n_h, 1)),
        w2: rng.small_weights(1, n_h),
        b2: Array2::zeros((1, 1)),
    }
}

fn percent_right(end: &Parameters, data: &data::Data) -> f64 {
    let labels = predict(&forward(end, &data.x).a2);
    let right = labels.iter().zip(&data.y).filter(|(got, want)| got == want).count();
    100.0 * right as f64 / data.y.len() as f64
}

#[test]
fn the_start_is_that_of_the_course() {
    let first = &numbers_of("planar.checkpoints.seed2.nh4.lr1.2")["checkpoints"]["0"];
    agrees("parameters", &start(4), &parameters(first), 1e-15).unwrap();
}

#[test]
fn ten_thousand_steps_on_three_examples_end_where_the_course_ends() {
    let course = numbers_of("c1w3.nn_model.v2.seed2.lr1.2");
    let (inputs, want) = (&course["inputs"], &course["recomputed"]);
    let (end, costs) = train(&matrix(&inputs["X"]), &matrix(&inputs["Y"]), &start(4), 1.2, 10_000);
    agrees("parameters", &end, &parameters(want), 1e-9).unwrap();
    for (i, cost) in want["costs_every_1000"].as_array().unwrap().iter().enumerate() {
        agrees("cost", &costs[1000 * i], &number(cost), 1e-9).unwrap();
    }
}

/// Up to step 7,000: near 7,800 the run crosses the edge of stability, and from there on rounding
/// decides where it goes.
#[test]
fn seven_thousand_steps_on_the_flower_follow_the_costs_of_the_course() {
    let course = &numbers_of("planar.nn_model.seed2.nh4.10000")["recomputed"];
    let flower = data::planar_flower();
    let (_, costs) = train(&flower.x, &flower.y, &start(4), 1.2, 7001);
    for (i, cost) in course["costs_0_to_7000"].as_array().unwrap().iter().enumerate() {
        agrees("cost", &costs[1000 * i], &number(cost), 1e-9).unwrap();
    }
}

#[test]
fn one_to_five_hidden_units_are_as_accurate_as_in_the_course() {
    let course = &numbers_of("planar.accuracy_table.seed2.5000")["recomputed"];
    let flower = data::planar_flower();
    for (n_h, want) in (1..=5).zip(course["acc_1_to_5"].as_array().unwrap()) {
        let (end, _) = train(&flower.x, &flower.y, &start(n_h), 1.2, 5000);
        let words = format!("percent with {n_h} hidden units");
        agrees(&words, &percent_right(&end, &flower), &number(want), 0.0).unwrap();
    }
}

#[test]
fn logistic_regression_stays_below_chance_on_the_flower() {
    let course = &numbers_of("planar.logistic_regression")["recomputed"];
    let flower = data::planar_flower();
    let (mut w, mut b) = (Array2::zeros((2, 1)), 0.0);
    for _ in 0..20_000 {
        let (dw, db) = logistic_gradients(&w, b, &flower.x, &flower.y);
        w = w - 0.5 * dw;
        b -= 0.5 * db;
    }
    let want: Vec<f64> = serde_json::from_value(course["w_own_gd"].clone()).unwrap();
    agrees("w", &w, &array![[want[0]], [want[1]]], 1e-9).unwrap();
    agrees("b", &b, &number(&course["b_own_gd"]), 1e-9).unwrap();
    let is_one = (w.t().dot(&flower.x) + b).mapv(|z| f64::from(u8::from(z > 0.0)));
    let right = is_one.iter().zip(&flower.y).filter(|(got, want)| got == want).count();
    let percent = 100.0 * right as f64 / 400.0;
    agrees("percent", &percent, &number(&course["accuracy_percent_own_gd"]), 0.0).unwrap();
}

/// The gradient check of one number: the cost is `2 w`, its slope 2.
#[test]
fn the_difference_of_the_smallest_gradient_check_is_that_of_the_course() {
    let course = numbers_of("c2w1.gradcheck.1d");
    let zero = || Array2::zeros((1, 1));
    let at = Parameters { w1: array![[4.0]], b1: zero(), w2: zero(), b2: zero() };
    let numeric =
        numerical_gradient(&|parameters| parameters.w1[(0, 0)] * 2.0, &at, 1e-7).dw1[(0, 0)];
    let difference = (2.0 - numeric).abs() / (2.0 + numeric.abs());
    let want = number(&course["recomputed"]["difference"]);
    agrees("difference", &difference, &want, 1e-15).unwrap();
}
