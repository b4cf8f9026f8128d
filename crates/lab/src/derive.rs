//! The equations of backpropagation, derived line by line on a network of two inputs, two hidden units, one output
//! and two examples. Each line is checked as it is printed: what the formula gives is compared with central
//! differences of the cost.

use std::fs;
use std::path::{Path, PathBuf};

use contract::{Language, Text, say};
use ndarray::{Array2, Axis, array};
use plot::ticks::plain;
use solution_activations::{forward, prime};

use crate::error::Error;

/// The largest difference from central differences that a line may have.
const CLOSE: f64 = 1e-8;
/// The step of the differences.
const H: f64 = 1e-5;

/// A line of the derivation.
struct Line {
    /// What is done here, and why it is right.
    why: Text,
    /// The equation, in the names of the course.
    equation: &'static str,
    /// What it gives.
    value: Array2<f64>,
    /// The same, by central differences.
    checked: Array2<f64>,
}

/// The parameters and the data; numbers that are easy to read, without any pattern.
struct Network {
    w1: Array2<f64>,
    b1: Array2<f64>,
    w2: Array2<f64>,
    b2: Array2<f64>,
    x: Array2<f64>,
    y: Array2<f64>,
}

impl Network {
    fn small() -> Self {
        Self {
            w1: array![[0.5, -0.3], [0.2, 0.8]],
            b1: array![[0.1], [-0.2]],
            w2: array![[1.0, -0.6]],
            b2: array![[0.05]],
            x: array![[1.0, -0.5], [2.0, 0.4]],
            y: array![[1.0, 0.0]],
        }
    }

    fn m(&self) -> f64 {
        self.x.ncols() as f64
    }

    fn z1(&self, w1: &Array2<f64>, b1: &Array2<f64>) -> Array2<f64> {
        w1.dot(&self.x) + b1
    }

    /// The sum of the losses of all examples: `m` times the cost.
    fn loss(&self, a2: &Array2<f64>) -> f64 {
        let loss = |(a, y): (&f64, &f64)| -(y * a.ln() + (1.0 - y) * (1.0 - a).ln());
        a2.iter().zip(&self.y).map(loss).sum()
    }
}

fn tanh(z: &Array2<f64>) -> Array2<f64> {
    forward(activations::Activation::Tanh, z)
}

fn sigmoid(z: &Array2<f64>) -> Array2<f64> {
    forward(activations::Activation::Sigmoid, z)
}

/// The slope of `f` in every entry of `at`.
fn differences(at: &Array2<f64>, f: impl Fn(&Array2<f64>) -> f64) -> Array2<f64> {
    Array2::from_shape_fn(at.dim(), |place| {
        let moved = |by: f64| {
            let mut moved = at.clone();
            moved[place] += by;
            f(&moved)
        };
        (moved(H) - moved(-H)) / (2.0 * H)
    })
}

/// The sum of each row, as a column.
fn row_sums(a: &Array2<f64>) -> Array2<f64> {
    a.sum_axis(Axis(1)).insert_axis(Axis(1))
}

/// A forward pass of the small network, and the cost from each of its stages on.
struct Pass {
    n: Network,
    z1: Array2<f64>,
    a1: Array2<f64>,
    z2: Array2<f64>,
    a2: Array2<f64>,
    dz2: Array2<f64>,
}

impl Pass {
    fn of(n: Network) -> Self {
        let z1 = n.z1(&n.w1, &n.b1);
        let a1 = tanh(&z1);
        let z2 = n.w2.dot(&a1) + &n.b2;
        let a2 = sigmoid(&z2);
        let dz2 = &a2 - &n.y;
        Self { n, z1, a1, z2, a2, dz2 }
    }

    /// The sum of the losses, of this `z2`.
    fn loss_of_output(&self, z2: &Array2<f64>) -> f64 {
        self.n.loss(&sigmoid(z2))
    }

    /// The sum of the losses, of this `z1`.
    fn loss_of_hidden(&self, z1: &Array2<f64>) -> f64 {
        self.loss_of_output(&(self.n.w2.dot(&tanh(z1)) + &self.n.b2))
    }

