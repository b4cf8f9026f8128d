//! Whether centred outputs help: tanh against tanh + 1, which has the same slopes.

use contract::{Text, say};

use super::parts::{count, ink, plots, same};
use super::race::{Contender, LayerSizes, NETWORKS, Rules, race, shape, targets};
use crate::training::hidden::Hidden;
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
    let (runs, most) = if settings.quick { (1, 500) } else { (7, 1_000) };
    let [flower, ..] = targets()?;
    let contenders: Vec<Contender<'_>> = DEPTHS
        .iter()
        .flat_map(|sizes| HIDDEN.map(|hidden| Contender { target: &flower, sizes, hidden }))
        .collect();
    let medians = race(listener, &contenders, Rules { seed: settings.seed, runs, most });
    let numbers = numbers(&medians);
    let [shallow, deep] =
        ["shifted_ratio_at_depth_1", "shifted_ratio_at_depth_5"].map(|name| numbers[name]);
    Ok(Observations {
        finding: say!(
            "Shifting tanh by 1 costs {shallow:.1} times the steps with one hidden layer, and \
             {deep:.1} times with five: centred outputs help the next hidden layer",
            "tanh를 1만큼 올리면 은닉층이 하나일 때는 단계가 {shallow:.1}배, 다섯일 때는 \
             {deep:.1}배가 된다. 0을 중심으로 한 출력은 다음 은닉층을 돕는다"
        ),
        table: table(&medians),
        figure: figure(&medians, runs),
        numbers,
    })
}

fn numbers(medians: &[f64]) -> Numbers {
    Numbers::from([
        ("tanh_steps_at_depth_1", medians[0]),
        ("shifted_steps_at_depth_1", medians[1]),
        ("tanh_steps_at_depth_2", medians[2]),
        ("shifted_steps_at_depth_2", medians[3]),
        ("tanh_steps_at_depth_5", medians[4]),
        ("shifted_steps_at_depth_5", medians[5]),
        ("shifted_ratio_at_depth_1", medians[1] / medians[0]),
        ("shifted_ratio_at_depth_2", medians[3] / medians[2]),
        ("shifted_ratio_at_depth_5", medians[5] / medians[4]),
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
        for (x, y) in &bars {
            marks.push(Mark::Words { at: (*x, *y), text: same(&count(*y)), ink: ink(*hidden) });
        }
        marks.insert(
            0,
            Mark::Bars { label: same(&hidden.name()), ink: ink(*hidden), bars, width: 0.34 },
        );
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
    plots(
        1,
        vec![plot],
        say!(
            "Flower; median of {runs} starts, best of 4 learning rates.",
            "꽃 데이터. 시작 {runs}개의 중앙값, 학습률 4개 중 가장 좋은 것."
        ),
    )
}
