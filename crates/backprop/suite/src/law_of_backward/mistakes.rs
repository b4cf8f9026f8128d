//! Mistakes in `backward_law` and `draw_network`.

use std::cell::RefCell;

use init::Parameters;
use ndarray::Array2;
use rand::RngExt;
use testkit::{Mistake, mistake};

use crate::reference::{
    self, backward_law, cost_from_logits, forward, logits, near, numerical_gradient, update,
};
use crate::{Answers, Cache, Gradients};

fn cost(p: &Parameters, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
    cost_from_logits(&logits(p, x), y)
}

/// What `backward` gives for a real cache, and what is right.
fn both(
    backward: &dyn Fn(&Parameters, &Cache, &Array2<f64>, &Array2<f64>) -> Gradients,
    p: &Parameters,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> (Gradients, Gradients) {
    let cache = forward(p, x);
    (backward(p, &cache, x, y), reference::backward(p, &cache, x, y))
}

fn pairs<'g>(got: &'g Gradients, want: &'g Gradients) -> [(&'g Array2<f64>, &'g Array2<f64>); 4] {
    [(&got.dw1, &want.dw1), (&got.db1, &want.db1), (&got.dw2, &want.dw2), (&got.db2, &want.db2)]
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "B300",
        backward_law,
        |_, _, _, _| true,
        "This law is true of everything, so it says nothing. Call the function, and compare what it gives.",
        "모든 것에 참인 법칙은 아무것도 말하지 않습니다. 함수를 불러서 그 결과를 비교하세요."
    ),
    mistake!(
        "B301",
        backward_law,
        |_, _, _, _| false,
        "This law is false of everything. Say true where the function is as it must be.",
        "모든 것에 거짓인 법칙입니다. 함수가 올바르면 참이라고 하세요."
    ),
    mistake!(
        "B302",
        backward_law,
        |backward, p, x, y| {
            let (got, want) = both(backward, p, x, y);
            pairs(&got, &want)
                .iter()
                .all(|(got, want)| got.dim() == want.dim() && near(got, want, 100.0))
        },
        "The tolerance hides everything: gradients are seldom larger than 2. A gradient check is right to 1e-8.",
        "허용 오차가 모든 것을 가립니다. 그래디언트는 2를 넘는 일이 드뭅니다. 그래디언트 검사는 1e-8까지 맞습니다."
    ),
    mistake!(
        "B303",
        backward_law,
        |backward, p, x, y| {
            let (got, _) = both(backward, p, x, y);
            got.dw1.dim() == p.w1.dim()
                && got.db1.dim() == p.b1.dim()
                && got.dw2.dim() == p.w2.dim()
                && got.db2.dim() == p.b2.dim()
        },
        "Only the shapes are looked at. Compare the numbers with what the cost rises by.",
        "모양만 봅니다. 수를 비용이 올라가는 정도와 비교하세요."
    ),
    mistake!(
        "B304",
        backward_law,
        |backward, p, x, y| {
            let (got, _) = both(backward, p, x, y);
            cost(&update(p, &got, 1e-4), x, y) <= cost(p, x, y) + 1e-12
        },
        "That the cost falls is kept by twice the gradients, by sums, and by those of half the parameters. Compare each number.",
        "비용이 줄어든다는 것은 그래디언트의 두 배도, 합도, 파라미터의 절반만 움직이는 것도 지킵니다. 수 하나하나를 비교하세요."
    ),
    mistake!(
        "B305",
        backward_law,
        |backward, p, x, y| {
            let (got, want) = both(backward, p, x, y);
            near(&got.dw2, &want.dw2, 1e-9) && near(&got.db2, &want.db2, 1e-9)
        },
        "Only the output layer is looked at. The hidden layer is where most goes wrong.",
        "출력층만 봅니다. 틀리는 곳은 대부분 은닉층입니다."
    ),
    mistake!(
        "B306",
        backward_law,
        |backward, p, x, y| {
            let (got, _) = both(backward, p, x, y);
            let want = numerical_gradient(&|p| cost(p, x, y), p, 1e-3);
            pairs(&got, &want).iter().all(|(got, want)| near(got, want, 1e-12))
        },
        "A central difference is off by the square of its step, and your tolerance is smaller. 1e-7 goes with a step of 1e-5.",
        "중심 차분의 오차는 간격의 제곱만큼인데 허용 오차가 그보다 작습니다. 간격이 1e-5이면 1e-7이 알맞습니다."
    ),
    mistake!(
        "B307",
        backward_law,
        |backward, p, x, y| {
            let (got, want) = both(backward, p, x, y);
            let factor = x.ncols() as f64 / x.nrows() as f64;
            pairs(&got, &want).iter().all(|(got, want)| near(got, &(*want * factor), 1e-9))
        },
        "Your law divides by the number of inputs. m is the number of columns of x.",
        "법칙이 입력의 수로 나눕니다. m은 x의 열의 수입니다."
    ),
    mistake!(
        "B308",
        backward_law,
        {
            let last: RefCell<Option<(Parameters, Array2<f64>, bool)>> = RefCell::new(None);
            move |backward: &dyn Fn(
                &Parameters,
                &Cache,
                &Array2<f64>,
                &Array2<f64>,
            ) -> Gradients,
                  p: &Parameters,
                  x: &Array2<f64>,
                  y: &Array2<f64>| {
                let known = last.borrow().clone().filter(|(q, a, _)| q == p && a == x);
                let says = known.map_or_else(|| backward_law(backward, p, x, y), |(.., says)| says);
                last.replace(Some((p.clone(), x.clone(), says)));
                says
            }
        },
        "Your law remembers what it said the last time. The function may be another one by now: ask it each time.",
        "법칙이 지난번에 한 말을 기억합니다. 그사이 함수가 바뀌었을 수 있으니 매번 새로 물으세요."
    ),
    mistake!(
        "B309",
        backward_law,
        |backward, p, x, y| {
            let (got, want) = both(backward, p, x, y);
            pairs(&got, &want)
                .iter()
                .all(|(got, want)| near(&got.mapv(f64::abs), &want.mapv(f64::abs), 1e-9))
        },
        "Only the sizes are compared, so that uphill passes for downhill.",
        "크기만 비교하므로 오르막도 내리막으로 통합니다."
    ),
    mistake!(
        "B311",
        draw_network,
        |rng| {
            let (p, x, y) = reference::draw_network(rng);
            (
                p,
                x.column(0).to_owned().insert_axis(ndarray::Axis(1)),
                y.column(0).to_owned().insert_axis(ndarray::Axis(1)),
            )
        },
        "All data have one example, where the sum is the mean.",
        "샘플이 모두 하나뿐입니다. 그러면 합이 곧 평균입니다."
    ),
    mistake!(
        "B312",
        draw_network,
        |rng| {
            let (p, x, y) = reference::draw_network(rng);
            let first = |a: &Array2<f64>| a.row(0).to_owned().insert_axis(ndarray::Axis(0));
            (Parameters { w2: first(&p.w2), b2: first(&p.b2), ..p }, x, first(&y))
        },
        "All networks have one output, so that nobody sees whether the others are followed back.",
        "출력이 모두 하나뿐이라서 다른 출력도 따라가는지 볼 수 없습니다."
    ),
    mistake!(
        "B313",
        draw_network,
        |rng| {
            let (p, x, y) = reference::draw_network(rng);
            (Parameters { w1: 0.0 * p.w1, b1: 0.0 * p.b1, w2: 0.0 * p.w2, b2: 0.0 * p.b2 }, x, y)
        },
        "All parameters are 0, and with them the gradients of the hidden layer.",
        "파라미터가 모두 0이고, 은닉층의 그래디언트도 모두 0입니다."
    ),
    mistake!(
        "B314",
        draw_network,
        |rng| {
            let (p, _, y) = reference::draw_network(rng);
            let x = Array2::ones((p.w1.ncols() + 1, y.ncols()));
            (p, x, y)
        },
        "x has another number of rows than w1 has columns: both are n_x.",
        "x의 행의 수가 w1의 열의 수와 다릅니다. 둘 다 n_x입니다."
    ),
    mistake!(
        "B315",
        draw_network,
        |rng| {
            let (p, x, y) = reference::draw_network(rng);
            (p, x, 2.0 * y - 1.0)
        },
        "The labels are -1 and 1; they must be 0 and 1.",
        "레이블이 -1과 1입니다. 0과 1이어야 합니다."
    ),
    mistake!(
        "B316",
        draw_network,
        |rng| {
            let (p, x, y) = reference::draw_network(rng);
            (p, Array2::zeros((x.nrows(), 0)), Array2::zeros((y.nrows(), 0)))
        },
        "There are no examples.",
        "샘플이 없습니다."
    ),
    mistake!(
        "B317",
        draw_network,
        |rng| {
            let (p, x, y) = reference::draw_network(rng);
            let by: f64 = if rng.random() { 1.0 } else { 1.0 / 0.0 };
            (Parameters { w1: by * p.w1, ..p }, x, y)
        },
        "Some weights are infinite.",
        "무한대인 가중치가 있습니다."
    ),
];
