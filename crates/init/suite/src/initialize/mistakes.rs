//! Mistakes in `initialize`.

use ndarray::Array2;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use testkit::{Mistake, mistake};

use crate::reference::{initialize, initialize_zeros, normal, normal_matrix, randint};
use crate::wrong::{chained, changed, cut_off, network, one_per_row, own_seed, row_by_row, twelve};
use crate::{Answers, Parameters};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "I01",
        initialize,
        |_rng, n_x, n_h, n_y| initialize_zeros(n_x, n_h, n_y),
        "All weights are zero, so that all hidden units are equal and stay so: the symmetry is \
         never broken.",
        "가중치가 모두 0이라서 은닉 유닛이 모두 같고 계속 같습니다. 대칭이 깨지지 않습니다."
    ),
    mistake!(
        "I02",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), |_| 0.01),
        "All weights are 0.01, so that all hidden units are equal. Multiply 0.01 by a new normal \
         number for each.",
        "가중치가 모두 0.01이라서 은닉 유닛이 모두 같습니다. 가중치마다 새 정규 난수에 0.01을 \
         곱하세요."
    ),
    mistake!(
        "I04",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), normal),
        "The factor 0.01 is missing: the standard deviation is 1.",
        "계수 0.01이 빠져 표준편차가 1입니다."
    ),
    mistake!(
        "I05",
        initialize,
        |rng, n_x, n_h, n_y| changed(rng, (n_x, n_h, n_y), |p| p.w1 = p.w1.t().to_owned()),
        "w1 is transposed: its rows are the units of this layer, (n_h, n_x).",
        "w1의 행과 열이 바뀌었습니다. 행이 이 층의 유닛인 (n_h, n_x)이어야 합니다."
    ),
    mistake!(
        "I06",
        initialize,
        |rng, n_x, n_h, n_y| changed(rng, (n_x, n_h, n_y), |p| p.w2 = p.w2.t().to_owned()),
        "w2 is transposed: its rows are the outputs, (n_y, n_h).",
        "w2의 행과 열이 바뀌었습니다. 행이 출력인 (n_y, n_h)이어야 합니다."
    ),
    mistake!(
        "I07",
        initialize,
        |rng, n_x, n_h, n_y| {
            let seed = rng.random();
            let layer = |rows, columns| {
                normal_matrix(&mut StdRng::seed_from_u64(seed), rows, columns, 0.01)
            };
            let (w1, w2) = (layer(n_h, n_x), layer(n_y, n_h));
            Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
        },
        "w1 and w2 begin with the same numbers: each layer has a new generator with the same seed. \
         Draw both from `rng`.",
        "w1과 w2가 같은 수로 시작합니다. 층마다 같은 시드로 난수 생성기를 새로 만들었습니다. 둘 다 \
         `rng`에서 뽑으세요."
    ),
    mistake!(
        "I08",
        initialize,
        |rng, n_x, n_h, n_y| {
            let w1 = row_by_row(rng, (n_h, n_x), 0.01);
            let w2 = row_by_row(rng, (n_y, n_h), 0.01);
            Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
        },
        "All rows of w1 are equal: the hidden units start out alike and the symmetry is not broken.",
        "w1의 모든 행이 같습니다. 은닉 유닛이 똑같이 시작하므로 대칭이 깨지지 않습니다."
    ),
    mistake!(
        "I10",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), |rng| 100.0 * normal(rng)),
        "The weights are multiplied by 100 instead of 0.01: every unit is saturated.",
        "가중치에 0.01이 아니라 100을 곱했습니다. 모든 유닛이 포화됩니다."
    ),
    mistake!(
        "I11",
        initialize,
        |rng, n_x, n_h, n_y| {
            network(rng, (n_x, n_h, n_y), |rng| 0.01 * f64::from(randint(rng, 100)))
        },
        "These are whole numbers from 0 to 99 times 0.01. Draw normal numbers, as `randn` does.",
        "0부터 99까지의 정수에 0.01을 곱한 수입니다. `randn`처럼 정규 난수를 뽑으세요."
    ),
    mistake!(
        "I13",
        initialize,
        |_rng, n_x, n_h, n_y| initialize(&mut own_seed(), n_x, n_h, n_y),
        "Every generator gives the same network, because the seed is fixed inside. Draw from `rng`.",
        "함수 안에 시드가 고정되어 있어 어떤 난수 생성기를 주어도 같은 신경망이 나옵니다. \
         `rng`에서 뽑으세요."
    ),
    mistake!(
        "I14",
        initialize,
        |rng, n_x, n_h, n_y| changed(rng, (n_x, n_h, n_y), |p| {
            p.w1.indexed_iter_mut().filter(|((_, j), _)| *j > 0).for_each(|(_, w)| *w = 0.0);
        }),
        "Only the first column of w1 is random. Draw every entry.",
        "w1의 첫 열만 무작위입니다. 모든 원소를 뽑으세요."
    ),
    mistake!(
        "I15",
        initialize,
        |rng, n_x, n_h, n_y| changed(rng, (n_x, n_h, n_y), |p| {
            p.w1.indexed_iter_mut().filter(|((i, j), _)| i != j).for_each(|(_, w)| *w = 0.0);
        }),
        "Only the diagonal of w1 is random. Draw every entry.",
        "w1의 대각선만 무작위입니다. 모든 원소를 뽑으세요."
    ),
    mistake!(
        "I120",
        initialize,
        |rng, n_x, n_h, n_y| changed(rng, (n_x, n_h, n_y), |p| {
            p.b1 = Array2::zeros((1, n_h));
            p.b2 = Array2::zeros((1, n_y));
        }),
        "The biases are rows. They must be columns, (n_h, 1) and (n_y, 1), because units are rows.",
        "편향이 행 벡터입니다. 유닛이 행이므로 (n_h, 1)과 (n_y, 1)의 열 벡터여야 합니다."
    ),
    mistake!(
        "I121",
        initialize,
        |rng, n_x, n_h, n_y| {
            let parameters = initialize(rng, n_x, n_h, n_y);
            let b1 = normal_matrix(rng, n_h, 1, 0.01);
            let b2 = normal_matrix(rng, n_y, 1, 0.01);
            Parameters { b1, b2, ..parameters }
        },
        "The biases are random, too. They start at 0: the weights alone break the symmetry.",
        "편향도 무작위입니다. 가중치만으로 대칭이 깨지므로 편향은 0에서 시작합니다."
    ),
    mistake!(
        "I122",
        initialize,
        |rng, n_x, n_h, n_y| changed(rng, (n_x, n_h, n_y), |p| {
            p.b1.fill(0.01);
            p.b2.fill(0.01);
        }),
        "The biases are 0.01. They start at 0.",
        "편향이 0.01입니다. 0에서 시작해야 합니다."
    ),
    mistake!(
        "I123",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), |rng| 0.01 * rng.random::<f64>()),
        "The weights are uniform between 0 and 0.01, that is `rand`. Use `randn`.",
        "가중치가 0과 0.01 사이에서 균등합니다. 이는 `rand`입니다. `randn`을 쓰세요."
    ),
    mistake!(
        "I124",
        initialize,
        |rng, n_x, n_h, n_y| {
            network(rng, (n_x, n_h, n_y), |rng| 0.02 * rng.random::<f64>() - 0.01)
        },
        "The weights are uniform between -0.01 and 0.01. They must be normal, as of `randn`.",
        "가중치가 -0.01과 0.01 사이에서 균등합니다. `randn`처럼 정규분포를 따라야 합니다."
    ),
    mistake!(
        "I125",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), |rng| 0.1 * normal(rng)),
        "The standard deviation is 0.1: 0.01 is the factor of the numbers, not their variance.",
        "표준편차가 0.1입니다. 0.01은 분산이 아니라 수에 곱하는 계수입니다."
    ),
    mistake!(
        "I126",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), |rng| 0.0001 * normal(rng)),
        "The standard deviation is 0.0001: the factor 0.01 is there twice.",
        "표준편차가 0.0001입니다. 계수 0.01을 두 번 곱했습니다."
    ),
    mistake!(
        "I127",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), |rng| 0.01 * normal(rng).abs()),
        "No weight is negative, but half of them must be.",
        "음수인 가중치가 없습니다. 절반은 음수여야 합니다."
    ),
    mistake!(
        "I128",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), |rng| 0.01 * cut_off(rng, 2.0)),
        "No weight lies beyond two standard deviations, but one in 22 must. Do not draw again.",
        "표준편차의 두 배를 벗어난 가중치가 없습니다. 22개 중 하나꼴로 있어야 합니다. 다시 뽑지 \
         마세요."
    ),
    mistake!(
        "I129",
        initialize,
        |rng, n_x, n_h, n_y| {
            network(rng, (n_x, n_h, n_y), |rng| 0.01 * normal(rng).clamp(-3.0, 3.0))
        },
        "Weights beyond three standard deviations are moved to that bound. Leave them as drawn.",
        "표준편차의 세 배를 벗어난 가중치를 그 한계로 옮기고 있습니다. 뽑은 값을 그대로 두세요."
    ),
    mistake!(
        "I130",
        initialize,
        |rng, n_x, n_h, n_y| network(rng, (n_x, n_h, n_y), |rng| 0.01 * twelve(rng)),
        "A sum of twelve uniform numbers only resembles a normal one: it is too rarely beyond 3.",
        "균등 난수 열두 개의 합은 정규분포와 비슷할 뿐입니다. 3을 벗어나는 일이 너무 드뭅니다."
    ),
    mistake!(
        "I131",
        initialize,
        |rng, n_x, n_h, n_y| changed(rng, (n_x, n_h, n_y), |p| {
            for w in [&mut p.w1, &mut p.w2] {
                let mean = w.mean().unwrap_or(0.0);
                if w.len() > 1 {
                    *w -= mean;
                }
            }
        }),
        "The weights of a layer were shifted so that their mean is 0. Leave them as drawn.",
        "한 층의 가중치를 평균이 0이 되도록 옮겼습니다. 뽑은 값을 그대로 두세요."
    ),
    mistake!(
        "I132",
        initialize,
        |rng, n_x, n_h, n_y| {
            let w1 = normal_matrix(rng, n_h, n_x, 0.01);
            let w2 = normal_matrix(rng, n_y, n_h, 1.0);
            Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
        },
        "The factor 0.01 is missing in w2.",
        "w2에 계수 0.01이 빠졌습니다."
    ),
    mistake!(
        "I133",
        initialize,
        |rng, n_x, n_h, n_y| changed(rng, (n_x, n_h, n_y), |p| p.w2.fill(0.0)),
        "w2 is zero. It is drawn like w1.",
        "w2가 0입니다. w1처럼 무작위로 뽑아야 합니다."
    ),
    mistake!(
        "I134",
        initialize,
        |rng, n_x, n_h, n_y| {
            let w1 = 0.01 * one_per_row(rng, (n_h, n_x));
            let w2 = 0.01 * one_per_row(rng, (n_y, n_h));
            Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
        },
        "The entries of a row are equal: one number is drawn per unit. Draw one per weight.",
        "한 행의 원소가 모두 같습니다. 유닛마다 하나가 아니라 가중치마다 하나씩 뽑으세요."
    ),
    mistake!(
        "I135",
        initialize,
        |rng, n_x, _n_h, n_y| initialize(rng, n_x, 4, n_y),
        "There are always 4 hidden units. Their number is the argument n_h.",
        "은닉 유닛이 항상 4개입니다. 인자 n_h만큼 있어야 합니다."
    ),
    mistake!(
        "I136",
        initialize,
        |rng, n_x, n_h, n_y| {
            let w1 = normal_matrix(rng, n_h, n_x, (1.0 / n_x as f64).sqrt());
            let w2 = normal_matrix(rng, n_y, n_h, (1.0 / n_h as f64).sqrt());
            Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
        },
        "The weights are scaled by the number of inputs (Xavier), that is the next exercise. Here \
         the factor is 0.01.",
        "가중치를 입력의 수에 맞추었습니다(Xavier). 이는 다음 연습 문제이고 여기서는 계수가 \
         0.01입니다."
    ),
    mistake!(
        "I137",
        initialize,
        |rng, n_x, n_h, n_y| {
            let w1 = normal_matrix(rng, n_h, n_x, 0.01);
            let mut again = w1.iter().copied().cycle();
            let w2 = Array2::from_shape_simple_fn((n_y, n_h), || again.next().unwrap_or(0.0));
            Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
        },
        "w2 repeats the numbers of w1. Go on drawing from `rng`.",
        "w2가 w1의 수를 되풀이합니다. `rng`에서 계속 뽑으세요."
    ),
    mistake!(
        "I138",
        initialize,
        |rng, n_x, n_h, n_y| {
            let w1 = normal_matrix(rng, n_h, n_x, (2.0 / n_x as f64).sqrt());
            let w2 = normal_matrix(rng, n_y, n_h, (2.0 / n_h as f64).sqrt());
            Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
        },
        "The weights are scaled by the number of inputs (He), that is the next exercise. Here the factor is 0.01.",
        "가중치를 입력의 수에 맞추었습니다(He). 이는 다음 연습 문제이고 여기서는 계수가 0.01입니다."
    ),
    mistake!(
        "I139",
        initialize,
        |rng, n_x, n_h, n_y| {
            let mut draw = chained(rng);
            let mut layer =
                |rows, columns| Array2::from_shape_simple_fn((rows, columns), || 0.01 * draw());
            let (w1, w2) = (layer(n_h, n_x), layer(n_y, n_h));
            Parameters { w1, w2, ..initialize_zeros(n_x, n_h, n_y) }
        },
        "The uniform number of one weight's direction is the next weight's distance. Draw two new \
         ones for each weight.",
        "한 가중치의 방향에 쓴 균등 난수를 다음 가중치의 거리에 다시 씁니다. 가중치마다 새로 두 개를 \
         뽑으세요."
    ),
];
