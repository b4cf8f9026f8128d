//! C50 to C52: the scale of a random start.

use contract::say;

use super::{decimal, row, steps, within};
use crate::claim::Claim;
use crate::claim::How::{Experiment, Property};

const LESSON: &str = "init";

/// The rows.
pub(super) fn claims() -> Vec<Claim> {
    vec![
        row(
            ("C50", LESSON),
            "0.01: z가 크면 느려진다",
            "Times 0.01, because large z make it slow",
            &[
                Property("init", "saturation", "never_falls_when_z_grows"),
                Experiment("start-scale"),
            ],
            |n| {
                let (small, one) = (n["steps_at_0_01"], n["steps_at_1"]);
                let flat = 100.0 * n["flat_share_at_1"];
                let [ten, hundred] =
                    ["reached_share_at_10", "reached_share_at_100"].map(|name| 100.0 * n[name]);
                let (s, o) = (steps(small), steps(one));
                within(
                    n["reached_share_at_1000"] < 0.5
                        && n["least_reached_share_up_to_1"] > n["reached_share_at_1000"],
                    one < small,
                    say!(
                        "from a scale of 10 on; a scale of 1 is even faster than 0.01",
                        "크기 10부터 그렇다. 1은 0.01보다 오히려 빠르다"
                    ),
                    say!(
                        "{s} steps at 0.01, {o} at 1, where {flat:.0} % of the slopes are flat; at 10 \
                         {ten:.0} % of the runs arrive, at 100 {hundred:.0} %.",
                        "0.01에서 {s}단계, 기울기의 {flat:.0} %가 평평한 1에서 {o}단계. 10에서는 {ten:.0} %, \
                         100에서는 {hundred:.0} %가 목표에 닿는다."
                    ),
                )
            },
        ),
        row(
            ("C51", LESSON),
            "w 크면 z, a도 커진다",
            "Large w make z large, and a as well",
            &[
                Property("activations", "tanh", "lies_strictly_between_minus_one_and_one"),
                Experiment("start-scale"),
            ],
            |n| {
                let (z, a) = (n["largest_z_at_1000"], n["largest_a_at_1000"]);
                within(
                    a > 2.0,
                    false,
                    say!(
                        "z does, a does not: tanh and the sigmoid are bounded (with ReLU both grow)",
                        "z는 커지지만 a는 아니다. tanh와 시그모이드는 유계다(ReLU라면 둘 다 커진다)"
                    ),
                    say!(
                        "At a scale of 1000 |z| reaches {z:.0}, |a| no more than {a}.",
                        "크기 1000에서 |z|는 {z:.0}까지 커지지만 |a|는 {a}을 넘지 않는다."
                    ),
                )
            },
        ),
        row(
            ("C52", LESSON),
            "0.01 외 작은 수도 상관 없다",
            "Other small numbers than 0.01 do, too",
            &[Experiment("start-scale"), Experiment("vanishing-gradients")],
            |n| {
                let (tiny, usual) = (steps(n["steps_at_1e_12"]), steps(n["steps_at_0_01"]));
                let deep = decimal(n["tanh_small"], 0);
                within(
                    n["steps_at_1e_12"].is_finite() && n["least_reached_share_up_to_1"] > 0.7,
                    n["tanh_small"] < -5.0,
                    say!(
                        "in a shallow network; 20 layers deep, 0.01 leaves no gradient",
                        "얕은 신경망에서 그렇다. 20층이면 0.01에서 그래디언트가 남지 않는다"
                    ),
                    say!(
                        "From 1e\u{2212}12 it takes {tiny} steps instead of {usual}; through 20 layers \
                         0.01 randn shrinks the gradient by 10^{deep}.",
                        "1e\u{2212}12에서는 {usual} 대신 {tiny}단계. 20층에서 0.01 randn은 그래디언트를 \
                         10^{deep}배로 줄인다."
                    ),
                )
            },
        ),
    ]
}
