//! The numbers agree with those that another language and another generator gave before: closed forms
//! to the digits given, the rest within the spread over seeds.

use super::find;
use crate::{Numbers, Settings};

fn numbers(name: &str) -> Numbers {
    find(name).unwrap().observe(&Settings { seed: 1, quick: true }, &()).unwrap().numbers
}

fn near(numbers: &Numbers, want: &[(&str, f64, f64)]) {
    for (name, want, by) in want {
        let got = numbers[name];
        assert!((got - want).abs() <= *by, "{name}: {got} instead of {want}");
    }
}

#[test]
fn closed_forms_are_met() {
    near(
        &numbers("tanh-slope"),
        &[
            ("slopes_cross_at", 1.66289, 5e-6),
            ("slopes_cross_by_bisection", 1.66289, 5e-6),
            ("slope_where_they_cross", 0.13397, 5e-6),
            ("tanh_width_above_0_1", 3.64, 5e-3),
            ("sigmoid_width_above_0_1", 4.13, 5e-3),
            ("tanh_width_above_0_01", 5.99, 5e-3),
            ("sigmoid_width_above_0_01", 9.17, 5e-3),
        ],
    );
    near(
        &numbers("tanh-mean"),
        &[
            ("closer_from", -0.41962, 5e-6),
            ("closer_to", 0.88137, 5e-6),
            ("mean_tanh_at_minus_1", -0.55, 5e-3),
            ("mean_sigmoid_at_minus_1", 0.30, 5e-3),
            ("prediction_agrees", 1.0, 0.0),
        ],
    );
}

#[test]
fn gradients_fade_as_measured() {
    near(
        &numbers("vanishing-gradients"),
        &[
            ("sigmoid_xavier", -12.0, 0.5),
            ("tanh_xavier", -0.7, 0.4),
            ("relu_he", -0.2, 0.4),
            ("relu_large", 2.7, 0.4),
            ("linear_xavier", 0.0, 0.3),
            ("tanh_small", -21.0, 0.5),
        ],
    );
}

#[test]
fn units_part_as_measured() {
    near(
        &numbers("symmetry-table"),
        &[
            ("cells", 162.0, 0.0),
            ("cells_as_predicted", 160.0, 0.0),
            ("relu_cells_off", 2.0, 0.0),
            ("zero_start_moves_tanh", 0.0, 0.0),
        ],
    );
    near(&numbers("hidden-inputs"), &[("positive_share_at_start", 0.489, 0.05)]);
    near(&numbers("logistic-start"), &[("zero_start_w2", -0.203_184_751, 1e-6)]);
}

#[test]
fn the_same_seed_gives_the_same_outcome() {
    let run = |seed| {
        let experiment = find("symmetry-table").unwrap();
        let observations = experiment.observe(&Settings { seed, quick: true }, &()).unwrap();
        format!("{:?} {:?} {:?}", observations.table, observations.figure, observations.numbers)
    };
    assert_eq!(run(1), run(1));
    assert_ne!(run(1), run(2));
}
