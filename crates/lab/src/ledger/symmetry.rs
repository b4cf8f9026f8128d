//! C40 to C42 and C53 to C56: symmetry, and what breaks it.

use contract::say;

use super::{all_hold, plainly, power, row, spread, steps, within};
use crate::claim::Claim;
use crate::claim::How::{Experiment, Property};

const LESSON: &str = "symmetry";

pub(super) fn claims() -> Vec<Claim> {
    let mut claims = of_zero_starts();
    claims.extend(of_equal_starts());
    claims.extend(of_where_it_matters());
    claims
}

fn of_zero_starts() -> Vec<Claim> {
    vec![
        row(
            ("C40", LESSON),
            "w=0이면 올바르게 작동 안 함",
            "With w = 0 it does not work properly",
            &[
                Property("backprop", "backward", "gives_zero_weights_zero_gradients"),
                Experiment("symmetry-table"),
            ],
            |n| {
                let [tanh, relu, sigmoid] =
                    ["zero_start_moves_tanh", "zero_start_moves_relu", "zero_start_moves_sigmoid"]
                        .map(|name| n[name]);
                within(
                    all_hold(n, &["gives_zero_weights_zero_gradients"])
                        && tanh == 0.0
                        && relu == 0.0
                        && n["parted_without_random"] == 0.0,
                    sigmoid > 0.0,
                    say!(
                        "with tanh and ReLU nothing moves; with the sigmoid weights do move, but the \
                         units stay equal",
                        "tanh와 ReLU에서는 아무것도 움직이지 않는다. 시그모이드에서는 가중치가 움직이지만 유닛은 \
                         계속 똑같다"
                    ),
                    say!(
                        "Largest move of a weight: tanh {tanh}, ReLU {relu}, sigmoid {sigmoid:.2}.",
                        "가중치의 최대 이동: tanh {tanh}, ReLU {relu}, 시그모이드 {sigmoid:.2}."
                    ),
                )
            },
        ),
        row(
            ("C41", LESSON),
            "dw 계산 시 모든 층이 대칭",
            "When dw is computed, all layers are symmetric",
            &[
                Property("backprop", "backward", "gives_equal_units_equal_gradients"),
                Property("backprop", "update", "moves_equal_units_alike"),
                Experiment("symmetry"),
            ],
            |n| {
                let (units, layers) = (n["equal_gap"], n["equal_gap_of_layers"]);
                within(
                    all_hold(n, &["gives_equal_units_equal_gradients", "moves_equal_units_alike"]),
                    layers > 0.0,
                    say!(
                        "the units within a layer are, not the layers among each other",
                        "한 층 안의 유닛들이 그렇다. 층끼리 같아지는 것은 아니다"
                    ),
                    say!(
                        "Equal units differ by {units} after all steps, W1 and W2 by {layers:.2}.",
                        "모든 단계 뒤 같은 유닛의 차이는 {units}, W1과 W2의 차이는 {layers:.2}."
                    ),
                )
            },
        ),
        row(
            ("C42", LESSON),
            "b는 영행렬로 초기화해도 됨",
            "b may start as zeros",
            &[
                Property("init", "initialize", "leaves_the_biases_at_zero"),
                Property("backprop", "train", "parts_units_that_start_at_random"),
                Experiment("symmetry-table"),
            ],
            |n| {
                let (parted, all) = (n["zero_biases_parted"], n["zero_biases_cells"]);
                let (classes, accuracy) =
                    (n["random_only_in_b1_classes"], n["random_only_in_b1_accuracy"]);
                plainly(
                    all_hold(n, &["leaves_the_biases_at_zero", "parts_units_that_start_at_random"])
                        && parted == all,
                    say!(
                        "With random W1 and b1 = 0 all units part in {parted} of {all} cells. Random b1 \
                         alone also does it: {classes} units, {accuracy:.0} % right.",
                        "W1이 무작위이고 b1 = 0이면 {all}칸 중 {parted}칸에서 모두 갈라진다. 무작위 b1만으로도 \
                         된다: 유닛 {classes}개, 정답 {accuracy:.0} %."
                    ),
                )
            },
        ),
    ]
}

