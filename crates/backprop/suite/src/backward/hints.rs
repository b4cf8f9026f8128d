//! Help for `backward`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    backward,
    (
        "compute dz2, dw2 and db2 first, and from dz2 then dw1 and db1",
        "먼저 dz2, dw2, db2를 구하고, dz2로부터 dw1, db1을 구하세요"
    ),
    (
        "Both halves are the exercises before this one: `use crate::{hidden_gradients, output_gradients};`. The \
         result is a struct: `Gradients { dw1, db1, dw2, db2 }`.",
        "두 부분은 바로 앞의 연습 문제입니다. `use crate::{hidden_gradients, output_gradients};`로 \
         가져오세요. 결과는 구조체 `Gradients { dw1, db1, dw2, db2 }`입니다."
    ),
    (
        "let (dz2, dw2, db2) = output_gradients(cache, y); let (dw1, db1) = \
         hidden_gradients(parameters, cache, x, &dz2); Gradients { dw1, db1, dw2, db2 }",
        "let (dz2, dw2, db2) = output_gradients(cache, y); let (dw1, db1) = \
         hidden_gradients(parameters, cache, x, &dz2); Gradients { dw1, db1, dw2, db2 }"
    ),
)];
