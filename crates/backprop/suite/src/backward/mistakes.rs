//! Mistakes in `backward`, from the output back to the input: those of `output_gradients` and
//! `hidden_gradients`, made once more in the whole, and those that only the whole can have.

use std::borrow::Cow;

use contract::Text;
use init::Parameters;
use ndarray::{Array2, Axis};
use testkit::{Mistake, mistake};

use crate::wrong::{hidden, output, slope};
use crate::{Answers, Cache, Gradients, hidden_gradients, output_gradients, reference};

/// The mistake called `id` in one of the two parts of `backward`.
const fn part(id: &str) -> &'static Mistake<Answers> {
    let catalogues = [output_gradients::mistakes::MISTAKES, hidden_gradients::mistakes::MISTAKES];
    let mut i = 0;
    while i < catalogues.len() {
        let mut j = 0;
        while j < catalogues[i].len() {
            if is_same(catalogues[i][j].id, id) {
                return &catalogues[i][j];
            }
            j += 1;
        }
        i += 1;
    }
    panic!("no part of `backward` has such a mistake")
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// The words of a mistake once more.
const fn words(mistake: &Mistake<Answers>) -> Text {
    match (&mistake.hint.en, &mistake.hint.ko) {
        (Cow::Borrowed(en), Cow::Borrowed(ko)) => Text::fixed(en, ko),
        _ => panic!("the words of a catalogue are constants"),
    }
}

/// `backward` put together from its two parts, with these mistakes in them.
fn assembled(
    mistakes: &[&Mistake<Answers>],
) -> impl Fn(&Parameters, &Cache, &Array2<f64>, &Array2<f64>) -> Gradients + use<> {
    let mut parts = reference::answers();
    for mistake in mistakes {
        (mistake.plant)(&mut parts);
    }
    move |p, cache, x, y| {
        let (dz2, dw2, db2) = (parts.output_gradients)(cache, y);
        let (dw1, db1) = (parts.hidden_gradients)(p, cache, x, &dz2);
        Gradients { dw1, db1, dw2, db2 }
    }
}

