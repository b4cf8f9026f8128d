//! Help for `permute_units` and `flip_unit`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        permute_units,
        (
            "take the rows of w1 and b1 and the columns of w2 in the given order",
            "주어진 순서대로 w1과 b1의 행, w2의 열을 가져오세요"
        ),
        (
            "`array.select(Axis(0), order)` makes a new array whose row `i` is the old row \
             `order[i]`. A hidden unit is a row of `w1` and of `b1`, but a column of `w2`: \
             `Axis(1)`. `b2` belongs to the output and stays.",
            "`array.select(Axis(0), order)`는 `i`번째 행이 원래의 `order[i]`번째 행인 새 배열을 \
             만듭니다. 은닉 유닛은 `w1`과 `b1`에서는 행이지만 `w2`에서는 열이므로 `Axis(1)`입니다. \
             `b2`는 출력의 것이므로 그대로 둡니다."
        ),
        (
            "Parameters { w1: parameters.w1.select(Axis(0), order), b1: the same, w2: \
             parameters.w2.select(Axis(1), order), b2: parameters.b2.clone() }",
            "Parameters { w1: parameters.w1.select(Axis(0), order), b1: 같은 방법, w2: \
             parameters.w2.select(Axis(1), order), b2: parameters.b2.clone() }"
        ),
    ),
    hints!(
        flip_unit,
        (
            "negate the row of w1, the entry of b1 and the column of w2 of that unit",
            "그 유닛의 w1의 행, b1의 원소, w2의 열의 부호를 바꾸세요"
        ),
        (
            "`parameters.clone()` gives you a copy to change. `w1.row_mut(unit)` is a view of one \
             row and `w2.column_mut(unit)` of one column; `map_inplace(|w| *w = -*w)` negates \
             what a view shows.",
            "`parameters.clone()`으로 고칠 수 있는 복사본을 만드세요. `w1.row_mut(unit)`은 한 \
             행의 뷰, `w2.column_mut(unit)`은 한 열의 뷰이고, `map_inplace(|w| *w = -*w)`는 뷰가 \
             가리키는 수의 부호를 바꿉니다."
        ),
        (
            "let mut flipped = parameters.clone(); flipped.w1.row_mut(unit).map_inplace(|w| *w = \
             -*w); likewise b1.row_mut(unit) and w2.column_mut(unit); flipped",
            "let mut flipped = parameters.clone(); flipped.w1.row_mut(unit).map_inplace(|w| *w = \
             -*w); b1.row_mut(unit)와 w2.column_mut(unit)도 같은 방법; flipped"
        ),
    ),
];
