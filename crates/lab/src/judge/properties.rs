//! The course's own properties, put to the solutions.

use testkit::AnyLesson;

/// The four lessons.
pub fn lessons() -> [&'static dyn AnyLesson; 4] {
    [&activations::LESSON, &init::LESSON, &backprop::LESSON, &symmetry::LESSON]
}

/// Whether the lesson has this exercise with this property.
pub fn exists(lesson: &str, exercise: &str, property: &str) -> bool {
    let of_lesson = lessons().into_iter().filter(|known| known.name() == lesson);
    let exercises = of_lesson.flat_map(AnyLesson::outline).filter(|known| known.name == exercise);
    exercises.flat_map(|known| known.properties).any(|(_, known)| known == property)
}

/// Whether the solution keeps this property.
///
/// # Panics
/// If there is no such property: the ledger's test names it first.
pub fn holds(lesson: &str, exercise: &str, property: &str) -> bool {
    let verdict = match lesson {
        "activations" => activations::LESSON.check(exercise, property, of_activations()),
        "init" => init::LESSON.check(exercise, property, of_init()),
        "backprop" => backprop::LESSON.check(exercise, property, of_backprop()),
        "symmetry" => symmetry::LESSON.check(exercise, property, of_symmetry()),
        other => panic!("there is no lesson {other}"),
    };
    verdict.is_ok()
}

fn of_activations() -> activations::Answers {
    activations::Answers {
        sigmoid: Box::new(solution_activations::sigmoid),
        tanh: Box::new(solution_activations::tanh),
        relu: Box::new(solution_activations::relu),
        leaky_relu: Box::new(solution_activations::leaky_relu),
        sigmoid_prime: Box::new(solution_activations::sigmoid_prime),
        tanh_prime: Box::new(solution_activations::tanh_prime),
        sigmoid_prime_from_a: Box::new(solution_activations::sigmoid_prime_from_a),
        tanh_prime_from_a: Box::new(solution_activations::tanh_prime_from_a),
        relu_prime: Box::new(solution_activations::relu_prime),
        leaky_relu_prime: Box::new(solution_activations::leaky_relu_prime),
        forward: Box::new(solution_activations::forward),
        prime: Box::new(solution_activations::prime),
        forward_parallel: Box::new(solution_activations::forward_parallel),
        collapse: Box::new(solution_activations::collapse),
        tanh_is_closer_to_zero: Box::new(solution_activations::tanh_is_closer_to_zero),
        tanh_slope_is_larger: Box::new(solution_activations::tanh_slope_is_larger),
        log_sigmoid: Box::new(solution_activations::log_sigmoid),
    }
}

fn of_init() -> init::Answers {
    init::Answers {
        layer_sizes: Box::new(solution_init::layer_sizes),
        randint: Box::new(solution_init::randint),
        rand: Box::new(solution_init::rand),
        randn: Box::new(solution_init::randn),
        initialize_zeros: Box::new(solution_init::initialize_zeros),
        initialize: Box::new(solution_init::initialize),
        initialize_scaled: Box::new(solution_init::initialize_scaled),
        saturated_fraction: Box::new(solution_init::saturated_fraction),
    }
}

fn of_backprop() -> backprop::Answers {
    backprop::Answers {
        linear_forward: Box::new(solution_backprop::linear_forward),
        forward: Box::new(solution_backprop::forward),
        cost: Box::new(solution_backprop::cost),
        cost_from_logits: Box::new(solution_backprop::cost_from_logits),
        logistic_gradients: Box::new(solution_backprop::logistic_gradients),
        output_gradients: Box::new(solution_backprop::output_gradients),
        hidden_gradients: Box::new(solution_backprop::hidden_gradients),
        backward: Box::new(solution_backprop::backward),
        numerical_gradient: Box::new(solution_backprop::numerical_gradient),
        update: Box::new(solution_backprop::update),
        predict: Box::new(solution_backprop::predict),
        train: Box::new(solution_backprop::train),
    }
}

fn of_symmetry() -> symmetry::Answers {
    symmetry::Answers {
        unit_classes: Box::new(solution_symmetry::unit_classes),
        breaks_symmetry: Box::new(solution_symmetry::breaks_symmetry),
        permute_units: Box::new(solution_symmetry::permute_units),
        flip_unit: Box::new(solution_symmetry::flip_unit),
    }
}
