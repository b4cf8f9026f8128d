//! C1 to C9: the sigmoid and tanh.

use contract::say;

use super::{all_hold, decimal, plainly, power, row, spread, steps, within};
use crate::claim::Claim;
use crate::claim::How::{Experiment, Property};
use crate::estimate::Certainty;

const LESSON: &str = "activations";

pub(super) fn claims() -> Vec<Claim> {
    let mut claims = of_tanh();
    claims.extend(of_centring());
    claims.extend(of_large_slopes());
    claims.extend(of_flat_slopes());
    claims
}

fn of_tanh() -> Vec<Claim> {
    vec![
        row(
            ("C1", LESSON),
            "σ보다 적합한 비선형 함수가 있다",
            "There are better non-linear functions than the sigmoid",
            &[Experiment("activation-race")],
            |n| {
                let (tanh, relu) = (n.of("tanh_beats_sigmoid"), n.of("relu_beats_sigmoid"));
                let all = n["settings"];
                let (t, r) = (spread(tanh, 0), spread(relu, 0));
                within(
                    tanh.max(relu).above(all / 2.0),
                    n.of("relu_beats_tanh").above(0.0).and(n.of("tanh_beats_relu").above(0.0)),
                    say!(
                        "which one is best depends on the data and on the depth",
                        "무엇이 가장 좋은지는 데이터와 깊이에 달려 있다"
                    ),
                    say!(
                        "tanh is faster than the sigmoid in {t} of {all} settings, ReLU in {r}.",
                        "{all}가지 설정 중 tanh는 {t}가지, ReLU는 {r}가지에서 시그모이드보다 빠르다."
                    ),
                )
            },
        ),
        row(
            ("C2", LESSON),
            "tanh가 σ보다 좋다",
            "tanh is better than the sigmoid",
            &[Experiment("tanh-sigmoid"), Experiment("curves")],
            |n| {
                let [tanh, sigmoid] = ["tanh_steps", "sigmoid_steps"].map(|name| steps(n.of(name)));
                let least = decimal(n["tanh_at_minus_10"], 9);
                within(
                    n.of("tanh_over_sigmoid_steps").below(1.0),
                    n["tanh_at_minus_10"] < 0.0,
                    say!(
                        "in the hidden layer; at the output tanh is no probability, as it may be \
                         negative",
                        "은닉층에서 그렇다. 출력층의 tanh는 음수일 수 있어 확률이 되지 못한다"
                    ),
                    say!(
                        "On the flower {tanh} against {sigmoid} steps to cost 0.3; \
                         tanh(\u{2212}10) = {least}.",
                        "꽃 데이터에서 비용 0.3까지 {tanh}단계와 {sigmoid}단계. tanh(\u{2212}10) = {least}."
                    ),
                )
            },
        ),
        row(
            ("C3", LESSON),
            "-1부터 1 사이",
            "tanh lies between -1 and 1",
            &[
                Property("activations", "tanh", "lies_strictly_between_minus_one_and_one"),
                Experiment("curves"),
            ],
            |n| {
                let far = n["tanh_at_20"];
                within(
                    all_hold(n, &["lies_strictly_between_minus_one_and_one"]),
                    far == 1.0,
                    say!(
                        "strictly so for real numbers; in a computer tanh is exactly 1 beyond 19.06",
                        "실수에서는 양 끝을 포함하지 않는다. 컴퓨터에서는 19.06을 넘으면 정확히 1이 된다"
                    ),
                    say!("tanh(20) comes out as {far}.", "tanh(20)의 결과는 {far}이다."),
                )
            },
        ),
    ]
}

fn of_centring() -> Vec<Claim> {
    vec![
        row(
            ("C4", LESSON),
            "평균값이 0에 더 가까워",
            "Its mean is nearer 0, which centres the data",
            &[
                Property("activations", "tanh", "averages_to_zero_over_mirrored_inputs"),
                Property(
                    "activations",
                    "predictions",
                    "tanh_is_closer_to_zero_ends_where_the_curves_cross",
                ),
                Experiment("tanh-mean"),
            ],
            |n| {
                let (tanh, sigmoid) = (n["mean_tanh_at_minus_1"], n["mean_sigmoid_at_minus_1"]);
                let (left, right) = (decimal(n["closer_from"], 5), decimal(n["closer_to"], 5));
                let (t, s) = (decimal(tanh, 2), decimal(sigmoid, 2));
                within(
                    all_hold(n, &["averages_to_zero_over_mirrored_inputs"])
                        && n["mean_tanh_at_0"].abs() < n["mean_sigmoid_at_0"],
                    tanh.abs() > sigmoid.abs(),
                    say!(
                        "where z is about symmetric around 0, not where it is mostly negative",
                        "z가 0을 중심으로 대칭에 가까울 때 그렇다. 대부분 음수이면 그렇지 않다"
                    ),
                    say!(
                        "For z around \u{2212}1 the means are {t} and {s}; |tanh z| < \u{3c3}(z) only \
                         for {left} < z < {right}.",
                        "z가 \u{2212}1 주위이면 평균은 {t}, {s}. |tanh z| < \u{3c3}(z)는 {left} < z < \
                         {right}에서만 성립한다."
                    ),
                )
            },
        ),
        row(
            ("C5", LESSON),
            "다음 층 학습을 용이하게",
            "which eases the next layer's learning",
            &[Experiment("centring")],
            |n| {
                let [one, two, five] =
                    ["1", "2", "5"].map(|depth| n.of(&format!("shifted_ratio_at_depth_{depth}")));
                let [o, t, f] = [one, two, five].map(|ratio| spread(ratio, 1));
                within(
                    five.above(1.5),
                    one.below(1.5),
                    say!(
                        "much where the next layer is a hidden one, little with a single hidden layer",
                        "다음 층도 은닉층이면 효과가 크고, 은닉층이 하나뿐이면 작다"
                    ),
                    say!(
                        "tanh + 1 takes {o}, {t} and {f} times the steps of tanh with 1, 2 and 5 hidden \
                         layers.",
                        "tanh + 1은 은닉층 1, 2, 5개에서 tanh의 {o}, {t}, {f}배 단계가 걸린다."
                    ),
                )
            },
        ),
    ]
}

