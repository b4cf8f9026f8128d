//! A network that learns: its start, where it is now, and a step.

use backprop::{Cache, Gradients};
use backprop_suite::data::Data;
use contract::{Text, say};
use init::Parameters;
use ndarray::{Array2, Axis};
use rand::{SeedableRng, rngs::StdRng};

use super::network::{Make, Network};
use super::trouble::{Misshapen, Trouble, in_forward, in_gradients, in_parameters, misshapen};

/// How the hidden units start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As `initialize` draws them.
    Random,
    /// All like the first that `initialize` draws.
    Equal,
    /// All zero.
    Zeros,
    /// Every number of the network the same.
    Constant,
}

impl Kind {
    /// The start that asks call so.
    pub(super) fn named(name: &str) -> Option<Self> {
        let all = [Self::Random, Self::Equal, Self::Zeros, Self::Constant];
        all.into_iter().find(|kind| kind.name() == name)
    }

    /// What asks call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::Equal => "equal",
            Self::Zeros => "zeros",
            Self::Constant => "constant",
        }
    }
}

/// What every number of a constant start is.
const CONSTANT: f64 = 0.5;

/// A start: the same one gives the same parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Start {
    /// How the units start.
    pub(super) kind: Kind,
    /// The seed of what is drawn.
    pub(super) seed: u64,
    /// What the weights that are drawn are multiplied by.
    pub(super) scale: f64,
}

impl Start {
    /// The parameters `(n_x, n_h, 1)`.
    pub(super) fn parameters(
        self,
        network: &Network,
        n_x: usize,
        n_h: usize,
    ) -> Result<Parameters, Trouble> {
        let wanted = |parameters: &Parameters| misshapen_parameters(parameters, n_x, n_h);
        let zeros =
            || network.attempt_shaped(|network| network.init.initialize_zeros(n_x, n_h, 1), wanted);
        let drawn = || {
            let draw = |network: &Network| {
                network.init.initialize(&mut StdRng::seed_from_u64(self.seed), n_x, n_h, 1)
            };
            let Parameters { w1, b1, w2, b2 } = network.attempt_shaped(draw, wanted)?;
            Ok(Parameters { w1: w1 * self.scale, b1, w2: w2 * self.scale, b2 })
        };
        match self.kind {
            Kind::Random => drawn(),
            Kind::Equal => drawn().map(|parameters| repeated(&parameters)),
            Kind::Zeros => zeros(),
            Kind::Constant => {
                let all = |rows, columns| Array2::from_elem((rows, columns), CONSTANT * self.scale);
                Ok(Parameters {
                    w1: all(n_h, n_x),
                    b1: all(n_h, 1),
                    w2: all(1, n_h),
                    b2: all(1, 1),
                })
            }
        }
    }
}

/// The first hidden unit in place of all.
fn repeated(parameters: &Parameters) -> Parameters {
    let n_h = parameters.w1.nrows();
    let first = |matrix: &Array2<f64>, axis| matrix.select(Axis(axis), &vec![0; n_h]);
    Parameters {
        w1: first(&parameters.w1, 0),
        b1: first(&parameters.b1, 0),
        w2: first(&parameters.w2, 1),
        b2: parameters.b2.clone(),
    }
}

/// What of parameters has another shape than those of a network `(n_x, n_h, 1)`.
pub(super) fn misshapen_parameters(of: &Parameters, n_x: usize, n_h: usize) -> Option<Misshapen> {
    misshapen(&[
        ("w1", &of.w1, (n_h, n_x)),
        ("b1", &of.b1, (n_h, 1)),
        ("w2", &of.w2, (1, n_h)),
        ("b2", &of.b2, (1, 1)),
    ])
}

