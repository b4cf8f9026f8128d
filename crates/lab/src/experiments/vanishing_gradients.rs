//! How gradients fade or grow on their way back through many layers.

use contract::{Text, say};
use ndarray::Array2;

use super::parts::{line, plots};
use crate::training::deep::{Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::{in_parallel, pairs};
use crate::training::starts::{generator, normal, scaled, times_randn};
use crate::training::summary::median;
use crate::{Error, Estimate, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot, significant};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "vanishing-gradients",
    about: Text::fixed(
        "Does a non-linear activation keep gradients from vanishing in a deep network?",
        "비선형 활성화 함수가 깊은 신경망에서 그래디언트 소실을 막는가?",
    ),
    run,
};

const WIDTH: usize = 64;

/// A kind of start: its activation, its gain (variance times fan-in), its words and its number.
#[derive(Clone, Copy)]
struct Kind {
    hidden: Hidden,
    /// The gain; `None` is the start of the notes, `0.01 * randn`.
    gain: Option<f64>,
    words: &'static str,
    number: &'static str,
    ink: Ink,
}

const KINDS: [Kind; 6] = [
    Kind {
        hidden: Hidden::SIGMOID,
        gain: Some(1.0),
        words: "sigmoid, Xavier",
        number: "sigmoid_xavier",
        ink: Ink::Blue,
    },
    Kind {
        hidden: Hidden::TANH,
        gain: Some(1.0),
        words: "tanh, Xavier",
        number: "tanh_xavier",
        ink: Ink::Orange,
    },
    Kind {
        hidden: Hidden::TANH,
        gain: None,
        words: "tanh, 0.01 randn",
        number: "tanh_small",
        ink: Ink::Red,
    },
    Kind {
        hidden: Hidden::RELU,
        gain: Some(2.0),
        words: "ReLU, He",
        number: "relu_he",
        ink: Ink::Green,
    },
    Kind {
        hidden: Hidden::RELU,
        gain: Some(4.0),
        words: "ReLU, 2/\u{221a}n",
        number: "relu_large",
        ink: Ink::Purple,
    },
    Kind {
        hidden: Hidden::LINEAR,
        gain: Some(1.0),
        words: "linear, Xavier",
        number: "linear_xavier",
        ink: Ink::Grey,
    },
];

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (seeds, depth) = if settings.quick { (6, 20) } else { (15, 20) };
    let seeds: Vec<u64> = (0..seeds).collect();
    let logs: Vec<Vec<f64>> = in_parallel(listener, &pairs(&KINDS, &seeds), |(kind, run)| {
        gradients(*kind, depth, settings.seed, *run)
    });
    let groups: Vec<Vec<f64>> = logs.chunks(seeds.len()).map(median_by_layer).collect();
    let first_layer = |runs: &[Vec<f64>]| -> Estimate {
        Estimate::median(&runs.iter().map(|run| run[0]).collect::<Vec<_>>())
    };
    let numbers: Numbers = KINDS
        .iter()
        .zip(logs.chunks(seeds.len()))
        .map(|(kind, runs)| (kind.number, first_layer(runs)))
        .collect();
    let times = |name: &str| significant(10_f64.powf(numbers[name]));
    let [sigmoid, tanh, linear, he, large] =
        ["sigmoid_xavier", "tanh_xavier", "linear_xavier", "relu_he", "relu_large"].map(times);
    Ok(Observations {
        finding: say!(
            "Activation and start both decide: through 20 layers from one start the gradient becomes \
             {sigmoid} (sigmoid), {tanh} (tanh) or {linear} times (none) as large; with ReLU {he} or \
             {large} times, by the start",
            "활성화 함수와 시작값이 함께 결정한다. 같은 시작에서 20층을 지나며 그래디언트는 시그모이드 {sigmoid}배, \
             tanh {tanh}배, 활성화 함수가 없으면 {linear}배가 된다. ReLU는 시작값에 따라 {he}배나 {large}배다"
        ),
        table: table(&groups),
        figure: figure(&groups, seeds.len()),
        numbers,
    })
}

/// For each hidden layer, the logarithm to base 10 of the size of its `dz` over that of the last
/// hidden layer.
fn gradients(kind: Kind, depth: usize, seed: u64, run: u64) -> Vec<f64> {
    let mut rng = generator(seed, run);
    let sizes = vec![WIDTH; depth + 1];
    let mut layers = match kind.gain {
        Some(gain) => scaled(&mut rng, &sizes, gain),
        None => times_randn(&mut rng, &sizes, 0.01),
    };
    layers.extend(scaled(&mut rng, &[WIDTH, 1], 1.0));
    let x = normal(&mut rng, WIDTH, WIDTH);
    let y = Array2::from_shape_fn((1, WIDTH), |(_, j)| f64::from(j % 3 == 0));
    let network = Network { layers, hidden: kind.hidden, output: Output::Sigmoid };
    let errors = network.errors(&network.forward(&x), &y);
    let last = size(&errors[depth - 1]);
    errors[..depth].iter().map(|dz| (size(dz) / last).log10()).collect()
}

fn size(dz: &Array2<f64>) -> f64 {
    dz.iter().map(|dz| dz * dz).sum::<f64>().sqrt()
}

fn median_by_layer(runs: &[Vec<f64>]) -> Vec<f64> {
    (0..runs[0].len()).map(|i| median(&runs.iter().map(|run| run[i]).collect::<Vec<_>>())).collect()
}

fn table(groups: &[Vec<f64>]) -> Table {
    let mut table = Table::new(&["start", "layer", "log10_of_gradient_over_last"]);
    for (kind, group) in KINDS.iter().zip(groups) {
        for (i, value) in group.iter().enumerate() {
            table.push(vec![kind.words.into(), (i + 1).into(), (*value).into()]);
        }
    }
    table
}

fn figure(groups: &[Vec<f64>], seeds: usize) -> Figure {
    let mark = |(kind, group): (&Kind, &Vec<f64>)| -> Mark {
        // From the last layer back to the first, as the gradient goes: the ends stand apart.
        let back = group.iter().rev().enumerate();
        let points = back.map(|(i, value)| ((i + 1) as f64, *value)).collect();
        line(words(*kind), kind.ink, points)
    };
    let plot = Plot::new(
        Axis::linear(say!(
            "layers that the gradient came back through",
            "그래디언트가 되돌아온 층 수"
        )),
        Axis::linear(say!("log10 of the gradient's size", "그래디언트 크기의 log10")),
        KINDS.iter().zip(groups).map(mark).collect(),
    );
    plots(
        1,
        vec![plot],
        say!(
            "20 hidden layers of {WIDTH} units, {WIDTH} normal examples, at the start; medians of \
             {seeds} seeds.",
            "은닉층 20개, 층마다 유닛 {WIDTH}개, 정규분포 샘플 {WIDTH}개, 시작 시점; 시드 {seeds}개의 중앙값."
        ),
    )
}

fn words(kind: Kind) -> Text {
    super::parts::same(kind.words)
}
