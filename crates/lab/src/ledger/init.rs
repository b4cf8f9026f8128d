//! C43 to C52: random starts, and their scale.

use contract::{Text, say};

use super::{all_hold, plainly, power, row, spread, steps, unasked, within};
use crate::claim::Claim;
use crate::claim::How::{Experiment, NotRun, Property};

const LESSON: &str = "init";

pub(super) fn claims() -> Vec<Claim> {
    let mut claims = of_draws();
    claims.extend(of_numbers_between_0_and_1());
    claims.extend(of_code());
    claims.extend(of_scale());
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
                    n.of("rand_share").above(0.5).and(n.of("constant_share").below(0.1)),
                    all_hold(n, &["rand_is_uniform", "randn_is_standard_normal"])
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
                    all_hold(n, &properties)
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
                    all_hold(n, &["rand_gives_n_numbers_from_zero_to_one", "rand_is_uniform"]),
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
                    all_hold(n, &["randn_gives_n_numbers", "randn_is_standard_normal"]),
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
                    all_hold(n, &properties),
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
                    "A line of Python, which the course's Rust cannot run, so the lab passes no verdict. \
                     The ledger of the course ran it and says `does not hold`: randn takes sizes, not a \
                     tuple, and the line stops with a TypeError; np.random.randn(2, 2) is meant.",
                    "파이썬 코드라서 이 과정의 Rust로는 실행할 수 없고, 그래서 여기서는 판정하지 않는다. 과정의 주장 \
                     목록은 직접 실행해 보고 `성립하지 않음`이라 한다. randn은 튜플이 아니라 크기를 받으므로 이 줄은 \
                     TypeError로 멈춘다. np.random.randn(2, 2)를 뜻한 것이다.",
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
                    all_hold(n, &["gives_each_unit_a_row_of_weights", "gives_each_unit_one_bias"]),
                    say!(
                        "A row of weights and one bias per unit, for every shape that was drawn.",
                        "뽑아 본 모든 모양에서 유닛마다 가중치 한 행과 편향 하나."
                    ),
                )
            },
        ),
    ]
}

fn of_scale() -> Vec<Claim> {
    vec![
        row(
            ("C50", LESSON),
            "0.01: z가 크면 느려진다",
            "Times 0.01, because large z make it slow",
            &[
                Property("init", "saturation", "never_falls_when_z_grows"),
                Experiment("start-scale"),
            ],
            |n| {
                let flat = 100.0 * n["flat_share_at_1"];
                let [ten, hundred] =
                    ["reached_share_at_10", "reached_share_at_100"].map(|name| 100.0 * n[name]);
                let (s, o) = (steps(n.of("steps_at_0_01")), steps(n.of("steps_at_1")));
                let ratio = n.of("steps_at_1_over_0_01");
                let r = spread(ratio, 2);
                let large = n.of("reached_share_at_1000");
                within(
                    large.below(0.5).and(n.of("least_reached_share_up_to_1").above(large)),
                    // Within a quarter is not slow.
                    ratio.below(1.25),
                    say!(
                        "from a scale of 10 on; at a scale of 1 it is not slow",
                        "크기 10부터 그렇다. 1에서는 느리지 않다"
                    ),
                    say!(
                        "{s} steps at 0.01, {o} at 1, where {flat:.0} % of the slopes are flat: from the same \
                         start {r} times as many. At 10 {ten:.0} % of the runs arrive, at 100 {hundred:.0} %.",
                        "0.01에서 {s}단계, 기울기의 {flat:.0} %가 평평한 1에서 {o}단계로, 같은 시작에서 {r}배다. 10에서는 \
                         {ten:.0} %, 100에서는 {hundred:.0} %가 목표에 닿는다."
                    ),
                )
            },
        ),
        row(
            ("C51", LESSON),
            "w 크면 z, a도 커진다",
            "Large w make z large, and a as well",
            &[
                Property("activations", "tanh", "lies_strictly_between_minus_one_and_one"),
                Experiment("start-scale"),
            ],
            |n| {
                let (z, a) = (n["largest_z_at_1000"], n["largest_a_at_1000"]);
                within(
                    a > 2.0,
                    false,
                    say!(
                        "z does, a does not: tanh and the sigmoid are bounded (with ReLU both grow)",
                        "z는 커지지만 a는 아니다. tanh와 시그모이드는 유계다(ReLU라면 둘 다 커진다)"
                    ),
                    say!(
                        "At a scale of 1000 |z| reaches {z:.0}, |a| no more than {a}.",
                        "크기 1000에서 |z|는 {z:.0}까지 커지지만 |a|는 {a} 이하이다."
                    ),
                )
            },
        ),
        row(
            ("C52", LESSON),
            "0.01 외 작은 수도 상관 없다",
            "Other small numbers than 0.01 do, too",
            &[Experiment("start-scale"), Experiment("vanishing-gradients")],
            |n| {
                let [tiny, usual] =
                    ["steps_at_1e_12", "steps_at_0_01"].map(|name| steps(n.of(name)));
                let deep = power(10_f64.powf(n["tanh_small"]));
                within(
                    n.of("steps_at_1e_12")
                        .below(f64::INFINITY)
                        .and(n.of("least_reached_share_up_to_1").above(0.5)),
                    n.of("tanh_small").below(-5.0),
                    say!(
                        "in a shallow network; 20 layers deep, 0.01 leaves no gradient",
                        "얕은 신경망에서 그렇다. 20층이면 0.01에서 그래디언트가 남지 않는다"
                    ),
                    say!(
                        "From 10⁻¹² it takes {tiny} steps instead of {usual}; through 20 layers \
                         0.01 randn shrinks the gradient by {deep}.",
                        "10⁻¹²에서는 {usual} 대신 {tiny}단계. 20층에서 0.01 randn은 그래디언트를 \
                         {deep}배로 줄인다."
                    ),
                )
            },
        ),
    ]
}
