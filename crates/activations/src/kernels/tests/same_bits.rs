//! A number's result depends on that number only.

use super::{kernels, levels, sample};
use crate::kernels::Real;
use crate::{Activation, Kernel};
use rayon::ThreadPoolBuilder;

/// A number with its bits.
trait Number: Real {
    /// Every bit, with all NaN alike: which NaN an operation on two of them returns is not
    /// specified.
    fn bits(self) -> u64;
}

impl Number for f64 {
    fn bits(self) -> u64 {
        if self.is_nan() { f64::NAN } else { self }.to_bits()
    }
}

impl Number for f32 {
    fn bits(self) -> u64 {
        if self.is_nan() { f32::NAN } else { self }.to_bits().into()
    }
}

/// Makes each function, generic over the type of number, a test for both types.
macro_rules! for_both_types {
    ($($test:ident)+) => {
        mod f64s {
            $(#[test] fn $test() { super::$test::<f64>(); })+
        }
        mod f32s {
            $(#[test] fn $test() { super::$test::<f32>(); })+
        }
    };
}

for_both_types! {
    length_and_position_do_not_matter
    every_form_gives_the_same_bits
    a_fused_pass_equals_two
    threads_do_not_matter
    threads_do_not_matter_to_fused_passes
}

fn bits<T: Number>(data: &[T]) -> Vec<u64> {
    data.iter().map(|x| x.bits()).collect()
}

fn numbers<T: Number>(count: usize) -> Vec<T> {
    sample(count).into_iter().map(T::from_f64).collect()
}

/// One number at a time.
fn one_by_one<T: Number>(kernel: Kernel, data: &[T]) -> Vec<T> {
    let mut results = data.to_vec();
    results.chunks_mut(1).for_each(|number| kernel.map_in_place(number));
    results
}

fn length_and_position_do_not_matter<T: Number>() {
    let data = numbers::<T>(120);
    for kernel in levels().into_iter().flat_map(|level| kernels().map(move |k| k.at(level))) {
        let want = bits(&one_by_one(kernel, &data));
        for length in 0..=100 {
            for start in [0, 1, 7, 20] {
                let from = &data[start..start + length];
                let mut to = vec![T::from_f64(f64::NAN); length];
                kernel.map(from, &mut to);
                assert_eq!(bits(&to), want[start..start + length], "{kernel:?}, {length} numbers");
            }
        }
    }
}

fn every_form_gives_the_same_bits<T: Number>() {
    for kernel in levels().into_iter().flat_map(|level| kernels().map(move |k| k.at(level))) {
        for length in [0, 1, 5, 23, 24, 25, 47, 96, 200, 1000] {
            let data = numbers::<T>(length);
            let mut mapped = data.clone();
            kernel.map(&data, &mut mapped);
            let mut in_place = data.clone();
            kernel.map_in_place(&mut in_place);
            assert_eq!(bits(&in_place), bits(&mapped), "{kernel:?} in place");
            let one = T::from_f64(1.0);
            let mut multiplied: Vec<T> = data.iter().map(|&x| x + one).collect();
            let product = |(&x, &f): (&T, &T)| (x + one) * f;
            let products: Vec<T> = data.iter().zip(&mapped).map(product).collect();
            kernel.multiply(&data, &mut multiplied);
            assert_eq!(bits(&multiplied), bits(&products), "{kernel:?} multiplied");
            // An odd start: the streamed lines begin at a boundary, whatever the slice does.
            let mut streamed = vec![T::default(); length + 1];
            kernel.streaming().map(&data, &mut streamed[1..]);
            assert_eq!(bits(&streamed[1..]), bits(&mapped), "{kernel:?} streamed");
        }
    }
}

fn a_fused_pass_equals_two<T: Number>() {
    for activation in Activation::ALL {
        let z = numbers::<T>(333);
        let (mut a, mut prime) = (z.clone(), z.clone());
        Kernel::forward(activation).map_with_prime(&z, &mut a, &mut prime);
        let (mut a_alone, mut prime_alone) = (z.clone(), z.clone());
        Kernel::forward(activation).map(&z, &mut a_alone);
        Kernel::prime_from_output(activation).map(&a_alone, &mut prime_alone);
        assert_eq!(bits(&a), bits(&a_alone), "{activation:?}");
        assert_eq!(bits(&prime), bits(&prime_alone), "{activation:?}'");
    }
}

fn threads_do_not_matter<T: Number>() {
    // Enough for several pieces of the cheapest kernel in the narrowest type.
    let z = numbers::<T>(140_007);
    let pool = |threads| ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let pools = [1, 2, 3].map(pool);
    for kernel in kernels() {
        let mut serial = z.clone();
        kernel.map_in_place(&mut serial);
        let serial = bits(&serial);
        for pool in &pools {
            let (mut mapped, mut in_place, mut streamed) = (z.clone(), z.clone(), z.clone());
            pool.install(|| {
                kernel.parallel().map(&z, &mut mapped);
                kernel.parallel().map_in_place(&mut in_place);
                kernel.parallel().streaming().map(&z, &mut streamed);
            });
            for parallel in [&mapped, &in_place, &streamed] {
                let threads = pool.current_num_threads();
                assert!(bits(parallel) == serial, "{kernel:?} on {threads} threads");
            }
        }
    }
}

fn threads_do_not_matter_to_fused_passes<T: Number>() {
    let z = numbers::<T>(200_003);
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
