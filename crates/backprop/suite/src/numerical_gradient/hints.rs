//! Help for `numerical_gradient`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    numerical_gradient,
    (
        "nudge each entry by step to both sides and divide the change of the cost by 2 step",
        "원소를 하나씩 양쪽으로 step만큼 바꾸고 비용의 변화를 2 step으로 나누세요"
    ),
    (
        "Work on a copy: `let mut point = parameters.clone();`. For each entry set w + step, ask \
         for the cost, set w - step, ask again, and put w back before the next entry. All four \
         parameters need it, so write it once, as a closure that takes the parameter.",
        "복사본 `let mut point = parameters.clone();`에서 계산하세요. 원소마다 w + step에서 \
         비용을 구하고, w - step에서 다시 구한 뒤, 다음 원소로 가기 전에 w로 되돌립니다. 네 \
         파라미터에 모두 필요하므로 파라미터를 받는 클로저로 한 번만 작성하세요."
    ),
    (
        "let slopes = |part: fn(&mut Parameters) -> &mut Array2<f64>| \
         Array2::from_shape_fn(part(&mut parameters.clone()).dim(), |at| { let cost_after = \
         |nudge: f64| { let mut p = parameters.clone(); part(&mut p)[at] += nudge; cost(&p) }; \
         (cost_after(step) - cost_after(-step)) / (2.0 * step) }); and then dw1: slopes(|p| &mut \
         p.w1), and so on",
        "let slopes = |part: fn(&mut Parameters) -> &mut Array2<f64>| \
         Array2::from_shape_fn(part(&mut parameters.clone()).dim(), |at| { let cost_after = \
         |nudge: f64| { let mut p = parameters.clone(); part(&mut p)[at] += nudge; cost(&p) }; \
         (cost_after(step) - cost_after(-step)) / (2.0 * step) }); 그리고 dw1: slopes(|p| &mut \
         p.w1) 등입니다"
    ),
)];
