//! The activations: the textbook, the plain loop and the kernel, on one thread and on all; and in the
//! same rounds what memory allows.

use activations::Activation;
use benches::{
    buffer::Sizes,
    check::definition,
    forms::{self, Form, type_name},
    formula::Formula,
    measure::{Group, run},
    roofs,
};
use criterion::Criterion;

fn compare<T: Formula + Into<f64>>(
    criterion: &mut Criterion,
    activation: Activation,
    sizes: Sizes,
    forms: &[Form<T>],
) {
    let name = format!("{} {}", forms::name(activation), type_name::<T>());
    let mut group = Group::new(criterion, &name, sizes, 2);
    for form in forms {
        group.time(form, sizes, |z| definition(activation, z));
    }
}

fn double(criterion: &mut Criterion) {
    for activation in Activation::ALL {
        let mut forms = Vec::from(forms::of_the_textbook(activation));
        forms.extend(forms::of::<f64>(activation));
        compare(criterion, activation, Sizes::All, &forms);
    }
}

fn single(criterion: &mut Criterion) {
    for activation in Activation::ALL {
        compare(criterion, activation, Sizes::Few, &forms::of::<f32>(activation));
    }
}

fn main() {
    run(&[double, roofs::group::<f64>, single, roofs::group::<f32>]);
}
