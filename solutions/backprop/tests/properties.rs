//! The properties of lesson 3, on its solutions.

fn answers() -> backprop::Answers {
    backprop::Answers {
        linear_forward: Box::new(solution_backprop::linear_forward),
        forward: Box::new(solution_backprop::forward),
        ..testkit::Contract::unwritten()
    }
}
backprop::tests!(answers);
