//! Mistakes in `forward_parallel`: what goes wrong when work is shared out and put together.

use std::cell::RefCell;

use ndarray::Array2;
use testkit::{Mistake, mistake};

use crate::reference::{forward, value};
use crate::{Activation, Answers};

/// Applies `work` to the entries as one row of numbers.
fn in_a_row(z: &Array2<f64>, work: impl Fn(&mut [f64])) -> Array2<f64> {
    let mut numbers: Vec<f64> = z.iter().copied().collect();
    work(&mut numbers);
    Array2::from_shape_vec(z.dim(), numbers).expect("as many numbers as before")
}

fn apply(activation: Activation, numbers: &mut [f64]) {
    numbers.iter_mut().for_each(|z| *z = value(activation, *z));
}

/// The first `done` entries are computed; the others stay as they were.
fn the_first(done: usize, activation: Activation, z: &Array2<f64>) -> Array2<f64> {
    in_a_row(z, |numbers| {
        let done = done.min(numbers.len());
        apply(activation, &mut numbers[..done]);
    })
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A200",
        forward_parallel,
        |activation, z| the_first(z.len() / 4 * 4, activation, z),
        "The last entries stay as they were: when the number of shares does not divide the number \
         of entries, the last share is longer, or there is one more.",
        "마지막 원소들이 그대로 남았습니다. 원소 수가 몫의 수로 나누어떨어지지 않으면 마지막 몫이 \
         더 길거나 몫이 하나 더 있어야 합니다."
    ),
    mistake!(
        "A201",
        forward_parallel,
        |activation, z| in_a_row(z, |numbers| {
            apply(activation, numbers);
            let half = numbers.len() / 2;
            numbers.rotate_left(half);
        }),
        "The shares are put together in the wrong order, as when they are collected in the order \
         in which threads finish.",
        "몫들이 틀린 순서로 합쳐졌습니다. 스레드가 끝난 순서로 모으면 이렇게 됩니다."
    ),
    mistake!(
        "A202",
        forward_parallel,
        |activation, z| in_a_row(z, |numbers| {
            let half = numbers.len() / 2;
            apply(activation, &mut numbers[..half]);
        }),
        "Only the first half is computed: every share must be worked on.",
        "앞쪽 절반만 계산했습니다. 모든 몫을 계산해야 합니다."
    ),
    mistake!(
        "A203",
        forward_parallel,
        |activation, z| {
            let mut a = z.clone();
            apply(activation, a.as_slice_mut().expect("rows in order"));
            a
        },
        "`as_slice_mut` works only when the rows lie in memory one after the other. Bring z into \
         that layout first, with `as_standard_layout`, or use ndarray's own parallel functions.",
        "`as_slice_mut`은 행들이 메모리에 차례로 있을 때만 됩니다. 먼저 `as_standard_layout`으로 \
         배치를 바꾸거나 ndarray의 병렬 함수를 쓰세요."
    ),
    mistake!(
        "A204",
        forward_parallel,
        |activation, z| {
            let mut numbers = z.as_slice_memory_order().expect("no gaps").to_vec();
            apply(activation, &mut numbers);
            Array2::from_shape_vec(z.dim(), numbers).expect("as many numbers as before")
        },
        "The numbers are taken as they lie in memory, which is not row by row after \
         `reversed_axes`. Use `as_standard_layout` first.",
        "숫자를 메모리에 놓인 순서로 읽었습니다. `reversed_axes` 뒤에는 행 순서가 아닙니다. 먼저 \
         `as_standard_layout`을 쓰세요."
    ),
    mistake!(
        "A205",
        forward_parallel,
        |activation, z| {
            let mut numbers: Vec<f64> = z.iter().copied().collect();
            apply(activation, &mut numbers);
            Array2::from_shape_vec((1, z.len()), numbers).expect("as many numbers as before")
        },
        "The result is one long row: give it the shape of z again.",
        "결과가 긴 행 하나가 되었습니다. 다시 z의 모양으로 만드세요."
    ),
    mistake!(
        "A206",
        forward_parallel,
        |activation, z| in_a_row(z, |numbers| {
            let share = numbers.len() / 4;
            numbers.chunks_mut(share).for_each(|numbers| apply(activation, numbers));
        }),
        "With fewer entries than threads a share is 0 entries long, and `chunks` panics. Round up, \
         with at least 1.",
        "원소가 스레드보다 적으면 몫의 길이가 0이 되어 `chunks`가 패닉합니다. 올림하고 적어도 1로 \
         하세요."
    ),
    mistake!(
        "A207",
        forward_parallel,
        {
            let last: RefCell<Option<Array2<f64>>> = RefCell::new(None);
            move |activation, z| {
                let was_here = last.replace(Some(z.clone())).as_ref() == Some(z);
                let a = forward(activation, z);
                if was_here { forward(activation, &a) } else { a }
            }
        },
        "A second call with the same z gives something else: a buffer or a counter is kept from \
         one call to the next.",
        "같은 z로 두 번째 부르면 결과가 다릅니다. 버퍼나 카운터가 다음 호출까지 남아 있습니다."
    ),
    mistake!(
        "A208",
        forward_parallel,
        #[allow(clippy::cast_possible_truncation)]
        |activation, z| z.mapv(|z| f64::from(value(activation, z) as f32)),
        "Only seven digits are right: do not go through `f32`.",
        "일곱 자리만 맞습니다. `f32`를 거치지 마세요."
    ),
    mistake!(
        "A209",
        forward_parallel,
        |activation, z| in_a_row(z, |numbers| {
            numbers.chunks_mut(64).for_each(|numbers| apply(activation, &mut numbers[..1]));
        }),
        "Only the first entry of each share is computed: go through all of it.",
        "몫마다 첫 원소만 계산했습니다. 몫 전체를 계산하세요."
    ),
    mistake!(
        "A210",
        forward_parallel,
        |_, z| forward(Activation::Sigmoid, z),
        "Every activation is the sigmoid: match on `activation`.",
        "모든 활성화 함수가 시그모이드입니다. `activation`에 따라 나누세요."
    ),
    mistake!(
        "A211",
        forward_parallel,
        |activation, z| in_a_row(z, |numbers| {
            apply(activation, numbers);
            let share = 1024;
            let seams = (share..numbers.len()).step_by(share);
            seams.for_each(|seam| apply(activation, &mut numbers[seam..=seam]));
        }),
        "The shares overlap: the first entry of each gets the activation twice. One share ends \
         where the next begins.",
        "몫들이 겹칩니다. 몫마다 첫 원소에 활성화 함수가 두 번 적용됩니다. 한 몫이 끝나는 곳에서 \
         다음 몫이 시작해야 합니다."
    ),
    mistake!(
        "A212",
        forward_parallel,
        |activation, z| the_first(
            if z.len() < 1024 { z.len() } else { z.len() / 1024 * 1024 },
            activation,
            z
        ),
        "The last entries of a large layer stay as they were: `chunks_exact` leaves out what does \
         not fill a share. Use `chunks`.",
        "큰 층의 마지막 원소들이 그대로 남았습니다. `chunks_exact`는 몫을 다 채우지 못하는 \
         나머지를 건너뜁니다. `chunks`를 쓰세요."
    ),
    mistake!(
        "A213",
        forward_parallel,
        |activation, z| the_first(1 << 16, activation, z),
        "Beyond 65,536 entries nothing is computed: the size of the buffer, or the number of \
         shares, is fixed.",
        "65,536번째 뒤로는 계산하지 않았습니다. 버퍼의 크기나 몫의 수가 고정되어 있습니다."
    ),
    mistake!(
        "A214",
        forward_parallel,
        |activation, z| Array2::from_shape_fn(z.dim(), |(i, j)| if i < 4 {
            value(activation, z[[i, j]])
        } else {
            0.0
        }),
        "Only four rows are computed, one per thread: a thread takes as many rows as there are for \
         it.",
        "스레드마다 한 행씩 네 행만 계산했습니다. 스레드 하나가 여러 행을 맡아야 합니다."
    ),
];
