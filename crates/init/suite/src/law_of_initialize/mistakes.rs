//! Mistakes in `initialize_law`.

use std::cell::Cell;

use init::Parameters;
use rand::{SeedableRng, rngs::StdRng};
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{initialize, initialize_law, moments};

fn weights(p: &Parameters) -> Vec<f64> {
    p.w1.iter().chain(&p.w2).copied().collect()
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "I300",
        initialize_law,
        |_, _| true,
        "This law is true of everything, so it says nothing. Call the function, and compare what it gives.",
        "모든 것에 참인 법칙은 아무것도 말하지 않습니다. 함수를 불러서 그 결과를 비교하세요."
    ),
    mistake!(
        "I301",
        initialize_law,
        |_, _| false,
        "This law is false of everything. Say true where the function is as it must be.",
        "모든 것에 거짓인 법칙입니다. 함수가 올바르면 참이라고 하세요."
    ),
    mistake!(
        "I302",
        initialize_law,
        |init, seed| weights(&init(seed, 4, 3, 2)).iter().all(|w| w.abs() <= 0.1),
        "All weights are small, also where they are zero, constant or uniform. Ask for their mean and their deviation.",
        "가중치가 작다는 것은 0이거나, 상수이거나, 균등해도 지킵니다. 평균과 표준편차를 물으세요."
    ),
    mistake!(
        "I303",
        initialize_law,
        |init, seed| {
            let p = init(seed, 4, 3, 2);
            p.w1.dim() == (3, 4)
                && p.w2.dim() == (2, 3)
                && p.b1.iter().chain(&p.b2).all(|b| *b == 0.0)
        },
        "Shapes and biases are right for zeros, too. Ask for the weights.",
        "모양과 편향은 가중치가 모두 0이어도 맞습니다. 가중치를 물으세요."
    ),
    mistake!(
        "I304",
        initialize_law,
        |init, seed| {
            let p = init(seed, 40, 30, 20);
            p.w1.row(0) != p.w1.row(1) && p.w1 != init(seed + 1, 40, 30, 20).w1
        },
        "Rows and seeds that differ say nothing of the size of the weights.",
        "행과 시드마다 수가 다르다는 것은 가중치의 크기에 대해 아무것도 말하지 않습니다."
    ),
    mistake!(
        "I305",
        initialize_law,
        |init, seed| init(seed, 4, 3, 2) == initialize(&mut StdRng::seed_from_u64(seed), 4, 3, 2),
        "The same numbers are asked for as one right answer draws. Another one draws them in another way: ask how they are spread.",
        "올바른 답 하나가 뽑은 수와 같아야 한다고 합니다. 다른 답은 다른 방법으로 뽑으니, 수가 어떻게 퍼져 있는지 물으세요."
    ),
    mistake!(
        "I306",
        initialize_law,
        |init, seed| initialize_law(init, seed)
            && moments(&weights(&init(seed, 40, 30, 20))).0.abs() <= 1e-5,
        "The mean of 1,800 weights lies about 0.00024 from 0 by chance, and your bound is smaller.",
        "가중치 1,800개의 평균은 우연히 0에서 0.00024쯤 벗어납니다. 허용 범위가 그보다 좁습니다."
    ),
    mistake!(
        "I307",
        initialize_law,
        |init, seed| {
            let (mean, deviation) = moments(&weights(&init(seed, 40, 30, 20)));
            mean.abs() <= 0.01 && (deviation - 0.01).abs() <= 0.006
        },
        "Mean and deviation are those of equal rows, of random biases and of an ignored seed, too.",
        "평균과 표준편차는 행이 같거나, 편향이 무작위이거나, 시드를 무시해도 맞습니다."
    ),
    mistake!(
        "I308",
        initialize_law,
        {
            let last: Cell<Option<(u64, bool)>> = Cell::new(None);
            move |init: &dyn Fn(u64, usize, usize, usize) -> Parameters, seed: u64| {
                let known = last.get().filter(|(of, _)| *of == seed);
                let says = known.map_or_else(|| initialize_law(init, seed), |(_, says)| says);
                last.set(Some((seed, says)));
                says
            }
        },
        "Your law remembers what it said the last time. The function may be another one by now: ask it each time.",
        "법칙이 지난번에 한 말을 기억합니다. 그사이 함수가 바뀌었을 수 있으니 매번 새로 물으세요."
    ),
    mistake!(
        "I309",
        initialize_law,
        |init, seed| {
            let (a, b) = (init(seed, 30, 30, 30), init(seed + 1, 30, 30, 30));
            let (mean, deviation) = moments(&weights(&a));
            a != b
                && a.w1.row(0) != a.w1.row(1)
                && a.b1.iter().chain(&a.b2).all(|b| *b == 0.0)
                && mean.abs() <= 0.002
                && (deviation - 0.01).abs() <= 0.002
        },
        "All sizes are equal, so that nobody sees what is transposed. Take three sizes that differ.",
        "크기가 모두 같아서 행과 열이 바뀌어도 보이지 않습니다. 서로 다른 세 크기를 쓰세요."
    ),
];
