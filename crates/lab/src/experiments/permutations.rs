//! A network and its twin, whose hidden units have changed places and signs, train alike.

use backprop_suite::data::planar_flower;
use contract::{Text, say};
use init::Parameters;
use solution_symmetry::{flip_unit, permute_units};

use super::parts::{by_step, dashed, line, plots};
use crate::training::shallow;
use crate::training::starts::generator;
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Plot, significant};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "permutations",
    about: Text::fixed(
        "Does a network train differently when its hidden units change places and signs?",
        "은닉 유닛의 자리와 부호를 바꾸면 신경망이 다르게 학습되는가?",
    ),
    run,
};

const ORDER: [usize; 4] = [2, 0, 3, 1];
const FLIPPED: usize = 1;
const RATE: f64 = 1.2;

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let steps = if settings.quick { 300 } else { 2_000 };
    let flower = planar_flower();
    let mut network = shallow::start(&mut generator(settings.seed, 0), 2, ORDER.len(), 1, 0.01);
    let mut twin = twin_of(&network);
    let (mut costs, mut gaps, mut distances) = (Vec::new(), Vec::new(), Vec::new());
    for t in 0..steps {
        gaps.push(distance(&twin, &twin_of(&network)));
        distances.push(distance(&twin, &network));
        costs.push([&mut network, &mut twin].map(|network| shallow::step(network, &flower, RATE)));
        listener.at(t + 1, steps);
    }
    let numbers = Numbers::from([
        ("twin_gap", gaps.iter().copied().fold(0.0, f64::max)),
        ("twin_distance", distances[distances.len() - 1]),
        ("twin_cost_gap", costs.iter().map(|[a, b]| (a - b).abs()).fold(0.0, f64::max)),
        ("networks_of_one_function", 2.0_f64.powi(4) * 24.0),
    ]);
    let gap = significant(numbers["twin_gap"]);
    Ok(Observations {
        finding: say!(
            "A network and its twin with units and signs exchanged train alike: after {steps} \
             steps they are twins to {gap}",
            "은닉 유닛의 자리와 부호를 바꾼 쌍둥이는 똑같이 학습된다. {steps}단계 뒤에도 {gap}까지 \
             쌍둥이다"
        ),
        table: table(&costs, &gaps, &distances),
        figure: figure(&costs, &gaps, &distances),
        numbers,
    })
}

/// The same function: units in another order, and the sign of one flipped.
fn twin_of(network: &Parameters) -> Parameters {
    flip_unit(&permute_units(network, &ORDER), FLIPPED)
}

/// The largest difference between two parameters at the same place.
fn distance(left: &Parameters, right: &Parameters) -> f64 {
    let pairs = [
        (&left.w1, &right.w1),
        (&left.b1, &right.b1),
        (&left.w2, &right.w2),
        (&left.b2, &right.b2),
    ];
    let gaps = pairs.iter().flat_map(|(a, b)| a.iter().zip(*b).map(|(a, b)| (a - b).abs()));
    gaps.fold(0.0, f64::max)
}

fn table(costs: &[[f64; 2]], gaps: &[f64], distances: &[f64]) -> Table {
    let mut table =
        Table::new(&["step", "cost", "cost_of_twin", "gap_after_exchange", "gap_as_they_stand"]);
    for t in (0..costs.len()).step_by(20) {
        let [cost, of_twin] = costs[t];
        table.push(vec![
            t.into(),
            cost.into(),
            of_twin.into(),
            gaps[t].into(),
            distances[t].into(),
        ]);
    }
    table
}

fn figure(costs: &[[f64; 2]], gaps: &[f64], distances: &[f64]) -> Figure {
    let cost = |i: usize| by_step(&costs.iter().map(|pair| pair[i]).collect::<Vec<_>>(), 300);
    // An exact 0 has no place on a logarithmic axis.
    let visible: Vec<f64> = gaps.iter().map(|gap| gap.max(1e-17)).collect();
    let step = || Axis::linear(say!("step", "단계"));
    let costs = Plot::new(
        step(),
        Axis::linear(say!("cost", "비용")),
        vec![
            line(say!("network", "신경망"), Ink::Sky, cost(0)),
            dashed(say!("twin", "쌍둥이"), Ink::Orange, cost(1)),
        ],
    );
    let gaps = Plot::new(
        step(),
        Axis::log(say!("largest difference of parameters", "파라미터의 최대 차이")),
        vec![
            line(say!("as they stand", "그대로"), Ink::Grey, by_step(distances, 300)),
            line(say!("exchanged", "바꾼 뒤"), Ink::Blue, by_step(&visible, 300)),
        ],
    );
    plots(
        2,
        vec![
            costs.titled(say!("The costs are the same", "비용이 같다")),
            gaps.titled(say!("So are the parameters, exchanged", "바꾸면 파라미터도 같다")),
        ],
        say!(
            "Flower, 2-4-1, learning rate {RATE}. Four tanh units make 2^4 \u{00d7} 4! = 384 \
             networks of one function.",
            "꽃 데이터, 2-4-1, 학습률 {RATE}. tanh 유닛 4개면 2^4 \u{00d7} 4! = 384개의 신경망이 같은 \
             함수다."
        ),
    )
}
