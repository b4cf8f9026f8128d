//! What a law of `initialize` must accept and notice.

use contract::{Fault, Value, raise};
use init::Parameters;
use rand::{SeedableRng, rngs::StdRng};
use testkit::{Law, Strategy, Verdict, generators::size};

use crate::{Answers, initialize, reference};

/// The most weights of a network that a law may ask for.
const MOST_WEIGHTS: usize = 100_000;

/// A law of the weights that a network starts with.
pub(crate) const LAW: Law<Answers, Answers, u64, 1> = Law {
    about: &["initialize"],
    right: reference::answers,
    variants: initialize::variants::VARIANTS,
    mistakes: initialize::mistakes::MISTAKES,
    named: &[
        ("notices_zeros", &["I01"], "the biases and the shapes are right"),
        ("notices_a_constant", &["I02"], "all weights are small"),
        ("notices_rand_in_place_of_randn", &["I123"], "small, and all different"),
        ("notices_a_missing_factor_of_one_hundredth", &["I04"], "normal, with the right mean"),
        ("notices_equal_rows", &["I08"], "each number is normal"),
        ("notices_random_biases", &["I121"], "all weights are right"),
        ("notices_an_ignored_seed", &["I13"], "each network is right by itself"),
        ("notices_transposed_shapes", &["I05", "I06"], "not seen where sizes are equal"),
    ],
    left_out: &[
        ("I128", "the deviation is off by 12 %, which takes about 2,000 weights to tell"),
        ("I129", "one weight in 370 is moved"),
        ("I130", "differs beyond three deviations alone"),
        ("I131", "the mean is exactly 0, as it is nearly anyway"),
        ("I139", "each weight is normal; only pairs tell"),
    ],
    parts: ["seed"],
    landmarks: || vec![0, 1, 2],
    inputs: || size(0..=4_000_000_000).prop_map(|seed| seed as u64 & 0xffff_ffff).boxed(),
    share: 20,
    holds: |answers, given, seed| {
        let initialize = |seed, n_x: usize, n_h: usize, n_y: usize| {
            // Else a law could keep whoever judges it busy for ever.
            let weights = n_x.saturating_add(n_y).saturating_mul(n_h.max(1));
            if weights > MOST_WEIGHTS {
                let message =
                    format!("the law asks for a network of more than {MOST_WEIGHTS} weights");
                raise(Fault::Panicked { message, place: None });
            }
            given
                .call(|answers| answers.initialize(&mut StdRng::seed_from_u64(seed), n_x, n_h, n_y))
        };
        answers.initialize_law(&initialize, *seed)
    },
    shows: |answers, _, seed| facts(answers, *seed),
    reference: reference::answers,
};

/// What does not depend on chance: right networks have the same facts, however they are drawn.
fn facts(answers: &Answers, seed: u64) -> Value {
    let (n_x, n_h, n_y) = (40, 30, 20);
    let of = |seed| answers.initialize(&mut StdRng::seed_from_u64(seed), n_x, n_h, n_y);
    let (first, other) = (of(seed), of(seed ^ 1));
    let Parameters { w1, b1, w2, b2 } = &first;
    let moments =
        |w: &ndarray::Array2<f64>| reference::moments(&w.iter().copied().collect::<Vec<_>>());
    let halves = |z: f64| (2.0 * z).round() / 2.0;
    let ((m1, s1), (m2, s2)) = (moments(w1), moments(w2));
    let zeros = w1.iter().chain(w2).filter(|w| **w == 0.0).count();
    let equal = |w: &ndarray::Array2<f64>| (1..w.nrows()).filter(|i| w.row(*i) == w.row(0)).count();
    let equal_in_row =
        w1.rows().into_iter().filter(|row| row.len() > 1 && row[0] == row[1]).count();
    let is_repeated = w1.iter().zip(w2).filter(|(a, b)| a == b && **a != 0.0).count();
    Value::Record(vec![
        ("the number of rows of w1", Value::Number(w1.nrows() as f64)),
        ("the number of columns of w1", Value::Number(w1.ncols() as f64)),
        ("the number of rows of w2", Value::Number(w2.nrows() as f64)),
        ("the number of columns of w2", Value::Number(w2.ncols() as f64)),
        ("the number of columns of b1", Value::Number(b1.ncols() as f64)),
        (
            "the size of the largest bias",
            Value::Number(b1.iter().chain(b2).fold(0.0, |max, b| b.abs().max(max))),
        ),
        ("the number of weights that are 0", Value::Number(zeros as f64)),
        ("the number of rows of w1 that are like its first", Value::Number(equal(w1) as f64)),
        ("the number of equal neighbours in w1", Value::Number(equal_in_row as f64)),
        ("the number of weights of w1 that w2 repeats", Value::Number(is_repeated as f64)),
        ("the deviation of w1, in hundredths", Value::Number(halves(100.0 * s1))),
        ("the deviation of w2, in hundredths", Value::Number(halves(100.0 * s2))),
        ("the mean of w1, in deviations", Value::Number(halves(m1 / s1.max(1e-9)))),
        ("the mean of w2, in deviations", Value::Number(halves(m2 / s2.max(1e-9)))),
        ("whether the next seed gives the same network", Value::Flag(first == other)),
    ])
}

/// Sound: true of every right answer, for every seed; what depends on chance is allowed for. Kills I301, which refuses
/// all, I305, which wants the same numbers as one right answer, and I306, a mean that is nearer to 0 than chance has it.
pub fn accepts_every_right_answer(answers: &Answers) -> Verdict {
    LAW.accepts_every_right_answer(answers)
}

/// Zeros have the right shapes and biases. Kills I303, the shapes and the biases alone.
pub fn notices_zeros(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_zeros")
}

/// A constant is small, as weights are. Kills I302, a bound alone.
pub fn notices_a_constant(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_constant")
}

/// Uniform numbers are small and all different. Kills I302, a bound alone.
pub fn notices_rand_in_place_of_randn(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_rand_in_place_of_randn")
}

/// The size must be asked for. Kills I304, which only asks that rows differ.
pub fn notices_a_missing_factor_of_one_hundredth(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_missing_factor_of_one_hundredth")
}

/// Numbers may be normal one by one, and equal from row to row. Kills I307, the moments alone.
pub fn notices_equal_rows(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_equal_rows")
}

/// Biases are parameters, too. Kills I307, the moments of the weights alone.
pub fn notices_random_biases(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_random_biases")
}

/// One network does not tell. Kills I307, which draws one.
pub fn notices_an_ignored_seed(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_an_ignored_seed")
}

/// Where all sizes are equal, nobody sees what is transposed. Kills I309, a network of 30 units everywhere.
pub fn notices_transposed_shapes(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_transposed_shapes")
}

/// Sharp: seven in ten of what else students get wrong. Kills I300, which notices nothing.
pub fn notices_most_other_mistakes(answers: &Answers) -> Verdict {
    LAW.notices_most_other_mistakes(answers)
}

/// What a law says follows from its arguments. Kills I308, which remembers what it said last.
pub fn gives_the_same_verdict_twice(answers: &Answers) -> Verdict {
    LAW.gives_the_same_verdict_twice(answers)
}
