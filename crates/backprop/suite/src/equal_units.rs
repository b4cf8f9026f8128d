//! The laws of symmetric units: hidden units that are equal stay equal, and only those. They are
//! properties of `backward`, of `update` and of `train`.

use contract::say;
use init::Parameters;
use init_suite::inputs::network;
use ndarray::{Array2, Axis, Slice};
use testkit::generators::{build, one_of, size};
use testkit::{Complaint, Strategy, Verdict, agrees, close, ensure, for_all};

use crate::data::{flower_start, planar_flower};
use crate::inputs::{Case, ROUNDING, brief, cases, given};
use crate::{Answers, Gradients, reference};

/// Networks whose hidden units, two at least, are all equal, with any numbers in them.
fn networks_of_equal_units() -> impl Strategy<Value = Case> {
    build([1..=3, 2..=4, 1..=2, 1..=4], |[n_x, n_h, n_y, m], pool| Case {
        parameters: repeated(&network(pool, n_x, 1, n_y), n_h),
        x: pool.matrix(n_x, m),
        y: pool.labels(n_y, m),
    })
}

/// The only hidden unit of `narrow`, `n_h` times.
fn repeated(narrow: &Parameters, n_h: usize) -> Parameters {
    let times = |matrix: &Array2<f64>, axis| matrix.select(axis, &vec![0; n_h]);
    Parameters {
        w1: times(&narrow.w1, Axis(0)),
        b1: times(&narrow.b1, Axis(0)),
        w2: times(&narrow.w2, Axis(1)),
        b2: narrow.b2.clone(),
    }
}

/// The first unit whose numbers in `matrix`, one line along `axis` for each, are not those of unit
/// 0, and by how much they differ.
fn first_that_differs(matrix: &Array2<f64>, axis: Axis) -> Option<(usize, String)> {
    let first = matrix.slice_axis(axis, Slice::from(..matrix.len_of(axis).min(1)));
    matrix.axis_chunks_iter(axis, 1).enumerate().skip(1).find_map(|(unit, line)| {
        let mut pairs = line.into_iter().zip(&first);
        let (a, b) = pairs.find(|(a, b)| !close(**a, **b, ROUNDING))?;
        Some((unit, brief((a - b).abs())))
    })
}

/// Units that compute the same and are used in the same way are pulled in the same direction: equal
/// units receive equal gradients, whatever the data and the numbers in them. Kills B96, which
/// counts the units.
pub fn gives_equal_units_equal_gradients(answers: &Answers) -> Verdict {
    for_all([], networks_of_equal_units(), |case| {
        let Gradients { dw1, db1, dw2, .. } = case.gradients(answers);
        for (what, gradient, axis) in [("dw1", dw1, 0), ("db1", db1, 0), ("dw2", dw2, 1)] {
            if let Some((unit, gap)) = first_that_differs(&gradient, Axis(axis)) {
                return Err(Complaint::new(say!(
                    "The hidden units 0 and {unit} are equal, but their parts of {what} differ by \
                     {gap}; equal units must receive equal gradients.",
                    "0번 은닉 유닛과 {unit}번 은닉 유닛은 같은데 {what}에서 {gap}만큼 다릅니다. 같은 \
                     유닛은 같은 기울기를 받아야 합니다."
                )));
            }
        }
        Ok(())
    })
}

/// A network of zeros is stuck: no `a1` reaches `dw2`, and no `w2` lets an error through to `dw1`
/// and `db1`. Only `b2` may move. Kills B13, with `x` in the wrong place.
pub fn gives_zero_weights_zero_gradients(answers: &Answers) -> Verdict {
    for_all([], cases(), |case| {
        let Parameters { w1, b1, w2, b2 } = &case.parameters;
        let zeros = Parameters { w1: 0.0 * w1, b1: 0.0 * b1, w2: 0.0 * w2, b2: b2.clone() };
        let stuck = Case { parameters: zeros.clone(), ..case.clone() };
        let Gradients { dw1, db1, dw2, .. } = stuck.gradients(answers);
        given(
            "With w1, b1 and w2 at 0",
            "w1, b1, w2가 모두 0일 때",
            agrees("dw1, db1, dw2", &(dw1, db1, dw2), &(zeros.w1, zeros.b1, zeros.w2), ROUNDING),
        )
    })
}

/// Equal units with equal gradients take equal steps. Kills U58, which moves a unit by its number.
pub fn moves_equal_units_alike(answers: &Answers) -> Verdict {
    for_all([], networks_of_equal_units(), |case| {
        let Case { parameters, x, y } = case;
        let gradients = reference::backward(parameters, &case.cache(), x, y);
        all_units_equal(&answers.update(parameters, &gradients, 0.5))
    })
}

