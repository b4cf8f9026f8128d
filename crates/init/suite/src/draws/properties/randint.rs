//! Laws of `randint`: a whole number from 0 to `upper - 1`, each equally likely.

use ::rand::rngs::StdRng;
use contract::Text;
use testkit::generators::one_of;
use testkit::{Verdict, ensure, for_all};

use crate::Answers;
use crate::chance::{Law, SEEDS, Sample, follow, generator, recognized};
use crate::draws::mistakes as draws;

/// The last number is `upper - 1`: `upper` itself is never drawn. Below 1 there is only 0. Kills
/// I60, `upper` included, and I61, numbers from 1 on.
pub fn randint_stays_below_upper(answers: &Answers) -> Verdict {
    let uppers = one_of(&[1, 2, 3, 4, 10, 100, 1_000_000, u32::MAX]);
    for_all("upper, seed", (uppers, SEEDS), |(upper, seed)| {
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
    let verdict = for_all("seed", SEEDS, |seed| {
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
    recognized(verdict, draws::MISTAKES, || {
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