fn of_large_slopes() -> Vec<Claim> {
    vec![
        row(
            ("C6", LESSON),
            "은닉층에서는 tanh",
            "Use tanh in hidden layers",
            &[Experiment("activation-race")],
            |n| {
                let (sigmoid, relu) = (n.of("tanh_beats_sigmoid"), n.of("relu_beats_tanh"));
                let all = n["settings"];
                let (s, r) = (spread(sigmoid, 0), spread(relu, 0));
                within(
                    sigmoid.above(all / 2.0),
                    relu.above(0.0),
                    say!(
                        "a rule of thumb: ReLU is often faster",
                        "경험칙이다. ReLU가 더 빠를 때도 많다"
                    ),
                    say!(
                        "tanh is faster than the sigmoid in {s} of {all} settings, and slower than ReLU \
                         in {r}.",
                        "{all}가지 설정 중 tanh는 {s}가지에서 시그모이드보다 빠르고, {r}가지에서 ReLU보다 느리다."
                    ),
                )
            },
        ),
        row(
            ("C7", LESSON),
            "tanh의 기울기가 큰 범위가 넓다",
            "The range in which tanh's slope is large is wider",
            &[
                Property(
                    "activations",
                    "slopes",
                    "tanh_prime_is_four_times_that_of_the_sigmoid_at_2z",
                ),
                Property(
                    "activations",
                    "predictions",
                    "tanh_slope_is_larger_ends_where_the_slopes_cross",
                ),
                Experiment("tanh-slope"),
            ],
            |n| {
                let widths = ["tanh_width_above_0_1", "sigmoid_width_above_0_1"];
                let [tanh, sigmoid] = widths.map(|name| n[name]);
                let half =
                    n["sigmoid_width_above_half_its_peak"] / n["tanh_width_above_half_its_peak"];
                let (end, slope) = (n["slopes_cross_at"], n["slope_where_they_cross"]);
                within(
                    tanh > sigmoid && half < 1.0,
                    false,
                    say!(
                        "tanh is steeper, not wider: it peaks at 1 instead of 1/4, and only slopes \
                         above {slope:.3} reach further",
                        "tanh는 넓은 것이 아니라 가파르다. 최대 기울기가 1/4이 아니라 1이고, {slope:.3}보다 \
                         큰 기울기만 더 넓게 퍼져 있다"
                    ),
                    say!(
                        "Slopes above 0.1: {tanh:.2} wide against {sigmoid:.2}; at half of its own \
                         peak the sigmoid is {half:.1} times as wide; they cross at |z| = {end:.5}.",
                        "기울기 0.1 이상인 범위: {tanh:.2} 대 {sigmoid:.2}. 최대치의 절반에서는 시그모이드가 \
                         {half:.1}배 넓다. 두 기울기는 |z| = {end:.5}에서 같다."
                    ),
                )
            },
        ),
    ]
}

fn of_flat_slopes() -> Vec<Claim> {
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
                    all_hold(
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
                let [u, l] =
                    ["gradient_at_0_01", "gradient_with_large_w1"].map(|name| power(n[name]));
                let [usual, large] =
                    ["steps_to_half", "steps_to_half_with_large_w1"].map(|name| n.of(name));
                let (quick, slow, most) = (steps(usual), steps(large), n["steps_to_half_at_most"]);
                plainly(
                    Certainty::from(all_hold(n, &["sigmoid_prime_fades_on_both_sides"]))
                        .and(n.of("powers_of_ten_by_large_w1").below(-1.0))
                        .and(large.above(usual)),
                    say!(
                        "With W1 = 1000 randn the gradient of W1 falls from {u} to {l}, and cost 0.5 \
                         takes {slow} steps instead of {quick} (\u{221e}: more than {most}).",
                        "W1 = 1000 randn이면 W1의 그래디언트가 {u}에서 줄어 {l} 크기가 되고, 비용 0.5까지 {quick} 대신 \
                         {slow}단계 걸린다(\u{221e}: {most} 초과)."
                    ),
                )
            },
        ),
    ]
}
