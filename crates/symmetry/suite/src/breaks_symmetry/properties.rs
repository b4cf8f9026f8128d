//! Laws of the start that breaks symmetry: tanh hidden units, unbalanced data.

use init::Parameters;
use ndarray::Array2;
use testkit::generators::{Pool, build, one_of};
use testkit::{Strategy, Verdict, ensure, for_all, for_share};

use crate::Start::{Constant, Random, Zero};
use crate::inputs::{Training, below};
use crate::{Answers, Start, reference};

/// Training decides the truth table: for each of the 27 cells, a few networks that start so are
/// trained, and their hidden units either part or stay equal. Kills S70, that asks for a random
/// `w1`.
pub fn agrees_with_training_in_every_cell(answers: &Answers) -> Verdict {
    for (w1, b1, w2) in cells() {
        let got = answers.breaks_symmetry(w1, b1, w2);
        let trainings = networks(w1, b1, w2);
        for_share(27, ["start", "training"], trainings, |(start, Training { x, y, steps })| {
            let parameters = reference::trained(start, x, y, 0.25, *steps);
            let (n_h, classes) = (start.w1.nrows(), different_hidden_units(&parameters));
            ensure!(
                got == (classes > 1),
                "breaks_symmetry({w1:?}, {b1:?}, {w2:?}) came out as {got}; but {n_h} hidden units \
                 that start like this and train for {steps} steps compute {classes} different \
                 functions.",
                "breaks_symmetry({w1:?}, {b1:?}, {w2:?})의 결과가 {got}입니다. 그러나 이렇게 시작한 \
                 은닉 유닛 {n_h}개를 {steps}단계 학습하면 서로 다른 함수는 {classes}개입니다."
            );
            Ok(())
        })?;
    }
    Ok(())
}

/// Without a random group all hidden units are equal at the start, so they receive equal
/// gradients. Kills S74, that takes a constant for enough.
pub fn needs_more_than_zeros_and_constants(answers: &Answers) -> Verdict {
    let start = || one_of(&[Zero, Constant]);
    for_all(["w1", "b1", "w2"], (start(), start(), start()), |(w1, b1, w2)| {
        let got = answers.breaks_symmetry(*w1, *b1, *w2);
        ensure!(
            !got,
            "breaks_symmetry({w1:?}, {b1:?}, {w2:?}) came out as true; nothing here tells one \
             hidden unit from another, so it must be false.",
            "breaks_symmetry({w1:?}, {b1:?}, {w2:?})의 결과가 true입니다. 은닉 유닛을 서로 \
             구별할 것이 없으므로 false이어야 합니다."
        );
        Ok(())
    })
}

/// Random numbers in one group reach the others through the gradients. Kills S72, that overlooks
/// the biases.
pub fn needs_only_one_random_group(answers: &Answers) -> Verdict {
    let start = || one_of(&[Zero, Constant]);
    let inputs = (start(), start(), start(), 0..3_usize)
        .prop_map(|(w1, b1, w2, random)| with_random((w1, b1, w2), random));
    for_all(["w1", "b1", "w2"], inputs, |(w1, b1, w2)| {
        let got = answers.breaks_symmetry(*w1, *b1, *w2);
        ensure!(
            got,
            "breaks_symmetry({w1:?}, {b1:?}, {w2:?}) came out as false; one random group is \
             enough, so it must be true.",
            "breaks_symmetry({w1:?}, {b1:?}, {w2:?})의 결과가 false입니다. 무작위인 묶음이 하나만 \
             있어도 충분하므로 true이어야 합니다."
        );
        Ok(())
    })
}

/// Drawing one more group at random never makes units equal again. Kills S85, that wants exactly
/// one random group.
pub fn is_never_undone_by_more_randomness(answers: &Answers) -> Verdict {
    for_all(
        ["w1", "b1", "w2", "random"],
        (any(), any(), any(), 0..3_usize),
        |(w1, b1, w2, random)| {
            let (v1, c1, v2) = with_random((*w1, *b1, *w2), *random);
            let less = answers.breaks_symmetry(*w1, *b1, *w2);
            let more = answers.breaks_symmetry(v1, c1, v2);
            ensure!(
                more || !less,
                "breaks_symmetry({w1:?}, {b1:?}, {w2:?}) is true but breaks_symmetry({v1:?}, {c1:?}, \
             {v2:?}) is false; more randomness must not take the difference away.",
                "breaks_symmetry({w1:?}, {b1:?}, {w2:?})의 결과는 true인데 breaks_symmetry({v1:?}, \
             {c1:?}, {v2:?})의 결과는 false입니다. 무작위를 더한다고 차이가 사라지면 안 됩니다."
            );
            Ok(())
        },
    )
}