fn of_equal_starts() -> Vec<Claim> {
    vec![
        row(
            ("C53", LESSON),
            "동일 초기화 → 모든 유닛이 동일 함수",
            "Equal starts: all units compute the same function",
            &[
                Property("backprop", "train", "never_parts_equal_units"),
                Property("backprop", "train", "trains_equal_units_like_one"),
                Experiment("symmetry"),
            ],
            |n| {
                let (gap, escape) = (n["equal_gap"], steps(n.of("escape_step")));
                let (four, one) = (n["equal_accuracy"], n["single_accuracy"]);
                within(
                    all_hold(n, &["never_parts_equal_units", "trains_equal_units_like_one"])
                        && gap < 1e-12,
                    n.of("escape_step").below(f64::INFINITY),
                    say!(
                        "if W1's rows, b1's entries and W2's columns are all equal, exactly: noise of \
                         10⁻⁹ grows until the units part",
                        "W1의 행, b1의 값, W2의 열이 모두 정확히 같을 때 그렇다. 10⁻⁹의 잡음도 자라서 \
                         유닛을 갈라놓는다"
                    ),
                    say!(
                        "Four equal units differ by {gap} and reach {four:.2} %, one unit {one:.2} %; \
                         noise of 10⁻⁹ has parted them by step {escape}.",
                        "같은 유닛 넷의 차이는 {gap}, 정답 {four:.2} %; 유닛 하나는 {one:.2} %. 10⁻⁹의 \
                         잡음은 {escape}단계에서 유닛을 갈라놓는다."
                    ),
                )
            },
        ),
        row(
            ("C54", LESSON),
            "무작위로 초기화해야",
            "It must start at random",
            &[
                Property("symmetry", "breaks_symmetry", "needs_more_than_zeros_and_constants"),
                Property("symmetry", "breaks_symmetry", "needs_only_one_random_group"),
                Experiment("symmetry-table"),
            ],
            |n| {
                let (right, all) = (n["cells_as_predicted"], n["cells"]);
                let off = n["relu_cells_off"];
                within(
                    all_hold(n, &["needs_more_than_zeros_and_constants"])
                        && n["parted_without_random"] == 0.0,
                    all_hold(n, &["needs_only_one_random_group"])
                        && n["random_only_in_b1_classes"] > 1.0,
                    say!(
                        "one of W1, b1 and W2 is enough; the rest may be zero",
                        "W1, b1, W2 중 하나면 충분하고 나머지는 0이어도 된다"
                    ),
                    say!(
                        "True in {right} of {all} cells; the other {off} are ReLU at exactly 0.",
                        "{all}칸 중 {right}칸에서 그렇다. 나머지 {off}칸은 정확히 0에 있는 ReLU다."
                    ),
                )
            },
        ),
    ]
}

fn of_where_it_matters() -> Vec<Claim> {
    vec![
        row(
            ("C55", LESSON),
            "주로 심층 신경망의 문제",
            "It is mainly a problem of deep networks",
            &[Property("backprop", "logistic", "learns_from_a_zero_start"), Experiment("symmetry")],
            |n| {
                let (equal, random) = (n["equal_accuracy"], n.of("random_accuracy"));
                let r = spread(random, 1);
                within(
                    all_hold(n, &["learns_from_a_zero_start"]),
                    random.above(equal).and(n["equal_gap"] == 0.0),
                    say!(
                        "of every network with two or more units in a hidden layer, this shallow one \
                         included",
                        "은닉층에 유닛이 둘 이상인 모든 신경망의 문제다. 이 얕은 신경망도 그렇다"
                    ),
                    say!(
                        "One hidden layer is enough: {equal:.1} % from an equal start, {r} % from random \
                         ones.",
                        "은닉층 하나로 충분하다. 같은 시작에서 {equal:.1} %, 무작위 시작에서 {r} %."
                    ),
                )
            },
        ),
        row(
            ("C56", LESSON),
            "로지스틱 회귀에선 발생하지 않는다 → False!",
            "It does not happen with logistic regression: that its weights must start at random is \
             \u{201c}False!\u{201d}",
            &[
                Property("backprop", "logistic", "learns_from_a_zero_start"),
                Experiment("logistic-start"),
            ],
            |n| {
                let (gap, gradient) = (power(n["largest_gap_of_ends"]), n["gradient_at_zero"]);
                plainly(
                    all_hold(n, &["learns_from_a_zero_start"])
                        && n["largest_gap_of_ends"] < 1e-6
                        && gradient > 0.0,
                    say!(
                        "Zero and five random starts reach the same weights to {gap}; the gradient at \
                         zero is {gradient:.2}.",
                        "영에서 시작하나 무작위 시작 다섯이나 같은 가중치에 닿는다({gap}까지). 영에서의 \
                         그래디언트는 {gradient:.2}."
                    ),
                )
            },
        ),
    ]
}
