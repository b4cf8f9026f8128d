//! Laws of the notes' three calls: `randint` (a whole number from 0 to `upper - 1`), `rand` (`n` numbers
//! from 0, reached, to 1, not reached) and `randn` (`n` standard normal numbers).

use contract::Text;
use rand::rngs::StdRng;
use testkit::generators::{one_of, size};
use testkit::statistics::normal_below;
use testkit::{Verdict, agrees, ensure, for_all, number};

use super::mistakes::MISTAKES;
use crate::Answers;
use crate::chance::{
    FAR_OUT, Law, SEEDS, STRANGERS, Sample, append, are_drawn_alone, are_strangers, follow,
    follows_generator, generator, is_normal_far_out, of_vector, recognized, repeats_no_number,
};

/// The last number is `upper - 1`: `upper` itself is never drawn. Below 1 there is only 0. Kills
/// I60, `upper` included, and I61, numbers from 1 on.
pub fn randint_stays_below_upper(answers: &Answers) -> Verdict {
    let uppers = one_of(&[1, 2, 3, 4, 10, 100, 1_000_000, u32::MAX]);
    for_all(["upper", "seed"], (uppers, SEEDS), |(upper, seed)| {
        let mut rng = generator(*seed);
        for _ in 0..8 {
            let got = answers.randint(&mut rng, *upper);
            ensure!(
                got < *upper,
                "randint({upper}) came out as {got}; it must be below {upper}.",
                "randint({upper})의 결과가 {got}입니다. {upper}보다 작아야 합니다."
            );
        }
        Ok(())
    })
}

/// Equal generators give equal numbers, other ones others, and no call repeats the last: four
/// numbers below 2^32 coincide by chance with a probability of 1e-38. Kills I65, a seed of its own.
pub fn randint_follows_its_generator(answers: &Answers) -> Verdict {
    let verdict = for_all(["seed"], SEEDS, |seed| {
        let four = |rng: &mut StdRng| [(); 4].map(|()| answers.randint(rng, u32::MAX));
        let mut rng = generator(*seed);
        let (first, second) = (four(&mut rng), four(&mut rng));
        let (again, other) = (four(&mut generator(*seed)), four(&mut generator(seed + 1)));
        ensure!(
            first == again,
            "Four numbers came out as {first:?}, then as {again:?} with an equal generator; they \
             must be drawn from `rng` and from nothing else.",
            "네 수의 결과가 {first:?}였는데, 같은 상태의 난수 생성기로 다시 부르니 {again:?}입니다. \
             오직 `rng`에서만 난수를 뽑아야 합니다."
        );
        ensure!(
            first != other && first != second,
            "Four numbers came out as {first:?} again, although the generator was another one or \
             had moved on; they must be drawn from `rng`.",
            "난수 생성기가 다르거나 이미 앞으로 나아갔는데도 네 수의 결과가 다시 {first:?}입니다. \
             `rng`에서 뽑은 값이어야 합니다."
        );
        Ok(())
    });
    recognized(verdict, MISTAKES, || {
        let four = |seed| {
            let mut rng = generator(seed);
            [(); 4].map(|()| answers.randint(&mut rng, u32::MAX))
        };
        (four(1) == four(2)).then_some("I65")
    })
}

/// Each of the numbers from 0 to `upper - 1` is drawn equally often, the first and the last too.
/// Kills I63, rounding, which draws both ends half as often, and I66, a byte modulo `upper`.
pub fn randint_gives_every_number_equally_often(answers: &Answers) -> Verdict {
    for upper in [2, 3, 5, 100] {
        let mut rng = generator(u64::from(upper));
        let draws: Vec<u32> = (0..3_000).map(|_| answers.randint(&mut rng, upper)).collect();
        equally_often(&format!("randint({upper})"), &draws, upper)?;
    }
    Ok(())
}

/// A large `upper` shows what a small one hides: 2^32 random numbers cannot be dealt out to
/// `3 * 2^30` places by `%`, the first third is dealt twice. Kills I67, `%`, and I68, a fraction
/// in single precision, which skips numbers.
pub fn randint_has_no_favourites_below_a_large_upper(answers: &Answers) -> Verdict {
    const UPPER: u32 = 3 << 30;
    let mut rng = generator(30);
    let draws: Vec<u32> = (0..3_000).map(|_| answers.randint(&mut rng, UPPER)).collect();
    let name = format!("randint({UPPER})");
    let sample = Sample {
        what: Text::new(format!("draws of {name}"), format!("{name}의 결과")),
        numbers: draws.iter().map(|draw| f64::from(*draw)).collect(),
        law: Law::Uniform(0.0, f64::from(UPPER)),
    };
    follow(&[sample], &[], &[])?;
    let rests: Vec<u32> = draws.iter().map(|draw| draw % 8).collect();
    equally_often(&format!("{name} % 8"), &rests, 8)
}

