//! Right numbers in the wrong places.

use contract::Text;

use super::Theory;
use crate::lesson::diagnosis::probe::Leaf;

/// How many entries a list has; `None` for a matrix.
fn list_len(leaf: &Leaf) -> Option<usize> {
    (leaf.dim.0 == 1).then_some(leaf.dim.1)
}

/// The words of an arrangement, in English and in Korean, and what it makes of the right value.
type Arrangement = (&'static str, &'static str, fn(&Leaf) -> Option<Leaf>);

const ARRANGEMENTS: [Arrangement; 21] = [
    ("transposed", "행과 열이 바뀌었습니다", |want| {
        let (rows, columns) = want.dim;
        Some(want.of_shape((columns, rows), |i, j| want.at(j, i)))
    }),
    ("with the order of its rows reversed", "행의 순서가 거꾸로입니다", |want| {
        Some(want.of_shape(want.dim, |i, j| want.at(want.dim.0 - 1 - i, j)))
    }),
    (
        "in reverse order, from the last to the first",
        "마지막부터 처음까지 순서가 거꾸로입니다",
        |want| Some(want.of_shape(want.dim, |i, j| want.at(i, want.dim.1 - 1 - j))),
    ),
    ("with its first row in every row", "모든 행이 첫 행과 같습니다", |want| {
        Some(want.of_shape(want.dim, |_, j| want.at(0, j)))
    }),
    ("with its first column in every column", "모든 열이 첫 열과 같습니다", |want| {
        Some(want.of_shape(want.dim, |i, _| want.at(i, 0)))
    }),
    ("with 0 in the last row", "마지막 행이 0입니다", |want| {
        let last = want.dim.0.checked_sub(1)?;
        Some(want.of_shape(want.dim, |i, j| if i == last { 0.0 } else { want.at(i, j) }))
    }),
    ("with 0 in the last column", "마지막 열이 0입니다", |want| {
        let last = want.dim.1.checked_sub(1)?;
        Some(want.of_shape(want.dim, |i, j| if j == last { 0.0 } else { want.at(i, j) }))
    }),
    ("with 0 as the last entry", "마지막 원소가 0입니다", |want| {
        let (rows, columns) = want.dim;
        Some(want.of_shape(want.dim, |i, j| {
            if (i + 1, j + 1) == (rows, columns) { 0.0 } else { want.at(i, j) }
        }))
    }),
    ("with 0 below the first row", "첫 행 아래가 모두 0입니다", |want| {
        Some(want.of_shape(want.dim, |i, j| if i > 0 { 0.0 } else { want.at(i, j) }))
    }),
    ("with 0 in the second row", "둘째 행이 0입니다", |want| {
        Some(want.of_shape(want.dim, |i, j| if i == 1 { 0.0 } else { want.at(i, j) }))
    }),
    ("with 0 beyond the first column", "첫 열 뒤가 모두 0입니다", |want| {
        Some(want.of_shape(want.dim, |i, j| if j > 0 { 0.0 } else { want.at(i, j) }))
    }),
    (
        "as the sum of all entries, in each entry",
        "모든 원소가 전체의 합입니다",
        |want| {
            let sum = want.numbers.iter().sum();
            Some(want.map(|_| sum))
        },
    ),
    (
        "as the mean of all entries, in each entry",
        "모든 원소가 전체의 평균입니다",
        |want| {
            let mean = want.numbers.iter().sum::<f64>() / want.numbers.len().max(1) as f64;
            Some(want.map(|_| mean))
        },
    ),
    ("without the last entry", "마지막 원소가 없습니다", |want| {
        Some(want.of_shape((want.dim.0, list_len(want)?.checked_sub(1)?), |i, j| want.at(i, j)))
    }),
    ("without the first entry", "첫 원소가 없습니다", |want| {
        Some(want.of_shape((want.dim.0, list_len(want)?.checked_sub(1)?), |i, j| want.at(i, j + 1)))
    }),
    ("with the first entry alone", "첫 원소만 있습니다", |want| {
        Some(want.of_shape((want.dim.0, list_len(want)?.min(1)), |i, j| want.at(i, j)))
    }),
    ("with the last entry alone", "마지막 원소만 있습니다", |want| {
        let last = list_len(want)?.checked_sub(1)?;
        Some(want.of_shape((want.dim.0, 1), |i, _| want.at(i, last)))
    }),
    ("without a single entry", "원소가 하나도 없습니다", |want| {
        list_len(want).map(|_| want.of_shape((1, 0), |_, _| 0.0))
    }),
    (
        "with one entry too many: a 0 at the beginning",
        "원소가 하나 더 있습니다. 맨 앞에 0이 있습니다",
        |want| {
            let (rows, columns) = (1, list_len(want)?);
            Some(
                want.of_shape(
                    (rows, columns + 1),
                    |i, j| if j == 0 { 0.0 } else { want.at(i, j - 1) },
                ),
            )
        },
    ),
    ("with a row too many", "행이 하나 더 있습니다", |want| {
        let (rows, columns) = want.dim;
        Some(want.of_shape((rows + 1, columns), |i, j| if i == rows { 0.0 } else { want.at(i, j) }))
    }),
    ("with a column of 0 too many", "0으로 된 열이 하나 더 있습니다", |want| {
        let (rows, columns) = want.dim;
        Some(want.of_shape(
            (rows, columns + 1),
            |i, j| {
                if j == columns { 0.0 } else { want.at(i, j) }
            },
        ))
    }),
];

/// Theories that the numbers are right, but stand elsewhere.
pub(super) fn arrangements<'a>() -> impl Iterator<Item = Theory<'a>> {
    ARRANGEMENTS
        .into_iter()
        .map(|(en, ko, change)| Theory::of_want("arrangement", Text::fixed(en, ko), change))
}
