//! C30 to C33: the slopes in formulas.

use contract::say;

use super::{all_hold, plainly, row};
use crate::claim::Claim;
use crate::claim::How::{Experiment, Property};

const LESSON: &str = "activations";

pub(super) fn claims() -> Vec<Claim> {
    vec![
        row(
            ("C30", LESSON),
            "비선형: σ, ReLU, tanh, leaky",
            "Non-linear are sigmoid, ReLU, tanh and leaky ReLU",
            &[Experiment("curves")],
            |n| {
                let gap = n["least_gap_from_additive"];
                plainly(
                    gap > 1e-3,
                    say!(
                        "Each breaks g(x + y) = g(x) + g(y), by {gap:.2} or more somewhere.",
                        "모두 g(x + y) = g(x) + g(y)를 어딘가에서 {gap:.2} 이상 어긴다."
                    ),
                )
            },
        ),
        row(
            ("C31", LESSON),
            "g'=a(1-a)",
            "The slope of the sigmoid is a (1 - a)",
            &[
                Property(
                    "activations",
                    "slopes_from_output",
                    "sigmoid_prime_from_a_is_the_central_difference",
                ),
                Property(
                    "activations",
                    "slopes_from_output",
                    "sigmoid_prime_from_a_gives_the_slope_at_z",
                ),
            ],
            |n| {
                let properties = [
                    "sigmoid_prime_from_a_is_the_central_difference",
                    "sigmoid_prime_from_a_gives_the_slope_at_z",
                ];
                plainly(all_hold(n, &properties), central_difference())
            },
        ),
        row(
            ("C32", LESSON),
            "g'=1-a²",
            "The slope of tanh is 1 - a^2",
            &[
                Property(
                    "activations",
                    "slopes_from_output",
                    "tanh_prime_from_a_is_the_central_difference",
                ),
                Property(
                    "activations",
                    "slopes_from_output",
                    "tanh_prime_from_a_gives_the_slope_at_z",
                ),
            ],
            |n| {
                let properties = [
                    "tanh_prime_from_a_is_the_central_difference",
                    "tanh_prime_from_a_gives_the_slope_at_z",
                ];
                plainly(all_hold(n, &properties), central_difference())
            },
        ),
        row(
            ("C33", LESSON),
            "[그림] ReLU와 leaky ReLU의 도함수",
            "[image] The slopes of ReLU and leaky ReLU",
            &[
                Property("activations", "hinge_slopes", "relu_prime_is_the_central_difference"),
                Property(
                    "activations",
                    "hinge_slopes",
                    "leaky_relu_prime_is_the_central_difference",
                ),
                Property("activations", "hinge_slopes", "relu_prime_is_zero_at_zero"),
            ],
            |n| {
                let properties = [
                    "relu_prime_is_the_central_difference",
                    "leaky_relu_prime_is_the_central_difference",
                ];
                plainly(
                    all_hold(n, &properties),
                    say!(
                        "They are the central differences wherever there is one; at exactly 0 the slide \
                         says 1, this course and the frameworks 0.",
                        "중앙 차분이 있는 곳에서는 모두 그것과 같다. 정확히 0에서 슬라이드는 1, 이 과정과 \
                         프레임워크는 0을 쓴다."
                    ),
                )
            },
        ),
    ]
}

fn central_difference() -> contract::Text {
    say!(
        "It is the central difference at every z that was drawn, and the slope computed from z.",
        "뽑아 본 모든 z에서 중앙 차분과 같고, z에서 계산한 기울기와도 같다."
    )
}
