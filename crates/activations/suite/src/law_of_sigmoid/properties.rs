//! What a law of the sigmoid must accept and notice, and what its inputs must reach.

use contract::{Plain, say};
use testkit::generators::eighths;
use testkit::{Law, Strategy, Verdict, ensure, number};

use crate::{Answers, reference, sigmoid};

/// A law of the sigmoid.
pub(crate) const LAW: Law<Answers, Answers, f64, 1> = Law {
    about: &["sigmoid"],
    right: reference::answers,
    variants: sigmoid::variants::VARIANTS,
    mistakes: sigmoid::mistakes::MISTAKES,
    named: &[
        ("notices_the_sign_of_z", &["A01"], "it keeps the symmetry and both ends, exchanged"),
        (
            "notices_infinity_over_infinity",
            &["A02"],
            "a NaN passes a comparison that is written the wrong way round",
        ),
        ("notices_tanh_in_its_place", &["A51"], "a curve of the same form"),
        ("notices_a_step", &["A292"], "right far out"),
        ("notices_a_clamp", &["A55"], "it has the symmetry, the ends and the value at 0"),
        ("notices_a_constant", &["A293"], "it has the symmetry and the value at 0"),
    ],
    left_out: &[
        ("A50", "right to 1e-13: a law with any tolerance accepts it"),
        ("A59", "wrong only nearer to 0 than 0.001, where inputs rarely are"),
        ("A290", "right to 1e-17: a law with any tolerance accepts it"),
    ],
    parts: ["z"],
    landmarks: || vec![0.0, 1.0, -1.0, 3.0, -3.0, 20.0, -20.0, 40.0, -40.0, 800.0, -800.0],
    inputs: || {
        (0..=3_i32, eighths(-64..=64), eighths(-8_000..=8_000))
            .prop_map(|(pick, near, far)| if pick < 3 { near } else { far })
            .boxed()
    },
    share: 3,
    holds: |answers, given, z| {
        answers.sigmoid_law(&|z| given.call(|answers| answers.sigmoid(z)), *z)
    },
    shows: |answers, _, z| answers.sigmoid(*z).to_value(),
    reference: reference::answers,
};

/// Sound: true of every right answer, however it is written, also where `f64` ends. Kills A301, which refuses all of
/// them, A306, strict bounds where the value rounds to 0 or 1, and A307, the same bits as one formula.
pub fn accepts_every_right_answer(answers: &Answers) -> Verdict {
    LAW.accepts_every_right_answer(answers)
}

/// The flipped sign keeps every symmetry of the curve. Kills A303, the symmetry alone.
pub fn notices_the_sign_of_z(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_the_sign_of_z")
}

/// Infinity over infinity is a NaN, and only far out. Kills A308, a comparison that a NaN passes.
pub fn notices_infinity_over_infinity(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_infinity_over_infinity")
}

/// tanh has the same form. Kills A302, a tolerance as wide as the curve.
pub fn notices_tanh_in_its_place(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_tanh_in_its_place")
}

/// A step is right far out. Kills A310, which looks there alone.
pub fn notices_a_step(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_step")
}

/// A straight line that is cut off has the symmetry and the ends. Kills A305, which looks at 0 alone.
pub fn notices_a_clamp(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_clamp")
}

/// A constant has every symmetry. Kills A300, which is true of everything.
pub fn notices_a_constant(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_constant")
}

/// Sharp: seven in ten of what else students get wrong. Kills A300, which notices nothing.
pub fn notices_most_other_mistakes(answers: &Answers) -> Verdict {
    LAW.notices_most_other_mistakes(answers)
}

/// What a law says follows from its arguments. Kills A309, which remembers what it said last.
pub fn gives_the_same_verdict_twice(answers: &Answers) -> Verdict {
    LAW.gives_the_same_verdict_twice(answers)
}

/// A law sees what it is asked: near 0, where the curve bends, and beyond 709, where an exponential overflows. Kills
/// A312, whose draws are negative, and A313, whose draws lie near 0.
pub fn tells_every_listed_mistake_apart(answers: &Answers) -> Verdict {
    let draws = LAW.draws(|rng| answers.draw_z(rng));
    let count = |is_meant: &dyn Fn(&f64) -> bool| draws.iter().filter(|z| is_meant(z)).count();
    let (negative, zero) = (count(&|z| *z < 0.0), count(&|z| *z == 0.0));
    let (near, far) = (count(&|z| z.abs() < 5.0), count(&|z| z.abs() > 709.0));
    LAW.are_told_apart_by(
        &draws,
        &say!(
            "{negative} are negative, {zero} are 0, {near} lie between -5 and 5, and {far} beyond 709 in size",
            "음수는 {negative}개, 0은 {zero}개, -5와 5 사이는 {near}개, 크기가 709를 넘는 것은 {far}개입니다"
        ),
    )
}

/// The sigmoid of infinity is nobody's business. Kills A315, whose draws may be infinite.
pub fn draws_finite_numbers(answers: &Answers) -> Verdict {
    for z in LAW.draws(|rng| answers.draw_z(rng)) {
        ensure!(
            z.is_finite(),
            "draw_z came out as {z}; it must be a finite number.",
            "draw_z의 결과가 {z}입니다. 유한한 수여야 합니다.",
            z = number(z)
        );
    }
    Ok(())
}
