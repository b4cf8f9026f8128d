//! Laws of `initialize_scaled`: normal weights of variance `gain / fan_in`.

use contract::Text;
use ndarray::Array2;
use testkit::generators::{one_of, size};
use testkit::statistics::normal_below;
use testkit::{Strategy, Verdict, agrees, for_all};

use crate::chance::{
    FAR_OUT, Law, SEEDS, SIDE, Sample, append, are_drawn_alone, are_strangers_in_rows_and_columns,
    blank, follow, follows_generator, generator, is_normal_far_out, of_matrix, recognized,
    repeats_no_number,
};
use crate::scaled::mistakes::MISTAKES;
use crate::{Answers, reference};

/// The sizes of a small layer, a gain and a seed.
fn layers() -> impl Strategy<Value = (usize, usize, f64, u64)> {
    (size(1..=4), size(1..=4), one_of(&[1.0, 2.0, 0.5, 3.0]), SEEDS)
}

const NAMES: [&str; 4] = ["fan_in", "fan_out", "gain", "seed"];

/// What a student did whose matrix shows it plainly, however its numbers were drawn.
fn mistake_in(answers: &Answers) -> Option<&'static str> {
    let [first, second] =
        [1, 2].map(|seed| answers.initialize_scaled(&mut generator(seed), 2, 3, 2.0));
    let numbers: Vec<f64> = first.iter().copied().collect();
    if first.dim() == (2, 3) {
        Some("I150")
    } else if numbers[0].to_bits() == numbers[1].to_bits() {
        None // A constant is known by its value.
    } else if first == second {
        Some("I151")
    } else {
        first.rows().into_iter().all(|row| row == first.row(0)).then_some("I152")
    }
}

/// A row per output and a column per input, so that `w x` fits. Kills I150, the transpose.
pub fn has_a_row_per_output(answers: &Answers) -> Verdict {
    let verdict = for_all(NAMES, layers(), |(fan_in, fan_out, gain, seed)| {
        let got = answers.initialize_scaled(&mut generator(*seed), *fan_in, *fan_out, *gain);
        agrees("w", &blank(&got), &Array2::zeros((*fan_out, *fan_in)), 0.0)
    });
    recognized(verdict, MISTAKES, || mistake_in(answers))
}

/// The same seed, the same weights; another seed or another call, others, in every entry. Kills
/// I151, a seed of its own.
pub fn follows_its_generator(answers: &Answers) -> Verdict {
    let verdict = for_all(NAMES, layers(), |(fan_in, fan_out, gain, seed)| {
        follows_generator(*seed, |rng| {
            of_matrix("w", &answers.initialize_scaled(rng, *fan_in, *fan_out, *gain))
        })
    });
    recognized(verdict, MISTAKES, || mistake_in(answers))
}

/// Each weight is a draw of its own: equal rows would be equal units. Kills I152, equal rows, and
/// I153, a constant.
pub fn repeats_no_weight(answers: &Answers) -> Verdict {
    let verdict = for_all(NAMES, layers(), |(fan_in, fan_out, gain, seed)| {
        let w = answers.initialize_scaled(&mut generator(*seed), *fan_in, *fan_out, *gain);
        repeats_no_number(&of_matrix("w", &w))
    });
    recognized(verdict, MISTAKES, || mistake_in(answers))
}

/// Sizes and gains, and how many matrices are drawn of each.
const SETTINGS: [((usize, usize, f64), usize); 7] = [
    ((1, 1, 2.0), 1_000),
    ((3, 5, 1.0), 200),
    ((5, 3, 2.0), 200),
    ((64, 4, 2.0), 24),
    ((4, 64, 2.0), 24),
    ((40, 100, 1.0), 2),
    ((100, 40, 0.5), 2),
];

