//! The solutions agree with the numbers of the course's notebooks, which NumPy computed again.

mod course;
mod runs;

use backprop::Cache;
use backprop_suite::data;
use init::Parameters;
use ndarray::Array2;
use solution_backprop::{
    backward, cost, forward, logistic_gradients, numerical_gradient, predict, train, update,
};
use testkit::agrees;

use course::{gradients, matrix, number, numbers_of, parameters};

#[test]
fn forward_gives_the_caches_of_the_course() {
    let course = numbers_of("c1w3.forward.v1_2017");
    let (inputs, want) = (&course["inputs"], &course["recomputed"]);
    let cache = forward(&parameters(inputs), &matrix(&inputs["X"]));
    let [z1, a1, z2, a2] = ["Z1", "A1", "Z2", "A2"].map(|name| matrix(&want[name]));
    agrees("cache", &cache, &Cache { z1, a1, z2, a2 }, 1e-12).unwrap();
}

#[test]
fn the_cost_is_that_of_the_course() {
    let course = numbers_of("c1w3.cost.v2");
    let got = cost(&matrix(&course["inputs"]["A2"]), &matrix(&course["inputs"]["Y"]));
    agrees("cost", &got, &number(&course["recomputed"]["cost"]), 1e-15).unwrap();
}

#[test]
fn backward_gives_the_gradients_of_the_course() {
    let course = numbers_of("c1w3.backward.v2");
    let inputs = &course["inputs"];
    let [z1, a1, z2, a2] = ["Z1", "A1", "Z2", "A2"].map(|name| matrix(&inputs["cache"][name]));
    let (x, y) = (matrix(&inputs["X"]), matrix(&inputs["Y"]));
    let got = backward(&parameters(inputs), &Cache { z1, a1, z2, a2 }, &x, &y);
    agrees("gradients", &got, &gradients(&course["recomputed"]), 1e-12).unwrap();
}

#[test]
fn update_takes_the_step_of_the_course() {
    let course = numbers_of("c1w3.update");
    let inputs = &course["inputs"];
    let rate = number(&inputs["learning_rate"]);
    let got = update(&parameters(inputs), &gradients(inputs), rate);
    agrees("parameters", &got, &parameters(&course["recomputed"]), 1e-12).unwrap();
}

#[test]
fn predictions_are_those_of_the_course() {
    let course = numbers_of("c1w3.predict");
    let cache = forward(&parameters(&course["inputs"]), &matrix(&course["inputs"]["X"]));
    agrees("a2", &cache.a2, &matrix(&course["recomputed"]["A2"]), 1e-12).unwrap();
    let want = matrix(&course["recomputed"]["predictions"]);
    agrees("predictions", &predict(&cache.a2), &want, 0.0).unwrap();
}

#[test]
fn logistic_regression_follows_the_course() {
    for key in ["c1w2.propagate.v1_2017", "c1w2.propagate.v2"] {
        let course = numbers_of(key);
        let (inputs, want) = (&course["inputs"], &course["recomputed"]);
        let (w, b) = (matrix(&inputs["w"]), number(&inputs["b"]));
        let got = logistic_gradients(&w, b, &matrix(&inputs["X"]), &matrix(&inputs["Y"]));
        agrees("dw, db", &got, &(matrix(&want["dw"]), number(&want["db"])), 1e-12).unwrap();
    }
}

#[test]
fn a_hundred_steps_of_logistic_regression_follow_the_course() {
    let course = numbers_of("c1w2.optimize.v2");
    let (inputs, want) = (&course["inputs"], &course["recomputed"]);
    let (x, y) = (matrix(&inputs["X"]), matrix(&inputs["Y"]));
    let (mut w, mut b) = (matrix(&inputs["w"]), number(&inputs["b"]));
    for _ in 0..100 {
        let (dw, db) = logistic_gradients(&w, b, &x, &y);
        w = w - number(&inputs["lr"]) * dw;
        b -= number(&inputs["lr"]) * db;
    }
    agrees("w, b", &(w, b), &(matrix(&want["w"]), number(&want["b"])), 1e-12).unwrap();
}

#[test]
fn training_on_the_flower_passes_the_checkpoints() {
    let course = numbers_of("planar.checkpoints.seed2.nh4.lr1.2");
    let flower = data::planar_flower();
    let checkpoints = &course["checkpoints"];
    let start = parameters(&checkpoints["0"]);
    let slope = backward(&start, &forward(&start, &flower.x), &flower.x, &flower.y);
    agrees("gradients", &slope, &gradients(&course["gradient_at_init"]), 1e-12).unwrap();
    for steps in [1, 10, 100, 1000, 5000] {
        let (end, costs) = train(&flower.x, &flower.y, &start, 1.2, steps);
        let want = &checkpoints[steps.to_string()];
        agrees("parameters", &end, &parameters(want), 1e-9).unwrap();
        let last = cost(&forward(&end, &flower.x).a2, &flower.y);
        agrees("cost", &last, &number(&want["cost"]), 1e-9).unwrap();
        agrees("first cost", &costs[0], &number(&checkpoints["0"]["cost"]), 1e-12).unwrap();
    }
}

/// With zero parameters nothing but `b2` could move, and balanced labels hold it, too.
#[test]
fn a_zero_start_never_leaves_ln_2() {
    let course = numbers_of("symmetry.zero_init_flower");
    let flower = data::planar_flower();
    let zero = |rows, columns| Array2::zeros((rows, columns));
    let start = Parameters { w1: zero(4, 2), b1: zero(4, 1), w2: zero(1, 4), b2: zero(1, 1) };
    let (end, costs) = train(&flower.x, &flower.y, &start, 1.2, 2000);
    agrees("cost", &costs[1999], &number(&course["ln2"]), 1e-12).unwrap();
    assert!(end.w1.iter().chain(&end.w2).all(|w| *w == 0.0));
}

#[test]
fn equal_units_train_like_one_unit() {
    let course = numbers_of("symmetry.const_init_flower");
    let flower = data::planar_flower();
    let start = Parameters {
        w1: Array2::from_shape_fn((4, 2), |(_, j)| [0.3, -0.2][j]),
        b1: Array2::zeros((4, 1)),
        w2: Array2::from_elem((1, 4), 0.1),
        b2: Array2::zeros((1, 1)),
    };
    let (end, _) = train(&flower.x, &flower.y, &start, 1.2, 2000);
    let a2 = forward(&end, &flower.x).a2;
    agrees("cost", &cost(&a2, &flower.y), &number(&course["cost"]), 1e-9).unwrap();
    let right = predict(&a2).iter().zip(&flower.y).filter(|(got, want)| got == want).count();
    assert_eq!(right as f64 / 4.0, number(&course["accuracy"]));
    assert!(end.w1.rows().into_iter().all(|row| row == end.w1.row(0)));
}

#[test]
fn the_gradient_check_finds_no_fault_in_backward() {
    let course = numbers_of("c1w3.backward.v2");
    let (x, y) = (matrix(&course["inputs"]["X"]), matrix(&course["inputs"]["Y"]));
    let start = parameters(&course["inputs"]);
    let numeric = numerical_gradient(&|point| cost(&forward(point, &x).a2, &y), &start, 1e-5);
    let exact = backward(&start, &forward(&start, &x), &x, &y);
    agrees("gradients", &exact, &numeric, 1e-7).unwrap();
}
