//! Mistakes in `permute_units` and `flip_unit`.

use init::Parameters;
use ndarray::Axis;
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{self, permute_units as right};

/// Permutes only those of `w1`, `b1` and `w2` that `moves` says.
fn permuted(p: &Parameters, order: &[usize], moves: [bool; 3]) -> Parameters {
    chosen(reference::permute_units(p, order), p, moves)
}

/// Flips only those of `w1`, `b1` and `w2` that `moves` says.
fn flipped(p: &Parameters, unit: usize, moves: [bool; 3]) -> Parameters {
    chosen(reference::flip_unit(p, unit), p, moves)
}

fn chosen(right: Parameters, old: &Parameters, [w1, b1, w2]: [bool; 3]) -> Parameters {
    Parameters {
        w1: if w1 { right.w1 } else { old.w1.clone() },
        b1: if b1 { right.b1 } else { old.b1.clone() },
        w2: if w2 { right.w2 } else { old.w2.clone() },
        b2: right.b2,
    }
}

fn inverse(order: &[usize]) -> Vec<usize> {
    let place = |unit| order.iter().position(|old| *old == unit);
    (0..order.len()).map(|unit| place(unit).expect("a permutation")).collect()
}

fn swapped(p: &Parameters, i: usize, j: usize) -> Parameters {
    let mut order: Vec<usize> = (0..p.b1.nrows()).collect();
    order.swap(i, j);
    reference::permute_units(p, &order)
}

/// Reads and writes the same arrays.
fn overwritten(p: &Parameters, order: &[usize]) -> Parameters {
    let mut new = p.clone();
    for (i, old) in order.iter().enumerate() {
        for j in 0..new.w1.ncols() {
            new.w1[[i, j]] = new.w1[[*old, j]];
        }
        new.b1[[i, 0]] = new.b1[[*old, 0]];
        for k in 0..new.w2.nrows() {
            new.w2[[k, i]] = new.w2[[k, *old]];
        }
    }
    new
}

