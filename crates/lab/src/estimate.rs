//! Numbers with their uncertainty, and what they say to a question.

use std::collections::BTreeMap;
use std::ops::Index;

/// A number and the interval in which it lies.
///
/// What follows from a formula, or from runs that draw nothing, is [exact](Estimate::exact). What was measured on
/// random starts comes with an interval that holds the true value with a probability of at least 95 %, whatever the
/// distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The best guess.
    pub value: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The 97.5 % point of the normal distribution.
const NORMAL_975: f64 = 1.959_963_984_540_054;

impl Estimate {
    /// A number without uncertainty.
    pub const fn exact(value: f64) -> Self {
        Self { value, low: value, high: value }
    }

    /// The median of what independent runs gave. The ends are the order statistics that enclose the true median with
    /// a probability of at least 95 % (the interval of the sign test). Fewer than six runs say nothing: the interval
    /// is everything then.
    pub fn median(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let value = crate::training::summary::median(&sorted);
        match left_out(sorted.len()) {
            Some(out) => Self { value, low: sorted[out], high: sorted[sorted.len() - 1 - out] },
            None => Self { value, low: f64::NEG_INFINITY, high: f64::INFINITY },
        }
    }

    /// The share of `all` independent runs in which something happened, which was `count` times: between 0 and 1,
    /// with Wilson's interval.
    pub fn share(count: usize, all: usize) -> Self {
        let (n, share) = (all as f64, count as f64 / all as f64);
        let square = NORMAL_975 * NORMAL_975;
        let middle = (share + square / (2.0 * n)) / (1.0 + square / n);
        let half = NORMAL_975 / (1.0 + square / n)
            * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
        // At both ends the interval reaches the share itself, whatever the rounding.
        let (low, high) = ((middle - half).clamp(0.0, share), (middle + half).clamp(share, 1.0));
        Self { value: share, low, high }
    }

    /// `f` of the number, where `f` grows.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self { value: f(self.value), low: f(self.low), high: f(self.high) }
    }

    /// The larger of two numbers.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        let Self { value, low, high } = self;
        Self { value: value.max(other.value), low: low.max(other.low), high: high.max(other.high) }
    }

    /// Whether the number is above `other`.
    pub fn above(self, other: impl Into<Self>) -> Certainty {
        let other = other.into();
        if self.low > other.high {
            Certainty::Yes
        } else if self.high <= other.low {
            Certainty::No
        } else {
            Certainty::Open
        }
    }

    /// Whether the number is below `other`.
    pub fn below(self, other: impl Into<Self>) -> Certainty {
        other.into().above(self)
    }
}

impl From<f64> for Estimate {
    fn from(value: f64) -> Self {
        Self::exact(value)
    }
}

/// How many values may be left out at either end of `n` sorted ones, so that the median lies between the rest with a
/// probability of at least 95 %; `None` if even all of them do not enclose it so surely.
fn left_out(n: usize) -> Option<usize> {
    // The median is below the value of rank k + 1 if at most k of n fair coins fall one way.
    let mut coins = 0.5_f64.powi(i32::try_from(n).ok()?);
    let (mut tail, mut out) = (coins, None);
    let mut k = 0;
    while tail <= 0.025 {
        out = Some(k);
        k += 1;
        coins *= (n + 1 - k) as f64 / k as f64;
        tail += coins;
    }
    out
}

/// What numbers say to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It is so, wherever in their intervals the numbers lie.
    Yes,
    /// It is not so, wherever they lie.
    No,
    /// The intervals allow both.
    Open,
}

impl Certainty {
    /// Whether this and `other` are so.
    #[must_use]
    pub fn and(self, other: impl Into<Self>) -> Self {
        match (self, other.into()) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Open,
        }
    }

    /// Whether this or `other` is so.
    #[must_use]
    pub fn or(self, other: impl Into<Self>) -> Self {
        self.not().and(other.into().not()).not()
    }

    /// Whether this is not so.
    #[must_use]
    #[allow(clippy::should_implement_trait, reason = "it reads like `and` and `or`")]
    pub fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open => Self::Open,
        }
    }
}

impl From<bool> for Certainty {
    fn from(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}

/// The named numbers of an experiment, by which claims are judged. Indexing gives the value alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers(BTreeMap<&'static str, Estimate>);

impl Numbers {
    /// Numbers with their intervals.
    pub fn measured<const N: usize>(numbers: [(&'static str, Estimate); N]) -> Self {
        Self(BTreeMap::from(numbers))
    }

    /// Adds a number.
    pub fn insert(&mut self, name: &'static str, number: impl Into<Estimate>) {
        self.0.insert(name, number.into());
    }

    /// Adds all of `others`.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The number called `name`, with its interval.
    ///
    /// # Panics
    /// If there is none.
    pub fn of(&self, name: &str) -> Estimate {
        *self.0.get(name).unwrap_or_else(|| panic!("no experiment gives `{name}`"))
    }
}

/// Exact numbers.
impl<const N: usize> From<[(&'static str, f64); N]> for Numbers {
    fn from(numbers: [(&'static str, f64); N]) -> Self {
        numbers.into_iter().collect()
    }
}

impl<E: Into<Estimate>> FromIterator<(&'static str, E)> for Numbers {
    fn from_iter<T: IntoIterator<Item = (&'static str, E)>>(numbers: T) -> Self {
        Self(numbers.into_iter().map(|(name, number)| (name, number.into())).collect())
    }
}

impl Index<&str> for Numbers {
    type Output = f64;

    fn index(&self, name: &str) -> &f64 {
        &self.0.get(name).unwrap_or_else(|| panic!("no experiment gives `{name}`")).value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By the tables of the sign test.
    #[test]
    fn the_interval_of_the_median_leaves_out_what_the_sign_test_allows() {
        let out =
            [(5, None), (6, Some(0)), (8, Some(0)), (9, Some(1)), (15, Some(3)), (25, Some(7))];
        for (n, want) in out {
            assert_eq!(left_out(n), want, "{n} runs");
        }
        let runs: Vec<f64> = (0..15).map(f64::from).collect();
        assert_eq!(Estimate::median(&runs), Estimate { value: 7.0, low: 3.0, high: 11.0 });
        assert_eq!(Estimate::median(&[1.0; 5]).above(0.0), Certainty::Open);
    }

    /// By Wilson's paper of 1927, as in every table.
    #[test]
    fn the_interval_of_a_share_is_wilsons() {
        let Estimate { value, low, high } = Estimate::share(10, 50);
        assert!(
            (value - 0.2).abs() < 1e-15
                && (low - 0.1124).abs() < 1e-4
                && (high - 0.3304).abs() < 1e-4
        );
        let none = Estimate::share(0, 20);
        assert!(none.low == 0.0 && (none.high - 0.1611).abs() < 1e-4);
        assert_eq!(Estimate::share(20, 20).high, 1.0);
    }

    #[test]
    fn overlapping_intervals_leave_a_question_open() {
        let wide = Estimate { value: 1.0, low: -1.0, high: 3.0 };
        assert_eq!(wide.above(0.0), Certainty::Open);
        assert_eq!(wide.above(-2.0), Certainty::Yes);
        assert_eq!(wide.above(3.0), Certainty::No);
        assert_eq!(wide.below(wide), Certainty::Open);
        assert_eq!(Estimate::exact(f64::NAN).above(0.0), Certainty::Open);
        assert_eq!(Certainty::Open.and(false), Certainty::No);
        assert_eq!(Certainty::Open.or(true), Certainty::Yes);
        assert_eq!(Certainty::Open.or(false), Certainty::Open);
    }
}
