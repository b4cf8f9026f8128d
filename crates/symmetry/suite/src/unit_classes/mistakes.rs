//! Mistakes in `unit_classes`.

use init::Parameters;
use testkit::{Mistake, mistake};

use crate::Answers;

/// Counts the units that are `alike` to no first unit of a class.
fn count_firsts(p: &Parameters, alike: impl Fn(usize, usize) -> bool) -> usize {
    let mut firsts: Vec<usize> = Vec::new();
    for i in 0..p.w1.nrows() {
        if !firsts.iter().any(|first| alike(*first, i)) {
            firsts.push(i);
        }
    }
    firsts.len()
}

fn into_near(p: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    p.w1.row(i).iter().zip(p.w1.row(j)).all(|(a, b)| (a - b).abs() <= tolerance)
}

fn bias_near(p: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    (p.b1[[i, 0]] - p.b1[[j, 0]]).abs() <= tolerance
}

fn out_near(p: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    p.w2.column(i).iter().zip(p.w2.column(j)).all(|(a, b)| (a - b).abs() <= tolerance)
}

fn all_near(p: &Parameters, i: usize, j: usize, tolerance: f64) -> bool {
    into_near(p, i, j, tolerance) && bias_near(p, i, j, tolerance) && out_near(p, i, j, tolerance)
}

fn numbers_of(p: &Parameters, unit: usize) -> Vec<f64> {
    let into = p.w1.row(unit).into_iter().chain(p.b1.row(unit));
    into.chain(p.w2.column(unit)).copied().collect()
}

/// The size of the largest class instead of the number of classes.
fn largest_class(p: &Parameters, tolerance: f64) -> usize {
    let n_h = p.w1.nrows();
    let size = |i: usize| (0..n_h).filter(|j| all_near(p, i, *j, tolerance)).count();
    (0..n_h).map(size).max().unwrap_or(0)
}

/// Takes the columns of `w1` for the units.
fn classes_of_columns(p: &Parameters, tolerance: f64) -> usize {
    let turned = Parameters { w1: p.w1.t().to_owned(), ..p.clone() };
    count_firsts(&turned, |i, j| into_near(&turned, i, j, tolerance))
}

