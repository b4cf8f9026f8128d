//! C19 to C22: leaky ReLU.

use contract::say;

use super::{decimal, kept, plainly, row, within};
use crate::claim::Claim;
use crate::claim::How::{Experiment, Property};

const LESSON: &str = "activations";

/// The rows.
pub(super) fn claims() -> Vec<Claim> {
    vec![
        row(
            ("C19", LESSON),
            "leaky: z<0 도함수 ≠0",
            "Leaky ReLU has a slope other than 0 for negative z",
            &[
                Property(
                    "activations",
                    "hinge_slopes",
                    "leaky_relu_prime_is_the_slope_left_of_the_kink_and_one_right_of_it",
                ),
                Experiment("curves"),
            ],
            |n| {
                let slope = n["leaky_slope_at_minus_1"];
                plainly(
                    slope != 0.0
                        && kept(
                            n,
                            &["leaky_relu_prime_is_the_slope_left_of_the_kink_and_one_right_of_it"],
                        ),
                    say!("It is {slope} at \u{2212}1.", "\u{2212}1에서 {slope}이다."),
                )
            },
        ),
        row(
            ("C20", LESSON),
            "계수 0.01, 살짝 꺾인다",
            "Its coefficient is 0.01: a slight bend",
            &[
                Property("activations", "leaky_relu", "agrees_with_the_formula"),
                Property("activations", "leaky_relu", "is_positively_homogeneous"),
                Experiment("curves"),
            ],
            |n| {
                let slope = n["leaky_slope_at_minus_1"];
                plainly(
                    kept(n, &["agrees_with_the_formula", "is_positively_homogeneous"])
                        && slope == 0.01,
                    say!(
                        "g(z) = max({slope} z, z): a slope of {slope} on the left, of 1 on the right.",
                        "g(z) = max({slope} z, z): 왼쪽 기울기 {slope}, 오른쪽 기울기 1."
                    ),
                )
            },
        ),
        row(
            ("C21", LESSON),
            "쓰인다면 ReLU보다 좋다",
            "Where it is used, it is better than ReLU",
            &[Experiment("leaky-slope")],
            |n| {
                let (relu, leaky) = (n["accuracy_at_0"], n["accuracy_at_0_01"]);
                let (cost, leaky_cost) = (n["cost_at_0"], n["cost_at_0_01"]);
                let spread = n["accuracy_spread_at_0_01"];
                within(
                    leaky > relu - spread.max(1.0),
                    (leaky - relu).abs() < spread.max(1.0),
                    say!(
                        "no worse: the difference is smaller than the spread over seeds",
                        "나쁘지는 않다. 차이가 시드에 따른 흩어짐보다 작다"
                    ),
                    say!(
                        "Leaky {leaky:.1} % and cost {leaky_cost:.3}, ReLU {relu:.1} % and {cost:.3}; \
                         the middle half of the seeds spreads over {spread:.1} points.",
                        "leaky {leaky:.1} %, 비용 {leaky_cost:.3}; ReLU {relu:.1} %, 비용 {cost:.3}. 시드의 \
                         가운데 절반이 {spread:.1}점에 걸쳐 있다."
                    ),
                )
            },
        ),
        row(
            ("C22", LESSON),
            "0.01 말고 다른 값은 급격히 저하",
            "Other values than 0.01 make it drop sharply",
            &[Experiment("leaky-slope")],
            |n| {
                let range = n["accuracy_range_up_to_0_1"];
                let values =
                    ["accuracy_at_0_01", "accuracy_at_0_1", "accuracy_at_0_3", "accuracy_at_1"];
                let [usual, tenth, third, one] = values.map(|name| decimal(n[name], 1));
                within(
                    range > 10.0 || n["accuracy_at_0_1"] < n["accuracy_at_0_01"] - 10.0,
                    false,
                    say!(
                        "from 0 to 0.1 it is flat, beyond it falls gently; the slope may even be learned",
                        "0에서 0.1까지는 평평하고 그 뒤로 완만히 떨어진다. 이 계수를 학습할 수도 있다"
                    ),
                    say!(
                        "{usual} % at 0.01, {tenth} % at 0.1, {third} % at 0.3, {one} % at 1, where the \
                         network is linear; from 0 to 0.1 the medians differ by {range:.1} points.",
                        "0.01에서 {usual} %, 0.1에서 {tenth} %, 0.3에서 {third} %, 선형이 되는 1에서 {one} %. \
                         0에서 0.1까지 중앙값의 차이는 {range:.1}점."
                    ),
                )
            },
        ),
    ]
}
