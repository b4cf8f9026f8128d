//! Help for `initialize_law`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    initialize_law,
    (
        "draw a large network, and ask for its shapes, its biases, the spread of its weights and another seed",
        "큰 신경망을 뽑아 모양, 편향, 가중치의 퍼짐, 다른 시드를 물으세요"
    ),
    (
        "Of n normal numbers of deviation 0.01 the mean lies within 0.07 / sqrt(n) of 0, and the deviation within \
         0.05 / sqrt(n) of 0.01, but for once in 10^11 times. Take three sizes that differ.",
        "표준편차가 0.01인 정규 난수 n개의 평균은 0에서 0.07 / sqrt(n) 안에, 표준편차는 0.01에서 0.05 / sqrt(n) 안에 \
         있습니다. 벗어나는 일은 10^11번에 한 번입니다. 서로 다른 세 크기를 쓰세요."
    ),
    (
        "let p = initialize(seed, 40, 30, 20); p.w1.dim() == (30, 40) && p.b1.iter().all(|b| *b == 0.0) && \
         p.w1.row(0) != p.w1.row(1) && p != initialize(seed + 1, 40, 30, 20), then mean and deviation of p.w1",
        "let p = initialize(seed, 40, 30, 20); p.w1.dim() == (30, 40) && p.b1.iter().all(|b| *b == 0.0) && \
         p.w1.row(0) != p.w1.row(1) && p != initialize(seed + 1, 40, 30, 20), 그다음 p.w1의 평균과 표준편차"
    ),
)];
