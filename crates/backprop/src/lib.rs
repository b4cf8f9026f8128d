//! Lesson 3: backpropagation.
//!
//! A network with one hidden layer computes `z1 = w1 x + b1`, `a1 = tanh(z1)`, `z2 = w2 a1 + b2`
//! and `a2 = sigmoid(z2)`, for all examples at once: each is a column of `x`. The cost says how far
//! the outputs `a2` are from the labels `y`. Its gradients follow by the chain rule, from the
//! output back to the input, and gradient descent takes a step against them, again and again.
//!
//! The exercises are in `exercises/backprop`, their solutions in `solutions/backprop`. Here is what
//! an answer provides ([`Answers`]), what must hold of it ([`properties`]), what students get wrong
//! ([`mistakes`]) and how they are helped ([`hints`]).

// The names are those of the notes: w, b, x, y, z, a, m.
#![allow(clippy::many_single_char_names)]

#[cfg(not(contract_only))]
pub mod cases;
#[cfg(not(contract_only))]
pub mod data;
#[cfg(not(contract_only))]
pub mod hints;
// Wrong code stays as students write it.
#[allow(clippy::all, clippy::pedantic)]
#[cfg(not(contract_only))]
pub mod mistakes;
// A property that panics is a fault of the course, not something to document.
#[allow(clippy::missing_panics_doc)]
#[cfg(not(contract_only))]
pub mod properties;
#[cfg(all(feature = "answers", not(contract_only)))]
pub mod reference;
#[cfg(not(any(feature = "answers", contract_only)))]
mod reference;
// So do other ways to write it right.
#[allow(clippy::all, clippy::pedantic)]
#[cfg(all(any(test, feature = "answers"), not(contract_only)))]
pub mod variants;

use init::Parameters;
use ndarray::Array2;
use testkit::{contract, record};

/// What the forward pass keeps for the backward pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Cache {
    /// `w1 x + b1`, `(n_h, m)`.
    pub z1: Array2<f64>,
    /// `tanh(z1)`, `(n_h, m)`.
    pub a1: Array2<f64>,
    /// `w2 a1 + b2`, `(n_y, m)`.
    pub z2: Array2<f64>,
    /// `sigmoid(z2)`, `(n_y, m)`: the output of the network.
    pub a2: Array2<f64>,
}

record!(Cache { z1, a1, z2, a2 });

/// The gradients of the cost, each in the shape of its parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradients {
    /// With respect to `w1`, `(n_h, n_x)`.
    pub dw1: Array2<f64>,
    /// With respect to `b1`, `(n_h, 1)`.
    pub db1: Array2<f64>,
    /// With respect to `w2`, `(n_y, n_h)`.
    pub dw2: Array2<f64>,
    /// With respect to `b2`, `(n_y, 1)`.
    pub db2: Array2<f64>,
}

record!(Gradients { dw1, db1, dw2, db2 });

contract! {
    /// What an answer to this lesson provides.
    pub struct Answers {
        /// `w a + b` for a layer: `w (n, n_previous)`, `b (n, 1)`, `a (n_previous, m)`.
        fn linear_forward(w: &Array2<f64>, b: &Array2<f64>, a: &Array2<f64>) -> Array2<f64>;
        /// The network: tanh in the hidden layer, the sigmoid at the output.
        fn forward(parameters: &Parameters, x: &Array2<f64>) -> Cache;
        /// The cross-entropy of the outputs `a2` and the labels `y`, averaged over the examples.
        fn cost(a2: &Array2<f64>, y: &Array2<f64>) -> f64;
        /// The same cost from `z2`, finite for every finite `z2`.
        fn cost_from_logits(z2: &Array2<f64>, y: &Array2<f64>) -> f64;
        /// `(dw, db)` of logistic regression: `w (n_x, 1)`, `x (n_x, m)`, `y (1, m)`.
        fn logistic_gradients(
            w: &Array2<f64>,
            b: f64,
            x: &Array2<f64>,
            y: &Array2<f64>,
        ) -> (Array2<f64>, f64);
        /// `(dz2, dw2, db2)`.
        fn output_gradients(
            cache: &Cache,
            y: &Array2<f64>,
        ) -> (Array2<f64>, Array2<f64>, Array2<f64>);
        /// `(dw1, db1)`.
        fn hidden_gradients(
            parameters: &Parameters,
            cache: &Cache,
            x: &Array2<f64>,
            dz2: &Array2<f64>,
        ) -> (Array2<f64>, Array2<f64>);
        /// All gradients.
        fn backward(
            parameters: &Parameters,
            cache: &Cache,
            x: &Array2<f64>,
            y: &Array2<f64>,
        ) -> Gradients;
        /// The gradients of `cost` by central differences with `step` to either side.
        fn numerical_gradient(
            cost: &dyn Fn(&Parameters) -> f64,
            parameters: &Parameters,
            step: f64,
        ) -> Gradients;
        /// One step of gradient descent.
        fn update(
            parameters: &Parameters,
            gradients: &Gradients,
            learning_rate: f64,
        ) -> Parameters;
        /// 1 where `a2 > 0.5`, else 0.
        fn predict(a2: &Array2<f64>) -> Array2<f64>;
        /// `steps` steps of gradient descent from `start`, and the cost before each.
        fn train(
            x: &Array2<f64>,
            y: &Array2<f64>,
            start: &Parameters,
            learning_rate: f64,
            steps: usize,
        ) -> (Parameters, Vec<f64>);
    }
}

