//! C10 to C22: ReLU and leaky ReLU.

use contract::{Text, say};

use super::{all_hold, decimal, plainly, power, row, spread, steps, unasked, within};
use crate::claim::Claim;
use crate::claim::How::{Experiment, NotRun, Property};

const LESSON: &str = "activations";

pub(super) fn claims() -> Vec<Claim> {
    let mut claims = of_relu();
    claims.extend(of_zero_and_below());
    claims.extend(of_positive_numbers());
    claims.extend(of_leaky_relu());
    claims
}

fn of_relu() -> Vec<Claim> {
    vec![
        row(
            ("C10", LESSON),
            "ReLU가 단점 극복",
            "ReLU overcomes this weakness",
            &[
                Property(
                    "activations",
                    "hinge_slopes",
                    "relu_prime_does_not_depend_on_the_size_of_z",
                ),
                Experiment("curves"),
            ],
            |n| {
                let (right, left) = (n["relu_slope_at_1e308"], n["relu_slope_at_minus_1"]);
                within(
                    all_hold(n, &["relu_prime_does_not_depend_on_the_size_of_z"]) && right == 1.0,
                    left == 0.0,
                    say!("only where z > 0", "z > 0일 때만 그렇다"),
                    say!(
                        "The slope is {right} even at 10³⁰⁸, but {left} at \u{2212}1.",
                        "기울기가 10³⁰⁸에서도 {right}이지만 \u{2212}1에서는 {left}이다."
                    ),
                )
            },
        ),
        row(
            ("C11", LESSON),
            "요즘 가장 많이 쓰인다",
            "It is the one most used today",
            const {
                &[NotRun(Text::fixed(
                    "A remark on habits, not on networks: no run can settle it, so the lab passes no \
                     verdict where the ledger of the course says `holds, but`. In hidden layers of plain \
                     networks it was so when the notes were written; today's large language models mostly \
                     use smooth relatives of ReLU.",
                    "신경망이 아니라 관행에 대한 말이므로 실행으로 판정할 수 없다. 그래서 과정의 주장 목록은 \
                     `조건부 성립`이라 하지만 여기서는 판정하지 않는다. 노트가 쓰일 무렵의 보통 신경망 은닉층에서는 \
                     그랬다. 요즘의 큰 언어 모델은 주로 ReLU를 매끄럽게 만든 함수를 쓴다.",
                ))]
            },
            unasked,
        ),
        row(
            ("C12", LESSON),
            "신경망을 빠르게 학습",
            "It makes networks learn faster",
            &[Experiment("activation-race")],
            |n| {
                let [sigmoid, tanh, slower] =
                    ["relu_beats_sigmoid", "relu_beats_tanh", "tanh_beats_relu"]
                        .map(|name| n.of(name));
                let all = n["settings"];
                let [s, t, l] = [sigmoid, tanh, slower].map(|count| spread(count, 0));
                let [relu8, tanh8] =
                    ["flower_relu_steps", "flower_tanh_steps"].map(|name| steps(n.of(name)));
                within(
                    sigmoid.above(all / 2.0),
                    slower.above(0.0),
                    say!(
                        "faster than the sigmoid, not always faster than tanh",
                        "시그모이드보다는 빠르지만 tanh보다 늘 빠르지는 않다"
                    ),
                    say!(
                        "Faster than the sigmoid in {s} of {all} settings, than tanh in {t}, slower than \
                         tanh in {l}; flower, 2-8-1: {relu8} steps against tanh's {tanh8}.",
                        "{all}가지 설정 중 시그모이드보다 {s}가지, tanh보다 {t}가지에서 빠르고 tanh보다 \
                         {l}가지에서 느리다. 꽃, 2-8-1: {relu8}단계, tanh는 {tanh8}단계."
                    ),
                )
            },
        ),
        row(
            ("C13", LESSON),
            "기울기가 0에 수렴하는 걸 막는다",
            "It keeps the slope from going to 0",
            &[
                Property(
                    "activations",
                    "hinge_slopes",
                    "relu_prime_does_not_depend_on_the_size_of_z",
                ),
                Experiment("curves"),
            ],
            |n| {
                let (tanh, relu) = (n["tanh_slope_at_10"], n["relu_slope_at_1e308"]);
                let (left, t) = (n["relu_slope_at_minus_1"], power(tanh));
                within(
                    relu > tanh,
                    left == 0.0,
                    say!("only where z > 0", "z > 0일 때만 그렇다"),
                    say!(
                        "At z = 10 tanh's slope is {t}, ReLU's stays {relu}; for negative z it \
                         is {left}.",
                        "z = 10에서 tanh의 기울기는 {t}, ReLU는 그대로 {relu}. 음수 z에서는 {left}이다."
                    ),
                )
            },
        ),
    ]
}

