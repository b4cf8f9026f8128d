//! The cost of where the output goes: a new array each time, a reused array, the input itself, or
//! memory past the caches.
//!
//! Beyond some 32 MiB a system's allocator hands a freed array back, and the next one has to be
//! cleared page by page. Which allocator a program has is decided once, so this group is measured
//! twice, in two programs.

use crate::{
    buffer::Sizes,
    check::definition,
    forms::{self, Form, Threads},
    measure::Group,
};
use activations::{Activation, Kernel};
use criterion::Criterion;
use ndarray::ArrayView1;
use std::hint::black_box;

fn form(name: &'static str, run: impl Fn(&[f64], &mut [f64]) + Send + Sync + 'static) -> Form<f64> {
    Form::new(name, Threads::Serial, run)
}

/// Forms that make a new array each time.
fn fresh(activation: Activation) -> [Form<f64>; 2] {
    let kernel = Kernel::forward(activation);
    [
        form("textbook fresh", move |z, _| {
            drop(black_box(forms::textbook_fresh(activation, z)));
        }),
        form("kernel fresh", move |z, _| drop(black_box(kernel.apply(&ArrayView1::from(z))))),
    ]
}

/// Forms that write to `out`.
fn reused(activation: Activation) -> [Form<f64>; 3] {
    let kernel = Kernel::forward(activation);
    let [textbook, ..] = forms::of_the_textbook(activation);
    [
        textbook.named("textbook kept"),
        form("kernel kept", move |z, out| kernel.map(z, out)),
        form("kernel past the caches", move |z, out| kernel.streaming().map(z, out)),
    ]
}

/// The group, under the allocator of this name.
pub fn group(criterion: &mut Criterion, allocator: &str) {
    for activation in [Activation::Sigmoid, Activation::Relu] {
        let name = format!("output {} {allocator}", forms::name(activation));
        let mut group = Group::new(criterion, &name, Sizes::Few, 2);
        // A fresh array is the same kernel's result: what is checked is checked below.
        for form in fresh(activation) {
            group.time_unchecked(&form, Sizes::Few);
        }
        for form in reused(activation) {
            group.time(&form, Sizes::Few, |z| definition(activation, z));
        }
        let kernel = Kernel::forward(activation);
        let in_place = form("kernel in place", move |_, out| kernel.map_in_place(out));
        group.time_unchecked(&in_place, Sizes::Few);
    }
}
