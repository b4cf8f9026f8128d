//! Linear hidden layers collapse: their boundary is a straight line, whatever their number.

use backprop_suite::data::planar_flower;
use contract::{Text, say};
use solution_activations::collapse;

use super::map::map;
use super::parts::plots;
use crate::training::deep::{Network, Output};
use crate::training::hidden::Hidden;
use crate::training::runs::in_parallel;
use crate::training::starts::{fitting, generator};
use crate::training::summary::difference;
use crate::{Error, Estimate, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::Plot;

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "linear-collapse",
    about: Text::fixed(
        "What do hidden layers without an activation add to logistic regression?",
        "활성화 함수가 없는 은닉층은 로지스틱 회귀에 무엇을 더하는가?",
    ),
    run,
};

type Kind = (Hidden, &'static [usize], f64);

/// Logistic regression, linear hidden layers, and the same with tanh; each with its learning rate.
const KINDS: [Kind; 4] = [
    (Hidden::LINEAR, &[2, 1], 0.5),
    (Hidden::LINEAR, &[2, 8, 1], 0.1),
    (Hidden::LINEAR, &[2, 8, 8, 8, 1], 0.1),
    (Hidden::TANH, &[2, 8, 1], 1.2),
];

struct Run {
    network: Network,
    accuracy: f64,
    cost: f64,
}

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (runs, steps, side) = if settings.quick { (6, 600, 40) } else { (9, 3_000, 80) };
    let flower = planar_flower();
    let cases: Vec<(Kind, u64)> =
        KINDS.iter().flat_map(|kind| (0..runs).map(move |run| (*kind, run))).collect();
    let trained = in_parallel(listener, &cases, |((hidden, sizes, rate), run)| {
        let layers = fitting(&mut generator(settings.seed, *run), sizes, *hidden);
        let mut network = Network { layers, hidden: *hidden, output: Output::Sigmoid };
        network.train(&flower.x, &flower.y, *rate, steps);
        let trace = network.forward(&flower.x);
        let accuracy = 100.0 * flower.accuracy(trace.output());
        Run { accuracy, cost: network.cost(&trace, &flower.y), network }
    });
    let groups: Vec<&[Run]> = trained.chunks(cases.len() / KINDS.len()).collect();
    let numbers = numbers(&groups, &flower.x);
    let [linear, tanh] = ["linear_accuracy", "tanh_accuracy"].map(|name| numbers[name]);
    let maps = KINDS.iter().zip(&groups).map(|(kind, group)| -> Plot {
        let run = &group[0];
        map(title(*kind, run.accuracy), &flower, side, |x| run.network.forward(x).output().clone())
    });
    Ok(Observations {
        finding: say!(
            "Hidden layers without an activation draw one straight line ({linear:.0} %), as \
             logistic regression does; tanh does not ({tanh:.1} %)",
            "활성화 함수 없는 은닉층은 로지스틱 회귀처럼 직선 하나만 긋는다({linear:.0} %). tanh는 \
             그렇지 않다({tanh:.1} %)"
        ),
        table: table(&groups),
        figure: plots(2, maps.collect(), note(runs, steps)),
        numbers,
    })
}

fn numbers(groups: &[&[Run]], x: &ndarray::Array2<f64>) -> Numbers {
    let accuracies = |i: usize| groups[i].iter().map(|run| run.accuracy).collect::<Vec<f64>>();
    let best = groups[0][0].cost;
    let gap = |i: usize| groups[i].iter().map(|run| (run.cost - best).abs()).fold(0.0, f64::max);
    let gain = |i: usize| difference(&accuracies(i), &accuracies(0));
    let mut numbers = Numbers::measured([
        ("logistic_accuracy", Estimate::median(&accuracies(0))),
        ("linear_accuracy", Estimate::median(&accuracies(1))),
        ("deep_linear_accuracy", Estimate::median(&accuracies(2))),
        ("tanh_accuracy", Estimate::median(&accuracies(3))),
        ("gain_of_a_linear_layer", gain(1)),
        ("gain_of_three_linear_layers", gain(2)),
        ("gain_of_tanh", gain(3)),
    ]);
    numbers.extend(Numbers::from([
        ("deep_linear_cost_gap", gap(2)),
        ("collapse_error", collapse_error(&groups[2][0].network, x)),
    ]));
    numbers
}

/// Three linear layers collapse to a single layer: the largest difference in `z` of the output.
fn collapse_error(network: &Network, x: &ndarray::Array2<f64>) -> f64 {
    let layers: Vec<_> =
        network.layers.iter().map(|layer| (layer.w.clone(), layer.b.clone())).collect();
    let (w, b) = collapse(&layers);
    let single = w.dot(x) + b;
    let trace = network.forward(x);
    let many = &trace.z[layers.len() - 1];
    single.iter().zip(many).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

fn name((hidden, sizes, _): Kind) -> String {
    let sizes: Vec<String> = sizes.iter().map(ToString::to_string).collect();
    format!("{} {}", hidden.name(), sizes.join("-"))
}

fn title(kind: Kind, accuracy: f64) -> Text {
    let name = name(kind);
    if kind.1.len() == 2 {
        return say!("logistic regression: {accuracy:.1} %", "로지스틱 회귀: {accuracy:.1} %");
    }
    say!("{name}: {accuracy:.1} %", "{name}: {accuracy:.1} %")
}

fn table(groups: &[&[Run]]) -> Table {
    let mut table = Table::new(&["network", "run", "percent_right", "cost"]);
    for (kind, group) in KINDS.iter().zip(groups) {
        for (i, run) in group.iter().enumerate() {
            table.push(vec![name(*kind).into(), i.into(), run.accuracy.into(), run.cost.into()]);
        }
    }
    table
}

fn note(runs: u64, steps: usize) -> Text {
    say!(
        "Flower, {steps} steps, the first of {runs} starts; the line is where the output is a half.",
        "꽃 데이터, {steps}단계, 시작 {runs}개 중 첫째. 선은 출력이 1/2인 곳."
    )
}
