//! Puts the properties of the lesson to your functions, one line each. Nothing to change here.

use activations::Answers;

fn answers() -> Answers {
    Answers { sigmoid: Box::new(exercise_activations::sigmoid) }
}

activations::tests!(answers);
