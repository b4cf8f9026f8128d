//! Laws of `randn`: `n` numbers from the standard normal distribution.

use contract::Text;
use testkit::generators::size;
use testkit::statistics::normal_below;
use testkit::{Verdict, agrees, ensure, for_all, number};

use crate::Answers;
use crate::chance::{
    FAR_OUT, Law, SEEDS, STRANGERS, Sample, append, are_drawn_alone, are_strangers, follow,
    follows_generator, generator, is_normal_far_out, of_vector, recognized, repeats_no_number,
};
use crate::draws::mistakes::MISTAKES;

/// Any `n` is possible, also none, one and an odd number, though normal numbers are often made in
/// pairs, and every number is finite. Kills I90, which loses the last of an odd number, and I91,
/// one too many.
pub fn randn_gives_n_numbers(answers: &Answers) -> Verdict {
    for_all("n, seed", (size(0..=9), SEEDS), |(n, seed)| {
        let got = answers.randn(&mut generator(*seed), *n);
        agrees("the number of entries", &got.len(), n, 0.0)?;
        for z in &got {
            ensure!(
                z.is_finite(),
                "randn({n}) holds {z}; every entry must be a finite number.",
                "randn({n})에 {z}이(가) 들어 있습니다. 모든 원소가 유한한 수여야 합니다.",
                z = number(*z)
            );
        }
        Ok(())
    })
}

/// The same seed, the same numbers; another seed or another call, others. Kills I92, a seed of its
/// own.
pub fn randn_follows_its_generator(answers: &Answers) -> Verdict {
    let verdict = for_all("n, seed", (size(1..=6), SEEDS), |(n, seed)| {
        let name = format!("randn({n})");
        follows_generator(*seed, |rng| of_vector(&name, &answers.randn(rng, *n)))
    });
    recognized(verdict, MISTAKES, || {
        let draw = |seed| answers.randn(&mut generator(seed), 4).to_vec();
        (draw(1) == draw(2) && draw(1)[0] != draw(1)[1]).then_some("I92")
    })
}

/// Each entry is a draw of its own, and no other's mirror image. Kills I93, one number in all
/// places, and I104, pairs `z` and `-z`.
pub fn randn_repeats_no_number(answers: &Answers) -> Verdict {
    for_all("n, seed", (size(2..=20), SEEDS), |(n, seed)| {
        let name = format!("randn({n})");
        repeats_no_number(&of_vector(&name, &answers.randn(&mut generator(*seed), *n)))
    })
}

/// Mean 0, standard deviation 1 and the bell's shape, in long vectors and in many short ones. Kills
/// I94, uniform numbers, I95, numbers that are never negative, and I96, the factor 0.01.
pub fn randn_is_standard_normal(answers: &Answers) -> Verdict {
    let samples = [(1, 2_000), (2, 1_000), (3, 1_000), (8, 500), (4_001, 4)]
        .map(|(n, calls)| sample(answers, n, calls));
    follow(
        &samples,
        MISTAKES,
        &[
            ("I94", &|_| Law::Uniform(0.0, 1.0)),
            ("I97", &|_| Law::Uniform(-1.0, 1.0)),
            ("I95", &|_| Law::Positive(1.0)),
            ("I96", &|_| Law::Normal(0.01)),
            ("I98", &|_| Law::Normal(0.5_f64.sqrt())),
        ],
    )
}

/// Text `calls` calls of `randn(n)` draw.
fn sample(answers: &Answers, n: usize, calls: usize) -> Sample {
    let mut rng = generator(n as u64);
    Sample {
        what: Text::new(format!("numbers of randn({n})"), format!("randn({n})의 값")),
        numbers: (0..calls).flat_map(|_| answers.randn(&mut rng, n)).collect(),
        law: Law::Normal(1.0),
    }
}

/// A normal distribution has no bounds, and its kurtosis is 3 exactly. Kills I100, draws cut off at
/// 3, I101, draws moved to the bounds, and I102, the sum of twelve uniform numbers.
pub fn randn_is_normal_far_out(answers: &Answers) -> Verdict {
    const CALLS: usize = 64;
    let mut rng = generator(64);
    let mut numbers = Vec::with_capacity(FAR_OUT);
    for _ in 0..CALLS {
        append(&mut numbers, &answers.randn(&mut rng, FAR_OUT / CALLS));
    }
    agrees("the number of entries", &numbers.len(), &FAR_OUT, 0.0)?;
    is_normal_far_out(&Text::new("numbers of randn", "randn의 값"), &numbers, 1.0)
}

/// The numbers of one call know nothing of each other: whatever their signs, half the sum of four
/// is standard normal again, and neither sign nor size of one tells about the next. Kills I103,
/// numbers shifted and scaled to mean 0 and deviation 1, I105, sorted ones, and I109 to I111, which
/// use a uniform number of Box and Muller's twice.
pub fn randn_draws_each_number_on_its_own(answers: &Answers) -> Verdict {
    let mut rng = generator(4);
    let draw = || answers.randn(&mut rng, 4).to_vec();
    are_drawn_alone(&Text::new("numbers of randn(4)", "randn(4)의 값"), draw, normal_below)?;
    let numbers = answers.randn(&mut rng, STRANGERS).to_vec();
    are_strangers(&Text::new("numbers of randn", "randn의 값"), &numbers, normal_below)
}