    /// The lines of the second layer.
    fn of_second_layer(&self) -> Vec<Line> {
        let Self { n, a1, z2, a2, dz2, .. } = self;
        let cost = |z2: &Array2<f64>| self.loss_of_output(z2) / n.m();
        vec![
            Line {
                why: say!(
                    "The loss of an example is L = -(y ln a2 + (1 - y) ln(1 - a2)). Its slope in a2:",
                    "한 샘플의 손실은 L = -(y ln a2 + (1 - y) ln(1 - a2))이다. a2에 대한 기울기:"
                ),
                equation: "dL/da2 = (a2 - y) / (a2 (1 - a2))",
                value: dz2 / (a2 * (1.0 - a2)),
                checked: differences(a2, |a2| n.loss(a2)),
            },
            Line {
                why: say!(
                    "The sigmoid's slope, from its output:",
                    "시그모이드의 기울기는 출력에서 구한다:"
                ),
                equation: "da2/dz2 = a2 (1 - a2)",
                value: a2 * (1.0 - a2),
                checked: differences(z2, |z2| sigmoid(z2).sum()),
            },
            Line {
                why: say!(
                    "By the chain rule the two are multiplied, and a2 (1 - a2) cancels out. First equation:",
                    "연쇄 법칙에 따라 둘을 곱하면 a2 (1 - a2)가 약분된다. 첫째 식:"
                ),
                equation: "dz2 = a2 - y",
                value: dz2.clone(),
                checked: differences(z2, |z2| self.loss_of_output(z2)),
            },
            Line {
                why: say!(
                    "z2 = w2 a1 + b2: a weight moves z2 of each example by the a1 that it is multiplied with. \
                 Added up over the examples, and divided by m for the mean:",
                    "z2 = w2 a1 + b2이므로 가중치는 곱해지는 a1만큼 각 샘플의 z2를 움직인다. 샘플에 걸쳐 더하고, 평균이므로 \
                 m으로 나눈다:"
                ),
                equation: "dw2 = dz2 a1ᵀ / m",
                value: dz2.dot(&a1.t()) / n.m(),
                checked: differences(&n.w2, |w2| cost(&(w2.dot(a1) + &n.b2))),
            },
            Line {
                why: say!(
                    "The bias moves every z2 by as much as itself:",
                    "편향은 모든 z2를 자신만큼 움직인다:"
                ),
                equation: "db2 = (sum of dz2 over the examples) / m",
                value: row_sums(dz2) / n.m(),
                checked: differences(&n.b2, |b2| cost(&(n.w2.dot(a1) + b2))),
            },
        ]
    }

    /// The lines of the first layer.
    fn of_first_layer(&self) -> Vec<Line> {
        let Self { n, z1, a1, dz2, .. } = self;
        let cost = |z1: &Array2<f64>| self.loss_of_hidden(z1) / n.m();
        let da1 = n.w2.t().dot(dz2);
        let dz1 = &da1 * (1.0 - a1 * a1);
        vec![
            Line {
                why: say!(
                    "Back through the second layer: a hidden unit reaches each output by its weight:",
                    "둘째 층을 거슬러 간다. 은닉 유닛은 자신의 가중치를 통해 출력에 닿는다:"
                ),
                equation: "dL/da1 = w2ᵀ dz2",
                value: da1,
                checked: differences(a1, |a1| self.loss_of_output(&(n.w2.dot(a1) + &n.b2))),
            },
            Line {
                why: say!(
                    "The slope of tanh, from its output:",
                    "tanh의 기울기는 출력에서 구한다:"
                ),
                equation: "da1/dz1 = 1 - a1²",
                value: prime(activations::Activation::Tanh, z1),
                checked: differences(z1, |z1| tanh(z1).sum()),
            },
            Line {
                why: say!(
                    "Entry by entry, because each a1 comes from its own z1:",
                    "각 a1은 자신의 z1에서 나오므로 원소별로 곱한다:"
                ),
                equation: "dz1 = w2ᵀ dz2 ∘ (1 - a1²)",
                value: dz1.clone(),
                checked: differences(z1, |z1| self.loss_of_hidden(z1)),
            },
            Line {
                why: say!(
                    "The first layer is like the second, with x in the place of a1:",
                    "첫째 층은 둘째 층과 같고, a1 자리에 x가 있다:"
                ),
                equation: "dw1 = dz1 xᵀ / m",
                value: dz1.dot(&n.x.t()) / n.m(),
                checked: differences(&n.w1, |w1| cost(&n.z1(w1, &n.b1))),
            },
            Line {
                why: say!("And its bias likewise:", "편향도 마찬가지다:"),
                equation: "db1 = (sum of dz1 over the examples) / m",
                value: row_sums(&dz1) / n.m(),
                checked: differences(&n.b1, |b1| cost(&n.z1(&n.w1, b1))),
            },
        ]
    }
}