/// Equal units never part, for any number of steps: training cannot break the symmetry of its
/// start. Kills T66, which breaks it by itself.
pub fn never_parts_equal_units(answers: &Answers) -> Verdict {
    let inputs = (networks_of_equal_units(), one_of(&[0.5, 0.1, 1.0]), size(1..=7));
    for_all(["case", "learning_rate", "steps"], inputs, |(case, learning_rate, steps)| {
        let Case { parameters, x, y } = case;
        let (trained, _) = answers.train(x, y, parameters, *learning_rate, *steps);
        all_units_equal(&trained)
    })
}

/// Holds when every unit has the numbers of the first.
fn all_units_equal(parameters: &Parameters) -> Verdict {
    let Parameters { w1, b1, w2, .. } = parameters;
    for (what, matrix, axis) in [("w1", w1, 0), ("b1", b1, 0), ("w2", w2, 1)] {
        if let Some((unit, gap)) = first_that_differs(matrix, Axis(axis)) {
            return Err(Complaint::new(say!(
                "The hidden units 0 and {unit} began equal, but their parts of {what} differ by \
                 {gap} at the end; equal units must stay equal.",
                "0번 은닉 유닛과 {unit}번 은닉 유닛은 같은 값으로 시작했는데 마지막에는 {what}에서 \
                 {gap}만큼 다릅니다. 같은 유닛은 계속 같아야 합니다."
            )));
        }
    }
    Ok(())
}

/// Equal units are worth one: `n` of them learn what a single unit learns whose `w2` is `n` times
/// as large, `n` times as fast there and at an `n`-th of the rate in `w1` and `b1`. Kills T52, the
/// learning rate of the lecture.
pub fn trains_equal_units_like_one(answers: &Answers) -> Verdict {
    let inputs = (networks_of_equal_units(), one_of(&[0.5, 0.25]), 0..=4_usize);
    for_all(["case", "learning_rate", "steps"], inputs, |(case, learning_rate, steps)| {
        let Case { parameters, x, y } = case;
        let (trained, _) = answers.train(x, y, parameters, *learning_rate, *steps);
        given(
            "Compared with a single unit in the place of the equal ones",
            "같은 유닛들을 유닛 하나로 바꾸어 학습한 것과 비교하면",
            agrees("parameters", &trained, &train_as_one(case, *learning_rate, *steps), 1e-9),
        )
    })
}

/// What a network of equal units becomes, by way of the one unit that they are worth.
fn train_as_one(case: &Case, learning_rate: f64, steps: usize) -> Parameters {
    let n_h = case.parameters.b1.nrows();
    let n = n_h as f64;
    let only_first = |matrix: &Array2<f64>, axis| matrix.select(axis, &[0]);
    let mut narrow = Parameters {
        w1: only_first(&case.parameters.w1, Axis(0)),
        b1: only_first(&case.parameters.b1, Axis(0)),
        w2: n * only_first(&case.parameters.w2, Axis(1)),
        b2: case.parameters.b2.clone(),
    };
    for _ in 0..steps {
        let cache = reference::forward(&narrow, &case.x);
        let Gradients { dw1, db1, dw2, db2 } =
            reference::backward(&narrow, &cache, &case.x, &case.y);
        narrow.w1.scaled_add(-learning_rate / n, &dw1);
        narrow.b1.scaled_add(-learning_rate / n, &db1);
        narrow.w2.scaled_add(-learning_rate * n, &dw2);
        narrow.b2.scaled_add(-learning_rate, &db2);
    }
    narrow.w2 /= n;
    repeated(&narrow, n_h)
}

/// Weights that are random, however small, let the units part, and the biases may be zero: after
/// 100 steps on the flower each unit looks in a direction of its own. Kills T54, which starts from
/// zeros.
pub fn parts_units_that_start_at_random(answers: &Answers) -> Verdict {
    let flower = planar_flower();
    let (trained, _) = answers.train(&flower.x, &flower.y, &flower_start(4), 1.2, 100);
    let units = || trained.w1.outer_iter().enumerate();
    for (i, row) in units() {
        for (j, other) in units().take(i) {
            let gap = row.iter().zip(other).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            ensure!(
                gap > 0.1,
                "The hidden units {j} and {i} began with different small weights and zero biases, \
                 but after 100 steps on the flower their rows of w1 are only {gap} apart; they \
                 must part.",
                "{j}번 은닉 유닛과 {i}번 은닉 유닛은 서로 다른 작은 가중치와 0인 편향으로 시작했는데, \
                 꽃 데이터로 100단계 학습한 뒤에도 w1의 행이 {gap}만큼만 다릅니다. 서로 달라져야 \
                 합니다."
            );
        }
    }
    Ok(())
}
