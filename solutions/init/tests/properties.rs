//! Puts the properties of the lesson to the solutions, one line each. Nothing to change here.

use init::Answers;

fn answers() -> Answers {
    Answers {
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

init::tests!(answers);
