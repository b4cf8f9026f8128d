//! C8 and C9: where slopes are flat.

use contract::say;

use super::{kept, plainly, power, row, steps};
use crate::claim::Claim;
use crate::claim::How::{Experiment, Property};

const LESSON: &str = "activations";

/// The rows.
pub(super) fn claims() -> Vec<Claim> {
    vec![
        row(
            ("C8", LESSON),
            "이진 분류 출력층은 σ",
            "The sigmoid at the output of a binary classifier",
            &[
                Property("activations", "sigmoid", "lies_strictly_between_zero_and_one"),
                Property("backprop", "cost_from_logits", "is_finite_for_every_finite_logit"),
                Property("backprop", "cost", "is_the_same_with_the_classes_swapped"),
            ],
            |n| {
                plainly(
                    kept(
                        n,
                        &[
                            "lies_strictly_between_zero_and_one",
                            "is_finite_for_every_finite_logit",
                            "is_the_same_with_the_classes_swapped",
                        ],
                    ),
                    say!(
                        "Its output is a probability, the cost is finite for every z, and both \
                         classes are treated alike.",
                        "출력이 확률이고, 모든 z에서 비용이 유한하며, 두 부류를 똑같이 다룬다."
                    ),
                )
            },
        ),
        row(
            ("C9", LESSON),
            "z가 굉장히 크거나 작으면 도함수가 작다 → 느리다",
            "Where z is very large or very negative the slope is small, and descent is slow",
            &[
                Property("activations", "slopes", "sigmoid_prime_fades_on_both_sides"),
                Experiment("start-scale"),
            ],
            |n| {
                let (usual, large) = (n["gradient_at_0_01"], n["gradient_with_large_w1"]);
                let (quick, slow) =
                    (steps(n["steps_to_half"]), steps(n["steps_to_half_with_large_w1"]));
                let (u, l) = (power(usual), power(large));
                plainly(
                    kept(n, &["sigmoid_prime_fades_on_both_sides"])
                        && large < usual / 10.0
                        && n["steps_to_half_with_large_w1"] > n["steps_to_half"],
                    say!(
                        "With W1 = 1000 randn the gradient of W1 falls from {u} to {l}, and cost 0.5 \
                         takes {slow} steps instead of {quick} (\u{221e}: not within 500).",
                        "W1 = 1000 randn이면 W1의 그래디언트가 {u}에서 {l}로 줄고, 비용 0.5까지 {quick} 대신 \
                         {slow}단계 걸린다(\u{221e}: 500단계 안에 닿지 못함)."
                    ),
                )
            },
        ),
    ]
}
