//! Steps to a target cost, by data set, network and activation.

use backprop_suite::data::{Data, planar_flower};
use contract::Text;

use super::parts::same;
use crate::training::data::{circles, moons};
use crate::training::deep::{Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::in_parallel;
use crate::training::starts::{fitting, generator};
use crate::training::summary::median_steps;
use crate::{Error, Listener};

/// The learning rates that are tried; the best of them counts.
pub(super) const RATES: [f64; 3] = [1.0, 0.3, 0.1];

/// A data set, and the cost that a network is to reach there.
pub(super) struct Target {
    /// The name of the data in the table.
    pub(super) name: &'static str,
    /// Two inputs and one label for each example.
    pub(super) data: Data,
    /// In nats, averaged over the examples.
    pub(super) cost: f64,
}

/// The flower to a cost of 0.4, moons and circles to 0.2.
///
/// # Errors
/// If a table of data is damaged.
pub(super) fn targets() -> Result<[Target; 3], Error> {
    Ok([
        Target { name: "flower", data: planar_flower(), cost: 0.4 },
        Target { name: "moons", data: moons(), cost: 0.2 },
        Target { name: "circles", data: circles()?, cost: 0.2 },
    ])
}

/// The numbers of units, the inputs first.
pub(super) type LayerSizes = &'static [usize];

/// The networks of the race.
pub(super) const NETWORKS: [LayerSizes; 4] =
    [&[2, 8, 1], &[2, 50, 1], &[2, 16, 16, 1], &[2, 16, 16, 16, 16, 16, 1]];

/// A network in words: `2-16-16-1`.
pub(super) fn shape(sizes: LayerSizes) -> Text {
    let words: Vec<String> = sizes.iter().map(ToString::to_string).collect();
    let deep = sizes.len() > 5 && sizes[1..sizes.len() - 1].iter().all(|size| *size == sizes[1]);
    if deep {
        return same(&format!("{}-{}\u{00d7}{}-1", sizes[0], sizes[1], sizes.len() - 2));
    }
    same(&words.join("-"))
}

/// A network with an activation, in a race to a target.
pub(super) struct Contender<'a> {
    /// The data and the cost to reach.
    pub(super) target: &'a Target,
    /// The numbers of units, the inputs first.
    pub(super) sizes: LayerSizes,
    /// The activation of the hidden layers.
    pub(super) hidden: Hidden,
}

/// How long a race is.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    /// The seed of the starts.
    pub(super) seed: u64,
    /// The number of starts.
    pub(super) runs: u64,
    /// The steps after which a run is given up.
    pub(super) most: usize,
}

/// For every contender, the median over the starts of the steps to the target, at the best learning
/// rate; infinite where `rules.most` steps are not enough.
pub(super) fn race(
    listener: &dyn Listener,
    contenders: &[Contender<'_>],
    rules: Rules,
) -> Vec<f64> {
    in_parallel(listener, contenders, |contender| {
        let mut best = f64::INFINITY;
        for rate in RATES {
            // A run that is slower than the best median so far cannot make a better one.
            let most = if best.is_finite() { best.ceil() } else { rules.most as f64 };
            best = best.min(median_of(contender, rate, most, rules));
        }
        best
    })
}

fn median_of(contender: &Contender<'_>, rate: f64, most: f64, rules: Rules) -> f64 {
    let Contender { target: Target { data, cost, .. }, sizes, hidden } = contender;
    // A count of steps, far below 2^52.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let most = most as usize;
    let steps = |run: u64| {
        let layers = fitting(&mut generator(rules.seed, run), sizes, *hidden);
        let mut network = Network { layers, hidden: *hidden, output: Output::Sigmoid };
        network.steps_to((&data.x, &data.y), rate, *cost, most)
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