/// Then a layer of ReLU (gain 2) or tanh (gain 1) passes on signals about as large as they came,
/// for any number of inputs. Kills I16, `fan_out`, I17, the variance taken for the deviation, I19,
/// a root of the gain alone, and I20, Glorot's mean of both sides.
pub fn has_variance_gain_over_fan_in(answers: &Answers) -> Verdict {
    let samples = SETTINGS.map(|((fan_in, fan_out, gain), calls)| {
        let deviation = reference::scale(fan_in, gain);
        sample(answers, (fan_in, fan_out, gain), calls, Law::Normal(deviation))
    });
    let normal = |deviation: fn(f64, f64, f64) -> f64| {
        move |i: usize| {
            let (fan_in, fan_out, gain) = SETTINGS[i].0;
            Law::Normal(deviation(fan_in as f64, fan_out as f64, gain))
        }
    };
    follow(
        &samples,
        MISTAKES,
        &[
            ("I16", &normal(|_, n_out, gain| (gain / n_out).sqrt())),
            ("I17", &normal(|n_in, _, gain| gain / n_in)),
            ("I19", &normal(|n_in, _, gain| gain.sqrt() / n_in)),
            ("I20", &normal(|n_in, n_out, gain| (gain / (n_in + n_out)).sqrt())),
            ("I154", &normal(|n_in, n_out, gain| (2.0 * gain / (n_in + n_out)).sqrt())),
            ("I155", &normal(|n_in, _, gain| gain / n_in.sqrt())),
            ("I156", &normal(|n_in, _, _| (2.0 / n_in).sqrt())),
            ("I157", &normal(|n_in, _, _| (1.0 / n_in).sqrt())),
            ("I158", &normal(|_, _, _| 1.0)),
            ("I159", &normal(|_, _, _| 0.01)),
            ("I160", &normal(|n_in, _, gain| (gain * n_in).sqrt())),
            ("I161", &|i| {
                let ((fan_in, _, gain), _) = SETTINGS[i];
                let high = (3.0 * gain / fan_in as f64).sqrt();
                Law::Uniform(-high, high)
            }),
        ],
    )
}

/// The weights of `calls` matrices.
fn sample(
    answers: &Answers,
    (fan_in, fan_out, gain): (usize, usize, f64),
    calls: usize,
    law: Law,
) -> Sample {
    let mut rng = generator((fan_in + 2 * fan_out) as u64);
    let mut numbers = Vec::new();
    for _ in 0..calls {
        append(&mut numbers, &answers.initialize_scaled(&mut rng, fan_in, fan_out, gain));
    }
    let of = format!("fan_in = {fan_in}, fan_out = {fan_out}, gain = {gain}");
    Sample { what: Text::new(format!("weights ({of})"), format!("가중치 ({of})")), numbers, law }
}

/// The weights are normal also far out. Kills I162, draws cut off at two deviations, and I163, sums
/// of twelve uniform numbers.
pub fn draws_normal_weights_far_out(answers: &Answers) -> Verdict {
    let sizes = (128, 64, 2.0);
    let deviation = reference::scale(sizes.0, sizes.2);
    let sample = sample(answers, sizes, FAR_OUT / (sizes.0 * sizes.1), Law::Normal(deviation));
    agrees("the number of weights", &sample.numbers.len(), &FAR_OUT, 0.0)?;
    is_normal_far_out(&sample.what, &sample.numbers, deviation)
}

/// The weights know nothing of each other: whatever their signs, half the sum of four is normal
/// again, and neither sign nor size of one tells about its neighbours in the row or in the column.
/// Kills I164, a layer shifted to mean 0, and I168, which uses a uniform number twice.
pub fn draws_each_weight_on_its_own(answers: &Answers) -> Verdict {
    let mut rng = generator(4);
    let draw = || answers.initialize_scaled(&mut rng, 2, 2, 2.0).into_iter().collect();
    let weights = Text::new("weights", "가중치");
    are_drawn_alone(&weights, draw, normal_below)?;
    let w = answers.initialize_scaled(&mut rng, SIDE, SIDE, SIDE as f64);
    are_strangers_in_rows_and_columns(&weights, &w)
}
