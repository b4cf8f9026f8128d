//! The properties of lesson 3, on its solutions.

fn answers() -> backprop::Answers {
    backprop::Answers {
        linear_forward: Box::new(solution_backprop::linear_forward),
        forward: Box::new(solution_backprop::forward),
        cost: Box::new(solution_backprop::cost),
        cost_from_logits: Box::new(solution_backprop::cost_from_logits),
        logistic_gradients: Box::new(solution_backprop::logistic_gradients),
        predict: Box::new(solution_backprop::predict),
        ..testkit::Contract::unwritten()
    }
}
backprop::tests!(answers);
