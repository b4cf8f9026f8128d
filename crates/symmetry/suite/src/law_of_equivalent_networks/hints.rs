//! Help for `permute_law`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    permute_law,
    (
        "permute the units, and say whether each part of each unit stands where `order` puts it",
        "유닛을 옮기고, 유닛에 딸린 것이 모두 `order`가 말하는 자리에 있는지 답하세요"
    ),
    (
        "New unit i is old unit order[i]: row i of w1, entry i of b1, column i of w2. The outputs on x are \
         unchanged, but they are so for the inverse order, too.",
        "새 유닛 i는 원래의 유닛 order[i]입니다. w1의 행 i, b1의 원소 i, w2의 열 i가 그 유닛의 것입니다. x에서의 출력은 \
         그대로이지만, 역순열에서도 그대로입니다."
    ),
    (
        "let new = permute(parameters, order); new.w1 == parameters.w1.select(Axis(0), order), and so on for b1 \
         (Axis(0)) and w2 (Axis(1)); new.b2 == parameters.b2",
        "let new = permute(parameters, order); new.w1 == parameters.w1.select(Axis(0), order), b1은 Axis(0), w2는 \
         Axis(1)로 같게; new.b2 == parameters.b2"
    ),
)];
