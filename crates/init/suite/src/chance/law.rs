//! Distributions, and samples that must follow them.

use contract::say;
use ndarray::Array2;
use testkit::statistics::{
    Link, Trait, deviation, deviation_is, distribution_is, link, mean_is, normal_below,
};
use testkit::{Complaint, Mistake, Verdict, agrees, ensure};

use super::{named, told};
use crate::Answers;
use contract::Text;

/// A distribution.
#[derive(Clone, Copy)]
pub(crate) enum Law {
    /// Normal around 0 with this standard deviation.
    Normal(f64),
    /// The absolute value of a normal number with this standard deviation.
    Positive(f64),
    /// Uniform between two numbers.
    Uniform(f64, f64),
}

impl Law {
    /// The share of numbers below `z`.
    fn below(self, z: f64) -> f64 {
        match self {
            Self::Normal(deviation) => normal_below(z / deviation),
            Self::Positive(deviation) => (2.0 * normal_below(z / deviation) - 1.0).max(0.0),
            Self::Uniform(low, high) => ((z - low) / (high - low)).clamp(0.0, 1.0),
        }
    }

    /// Mean, standard deviation and kurtosis.
    fn moments(self) -> (f64, f64, f64) {
        match self {
            Self::Normal(deviation) => (0.0, deviation, 3.0),
            // sqrt(2 / pi), sqrt(1 - 2 / pi) and the kurtosis of a half-normal number.
            Self::Positive(deviation) => (0.797_885 * deviation, 0.602_810 * deviation, 3.869),
            Self::Uniform(low, high) => {
                (f64::midpoint(low, high), (high - low) / 12_f64.sqrt(), 1.8)
            }
        }
    }

    fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Normal(_) | Self::Positive(_) => ("normal", "정규분포"),
            Self::Uniform(..) => ("uniform", "균등분포"),
        }
    }
}

/// Draws, with what they must follow.
pub(crate) struct Sample {
    pub(crate) what: Text,
    pub(crate) numbers: Vec<f64>,
    pub(crate) law: Law,
}

impl Sample {
    fn follows(&self, law: Law) -> Verdict {
        let (mean, deviation, kurtosis) = law.moments();
        // Of numbers that spread too far, the mean is off by that alone.
        let widest = deviation.max(self::deviation(&self.numbers));
        told(&self.what, |what| {
            mean_is(what, &self.numbers, mean, widest)?;
            deviation_is(what, &self.numbers, deviation, kurtosis)?;
            mean_is(what, &self.numbers, mean, deviation)?;
            distribution_is(what, &self.numbers, law.name(), |z| law.below(z))
        })
    }
}

/// A mistake and the law that each sample, by its index, would then follow.
pub(crate) type Alternative<'a> = (&'static str, &'a dyn Fn(usize) -> Law);

