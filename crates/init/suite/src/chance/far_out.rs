//! What tells a normal distribution from one that only looks normal in the middle.

use testkit::statistics::{count_above, count_below, deviation, deviation_is, excess_kurtosis};
use testkit::{Verdict, ensure, number};

use super::told;

use contract::Text;

/// How many numbers [`is_normal_far_out`] needs. Of so many, about 122 lie above 3.5 and 33 beyond
/// 4 on either side; a right answer has none with probabilities of 1e-53 and 4e-15.
pub(crate) const FAR_OUT: usize = 1 << 19;
/// The fourth Hermite polynomial of a normal number has deviation `sqrt(24)`. Its mean is skewed a
/// little, so that 6.5 deviations are passed with a probability of 2e-10 instead of 8e-11.
const DEVIATIONS: f64 = 6.5;

/// Holds when `numbers`, at least [`FAR_OUT`] that should be normal with this `deviation`, are as
/// frequent far from 0 as they must be, in deviations of their own: a wrong factor is no bound. Kills normal numbers that were clipped or cut off, and sums
/// of twelve uniform ones, whose kurtosis is 2.9.
pub(crate) fn is_normal_far_out(what: &Text, numbers: &[f64], deviation: f64) -> Verdict {
    let (n, en, ko) = (numbers.len(), &what.en, &what.ko);
    assert!(n >= FAR_OUT, "{n} numbers are too few");
    let own = self::deviation(numbers);
    let above = |edge: f64| count_above(numbers, edge * own);
    let below = |edge: f64| count_below(numbers, edge * own);
    for (count, edge) in [(above(3.5), 3.5), (below(-3.5), -3.5)] {
        ensure!(
            count > 0,
            "Of {n} {en} none lies beyond {edge} standard deviations; about 120 must. Normal draws \
             have no bounds.",
            "{ko} {n}개 가운데 표준편차의 {edge}배를 벗어난 값이 하나도 없습니다. 약 120개가 있어야 \
             합니다. 정규분포에는 한계가 없습니다."
        );
    }
    ensure!(
        above(4.0) + below(-4.0) > 0,
        "Of {n} {en} none lies beyond 4 standard deviations; about 33 must. Normal draws have no \
         bounds.",
        "{ko} {n}개 가운데 표준편차의 4배를 벗어난 값이 하나도 없습니다. 약 33개가 있어야 합니다. \
         정규분포에는 한계가 없습니다."
    );
    let excess = excess_kurtosis(numbers, own);
    ensure!(
        excess.abs() <= DEVIATIONS * (24.0 / n as f64).sqrt(),
        "{n} {en} are not quite normal: their kurtosis came out as {kurtosis}; it must be 3.",
        "{ko} {n}개가 정규분포와 조금 다릅니다. 첨도가 {kurtosis}입니다. 3이어야 합니다.",
        kurtosis = number(((3.0 + excess) * 1000.0).round() / 1000.0)
    );
    told(what, |what| deviation_is(what, numbers, deviation, 3.0))
}
