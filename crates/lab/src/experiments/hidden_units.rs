//! Decision boundaries by the number of hidden units, from the start of the course.

use backprop_suite::data::{Data, planar_flower};
use contract::{Text, say};
use init::Parameters;
use ndarray::Array2;
use solution_backprop::{forward, train};

use super::map::map;
use super::parts::plots;
use crate::training::legacy::Legacy;
use crate::training::runs::in_parallel;
use crate::training::shallow::percent_right;
use crate::{Error, Experiment, Listener, Numbers, Observations, Settings, Table};

pub(super) const EXPERIMENT: Experiment = Experiment {
    name: "hidden-units",
    about: Text::fixed(
        "How many hidden units does the flower need?",
        "꽃 데이터에는 은닉 유닛이 몇 개 필요한가?",
    ),
    run,
};

/// The number of hidden units, and the name of its number.
const SIZES: [(usize, &str); 7] = [
    (1, "accuracy_1"),
    (2, "accuracy_2"),
    (3, "accuracy_3"),
    (4, "accuracy_4"),
    (5, "accuracy_5"),
    (20, "accuracy_20"),
    (50, "accuracy_50"),
];
const RATE: f64 = 1.2;
/// The seed of the course's notebook, for `NumPy`'s legacy generator.
const SEED: u32 = 2;

/// A trained network, its accuracy in percent and its cost.
type Trained = (Parameters, f64, f64);

fn run(settings: &Settings, listener: &dyn Listener) -> Result<Observations, Error> {
    let (steps, side) = if settings.quick { (600, 40) } else { (5_000, 80) };
    let flower = planar_flower();
    // The largest first, so that no thread waits for it in the end.
    let mut trained = in_parallel(
        listener,
        &SIZES.map(|(n_h, _)| n_h).into_iter().rev().collect::<Vec<_>>(),
        |n_h| {
            let (parameters, costs) = train(&flower.x, &flower.y, &start(*n_h), RATE, steps);
            let accuracy = percent_right(&parameters, &flower);
            (parameters, accuracy, costs[costs.len() - 1])
        },
    );
    trained.reverse();
    let numbers: Numbers =
        SIZES.iter().zip(&trained).map(|((_, name), run)| (*name, run.1)).collect();
    let [two, three, fifty] = ["accuracy_2", "accuracy_3", "accuracy_50"].map(|name| numbers[name]);
    Ok(Observations {
        finding: say!(
            "Two hidden units reach {two:.1} % on the flower, three {three:.1} %, and fifty no \
             more than {fifty:.1} %",
            "은닉 유닛 2개는 꽃 데이터에서 {two:.1} %, 3개는 {three:.1} %, 50개도 {fifty:.1} %"
        ),
        table: table(&trained),
        figure: plots(
            3,
            SIZES
                .iter()
                .zip(&trained)
                .map(|(size, run)| panel(size.0, run, &flower, side))
                .collect(),
            note(steps),
        ),
        numbers,
    })
}

/// `numpy.random.seed(2)`, then `0.01 * randn` for both weights.
fn start(n_h: usize) -> Parameters {
    let mut rng = Legacy::seed(SEED);
    Parameters {
        w1: rng.normal(0.01, n_h, 2),
        b1: Array2::zeros((n_h, 1)),
        w2: rng.normal(0.01, 1, n_h),
        b2: Array2::zeros((1, 1)),
    }
}

fn table(trained: &[Trained]) -> Table {
    let mut table = Table::new(&["n_h", "percent_right", "cost"]);
    for ((n_h, _), (_, accuracy, cost)) in SIZES.iter().zip(trained) {
        table.push(vec![(*n_h).into(), (*accuracy).into(), (*cost).into()]);
    }
    table
}

fn panel(n_h: usize, run: &Trained, flower: &Data, side: usize) -> plot::Plot {
    let accuracy = run.1;
    let title: Text = say!("n_h = {n_h}: {accuracy:.2} %", "n_h = {n_h}: {accuracy:.2} %");
    map(title, flower, side, |x| forward(&run.0, x).a2)
}

fn note(steps: usize) -> Text {
    say!(
        "Start of the course's notebook (NumPy seed {SEED}, whatever the lab's seed), learning rate \
         {RATE}, {steps} steps.",
        "강의 노트북의 시작값 (랩의 시드와 상관없이 NumPy 시드 {SEED}), 학습률 {RATE}, {steps}단계."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accuracies_are_those_of_the_course() {
        let flower = planar_flower();
        for (n_h, want) in [(1, 67.5), (2, 67.25), (3, 90.75)] {
            let (parameters, _) = train(&flower.x, &flower.y, &start(n_h), RATE, 5_000);
            assert_eq!(percent_right(&parameters, &flower), want, "n_h = {n_h}");
        }
    }
}
