//! Mistakes in `cost_law`.

use std::cell::RefCell;

use ndarray::{Array2, Axis, concatenate, s};
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{cost as right, cost_law};

fn first(a: &Array2<f64>) -> Array2<f64> {
    a.slice(s![.., ..1]).to_owned()
}

fn twice(a: &Array2<f64>) -> Array2<f64> {
    concatenate(Axis(1), &[a.view(), a.view()]).expect("it fits itself")
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "C200",
        cost_law,
        |_, _, _| true,
        "This law is true of everything, so it says nothing. Call the function, and compare what it gives.",
        "모든 것에 참인 법칙은 아무것도 말하지 않습니다. 함수를 불러서 그 결과를 비교하세요."
    ),
    mistake!(
        "C201",
        cost_law,
        |_, _, _| false,
        "This law is false of everything. Say true where the function is as it must be.",
        "모든 것에 거짓인 법칙입니다. 함수가 올바르면 참이라고 하세요."
    ),
    mistake!(
        "C202",
        cost_law,
        |cost, a2, y| (cost(a2, y) - right(a2, y)).abs() <= 100.0,
        "The tolerance hides everything: a cost is seldom larger than 20. 1e-6 is room enough.",
        "허용 오차가 모든 것을 가립니다. 비용은 20을 넘는 일이 드뭅니다. 1e-6이면 넉넉합니다."
    ),
    mistake!(
        "C203",
        cost_law,
        |cost, a2, y| cost(a2, y) >= 0.0
            && (cost(&twice(a2), &twice(y)) - cost(a2, y)).abs() <= 1e-9,
        "Not negative, and the same for data that stand twice: so is the squared error, and the cost of exchanged labels. Ask for the value somewhere.",
        "음수가 아니고 데이터를 두 번 넣어도 같다는 것은 제곱 오차도, 레이블이 바뀐 비용도 지킵니다. 어딘가에서는 값을 물으세요."
    ),
    mistake!(
        "C204",
        cost_law,
        |cost, a2, y| (cost(&first(a2), &first(y)) - right(&first(a2), &first(y))).abs() <= 1e-6,
        "Only one example is looked at, and of one example the sum is the mean.",
        "샘플 하나만 봅니다. 샘플이 하나이면 합이 곧 평균입니다."
    ),
    mistake!(
        "C205",
        cost_law,
        |cost, a2, y| cost(a2, y) == right(a2, y),
        "`==` asks for the same bits. Right answers add up in different orders: compare with a tolerance.",
        "`==`은 비트까지 같은지를 봅니다. 올바른 답도 더하는 순서가 다르니 허용 오차를 두세요."
    ),
    mistake!(
        "C206",
        cost_law,
        |cost, a2, y| (cost(a2, y) - right(a2, y) / y.nrows() as f64).abs() <= 1e-6,
        "Your law averages over the outputs, too. The cost adds the outputs up and averages the examples.",
        "법칙이 출력에 대해서도 평균을 냅니다. 비용은 출력을 더하고 샘플에 대해 평균을 냅니다."
    ),
    mistake!(
        "C207",
        cost_law,
        {
            let last: RefCell<Option<(Array2<f64>, Array2<f64>, bool)>> = RefCell::new(None);
            move |cost: &dyn Fn(&Array2<f64>, &Array2<f64>) -> f64,
                  a2: &Array2<f64>,
                  y: &Array2<f64>| {
                let known = last.borrow().clone().filter(|(a, b, _)| a == a2 && b == y);
                let says = known.map_or_else(|| cost_law(cost, a2, y), |(.., says)| says);
                last.replace(Some((a2.clone(), y.clone(), says)));
                says
            }
        },
        "Your law remembers what it said the last time. The function may be another one by now: ask it each time.",
        "법칙이 지난번에 한 말을 기억합니다. 그사이 함수가 바뀌었을 수 있으니 매번 새로 물으세요."
    ),
];
