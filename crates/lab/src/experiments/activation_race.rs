//! Which activation reaches the target first, by data set and depth.

use contract::{Text, say};

use super::parts::{cell, ink, same, steps};
use super::race::{Arrivals, Contender, NETWORKS, RATES, Rules, Target, race, shape, targets};
use crate::training::hidden::Hidden;
use crate::training::summary::{median_steps, ratio_of_steps};
use crate::{
    Certainty, Error, Estimate, Experiment, Field, Listener, Numbers, Observations, Settings, Table,
};
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
    let (runs, most) = if settings.quick { (6, 300) } else { (9, 2_000) };
    let targets = targets();
    let contenders = contenders(&targets);
    let arrivals = race(listener, &contenders, Rules { seed: settings.seed, runs, most });
    let rows: Vec<&[Arrivals]> = arrivals.chunks(HIDDEN.len()).collect();
    let numbers = numbers(&rows, most);
    let all = numbers["settings"];
    let [tanh, relu, slower] = ["tanh_beats_sigmoid", "relu_beats_tanh", "tanh_beats_relu"]
        .map(|name| numbers.of(name).low);
    Ok(Observations {
        finding: say!(
            "In {tanh} of {all} settings tanh is surely faster than the sigmoid; ReLU is surely faster \
             than tanh in {relu} and slower in {slower}: none is best everywhere",
            "{all}가지 설정 중 tanh가 시그모이드보다 확실히 빠른 것은 {tanh}가지다. ReLU는 tanh보다 \
             {relu}가지에서 확실히 빠르고 {slower}가지에서 느리다. 어디서나 가장 좋은 것은 없다"
        ),
        table: table(&contenders, &arrivals),
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

fn numbers(rows: &[&[Arrivals]], most: usize) -> Numbers {
    let [sigmoid, tanh, relu] = [0, 1, 2];
    // In how many of the settings one is faster than another: surely, most likely, possibly.
    let beats = |fast: usize, slow: usize| {
        let ratios = rows.iter().map(|row| ratio_of_steps(&row[fast], &row[slow], most));
        let faster: Vec<(bool, Certainty)> =
            ratios.map(|ratio| (ratio.value < 1.0, ratio.below(1.0))).collect();
        let count = |holds: &dyn Fn(&(bool, Certainty)) -> bool| {
            faster.iter().filter(|faster| holds(faster)).count() as f64
        };
        Estimate {
            value: count(&|(likely, _)| *likely),
            low: count(&|(_, surely)| *surely == Certainty::Yes),
            high: count(&|(_, surely)| *surely != Certainty::No),
        }
    };
    Numbers::measured([
        ("settings", Estimate::exact(rows.len() as f64)),
        ("tanh_beats_sigmoid", beats(tanh, sigmoid)),
        ("relu_beats_sigmoid", beats(relu, sigmoid)),
        ("relu_beats_tanh", beats(relu, tanh)),
        ("tanh_beats_relu", beats(tanh, relu)),
        ("flower_tanh_steps", median_steps(&rows[0][tanh])),
        ("flower_relu_steps", median_steps(&rows[0][relu])),
    ])
}

fn table(contenders: &[Contender<'_>], arrivals: &[Arrivals]) -> Table {
    let mut table = Table::new(&[
        "data",
        "target_cost",
        "layers",
        "hidden",
        "median_steps",
        "lower_end",
        "upper_end",
    ]);
    for (contender, arrivals) in contenders.iter().zip(arrivals) {
        let Estimate { value, low, high } = median_steps(arrivals);
        let field =
            |steps: f64| if steps.is_finite() { Field::Number(steps) } else { Field::Missing };
        table.push(vec![
            contender.target.name.into(),
            contender.target.cost.into(),
            shape(contender.sizes).en.into(),
            contender.hidden.name().into(),
            field(value),
            field(low),
            field(high),
        ]);
    }
    table
}

fn figure(targets: &[Target], rows: &[&[Arrivals]], most: usize, runs: u64) -> Figure {
    let cells = |row: &&[Arrivals]| {
        let medians: Vec<f64> = row.iter().map(|arrivals| median_steps(arrivals).value).collect();
        let best = medians.iter().copied().fold(f64::INFINITY, f64::min);
        let fastest = medians.iter().position(|median| *median == best).unwrap_or(0);
        // What may be as fast as the fastest is coloured, too.
        let may_win = |i: usize| {
            best.is_finite()
                && ratio_of_steps(&row[fastest], &row[i], most).below(1.0) != Certainty::Yes
        };
        let cell = |(i, hidden): (usize, &Hidden)| {
            cell(steps(medians[i], most), may_win(i).then(|| ink(*hidden)))
        };
        HIDDEN.iter().enumerate().map(cell).collect()
    };
    let panels = targets.iter().zip(rows.chunks(NETWORKS.len())).map(|(target, rows)| {
        let cost = target.cost;
        Panel::Grid(Grid {
            title: Some(title_of(target.name, cost)),
            across: say!(
                "steps to the target; coloured: the fastest, and what may be as fast",
                "목표까지의 단계 수. 가장 빠르거나 그만큼 빠를 수 있는 것에 색칠"
            ),
            down: say!("layers", "층"),
            columns: HIDDEN.iter().map(|hidden| same(&hidden.name())).collect(),
            rows: NETWORKS.iter().map(|sizes| shape(sizes)).collect(),
            cells: rows.iter().map(cells).collect(),
        })
    });
    let rates = RATES.len();
    let note = say!(
        "Median of {runs} starts, at the best of {rates} learning rates, chosen on other starts; He's \
         start for ReLU, Xavier's otherwise.",
        "시작 {runs}개의 중앙값. 학습률 {rates}개 중 다른 시작값에서 가장 좋았던 것을 쓴다. ReLU는 He 시작, \
         나머지는 Xavier."
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
