//! Mistakes in `train_law`.

use std::cell::RefCell;

use init::Parameters;
use ndarray::Array2;
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{are_near, train as right, train_law};

fn falls(costs: &[f64]) -> bool {
    costs.windows(2).all(|pair| pair[1] <= pair[0] + 1e-12)
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "T200",
        train_law,
        |_, _, _, _| true,
        "This law is true of everything, so it says nothing. Call the function, and compare what it gives.",
        "모든 것에 참인 법칙은 아무것도 말하지 않습니다. 함수를 불러서 그 결과를 비교하세요."
    ),
    mistake!(
        "T201",
        train_law,
        |_, _, _, _| false,
        "This law is false of everything. Say true where the function is as it must be.",
        "모든 것에 거짓인 법칙입니다. 함수가 올바르면 참이라고 하세요."
    ),
    mistake!(
        "T202",
        train_law,
        |train, x, y, start| falls(&train(x, y, start, 0.01, 10).1),
        "That the cost falls is kept by many a wrong training: from another start, with another rate, with biases that stand still. Compare the parameters.",
        "비용이 줄어든다는 것은 다른 시작값, 다른 학습률, 움직이지 않는 편향으로도 지킬 수 있습니다. 파라미터를 비교하세요."
    ),
    mistake!(
        "T203",
        train_law,
        |train, x, y, start| {
            let costs = train(x, y, start, 0.3, 5).1;
            costs.first().is_some_and(|cost| (cost - right(x, y, start, 0.3, 5).1[0]).abs() <= 1e-9)
        },
        "Only the first cost is looked at, which comes before any step.",
        "첫 번째 비용만 봅니다. 아직 한 단계도 가기 전의 비용입니다."
    ),
    mistake!(
        "T204",
        train_law,
        |train, x, y, start| {
            let (got, want) = (train(x, y, start, 1.2, 3), right(x, y, start, 1.2, 3));
            are_near(&got.0, &want.0, 1e-7)
                && got.1.len() == 3
                && got.1.iter().zip(&want.1).all(|(got, want)| (got - want).abs() <= 1e-7)
        },
        "The rate is 1.2 each time, as it may stand in the code that is judged. Ask at another rate, too.",
        "학습률이 늘 1.2인데, 검사받는 코드에 그 값이 적혀 있을 수 있습니다. 다른 학습률에서도 물으세요."
    ),
    mistake!(
        "T205",
        train_law,
        |train, x, y, start| train(x, y, start, 0.5, 8) == right(x, y, start, 0.5, 8),
        "`==` asks for the same bits. Right answers add up in different orders: compare with a tolerance.",
        "`==`은 비트까지 같은지를 봅니다. 올바른 답도 더하는 순서가 다르니 허용 오차를 두세요."
    ),
    mistake!(
        "T206",
        train_law,
        |train, x, y, start| train_law(train, x, y, start)
            && falls(&train(x, y, start, 20.0, 30).1),
        "At a rate of 20 the cost of right training may rise. Ask for what descent promises: small steps.",
        "학습률이 20이면 올바른 학습에서도 비용이 커질 수 있습니다. 경사 하강법이 약속하는 것은 작은 단계에서뿐입니다."
    ),
    mistake!(
        "T207",
        train_law,
        {
            let last: RefCell<Option<(Parameters, Array2<f64>, bool)>> = RefCell::new(None);
            move |train: &dyn Fn(
                &Array2<f64>,
                &Array2<f64>,
                &Parameters,
                f64,
                usize,
            ) -> (Parameters, Vec<f64>),
                  x: &Array2<f64>,
                  y: &Array2<f64>,
                  start: &Parameters| {
                let known = last.borrow().clone().filter(|(p, a, _)| p == start && a == x);
                let says = known.map_or_else(|| train_law(train, x, y, start), |(.., says)| says);
                last.replace(Some((start.clone(), x.clone(), says)));
                says
            }
        },
        "Your law remembers what it said the last time. The function may be another one by now: ask it each time.",
        "법칙이 지난번에 한 말을 기억합니다. 그사이 함수가 바뀌었을 수 있으니 매번 새로 물으세요."
    ),
];
