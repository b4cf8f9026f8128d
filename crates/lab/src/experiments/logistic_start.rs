//! Logistic regression from zero and from random starts.

use backprop_suite::data::{Data, planar_flower};
use contract::{Text, say};
use ndarray::Array2;
use solution_backprop::logistic_gradients;

use super::parts::{line, none, plots};
use crate::training::starts::{generator, normal};
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};
use plot::{Axis, Figure, Ink, Mark, Plot, significant};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "logistic-start",
    about: Text::fixed(
        "Does logistic regression need a random start?",
        "로지스틱 회귀에도 무작위 시작이 필요한가?",
    ),
    run,
};

const RATE: f64 = 0.5;
const STARTS: u64 = 6;

/// Weights and bias after every step.
type Path = Vec<[f64; 3]>;

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let steps = if settings.quick { 400 } else { 2_000 };
    let flower = planar_flower();
    let mut paths = Vec::new();
    for run in 0..STARTS {
        // The first start is zero.
        let w = normal(&mut generator(settings.seed, run), 2, 1) * if run == 0 { 0.0 } else { 1.0 };
        paths.push(descend(w, &flower, steps));
        listener.at(run + 1, STARTS);
    }
    let end = |path: &Path| path[path.len() - 1];
    let gap = |path: &Path| {
        end(path).iter().zip(end(&paths[0])).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
    };
    let (dw, _) = logistic_gradients(&Array2::zeros((2, 1)), 0.0, &flower.x, &flower.y);
    let numbers = Numbers::from([
        ("largest_gap_of_ends", paths.iter().map(gap).fold(0.0, f64::max)),
        ("gradient_at_zero", dw.iter().map(|w| w.abs()).fold(0.0, f64::max)),
        ("zero_start_w2", end(&paths[0])[1]),
    ]);
    let gap = significant(numbers["largest_gap_of_ends"]);
    Ok(Observations {
        finding: say!(
            "Logistic regression reaches the same weights from zero and from random starts, to {gap}",
            "로지스틱 회귀는 영에서 시작하나 무작위로 시작하나 같은 가중치에 닿는다({gap}까지)"
        ),
        table: table(&paths),
        figure: figure(&paths),
        numbers,
    })
}

fn descend(mut w: Array2<f64>, data: &Data, steps: usize) -> Path {
    let mut b = 0.0;
    let mut path = vec![[w[(0, 0)], w[(1, 0)], b]];
    for _ in 0..steps {
        let (dw, db) = logistic_gradients(&w, b, &data.x, &data.y);
        w = w - RATE * dw;
        b -= RATE * db;
        path.push([w[(0, 0)], w[(1, 0)], b]);
    }
    path
}

fn table(paths: &[Path]) -> Table {
    let mut table = Table::new(&["start", "step", "w_1", "w_2", "b"]);
    for (i, path) in paths.iter().enumerate() {
        for (t, [w1, w2, b]) in path.iter().enumerate().step_by(20) {
            table.push(vec![i.into(), t.into(), (*w1).into(), (*w2).into(), (*b).into()]);
        }
    }
    table
}

fn figure(paths: &[Path]) -> Figure {
    let mut marks = Vec::new();
    for (i, path) in paths.iter().enumerate().rev() {
        let ink = if i == 0 { Ink::Blue } else { Ink::Grey };
        let points: Vec<(f64, f64)> = path.iter().map(|[w1, w2, _]| (*w1, *w2)).collect();
        let label = if i == 0 { say!("from zero", "영에서 시작") } else { none() };
        marks.push(Mark::Dots { label, ink, points: vec![points[0]] });
        marks.push(line(none(), ink, points));
    }
    let [w1, w2, _] = paths[0][paths[0].len() - 1];
    marks.push(Mark::Dots {
        label: say!("all end here", "모두 여기로"),
        ink: Ink::Red,
        points: vec![(w1, w2)],
    });
    let plot = Plot::new(
        Axis::linear(say!("weight of x1", "x1의 가중치")),
        Axis::linear(say!("weight of x2", "x2의 가중치")),
        marks,
    );
    plots(
        1,
        vec![plot],
        say!(
            "Flower, learning rate {RATE}; one start at zero, five standard normal.",
            "꽃 데이터, 학습률 {RATE}; 시작 하나는 영, 다섯은 표준정규분포."
        ),
    )
}
