//! Where an axis is labelled, and with which words.

use crate::figure::Scale;

/// A labelled value.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// In units of the axis.
    pub value: f64,
    /// As short as the step between ticks allows: `0.5`, `1,000`, `10⁻⁵`.
    pub words: String,
}

/// At most about `most` round values from `from` to `to`.
pub fn ticks(scale: Scale, (from, to): (f64, f64), most: usize) -> Vec<Tick> {
    match scale {
        Scale::Linear => linear(from, to, most),
        Scale::Log => logarithmic(from, to, most),
    }
}

/// `from` and `to`, moved apart to round values.
pub fn rounded(scale: Scale, (from, to): (f64, f64), most: usize) -> (f64, f64) {
    match scale {
        Scale::Linear => {
            let step = step(to - from, most);
            ((from / step + 1e-9).floor() * step, (to / step - 1e-9).ceil() * step)
        }
        Scale::Log if to / from < 10.0 => (from / 1.05, to * 1.05),
        Scale::Log => (ten_to((from.log10() + 1e-9).floor()), ten_to((to.log10() - 1e-9).ceil())),
    }
}

/// A number in words: at most `decimals`, groups of three digits, a real minus sign.
pub fn plain(number: f64, decimals: usize) -> String {
    let digits = format!("{:.decimals$}", number.abs());
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let is_zero = digits.chars().all(|digit| matches!(digit, '0' | '.'));
    let sign = if number < 0.0 && !is_zero { "\u{2212}" } else { "" };
    format!("{sign}{grouped}{rest}")
}

/// A number in three digits or so.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Exponents are small.
pub fn significant(value: f64) -> String {
    let exponent = if value == 0.0 { 0.0 } else { value.abs().log10().floor() };
    if exponent < -4.0 {
        return scientific(value);
    }
    let words = plain(value, (2.0 - exponent).clamp(0.0, 6.0) as usize);
    if words.contains('.') {
        words.trim_end_matches('0').trim_end_matches('.').to_string()
    } else {
        words
    }
}

/// A number that is not 0 in two digits and a power of ten: `1.2×10⁻⁹`.
///
/// # Panics
/// If the number is not finite.
pub fn scientific(value: f64) -> String {
    let words = format!("{value:.1e}");
    let (digits, exponent) = words.split_once('e').expect("a finite number has an exponent");
    let exponent = exponent.parse().expect("an exponent is a whole number");
    format!("{}×{}", digits.replace('-', "\u{2212}"), power(exponent, true))
}

/// A power of ten in words: `0.01`, or `10⁻⁵` if `raised`.
pub fn power(exponent: i32, raised: bool) -> String {
    if !raised {
        return plain(10f64.powi(exponent), usize::try_from(-exponent).unwrap_or(0));
    }
    let forms: Vec<char> = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().collect();
    let raise = |digit: char| match digit.to_digit(10) {
        Some(digit) => forms[digit as usize],
        None => '⁻',
    };
    format!("10{}", exponent.to_string().chars().map(raise).collect::<String>())
}

fn step(span: f64, most: usize) -> f64 {
    let raw = span / most.max(1) as f64;
    let unit = ten_to(raw.log10().floor());
    let fits = |times: &f64| times * unit >= raw * (1.0 - 1e-9);
    [1.0, 2.0, 5.0, 10.0].into_iter().find(fits).unwrap_or(10.0) * unit
}

