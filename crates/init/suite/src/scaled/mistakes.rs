//! Mistakes in `initialize_scaled`.

use ndarray::Array2;
use rand::RngExt;
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{initialize_scaled, normal, normal_matrix, scale};
use crate::wrong::{chained, cut_off, matrix, one_per_row, own_seed, row_by_row, twelve};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "I16",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| normal_matrix(rng, fan_out, fan_in, scale(fan_out, gain)),
        "The variance is gain / fan_out. It must be gain / fan_in: fan_in is the number of columns, \
         of terms in each sum.",
        "분산이 gain / fan_out입니다. gain / fan_in이어야 합니다. fan_in은 열의 수, 즉 더해지는 항의 \
         수입니다."
    ),
    mistake!(
        "I17",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| normal_matrix(rng, fan_out, fan_in, gain / fan_in as f64),
        "The standard deviation is gain / fan_in. That is the variance; multiply by its root.",
        "표준편차가 gain / fan_in입니다. 이는 분산입니다. 제곱근을 곱하세요."
    ),
    mistake!(
        "I19",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            normal_matrix(rng, fan_out, fan_in, gain.sqrt() / fan_in as f64)
        },
        "Only the gain is under the root. The standard deviation is sqrt(gain / fan_in).",
        "gain만 제곱근 안에 있습니다. 표준편차는 sqrt(gain / fan_in)입니다."
    ),
    mistake!(
        "I20",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| normal_matrix(
            rng,
            fan_out,
            fan_in,
            scale(fan_in + fan_out, gain)
        ),
        "The variance is gain / (fan_in + fan_out), after Glorot. Here only fan_in counts.",
        "분산이 글로럿의 gain / (fan_in + fan_out)입니다. 여기서는 fan_in만 씁니다."
    ),
    mistake!(
        "I150",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| normal_matrix(rng, fan_in, fan_out, scale(fan_in, gain)),
        "The matrix is transposed: a row per output, a column per input, (fan_out, fan_in).",
        "행과 열이 바뀌었습니다. 출력마다 한 행, 입력마다 한 열인 (fan_out, fan_in)이어야 합니다."
    ),
    mistake!(
        "I151",
        initialize_scaled,
        |_rng, fan_in, fan_out, gain| initialize_scaled(&mut own_seed(), fan_in, fan_out, gain),
        "Every generator gives the same weights, because the seed is fixed inside. Draw from `rng`.",
        "함수 안에 시드가 고정되어 있어 어떤 난수 생성기를 주어도 같은 가중치가 나옵니다. \
         `rng`에서 뽑으세요."
    ),
    mistake!(
        "I152",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| row_by_row(rng, (fan_out, fan_in), scale(fan_in, gain)),
        "All rows are equal: the units start out alike. Draw every row anew.",
        "모든 행이 같아서 유닛이 똑같이 시작합니다. 행마다 새로 뽑으세요."
    ),
    mistake!(
        "I153",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| matrix(rng, (fan_out, fan_in), |_| scale(fan_in, gain)),
        "All weights are equal to the standard deviation. Multiply it by a normal number for each.",
        "가중치가 모두 표준편차와 같습니다. 가중치마다 정규 난수를 곱하세요."
    ),
    mistake!(
        "I154",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            normal_matrix(rng, fan_out, fan_in, scale(fan_in + fan_out, 2.0 * gain))
        },
        "The variance is gain over the mean of fan_in and fan_out, after Glorot. Here only fan_in \
         counts.",
        "분산이 글로럿처럼 gain을 fan_in과 fan_out의 평균으로 나눈 값입니다. 여기서는 fan_in만 씁니다."
    ),
    mistake!(
        "I155",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            normal_matrix(rng, fan_out, fan_in, gain / (fan_in as f64).sqrt())
        },
        "The gain is outside the root. The standard deviation is sqrt(gain / fan_in).",
        "gain이 제곱근 밖에 있습니다. 표준편차는 sqrt(gain / fan_in)입니다."
    ),
    mistake!(
        "I156",
        initialize_scaled,
        |rng, fan_in, fan_out, _gain| normal_matrix(rng, fan_out, fan_in, scale(fan_in, 2.0)),
        "The gain is always 2, that of He. Use the argument.",
        "gain이 항상 He의 2입니다. 인자를 쓰세요."
    ),
    mistake!(
        "I157",
        initialize_scaled,
        |rng, fan_in, fan_out, _gain| normal_matrix(rng, fan_out, fan_in, scale(fan_in, 1.0)),
        "The gain is always 1, that of Xavier. Use the argument.",
        "gain이 항상 Xavier의 1입니다. 인자를 쓰세요."
    ),
    mistake!(
        "I158",
        initialize_scaled,
        |rng, fan_in, fan_out, _gain| normal_matrix(rng, fan_out, fan_in, 1.0),
        "The weights are not scaled at all: multiply by sqrt(gain / fan_in).",
        "가중치의 크기를 조절하지 않았습니다. sqrt(gain / fan_in)을 곱하세요."
    ),
    mistake!(
        "I159",
        initialize_scaled,
        |rng, fan_in, fan_out, _gain| normal_matrix(rng, fan_out, fan_in, 0.01),
        "The factor is 0.01, that of the last exercise. Here it is sqrt(gain / fan_in).",
        "계수가 지난 연습 문제의 0.01입니다. 여기서는 sqrt(gain / fan_in)입니다."
    ),
    mistake!(
        "I160",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            normal_matrix(rng, fan_out, fan_in, (gain * fan_in as f64).sqrt())
        },
        "You multiply by fan_in. Divide: the more inputs, the smaller each weight.",
        "fan_in을 곱하고 있습니다. 나누어야 합니다. 입력이 많을수록 가중치는 작아집니다."
    ),
    mistake!(
        "I161",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            let high = 3_f64.sqrt() * scale(fan_in, gain);
            matrix(rng, (fan_out, fan_in), |rng| high * (2.0 * rng.random::<f64>() - 1.0))
        },
        "The variance is right, but the weights are uniform. They must be normal.",
        "분산은 맞지만 가중치가 균등분포를 따릅니다. 정규분포를 따라야 합니다."
    ),
    mistake!(
        "I162",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            matrix(rng, (fan_out, fan_in), |rng| scale(fan_in, gain) * cut_off(rng, 2.0))
        },
        "No weight lies beyond two standard deviations, but one in 22 must. Do not draw again.",
        "표준편차의 두 배를 벗어난 가중치가 없습니다. 22개 중 하나꼴로 있어야 합니다. 다시 뽑지 \
         마세요."
    ),
    mistake!(
        "I163",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            matrix(rng, (fan_out, fan_in), |rng| scale(fan_in, gain) * twelve(rng))
        },
        "A sum of twelve uniform numbers only resembles a normal one: it is too rarely beyond 3.",
        "균등 난수 열두 개의 합은 정규분포와 비슷할 뿐입니다. 3을 벗어나는 일이 너무 드뭅니다."
    ),
    mistake!(
        "I164",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            let w = initialize_scaled(rng, fan_in, fan_out, gain);
            let mean = if w.len() > 1 { w.mean().unwrap_or(0.0) } else { 0.0 };
            w - mean
        },
        "The weights were shifted so that their mean is 0. Leave them as drawn.",
        "가중치를 평균이 0이 되도록 옮겼습니다. 뽑은 값을 그대로 두세요."
    ),
    mistake!(
        "I165",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| scale(fan_in, gain) * one_per_row(rng, (fan_out, fan_in)),
        "The entries of a row are equal: one number is drawn per unit. Draw one per weight.",
        "한 행의 원소가 모두 같습니다. 유닛마다 하나가 아니라 가중치마다 하나씩 뽑으세요."
    ),
    mistake!(
        "I166",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            matrix(rng, (fan_out, fan_in), |rng| scale(fan_in, gain) * normal(rng).abs())
        },
        "No weight is negative, but half of them must be.",
        "음수인 가중치가 없습니다. 절반은 음수여야 합니다."
    ),
    mistake!(
        "I167",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            normal_matrix(rng, fan_out, fan_in, ((gain as usize / fan_in) as f64).sqrt())
        },
        "gain / fan_in is divided as whole numbers, which is 0 for more than gain inputs. Convert \
         fan_in with `as f64`.",
        "gain / fan_in을 정수로 나누어 입력이 gain보다 많으면 0이 됩니다. fan_in을 `as f64`로 \
         바꾸세요."
    ),
    mistake!(
        "I168",
        initialize_scaled,
        |rng, fan_in, fan_out, gain| {
            scale(fan_in, gain) * Array2::from_shape_simple_fn((fan_out, fan_in), chained(rng))
        },
        "The uniform number of one weight's direction is the next weight's distance. Draw two new \
         ones for each weight.",
        "한 가중치의 방향에 쓴 균등 난수를 다음 가중치의 거리에 다시 씁니다. 가중치마다 새로 두 개를 \
         뽑으세요."
    ),
];
