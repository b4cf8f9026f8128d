//! Mistakes in `randint`, `rand` and `randn`.

use ndarray::{Array1, concatenate};
use rand::RngExt;
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{normal, rand, randint, randn};
use crate::wrong::{
    chained, cut_off, in_pairs, mirrored, no_full_turn, one_uniform_for_both, own_seed, point,
    sorted, standardized, twelve, vector,
};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "I60",
        randint,
        |rng, upper| rng.random_range(0..=upper),
        "`upper` itself is drawn, too. The last number is upper - 1: the range is 0..upper.",
        "`upper`도 뽑힙니다. 마지막 수는 upper - 1이므로 범위는 0..upper입니다."
    ),
    mistake!(
        "I61",
        randint,
        |rng, upper| rng.random_range(1..=upper),
        "You draw from 1 to `upper`. The numbers go from 0 to upper - 1.",
        "1부터 `upper`까지 뽑고 있습니다. 0부터 upper - 1까지 뽑아야 합니다."
    ),
    mistake!(
        "I62",
        randint,
        |rng, upper| if upper == 1 { 0 } else { rng.random_range(1..upper) },
        "0 is never drawn, but it is the first of the numbers.",
        "0이 뽑히지 않습니다. 0도 포함되어야 합니다."
    ),
    mistake!(
        "I63",
        randint,
        |rng, upper| (rng.random::<f64>() * f64::from(upper - 1)).round() as u32,
        "Rounding draws the first and the last number half as often as the others. Round down \
         after multiplying by `upper`, or use `random_range`.",
        "반올림하면 첫 수와 마지막 수가 다른 수의 절반만큼만 나옵니다. `upper`를 곱한 뒤 내림하거나 \
         `random_range`를 쓰세요."
    ),
    mistake!(
        "I64",
        randint,
        |rng, _upper| randint(rng, 100),
        "The limit is always 100, the number in the notes. It is the argument `upper`.",
        "상한이 항상 노트에 나온 100입니다. 인자 `upper`를 써야 합니다."
    ),
    mistake!(
        "I65",
        randint,
        |_rng, upper| randint(&mut own_seed(), upper),
        "You draw from a generator of your own, with a fixed seed. Draw from `rng`.",
        "시드가 고정된 자신만의 난수 생성기에서 뽑고 있습니다. `rng`에서 뽑으세요."
    ),
    mistake!(
        "I66",
        randint,
        |rng, upper| u32::from(rng.random::<u8>()) % upper,
        "The remainder of a byte: no number beyond 255, and the small ones too often.",
        "한 바이트의 나머지이므로 255를 넘는 수가 없고 작은 수가 너무 자주 나옵니다."
    ),
    mistake!(
        "I67",
        randint,
        |rng, upper| rng.random::<u32>() % upper,
        "The remainder `%` favours small numbers where `upper` does not divide 2^32. \
         `random_range` does not.",
        "`upper`가 2^32의 약수가 아니면 나머지 `%`는 작은 수를 더 자주 뽑습니다. `random_range`는 \
         그렇지 않습니다."
    ),
    mistake!(
        "I68",
        randint,
        |rng, upper| (f64::from(rng.random::<f32>()) * f64::from(upper)) as u32,
        "A fraction in single precision has only 24 bits, so that most numbers below a large \
         `upper` are never drawn.",
        "단정밀도 소수는 24비트뿐이므로 `upper`가 크면 대부분의 수가 전혀 뽑히지 않습니다."
    ),
    mistake!(
        "I69",
        randint,
        |rng, upper| (rng.random::<f64>() * rng.random::<f64>() * f64::from(upper)) as u32,
        "A product of two random fractions is small too often. One fraction is enough.",
        "난수 소수 두 개를 곱하면 작은 수가 너무 자주 나옵니다. 하나면 충분합니다."
    ),
    mistake!(
        "I70",
        rand,
        |rng, n| rand(rng, n.saturating_sub(1)),
        "There is one number too few.",
        "수가 하나 모자랍니다."
    ),
    mistake!(
        "I71",
        rand,
        |rng, n| rand(rng, n + 1),
        "There is one number too many.",
        "수가 하나 더 많습니다."
    ),
    mistake!(
        "I72",
        rand,
        |rng, _n| rand(rng, 100),
        "There are always 100 numbers, as in the notes. Their number is the argument n.",
        "수가 항상 노트에 나온 100개입니다. 인자 n만큼 있어야 합니다."
    ),
    mistake!(
        "I73",
        rand,
        |rng, n| rand(rng, n).mapv(|u| 2.0 * u - 1.0),
        "The numbers lie between -1 and 1. `rand` draws between 0 and 1.",
        "-1과 1 사이의 수입니다. `rand`는 0과 1 사이의 수를 뽑습니다."
    ),
    mistake!(
        "I74",
        rand,
        |rng, n| randn(rng, n),
        "These are normal numbers, as of `randn`. `rand` is uniform between 0 and 1.",
        "`randn`처럼 정규분포를 따르는 수입니다. `rand`는 0과 1 사이의 균등분포입니다."
    ),
    mistake!(
        "I75",
        rand,
        |rng, n| Array1::from_elem(n, rng.random::<f64>()),
        "One number stands in all places: `from_elem` draws once. Draw for each entry.",
        "모든 자리에 같은 수가 있습니다. `from_elem`은 한 번만 뽑습니다. 원소마다 뽑으세요."
    ),
    mistake!(
        "I76",
        rand,
        |_rng, n| rand(&mut own_seed(), n),
        "You draw from a generator of your own, with a fixed seed. Draw from `rng`.",
        "시드가 고정된 자신만의 난수 생성기에서 뽑고 있습니다. `rng`에서 뽑으세요."
    ),
    mistake!(
        "I77",
        rand,
        |rng, n| vector(rng, n, |rng| f64::from(randint(rng, 100)) / 100.0),
        "These are whole percents, of which there are only 100. Draw real numbers.",
        "백 가지뿐인 퍼센트 단위의 수입니다. 실수를 뽑으세요."
    ),
    mistake!(
        "I78",
        rand,
        |rng, n| rand(rng, n).mapv(|u| u * u),
        "The squares of uniform numbers are not uniform: small ones come too often.",
        "균등한 수의 제곱은 균등하지 않습니다. 작은 수가 너무 자주 나옵니다."
    ),
    mistake!(
        "I79",
        rand,
        |rng, n| sorted(rand(rng, n)),
        "The numbers are sorted. Leave them in the order in which they were drawn.",
        "수가 정렬되어 있습니다. 뽑은 순서 그대로 두세요."
    ),
    mistake!(
        "I80",
        rand,
        |rng, n| mirrored(rand(rng, n), |u| 1.0 - u),
        "Every second number is 1 minus the one before. Draw each on its own.",
        "두 번째마다 앞의 수를 1에서 뺀 값입니다. 수마다 따로 뽑으세요."
    ),
    mistake!(
        "I81",
        rand,
        |rng, n| Array1::from_iter((0..n).map(|i| (i as f64 + rng.random::<f64>()) / n as f64)),
        "Each number has a slice of its own between 0 and 1. Each must range over all of it.",
        "수마다 0과 1 사이의 한 구간에서만 뽑고 있습니다. 모든 수가 전체 범위에서 나와야 합니다."
    ),
    mistake!(
        "I82",
        rand,
        |_rng, n| Array1::from_iter((0..n).map(|i| i as f64 / n as f64)),
        "The numbers are evenly spaced and not random. Draw them from `rng`.",
        "무작위가 아니라 간격이 일정한 수입니다. `rng`에서 뽑으세요."
    ),
    mistake!(
        "I83",
        rand,
        |rng, n| 0.99 * rand(rng, n),
        "The numbers end at 0.99. `rand` draws up to 1, which it does not reach.",
        "0.99까지만 나옵니다. `rand`는 1 바로 아래까지 뽑습니다."
    ),
    mistake!(
        "I84",
        rand,
        |rng, n| mirrored(rand(rng, n), |u| (2.0 * u - 1.0).abs()),
        "Every second number is made from the one before. Draw each on its own.",
        "두 번째마다 앞의 수로 만든 값입니다. 수마다 따로 뽑으세요."
    ),
    mistake!(
        "I90",
        randn,
        |rng, n| randn(rng, n - n % 2),
        "Of an odd number of draws the last is missing: draw one more pair and use half of it.",
        "n이 홀수이면 마지막 수가 빠집니다. 한 쌍을 더 뽑아 그중 하나만 쓰세요."
    ),
    mistake!(
        "I91",
        randn,
        |rng, n| randn(rng, n + n % 2),
        "Of an odd number of draws there is one too many: cut off the second half of the last pair.",
        "n이 홀수이면 수가 하나 더 많습니다. 마지막 쌍의 두 번째 수는 버리세요."
    ),
    mistake!(
        "I92",
        randn,
        |_rng, n| randn(&mut own_seed(), n),
        "You draw from a generator of your own, with a fixed seed. Draw from `rng`.",
        "시드가 고정된 자신만의 난수 생성기에서 뽑고 있습니다. `rng`에서 뽑으세요."
    ),
    mistake!(
        "I93",
        randn,
        |rng, n| Array1::from_elem(n, normal(rng)),
        "One number stands in all places: `from_elem` draws once. Draw for each entry.",
        "모든 자리에 같은 수가 있습니다. `from_elem`은 한 번만 뽑습니다. 원소마다 뽑으세요."
    ),
    mistake!(
        "I94",
        randn,
        |rng, n| rand(rng, n),
        "These are uniform numbers, as of `rand`: never negative, never beyond 1. The n of `randn` \
         stands for normal.",
        "`rand`처럼 균등한 수라서 음수도 없고 1보다 큰 수도 없습니다. `randn`의 n은 정규분포를 \
         뜻합니다."
    ),
    mistake!(
        "I95",
        randn,
        |rng, n| randn(rng, n).mapv(f64::abs),
        "No number is negative, but half of all normal draws are.",
        "음수가 하나도 없습니다. 정규분포에서는 절반이 음수입니다."
    ),
    mistake!(
        "I96",
        randn,
        |rng, n| 0.01 * randn(rng, n),
        "The standard deviation is 0.01. That factor belongs to the weights, `randn` has 1.",
        "표준편차가 0.01입니다. 이 계수는 가중치에 곱하는 것이고 `randn`의 표준편차는 1입니다."
    ),
    mistake!(
        "I97",
        randn,
        |rng, n| rand(rng, n).mapv(|u| 2.0 * u - 1.0),
        "These are uniform numbers between -1 and 1. Normal ones crowd around 0 and pass 1.",
        "-1과 1 사이의 균등한 수입니다. 정규분포의 수는 0 근처에 몰리고 1을 넘기도 합니다."
    ),
    mistake!(
        "I98",
        randn,
        |rng, n| randn(rng, n) / 2_f64.sqrt(),
        "The deviation is the root of 1/2: Box and Muller's distance is sqrt(-2 ln u), with the 2.",
        "표준편차가 1/2의 제곱근입니다. 박스-뮬러의 거리는 2가 들어간 sqrt(-2 ln u)입니다."
    ),
    mistake!(
        "I99",
        randn,
        |rng, n| vector(rng, n, one_uniform_for_both),
        "Distance and direction come from the same uniform number. Draw one for each.",
        "거리와 방향을 같은 균등 난수에서 얻고 있습니다. 각각 따로 뽑으세요."
    ),
    mistake!(
        "I100",
        randn,
        |rng, n| vector(rng, n, |rng| cut_off(rng, 3.0)),
        "No number lies beyond 3, but one in 370 normal draws does.",
        "3을 벗어난 수가 없습니다. 정규분포에서는 370개 중 하나꼴로 벗어납니다."
    ),
    mistake!(
        "I101",
        randn,
        |rng, n| randn(rng, n).mapv(|z| z.clamp(-3.0, 3.0)),
        "Numbers beyond 3 are moved to 3. Leave normal draws as they are.",
        "3을 벗어난 수를 3으로 옮기고 있습니다. 뽑은 값을 그대로 두세요."
    ),
    mistake!(
        "I102",
        randn,
        |rng, n| vector(rng, n, twelve),
        "A sum of twelve uniform numbers only resembles a normal one: it never passes 6, and \
         rarely 3.",
        "균등 난수 열두 개의 합은 정규분포와 비슷할 뿐입니다. 6을 넘지 못하고 3도 드물게 넘습니다."
    ),
    mistake!(
        "I103",
        randn,
        |rng, n| if n > 1 { standardized(&randn(rng, n)) } else { randn(rng, n) },
        "The numbers were shifted and scaled to mean 0 and deviation 1. The distribution has these, \
         a handful of draws does not.",
        "뽑은 수를 평균 0, 표준편차 1이 되도록 고쳤습니다. 이는 분포의 성질이지 뽑은 수 몇 개의 \
         성질이 아닙니다."
    ),
    mistake!(
        "I104",
        randn,
        |rng, n| mirrored(randn(rng, n), |z| -z),
        "Every second number is the one before with the other sign. Draw each on its own.",
        "두 번째마다 앞의 수의 부호만 바꾼 값입니다. 수마다 따로 뽑으세요."
    ),
    mistake!(
        "I105",
        randn,
        |rng, n| sorted(randn(rng, n)),
        "The numbers are sorted. Leave them in the order in which they were drawn.",
        "수가 정렬되어 있습니다. 뽑은 순서 그대로 두세요."
    ),
    mistake!(
        "I106",
        randn,
        |rng, n| vector(rng, n, no_full_turn),
        "Box and Muller's angle covers a full turn: 2 pi times a uniform number.",
        "박스-뮬러의 각도는 한 바퀴 전체입니다. 균등 난수에 2π를 곱하세요."
    ),
    mistake!(
        "I107",
        randn,
        |rng, n| {
            let half = randn(rng, n.div_ceil(2));
            let both = concatenate![ndarray::Axis(0), half, -&half];
            both.slice(ndarray::s![..n]).to_owned()
        },
        "The second half is the first with the other sign. Draw each number on its own.",
        "뒤의 절반은 앞의 절반에서 부호만 바꾼 값입니다. 수마다 따로 뽑으세요."
    ),
    mistake!(
        "I108",
        randn,
        |rng, n| randn(rng, n) + 1.0,
        "The mean is 1. A standard normal number has mean 0.",
        "평균이 1입니다. 표준정규분포의 평균은 0입니다."
    ),
    mistake!(
        "I109",
        randn,
        |rng, n| Array1::from_shape_simple_fn(n, chained(rng)),
        "The uniform number of one entry's direction is the next entry's distance. Draw two new ones \
         for each entry.",
        "한 원소의 방향에 쓴 균등 난수를 다음 원소의 거리에 다시 씁니다. 원소마다 새로 두 개를 \
         뽑으세요."
    ),
    mistake!(
        "I190",
        randn,
        |rng, n| in_pairs(rng, n, |u, v, _| [point(u, v), point(v, u)]),
        "The second number of a pair uses the two uniform numbers of the first, exchanged. Take the \
         sine where the first takes the cosine.",
        "한 쌍의 두 번째 수가 첫 번째 수의 균등 난수 두 개를 서로 바꾸어 씁니다. 첫 번째가 코사인이면 \
         두 번째는 사인을 쓰세요."
    ),
    mistake!(
        "I191",
        randn,
        |rng, n| in_pairs(rng, n, |u, v, rng| [point(u, v), point(u, rng.random())]),
        "The two numbers of a pair have the same distance and different directions. Draw a distance \
         for each, or take cosine and sine of one direction.",
        "한 쌍의 두 수가 거리는 같고 방향만 다릅니다. 거리를 따로 뽑거나, 한 방향의 코사인과 사인을 \
         쓰세요."
    ),
];