/// Compares with the unit that joined a class last.
fn last_units(p: &Parameters, tolerance: f64) -> usize {
    let mut lasts: Vec<usize> = Vec::new();
    for i in 0..p.w1.nrows() {
        match lasts.iter_mut().find(|last| all_near(p, **last, i, tolerance)) {
            Some(last) => *last = i,
            None => lasts.push(i),
        }
    }
    lasts.len()
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "S50",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| into_near(p, i, j, tolerance)),
        "You compare rows of w1 only. Units that differ in b1 or in their column of w2 are \
         different, too.",
        "w1의 행만 비교했습니다. b1이나 w2의 열이 다른 유닛도 서로 다른 유닛입니다."
    ),
    mistake!(
        "S51",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            into_near(p, i, j, tolerance) && bias_near(p, i, j, tolerance)
        }),
        "You leave w2 out: units with another column of w2 get other gradients, so they are \
         different.",
        "w2를 빠뜨렸습니다. w2의 열이 다르면 그래디언트도 다르므로 서로 다른 유닛입니다."
    ),
    mistake!(
        "S52",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            into_near(p, i, j, tolerance) && out_near(p, i, j, tolerance)
        }),
        "You leave b1 out: units with another bias compute something else.",
        "b1을 빠뜨렸습니다. 편향이 다른 유닛은 다른 값을 계산합니다."
    ),
    mistake!(
        "S53",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            into_near(p, i, j, tolerance)
                && bias_near(p, i, j, tolerance)
                && (p.w2[[0, i]] - p.w2[[0, j]]).abs() <= tolerance
        }),
        "You look at the first output only: compare the whole column of w2.",
        "첫 번째 출력만 보았습니다. w2의 열 전체를 비교하세요."
    ),
    mistake!(
        "S54",
        unit_classes,
        |p, tolerance| 1 + (1..p.w1.nrows()).filter(|i| !all_near(p, i - 1, *i, tolerance)).count(),
        "You compare each unit with the one before it only, so that a class is counted again when \
         it comes back later.",
        "각 유닛을 바로 앞 유닛하고만 비교해서, 나중에 다시 나온 클래스를 또 셉니다."
    ),
    mistake!(
        "S55",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            let numbers = numbers_of(p, i).into_iter().zip(numbers_of(p, j));
            numbers.into_iter().all(|(a, b)| (a - b).abs() < tolerance)
        }),
        "Exactly `tolerance` apart is still within the tolerance: use `<=`. With tolerance 0 equal \
         units must count as equal.",
        "차이가 정확히 `tolerance`여도 허용 범위 안이므로 `<=`를 쓰세요. 허용 오차가 0일 때 같은 \
         유닛은 같다고 세야 합니다."
    ),
    mistake!(
        "S56",
        unit_classes,
        |p, _| count_firsts(p, |i, j| numbers_of(p, i) == numbers_of(p, j)),
        "You compare exactly and never use the tolerance.",
        "허용 오차를 쓰지 않고 정확히 같은지만 비교했습니다."
    ),
    mistake!(
        "S57",
        unit_classes,
        |p, _| count_firsts(p, |i, j| all_near(p, i, j, 0.2)),
        "You use a tolerance of your own instead of the argument.",
        "인자로 받은 허용 오차 대신 스스로 정한 값을 썼습니다."
    ),
    mistake!(
        "S58",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            into_near(p, i, j, tolerance)
                || bias_near(p, i, j, tolerance)
                || out_near(p, i, j, tolerance)
        }),
        "You take units for equal when *any* of w1, b1 and w2 agrees; all three must.",
        "w1, b1, w2 중 하나라도 같으면 같은 유닛으로 보았습니다. 셋 모두 같아야 합니다."
    ),
    mistake!(
        "S59",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            let numbers = numbers_of(p, i).into_iter().zip(numbers_of(p, j));
            numbers.into_iter().all(|(a, b)| b - a <= tolerance)
        }),
        "Take the absolute value of the difference: a number far *below* is within no tolerance.",
        "차이의 절댓값을 쓰세요. 훨씬 *작은* 수도 허용 범위 밖입니다."
    ),
    mistake!(
        "S60",
        unit_classes,
        |p, tolerance| {
            let n_h = p.w1.nrows();
            let has_twin =
                |i: usize| (0..n_h).any(|j| j != i && all_near(p, i.min(j), i.max(j), tolerance));
            (0..n_h).filter(|i| !has_twin(*i)).count()
        },
        "You count the units that have no twin. A class of several units counts once, too.",
        "짝이 없는 유닛만 셌습니다. 여러 유닛으로 된 클래스도 하나로 세야 합니다."
    ),
    mistake!(
        "S61",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| all_near(p, i, j, tolerance)) - 1,
        "One too few: the class of the first unit counts as well.",
        "하나 적습니다. 첫 유닛의 클래스도 세야 합니다."
    ),
    mistake!(
        "S62",
        unit_classes,
        |p, tolerance| {
            let is_new = |i: &usize| !(0..*i).any(|j| all_near(p, j, *i, tolerance));
            (0..p.w1.nrows()).filter(is_new).count()
        },
        "You compare with every earlier unit, so that a chain of near units becomes one class. \
         Compare with the first unit of each class only.",
        "앞선 모든 유닛과 비교해서, 조금씩 다른 유닛이 이어지면 한 클래스가 됩니다. 각 클래스의 첫 \
         유닛하고만 비교하세요."
    ),
    mistake!(
        "S63",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            let numbers = numbers_of(p, i).into_iter().zip(numbers_of(p, j));
            numbers.map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt() <= tolerance
        }),
        "You compare the length of the whole difference. The tolerance is for each number by \
         itself.",
        "차이 벡터의 길이를 비교했습니다. 허용 오차는 수 하나하나에 적용됩니다."
    ),
    mistake!(
        "S64",
        unit_classes,
        |p, tolerance| 1 + (1..p.w1.nrows()).filter(|i| !all_near(p, 0, *i, tolerance)).count(),
        "You compare with unit 0 only: two equal units that differ from unit 0 are one class, not \
         two.",
        "유닛 0하고만 비교했습니다. 유닛 0과 다르더라도 서로 같은 두 유닛은 한 클래스입니다."
    ),
    mistake!(
        "S65",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            let sum = |unit| numbers_of(p, unit).into_iter().sum::<f64>();
            (sum(i) - sum(j)).abs() <= tolerance
        }),
        "You compare the sums of the numbers. Different numbers can have the same sum: compare \
         them one by one.",
        "수의 합을 비교했습니다. 서로 다른 수도 합은 같을 수 있으니 하나씩 비교하세요."
    ),
    mistake!(
        "S66",
        unit_classes,
        largest_class,
        "You answer how many units the largest class has, not how many classes there are.",
        "클래스의 개수가 아니라 가장 큰 클래스의 유닛 수를 답했습니다."
    ),
    mistake!(
        "S67",
        unit_classes,
        classes_of_columns,
        "A hidden unit is a *row* of w1, not a column.",
        "은닉 유닛은 w1의 열이 아니라 *행*입니다."
    ),
    mistake!(
        "S68",
        unit_classes,
        last_units,
        "You compare with the last unit that joined a class, so that the class drifts. Compare \
         with its first.",
        "클래스에 마지막으로 들어온 유닛과 비교해서 클래스가 점점 옮겨 갑니다. 첫 유닛과 비교하세요."
    ),
    mistake!(
        "S69",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            let numbers = numbers_of(p, i).into_iter().zip(numbers_of(p, j));
            numbers.into_iter().all(|(a, b)| (a - b).abs() <= tolerance * a.abs().max(1.0))
        }),
        "Your tolerance grows with the numbers. It is absolute: |a - b| <= tolerance.",
        "수가 커지면 허용 오차도 커집니다. 허용 오차는 절대적입니다: |a - b| <= tolerance."
    ),
    mistake!(
        "S122",
        unit_classes,
        |p, tolerance| count_firsts(p, |i, j| {
            let mut numbers = numbers_of(p, i).into_iter().zip(numbers_of(p, j));
            all_near(p, i, j, tolerance) || numbers.all(|(a, b)| (a + b).abs() <= tolerance)
        }),
        "You take a unit and its mirror image, with all signs flipped, for equal. Their numbers differ.",
        "부호가 모두 반대인 유닛을 같은 유닛으로 보았습니다. 수가 다르면 다른 유닛입니다."
    ),
];
