//! The course's own answers, put to the course's own properties.

use testkit::Verdict;

/// Checks a property of the course on the solutions.
///
/// # Panics
/// If there is no such lesson, exercise or property: a ledger names only what exists, which its
/// tests prove.
pub fn check(lesson: &str, exercise: &str, property: &str) -> Verdict {
    match lesson {
        "activations" => activations::LESSON.check(exercise, property, of_activations()),
        "init" => init::LESSON.check(exercise, property, of_init()),
        "backprop" => backprop::LESSON.check(exercise, property, of_backprop()),
        "symmetry" => symmetry::LESSON.check(exercise, property, of_symmetry()),
        other => panic!("there is no lesson {other}"),
    }
}

fn of_activations() -> activations::Answers {
    use solution_activations as solution;
    activations::Answers {
        sigmoid: Box::new(solution::sigmoid),
        tanh: Box::new(solution::tanh),
        relu: Box::new(solution::relu),
        leaky_relu: Box::new(solution::leaky_relu),
        sigmoid_prime: Box::new(solution::sigmoid_prime),
        tanh_prime: Box::new(solution::tanh_prime),
        sigmoid_prime_from_a: Box::new(solution::sigmoid_prime_from_a),
        tanh_prime_from_a: Box::new(solution::tanh_prime_from_a),
        relu_prime: Box::new(solution::relu_prime),
        leaky_relu_prime: Box::new(solution::leaky_relu_prime),
        forward: Box::new(solution::forward),
        prime: Box::new(solution::prime),
        forward_parallel: Box::new(solution::forward_parallel),
        collapse: Box::new(solution::collapse),
        tanh_is_closer_to_zero: Box::new(solution::tanh_is_closer_to_zero),
        tanh_slope_is_larger: Box::new(solution::tanh_slope_is_larger),
        log_sigmoid: Box::new(solution::log_sigmoid),
    }
}

fn of_init() -> init::Answers {
    use solution_init as solution;
    init::Answers {
        layer_sizes: Box::new(solution::layer_sizes),
        randint: Box::new(solution::randint),
        rand: Box::new(solution::rand),
        randn: Box::new(solution::randn),
        initialize_zeros: Box::new(solution::initialize_zeros),
        initialize: Box::new(solution::initialize),
        initialize_scaled: Box::new(solution::initialize_scaled),
        saturated_fraction: Box::new(solution::saturated_fraction),
    }
}

fn of_backprop() -> backprop::Answers {
    use solution_backprop as solution;
    backprop::Answers {
        linear_forward: Box::new(solution::linear_forward),
        forward: Box::new(solution::forward),
        cost: Box::new(solution::cost),
        cost_from_logits: Box::new(solution::cost_from_logits),
        logistic_gradients: Box::new(solution::logistic_gradients),
        output_gradients: Box::new(solution::output_gradients),
        hidden_gradients: Box::new(solution::hidden_gradients),
        backward: Box::new(solution::backward),
        numerical_gradient: Box::new(solution::numerical_gradient),
        update: Box::new(solution::update),
        predict: Box::new(solution::predict),
        train: Box::new(solution::train),
    }
}

fn of_symmetry() -> symmetry::Answers {
    use solution_symmetry as solution;
    symmetry::Answers {
        unit_classes: Box::new(solution::unit_classes),
        breaks_symmetry: Box::new(solution::breaks_symmetry),
        permute_units: Box::new(solution::permute_units),
        flip_unit: Box::new(solution::flip_unit),
    }
}
