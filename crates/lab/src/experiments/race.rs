//! Steps to a target cost, by data set, network and activation.

use backprop_suite::data::{Data, circles, planar_flower};
use contract::Text;

use super::parts::same;
use crate::Listener;
use crate::training::data::moons;
use crate::training::deep::{Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::{in_parallel, pairs};
use crate::training::starts::{fitting, generator};

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
pub(super) fn targets() -> [Target; 3] {
    [
        Target { name: "flower", data: planar_flower(), cost: 0.4 },
        Target { name: "moons", data: moons(), cost: 0.2 },
        Target { name: "circles", data: circles(), cost: 0.2 },
    ]
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
    /// The number of starts that count.
    pub(super) runs: u64,
    /// The steps after which a run is given up.
    pub(super) most: usize,
}

/// Starts that choose the learning rate. They do not count, so that the choice favours nobody.
const PILOTS: u64 = 3;

/// The steps to the target, run by run; `None` where they were not enough.
pub(super) type Arrivals = Vec<Option<usize>>;

/// For every contender, the steps to the target from each start, at the learning rate that was the best on other
/// starts. The runs of two contenders with one network begin alike.
pub(super) fn race(
    listener: &dyn Listener,
    contenders: &[Contender<'_>],
    rules: Rules,
) -> Vec<Arrivals> {
    let rates = in_parallel(listener, contenders, |contender| best_rate(contender, rules));
    let runs: Vec<u64> = (PILOTS..PILOTS + rules.runs).collect();
    let numbers: Vec<usize> = (0..contenders.len()).collect();
    let steps = in_parallel(listener, &pairs(&numbers, &runs), |(number, run)| {
        steps_to(&contenders[*number], rates[*number], *run, rules.most, rules.seed)
    });
    steps.chunks(runs.len()).map(<[_]>::to_vec).collect()
}

/// The rate whose pilots arrive first, by their median.
fn best_rate(contender: &Contender<'_>, rules: Rules) -> f64 {
    let (mut best, mut most) = (RATES[0], rules.most);
    for rate in RATES {
        let pilots: Arrivals =
            (0..PILOTS).map(|run| steps_to(contender, rate, run, most, rules.seed)).collect();
        let mut arrived: Vec<usize> = pilots.into_iter().flatten().collect();
        arrived.sort_unstable();
        // With most pilots too late, the rate is no better than the best so far.
        if let Some(median) = arrived.get(1)
            && *median < most
        {
            (best, most) = (rate, *median);
        }
    }
    best
}

fn steps_to(
    contender: &Contender<'_>,
    rate: f64,
    run: u64,
    most: usize,
    seed: u64,
) -> Option<usize> {
    let Contender { target: Target { data, cost, .. }, sizes, hidden } = contender;
    let layers = fitting(&mut generator(seed, run), sizes, *hidden);
    let mut network = Network { layers, hidden: *hidden, output: Output::Sigmoid };
    network.steps_to((&data.x, &data.y), rate, *cost, most)
}
