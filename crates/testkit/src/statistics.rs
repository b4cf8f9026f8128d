//! Checks of random draws. Each refuses a right answer with a probability of at most
//! [`FALSE_ALARM`], whatever the seed.

use crate::complaint::{Complaint, Verdict};
use crate::show;
use contract::say;

/// The highest probability with which one check refuses a right answer.
pub const FALSE_ALARM: f64 = 1e-9;
/// A standard normal is beyond this many deviations with probability 5.7e-10.
const DEVIATIONS: f64 = 6.2;
/// `ln(2 / FALSE_ALARM)`. By Chernoff's bound the mean of `k` squares of standard normals is as far
/// from 1 as `r`, on the side of `r`, with probability `e^(-k / 2 (r - 1 - ln r))` at most. That
/// holds for few samples, too, where the tail of a sum of squares is much heavier than a normal's.
const SURPRISE: f64 = 21.416;
/// `2 e^(-2 x^2)` is 7e-10 here: the Kolmogorov-Smirnov distance, times the root of the count.
const KOLMOGOROV: f64 = 3.3;

/// The mean of `samples`.
pub fn mean(samples: &[f64]) -> f64 {
    samples.iter().sum::<f64>() / samples.len() as f64
}

/// The standard deviation of `samples` around their mean.
pub fn deviation(samples: &[f64]) -> f64 {
    let mean = mean(samples);
    (samples.iter().map(|z| (z - mean).powi(2)).sum::<f64>() / samples.len() as f64).sqrt()
}

/// How many of `samples` lie above `edge`.
pub fn count_above(samples: &[f64], edge: f64) -> usize {
    samples.iter().filter(|z| **z > edge).count()
}

/// How many of `samples` lie below `edge`.
pub fn count_below(samples: &[f64], edge: f64) -> usize {
    samples.iter().filter(|z| **z < edge).count()
}

/// How far the kurtosis of `samples`, drawn with mean 0 and standard deviation `deviation`, lies
/// above that of a normal distribution: the mean of the fourth Hermite polynomial.
pub fn excess_kurtosis(samples: &[f64], deviation: f64) -> f64 {
    let hermite = |z: f64| (z * z - 6.0) * z * z + 3.0;
    samples.iter().map(|z| hermite(z / deviation)).sum::<f64>() / samples.len() as f64
}

/// Holds when the mean of `samples`, drawn with standard deviation `deviation`, is `want`.
pub fn mean_is(what: &str, samples: &[f64], want: f64, deviation: f64) -> Verdict {
    let n = samples.len();
    let got = mean(samples);
    let allowed = DEVIATIONS * deviation / (n as f64).sqrt();
    if (got - want).abs() <= allowed {
        return Ok(());
    }
    let (got, want) = (brief(got), brief(want));
    Err(Complaint::new(say!(
        "The mean of {n} {what} came out as {got}; it must be near {want}.",
        "{what} {n}개의 평균이 {got}입니다. {want}에 가까워야 합니다."
    )))
}

/// Holds when the standard deviation of `samples` is `want`. `kurtosis` is the fourth standardised
/// moment of what they are drawn from: 3 for a normal distribution, 1.8 for a uniform one.
pub fn deviation_is(what: &str, samples: &[f64], want: f64, kurtosis: f64) -> Verdict {
    let n = samples.len();
    let got = deviation(samples);
    // Around their mean, n normal numbers have the sum of squares of n - 1. Others scatter like
    // more of them if their distribution is flatter, like fewer if it is more pointed.
    let freedom = (n as f64 - 1.0) * 2.0 / (kurtosis - 1.0);
    let ratio = (got / want).powi(2) * n as f64 / (n as f64 - 1.0);
    if freedom / 2.0 * (ratio - 1.0 - ratio.ln()) <= SURPRISE {
        return Ok(());
    }
    let (got, want) = (brief(got), brief(want));
    Err(Complaint::new(say!(
        "The standard deviation of {n} {what} came out as {got}; it must be near {want}.",
        "{what} {n}개의 표준편차가 {got}입니다. {want}에 가까워야 합니다."
    )))
}