/// Holds when `draws` are spread evenly over the whole numbers below `upper`: the share of draws up
/// to a number is off by more than `3.3 / sqrt(n)` with a probability of at most 7e-10 (Dvoretzky,
/// Kiefer and Wolfowitz; unlike a limit for each number on its own it needs no large counts).
fn equally_often(name: &str, draws: &[u32], upper: u32) -> Verdict {
    let n = draws.len();
    let mut counts = vec![0_usize; upper as usize];
    for draw in draws {
        ensure!(
            *draw < upper,
            "{name} came out as {draw}; it must be below {upper}.",
            "{name}의 결과가 {draw}입니다. {upper}보다 작아야 합니다."
        );
        counts[*draw as usize] += 1;
    }
    let want = 1.0 / f64::from(upper);
    let mut off = 0.0;
    let distance = counts.iter().fold(0.0_f64, |distance, count| {
        off += *count as f64 / n as f64 - want;
        distance.max(off.abs())
    });
    let error = |value: &usize| (counts[*value] as f64 / n as f64 - want).abs();
    let worst = (0..counts.len()).max_by(|a, b| error(a).total_cmp(&error(b))).unwrap_or(0);
    let percent = |share: f64| (1000.0 * share).round() / 10.0;
    let (got, want) = (percent(counts[worst] as f64 / n as f64), percent(want));
    ensure!(
        distance * (n as f64).sqrt() <= 3.3,
        "Of {n} draws of {name}, {got} % were {worst}; each number from 0 to {last} must come \
         equally often, about {want} %.",
        "{name}의 결과 {n}개 가운데 {got} %가 {worst}입니다. 0부터 {last}까지 모든 수가 똑같이 약 \
         {want} %씩 나와야 합니다.",
        last = upper - 1
    );
    Ok(())
}

/// Any `n` is possible, also none, one and an odd number, and every number lies from 0 to below 1.
/// Kills I70, one too few, and I73, numbers from -1 to 1.
pub fn rand_gives_n_numbers_from_zero_to_one(answers: &Answers) -> Verdict {
    for_all(["n", "seed"], (size(0..=9), SEEDS), |(n, seed)| {
        let got = answers.rand(&mut generator(*seed), *n);
        agrees("the number of entries", &got.len(), n, 0.0)?;
        for z in &got {
            ensure!(
                (0.0..1.0).contains(z),
                "rand({n}) holds the number {z}; all must lie between 0 (allowed) and 1 (not \
                 allowed).",
                "rand({n})에 {z} 값이 들어 있습니다. 모든 수는 0 이상 1 미만이어야 합니다.",
                z = number(*z)
            );
        }
        Ok(())
    })
}

/// The same seed, the same numbers; another seed or another call, others. Kills I76, a seed of its
/// own.
pub fn rand_follows_its_generator(answers: &Answers) -> Verdict {
    let verdict = for_all(["n", "seed"], (size(1..=6), SEEDS), |(n, seed)| {
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
    for_all(["n", "seed"], (size(2..=20), SEEDS), |(n, seed)| {
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
        .map(|(n, calls)| rand_sample(answers, n, calls));
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
        "rand의 값 {N}개가 {low}에서 {high}까지의 범위에 있습니다. 0과 1에 가까운 값도 나와야 합니다.",
        low = number((low * 1e6).round() / 1e6),
        high = number((high * 1e6).round() / 1e6)
    );
    Ok(())
}

/// What `calls` calls of `rand(n)` draw.
fn rand_sample(answers: &Answers, n: usize, calls: usize) -> Sample {
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

/// Any `n` is possible, also none, one and an odd number, though normal numbers are often made in
/// pairs, and every number is finite. Kills I90, which loses the last of an odd number, and I91,
/// one too many.
pub fn randn_gives_n_numbers(answers: &Answers) -> Verdict {
    for_all(["n", "seed"], (size(0..=9), SEEDS), |(n, seed)| {
        let got = answers.randn(&mut generator(*seed), *n);
        agrees("the number of entries", &got.len(), n, 0.0)?;
        for z in &got {
            ensure!(
                z.is_finite(),
                "randn({n}) holds {z}; every entry must be a finite number.",
                "randn({n})에 {z} 값이 들어 있습니다. 모든 원소가 유한한 수여야 합니다.",
                z = number(*z)
            );
        }
        Ok(())
    })
}

/// The same seed, the same numbers; another seed or another call, others. Kills I92, a seed of its
/// own.
pub fn randn_follows_its_generator(answers: &Answers) -> Verdict {
    let verdict = for_all(["n", "seed"], (size(1..=6), SEEDS), |(n, seed)| {
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
    for_all(["n", "seed"], (size(2..=20), SEEDS), |(n, seed)| {
        let name = format!("randn({n})");
        repeats_no_number(&of_vector(&name, &answers.randn(&mut generator(*seed), *n)))
    })
}

/// Mean 0, standard deviation 1 and the bell's shape, in long vectors and in many short ones. Kills
/// I94, uniform numbers, I95, numbers that are never negative, and I96, the factor 0.01.
pub fn randn_is_standard_normal(answers: &Answers) -> Verdict {
    let samples = [(1, 2_000), (2, 1_000), (3, 1_000), (8, 500), (4_001, 4)]
        .map(|(n, calls)| randn_sample(answers, n, calls));
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

/// What `calls` calls of `randn(n)` draw.
fn randn_sample(answers: &Answers, n: usize, calls: usize) -> Sample {
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
/// numbers shifted and scaled to mean 0 and deviation 1, I105, sorted ones, and I109, I190 and
/// I191, which use a uniform number of Box and Muller's twice.
pub fn randn_draws_each_number_on_its_own(answers: &Answers) -> Verdict {
    let mut rng = generator(4);
    let draw = || answers.randn(&mut rng, 4).to_vec();
    are_drawn_alone(&Text::new("numbers of randn(4)", "randn(4)의 값"), draw, normal_below)?;
    let numbers = answers.randn(&mut rng, STRANGERS).to_vec();
    are_strangers(&Text::new("numbers of randn", "randn의 값"), &numbers, normal_below)
}
