//! Help for `forward_parallel`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    forward_parallel,
    (
        "copy z, then let threads apply the activation to chunks of it",
        "z를 복사한 뒤 여러 스레드가 조각마다 활성화 함수를 적용하게 하세요"
    ),
    (
        "`use rayon::prelude::*` gives slices `par_chunks_mut`; \
             `z.as_standard_layout().into_owned()` has a slice, whatever the layout of z. ndarray \
             has `par_mapv_inplace`, too.",
        "`use rayon::prelude::*`를 쓰면 슬라이스에 `par_chunks_mut`이 생깁니다. \
             `z.as_standard_layout().into_owned()`는 z의 배치가 무엇이든 슬라이스로 볼 수 \
             있습니다. ndarray의 `par_mapv_inplace`도 있습니다."
    ),
    (
        "let mut a = z.as_standard_layout().into_owned(); then, on \
             a.as_slice_mut().expect(..), par_chunks_mut(8192).for_each(|chunk| for z in chunk { \
             *z = .. })",
        "let mut a = z.as_standard_layout().into_owned(); 그다음 a.as_slice_mut().expect(..)에 \
             par_chunks_mut(8192).for_each(|chunk| for z in chunk { *z = .. })"
    ),
)];
