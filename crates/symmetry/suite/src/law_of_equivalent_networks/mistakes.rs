//! Mistakes in `permute_law`.

use std::cell::RefCell;

use init::Parameters;
use ndarray::Array2;
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{self, outputs};

fn near(got: &Array2<f64>, want: &Array2<f64>) -> bool {
    got.dim() == want.dim() && got.iter().zip(want).all(|(got, want)| (got - want).abs() <= 1e-9)
}

/// Whether the outputs are the same.
fn keeps_outputs(new: &Parameters, old: &Parameters, x: &Array2<f64>) -> bool {
    near(&outputs(new, x), &outputs(old, x))
}

fn inverse(order: &[usize]) -> Vec<usize> {
    let mut inverse = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, old)| inverse[*old] = new);
    inverse
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "S180",
        permute_law,
        |_, _, _, _| true,
        "This law is true of everything, so it says nothing. Call the function, and compare what it gives.",
        "모든 것에 참인 법칙은 아무것도 말하지 않습니다. 함수를 불러서 그 결과를 비교하세요."
    ),
    mistake!(
        "S181",
        permute_law,
        |_, _, _, _| false,
        "This law is false of everything. Say true where the function is as it must be.",
        "모든 것에 거짓인 법칙입니다. 함수가 올바르면 참이라고 하세요."
    ),
    mistake!(
        "S182",
        permute_law,
        |permute, p, order, x| keeps_outputs(&permute(p, order), p, x),
        "The outputs are unchanged by any order of the units, also by the inverse one and by none. Ask where the units stand, too.",
        "유닛의 순서를 어떻게 바꾸어도 출력은 그대로입니다. 역순열도, 그대로 둔 것도 그렇습니다. 유닛이 어디에 있는지도 물으세요."
    ),
    mistake!(
        "S183",
        permute_law,
        |permute, p, order, _| near(&permute(&permute(p, order), &inverse(order)).w1, &p.w1)
            && permute(&permute(p, order), &inverse(order)) == *p,
        "There and back again is kept by whoever leaves something where it was. Look at the network in between.",
        "옮겼다가 되돌리면 원래대로라는 것은 무언가를 그대로 둔 답도 지킵니다. 그 사이의 신경망을 보세요."
    ),
    mistake!(
        "S184",
        permute_law,
        |permute, p, order, _| near(&permute(p, order).w1, &reference::permute_units(p, order).w1),
        "Only the rows of w1 are looked at. To a unit belong its bias and its column of w2, too.",
        "w1의 행만 봅니다. 유닛에는 편향과 w2의 열도 딸려 있습니다."
    ),
    mistake!(
        "S185",
        permute_law,
        |permute, p, order, x| {
            let new = permute(p, order);
            keeps_outputs(&new, p, x) && new.w1.row(0) == p.w1.row(order[0])
        },
        "Only the first unit is looked at. Two units that change places can put it right.",
        "첫 번째 유닛만 봅니다. 두 유닛만 서로 바꾸어도 첫 자리는 맞습니다."
    ),
    mistake!(
        "S186",
        permute_law,
        |permute, p, order, _| {
            let new = permute(p, order);
            order.iter().enumerate().all(|(i, old)| new.w1.row(*old) == p.w1.row(i))
        },
        "New and old are exchanged: new unit i is old unit order[i], not the other way round.",
        "새것과 옛것이 바뀌었습니다. 새 유닛 i가 원래의 유닛 order[i]입니다. 그 반대가 아닙니다."
    ),
    mistake!(
        "S187",
        permute_law,
        {
            let last: RefCell<Option<(Parameters, Vec<usize>, bool)>> = RefCell::new(None);
            move |permute: &dyn Fn(&Parameters, &[usize]) -> Parameters,
                  p: &Parameters,
                  order: &[usize],
                  _: &Array2<f64>| {
                let known = last.borrow().clone().filter(|(q, o, _)| q == p && o == order);
                let says = known.map_or_else(
                    || permute(p, order) == reference::permute_units(p, order),
                    |(.., says)| says,
                );
                last.replace(Some((p.clone(), order.to_vec(), says)));
                says
            }
        },
        "Your law remembers what it said the last time. The function may be another one by now: ask it each time.",
        "법칙이 지난번에 한 말을 기억합니다. 그사이 함수가 바뀌었을 수 있으니 매번 새로 물으세요."
    ),
];