/// A mistake of one part or of both, made in `backward`: with the words of the first, or its own.
macro_rules! in_backward {
    ($id:literal, [$first:literal $(, $other:literal)?]) => {
        in_backward!(@ $id, [$first $(, $other)?], words(part($first)))
    };
    ($id:literal, [$first:literal $(, $other:literal)?], $en:literal, $ko:literal) => {
        in_backward!(@ $id, [$first $(, $other)?], Text::fixed($en, $ko))
    };
    (@ $id:literal, [$first:literal $(, $other:literal)?], $hint:expr) => {
        Mistake {
            id: $id,
            function: "backward",
            code: part($first).code,
            hint: $hint,
            plant: |answers| {
                const PARTS: &[&Mistake<Answers>] = &[part($first) $(, part($other))?];
                answers.backward = crate::fill::backward(assembled(PARTS));
            },
        }
    };
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    in_backward!("B01", ["B50"]),
    in_backward!("B02", ["B51"]),
    in_backward!("B14", ["B58"]),
    mistake!(
        "B16",
        backward,
        |p, cache, x, y| {
            let m = y.ncols() as f64;
            let dz2 = &cache.a2 - y;
            let dz1 = p.w2.t().dot(&dz2) * slope(cache);
            let db1 = dz1.sum_axis(Axis(0)).insert_axis(Axis(0)) / m;
            let db2 = dz2.sum_axis(Axis(0)).insert_axis(Axis(0)) / m;
            Gradients { db1, db2, ..reference::backward(p, cache, x, y) }
        },
        "The biases are summed over the units. Examples are columns: Axis(1), then \
         insert_axis(Axis(1)).",
        "편향을 유닛에 대해 더했습니다. 샘플은 열이므로 Axis(1)로 더한 뒤 insert_axis(Axis(1))을 \
         쓰세요."
    ),
    in_backward!(
        "B17",
        ["B57", "B80"],
        "The biases get the sum over everything. There is one bias gradient for each unit.",
        "편향의 그래디언트로 전체 합을 썼습니다. 유닛마다 하나씩이어야 합니다."
    ),
    mistake!(
        "B19",
        backward,
        |p, cache, x, y| {
            let (right, m) = (reference::backward(p, cache, x, y), y.ncols() as f64);
            Gradients { db1: &right.db1 / m, db2: &right.db2 / m, ..right }
        },
        "db1 and db2 are divided by m twice: a mean already divides by m.",
        "db1과 db2를 m으로 두 번 나누었습니다. 평균은 이미 m으로 나눈 것입니다."
    ),
    mistake!(
        "B22",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { dw2: 2.0 * &right.dw2, ..right }
        },
        "dw2 is twice as large as it must be. A gradient check shows such a factor.",
        "dw2가 두 배입니다. 이런 배수는 그래디언트 검사로 드러납니다."
    ),
    in_backward!("B26", ["B54"]),
    in_backward!("B93", ["B70"]),
    in_backward!(
        "B94",
        ["B53", "B76"],
        "The gradients are sums over the examples; the cost is a mean, so divide them by m.",
        "그래디언트가 샘플에 대한 합입니다. 비용은 평균이므로 m으로 나누세요."
    ),
    in_backward!(
        "B95",
        ["B55", "B125"],
        "db1 and db2 lack the factor 1/m: they are means over the examples, not sums.",
        "db1과 db2에 1/m이 빠졌습니다. 샘플에 대한 합이 아니라 평균입니다."
    ),
    in_backward!("B97", ["B89", "B60"]),
    mistake!(
        "B98",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { dw1: right.dw1 + 0.01 * &p.w1, dw2: right.dw2 + 0.01 * &p.w2, ..right }
        },
        "A multiple of the weights is added. That is the gradient of a cost with weight decay.",
        "가중치의 배수를 더했습니다. 이는 가중치 감쇠가 있는 비용의 그래디언트입니다."
    ),
    in_backward!(
        "B99",
        ["B62"],
        "You start from the slope in a2. dz2 still needs the factor a2 (1 - a2), which leaves a2 \
         - y.",
        "a2에 대한 그래디언트에서 시작했습니다. dz2는 여기에 a2 (1 - a2)를 곱한 것, 즉 a2 - y입니다."
    ),
    in_backward!("B101", ["B56"]),
    mistake!(
        "B102",
        backward,
        |p, cache, x, y| {
            let (right, m) = (reference::backward(p, cache, x, y), y.ncols() as f64);
            Gradients { dw1: m * &right.dw1, dw2: m * &right.dw2, ..right }
        },
        "dw1 and dw2 lack the factor 1/m: the products add the examples up, the cost averages.",
        "dw1과 dw2에 1/m이 빠졌습니다. 행렬 곱은 샘플들을 더하지만 비용은 평균입니다."
    ),
    mistake!(
        "B103",
        backward,
        |p, cache, x, y| {
            let (right, n_y) = (reference::backward(p, cache, x, y), y.nrows() as f64);
            let (dw1, dw2) = (right.dw1 / n_y, right.dw2 / n_y);
            Gradients { dw1, db1: right.db1 / n_y, dw2, db2: right.db2 / n_y }
        },
        "The gradients are divided by n_y, too. The cost adds the outputs up and averages the \
         examples.",
        "n_y로도 나누었습니다. 비용은 출력은 더하고 샘플에 대해서만 평균을 냅니다."
    ),
    in_backward!("B105", ["B122", "B66"]),
    in_backward!(
        "B106",
        ["B61", "B85"],
        "dw1 and dw2 are transposed: each has the shape of its weights.",
        "dw1과 dw2가 전치되었습니다. 각각 가중치와 모양이 같아야 합니다."
    ),
    in_backward!("B107", ["B69"]),
    mistake!(
        "B109",
        backward,
        |p, cache, x, y| {
            let dz2 = (&cache.a2 - y) * cache.a2.mapv(|a| 1.0 - a * a);
            let (dw1, db1) = reference::hidden_gradients(p, cache, x, &dz2);
            let (_, dw2, db2) = output(cache, dz2);
            Gradients { dw1, db1, dw2, db2 }
        },
        "dz2 carries the slope of tanh. The output has the sigmoid, and its slope cancels: dz2 = \
         a2 - y.",
        "dz2에 tanh의 기울기가 곱해졌습니다. 출력은 시그모이드이고 그 기울기는 약분되어 dz2 = a2 \
         - y입니다."
    ),
    mistake!(
        "B110",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            let clip = |d: &Array2<f64>| d.mapv(|d| d.clamp(-0.5, 0.5));
            let (dw1, dw2) = (clip(&right.dw1), clip(&right.dw2));
            Gradients { dw1, db1: clip(&right.db1), dw2, db2: clip(&right.db2) }
        },
        "Large gradients are cut off. Return them as they are.",
        "큰 그래디언트를 잘라 냈습니다. 있는 그대로 반환하세요."
    ),
    in_backward!("B112", ["B55"]),
    in_backward!(
        "B04",
        ["B77"],
        "dz1 is divided by m, and then dw1 and db1 again. 1/m belongs in dw and db only.",
        "dz1을 m으로 나누고 dw1과 db1을 또 나누었습니다. 1/m은 dw와 db에만 있습니다."
    ),
    in_backward!("B05", ["B72"]),
    in_backward!("B07", ["B73"]),
    in_backward!("B08", ["B84"]),
    in_backward!("B10", ["B74"]),
    mistake!(
        "B11",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            let wrong = Parameters { w2: right.dw2.clone(), ..p.clone() };
            let (dw1, db1) = hidden(&wrong, x, &(&cache.a2 - y), &slope(cache));
            Gradients { dw1, db1, ..right }
        },
        "The error flows back through dw2. It must flow through the weights themselves: w2^T dz2.",
        "오차를 dw2를 따라 되돌렸습니다. 가중치 자체를 따라 w2^T dz2로 되돌려야 합니다."
    ),
    in_backward!("B13", ["B81"]),
    in_backward!("B20", ["B121"]),
    mistake!(
        "B23",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { db1: 4.0 * &right.db1, ..right }
        },
        "db1 is four times as large as it must be. A gradient check shows such a factor.",
        "db1이 네 배입니다. 이런 배수는 그래디언트 검사로 드러납니다."
    ),
    in_backward!("B25", ["B83"]),
    in_backward!("B28", ["B79"]),
    in_backward!("B90", ["B86"]),
    in_backward!("B91", ["B71"]),
    in_backward!("B92", ["B78"]),
    mistake!(
        "B96",
        backward,
        |p, cache, x, y| {
            let mut gradients = reference::backward(p, cache, x, y);
            gradients.dw1.row_mut(0).fill(0.0);
            gradients
        },
        "The first row of dw1 stays 0: a loop over the hidden units begins at 0, not at 1.",
        "dw1의 첫 행이 0으로 남아 있습니다. 은닉 유닛의 반복문은 1이 아니라 0에서 시작합니다."
    ),
    in_backward!("B100", ["B76"]),
    in_backward!(
        "B104",
        ["B87"],
        "dw1 and db1 have the wrong sign, dw2 and db2 the right one: tanh has a positive slope.",
        "dw1과 db1만 부호가 반대입니다. tanh의 기울기는 양수입니다."
    ),
    in_backward!(
        "B108",
        ["B88"],
        "w2 must be transposed on the way back: `parameters.w2.t().dot(&dz2)`.",
        "되돌아갈 때는 w2를 전치해야 합니다. `parameters.w2.t().dot(&dz2)`입니다."
    ),
    in_backward!("B111", ["B125"]),
    mistake!(
        "B127",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { dw1: right.dw1.mapv(|d| d * y.ncols() as f64), ..right }
        },
        "dw1 lacks the factor 1/m: it is an average over the examples, not the sum.",
        "dw1에 1/m이 빠졌습니다. 합이 아니라 샘플에 대한 평균입니다."
    ),
    in_backward!(
        "B128",
        ["B124", "B126"],
        "db1 and db2 are rows. Biases are columns: `insert_axis(Axis(1))` after the sum.",
        "db1과 db2가 행입니다. 편향은 열입니다. 합한 뒤 `insert_axis(Axis(1))`을 쓰세요."
    ),
];
