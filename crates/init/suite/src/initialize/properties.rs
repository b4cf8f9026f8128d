//! Laws of `initialize`: small normal weights, each a draw of its own, and biases of zero.

use contract::Text;
use testkit::generators::size;
use testkit::statistics::normal_below;
use testkit::{Strategy, Verdict, agrees, ensure, for_all, number};

use crate::chance::{
    Entries, FAR_OUT, Law, SEEDS, SIDE, Sample, append, are_drawn_alone,
    are_strangers_in_rows_and_columns, blank, follow, follows_generator, generator,
    is_normal_far_out, of_matrix, recognized, repeats_no_number,
};
use crate::initialize::mistakes::MISTAKES;
use crate::{Answers, Parameters, reference};

/// What the weights are multiplied with.
const SCALE: f64 = 0.01;

/// The sizes of a small network, and a seed.
fn networks() -> impl Strategy<Value = (usize, usize, usize, u64)> {
    (size(1..=4), size(1..=4), size(1..=3), SEEDS)
}

const NAMES: [&str; 4] = ["n_x", "n_h", "n_y", "seed"];

fn weights(parameters: &Parameters) -> Entries {
    let mut entries = of_matrix("w1", &parameters.w1);
    entries.extend(of_matrix("w2", &parameters.w2));
    entries
}

/// What a student did whose network shows it plainly, however its numbers were drawn.
fn mistake_in(answers: &Answers) -> Option<&'static str> {
    let [first, second] = [1, 2].map(|seed| answers.initialize(&mut generator(seed), 2, 3, 4));
    let (w1, w2): (Vec<f64>, Vec<f64>) =
        (first.w1.iter().copied().collect(), first.w2.into_iter().collect());
    if first.w1.dim() == (2, 3) {
        Some("I05")
    } else if w1[0].to_bits() == w1[1].to_bits() {
        None // A constant is known by its value.
    } else if first.w1 == second.w1 {
        Some("I13")
    } else if first.w1.rows().into_iter().all(|row| row == first.w1.row(0)) {
        Some("I08")
    } else {
        (w1 == w2[..w1.len()]).then_some("I07")
    }
}

/// A row per unit of the layer and a column per unit of the one before; biases are columns. Kills
/// I05, transposed weights, and I120, biases that are rows.
pub fn gives_every_matrix_its_shape(answers: &Answers) -> Verdict {
    let verdict = for_all(NAMES, networks(), |(n_x, n_h, n_y, seed)| {
        let got = answers.initialize(&mut generator(*seed), *n_x, *n_h, *n_y);
        let want = reference::initialize_zeros(*n_x, *n_h, *n_y);
        agrees("w1", &blank(&got.w1), &want.w1, 0.0)?;
        agrees("b1", &blank(&got.b1), &want.b1, 0.0)?;
        agrees("w2", &blank(&got.w2), &want.w2, 0.0)?;
        agrees("b2", &blank(&got.b2), &want.b2, 0.0)
    });
    recognized(verdict, MISTAKES, || mistake_in(answers))
}

/// The weights alone tell the units apart, so the biases start at 0 (claim C42). Kills I121, random
/// biases, and I122, small ones.
pub fn leaves_the_biases_at_zero(answers: &Answers) -> Verdict {
    for_all(NAMES, networks(), |(n_x, n_h, n_y, seed)| {
        let Parameters { b1, b2, .. } = answers.initialize(&mut generator(*seed), *n_x, *n_h, *n_y);
        for (name, z) in of_matrix("b1", &b1).into_iter().chain(of_matrix("b2", &b2)) {
            ensure!(
                z == 0.0,
                "{name} came out as {z}; every bias must be 0.",
                "{name}의 결과가 {z}입니다. 편향은 모두 0이어야 합니다.",
                z = number(z)
            );
        }
        Ok(())
    })
}

/// The same seed, the same network; another seed or another call, another one, in every weight.
/// Kills I13, a seed of its own.
pub fn follows_its_generator(answers: &Answers) -> Verdict {
    let verdict = for_all(NAMES, networks(), |(n_x, n_h, n_y, seed)| {
        follows_generator(*seed, |rng| weights(&answers.initialize(rng, *n_x, *n_h, *n_y)))
    });
    recognized(verdict, MISTAKES, || mistake_in(answers))
}

/// Each weight is a draw of its own: rows are distinct (equal rows are equal units), columns are,
/// and the layers share no numbers. Kills I08, equal rows, I07, layers that begin alike, and I14,
/// a single random column.
pub fn repeats_no_weight(answers: &Answers) -> Verdict {
    let verdict = for_all(NAMES, networks(), |(n_x, n_h, n_y, seed)| {
        let parameters = answers.initialize(&mut generator(*seed), *n_x, *n_h, *n_y);
        repeats_no_number(&weights(&parameters))
    });
    recognized(verdict, MISTAKES, || mistake_in(answers))
}

