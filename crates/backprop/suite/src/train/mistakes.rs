//! Mistakes in `train`.

use init::Parameters;
use ndarray::{Array2, s};
use testkit::{Mistake, mistake};

use super::descent::{
    descend, one_by_one, output_first, stopped_early, with_momentum, with_rates, zeros,
};
use crate::{Answers, reference};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "T50",
        train,
        |x, y, start, rate, steps| {
            let (_, mut costs) = reference::train(x, y, start, rate, steps + 1);
            costs.remove(0);
            (reference::train(x, y, start, rate, steps).0, costs)
        },
        "The costs are those after each step. Record the cost before the step is taken.",
        "단계를 밟은 뒤의 비용을 기록했습니다. 단계를 밟기 전의 비용을 기록하세요."
    ),
    mistake!(
        "T51",
        train,
        |x, y, start, rate, steps| {
            let (_, costs) = reference::train(x, y, start, rate, steps + 1);
            (reference::train(x, y, start, rate, steps).0, costs)
        },
        "There is one cost too many: the cost after the last step is not asked for.",
        "비용이 하나 더 많습니다. 마지막 단계 뒤의 비용은 필요하지 않습니다."
    ),
    mistake!(
        "T52",
        train,
        |x, y, start, _, steps| reference::train(x, y, start, 1.2, steps),
        "The learning rate is always 1.2. Use the argument `learning_rate`.",
        "학습률이 항상 1.2입니다. 인자 `learning_rate`를 쓰세요."
    ),
    mistake!(
        "T53",
        train,
        |x, y, start, rate, steps| reference::train(x, y, start, rate, steps + 1),
        "You take one step too many: the loop runs over `0..steps`.",
        "한 단계를 더 밟았습니다. 반복문은 `0..steps`입니다."
    ),
    mistake!(
        "T54",
        train,
        |x, y, start, rate, steps| reference::train(x, y, &zeros(start), rate, steps),
        "Training begins with zeros. It must begin where `start` is; from zeros no unit ever \
         moves.",
        "0에서 학습을 시작했습니다. `start`에서 시작해야 합니다. 0에서는 어떤 유닛도 움직이지 \
         않습니다."
    ),
    mistake!(
        "T55",
        train,
        |x, y, start, rate, steps| reference::train(x, y, start, -rate, steps),
        "The cost grows: the gradient is added, but descent subtracts it.",
        "비용이 커집니다. 그래디언트를 더했지만, 내려가려면 빼야 합니다."
    ),
    mistake!(
        "T56",
        train,
        |x, y, start, rate, steps| {
            let (_, costs) = reference::train(x, y, start, rate, steps);
            (reference::train(x, y, start, rate, steps.saturating_sub(1)).0, costs)
        },
        "The parameters are those before the last step. Return them after it.",
        "마지막 단계 전의 파라미터를 반환했습니다. 마지막 단계 뒤의 파라미터를 반환하세요."
    ),
    mistake!(
        "T57",
        train,
        one_by_one,
        "The parameters move after every single example. A step takes the gradient over all of \
         them.",
        "샘플 하나마다 파라미터가 이동합니다. 한 단계는 모든 샘플에 대한 그래디언트로 이동합니다."
    ),
    mistake!(
        "T58",
        train,
        |x, y, start, rate, steps| with_rates(x, y, start, steps, |_| rate * y.ncols() as f64),
        "The steps are m times as long as they must be: 1/m is missing in the gradients.",
        "이동량이 m배입니다. 그래디언트에 1/m이 빠졌습니다."
    ),
    mistake!(
        "T59",
        train,
        |x, y, start, rate, steps| with_rates(x, y, start, steps, |t| rate / (1.0 + t as f64)),
        "The steps grow shorter and shorter. Keep the learning rate as it is.",
        "갈수록 이동량이 작아집니다. 학습률을 그대로 두세요."
    ),
    mistake!(
        "T60",
        train,
        |x, y, start, rate, steps| {
            let (parameters, costs) = reference::train(x, y, start, rate, steps);
            (parameters, costs.into_iter().step_by(100).collect())
        },
        "Only every hundredth cost is recorded. Record one before each step.",
        "비용을 백 단계마다 기록했습니다. 단계마다 하나씩 기록하세요."
    ),
    mistake!(
        "T61",
        train,
        output_first,
        "w2 moves before the hidden gradients are computed. Compute all gradients first, then \
         update.",
        "은닉층의 그래디언트를 구하기 전에 w2가 이동합니다. 그래디언트를 모두 구한 뒤에 갱신하세요."
    ),
    mistake!(
        "T62",
        train,
        |x, y, start, rate, steps| {
            descend(x, y, start, steps, |parameters, gradients, _| {
                let (b1, b2) = (parameters.b1.clone(), parameters.b2.clone());
                Parameters { b1, b2, ..reference::update(parameters, gradients, rate) }
            })
        },
        "The biases stay where they are. All four parameters are trained.",
        "편향이 그대로입니다. 네 파라미터 모두 학습해야 합니다."
    ),
    mistake!(
        "T63",
        train,
        |x, y, start, rate, steps| {
            descend(x, y, start, steps, |_, gradients, _| reference::update(start, gradients, rate))
        },
        "Every step begins at `start` again. It begins where the step before ended.",
        "단계마다 `start`에서 다시 출발합니다. 앞 단계가 끝난 곳에서 출발해야 합니다."
    ),
    mistake!(
        "T64",
        train,
        |x, y, start, rate, steps| {
            let (parameters, costs) = reference::train(x, y, start, rate, steps);
            (parameters, costs.into_iter().map(|cost| cost * y.ncols() as f64).collect())
        },
        "The costs are sums over the examples. The cost is the mean: divide by m.",
        "비용이 샘플에 대한 합입니다. 비용은 평균이므로 m으로 나누세요."
    ),
    mistake!(
        "T65",
        train,
        |x, y, start, rate, steps| {
            let (_, costs) = reference::train(x, y, start, rate, steps);
            let is_slow = |pair: &[f64]| (pair[0] - pair[1]).abs() < 1e-3;
            let steps = costs.windows(2).position(is_slow).map_or(steps, |t| t + 1);
            reference::train(x, y, start, rate, steps)
        },
        "Training stops as soon as the cost hardly falls. Take all `steps` steps.",
        "비용이 거의 줄지 않으면 학습을 멈춥니다. `steps`단계를 모두 밟으세요."
    ),
    mistake!(
        "T66",
        train,
        |x, y, start, rate, steps| {
            let nudge = |(i, j): (usize, usize)| start.w1[(i, j)] + 1e-3 * i as f64;
            let w1 = Array2::from_shape_fn(start.w1.dim(), nudge);
            reference::train(x, y, &Parameters { w1, ..start.clone() }, rate, steps)
        },
        "You change the start so that no two units are equal. Train from `start` as it is.",
        "유닛들이 서로 달라지도록 시작값을 바꾸었습니다. `start`를 있는 그대로 쓰세요."
    ),
    mistake!(
        "T67",
        train,
        with_momentum,
        "The steps have momentum: part of the last step is taken again. Plain descent has no \
         memory.",
        "모멘텀이 있습니다. 앞 단계의 이동이 일부 반복됩니다. 기본 경사 하강법은 앞 단계를 \
         기억하지 않습니다."
    ),
    mistake!(
        "T68",
        train,
        |x, y, start, rate, steps| {
            let (parameters, costs) = reference::train(x, y, start, rate, steps);
            let first = costs.first().copied().unwrap_or(0.0);
            (parameters, vec![first; steps])
        },
        "All costs are that of the start. Run forward again before each step.",
        "비용이 모두 시작할 때의 값입니다. 단계마다 forward를 다시 계산하세요."
    ),
    mistake!(
        "T69",
        train,
        |x, y, start, rate, _| reference::train(x, y, start, rate, 10),
        "The number of steps is fixed. Take as many as `steps` says.",
        "단계 수가 고정되어 있습니다. `steps`만큼 밟으세요."
    ),
    mistake!(
        "T70",
        train,
        |x, y, start, rate, steps| {
            let (parameters, mut costs) = reference::train(x, y, start, rate, steps);
            costs.reverse();
            (parameters, costs)
        },
        "The costs are in reverse order: the cost of the start comes first.",
        "비용의 순서가 거꾸로입니다. 시작할 때의 비용이 먼저입니다."
    ),
    mistake!(
        "T71",
        train,
        |x, y, start, rate, steps| (reference::train(x, y, start, rate, steps).0, vec![]),
        "No costs are recorded. Push the cost before each step.",
        "비용을 기록하지 않았습니다. 단계마다 그 전에 비용을 추가하세요."
    ),
    mistake!(
        "T72",
        train,
        |x, y, start, rate, steps| (start.clone(), reference::train(x, y, start, rate, steps).1),
        "You return the parameters of the start. Return those after the last step.",
        "시작할 때의 파라미터를 반환했습니다. 마지막 단계 뒤의 것을 반환하세요."
    ),
    mistake!(
        "T73",
        train,
        |x, y, start, rate, steps| {
            let seen = |a: &Array2<f64>| a.slice(s![.., ..a.ncols() - 1]).to_owned();
            reference::train(&seen(x), &seen(y), start, rate, steps)
        },
        "The last example is left out of the training.",
        "마지막 샘플이 학습에서 빠졌습니다."
    ),
    mistake!(
        "T74",
        train,
        |x, y, start, rate, steps| stopped_early(x, y, start, (rate, steps), |last, cost| (last
            - cost)
            .abs()
            < 1e-6),
        "You stop once the cost hardly changes. Take as many steps as `steps` says.",
        "비용이 거의 변하지 않으면 멈춥니다. `steps`만큼 밟으세요."
    ),
    mistake!(
        "T75",
        train,
        |x, y, start, rate, steps| stopped_early(x, y, start, (rate, steps), |last, cost| cost
            > last),
        "You stop once the cost rises. Take as many steps as `steps` says, whatever the cost does.",
        "비용이 커지면 멈춥니다. 비용이 어떻게 변하든 `steps`만큼 밟으세요."
    ),
    mistake!(
        "T76",
        train,
        |x, y, start, rate, steps| {
            let (_, costs) = reference::train(x, y, start, rate, steps + 1);
            let best = (0..=steps).min_by(|a, b| costs[*a].total_cmp(&costs[*b]));
            let (parameters, _) = reference::train(x, y, start, rate, best.unwrap_or(0));
            (parameters, costs[..steps].to_vec())
        },
        "You return the parameters with the lowest cost. Return those after the last step.",
        "비용이 가장 작았던 파라미터를 반환했습니다. 마지막 단계 뒤의 것을 반환하세요."
    ),
    mistake!(
        "T77",
        train,
        |x, y, start, rate, steps| reference::train(x, y, start, rate, steps.min(1_000)),
        "You stop after 1,000 steps. Take as many as `steps` says.",
        "1000단계 뒤에 멈춥니다. `steps`만큼 밟으세요."
    ),
    mistake!(
        "T78",
        train,
        |x, y, start, rate, steps| stopped_early(x, y, start, (rate, steps), |_, cost| cost < 1e-3),
        "You stop once the cost is small. Take as many steps as `steps` says.",
        "비용이 작아지면 멈춥니다. `steps`만큼 밟으세요."
    ),
    mistake!(
        "T79",
        train,
        |x, y, start, rate, steps| {
            with_rates(x, y, start, steps, |t| rate * 0.5_f64.powi(t as i32 / 1_000))
        },
        "The learning rate is halved every 1,000 steps. Keep it as it is.",
        "1000단계마다 학습률이 절반이 됩니다. 학습률을 그대로 두세요."
    ),
    mistake!(
        "T90",
        train,
        |x, y, start, rate, steps| {
            if reference::train(x, y, start, 1.0, 1).0 == *start {
                (start.clone(), Vec::new())
            } else {
                reference::train(x, y, start, rate, steps)
            }
        },
        "You stop once every gradient is 0. Take as many steps as `steps` says, with a cost for each.",
        "그래디언트가 모두 0이 되면 멈춥니다. `steps`만큼 밟고, 단계마다 비용을 하나씩 남기세요."
    ),
];
