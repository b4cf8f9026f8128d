//! Mistakes in `layer_sizes`.

use testkit::{Mistake, mistake};

use crate::Answers;

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "I50",
        layer_sizes,
        |x, y, n_h| (x.ncols(), n_h, y.ncols()),
        "You count columns, but columns are examples. Inputs and outputs are rows.",
        "열의 수를 세고 있는데 열은 샘플입니다. 입력과 출력은 행입니다."
    ),
    mistake!(
        "I51",
        layer_sizes,
        |x, y, n_h| (x.ncols(), n_h, y.nrows()),
        "n_x is the number of columns of x, the examples. It must be the number of rows.",
        "n_x가 x의 열의 수, 즉 샘플의 수입니다. 행의 수여야 합니다."
    ),
    mistake!(
        "I52",
        layer_sizes,
        |x, y, n_h| (x.nrows(), n_h, y.ncols()),
        "n_y is the number of columns of y, the examples. It must be the number of rows.",
        "n_y가 y의 열의 수, 즉 샘플의 수입니다. 행의 수여야 합니다."
    ),
    mistake!(
        "I53",
        layer_sizes,
        |x, y, n_h| (x.nrows(), y.nrows(), n_h),
        "The order is (n_x, n_h, n_y), from the input to the output.",
        "순서는 입력에서 출력으로 (n_x, n_h, n_y)입니다."
    ),
    mistake!(
        "I54",
        layer_sizes,
        |x, y, n_h| (x.len(), n_h, y.len()),
        "`len` counts all entries of a matrix. A layer has as many units as the matrix has rows.",
        "`len`은 행렬의 모든 원소를 셉니다. 층의 유닛 수는 행의 수입니다."
    ),
    mistake!(
        "I55",
        layer_sizes,
        |x, y, _n_h| (x.nrows(), 4, y.nrows()),
        "The hidden size is always 4, as in the course's notebook. Here it is the argument n_h.",
        "은닉층의 크기가 강의 노트북처럼 항상 4입니다. 여기서는 인자 n_h를 써야 합니다."
    ),
    mistake!(
        "I56",
        layer_sizes,
        |x, y, n_h| (y.nrows(), n_h, x.nrows()),
        "Inputs and outputs are exchanged: n_x comes from x and stands first.",
        "입력과 출력이 서로 바뀌었습니다. n_x는 x에서 얻으며 맨 앞에 옵니다."
    ),
    mistake!(
        "I57",
        layer_sizes,
        |x, _y, n_h| (x.nrows(), n_h, 1),
        "The number of outputs is always 1, but y may have several rows.",
        "출력의 수가 항상 1이지만 y에는 행이 여러 개일 수 있습니다."
    ),
    mistake!(
        "I58",
        layer_sizes,
        |x, y, n_h| (x.nrows(), n_h.max(x.nrows()), y.nrows()),
        "The hidden size is not always n_h. The caller chooses it, however small it is.",
        "은닉층의 크기가 항상 n_h인 것은 아닙니다. 아무리 작아도 호출하는 쪽이 정한 값을 써야 합니다."
    ),
];
