//! C43 to C49: random starts.

use contract::{Text, say};

use super::{kept, plainly, row, unasked, within};
use crate::claim::Claim;
use crate::claim::How::{Experiment, NotRun, Property};

const LESSON: &str = "init";

/// The rows.
pub(super) fn claims() -> Vec<Claim> {
    let mut claims = of_draws();
    claims.extend(of_numbers_between_0_and_1());
    claims.extend(of_code());
    claims
}

fn of_draws() -> Vec<Claim> {
    vec![
        row(
            ("C43", LESSON),
            "np.random.rand()로 랜덤값",
            "Random values by np.random.rand()",
            &[
                Property("init", "draws", "rand_is_uniform"),
                Property("init", "draws", "randn_is_standard_normal"),
                Experiment("start-kinds"),
            ],
            |n| {
                let (rand, randn) = (100.0 * n["rand_share"], 100.0 * n["randn_share"]);
                let (ones, whole) = (n["constant_accuracy"], n["randint_accuracy"]);
                within(
                    n["rand_share"] > 0.5 && n["constant_share"] < 0.1,
                    kept(n, &["rand_is_uniform", "randn_is_standard_normal"])
                        && n["rand_least"] >= 0.0,
                    say!(
                        "it works here, but the code beside it uses randn: rand is uniform and never \
                         negative",
                        "여기서는 통하지만 옆의 코드는 randn을 쓴다. rand는 균등분포이고 음수가 없다"
                    ),
                    say!(
                        "Cost 0.3 is reached by {rand:.0} % of starts from rand and {randn:.0} % from \
                         randn; a constant ends at {ones:.0} %, raw randint(100) at {whole:.0} % right.",
                        "비용 0.3에 닿는 비율은 rand {rand:.0} %, randn {randn:.0} %. 상수는 정답 {ones:.0} %, \
                         randint(100) 그대로는 {whole:.0} %에서 끝난다."
                    ),
                )
            },
        ),
        row(
            ("C44", LESSON),
            "randint(100): 0~99 정수 하나",
            "randint(100) is one whole number from 0 to 99",
            &[
                Property("init", "draws", "randint_stays_below_upper"),
                Property("init", "draws", "randint_gives_every_number_equally_often"),
                Experiment("start-kinds"),
            ],
            |n| {
                let (least, most) = (n["randint_least"], n["randint_most"]);
                let properties =
                    ["randint_stays_below_upper", "randint_gives_every_number_equally_often"];
                plainly(
                    kept(n, &properties)
                        && least == 0.0
                        && most == 99.0
                        && n["randint_share_whole"] == 1.0,
                    say!(
                        "20,000 draws: the least is {least}, the largest {most}, all are whole.",
                        "20,000번 뽑아 최솟값 {least}, 최댓값 {most}, 모두 정수."
                    ),
                )
            },
        ),
    ]
}

fn of_numbers_between_0_and_1() -> Vec<Claim> {
    vec![
        row(
            ("C45", LESSON),
            "rand(100): 0~1 수 100개",
            "rand(100) is 100 numbers from 0 to 1",
            &[
                Property("init", "draws", "rand_gives_n_numbers_from_zero_to_one"),
                Property("init", "draws", "rand_is_uniform"),
                Experiment("start-kinds"),
            ],
            |n| {
                let most = n["rand_most"];
                within(
                    kept(n, &["rand_gives_n_numbers_from_zero_to_one", "rand_is_uniform"]),
                    most < 1.0,
                    say!("0 may come, 1 never does", "0은 나올 수 있지만 1은 나오지 않는다"),
                    say!(
                        "The largest of 20,000 draws is {most:.6}.",
                        "20,000번 뽑은 최댓값은 {most:.6}이다."
                    ),
                )
            },
        ),
        row(
            ("C46", LESSON),
            "randn(100): 가우시안 100개",
            "randn(100) is 100 numbers from the normal distribution",
            &[
                Property("init", "draws", "randn_gives_n_numbers"),
                Property("init", "draws", "randn_is_standard_normal"),
                Experiment("start-kinds"),
            ],
            |n| {
                let outside = 100.0 * n["randn_share_outside_0_1"];
                plainly(
                    kept(n, &["randn_gives_n_numbers", "randn_is_standard_normal"]),
                    say!(
                        "{outside:.1} % of 20,000 draws fall outside 0 to 1; theory says 65.9 %.",
                        "20,000번 중 {outside:.1} %가 0과 1 밖에 있다. 이론값은 65.9 %."
                    ),
                )
            },
        ),
        row(
            ("C47", LESSON),
            "rand(): 0~1 수 하나",
            "rand() is one number from 0 to 1",
            &[
                Property("init", "draws", "rand_gives_n_numbers_from_zero_to_one"),
                Property("init", "draws", "rand_draws_each_number_on_its_own"),
            ],
            |n| {
                let properties =
                    ["rand_gives_n_numbers_from_zero_to_one", "rand_draws_each_number_on_its_own"];
                plainly(
                    kept(n, &properties),
                    say!(
                        "n numbers are n draws of one, each from 0 up to but not including 1.",
                        "n개를 뽑는 것은 하나씩 n번 뽑는 것이고, 각각 0 이상 1 미만이다."
                    ),
                )
            },
        ),
    ]
}

fn of_code() -> Vec<Claim> {
    vec![
        row(
            ("C48", LESSON),
            "np.random.randn((2,2))*0.01",
            "The code np.random.randn((2,2))*0.01",
            const {
                &[NotRun(Text::fixed(
                    "A line of Python, which the course's Rust cannot run. By NumPy's documentation \
                     randn takes sizes, not a tuple: the line stops with a TypeError, and \
                     np.random.randn(2, 2) is meant. In this course the shape is the type's.",
                    "파이썬 코드라서 이 과정의 Rust로는 실행할 수 없다. NumPy 문서에 따르면 randn은 튜플이 아니라 \
                     크기를 받으므로 이 줄은 TypeError로 멈춘다. np.random.randn(2, 2)를 뜻한 것이다.",
                ))]
            },
            unasked,
        ),
        row(
            ("C49", LESSON),
            "zeros((2,1)), W2 (1,2), b2 (1,1)",
            "b1 = zeros((2,1)), W2 is (1,2), b2 is (1,1)",
            &[
                Property("init", "zeros", "gives_each_unit_a_row_of_weights"),
                Property("init", "zeros", "gives_each_unit_one_bias"),
            ],
            |n| {
                plainly(
                    kept(n, &["gives_each_unit_a_row_of_weights", "gives_each_unit_one_bias"]),
                    say!(
                        "A row of weights and one bias per unit, for every shape that was drawn.",
                        "뽑아 본 모든 모양에서 유닛마다 가중치 한 행과 편향 하나."
                    ),
                )
            },
        ),
    ]
}
