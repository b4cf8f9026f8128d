//! Whether centred outputs help: tanh against tanh + 1, which has the same slopes.

use contract::{Text, say};

use super::parts::{ink, plots, same};
use super::race::{Arrivals, Contender, LayerSizes, NETWORKS, RATES, Rules, race, shape, targets};
use crate::training::hidden::Hidden;
use crate::training::summary::{median_steps, ratio_of_steps};
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Mark, Plot};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "centring",
    about: Text::fixed(
        "Do outputs around 0 ease the next layer's work?",
        "0을 중심으로 한 출력이 다음 층의 학습을 쉽게 하는가?",
    ),
    run,
};

const HIDDEN: [Hidden; 2] = [Hidden::TANH, Hidden::TanhPlusOne];
/// One, two and five hidden layers.
const DEPTHS: [LayerSizes; 3] = [NETWORKS[0], NETWORKS[2], NETWORKS[3]];

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (runs, most) = if settings.quick { (6, 400) } else { (15, 2_000) };
    let [flower, ..] = targets();
    let contenders: Vec<Contender<'_>> = DEPTHS
        .iter()
        .flat_map(|sizes| HIDDEN.map(|hidden| Contender { target: &flower, sizes, hidden }))
        .collect();
    let arrivals = race(listener, &contenders, Rules { seed: settings.seed, runs, most });
    let numbers = numbers(&arrivals, most);
    let [shallow, deep] =
        ["shifted_ratio_at_depth_1", "shifted_ratio_at_depth_5"].map(|name| numbers[name]);
    let medians: Vec<f64> = arrivals.iter().map(|arrivals| median_steps(arrivals).value).collect();
    Ok(Observations {
        finding: say!(
            "Shifting tanh by 1 costs {shallow:.1} times the steps with one hidden layer, and \
             {deep:.1} times with five",
            "tanh를 1만큼 올리면 은닉층이 하나일 때는 단계가 {shallow:.1}배, 다섯일 때는 \
             {deep:.1}배가 된다"
        ),
        table: table(&medians),
        figure: figure(&medians, runs),
        numbers,
    })
}

/// How many times the steps of tanh does tanh + 1 take, by the number of hidden layers?
fn numbers(arrivals: &[Arrivals], most: usize) -> Numbers {
    let ratio = |depth: usize| ratio_of_steps(&arrivals[2 * depth + 1], &arrivals[2 * depth], most);
    Numbers::measured([
        ("shifted_ratio_at_depth_1", ratio(0)),
        ("shifted_ratio_at_depth_2", ratio(1)),
        ("shifted_ratio_at_depth_5", ratio(2)),
    ])
}

fn table(medians: &[f64]) -> Table {
    let mut table = Table::new(&["layers", "hidden", "median_steps"]);
    for (i, median) in medians.iter().enumerate() {
        let (sizes, hidden) = (DEPTHS[i / 2], HIDDEN[i % 2]);
        table.push(vec![shape(sizes).en.into(), hidden.name().into(), (*median).into()]);
    }
    table
}

fn figure(medians: &[f64], runs: u64) -> Figure {
    let width = 0.36;
    let mut marks = Vec::new();
    for (i, hidden) in HIDDEN.iter().enumerate() {
        let middle = |group: usize| group as f64 + (i as f64 - 0.5) * width;
        let bars: Vec<(f64, f64)> =
            (0..DEPTHS.len()).map(|group| (middle(group), medians[2 * group + i])).collect();
        marks.push(Mark::Bars {
            label: same(&hidden.name()),
            ink: ink(*hidden),
            bars,
            width: 0.34,
        });
    }
    let names = vec![
        say!("1 hidden layer", "은닉층 1개"),
        say!("2 hidden layers", "은닉층 2개"),
        say!("5 hidden layers", "은닉층 5개"),
    ];
    let plot = Plot::new(
        Axis::groups(say!("", ""), names),
        Axis::linear(say!("steps to cost 0.4", "비용 0.4까지의 단계 수")),
        marks,
    );
    let rates = RATES.len();
    plots(
        1,
        vec![plot],
        say!(
            "Flower; median of {runs} starts, at the best of {rates} learning rates, chosen on other starts.",
            "꽃 데이터. 시작 {runs}개의 중앙값. 학습률 {rates}개 중 다른 시작값에서 가장 좋았던 것을 쓴다."
        ),
    )
}
