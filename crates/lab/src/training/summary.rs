//! Statistics over runs, and the numerics around them.

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

/// The median of steps to a target, where `None` never arrived and counts as infinitely many.
pub fn median_steps(steps: &[Option<usize>]) -> f64 {
    let steps: Vec<f64> =
        steps.iter().map(|steps| steps.map_or(f64::INFINITY, |steps| steps as f64)).collect();
    median(&steps)
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
        assert_eq!(median_steps(&[Some(3), None, Some(1)]), 3.0);
        assert_eq!(median_steps(&[None, None, Some(1)]), f64::INFINITY);
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), 2.5);
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
