//! Help for `equal_units_law`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    equal_units_law,
    (
        "make a network of equal hidden units, take steps, and say whether they are still equal",
        "같은 은닉 유닛으로 된 신경망을 만들어 몇 단계를 지나고, 여전히 같은지 답하세요"
    ),
    (
        "The network has x.nrows() inputs and y.nrows() outputs; take three units with numbers that are not 0. \
         Compare the row of w1, the bias and the column of w2 of each unit with those of unit 0, with a tolerance.",
        "신경망의 입력은 x.nrows()개, 출력은 y.nrows()개입니다. 0이 아닌 수로 유닛 세 개를 만드세요. 유닛마다 w1의 행, \
         편향, w2의 열을 유닛 0의 것과 허용 오차를 두고 비교하세요."
    ),
    (
        "Parameters { w1: Array2::from_elem((3, x.nrows()), 0.5), .. }; let new = step(&start, x, y); then for \
         each unit i and input j: (new.w1[[i, j]] - new.w1[[0, j]]).abs() <= 1e-9, and so on",
        "Parameters { w1: Array2::from_elem((3, x.nrows()), 0.5), .. }; let new = step(&start, x, y); 유닛 i와 입력 \
         j마다 (new.w1[[i, j]] - new.w1[[0, j]]).abs() <= 1e-9, 나머지도 같게"
    ),
)];
