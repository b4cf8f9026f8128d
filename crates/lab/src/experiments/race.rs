//! Steps to a target cost, by data set, network and activation.

use backprop_suite::data::{Data, planar_flower};
use contract::Text;

use super::parts::same;
use crate::Progress;
use crate::training::data::{circles, moons};
use crate::training::deep::{Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::in_parallel;
use crate::training::starts::{fitting, generator};
use crate::training::summary::median_steps;

/// The learning rates that are tried; the best of them counts.
pub(super) const RATES: [f64; 3] = [1.0, 0.3, 0.1];

/// A data set with the cost that a network is to reach on it.
pub(super) struct Course {
    /// Its name.
    pub(super) name: &'static str,
    /// The examples.
    pub(super) data: Data,
    /// The cost to reach.
    pub(super) target: f64,
}

/// The flower to a cost of 0.4, moons and circles to 0.2.
pub(super) fn courses() -> [Course; 3] {
    [
        Course { name: "flower", data: planar_flower(), target: 0.4 },
        Course { name: "moons", data: moons(), target: 0.2 },
        Course { name: "circles", data: circles(), target: 0.2 },
    ]
}

/// Sizes of layers, the inputs first.
pub(super) type Sizes = &'static [usize];

/// The networks of the race.
pub(super) const NETWORKS: [Sizes; 4] =
    [&[2, 8, 1], &[2, 50, 1], &[2, 16, 16, 1], &[2, 16, 16, 16, 16, 16, 1]];

/// A network in words: `2-16-16-1`.
pub(super) fn shape(sizes: Sizes) -> Text {
    let words: Vec<String> = sizes.iter().map(ToString::to_string).collect();
    let deep = sizes.len() > 5 && sizes[1..sizes.len() - 1].iter().all(|size| *size == sizes[1]);
    if deep {
        return same(&format!("{}-{}\u{00d7}{}-1", sizes[0], sizes[1], sizes.len() - 2));
    }
    same(&words.join("-"))
}

/// One entry of a race.
pub(super) struct Entry<'a> {
    /// On what.
    pub(super) course: &'a Course,
    /// Which network.
    pub(super) sizes: Sizes,
    /// With which activation.
    pub(super) hidden: Hidden,
}

/// How long a race is.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    /// Where the starts come from.
    pub(super) seed: u64,
    /// How many starts.
    pub(super) runs: u64,
    /// The most steps.
    pub(super) most: usize,
}

/// For every entry, the median over the starts of the steps to the target, at the best learning
/// rate; infinite where `rules.most` steps are not enough.
pub(super) fn race(progress: &dyn Progress, entries: &[Entry<'_>], rules: Rules) -> Vec<f64> {
    in_parallel(progress, entries, |entry| {
        let mut best = f64::INFINITY;
        for rate in RATES {
            // A run that is slower than the best median so far cannot make a better one.
            let most = if best.is_finite() { best.ceil() } else { rules.most as f64 };
            best = best.min(median_of(entry, rate, most, rules));
        }
        best
    })
}

fn median_of(entry: &Entry<'_>, rate: f64, most: f64, rules: Rules) -> f64 {
    let Entry { course: Course { data, target, .. }, sizes, hidden } = entry;
    // A count of steps, far below 2^52.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let most = most as usize;
    let steps = |run: u64| {
        let layers = fitting(&mut generator(rules.seed, run), sizes, *hidden);
        let mut network = Network { layers, hidden: *hidden, output: Output::Sigmoid };
        network.steps_to((&data.x, &data.y), rate, *target, most)
    };
    let mut arrivals = Vec::new();
    for run in 0..rules.runs {
        arrivals.push(steps(run));
        let late = arrivals.iter().filter(|steps| steps.is_none()).count();
        // With the median among those that are too late, the rest cannot change it.
        if 2 * late > usize::try_from(rules.runs).unwrap_or(usize::MAX) {
            return f64::INFINITY;
        }
    }
    median_steps(&arrivals)
}
