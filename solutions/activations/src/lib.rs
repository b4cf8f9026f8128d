//! Solutions to lesson 1, written to be read. One file per exercise.

mod answers;
mod collapse;
mod elementwise;
mod hinge_slopes;
mod law_of_sigmoid;
mod law_of_slopes;
mod leaky_relu;
mod log_sigmoid;
mod parallel;
mod predictions;
mod relu;
mod sigmoid;
mod slopes;
mod slopes_from_output;
mod tanh;

pub use answers::answers;
pub use collapse::collapse;
pub use elementwise::{forward, prime};
pub use hinge_slopes::{leaky_relu_prime, relu_prime};
pub use law_of_sigmoid::{draw_z, sigmoid_law};
pub use law_of_slopes::slope_law;
pub use leaky_relu::leaky_relu;
pub use log_sigmoid::log_sigmoid;
pub use parallel::forward_parallel;
pub use predictions::{tanh_is_closer_to_zero, tanh_slope_is_larger};
pub use relu::relu;
pub use sigmoid::sigmoid;
pub use slopes::{sigmoid_prime, tanh_prime};
pub use slopes_from_output::{sigmoid_prime_from_a, tanh_prime_from_a};
pub use tanh::tanh;