/// Puts every number of the unit through `wrong`.
fn mapped(p: &Parameters, unit: usize, wrong: fn(f64) -> f64) -> Parameters {
    let mut new = p.clone();
    new.w1.row_mut(unit).mapv_inplace(wrong);
    new.b1.row_mut(unit).mapv_inplace(wrong);
    new.w2.column_mut(unit).mapv_inplace(wrong);
    new
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "S90",
        permute_units,
        |p, _| p.clone(),
        "You give the network back as it was: new unit i must be old unit order[i].",
        "신경망을 그대로 반환했습니다. 새 유닛 i는 원래의 유닛 order[i]여야 합니다."
    ),
    mistake!(
        "S91",
        permute_units,
        |p, order| right(p, &inverse(order)),
        "You put old unit i in place order[i]. It is the other way round: place i takes old unit \
         order[i].",
        "원래의 유닛 i를 order[i] 자리에 넣었습니다. 반대로 i 자리에 원래의 유닛 order[i]를 넣으세요."
    ),
    mistake!(
        "S92",
        permute_units,
        |p, order| permuted(p, order, [true, true, false]),
        "The columns of w2 stay where they were: the output then weighs each unit with the weight \
         of another.",
        "w2의 열이 그대로입니다. 그러면 출력이 각 유닛에 다른 유닛의 가중치를 씁니다."
    ),
    mistake!(
        "S93",
        permute_units,
        |p, order| permuted(p, order, [true, false, true]),
        "The biases b1 stay where they were: each belongs to its unit and moves with it.",
        "편향 b1이 그대로입니다. 편향도 유닛에 딸려 있으므로 함께 옮겨야 합니다."
    ),
    mistake!(
        "S94",
        permute_units,
        |p, order| permuted(p, order, [false, false, true]),
        "Only the columns of w2 move: the rows of w1 and b1 must move with them.",
        "w2의 열만 옮겼습니다. w1과 b1의 행도 함께 옮기세요."
    ),
    mistake!(
        "S95",
        permute_units,
        |p, order| permuted(p, order, [true, false, false]),
        "Only the rows of w1 move: b1 and the columns of w2 must move with them.",
        "w1의 행만 옮겼습니다. b1과 w2의 열도 함께 옮기세요."
    ),
    mistake!(
        "S96",
        permute_units,
        |p, order| Parameters { w2: right(p, &inverse(order)).w2, ..right(p, order) },
        "w2 takes the inverse order of w1. Column i of the new w2 is column order[i] of the old.",
        "w2를 w1과 반대 순서로 옮겼습니다. 새 w2의 i번째 열은 원래의 order[i]번째 열입니다."
    ),
    mistake!(
        "S97",
        permute_units,
        |p, order| (0..order.len()).fold(p.clone(), |new, i| swapped(&new, i, order[i])),
        "You swap one pair after the other, but an earlier swap has already moved the unit that a \
         later one is to fetch. Read from the old network and write to a new one.",
        "한 쌍씩 차례로 바꾸었습니다. 나중에 가져올 유닛이 앞선 교환으로 이미 옮겨졌습니다. 원래 \
         신경망에서 읽어 새 신경망에 쓰세요."
    ),
    mistake!(
        "S98",
        permute_units,
        overwritten,
        "You overwrite units that are still to be read. Read from the old network and write to a \
         new one.",
        "아직 읽어야 할 유닛을 덮어썼습니다. 원래 신경망에서 읽어 새 신경망에 쓰세요."
    ),
    mistake!(
        "S99",
        permute_units,
        |p, order| Parameters { w1: p.w1.select(Axis(1), order), ..right(p, order) },
        "In w1 a hidden unit is a row, not a column: the columns belong to the inputs.",
        "w1에서 은닉 유닛은 열이 아니라 행입니다. 열은 입력에 해당합니다."
    ),
    mistake!(
        "S100",
        permute_units,
        |p, order| Parameters { w2: p.w2.select(Axis(0), order), ..right(p, order) },
        "In w2 a hidden unit is a column, not a row: the rows belong to the outputs.",
        "w2에서 은닉 유닛은 행이 아니라 열입니다. 행은 출력에 해당합니다."
    ),
    mistake!(
        "S101",
        permute_units,
        |p, order| {
            let places: Vec<usize> = (0..p.b2.nrows()).map(|k| order[k] % p.b2.nrows()).collect();
            Parameters { b2: p.b2.select(Axis(0), &places), ..right(p, order) }
        },
        "b2 moved, too. It belongs to the outputs, and they keep their places.",
        "b2도 옮겼습니다. b2는 출력의 것이고 출력의 자리는 그대로입니다."
    ),
    mistake!(
        "S102",
        permute_units,
        |p, order| {
            let mut new = right(p, order);
            for k in 1..p.w2.nrows() {
                new.w2.row_mut(k).assign(&p.w2.row(k));
            }
            new
        },
        "Only the first row of w2 is in the new order: move whole columns.",
        "w2의 첫 번째 행만 새 순서입니다. 열 전체를 옮기세요."
    ),
    mistake!(
        "S103",
        permute_units,
        |p, order| {
            let reversed: Vec<usize> = (0..order.len()).rev().collect();
            right(p, &reversed)
        },
        "You reverse the units whatever `order` says.",
        "`order`와 상관없이 유닛을 거꾸로 놓았습니다."
    ),
    mistake!(
        "S104",
        permute_units,
        |p, order| Parameters { b2: 0.0 * &p.b2, ..right(p, order) },
        "b2 came out as zero: it must stay as it was.",
        "b2가 0이 되었습니다. 원래 값을 유지해야 합니다."
    ),
    mistake!(
        "S140",
        permute_units,
        |p, order| swapped(p, 0, order[0]),
        "Only two units change places, the first and the one that is to come first. Move all of them.",
        "첫 번째 유닛과 그 자리에 올 유닛만 서로 바꾸었습니다. 모두 옮기세요."
    ),
    mistake!(
        "S108",
        flip_unit,
        |p, unit| flipped(p, unit, [true, false, false]),
        "Only the row of w1 changes sign: b1 and the column of w2 must change with it.",
        "w1의 행만 부호를 바꾸었습니다. b1과 w2의 열도 함께 바꾸세요."
    ),
    mistake!(
        "S109",
        flip_unit,
        |p, unit| flipped(p, unit, [true, false, true]),
        "The bias b1 keeps its sign, so that z does not become -z.",
        "편향 b1의 부호가 그대로여서 z가 -z가 되지 않습니다."
    ),
    mistake!(
        "S110",
        flip_unit,
        |p, unit| flipped(p, unit, [true, true, false]),
        "The column of w2 keeps its sign, so that the output changes: the unit now gives -a.",
        "w2의 열의 부호가 그대로입니다. 유닛의 값이 -a가 되므로 출력이 달라집니다."
    ),
    mistake!(
        "S111",
        flip_unit,
        |p, _| (0..p.b1.nrows()).fold(p.clone(), |new, i| reference::flip_unit(&new, i)),
        "You flip every unit; only the given one must change.",
        "모든 유닛의 부호를 바꾸었습니다. 주어진 유닛만 바꾸세요."
    ),
    mistake!(
        "S112",
        flip_unit,
        |p, unit| Parameters { b2: -&p.b2, ..reference::flip_unit(p, unit) },
        "b2 changed its sign, too. It belongs to the output, not to the hidden unit.",
        "b2의 부호도 바뀌었습니다. b2는 은닉 유닛이 아니라 출력의 것입니다."
    ),
    mistake!(
        "S113",
        flip_unit,
        |p, unit| {
            let mut new = flipped(p, unit, [true, true, false]);
            new.w2.row_mut(unit).mapv_inplace(|w| -w);
            new
        },
        "In w2 a hidden unit is a column, not a row: the rows belong to the outputs.",
        "w2에서 은닉 유닛은 행이 아니라 열입니다. 행은 출력에 해당합니다."
    ),
    mistake!(
        "S114",
        flip_unit,
        |p, unit| mapped(p, unit, |part| -part.abs()),
        "You make the numbers negative; flipping also turns negative ones positive.",
        "수를 모두 음수로 만들었습니다. 음수는 양수로 바뀌어야 합니다."
    ),
    mistake!(
        "S115",
        flip_unit,
        |p, unit| mapped(p, unit, |_| 0.0),
        "You set the unit to zero: that switches it off. Negate its numbers.",
        "유닛을 0으로 만들었습니다. 그러면 유닛이 꺼집니다. 부호를 바꾸세요."
    ),
    mistake!(
        "S116",
        flip_unit,
        |p, unit| reference::flip_unit(p, (unit + 1) % p.b1.nrows()),
        "You flip the unit after the given one: units count from 0.",
        "주어진 유닛의 다음 유닛을 바꾸었습니다. 유닛은 0부터 셉니다."
    ),
    mistake!(
        "S117",
        flip_unit,
        |p, unit| {
            let mut new = flipped(p, unit, [true, true, false]);
            new.w2[[0, unit]] *= -1.0;
            new
        },
        "Only the weight to the first output changes sign: negate the whole column of w2.",
        "첫 번째 출력으로 가는 가중치만 부호를 바꾸었습니다. w2의 열 전체를 바꾸세요."
    ),
    mistake!(
        "S118",
        flip_unit,
        |p, unit| {
            let mut new = flipped(p, unit, [false, true, true]);
            new.w1[[unit, 0]] *= -1.0;
            new
        },
        "Only the weight of the first input changes sign: negate the whole row of w1.",
        "첫 번째 입력의 가중치만 부호를 바꾸었습니다. w1의 행 전체를 바꾸세요."
    ),
    mistake!(
        "S119",
        flip_unit,
        |p, _| p.clone(),
        "You give the network back as it was.",
        "신경망을 그대로 반환했습니다."
    ),
    mistake!(
        "S120",
        flip_unit,
        |p, unit| mapped(p, unit, |part| 1.0 - part),
        "You take 1 minus each number. That flips a probability; here the sign must change.",
        "각 수를 1에서 뺐습니다. 이는 확률을 뒤집는 방법입니다. 여기서는 부호를 바꾸세요."
    ),
    mistake!(
        "S121",
        flip_unit,
        |p, unit| flipped(p, unit, [false, false, true]),
        "Only the column of w2 changes sign: the row of w1 and b1 must change with it.",
        "w2의 열만 부호를 바꾸었습니다. w1의 행과 b1도 함께 바꾸세요."
    ),
];
