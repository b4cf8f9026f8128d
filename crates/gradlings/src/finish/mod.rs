//! The page after the last exercise: the student's own network learns the flower, twice.

mod map;
mod page;

use std::rc::Rc;

use backprop_suite::data::{Data, planar_flower};
use contract::{Callee, Contract, attempt};
use init::Parameters;
use ndarray::Array2;
use rand::{SeedableRng, rngs::StdRng};

pub(crate) use page::{page, refusal_words};

use course::Course;

use crate::error::Error;
use crate::workplace::Workplace;

/// Hidden units of the network.
const UNITS: usize = 8;
/// Steps of its training.
const STEPS: usize = 2000;
const LEARNING_RATE: f64 = 1.2;
/// What every weight of the equal start is.
const EQUAL: f64 = 0.5;
/// Units whose weights differ by less are of one kind.
const TOLERANCE: f64 = 1e-6;
/// Points along each side of a portrait.
const SIDE: usize = 96;

/// The network after training from two starts.
pub(crate) struct Finish {
    /// From a start with equal units.
    pub(crate) equal: Portrait,
    /// From a random start.
    pub(crate) random: Portrait,
    /// The data that both were trained on.
    pub(crate) data: Data,
}

/// A trained network.
pub(crate) struct Portrait {
    /// Its outputs on a grid over the data, [`SIDE`] by [`SIDE`], the first row on top.
    pub(crate) outputs: Array2<f64>,
    /// The share of the data that it classifies rightly, from 0 to 1.
    pub(crate) accuracy: f64,
    /// The cost at the end.
    pub(crate) cost: f64,
    /// How many kinds of hidden units there are.
    pub(crate) kinds: usize,
}

/// A student's answers to the lessons that make a network.
struct Network {
    init: init::Answers,
    backprop: backprop::Answers,
    symmetry: symmetry::Answers,
}

/// Trains the student's network from both starts. All exercises must be solved.
pub(crate) fn finish(workplace: &Workplace) -> Result<Finish, Error> {
    let network = network(workplace)?;
    let data = planar_flower();
    let trained = attempt(|| {
        let (n_x, n_y) = (data.x.nrows(), data.y.nrows());
        let start = network.init.initialize(&mut StdRng::seed_from_u64(2), n_x, UNITS, n_y);
        let equal = equal_like(&start);
        (network.portrait(&data, &equal), network.portrait(&data, &start))
    });
    let (equal, random) = trained.map_err(Error::Training)?;
    Ok(Finish { equal, random, data })
}

/// The answers to the last three lessons, in the programs that the runner has compiled.
fn network(workplace: &Workplace) -> Result<Network, Error> {
    let callee = |lesson: &str| -> Result<Rc<dyn Callee>, Error> {
        let exercises = workplace.course.of_lesson(lesson);
        if exercises.len() < Course::whole().of_lesson(lesson).len() {
            return Err(Error::NotHandedOut);
        }
        let lesson = exercises[0].lesson;
        let answers = workplace.answers(lesson)?;
        if answers.refused.is_empty() {
            Ok(answers.callee)
        } else {
            Err(Error::DoesNotCompile { lesson: lesson.name() })
        }
    };
    Ok(Network {
        init: Contract::over(callee("init")?),
        backprop: Contract::over(callee("backprop")?),
        symmetry: Contract::over(callee("symmetry")?),
    })
}

fn equal_like(start: &Parameters) -> Parameters {
    Parameters {
        w1: Array2::from_elem(start.w1.dim(), EQUAL),
        b1: Array2::zeros(start.b1.dim()),
        w2: Array2::from_elem(start.w2.dim(), EQUAL),
        b2: Array2::zeros(start.b2.dim()),
    }
}

impl Network {
    fn portrait(&self, data: &Data, start: &Parameters) -> Portrait {
        let network = &self.backprop;
        let (trained, _) = network.train(&data.x, &data.y, start, LEARNING_RATE, STEPS);
        let a2 = network.forward(&trained, &data.x).a2;
        let outputs = network.forward(&trained, &grid(data)).a2;
        let outputs = Array2::from_shape_fn((SIDE, SIDE), |(i, j)| {
            outputs.get((0, i * SIDE + j)).copied().unwrap_or(f64::NAN)
        });
        Portrait {
            outputs,
            accuracy: data.accuracy(&a2),
            cost: network.cost(&a2, &data.y),
            kinds: self.symmetry.unit_classes(&trained, TOLERANCE),
        }
    }
}

/// The points of the plane that a portrait shows, row after row from the top.
fn grid(data: &Data) -> Array2<f64> {
    let reach = reach(data);
    let at = |i: usize| (2.0 * (i as f64 + 0.5) / SIDE as f64 - 1.0) * reach;
    Array2::from_shape_fn((2, SIDE * SIDE), |(axis, t)| match axis {
        0 => at(t % SIDE),
        _ => -at(t / SIDE),
    })
}

/// How far a portrait shows the plane, to all four sides of 0.
fn reach(data: &Data) -> f64 {
    1.08 * data.x.iter().fold(0.0_f64, |reach, x| reach.max(x.abs()))
}
