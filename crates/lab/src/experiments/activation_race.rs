//! Which activation reaches the target first, by data set and depth.

use contract::{Text, say};

use super::parts::{cell, ink, same, steps};
use super::race::{Contender, NETWORKS, RATES, Rules, Target, race, shape, targets};
use crate::training::hidden::Hidden;
use crate::{Error, Experiment, Field, Listener, Numbers, Observations, Settings, Table};
use plot::{Figure, Grid, Panel};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "activation-race",
    about: Text::fixed(
        "Which activation reaches a target cost first, on which data, in how deep a network?",
        "어떤 데이터, 어떤 깊이의 신경망에서 어떤 활성화 함수가 목표 비용에 먼저 닿는가?",
    ),
    run,
};

const HIDDEN: [Hidden; 4] = [Hidden::SIGMOID, Hidden::TANH, Hidden::RELU, Hidden::LEAKY];

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (runs, most) = if settings.quick { (1, 400) } else { (3, 800) };
    let targets = targets()?;
    let contenders = contenders(&targets);
    let medians = race(listener, &contenders, Rules { seed: settings.seed, runs, most });
    let rows: Vec<&[f64]> = medians.chunks(HIDDEN.len()).collect();
    let numbers = numbers(&rows);
    let [tanh, relu, all] =
        ["tanh_beats_sigmoid", "relu_beats_tanh", "settings"].map(|name| numbers[name]);
    Ok(Observations {
        finding: say!(
            "tanh beats the sigmoid in {tanh} of {all} settings; ReLU beats tanh in {relu}: no \
             activation is best everywhere",
            "{all}가지 설정 중 tanh가 시그모이드를 이긴 것은 {tanh}가지, ReLU가 tanh를 이긴 것은 \
             {relu}가지다. 어디서나 가장 좋은 활성화 함수는 없다"
        ),
        table: table(&contenders, &medians),
        figure: figure(&targets, &rows, most, runs),
        numbers,
    })
}

/// Row by row: every network on every data set, with each activation.
fn contenders(targets: &[Target]) -> Vec<Contender<'_>> {
    let mut contenders = Vec::new();
    for target in targets {
        for sizes in NETWORKS {
            contenders.extend(HIDDEN.map(|hidden| Contender { target, sizes, hidden }));
        }
    }
    contenders
}

fn numbers(rows: &[&[f64]]) -> Numbers {
    let beats =
        |fast: usize, slow: usize| rows.iter().filter(|row| row[fast] < row[slow]).count() as f64;
    let flower = &rows[..NETWORKS.len()];
    Numbers::from([
        ("settings", rows.len() as f64),
        ("tanh_beats_sigmoid", beats(1, 0)),
        ("relu_beats_sigmoid", beats(2, 0)),
        ("relu_beats_tanh", beats(2, 1)),
        ("tanh_beats_relu", beats(1, 2)),
        ("flower_tanh_steps", rows[0][1]),
        ("flower_relu_steps", rows[0][2]),
        ("flower_sigmoid_steps", rows[0][0]),
        ("relu_beats_tanh_on_flower", flower.iter().filter(|row| row[2] < row[1]).count() as f64),
    ])
}

fn table(contenders: &[Contender<'_>], medians: &[f64]) -> Table {
    let mut table = Table::new(&["data", "target_cost", "layers", "hidden", "median_steps"]);
    for (contender, median) in contenders.iter().zip(medians) {
        table.push(vec![
            contender.target.name.into(),
            contender.target.cost.into(),
            shape(contender.sizes).en.into(),
            contender.hidden.name().into(),
            if median.is_finite() { Field::Number(*median) } else { Field::Missing },
        ]);
    }
    table
}

fn figure(targets: &[Target], rows: &[&[f64]], most: usize, runs: u64) -> Figure {
    let cells = |row: &&[f64]| {
        let best = row.iter().copied().fold(f64::INFINITY, f64::min);
        let winner = |(hidden, median): (&Hidden, &f64)| {
            let wins = *median == best && best.is_finite();
            cell(steps(*median, most), wins.then(|| ink(*hidden)))
        };
        HIDDEN.iter().zip(*row).map(winner).collect()
    };
    let panels = targets.iter().zip(rows.chunks(NETWORKS.len())).map(|(target, rows)| {
        let cost = target.cost;
        Panel::Grid(Grid {
            title: Some(title_of(target.name, cost)),
            across: say!(
                "steps to the target; the fastest is coloured",
                "목표까지의 단계 수. 가장 빠른 것에 색칠"
            ),
            down: say!("layers", "층"),
            columns: HIDDEN.iter().map(|hidden| same(&hidden.name())).collect(),
            rows: NETWORKS.iter().map(|sizes| shape(sizes)).collect(),
            cells: rows.iter().map(cells).collect(),
        })
    });
    let rates = RATES.len();
    let note = say!(
        "Median of {runs} starts, best of {rates} learning rates; He's start for ReLU, Xavier's \
         otherwise.",
        "시작 {runs}개의 중앙값, 학습률 {rates}개 중 가장 좋은 것. ReLU는 He 시작, 나머지는 Xavier."
    );
    Figure { panels: panels.collect(), columns: 1, note: Some(note) }
}

fn title_of(name: &str, cost: f64) -> Text {
    match name {
        "flower" => say!("Flower, to cost {cost}", "꽃, 비용 {cost}까지"),
        "moons" => say!("Moons, to cost {cost}", "달, 비용 {cost}까지"),
        _ => say!("Circles, to cost {cost}", "원, 비용 {cost}까지"),
    }
}
