//! Solutions to lesson 3, written to be read. One file per exercise.

// The names are those of the notes: w, b, x, y, z, a, m.
#![allow(clippy::many_single_char_names)]
// A law takes a function, and says its type.
#![allow(clippy::type_complexity)]

mod answers;
mod backward;
mod cost;
mod cost_from_logits;
mod forward;
mod hidden_gradients;
mod law_of_backward;
mod law_of_cost;
mod law_of_train;
mod linear_forward;
mod logistic;
mod numerical_gradient;
mod output_gradients;
mod predict;
mod train;
mod update;

pub use answers::answers;
pub use backward::backward;
pub use cost::cost;
pub use cost_from_logits::cost_from_logits;
pub use forward::forward;
pub use hidden_gradients::hidden_gradients;
pub use law_of_backward::{backward_law, draw_network};
pub use law_of_cost::cost_law;
pub use law_of_train::train_law;
pub use linear_forward::linear_forward;
pub use logistic::logistic_gradients;
pub use numerical_gradient::numerical_gradient;
pub use output_gradients::output_gradients;
pub use predict::predict;
pub use train::train;
pub use update::update;
