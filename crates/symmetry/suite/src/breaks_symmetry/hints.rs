//! Help for `breaks_symmetry`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    breaks_symmetry,
    (
        "say when the hidden units do not all start equal",
        "은닉 유닛이 모두 같게 시작하지 않는 것은 언제인지 답하세요"
    ),
    (
        "Equal units receive equal gradients, so only the start can make them differ. Which of \
         the three starts gives two units different numbers? And does a difference in `w2` alone, \
         or in `b1` alone, reach the other groups? Look at dz1 = w2^T dz2 * (1 - a1^2).",
        "같은 유닛은 같은 그래디언트를 받으므로 시작만이 차이를 만들 수 있습니다. 세 가지 시작 중 \
         두 유닛에 서로 다른 수를 주는 것은 무엇일까요? `w2`만, 또는 `b1`만 다를 때 그 차이가 다른 \
         묶음에 전해질까요? dz1 = w2^T dz2 * (1 - a1^2)를 보세요."
    ),
    ("[w1, b1, w2].contains(&Start::Random)", "[w1, b1, w2].contains(&Start::Random)"),
)];