/// The weights are `0.01 * randn` in networks of every size: mean 0, standard deviation 0.01,
/// normal. Kills I04, no factor, I10, a factor of 100, and I123, uniform numbers.
pub fn draws_small_normal_weights(answers: &Answers) -> Verdict {
    let sizes = [
        ([1, 1, 1], 600),
        ([2, 4, 1], 200),
        ([3, 2, 2], 200),
        ([4, 4, 4], 100),
        ([1, 6, 3], 200),
        ([40, 50, 30], 8),
    ];
    let samples: Vec<Sample> =
        sizes.iter().flat_map(|(sizes, calls)| samples(answers, *sizes, *calls)).collect();
    // A sample of w1 and one of w2 for each network.
    let fan_in = |i: usize| sizes[i / 2].0[i % 2] as f64;
    follow(
        &samples,
        MISTAKES,
        &[
            ("I132", &|i| Law::Normal(if i % 2 == 0 { SCALE } else { 1.0 })),
            ("I136", &|i| Law::Normal((1.0 / fan_in(i)).sqrt())),
            ("I138", &|i| Law::Normal((2.0 / fan_in(i)).sqrt())),
            ("I04", &|_| Law::Normal(1.0)),
            ("I10", &|_| Law::Normal(100.0)),
            ("I123", &|_| Law::Uniform(0.0, SCALE)),
            ("I124", &|_| Law::Uniform(-SCALE, SCALE)),
            ("I125", &|_| Law::Normal(SCALE.sqrt())),
            ("I126", &|_| Law::Normal(SCALE * SCALE)),
            ("I127", &|_| Law::Positive(SCALE)),
        ],
    )
}

/// The weights of `calls` networks, a sample per layer.
fn samples(answers: &Answers, [n_x, n_h, n_y]: [usize; 3], calls: usize) -> [Sample; 2] {
    let mut rng = generator((n_x + n_h + n_y) as u64);
    let (mut w1, mut w2) = (Vec::new(), Vec::new());
    for _ in 0..calls {
        let parameters = answers.initialize(&mut rng, n_x, n_h, n_y);
        append(&mut w1, &parameters.w1);
        append(&mut w2, &parameters.w2);
    }
    let of = format!("n_x = {n_x}, n_h = {n_h}, n_y = {n_y}");
    [("w1", w1), ("w2", w2)].map(|(name, numbers)| Sample {
        what: Text::new(format!("weights {name} ({of})"), format!("가중치 {name} ({of})")),
        numbers,
        law: Law::Normal(SCALE),
    })
}

/// Both layers are normal also far out. Kills I128, draws cut off at two deviations, I129, draws
/// moved to the bounds, and I130, sums of twelve uniform numbers.
pub fn draws_normal_weights_far_out(answers: &Answers) -> Verdict {
    let [w1, w2] = samples(answers, [64, 128, 64], FAR_OUT / (64 * 128));
    for sample in [w1, w2] {
        agrees("the number of weights", &sample.numbers.len(), &FAR_OUT, 0.0)?;
        is_normal_far_out(&sample.what, &sample.numbers, SCALE)?;
    }
    Ok(())
}

/// The weights of a layer, and those of the two layers, know nothing of each other: whatever their
/// signs, half the sum of four is normal again, and neither sign nor size of one tells about its
/// neighbours in the row or in the column. Kills I131, a layer shifted to mean 0, and I139, which
/// uses a uniform number twice.
pub fn draws_each_weight_on_its_own(answers: &Answers) -> Verdict {
    let mut rng = generator(4);
    let mut w1 = || {
        let parameters = answers.initialize(&mut rng, 2, 2, 1);
        parameters.w1.into_iter().map(|w| w / SCALE).collect()
    };
    are_drawn_alone(&Text::new("weights w1", "가중치 w1"), &mut w1, normal_below)?;
    let mut both = || {
        let parameters = answers.initialize(&mut rng, 1, 2, 1);
        parameters.w1.into_iter().chain(parameters.w2).map(|w| w / SCALE).collect()
    };
    are_drawn_alone(&Text::new("weights w1 and w2", "가중치 w1과 w2"), &mut both, normal_below)?;
    let w1 = answers.initialize(&mut rng, SIDE, SIDE, 1).w1 / SCALE;
    are_strangers_in_rows_and_columns(&Text::new("weights w1", "가중치 w1"), &w1)
}
