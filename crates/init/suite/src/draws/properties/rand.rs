//! Laws of `rand`: `n` numbers between 0 (reached) and 1 (not reached), all equally likely.

use contract::Text;
use testkit::generators::size;
use testkit::{Verdict, agrees, ensure, for_all, number};

use crate::Answers;
use crate::chance::{
    Law, SEEDS, STRANGERS, Sample, are_drawn_alone, are_strangers, follow, follows_generator,
    generator, of_vector, recognized, repeats_no_number,
};
use crate::draws::mistakes::MISTAKES;

/// Any `n` is possible, also none, one and an odd number, and every number lies from 0 to below 1.
/// Kills I70, one too few, and I73, numbers from -1 to 1.
pub fn rand_gives_n_numbers_from_zero_to_one(answers: &Answers) -> Verdict {
    for_all("n, seed", (size(0..=9), SEEDS), |(n, seed)| {
        let got = answers.rand(&mut generator(*seed), *n);
        agrees("the number of entries", &got.len(), n, 0.0)?;
        for z in &got {
            ensure!(
                (0.0..1.0).contains(z),
                "rand({n}) holds the number {z}; all must lie between 0 (allowed) and 1 (not \
                 allowed).",
                "rand({n})에 {z}이(가) 들어 있습니다. 모든 수는 0 이상 1 미만이어야 합니다.",
                z = number(*z)
            );
        }
        Ok(())
    })
}

/// The same seed, the same numbers; another seed or another call, others. Kills I76, a seed of its
/// own.
pub fn rand_follows_its_generator(answers: &Answers) -> Verdict {
    let verdict = for_all("n, seed", (size(1..=6), SEEDS), |(n, seed)| {
        let name = format!("rand({n})");
        follows_generator(*seed, |rng| of_vector(&name, &answers.rand(rng, *n)))
    });
    recognized(verdict, MISTAKES, || {
        let draw = |seed| answers.rand(&mut generator(seed), 4).to_vec();
        (draw(1) == draw(2) && draw(1)[0] != draw(1)[1]).then_some("I76")
    })
}

/// Each entry is a draw of its own; two of them coincide with a probability of 2^-52. Kills I75,
/// one number in all places, and I77, whole percents.
pub fn rand_repeats_no_number(answers: &Answers) -> Verdict {
    for_all("n, seed", (size(2..=20), SEEDS), |(n, seed)| {
        repeats_no_number(&of_vector(
            &format!("rand({n})"),
            &answers.rand(&mut generator(*seed), *n),
        ))
    })
}

/// Uniform from 0 to 1, in one long vector and in many short ones. Kills I74, normal numbers, and
/// I78, squares.
pub fn rand_is_uniform(answers: &Answers) -> Verdict {
    let samples = [(1, 2_000), (2, 1_000), (3, 1_000), (8, 500), (4_000, 4)]
        .map(|(n, calls)| sample(answers, n, calls));
    follow(
        &samples,
        MISTAKES,
        &[("I73", &|_| Law::Uniform(-1.0, 1.0)), ("I74", &|_| Law::Normal(1.0))],
    )
}

/// From 0 to 1, with nothing left out at the ends: that none of 2^16 numbers lies within `21 / 2^16`
/// of an end has a probability of 8e-10. Kills I83, which ends at 0.99.
pub fn rand_reaches_both_ends(answers: &Answers) -> Verdict {
    const N: usize = 1 << 16;
    const NEAR: f64 = 21.0 / N as f64;
    let mut rng = generator(16);
    let numbers: Vec<f64> = (0..16).flat_map(|_| answers.rand(&mut rng, N / 16)).collect();
    let (low, high) = numbers
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), z| (z.min(low), z.max(high)));
    ensure!(
        low <= NEAR && high >= 1.0 - NEAR,
        "{N} numbers of rand lie between {low} and {high}; they must come near 0 and near 1.",
        "rand의 값 {N}개가 {low}와 {high} 사이에 있습니다. 0과 1에 가까운 값도 나와야 합니다.",
        low = number((low * 1e6).round() / 1e6),
        high = number((high * 1e6).round() / 1e6)
    );
    Ok(())
}

/// Text `calls` calls of `rand(n)` draw.
fn sample(answers: &Answers, n: usize, calls: usize) -> Sample {
    let mut rng = generator(n as u64);
    Sample {
        what: Text::new(format!("numbers of rand({n})"), format!("rand({n})의 값")),
        numbers: (0..calls).flat_map(|_| answers.rand(&mut rng, n)).collect(),
        law: Law::Uniform(0.0, 1.0),
    }
}

/// The numbers of one call know nothing of each other: whatever their signs, the sum of four
/// spreads alike, and no number tells how far out the next one lies. Kills I79, sorted numbers, I80,
/// pairs `u` and `1 - u`, I81, one number per quarter, and I84, pairs `u` and `|2 u - 1|`.
pub fn rand_draws_each_number_on_its_own(answers: &Answers) -> Verdict {
    let mut rng = generator(4);
    let centred = |u: f64| u - 0.5;
    let draw = || answers.rand(&mut rng, 4).mapv(centred).to_vec();
    are_drawn_alone(&Text::new("numbers of rand(4)", "rand(4)의 값"), draw, half_sum_below)?;
    let numbers = answers.rand(&mut rng, STRANGERS).to_vec();
    are_strangers(&Text::new("numbers of rand", "rand의 값"), &numbers, |u| u)
}

/// The probability that half the sum of four numbers, uniform from -1/2 to 1/2, is below `z`
/// (Irwin and Hall): inclusion and exclusion over how many of them pass 1.
fn half_sum_below(z: f64) -> f64 {
    let sum = (2.0 * z + 2.0).clamp(0.0, 4.0);
    let terms = [(0.0, 1.0), (1.0, -4.0), (2.0, 6.0), (3.0, -4.0)];
    terms.iter().map(|(k, factor)| factor * (sum - k).max(0.0).powi(4)).sum::<f64>() / 24.0
}