fn of_zero_and_below() -> Vec<Claim> {
    vec![
        row(
            ("C14", LESSON),
            "z=0일 확률은 작고 상관 없다",
            "z = 0 is improbable, and does not matter",
            &[Experiment("relu-kink")],
            |n| {
                let percent = |name: &str| 100.0 * n[name];
                let narrow = percent("zeros_in_narrow_deep_nets");
                let whole = percent("zeros_in_whole_numbers");
                let freed = n["freed_accuracy"];
                within(
                    n["zeros_in_continuous_data"] == 0.0,
                    n["zeros_from_zero_start"] == 1.0 && n["stuck_cost_change"] < 1e-12,
                    say!(
                        "for continuous data and a random start; from W1 = 0 every z is 0, and the \
                         slope chosen there decides whether anything is learned",
                        "연속 데이터와 무작위 시작에서 그렇다. W1 = 0이면 모든 z가 0이고, 그때의 기울기가 학습 \
                         여부를 정한다"
                    ),
                    say!(
                        "z is exactly 0 for {narrow:.1} % in the fourth layer of narrow nets and {whole:.1} % of \
                         whole-number data. From W1 = 0, slope 0 stays at ln 2; slope 1 reaches \
                         {freed:.0} %.",
                        "z가 정확히 0인 비율은 좁은 신경망의 넷째 층에서 {narrow:.1} %, 정수 데이터에서 {whole:.1} %. \
                         W1 = 0에서 기울기 0은 ln 2에 머물고 기울기 1은 {freed:.0} %에 닿는다."
                    ),
                )
            },
        ),
        row(
            ("C15", LESSON),
            "z 음수 데이터가 중요하면 tanh/σ",
            "Where negative z matter, use tanh or the sigmoid",
            &[
                Property("activations", "sigmoid", "grows_with_z"),
                Property("activations", "leaky_relu", "tells_any_two_numbers_apart"),
                Experiment("curves"),
            ],
            |n| {
                plainly(
                    all_hold(n, &["grows_with_z", "tells_any_two_numbers_apart"])
                        && n["relu_gap_of_minus_1_and_minus_2"] == 0.0,
                    say!(
                        "ReLU gives \u{2212}1 and \u{2212}2 the same value; sigmoid, tanh and leaky \
                         ReLU tell any two numbers apart.",
                        "ReLU는 \u{2212}1과 \u{2212}2를 같은 값으로 만든다. 시그모이드, tanh, leaky ReLU는 \
                         서로 다른 수를 구별한다."
                    ),
                )
            },
        ),
        row(
            ("C16", LESSON),
            "z 음수면 도함수 0",
            "For negative z its slope is 0",
            &[Property(
                "activations",
                "hinge_slopes",
                "relu_prime_is_zero_left_of_the_kink_and_one_right_of_it",
            )],
            |n| {
                plainly(
                    all_hold(n, &["relu_prime_is_zero_left_of_the_kink_and_one_right_of_it"]),
                    say!("Exactly 0, for every negative z.", "모든 음수 z에서 정확히 0이다."),
                )
            },
        ),
    ]
}

fn of_positive_numbers() -> Vec<Claim> {
    vec![
        row(
            ("C17", LESSON),
            "은닉 유닛의 z는 0보다 크다",
            "The z of hidden units are greater than 0",
            &[Experiment("hidden-inputs")],
            |n| {
                let [before, after] = ["positive_share_at_start", "positive_share_after_training"]
                    .map(|name| n.of(name).map(|share| 100.0 * share));
                let (b, a) = (spread(before, 1), spread(after, 1));
                within(
                    before.above(90.0).and(after.above(90.0)),
                    false,
                    say!(
                        "about half of them are; the lecture says that enough units are",
                        "절반쯤만 그렇다. 강의는 충분히 많은 유닛이 그렇다고 말한다"
                    ),
                    say!(
                        "Positive, %: {b} at the start, {a} after training.",
                        "양수의 비율(%): 시작할 때 {b}, 학습 뒤 {a}."
                    ),
                )
            },
        ),
        row(
            ("C18", LESSON),
            "집값은 양수라 ReLU가 잘 동작",
            "House prices are positive, so ReLU works well",
            &[Property("activations", "relu", "is_never_negative"), Experiment("dead-output")],
            |n| {
                let (dead, all) = (n["dead_runs"], n["dead_runs_of"]);
                let (relu, linear) = (n["ames_r2_relu"], n["ames_r2_linear_output"]);
                let (error, stuck) = (n["median_error_relu"], n["error_of_the_dead"]);
                within(
                    n.of("median_error_relu").below(0.1).and(all_hold(n, &["is_never_negative"])),
                    n.of("dead_share").above(0.0),
                    say!(
                        "at the output, and where the start is alive: a dead ReLU output never moves",
                        "출력층에서, 그리고 시작이 살아 있을 때 그렇다. 죽은 ReLU 출력은 전혀 움직이지 않는다"
                    ),
                    say!(
                        "{dead} of {all} starts are dead and stay at error {stuck:.2}; the others reach \
                         {error:.3}. On Ames R\u{b2} is {relu:.2} with ReLU, {linear:.2} with a linear \
                         output.",
                        "시작 {all}개 중 {dead}개는 죽어 오차 {stuck:.2}에 머물고, 나머지는 {error:.3}에 닿는다. \
                         Ames의 R\u{b2}는 ReLU {relu:.2}, 선형 출력 {linear:.2}."
                    ),
                )
            },
        ),
    ]
}

