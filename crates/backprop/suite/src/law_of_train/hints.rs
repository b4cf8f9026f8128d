//! Help for `train_law`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    train_law,
    (
        "train for a few steps, and compare parameters and costs with a loop of your own",
        "몇 단계를 학습하고, 파라미터와 비용을 직접 만든 반복문과 비교하세요"
    ),
    (
        "Before each step comes its cost, then parameters minus rate times gradients. Look at the length of the list, \
         at every cost, at the parameters after the last step, and at more than one rate.",
        "단계마다 먼저 비용을 적고, 파라미터에서 학습률 곱하기 그래디언트를 뺍니다. 목록의 길이, 비용 하나하나, 마지막 단계 \
         뒤의 파라미터를 보고, 학습률도 하나만 쓰지 마세요."
    ),
    (
        "let cache = crate::forward(&now, x); costs.push(crate::cost(&cache.a2, y)); \
         now = crate::update(&now, &crate::backward(&now, &cache, x, y), 0.4); six times, then compare",
        "let cache = crate::forward(&now, x); costs.push(crate::cost(&cache.a2, y)); \
         now = crate::update(&now, &crate::backward(&now, &cache, x, y), 0.4); 여섯 번 되풀이한 다음 비교"
    ),
)];
