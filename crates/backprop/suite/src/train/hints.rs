//! Help for `train`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    train,
    (
        "repeat forward, cost, backward and update, and keep the cost before each step",
        "forward, cost, backward, update를 반복하고 단계마다 그 전의 비용을 기록하세요"
    ),
    (
        "The parts are exercises before this one: `use crate::{backward, cost_from_logits, forward, \
         update};`. Begin with `let mut parameters = start.clone();` and an empty `Vec`, and loop \
         over `0..steps`.",
        "필요한 부분은 앞의 연습 문제들입니다. `use crate::{backward, cost_from_logits, forward, \
         update};`로 가져오세요. `let mut parameters = start.clone();`과 빈 `Vec`에서 시작해 \
         `0..steps`를 반복하세요."
    ),
    (
        "for _ in 0..steps { let cache = forward(&parameters, x); \
         costs.push(cost_from_logits(&cache.z2, y)); let gradients = backward(&parameters, \
         &cache, x, y); parameters = update(&parameters, &gradients, learning_rate); }",
        "for _ in 0..steps { let cache = forward(&parameters, x); \
         costs.push(cost_from_logits(&cache.z2, y)); let gradients = backward(&parameters, \
         &cache, x, y); parameters = update(&parameters, &gradients, learning_rate); }"
    ),
)];
