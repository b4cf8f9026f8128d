//! Laws of `saturated_fraction`: the share of entries whose slope is strictly below a threshold.

use activations::Activation;
use contract::Layout;
use ndarray::{Array2, Axis, concatenate};
use testkit::{Strategy, Verdict, agrees, ensure, for_all, number};
use testkit::{generators::build, generators::eighths, generators::one_of};

use crate::{Answers, reference};

/// Thresholds, the plainest first. None is a slope at a drawn `z`, but for 0 and 1.
const THRESHOLDS: [f64; 11] = [0.1, 0.02, 0.2, 0.5, 1.5, 0.005, 0.05, 0.3, 0.9, 1.0, 0.0];

/// A layer of one entry or more: of ordinary size, saturated, or far beyond.
fn layers() -> impl Strategy<Value = Array2<f64>> {
    (build([1..=4, 1..=4], |[n, m], pool| pool.matrix(n, m)), one_of(&[1.0, 4.0, 500.0]))
        .prop_map(|(z, scale)| scale * z)
}

/// Whether rounding may decide on which side of the threshold a slope lies. A slope of ReLU or of
/// the identity is 0 or 1 exactly, however it is computed.
fn is_close_call(activation: Activation, z: &Array2<f64>, threshold: f64) -> bool {
    let is_near = |z: &f64| (reference::slope(activation, *z) - threshold).abs() < 1e-9;
    !matches!(activation, Activation::Relu | Activation::Identity) && z.iter().any(is_near)
}

/// The number of entries with a small slope, over the number of all, for every activation and every
/// memory layout. Kills I172, the value for the slope, I175, the share above, and I180, one
/// activation for all.
pub fn agrees_with_counting(answers: &Answers) -> Verdict {
    let inputs = (one_of(&Activation::ALL), layers(), one_of(&THRESHOLDS), one_of(&Layout::ALL));
    for_all(
        ["activation", "z", "threshold", "layout"],
        inputs,
        |(activation, z, threshold, layout)| {
            if is_close_call(*activation, z, *threshold) {
                return Ok(());
            }
            let got = answers.saturated_fraction(*activation, &layout.of(z), *threshold);
            let want = reference::saturated_fraction(*activation, z, *threshold);
            agrees("saturated_fraction", &got, &want, 1e-12)
        },
    )
}

/// A share: 0 when no slope is small, 1 when all are. Kills I170, the count, and I174, percents.
pub fn lies_between_zero_and_one(answers: &Answers) -> Verdict {
    let inputs = (one_of(&Activation::ALL), layers(), one_of(&THRESHOLDS));
    for_all(["activation", "z", "threshold"], inputs, |(activation, z, threshold)| {
        if is_close_call(*activation, z, *threshold) {
            return Ok(());
        }
        let share = answers.saturated_fraction(*activation, z, *threshold);
        ensure!(
            (0.0..=1.0 + 1e-12).contains(&share),
            "saturated_fraction came out as {share}; a share must lie between 0 and 1.",
            "saturated_fraction의 결과가 {share}입니다. 비율은 0과 1 사이여야 합니다.",
            share = number(share)
        );
        Ok(())
    })
}

/// A slope equal to the threshold is not below it: 0 is not below 0, 1 is not below 1. ReLU's slope
/// at 0 counts as 0. Kills I171, `<=`, and I176, a slope of 1 at 0.
pub fn counts_slopes_strictly_below_the_threshold(answers: &Answers) -> Verdict {
    let hinges = one_of(&[Activation::Relu, Activation::Identity]);
    for_all(["activation", "z", "threshold"], (hinges, layers(), one_of(&[1.0, 0.0])), |input| {
        let (activation, z, threshold) = input;
        let share = answers.saturated_fraction(*activation, z, *threshold);
        let want = reference::saturated_fraction(*activation, z, *threshold);
        ensure!(
            (share - want).abs() <= 1e-12,
            "saturated_fraction came out as {share}, but the share of slopes strictly below \
             {threshold} is {want}. Every slope here is 0 or 1, that of ReLU at 0 is 0.",
            "saturated_fraction의 결과가 {share}입니다. 그러나 {threshold}보다 작은 기울기의 비율은 \
             {want}입니다. 여기서 기울기는 0 또는 1뿐이고, z = 0에서 ReLU의 기울기는 0입니다.",
            share = number(share)
        );
        Ok(())
    })
}

/// Two layers side by side have the mean of their shares, weighted by their sizes: every entry
/// counts once, wherever it stands. Kills I170, a count for a share, and I182, a division of whole
/// numbers.
pub fn of_two_parts_is_their_weighted_mean(answers: &Answers) -> Verdict {
    let parts = build([1..=4, 1..=3, 1..=3], |[n, m, more], pool| {
        concatenate(Axis(1), &[pool.matrix(n, m).view(), (4.0 * pool.matrix(n, more)).view()])
            .expect("both have n rows")
    });
    let inputs = (one_of(&Activation::ALL), parts, one_of(&[0.1, 0.02, 0.5]));
    for_all(["activation", "z", "threshold"], inputs, |(activation, z, threshold)| {
        if is_close_call(*activation, z, *threshold) {
            return Ok(());
        }
        let (left, right) = z.view().split_at(Axis(1), 1);
        let count = |part: ndarray::ArrayView2<f64>| {
            let share = answers.saturated_fraction(*activation, &part.to_owned(), *threshold);
            share * part.len() as f64
        };
        let (whole, first, rest) = (count(z.view()), count(left), count(right));
        ensure!(
            (whole - first - rest).abs() <= 1e-9,
            "By its share, z has {whole} saturated entries, but its first column has {first} and \
             the other columns have {rest}; these must add up.",
            "비율로 계산하면 z에서 포화된 원소는 {whole}개인데, 첫 열에는 {first}개, 나머지 열에는 \
             {rest}개입니다. 합이 맞아야 합니다.",
            whole = number(whole),
            first = number(first),
            rest = number(rest)
        );
        Ok(())
    })
}

/// Sigmoid and tanh flatten out on both sides, so larger weights never leave fewer units saturated:
/// that is why the notes start small (claim C50). Kills I172, the value for the slope, and I178, a
/// formula that is not a number far out.
pub fn never_falls_when_z_grows(answers: &Answers) -> Verdict {
    let curves = one_of(&[Activation::Sigmoid, Activation::Tanh]);
    let inputs = (curves, layers(), one_of(&[0.1, 0.02, 0.2, 0.5]), eighths(9..=80));
    for_all(
        ["activation", "z", "threshold", "factor"],
        inputs,
        |(activation, z, threshold, factor)| {
            let before = answers.saturated_fraction(*activation, z, *threshold);
            let after = answers.saturated_fraction(*activation, &(*factor * z), *threshold);
            ensure!(
                after >= before - 1e-12,
                "The saturated share fell from {before} to {after} when z was multiplied by {factor}; \
             it must never fall.",
                "z를 {factor}배로 늘렸더니 포화된 비율이 {before}에서 줄어 {after}입니다. 이 \
             비율은 줄어들 수 없습니다.",
                before = number(before),
                after = number(after)
            );
            Ok(())
        },
    )
}
