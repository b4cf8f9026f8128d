//! C23 to C29: why not linear.

use contract::say;

use super::{all_hold, plainly, power, row, spread, within};
use crate::claim::Claim;
use crate::claim::How::{Experiment, Property};

const LESSON: &str = "activations";

pub(super) fn claims() -> Vec<Claim> {
    let mut claims = of_linear_layers();
    claims.extend(of_what_they_are_for());
    claims
}

fn of_linear_layers() -> Vec<Claim> {
    vec![
        row(
            ("C23", LESSON),
            "x축 z, y축 a=g(z)",
            "z on the x axis, a = g(z) on the y axis",
            &[
                Property("activations", "elementwise", "forward_treats_each_entry_alone"),
                Experiment("curves"),
            ],
            |n| {
                plainly(
                    all_hold(n, &["forward_treats_each_entry_alone"]),
                    say!(
                        "The activation of a unit depends on its own z alone, so that a curve says \
                         all of it.",
                        "유닛의 활성값은 그 유닛의 z에만 달려 있으므로 곡선 하나로 다 나타난다."
                    ),
                )
            },
        ),
        row(
            ("C24", LESSON),
            "g(g(g(z)))=z, 은닉층 없는 것",
            "With g(z) = z, g(g(g(z))) = z: as if there were no hidden layer",
            &[
                Property("activations", "collapse", "gives_the_same_outputs_for_any_x"),
                Property("activations", "collapse", "agrees_with_the_product_of_the_layers"),
                Experiment("linear-collapse"),
            ],
            |n| {
                let error = power(n["collapse_error"]);
                let properties =
                    ["gives_the_same_outputs_for_any_x", "agrees_with_the_product_of_the_layers"];
                plainly(
                    all_hold(n, &properties) && n["collapse_error"] < 1e-9,
                    say!(
                        "Weights included: the one layer that a trained stack of four collapses to is \
                         off by {error}.",
                        "가중치가 있어도 그렇다. 학습된 네 층을 한 층으로 합치면 차이가 {error}이다."
                    ),
                )
            },
        ),
        row(
            ("C25", LESSON),
            "선형 은닉층은 쓸모 없다",
            "A linear hidden layer is useless",
            &[
                Property("activations", "collapse", "has_at_most_the_rank_of_its_narrowest_layer"),
                Experiment("linear-collapse"),
            ],
            |n| {
                let [logistic, linear, tanh] =
                    ["logistic_accuracy", "linear_accuracy", "tanh_accuracy"].map(|name| n[name]);
                within(
                    n.of("gain_of_a_linear_layer").below(1.0).and(n.of("gain_of_tanh").above(10.0)),
                    all_hold(n, &["has_at_most_the_rank_of_its_narrowest_layer"]),
                    say!(
                        "for what a network can express; a narrow one limits the rank, which compresses",
                        "표현력에 대해서는 그렇다. 좁은 선형층은 계수(rank)를 제한하므로 압축에는 쓸 수 있다"
                    ),
                    say!(
                        "Linear {linear:.1} %, logistic regression {logistic:.1} %, tanh {tanh:.1} %.",
                        "선형 {linear:.1} %, 로지스틱 회귀 {logistic:.1} %, tanh {tanh:.1} %."
                    ),
                )
            },
        ),
        row(
            ("C26", LESSON),
            "깊어져도 의미 없다",
            "More such layers mean nothing",
            &[Experiment("linear-collapse")],
            |n| {
                let deep = n["deep_linear_accuracy"];
                let gap = power(n["deep_linear_cost_gap"]);
                plainly(
                    n.of("gain_of_three_linear_layers")
                        .below(1.0)
                        .and(n["deep_linear_cost_gap"] < 1e-3),
                    say!(
                        "Three linear hidden layers: {deep:.1} %, the cost of logistic regression to {gap}.",
                        "선형 은닉층 셋: {deep:.1} %, 비용이 로지스틱 회귀와 {gap}까지 같다."
                    ),
                )
            },
        ),
    ]
}

