//! Checks lesson 3: the forward pass, the cost, its gradients and gradient descent.
//!
//! The table [`LESSON`] lists every exercise with its functions and their properties. Each exercise is a
//! folder:
//!
//! - `properties`: what every right answer satisfies, each a plain function;
//! - `mistakes`: what students get wrong, in code, with words that explain it;
//! - `variants`: right answers written differently, which every property must accept;
//! - `hints`: three steps of help for each function.
//!
//! Properties compare an answer with [`reference`](mod@reference), which is written out naively and shares
//! no code with the solutions. Only an exercise's own test depends on this package: it contains the
//! answers.

// The names are those of the notes: w, b, x, y, z, a, m.
#![allow(clippy::many_single_char_names)]
// A property that panics is a fault of the course, not something to document.
#![allow(clippy::missing_panics_doc)]
// A law takes a function, and says its type.
#![allow(clippy::type_complexity)]

pub mod backward;
pub mod cost;
pub mod cost_from_logits;
pub mod data;
mod equal_units;
pub mod forward;
pub mod hidden_gradients;
mod inputs;
pub mod law_of_backward;
pub mod law_of_cost;
pub mod law_of_train;
pub mod linear_forward;
pub mod logistic;
pub mod numerical_gradient;
pub mod output_gradients;
pub mod predict;
pub mod reference;
pub mod train;
pub mod update;
mod wrong;

pub use backprop::Answers;
use backprop::{Cache, Gradients, fill};

/// The exercises in which the student writes the property.
const LAWS: &[(&str, &dyn testkit::AnyLaw<Answers>)] = &[
    ("law_of_cost", &law_of_cost::properties::LAW),
    ("law_of_backward", &law_of_backward::properties::LAW),
    ("law_of_train", &law_of_train::properties::LAW),
];

testkit::lesson! {
    backprop in backprop_suite: Answers {
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
        law_of_cost {
            cost_law:
                accepts_every_right_answer,
                notices_the_sum,
                notices_one_term_only,
                notices_the_sign,
                notices_exchanged_labels,
                notices_the_squared_error,
                notices_most_other_mistakes,
                gives_the_same_verdict_twice;
        }
        law_of_backward {
            backward_law:
                accepts_every_right_answer,
                notices_sums_in_place_of_means,
                notices_a_transposed_product,
                notices_the_slope_of_the_wrong_layer_or_none,
                notices_a_missing_bias_gradient,
                notices_only_the_first_output,
                notices_the_sign,
                notices_most_other_mistakes,
                gives_the_same_verdict_twice;
            draw_network:
                tells_every_listed_mistake_apart,
                draws_networks_that_fit_their_data;
        }
        law_of_train {
            train_law:
                accepts_every_right_answer,
                notices_ascent,
                notices_an_ignored_rate,
                notices_one_step_too_many,
                notices_costs_after_the_step,
                notices_a_start_that_is_changed_or_ignored,
                notices_most_other_mistakes,
                gives_the_same_verdict_twice;
        }
    }
}
