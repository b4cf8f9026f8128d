//! Help for `backward_law` and `draw_network`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        backward_law,
        (
            "run forward, ask backward for its gradients, and compare each with what the cost rises by",
            "순전파를 하고, backward의 그래디언트를 하나하나 비용이 올라가는 정도와 비교하세요"
        ),
        (
            "Move one entry of one parameter by 1e-5 up and down: the difference of the two costs, divided by 2e-5, is \
             its gradient, right to about 1e-9. Compare shapes first, then numbers within 1e-7.",
            "파라미터의 원소 하나를 위아래로 1e-5만큼 옮기면, 두 비용의 차를 2e-5로 나눈 것이 그 그래디언트이며 1e-9쯤까지 \
             맞습니다. 모양을 먼저 비교하고, 수는 1e-7까지 비교하세요."
        ),
        (
            "let cost = |p: &Parameters| crate::cost(&crate::forward(p, x).a2, y); \
             let want = crate::numerical_gradient(&cost, parameters, 1e-5); then compare the four matrices",
            "let cost = |p: &Parameters| crate::cost(&crate::forward(p, x).a2, y); \
             let want = crate::numerical_gradient(&cost, parameters, 1e-5); 그다음 행렬 네 개를 비교"
        ),
    ),
    hints!(
        draw_network,
        (
            "draw sizes, then numbers of about 1 for the parameters and x, and labels of 0 or 1",
            "크기를 뽑고, 파라미터와 x에는 1쯤 되는 수를, 레이블에는 0이나 1을 뽑으세요"
        ),
        (
            "Take at least two of everything, and sizes that differ: with one example a sum is a mean, with one output \
             the first is all, and where sizes are equal nobody sees what is transposed.",
            "모두 둘 이상으로, 서로 다른 크기로 하세요. 샘플이 하나이면 합이 곧 평균이고, 출력이 하나이면 첫 출력이 전부이고, \
             크기가 같으면 행과 열이 바뀌어도 보이지 않습니다."
        ),
        (
            "w1: Array2::from_shape_simple_fn((4, 3), || rng.random_range(-1.5..1.5)), and so on for n_x = 3, n_h = 4, \
             n_y = 2, m = 5; y.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 })",
            "n_x = 3, n_h = 4, n_y = 2, m = 5로 w1: Array2::from_shape_simple_fn((4, 3), || rng.random_range(-1.5..1.5)), \
             나머지도 같게; y.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 })"
        ),
    ),
];
