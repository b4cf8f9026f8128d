//! C34 to C39: shapes and equations of backpropagation.

use contract::{Text, say};

use super::{all_hold, plainly, row};
use crate::claim::Claim;
use crate::claim::How::Property;

const LESSON: &str = "backprop";

pub(super) fn claims() -> Vec<Claim> {
    let mut claims = of_equations();
    claims.extend(of_shapes());
    claims
}

fn of_equations() -> Vec<Claim> {
    vec![
        row(
            ("C34", LESSON),
            "[그림] 파라미터, 모양, 갱신 규칙",
            "[image] Parameters, their shapes, the update rule",
            &[
                Property("init", "initialize", "gives_every_matrix_its_shape"),
                Property("backprop", "update", "subtracts_the_rate_times_the_gradient"),
                Property("backprop", "update", "moves_against_the_gradient"),
            ],
            |n| {
                let properties = [
                    "gives_every_matrix_its_shape",
                    "subtracts_the_rate_times_the_gradient",
                    "moves_against_the_gradient",
                ];
                plainly(
                    all_hold(n, &properties),
                    say!(
                        "W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2 (n2, 1), and each step subtracts the \
                         rate times the gradient.",
                        "W1 (n1, n0), b1 (n1, 1), W2 (n2, n1), b2 (n2, 1). 각 단계는 학습률 곱하기 \
                         그래디언트를 뺀다."
                    ),
                )
            },
        ),
        row(
            ("C35", LESSON),
            "[그림] 역전파의 여섯 식: dZ2=A2-Y; dW2=dZ2A1ᵀ/m; db2=Σ/m; dZ1=W2ᵀdZ2∘g'(Z1); dW1=dZ1Xᵀ/m; db1=Σ/m",
            "[image] The six equations of backpropagation",
            &[
                Property("backprop", "backward", "agrees_with_the_six_equations"),
                Property("backprop", "backward", "gives_the_slopes_of_the_cost"),
                Property("backprop", "backward", "gives_the_mean_over_single_examples"),
                Property("backprop", "backward", "vanishes_where_every_output_is_its_label"),
            ],
            |n| {
                let properties = [
                    "agrees_with_the_six_equations",
                    "gives_the_slopes_of_the_cost",
                    "gives_the_mean_over_single_examples",
                    "vanishes_where_every_output_is_its_label",
                ];
                plainly(
                    all_hold(n, &properties),
                    say!(
                        "They are the slopes of the cost by central differences (to 10⁻⁷), for \
                         every shape that was drawn.",
                        "뽑아 본 모든 모양에서 비용의 중앙 차분과 10⁻⁷까지 같다."
                    ),
                )
            },
        ),
        row(
            ("C36", LESSON),
            "로지스틱 회귀 역전파 [그림]: dz=a-y, dw=x·dz, db=dz",
            "[image] Backpropagation of logistic regression: dz = a - y, dw = x dz, db = dz",
            &[
                Property("backprop", "logistic", "passes_the_gradient_check"),
                Property("backprop", "logistic", "agrees_with_the_sum_over_examples"),
            ],
            |n| {
                plainly(
                    all_hold(
                        n,
                        &["passes_the_gradient_check", "agrees_with_the_sum_over_examples"],
                    ),
                    say!(
                        "The gradients pass the gradient check; over m examples they are averaged.",
                        "그래디언트 검사를 통과한다. 샘플 m개에서는 평균을 낸다."
                    ),
                )
            },
        ),
    ]
}

fn of_shapes() -> Vec<Claim> {
    vec![
        row(
            ("C37", LESSON),
            "n[0], n[1], n[2] = 유닛 수",
            "n[0], n[1], n[2] are the numbers of units",
            &[
                Property("init", "layer_sizes", "agrees_with_the_shapes"),
                Property("init", "layer_sizes", "takes_inputs_and_outputs_from_the_rows"),
            ],
            |n| {
                plainly(
                    all_hold(
                        n,
                        &["agrees_with_the_shapes", "takes_inputs_and_outputs_from_the_rows"],
                    ),
                    say!(
                        "n[0] and n[2] are the rows of X and Y, n[1] is chosen.",
                        "n[0]과 n[2]는 X와 Y의 행 수이고 n[1]은 고른다."
                    ),
                )
            },
        ),
        row(
            ("C38", LESSON),
            "m = 훈련 데이터 수, X=[x1…xm]",
            "m is the number of training examples, X = [x1 ... xm]",
            &[
                Property("backprop", "forward", "treats_every_example_alone"),
                Property("init", "layer_sizes", "does_not_depend_on_the_examples"),
            ],
            |n| {
                plainly(
                    all_hold(n, &["treats_every_example_alone", "does_not_depend_on_the_examples"]),
                    columns(),
                )
            },
        ),
        row(
            ("C39", LESSON),
            "벡터화하면 (#node, m)",
            "Vectorised: (units, m)",
            &[
                Property("backprop", "forward", "has_a_row_per_unit_and_a_column_per_example"),
                Property("backprop", "forward", "agrees_with_the_network_in_loops"),
            ],
            |n| {
                let properties = [
                    "has_a_row_per_unit_and_a_column_per_example",
                    "agrees_with_the_network_in_loops",
                ];
                plainly(
                    all_hold(n, &properties),
                    say!(
                        "Z and A have a row per unit and a column per example, and are what loops give.",
                        "Z와 A는 유닛마다 행, 샘플마다 열을 가지며 반복문으로 계산한 것과 같다."
                    ),
                )
            },
        ),
    ]
}

fn columns() -> Text {
    say!(
        "Each column goes through the network alone; how many there are changes nothing else.",
        "각 열은 따로 신경망을 지나며, 열의 수는 다른 것을 바꾸지 않는다."
    )
}