fn of_what_they_are_for() -> Vec<Claim> {
    vec![
        row(
            ("C27", LESSON),
            "신호의 연결 강도를 조절",
            "The activation function sets how strongly signals are connected",
            &[
                Property("activations", "elementwise", "forward_treats_each_entry_alone"),
                Property("backprop", "update", "moves_each_parameter_by_its_own_gradient"),
            ],
            |n| {
                let entries_alone = all_hold(n, &["forward_treats_each_entry_alone"]);
                let weights_move = all_hold(n, &["moves_each_parameter_by_its_own_gradient"]);
                within(
                    !(entries_alone && weights_move),
                    false,
                    say!(
                        "the weights do; the activation has nothing to set",
                        "가중치가 하는 일이다. 활성화 함수에는 조절할 것이 없다"
                    ),
                    say!(
                        "An activation sees one z at a time and no connection, and a step of descent \
                         changes weights and biases only.",
                        "활성화 함수는 z를 하나씩만 볼 뿐 연결을 모르고, 경사 하강은 가중치와 편향만 바꾼다."
                    ),
                )
            },
        ),
        row(
            ("C28", LESSON),
            "그래디언트 소실/폭주 방지",
            "Non-linearity prevents vanishing and exploding gradients",
            &[
                Property("activations", "slopes", "sigmoid_prime_is_at_most_one_quarter"),
                Experiment("vanishing-gradients"),
            ],
            |n| {
                let kinds =
                    ["sigmoid_xavier", "tanh_xavier", "relu_he", "relu_large", "linear_xavier"];
                let [sigmoid, tanh, relu, large, linear] = kinds.map(|name| spread(n.of(name), 1));
                // It would have to keep gradients within a factor of ten, whichever it is and however it starts.
                let keeps = |name: &str| n.of(name).above(-1.0).and(n.of(name).below(1.0));
                within(
                    keeps("sigmoid_xavier").and(keeps("tanh_xavier")).and(keeps("relu_large")),
                    false,
                    say!(
                        "from one start the sigmoid loses most and no activation least, and with one \
                         activation the scale of the start decides: both do",
                        "같은 시작에서는 시그모이드가 가장 많이 잃고 활성화 함수가 없을 때 가장 적게 잃으며, 같은 \
                         활성화 함수에서는 시작값의 크기가 결정한다. 둘 다 관여한다"
                    ),
                    say!(
                        "Gradient of the first over the last of 20 layers, log10: sigmoid {sigmoid}, \
                         tanh {tanh}, ReLU {relu} (He) and {large} (2/\u{221a}n), linear {linear}.",
                        "20층의 첫 층과 끝 층 그래디언트의 비, log10: 시그모이드 {sigmoid}, tanh {tanh}, ReLU \
                         {relu}(He)와 {large}(2/\u{221a}n), 선형 {linear}."
                    ),
                )
            },
        ),
        row(
            ("C29", LESSON),
            "선형은 출력층에서만",
            "Linear only at the output layer",
            &[
                Property("activations", "collapse", "has_at_most_the_rank_of_its_narrowest_layer"),
                Experiment("dead-output"),
            ],
            |n| {
                let (dead, relu, r2) =
                    (n["dead_runs_linear"], n["dead_runs"], n["ames_r2_linear_output"]);
                within(
                    n.of("dead_share_linear")
                        .below(n.of("dead_share"))
                        .and(n.of("median_error_linear").below(0.1)),
                    all_hold(n, &["has_at_most_the_rank_of_its_narrowest_layer"]),
                    say!(
                        "where the output is any number; a narrow linear hidden layer, too, has its use: \
                         it limits the rank",
                        "출력이 임의의 수일 때 그렇다. 좁은 선형 은닉층도 계수(rank)를 제한하는 쓸모가 있다"
                    ),
                    say!(
                        "House prices with a linear output: {dead} dead starts instead of {relu}, \
                         R\u{b2} {r2:.2} on Ames.",
                        "선형 출력의 집값 예측: 죽은 시작 {relu}개 대신 {dead}개, Ames에서 R\u{b2} {r2:.2}."
                    ),
                )
            },
        ),
    ]
}
