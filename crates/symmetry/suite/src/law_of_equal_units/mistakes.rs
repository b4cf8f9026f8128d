//! Mistakes in `equal_units_law`.

use std::cell::RefCell;

use init::Parameters;
use ndarray::Array2;
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{equal_start, equal_units_law, farthest};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "S160",
        equal_units_law,
        |_, _, _| true,
        "This law is true of everything, so it says nothing. Call the function, and compare what it gives.",
        "모든 것에 참인 법칙은 아무것도 말하지 않습니다. 함수를 불러서 그 결과를 비교하세요."
    ),
    mistake!(
        "S161",
        equal_units_law,
        |_, _, _| false,
        "This law is false of everything. Say true where the function is as it must be.",
        "모든 것에 거짓인 법칙입니다. 함수가 올바르면 참이라고 하세요."
    ),
    mistake!(
        "S162",
        equal_units_law,
        |step, x, y| farthest(&step(&equal_start(x, y), x, y)) <= 10.0,
        "The tolerance hides everything: a step moves a weight by less than 1. Rounding is about 1e-16; 1e-9 is room enough.",
        "허용 오차가 모든 것을 가립니다. 한 단계에 가중치는 1보다 적게 움직입니다. 반올림 오차는 1e-16쯤이므로 1e-9면 넉넉합니다."
    ),
    mistake!(
        "S163",
        equal_units_law,
        |step, x, y| {
            let start = equal_start(x, y);
            let start = Parameters {
                w1: 0.0 * start.w1,
                b1: 0.0 * start.b1,
                w2: 0.0 * start.w2,
                b2: start.b2,
            };
            farthest(&step(&start, x, y)) <= 1e-9
        },
        "From zeros no weight moves, so that a unit that is left out cannot be told. Start from equal units that are not 0.",
        "0에서 시작하면 가중치가 움직이지 않으므로 빠진 유닛을 가려낼 수 없습니다. 0이 아닌 같은 유닛에서 시작하세요."
    ),
    mistake!(
        "S164",
        equal_units_law,
        |step, x, y| {
            let new = step(&equal_start(x, y), x, y);
            new.w2
                .columns()
                .into_iter()
                .all(|column| (&column - &new.w2.column(0)).iter().all(|gap| gap.abs() <= 1e-9))
        },
        "Only the columns of w2 are compared. To a unit belong its row of w1 and its bias, too.",
        "w2의 열만 비교합니다. 유닛에는 w1의 행과 편향도 딸려 있습니다."
    ),
    mistake!(
        "S165",
        equal_units_law,
        |step, x, y| {
            let mut p = equal_start(x, y);
            (0..3).all(|_| {
                p = step(&p, x, y);
                farthest(&p) == 0.0
            })
        },
        "The same bits are asked for. A right step may add up in another order for another unit: compare with a tolerance.",
        "비트까지 같아야 한다고 합니다. 올바른 단계도 유닛마다 더하는 순서가 다를 수 있으니 허용 오차를 두세요."
    ),
    mistake!(
        "S166",
        equal_units_law,
        |step, x, y| {
            let start = equal_start(x, y);
            step(&start, x, y) == start
        },
        "The step is compared with its start. Units shall stay equal to each other, not stand still.",
        "단계를 시작과 비교합니다. 유닛은 서로 같게 남아야지 제자리에 있어야 하는 것이 아닙니다."
    ),
    mistake!(
        "S167",
        equal_units_law,
        {
            let last: RefCell<Option<(Array2<f64>, Array2<f64>, bool)>> = RefCell::new(None);
            move |step: &dyn Fn(&Parameters, &Array2<f64>, &Array2<f64>) -> Parameters,
                  x: &Array2<f64>,
                  y: &Array2<f64>| {
                let known = last.borrow().clone().filter(|(a, b, _)| a == x && b == y);
                let says = known.map_or_else(|| equal_units_law(step, x, y), |(.., says)| says);
                last.replace(Some((x.clone(), y.clone(), says)));
                says
            }
        },
        "Your law remembers what it said the last time. The function may be another one by now: ask it each time.",
        "법칙이 지난번에 한 말을 기억합니다. 그사이 함수가 바뀌었을 수 있으니 매번 새로 물으세요."
    ),
];