/// What of gradients has another shape than its parameter.
pub(super) fn misshapen_gradients(of: &Gradients, parameters: &Parameters) -> Option<Misshapen> {
    misshapen(&[
        ("dw1", &of.dw1, parameters.w1.dim()),
        ("db1", &of.db1, parameters.b1.dim()),
        ("dw2", &of.dw2, parameters.w2.dim()),
        ("db2", &of.db2, parameters.b2.dim()),
    ])
}

/// What the forward pass of these parameters gives on `x`.
pub(super) fn forward(
    network: &Network,
    parameters: &Parameters,
    x: &Array2<f64>,
) -> Result<Cache, Trouble> {
    let (n_h, m) = (parameters.w1.nrows(), x.ncols());
    network.attempt_shaped(
        |network| network.backprop.forward(parameters, x),
        |Cache { z1, a1, z2, a2 }| {
            misshapen(&[
                ("z1", z1, (n_h, m)),
                ("a1", a1, (n_h, m)),
                ("z2", z2, (1, m)),
                ("a2", a2, (1, m)),
            ])
        },
    )
}

/// What a session was opened with.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    /// The data's name for a person.
    pub(super) title: Text,
    /// The examples.
    pub(super) data: Data,
    /// The number of hidden units.
    pub(super) n_h: usize,
    /// How it starts.
    pub(super) start: Start,
    /// The step size.
    pub(super) learning_rate: f64,
    /// Whose functions it is made of.
    pub(super) make: Make,
}

/// A network that learns.
pub(super) struct Session {
    /// What asks call it.
    pub(super) name: String,
    /// What it was opened with.
    pub(super) setting: Setting,
    start: Parameters,
    /// How many steps it has taken.
    pub(super) step: usize,
    /// What it has learned so far.
    pub(super) parameters: Parameters,
    /// The forward pass of all examples.
    pub(super) cache: Cache,
    /// The cost.
    pub(super) cost: f64,
    /// The gradients, once they are known.
    gradients: Option<Gradients>,
    /// The cost before the first step.
    pub(super) first_cost: f64,
    /// The costs that no frame has told yet.
    pub(super) untold: Vec<f64>,
    /// What is no number, where that began.
    pub(super) strange: Option<Trouble>,
    /// The points of the last boundary, and the side of its square.
    pub(super) grid: Option<(usize, Array2<f64>)>,
}

impl Session {
    /// A network at its start.
    pub(super) fn open(name: String, setting: Setting, network: &Network) -> Result<Self, Trouble> {
        let start = setting.start.parameters(network, setting.data.x.nrows(), setting.n_h)?;
        let (cache, cost) = evaluate(network, &start, &setting.data)?;
        let strange = in_parameters(0, &start).or_else(|| in_forward(0, &cache, cost));
        Ok(Self {
            name,
            setting,
            step: 0,
            parameters: start.clone(),
            start,
            cache,
            cost,
            gradients: None,
            first_cost: cost,
            untold: vec![cost],
            strange,
            grid: None,
        })
    }

    /// Goes back to the same start.
    pub(super) fn rewind(&mut self, network: &Network) -> Result<(), Trouble> {
        let (cache, cost) = evaluate(network, &self.start, &self.setting.data)?;
        self.strange = in_parameters(0, &self.start).or_else(|| in_forward(0, &cache, cost));
        (self.step, self.parameters) = (0, self.start.clone());
        (self.cache, self.cost, self.first_cost) = (cache, cost, cost);
        self.gradients = None;
        self.untold = vec![cost];
        Ok(())
    }

    /// Computes with other functions what is known of where it stands.
    pub(super) fn refresh(&mut self, network: &Network) -> Result<(), Trouble> {
        self.gradients = None;
        (self.cache, self.cost) = evaluate(network, &self.parameters, &self.setting.data)?;
        Ok(())
    }