/// The lines that lead to the six equations of a network with one hidden layer.
fn backward() -> Vec<Line> {
    let pass = Pass::of(Network::small());
    let mut lines = pass.of_second_layer();
    lines.extend(pass.of_first_layer());
    lines
}

/// The lines that lead to the three equations of logistic regression, with the data and the last row of `w1`.
fn logistic() -> Vec<Line> {
    let n = Network::small();
    let w = n.w1.row(1).to_owned().insert_axis(Axis(1));
    let b = array![[n.b1[(1, 0)]]];
    let z = |w: &Array2<f64>, b: &Array2<f64>| w.t().dot(&n.x) + b;
    let at = z(&w, &b);
    let a = sigmoid(&at);
    let cost = |w: &Array2<f64>, b: &Array2<f64>| n.loss(&sigmoid(&z(w, b))) / n.m();
    let dz = &a - &n.y;
    vec![
        Line {
            why: say!(
                "The slope of the loss in a, times that of the sigmoid, a (1 - a), which cancels out:",
                "손실의 a에 대한 기울기에 시그모이드의 기울기 a (1 - a)를 곱하면 약분된다:"
            ),
            equation: "dz = (a - y) / (a (1 - a)) * a (1 - a) = a - y",
            value: dz.clone(),
            checked: differences(&at, |z| n.loss(&sigmoid(z))),
        },
        Line {
            why: say!(
                "z = wᵀ x + b: a weight moves z of each example by its x. Added up, and divided by m for the mean:",
                "z = wᵀ x + b이므로 가중치는 x만큼 각 샘플의 z를 움직인다. 더한 뒤 평균이므로 m으로 나눈다:"
            ),
            equation: "dw = x dzᵀ / m",
            value: n.x.dot(&dz.t()) / n.m(),
            checked: differences(&w, |w| cost(w, &b)),
        },
        Line {
            why: say!(
                "The bias moves every z by as much as itself:",
                "편향은 모든 z를 자신만큼 움직인다:"
            ),
            equation: "db = (sum of dz over the examples) / m",
            value: row_sums(&dz) / n.m(),
            checked: differences(&b, |b| cost(&w, b)),
        },
    ]
}

/// What can be derived.
pub const NAMES: [&str; 2] = ["logistic", "backward"];

fn introduction(name: &str) -> Text {
    if name == "logistic" {
        return say!(
            "Logistic regression on two inputs, m = 2 examples: x (2, 2), w (2, 1), b a number, y (1, 2). dz is \
             the slope of each example's loss, dw and db are those of the cost. Every line agrees with central differences to 10⁻⁸ (✓), or is not printed.",
            "입력 2개, 샘플 m = 2개의 로지스틱 회귀: x (2, 2), w (2, 1), b는 수 하나, y (1, 2). dz는 각 샘플의 손실에 \
             대한 기울기이고, dw와 db는 비용의 그래디언트이다. 모든 줄은 중앙 차분과 10⁻⁸까지 같으며(✓), 다르면 출력되지 않는다."
        );
    }
    say!(
        "Two inputs, two hidden units with tanh, one output with the sigmoid, m = 2 examples: x (2, 2), \
         w1 (2, 2), b1 (2, 1), w2 (1, 2), b2 (1, 1), y (1, 2). dz2 and dz1 are slopes of each example's loss, \
         dw and db those of the cost. Every line agrees with central differences to 10⁻⁸ (✓), or is not printed.",
        "입력 2개, tanh 은닉 유닛 2개, 시그모이드 출력 1개, 샘플 m = 2개: x (2, 2), w1 (2, 2), b1 (2, 1), w2 (1, 2), \
         b2 (1, 1), y (1, 2). dz2와 dz1은 각 샘플의 손실에 대한 기울기이고, dw와 db는 비용의 그래디언트이다. 모든 줄은 중앙 차분과 10⁻⁸까지 같으며(✓), 다르면 출력되지 않는다."
    )
}

/// The derivation of the equations of `name`, one of [`NAMES`], in the reader's language.
///
/// # Errors
/// If there is no derivation of that name, or if a line does not agree with central differences.
pub fn derivation(name: &str, language: Language) -> Result<String, Error> {
    let lines = match name {
        "logistic" => logistic(),
        "backward" => backward(),
        _ => return Err(Error::UnknownDerivation(name.to_string())),
    };
    let mut out = textwrap::fill(introduction(name).speak(language), 78) + "\n";
    for (number, line) in lines.iter().enumerate() {
        out += &written(number + 1, line, language)?;
    }
    Ok(out)
}

