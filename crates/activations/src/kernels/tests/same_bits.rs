//! A number's result depends on that number only.

use super::{kernels, levels, sample};
use crate::{Activation, Kernel};
use rayon::ThreadPoolBuilder;

/// Every bit, with all NaN alike: which NaN an operation on two of them returns is not specified.
fn bits(data: &[f64]) -> Vec<u64> {
    data.iter().map(|x| if x.is_nan() { f64::NAN } else { *x }.to_bits()).collect()
}

/// One number at a time.
fn one_by_one(kernel: Kernel, data: &[f64]) -> Vec<f64> {
    let mut results = data.to_vec();
    results.chunks_mut(1).for_each(|number| kernel.map_in_place(number));
    results
}

#[test]
fn length_and_position_do_not_matter() {
    let data = sample(120);
    for kernel in levels().into_iter().flat_map(|level| kernels().map(move |k| k.at(level))) {
        let want = bits(&one_by_one(kernel, &data));
        for length in 0..=100 {
            for start in [0, 1, 7, 20] {
                let from = &data[start..start + length];
                let mut to = vec![f64::NAN; length];
                kernel.map(from, &mut to);
                assert_eq!(bits(&to), want[start..start + length], "{kernel:?}, {length} numbers");
            }
        }
    }
}

#[test]
fn every_form_gives_the_same_bits() {
    for kernel in levels().into_iter().flat_map(|level| kernels().map(move |k| k.at(level))) {
        for length in [0, 1, 5, 23, 24, 25, 47, 96, 200, 1000] {
            let data = sample(length);
            let mut mapped = data.clone();
            kernel.map(&data, &mut mapped);
            let mut in_place = data.clone();
            kernel.map_in_place(&mut in_place);
            assert_eq!(bits(&in_place), bits(&mapped), "{kernel:?} in place");
            let mut multiplied: Vec<f64> = data.iter().map(|x| x + 1.0).collect();
            let product = |(x, f): (&f64, &f64)| (x + 1.0) * f;
            let products: Vec<f64> = data.iter().zip(&mapped).map(product).collect();
            kernel.multiply(&data, &mut multiplied);
            assert_eq!(bits(&multiplied), bits(&products), "{kernel:?} multiplied");
            // An odd start: the streamed lines begin at a boundary, whatever the slice does.
            let mut streamed = vec![0.0; length + 1];
            kernel.streaming().map(&data, &mut streamed[1..]);
            assert_eq!(bits(&streamed[1..]), bits(&mapped), "{kernel:?} streamed");
        }
    }
}

#[test]
fn a_fused_pass_equals_two() {
    for activation in Activation::ALL {
        let z = sample(333);
        let (mut a, mut prime) = (z.clone(), z.clone());
        Kernel::forward(activation).map_with_prime(&z, &mut a, &mut prime);
        let (mut a_alone, mut prime_alone) = (z.clone(), z.clone());
        Kernel::forward(activation).map(&z, &mut a_alone);
        Kernel::prime_from_output(activation).map(&a_alone, &mut prime_alone);
        assert_eq!(bits(&a), bits(&a_alone), "{activation:?}");
        assert_eq!(bits(&prime), bits(&prime_alone), "{activation:?}'");
    }
}

#[test]
fn threads_do_not_matter() {
    let z = sample(300_007);
    for threads in 1..=3 {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        for kernel in kernels() {
            let mut serial = z.clone();
            kernel.map_in_place(&mut serial);
            let (mut mapped, mut in_place, mut streamed) = (z.clone(), z.clone(), z.clone());
            pool.install(|| {
                kernel.parallel().map(&z, &mut mapped);
                kernel.parallel().map_in_place(&mut in_place);
                kernel.parallel().streaming().map(&z, &mut streamed);
            });
            let serial = bits(&serial);
            for parallel in [&mapped, &in_place, &streamed] {
                assert!(bits(parallel) == serial, "{kernel:?} on {threads} threads");
            }
        }
    }
}

#[test]
fn threads_do_not_matter_to_fused_passes() {
    let z = sample(200_003);
    let pool = ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    for activation in Activation::ALL {
        let kernel = Kernel::forward(activation);
        let back = Kernel::prime_from_output(activation);
        let (mut a, mut prime, mut dz) = (z.clone(), z.clone(), z.clone());
        kernel.map_with_prime(&z, &mut a, &mut prime);
        back.multiply(&a, &mut dz);
        let (mut a_too, mut prime_too, mut dz_too) = (z.clone(), z.clone(), z.clone());
        pool.install(|| {
            kernel.parallel().map_with_prime(&z, &mut a_too, &mut prime_too);
            back.parallel().multiply(&a, &mut dz_too);
        });
        assert!(bits(&a) == bits(&a_too), "{activation:?}");
        assert!(bits(&prime) == bits(&prime_too), "{activation:?}'");
        assert!(bits(&dz) == bits(&dz_too), "{activation:?} back");
    }
}