    /// The gradients where it stands.
    pub(super) fn gradients(&mut self, network: &Network) -> Result<Gradients, Trouble> {
        if let Some(gradients) = &self.gradients {
            return Ok(gradients.clone());
        }
        let Self { parameters, cache, setting: Setting { data, .. }, .. } = self;
        let gradients = network.attempt_shaped(
            |network| network.backprop.backward(parameters, cache, &data.x, &data.y),
            |gradients| misshapen_gradients(gradients, parameters),
        )?;
        let strange = in_gradients(self.step, &gradients);
        self.note(strange);
        self.gradients = Some(gradients.clone());
        Ok(gradients)
    }

    /// Takes one step of gradient descent. Where it fails, nothing has changed.
    pub(super) fn advance(&mut self, network: &Network) -> Result<(), Trouble> {
        let gradients = self.gradients(network)?;
        let Self { parameters, setting, .. } = &*self;
        let (n_h, n_x) = parameters.w1.dim();
        let moved = network.attempt_shaped(
            |network| network.backprop.update(parameters, &gradients, setting.learning_rate),
            |moved| misshapen_parameters(moved, n_x, n_h),
        )?;
        let (cache, cost) = evaluate(network, &moved, &setting.data)?;
        let step = self.step + 1;
        self.note(in_parameters(step, &moved).or_else(|| in_forward(step, &cache, cost)));
        (self.step, self.parameters, self.cache, self.cost) = (step, moved, cache, cost);
        self.gradients = None;
        self.untold.push(cost);
        Ok(())
    }

    /// Whether further steps lead nowhere: a parameter is no number.
    pub(super) fn is_over(&self) -> bool {
        self.strange.is_some() && in_parameters(self.step, &self.parameters).is_some()
    }

    fn note(&mut self, strange: Option<Trouble>) {
        if self.strange.is_none() {
            self.strange = strange;
        }
    }

    /// For each hidden unit a number: the same for units whose numbers are equal, but for a part in 10^12.
    pub(super) fn classes(&self) -> Vec<usize> {
        let Parameters { w1, b1, w2, .. } = &self.parameters;
        let of_unit = |unit: usize| {
            let numbers = w1.row(unit).into_iter().chain(b1.row(unit)).chain(w2.column(unit));
            numbers.copied().collect::<Vec<f64>>()
        };
        let mut firsts: Vec<Vec<f64>> = Vec::new();
        let mut class = |unit| {
            let numbers = of_unit(unit);
            let known = firsts.iter().position(|first| are_equal(first, &numbers));
            known.unwrap_or_else(|| {
                firsts.push(numbers);
                firsts.len() - 1
            })
        };
        (0..w1.nrows()).map(&mut class).collect()
    }
}

fn are_equal(one: &[f64], other: &[f64]) -> bool {
    const TOLERANCE: f64 = 1e-12;
    one.iter().zip(other).all(|(a, b)| {
        a == b || a.is_nan() && b.is_nan() || (a - b).abs() <= TOLERANCE * a.abs().max(b.abs())
    })
}

fn evaluate(
    network: &Network,
    parameters: &Parameters,
    data: &Data,
) -> Result<(Cache, f64), Trouble> {
    let cache = forward(network, parameters, &data.x)?;
    let cost = network.attempt(|network| network.backprop.cost(&cache.a2, &data.y))?;
    Ok((cache, cost))
}

/// What a session is called where it is shown.
pub(super) fn title(setting: &Setting) -> Text {
    let Text { en, ko } = &setting.title;
    let (n_x, n_h, seed) = (setting.data.x.nrows(), setting.n_h, setting.start.seed);
    let start = match setting.start.kind {
        Kind::Random => say!("random start", "무작위 초기화"),
        Kind::Equal => say!("equal units", "같은 유닛"),
        Kind::Zeros => say!("zeros", "영으로 시작"),
        Kind::Constant => say!("one number everywhere", "모두 같은 수"),
    };
    let (start_en, start_ko) = (start.en, start.ko);
    say!(
        "{en}, {n_x}-{n_h}-1, {start_en}, seed {seed}",
        "{ko}, {n_x}-{n_h}-1, {start_ko}, 시드 {seed}"
    )
}
