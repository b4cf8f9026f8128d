//! The answers that the properties compare with: each written out with loops over indices, so that
//! it shares nothing with the solutions but the formula.

mod forward;
mod gradients;

pub use forward::{cost, cost_from_logits, forward, linear_forward, logistic_gradients, predict};
pub use gradients::{
    backward, cost_and_gradients, hidden_gradients, logits, numerical_gradient, output_gradients,
    train, update,
};

use crate::Answers;

/// Right answers to the lesson.
pub fn answers() -> Answers {
    Answers {
        linear_forward: Box::new(linear_forward),
        forward: Box::new(forward),
        cost: Box::new(cost),
        cost_from_logits: Box::new(cost_from_logits),
        logistic_gradients: Box::new(logistic_gradients),
        output_gradients: Box::new(output_gradients),
        hidden_gradients: Box::new(hidden_gradients),
        backward: Box::new(backward),
        numerical_gradient: Box::new(numerical_gradient),
        update: Box::new(update),
        predict: Box::new(predict),
        train: Box::new(train),
    }
}