/// Holds when `samples` follow the distribution with the continuous distribution function `below`,
/// by their Kolmogorov-Smirnov distance. `law` is its name in English and in Korean.
pub fn distribution_is(
    what: &str,
    samples: &[f64],
    law: (&str, &str),
    below: impl Fn(f64) -> f64,
) -> Verdict {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    let distance = sorted.iter().enumerate().fold(0.0_f64, |distance, (i, z)| {
        let (lower, upper) = (i as f64 / n as f64, (i + 1) as f64 / n as f64);
        let here = (below(*z) - lower).abs().max((upper - below(*z)).abs());
        // Written so that a NaN counts as infinitely far.
        if here <= distance {
            distance
        } else if here.is_nan() {
            f64::INFINITY
        } else {
            here
        }
    });
    if distance * (n as f64).sqrt() <= KOLMOGOROV {
        return Ok(());
    }
    let (percent, en, ko) = (brief(100.0 * distance), law.0, law.1);
    Err(Complaint::new(say!(
        "{n} {what} do not look {en}: the shares below a point differ by up to {percent} %.",
        "{what} {n}개가 {ko}의 모양을 따르지 않습니다. 어떤 점 아래의 비율이 최대 {percent} % 다릅니다."
    )))
}

/// A link between numbers of a sequence that should know nothing of each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// How far apart the two numbers stand.
    pub distance: usize,
    /// What is asked of the first of them, and of the second.
    pub traits: [Trait; 2],
    /// Of the numbers that have the first trait, the share that is followed by one with the second;
    /// a half, if there is no link.
    pub share: f64,
}

/// What half of the numbers of a distribution have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// Being larger than the median.
    High,
    /// Being one of the smallest or of the largest quarter.
    Far,
}

impl Trait {
    /// Whether the number has it below which lies this `share` of its distribution.
    fn is_had(self, share: f64) -> bool {
        match self {
            Self::High => share > 0.5,
            Self::Far => (share - 0.5).abs() > 0.25,
        }
    }
}

/// The greatest distance at which [`link`] looks.
const FARTHEST: usize = 3;
/// Whether two independent numbers both have their traits or both lack them is the toss of a coin,
/// and so are all pairs of a distance together: by Hoeffding's bound `n` tosses are off by more than
/// `x sqrt(n)` with probability `2 e^(-2 x^2)`. For four pairs of traits at three distances that adds
/// up to 9.6e-10 here.
const TOSSES: f64 = 3.46;

/// The first link between neighbours, or between numbers two or three apart, that chance does not
/// explain. `shares` says for each number of the sequence which share of its distribution lies below
/// it. Sums show whether numbers rise and fall together; this shows, too, whether large ones come
/// together, or with a sign.
pub fn link(shares: &[f64]) -> Option<Link> {
    let traits = [Trait::High, Trait::Far]
        .map(|first| [Trait::High, Trait::Far].map(|second| [first, second]));
    (1..=FARTHEST)
        .flat_map(|distance| traits.as_flattened().iter().map(move |traits| (distance, *traits)))
        .find_map(|(distance, traits)| link_of(shares, distance, traits))
}

fn link_of(shares: &[f64], distance: usize, traits: [Trait; 2]) -> Option<Link> {
    let (mut first, mut both, mut alike) = (0, 0, 0);
    let pairs = shares.iter().zip(shares.iter().skip(distance));
    let n = pairs.len() as f64;
    for (left, right) in pairs {
        let (has_first, has_second) = (traits[0].is_had(*left), traits[1].is_had(*right));
        first += u32::from(has_first);
        both += u32::from(has_first && has_second);
        alike += u32::from(has_first == has_second);
    }
    let is_chance = (f64::from(alike) - n / 2.0).abs() <= TOSSES * n.sqrt();
    let share = f64::from(both) / f64::from(first.max(1));
    (!is_chance).then_some(Link { distance, traits, share })
}

