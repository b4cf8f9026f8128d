//! Puts the properties of the lesson to the solutions, one line each. Nothing to change here.

use backprop::Answers;

fn answers() -> Answers {
    Answers {
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

backprop::tests!(answers);