fn of_leaky_relu() -> Vec<Claim> {
    vec![
        row(
            ("C19", LESSON),
            "leaky: z<0 도함수 ≠0",
            "Leaky ReLU has a slope other than 0 for negative z",
            &[
                Property(
                    "activations",
                    "hinge_slopes",
                    "leaky_relu_prime_is_the_slope_left_of_the_kink_and_one_right_of_it",
                ),
                Experiment("curves"),
            ],
            |n| {
                let slope = n["leaky_slope_at_minus_1"];
                plainly(
                    slope != 0.0
                        && all_hold(
                            n,
                            &["leaky_relu_prime_is_the_slope_left_of_the_kink_and_one_right_of_it"],
                        ),
                    say!("It is {slope} at \u{2212}1.", "\u{2212}1에서 {slope}이다."),
                )
            },
        ),
        row(
            ("C20", LESSON),
            "계수 0.01, 살짝 꺾인다",
            "Its coefficient is 0.01: a slight bend",
            &[
                Property("activations", "leaky_relu", "agrees_with_the_formula"),
                Property("activations", "leaky_relu", "is_positively_homogeneous"),
                Experiment("curves"),
            ],
            |n| {
                let slope = n["leaky_slope_at_minus_1"];
                plainly(
                    all_hold(n, &["agrees_with_the_formula", "is_positively_homogeneous"])
                        && slope == 0.01,
                    say!(
                        "g(z) = max({slope} z, z): a slope of {slope} on the left, of 1 on the right.",
                        "g(z) = max({slope} z, z): 왼쪽 기울기 {slope}, 오른쪽 기울기 1."
                    ),
                )
            },
        ),
        row(
            ("C21", LESSON),
            "쓰인다면 ReLU보다 좋다",
            "Where it is used, it is better than ReLU",
            &[Experiment("leaky-slope")],
            |n| {
                let difference = n.of("leaky_minus_relu");
                let [relu, leaky] =
                    ["accuracy_at_0", "accuracy_at_0_01"].map(|name| spread(n.of(name), 1));
                let gain = spread(difference, 1);
                let cost = spread(n.of("leaky_minus_relu_in_cost"), 3);
                plainly(
                    difference.above(0.0),
                    say!(
                        "Leaky {leaky} % right, ReLU {relu} %; from the same start leaky gains {gain} \
                         points, and its cost differs by {cost}.",
                        "정답은 leaky {leaky} %, ReLU {relu} %. 같은 시작에서 leaky가 {gain}점 높고, 비용 차이는 \
                         {cost}이다."
                    ),
                )
            },
        ),
        row(
            ("C22", LESSON),
            "0.01 말고 다른 값은 급격히 저하",
            "Other values than 0.01 make it drop sharply",
            &[Experiment("leaky-slope")],
            |n| {
                let fall = n.of("largest_fall_up_to_0_1");
                let values =
                    ["accuracy_at_0_01", "accuracy_at_0_1", "accuracy_at_0_3", "accuracy_at_1"];
                let [usual, tenth, third, one] = values.map(|name| decimal(n[name], 1));
                let f = spread(fall, 1);
                within(
                    fall.above(10.0),
                    false,
                    say!(
                        "from 0 to 0.1 it is flat, beyond it falls gently; the slope may even be learned",
                        "0에서 0.1까지는 평평하고 그 뒤로 완만히 떨어진다. 이 계수를 학습할 수도 있다"
                    ),
                    say!(
                        "{usual} % at 0.01, {tenth} % at 0.1, {third} % at 0.3, {one} % at 1, where the \
                         network is linear; from 0 to 0.1 no slope costs more than {f} points.",
                        "0.01에서 {usual} %, 0.1에서 {tenth} %, 0.3에서 {third} %, 선형이 되는 1에서 {one} %. \
                         0에서 0.1까지는 많아야 {f}점 떨어진다."
                    ),
                )
            },
        ),
    ]
}