/// The share of a standard normal below `z`.
pub fn normal_below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

fn brief(z: f64) -> String {
    show::number(format!("{z:.3e}").parse().unwrap_or(z))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(n: u32) -> Vec<f64> {
        (0..n).map(|i| (f64::from(i) + 0.5) / f64::from(n)).collect()
    }

    #[test]
    fn evenly_spread_numbers_are_uniform() {
        let samples = spread(5000);
        assert!(mean_is("draws", &samples, 0.5, 1.0 / 12_f64.sqrt()).is_ok());
        assert!(deviation_is("draws", &samples, 1.0 / 12_f64.sqrt(), 1.8).is_ok());
        assert!(distribution_is("draws", &samples, ("uniform", "균등분포"), |u| u).is_ok());
    }

    #[test]
    fn tails_are_counted_and_weighed() {
        let samples = [-2.0, -1.0, 0.0, 3.0];
        assert_eq!((count_above(&samples, 0.0), count_below(&samples, -1.0)), (1, 1));
        // The fourth powers of the halves are 1, 1/16, 0 and 81/16, their squares 1, 1/4, 0, 9/4.
        assert_eq!(excess_kurtosis(&samples, 2.0), (98.0 / 16.0 - 6.0 * 3.5 + 12.0) / 4.0);
    }

    #[test]
    fn evenly_spread_numbers_are_not_normal() {
        let samples = spread(5000);
        assert!(distribution_is("draws", &samples, ("normal", "정규분포"), normal_below).is_err());
        assert!(mean_is("draws", &samples, 0.0, 1.0).is_err());
        assert!(deviation_is("draws", &samples, 1.0, 3.0).is_err());
    }

    /// With 255 degrees of freedom a ratio beyond 1.697 or below 0.527 is refused; by the tails of
    /// chi-square that happens to normal samples with probability 6e-11. The bounds of a normal
    /// approximation, 1 +- 0.548, would refuse them with probability 3e-8.
    #[test]
    fn few_samples_may_scatter_as_far_as_chi_square_says() {
        let spread_by = |factor: f64| -> Vec<f64> {
            (0..256_u32).map(|i| if i % 2 == 0 { factor } else { -factor }).collect()
        };
        for (variance, is_refused) in [(1.0, false), (1.64, false), (0.55, false), (1.8, true)] {
            let samples = spread_by(f64::sqrt(variance));
            assert_eq!(
                deviation_is("draws", &samples, 1.0, 3.0).is_err(),
                is_refused,
                "{variance}"
            );
        }
    }

    /// Numbers whose shares are the digits of a Weyl sequence: spread evenly, in no order.
    fn scattered(n: u32) -> Vec<f64> {
        (0..n).map(|i| (f64::from(i) * 0.754_877_666 * f64::from(i)).fract()).collect()
    }

    #[test]
    fn scattered_numbers_have_no_link() {
        assert_eq!(link(&scattered(4000)), None);
    }

    #[test]
    fn a_link_is_found_where_it_is() {
        let mut shares = scattered(4000);
        for i in (0..3998).step_by(4) {
            // Every fourth number is high where the one two places on is far.
            let is_far = Trait::Far.is_had(shares[i + 2]);
            shares[i] = 0.5 * shares[i] + if is_far { 0.5 } else { 0.0 };
        }
        let found = link(&shares).unwrap();
        assert_eq!((found.distance, found.traits), (2, [Trait::High, Trait::Far]));
        assert!(0.55 < found.share && found.share < 0.8, "{}", found.share);
    }

    #[test]
    fn a_nan_fails_every_check() {
        let samples = [f64::NAN; 4];
        assert!(mean_is("draws", &samples, 0.0, 1.0).is_err());
        assert!(deviation_is("draws", &samples, 1.0, 3.0).is_err());
        assert!(distribution_is("draws", &samples, ("normal", "정규분포"), normal_below).is_err());
        assert!(link(&[f64::NAN; 400]).is_some());
    }
}
