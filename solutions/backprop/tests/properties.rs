//! Puts the properties of the lesson to the solutions, one line each. Nothing to change here.

use backprop::Answers;

fn answers() -> Answers {
    Answers {
        linear_forward: Box::new(solution_backprop::linear_forward),
        forward: Box::new(solution_backprop::forward),
        cost: Box::new(solution_backprop::cost),
        cost_from_logits: Box::new(solution_backprop::cost_from_logits),
        logistic_gradients: Box::new(solution_backprop::logistic_gradients),
        predict: Box::new(solution_backprop::predict),
    }
}

backprop::tests!(answers);
