//! Statistics over runs, and the numerics around them.

use crate::estimate::Estimate;

/// The median; of an even count, the mean of the two in the middle. NaN of nothing.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => sorted[n / 2],
        n => f64::midpoint(sorted[n / 2 - 1], sorted[n / 2]),
    }
}

/// The lower and the upper quartile: the medians of the two halves, the middle one in both.
pub fn quartiles(values: &[f64]) -> (f64, f64) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len().div_ceil(2);
    (median(&sorted[..half]), median(&sorted[sorted.len() - half..]))
}

/// The median of steps to a target, where `None` did not arrive and counts as infinitely many.
pub fn median_steps(steps: &[Option<usize>]) -> Estimate {
    let steps: Vec<f64> =
        steps.iter().map(|steps| steps.map_or(f64::INFINITY, |steps| steps as f64)).collect();
    Estimate::median(&steps)
}

/// How many times as many steps `first` takes as `second`: the median over runs that began alike. Where a run did
/// not arrive within `most` steps, the interval allows for all that it may have taken.
pub fn ratio_of_steps(first: &[Option<usize>], second: &[Option<usize>], most: usize) -> Estimate {
    let at = |steps: usize| steps.max(1) as f64;
    let ratio = |(first, second): (&Option<usize>, &Option<usize>)| match (first, second) {
        (Some(first), Some(second)) => Estimate::exact(at(*first) / at(*second)),
        (None, Some(second)) => {
            Estimate { value: f64::INFINITY, low: at(most) / at(*second), high: f64::INFINITY }
        }
        (Some(first), None) => Estimate { value: 0.0, low: 0.0, high: at(*first) / at(most) },
        (None, None) => Estimate { value: 1.0, low: 0.0, high: f64::INFINITY },
    };
    let ratios: Vec<Estimate> = first.iter().zip(second).map(ratio).collect();
    let of =
        |end: fn(&Estimate) -> f64| Estimate::median(&ratios.iter().map(end).collect::<Vec<_>>());
    Estimate {
        value: of(|ratio| ratio.value).value,
        low: of(|ratio| ratio.low).low,
        high: of(|ratio| ratio.high).high,
    }
}

/// How much larger `first` is than `second`: the median over runs that began alike.
pub fn difference(first: &[f64], second: &[f64]) -> Estimate {
    Estimate::median(
        &first.iter().zip(second).map(|(first, second)| first - second).collect::<Vec<_>>(),
    )
}

/// The share of `values` that hold, between 0 and 1.
pub fn share<T>(values: &[T], holds: impl Fn(&T) -> bool) -> f64 {
    values.iter().filter(|value| holds(value)).count() as f64 / values.len() as f64
}

/// `count` numbers from `from` to `to`, evenly spaced.
pub fn spaced(from: f64, to: f64, count: usize) -> Vec<f64> {
    let step = (to - from) / (count - 1) as f64;
    (0..count).map(|i| if i + 1 == count { to } else { from + step * i as f64 }).collect()
}

/// Where `f` changes its sign between `low` and `high`, by halving the interval 100 times.
pub fn bisect(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    let rises = f(high) > 0.0;
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if (f(middle) > 0.0) == rises { high = middle } else { low = middle }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_never_arrives_counts_as_the_slowest() {
        assert_eq!(median_steps(&[Some(3), None, Some(1)]).value, 3.0);
        assert_eq!(median_steps(&[None, None, Some(1)]).value, f64::INFINITY);
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), 2.5);
    }

    #[test]
    fn runs_that_did_not_arrive_bound_a_ratio_from_one_side() {
        let (late, early) = ([None; 6], [Some(10); 6]);
        let Estimate { low, high, .. } = ratio_of_steps(&late, &early, 50);
        assert!(low == 5.0 && high == f64::INFINITY);
        let Estimate { low, high, .. } = ratio_of_steps(&late, &late, 50);
        assert!(low == 0.0 && high == f64::INFINITY);
        let twice = ratio_of_steps(&[Some(20); 6], &early, 50);
        assert_eq!(twice, Estimate::exact(2.0));
    }

    #[test]
    fn bisection_finds_the_root_from_either_side() {
        for sign in [1.0, -1.0] {
            assert!((bisect(0.0, 2.0, |z| sign * (z * z - 2.0)) - 2.0_f64.sqrt()).abs() < 1e-15);
        }
    }

    #[test]
    fn spaced_numbers_reach_both_ends() {
        assert_eq!(spaced(-1.0, 1.0, 5), [-1.0, -0.5, 0.0, 0.5, 1.0]);
    }
}