#[cfg(not(contract_only))]
testkit::lesson! {
    backprop: Answers {
        linear_forward {
            linear_forward:
                agrees_with_the_sum_of_products,
                keeps_every_digit,
                has_a_row_per_unit_and_a_column_per_example,
                treats_every_example_alone,
                adds_to_each_row_its_bias,
                adds_up_like_its_inputs;
        }
        forward {
            forward:
                agrees_with_the_network_in_loops,
                copes_with_weights_in_the_thousands,
                has_a_row_per_unit_and_a_column_per_example,
                keeps_z_and_what_its_activation_makes_of_it,
                treats_every_example_alone,
                is_unchanged_when_a_hidden_unit_is_flipped;
        }
        cost {
            cost:
                agrees_with_the_sum_over_outputs_and_examples,
                counts_an_exactly_right_output_as_nothing,
                of_a_coin_toss_is_ln_2_per_output,
                is_never_negative,
                stays_right_where_outputs_are_nearly_certain,
                is_the_same_with_the_classes_swapped,
                is_unchanged_by_the_same_data_once_more,
                adds_up_over_the_outputs;
        }
        cost_from_logits {
            cost_from_logits:
                agrees_with_the_cost_of_the_sigmoid,
                grows_in_proportion_far_out,
                is_finite_for_every_finite_logit,
                of_zero_is_ln_2_per_output,
                is_the_same_with_signs_and_classes_swapped,
                is_unchanged_by_the_same_data_once_more,
                adds_up_over_the_outputs;
        }
        logistic {
            logistic_gradients:
                agrees_with_the_sum_over_examples,
                copes_with_weights_in_the_thousands,
                passes_the_gradient_check,
                gives_dw_the_shape_of_w,
                learns_from_a_zero_start,
                is_unchanged_by_the_same_data_once_more;
        }
        output_gradients {
            output_gradients:
                agree_with_the_formulas,
                are_the_slopes_of_the_cost,
                push_every_output_towards_its_label,
                do_not_change_when_data_are_doubled,
                do_not_depend_on_the_order_of_examples,
                vanish_where_every_output_is_its_label;
        }
        hidden_gradients {
            hidden_gradients:
                agree_with_the_formulas,
                are_the_slopes_of_the_cost,
                follow_the_order_of_the_hidden_units,
                double_when_dz2_doubles,
                do_not_change_when_data_are_doubled,
                vanish_where_w2_is_zero;
        }
        backward {
            backward:
                agrees_with_the_six_equations,
                gives_the_slopes_of_the_cost,
                gives_the_mean_over_single_examples,
                does_not_change_when_data_are_doubled,
                does_not_depend_on_the_order_of_examples,
                follows_the_order_of_the_hidden_units,
                vanishes_where_every_output_is_its_label,
                gives_equal_units_equal_gradients,
                gives_zero_weights_zero_gradients;
        }
        numerical_gradient {
            numerical_gradient:
                agrees_with_the_formula,
                is_exact_on_quadratic_costs,
                is_off_by_the_square_of_the_step,
                varies_one_entry_at_a_time,
                finds_a_planted_error;
        }
        update {
            update:
                subtracts_the_rate_times_the_gradient,
                takes_steep_slopes_as_they_are,
                moves_against_the_gradient,
                moves_each_parameter_by_its_own_gradient,
                stands_still_at_rate_zero,
                stands_still_where_gradients_are_zero,
                takes_two_half_steps_as_one,
                moves_equal_units_alike;
        }
        predict {
            predict:
                agrees_with_the_comparison,
                is_zero_at_exactly_one_half,
                turns_right_above_one_half,
                answers_only_zeros_and_ones,
                keeps_the_shape,
                decides_every_entry_alone;
        }
        train {
            train:
                agrees_with_gradient_descent,
                goes_on_whatever_the_cost_does,
                takes_thousands_of_steps,
                returns_the_start_after_no_steps,
                follows_the_gradient_in_one_step,
                records_the_cost_before_each_step,
                continues_where_it_stopped,
                never_parts_equal_units,
                trains_equal_units_like_one,
                parts_units_that_start_at_random,
                meets_the_checkpoints_of_the_flower,
                tells_the_petals_of_the_flower_apart,
                recognizes_benign_masses_it_never_saw;
        }
    }
}