/// The same number for every unit tells no unit from another, whether it is zero or not. Kills
/// S81, that takes `w1 = 0` for hopeless.
pub fn takes_a_constant_for_no_better_than_zero(answers: &Answers) -> Verdict {
    for_all(["w1", "b1", "w2"], (any(), any(), any()), |(w1, b1, w2)| {
        let zeroed = |start: Start| if start == Constant { Zero } else { start };
        let (v1, c1, v2) = (zeroed(*w1), zeroed(*b1), zeroed(*w2));
        let constant = answers.breaks_symmetry(*w1, *b1, *w2);
        let zero = answers.breaks_symmetry(v1, c1, v2);
        ensure!(
            constant == zero,
            "breaks_symmetry({w1:?}, {b1:?}, {w2:?}) is {constant} but breaks_symmetry({v1:?}, \
             {c1:?}, {v2:?}) is {zero}; a constant must do as zero does.",
            "breaks_symmetry({w1:?}, {b1:?}, {w2:?})의 결과는 {constant}, breaks_symmetry({v1:?}, \
             {c1:?}, {v2:?})의 결과는 {zero}입니다. 상수는 0과 다를 바가 없어야 합니다."
        );
        Ok(())
    })
}

/// It does not matter which of the groups is random. Kills S83, that wants `w2` not to be zero.
pub fn treats_the_three_groups_alike(answers: &Answers) -> Verdict {
    for_all(["w1", "b1", "w2", "swap"], (any(), any(), any(), 0..3_usize), |(w1, b1, w2, swap)| {
        let (v1, c1, v2) = [(*w1, *w2, *b1), (*w2, *b1, *w1), (*b1, *w1, *w2)][*swap];
        let here = answers.breaks_symmetry(*w1, *b1, *w2);
        let there = answers.breaks_symmetry(v1, c1, v2);
        ensure!(
            here == there,
            "breaks_symmetry({w1:?}, {b1:?}, {w2:?}) is {here} but breaks_symmetry({v1:?}, {c1:?}, \
             {v2:?}) is {there}; it must not matter which group starts how.",
            "breaks_symmetry({w1:?}, {b1:?}, {w2:?})의 결과는 {here}, breaks_symmetry({v1:?}, {c1:?}, \
             {v2:?})의 결과는 {there}입니다. 어느 묶음인지에 따라 달라지면 안 됩니다."
        );
        Ok(())
    })
}

/// The 27 ways to start, the simplest first.
fn cells() -> impl Iterator<Item = (Start, Start, Start)> {
    let with = |w1| Start::ALL.into_iter().map(move |b1| (w1, b1));
    Start::ALL
        .into_iter()
        .flat_map(with)
        .flat_map(|(w1, b1)| Start::ALL.into_iter().map(move |w2| (w1, b1, w2)))
}

fn any() -> impl Strategy<Value = Start> {
    one_of(&Start::ALL)
}

/// The same start with one of its groups drawn at random.
fn with_random((w1, b1, w2): (Start, Start, Start), random: usize) -> (Start, Start, Start) {
    [(Random, b1, w2), (w1, Random, w2), (w1, b1, Random)][random]
}

/// Networks whose groups start like this, with data to train on.
///
/// The labels are not half 0 and half 1: then the first gradients cancel, and nothing would move.
/// There is one output, for the same reason. The constants are too small to saturate a unit.
fn networks(w1: Start, b1: Start, w2: Start) -> impl Strategy<Value = (Parameters, Training)> {
    build([1..=2, 2..=3, 1..=4], move |[n_x, n_h, m], pool| {
        let mut start = Parameters {
            w1: group(w1, n_h, n_x, pool),
            b1: group(b1, n_h, 1, pool),
            w2: group(w2, n_h, 1, pool),
            b2: Array2::zeros((1, 1)),
        };
        start.w2 = start.w2.reversed_axes();
        let mut training = Training::from_pool(pool, n_x, 1, m, 3);
        if 2.0 * training.y.sum() == m as f64 {
            training.y[[0, 0]] = 1.0 - training.y[[0, 0]];
        }
        (start, training)
    })
}

/// Parameters with a row per hidden unit that start like this.
fn group(start: Start, n_h: usize, columns: usize, pool: &mut Pool) -> Array2<f64> {
    match start {
        Zero => Array2::zeros((n_h, columns)),
        Constant => {
            let size = (1 + below(4, pool)) as f64 / 8.0;
            let number = if pool.number() < 0.0 { -size } else { size };
            Array2::from_elem((n_h, columns), number)
        }
        Random => {
            let mut drawn = pool.matrix(n_h, columns);
            // Random numbers never meet; those of the pool do.
            if drawn.row(0) == drawn.row(1) {
                drawn[[1, 0]] += 0.125;
            }
            drawn
        }
    }
}

/// How many different functions the hidden units compute: `w2` does not matter here.
fn different_hidden_units(parameters: &Parameters) -> usize {
    let inner = Parameters { w2: Array2::zeros(parameters.w2.dim()), ..parameters.clone() };
    reference::unit_classes(&inner, 1e-9)
}
