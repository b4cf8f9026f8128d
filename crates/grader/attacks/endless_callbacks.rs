//! Asks the function that it was given for values without end.
//!
//! exercise: backprop/numerical_gradient
//! expect: timeout

use backprop::Gradients;
use init::Parameters;

pub fn numerical_gradient(
    cost: &dyn Fn(&Parameters) -> f64,
    parameters: &Parameters,
    step: f64,
) -> Gradients {
    loop {
        std::hint::black_box(cost(parameters) + step);
    }
}