/// Holds when every sample follows its law. If not, and all follow those of a suspect, its mistake
/// is named: that works however the numbers were drawn.
pub(crate) fn follow(
    samples: &[Sample],
    mistakes: &[Mistake<Answers>],
    suspects: &[Alternative<'_>],
) -> Verdict {
    let verdict = samples.iter().try_for_each(|sample| sample.follows(sample.law));
    if verdict.is_ok() {
        return verdict;
    }
    let suspect = suspects.iter().find(|(_, law)| {
        samples.iter().enumerate().all(|(i, sample)| sample.follows(law(i)).is_ok())
    });
    named(verdict, mistakes, suspect.map(|(id, _)| *id))
}

/// The signs in which four numbers are added up.
const SIGNS: [[f64; 4]; 4] =
    [[1.0, 1.0, 1.0, 1.0], [1.0, -1.0, 1.0, -1.0], [1.0, 1.0, -1.0, -1.0], [1.0, -1.0, -1.0, 1.0]];

/// Holds when the sums of four numbers that are drawn together, with four patterns of signs, spread
/// like those of four independent draws: the share `below` a point is that of half the sum. Numbers
/// that are sorted, that come in pairs `z, -z`, or that were shifted to mean 0 all show here.
pub(crate) fn are_drawn_alone(
    what: &Text,
    mut draw: impl FnMut() -> Vec<f64>,
    below: impl Fn(f64) -> f64,
) -> Verdict {
    const N: usize = 2_000;
    let (n, en, ko) = (N, &what.en, &what.ko);
    let mut fours = Vec::with_capacity(N);
    for _ in 0..N {
        let drawn = draw();
        let got = drawn.len();
        ensure!(
            got == 4,
            "There are {got} {en}; there must be 4.",
            "{ko}의 개수가 {got}입니다. 4개여야 합니다."
        );
        fours.push(drawn);
    }
    for signs in SIGNS {
        let half = |four: &Vec<f64>| 0.5 * signs.iter().zip(four).map(|(s, z)| s * z).sum::<f64>();
        let halves: Vec<f64> = fours.iter().map(half).collect();
        let pattern: String = signs.map(|sign| if sign > 0.0 { '+' } else { '-' }).iter().collect();
        ensure!(
            distribution_is("sums", &halves, ("", ""), &below).is_ok(),
            "The sums of four {en}, with signs {pattern}, do not spread like those of four \
             independent draws ({n} sums). Each number must be a draw of its own, left as drawn.",
            "{ko} 네 개를 부호 {pattern} 순서로 더한 값 {n}개가 서로 독립인 네 수의 합처럼 퍼져 있지 \
             않습니다. 수마다 따로 뽑고, 뽑은 뒤에는 고치지 않아야 합니다."
        );
    }
    Ok(())
}

/// How many numbers [`are_strangers`] looks at. Normal pairs that reuse each other's uniform numbers in
/// reverse order show in this many, and not in a quarter of them.
pub(crate) const STRANGERS: usize = 1 << 16;

/// A square matrix with this many rows has [`STRANGERS`] entries.
pub(crate) const SIDE: usize = 1 << 8;

/// [`are_strangers`] for the standard normal entries of a matrix of [`SIDE`] rows, which may have been
/// drawn row by row or column by column.
pub(crate) fn are_strangers_in_rows_and_columns(what: &Text, matrix: &Array2<f64>) -> Verdict {
    for matrix in [matrix.view(), matrix.t()] {
        let numbers: Vec<f64> = matrix.iter().copied().collect();
        are_strangers(what, &numbers, normal_below)?;
    }
    Ok(())
}

/// Holds when `numbers`, drawn one after the other, know nothing of those up to three places on:
/// neither of their signs nor of their sizes. Normal numbers that share a uniform one, as distance
/// here and as direction there, are not correlated; here they show.
pub(crate) fn are_strangers(what: &Text, numbers: &[f64], below: impl Fn(f64) -> f64) -> Verdict {
    let (n, en, ko) = (numbers.len(), &what.en, &what.ko);
    agrees(&format!("the number of {en}"), &n, &STRANGERS, 0.0)?;
    let shares: Vec<f64> = numbers.iter().map(|z| below(*z)).collect();
    let Some(Link { distance, traits, share }) = link(&shares) else { return Ok(()) };
    let [(one, one_ko), (other, other_ko)] = traits.map(|half| match half {
        Trait::High => ("above the median", "중앙값보다 큰 수"),
        Trait::Far => ("among the outer half", "바깥쪽 절반에 드는 수"),
    });
    let place = if distance == 1 { "1 place".into() } else { format!("{distance} places") };
    let percent = (1000.0 * share).round() / 10.0;
    Err(Complaint::new(say!(
        "Of {n} {en}, one {place} after one {one} is {other} in {percent} % of the cases; it must \
         be 50 %. Draw each number from random numbers that no other one uses.",
        "{ko} {n}개에서, {one_ko}의 {distance}번째 뒤에 오는 수가 {other_ko}인 경우가 {percent} %입니다. \
         50 %여야 합니다. 수마다 다른 수와 함께 쓰지 않는 난수로 뽑으세요."
    )))
}