#[allow(clippy::cast_possible_truncation)] // Exponents of finite numbers are small.
fn ten_to(exponent: f64) -> f64 {
    10f64.powi(exponent as i32)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Counts of ticks are small.
fn linear(from: f64, to: f64, most: usize) -> Vec<Tick> {
    let inside = |step: f64| (to / step + 1e-9).floor() - (from / step - 1e-9).ceil();
    let wide = step(to - from, most);
    // Two ticks at least, better three, even where there is little room.
    let step = if inside(wide) < 2.0 { step(to - from, most * 2) } else { wide };
    let exponent = (step.log10() + 1e-9).floor();
    let (first, last) = ((from / step - 1e-9).ceil() as i64, (to / step + 1e-9).floor() as i64);
    let words = |value: f64| {
        if value == 0.0 && !(-4.0..7.0).contains(&exponent) {
            return "0".to_string();
        }
        if (-4.0..7.0).contains(&exponent) {
            return plain(value, (-exponent).max(0.0) as usize);
        }
        let power = power(exponent as i32, true);
        format!("{}×{power}", plain(value / ten_to(exponent), 0))
    };
    let tick = |k: i64| {
        let value = k as f64 * step;
        Tick { value, words: words(value) }
    };
    (first..=last).map(tick).collect()
}

#[allow(clippy::cast_possible_truncation)] // Exponents are small.
fn logarithmic(from: f64, to: f64, most: usize) -> Vec<Tick> {
    let (first, last) = ((from.log10() - 1e-9).ceil() as i32, (to.log10() + 1e-9).floor() as i32);
    if last - first < 1 {
        let ticks = within_a_decade(from, to);
        return if ticks.len() < 3 { linear(from, to, most.min(5)) } else { ticks };
    }
    let most = i32::try_from(most.clamp(1, 100)).unwrap_or(1);
    let stride = ((last - first + most - 1) / most).max(1);
    let raised = first < -3 || last > 4;
    let tick = |k: i32| Tick { value: 10f64.powi(k), words: power(k, raised) };
    let in_stride = |k: &i32| k.rem_euclid(stride) == 0;
    (first..=last).filter(in_stride).map(tick).collect()
}

/// 1, 2 and 5 times the powers of ten in sight.
#[allow(clippy::cast_possible_truncation)] // Exponents are small.
fn within_a_decade(from: f64, to: f64) -> Vec<Tick> {
    let exponents = from.log10().floor() as i32..=to.log10().ceil() as i32;
    let values = exponents.flat_map(|k| [1, 2, 5].map(|times| (times, k)));
    let tick = |(times, k): (i32, i32)| {
        let value = f64::from(times) * 10f64.powi(k);
        let words = if (-3..=5).contains(&k) {
            plain(value, usize::try_from(-k).unwrap_or(0))
        } else {
            format!("{times}×{}", power(k, true))
        };
        Tick { value, words }
    };
    values.map(tick).filter(|tick| (from..=to).contains(&tick.value)).collect()
}

#[cfg(test)]
mod tests {
    use super::{plain, power, rounded, scientific, significant, ticks};
    use crate::figure::Scale;

    fn words(scale: Scale, ends: (f64, f64), most: usize) -> Vec<String> {
        ticks(scale, ends, most).into_iter().map(|tick| tick.words).collect()
    }

    #[test]
    fn linear_ticks_are_round_and_show_the_decimals_they_need() {
        assert_eq!(words(Scale::Linear, (-1.0, 1.0), 5), ["−1.0", "−0.5", "0.0", "0.5", "1.0"]);
        assert_eq!(words(Scale::Linear, (0.0, 2000.0), 4), ["0", "500", "1,000", "1,500", "2,000"]);
        assert_eq!(words(Scale::Linear, (0.0, 3e-7), 3), ["0", "1×10⁻⁷", "2×10⁻⁷", "3×10⁻⁷"]);
        assert_eq!(words(Scale::Linear, (-4.5, 4.5), 3), ["−4", "−2", "0", "2", "4"]);
        assert_eq!(words(Scale::Linear, (0.03, 0.31), 3), ["0.1", "0.2", "0.3"]);
    }

    #[test]
    fn logarithmic_ticks_are_powers_and_skip_where_there_are_many() {
        assert_eq!(words(Scale::Log, (0.01, 100.0), 6), ["0.01", "0.1", "1", "10", "100"]);
        assert_eq!(words(Scale::Log, (1e-12, 1.0), 4), ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"]);
        assert_eq!(words(Scale::Log, (10.0, 90.0), 6), ["10", "20", "50"]);
        assert_eq!(words(Scale::Log, (0.25, 0.95), 6), ["0.4", "0.6", "0.8"]);
    }

    #[test]
    fn ends_move_outwards_to_round_values_and_stay_where_they_are_round() {
        assert_eq!(rounded(Scale::Linear, (0.0, 1.0), 5), (0.0, 1.0));
        assert_eq!(rounded(Scale::Linear, (3.0, 97.0), 5), (0.0, 100.0));
        assert_eq!(rounded(Scale::Log, (0.02, 300.0), 5), (0.01, 1000.0));
    }

    #[test]
    fn numbers_have_a_real_minus_sign_and_no_negative_zero() {
        assert_eq!(plain(-1234.5, 1), "−1,234.5");
        assert_eq!(plain(-0.04, 1), "0.0");
        assert_eq!(power(-5, true), "10⁻⁵");
        assert_eq!(power(-2, false), "0.01");
        assert_eq!(scientific(-1.234e-9), "−1.2×10⁻⁹");
        assert_eq!(significant(2.0e-7), "2.0×10⁻⁷");
    }
}