/// Where a text of a lesson shows a derivation, between two comments.
const BEGIN: &str = "<!-- derivation of backward -->\n";
const END: &str = "<!-- end -->\n";

/// The texts of lesson 3 below `root` that show the derivation of `backward`, as they should be.
///
/// # Errors
/// If one cannot be read, or has no place for it, or a line of the derivation is wrong.
pub fn readmes(root: &Path) -> Result<Vec<(PathBuf, String)>, Error> {
    let texts = [(Language::English, "README.md"), (Language::Korean, "README.ko.md")];
    let shown = |(language, name): (Language, &str)| {
        let path = root.join("exercises").join("backprop").join(name);
        let text =
            fs::read_to_string(&path).map_err(Error::unreadable(&path))?.replace("\r\n", "\n");
        let place = text
            .split_once(BEGIN)
            .and_then(|(before, rest)| rest.split_once(END).map(|(_, after)| (before, after)));
        let Some((before, after)) = place else { return Err(Error::NoPlace(path)) };
        let derivation = derivation("backward", language)?;
        Ok((path, format!("{before}{BEGIN}```text\n{derivation}```\n{END}{after}")))
    };
    texts.into_iter().map(shown).collect()
}

/// A line with its number, shape and entries.
fn written(number: usize, line: &Line, language: Language) -> Result<String, Error> {
    let Line { why, equation, value, checked } = line;
    let gaps = value - checked;
    let off = gaps
        .iter()
        .fold(0.0, |most: f64, gap| if gap.is_nan() { *gap } else { most.max(gap.abs()) });
    if off > CLOSE || off.is_nan() {
        return Err(Error::WrongLine { equation, off });
    }
    let (rows, columns) = value.dim();
    let why =
        textwrap::fill(why.speak(language), textwrap::Options::new(76).subsequent_indent("    "));
    let mut out = format!("\n{number:2}. {why}\n\n      {equation}    ({rows}, {columns})\n\n");
    for (i, row) in value.rows().into_iter().enumerate() {
        let entries: Vec<String> =
            row.iter().map(|entry| format!("{:>10}", plain(*entry, 4))).collect();
        let entries = entries.concat();
        let check = if i == 0 { "     ✓" } else { "" };
        out += &format!("    {entries}{check}\n");
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_are_those_of_the_solution() {
        let n = Network::small();
        let parameters = init::Parameters {
            w1: n.w1.clone(),
            b1: n.b1.clone(),
            w2: n.w2.clone(),
            b2: n.b2.clone(),
        };
        let cache = solution_backprop::forward(&parameters, &n.x);
        let gradients = solution_backprop::backward(&parameters, &cache, &n.x, &n.y);
        let lines = backward();
        let of = |equation: &str| {
            &lines.iter().find(|line| line.equation.starts_with(equation)).unwrap().value
        };
        let pairs = [
            ("dw1", gradients.dw1),
            ("db1", gradients.db1),
            ("dw2", gradients.dw2),
            ("db2", gradients.db2),
        ];
        for (name, want) in pairs {
            testkit::agrees(name, of(name), &want, 1e-14).unwrap();
        }
        let w = n.w1.row(1).to_owned().insert_axis(Axis(1));
        let (dw, db) = solution_backprop::logistic_gradients(&w, n.b1[(1, 0)], &n.x, &n.y);
        let lines = logistic();
        testkit::agrees("dw", &lines[1].value, &dw, 1e-14).unwrap();
        testkit::agrees("db", &lines[2].value, &array![[db]], 1e-14).unwrap();
    }

    #[test]
    fn a_line_that_is_wrong_is_not_printed() {
        let mut lines = backward();
        lines[2].value *= 2.0;
        let error = written(3, &lines[2], Language::English).unwrap_err().text();
        assert!(error.en.contains("dz2 = a2 - y"), "{}", error.en);
    }

    #[test]
    fn every_line_fits_a_terminal_in_both_languages() {
        for language in [Language::English, Language::Korean] {
            for line in NAMES.map(|name| derivation(name, language).unwrap()).concat().lines() {
                assert!(textwrap::core::display_width(line) <= 80, "{line}");
            }
        }
    }
}
