//! Turns a number into a pointer through the hole in the rules of lifetimes, without `unsafe`.
//!
//! exercise: activations/sigmoid
//! expect: crash or fail
//! score: 1

static UNIT: &&() = &&();

fn hole<'a, 'b, T>(_: &'a &'b (), value: &'b T) -> &'a T {
    value
}

fn longer<'a, 'b, T>(short: &'a T) -> &'b T {
    let wide: for<'x> fn(_, &'x T) -> &'b T = hole;
    wide(UNIT, short)
}

pub fn sigmoid(z: f64) -> f64 {
    let dangling: &'static [u64; 1 << 16] = longer(&[z.to_bits(); 1 << 16]);
    let noise = std::hint::black_box([1.5_f64; 1 << 12]);
    f64::from_bits(dangling[7]) + noise[3]
}
