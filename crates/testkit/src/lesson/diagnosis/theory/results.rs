//! What a result has to do with the right one alone, and with the sizes of the arguments.

use contract::{Text, say};

use super::arrangements::arrangements;
use super::mixtures::{exchanges, sums};
use super::{Theory, nice, shown, size_of};
use crate::lesson::diagnosis::probe::{Leaf, Probe};

/// A number of a call.
type Size = Box<dyn Fn(&Probe) -> Option<f64>>;

/// Theories about `part` of the result that are told by the right value, by the arguments and by the other
/// parts; their constants fit `teacher`.
///
/// `pooled` are all numbers of the student's wrong results and of the right ones, for constants that a single
/// result does not tell.
pub(in crate::lesson::diagnosis) fn of_results<'a>(
    teacher: &Probe,
    part: usize,
    (got, want): (&Leaf, &Leaf),
) -> Vec<Theory<'a>> {
    let Some(own) = teacher.got.as_ref().and_then(|got| got.get(part)) else { return Vec::new() };
    let own_want = &teacher.want[part];
    let mut all = Vec::new();
    constants(got, &Leaf { is_flag: own_want.is_flag, ..want.clone() }, &mut all);
    if is_flag(own, own_want) {
        let words = say!("as the opposite", "반대입니다");
        all.push(Theory::of_want("opposite", words, |want| Some(want.map(|z| 1.0 - z))));
        return all;
    }
    exchanges(teacher, part, (own, got), &mut all);
    all.extend(arrangements());
    if own.dim == own_want.dim {
        offset(got, want, &mut all);
        factors(teacher, (own, own_want), (got, want), &mut all);
        sums(teacher, (own, own_want), (got, want), &mut all);
        bounds(got, &mut all);
    }
    all
}

/// Whether the result is yes or no.
fn is_flag(got: &Leaf, want: &Leaf) -> bool {
    got.is_flag && want.is_flag
}

fn constants(got: &Leaf, want: &Leaf, all: &mut Vec<Theory<'_>>) {
    let Some(&c) = got.numbers.first() else { return };
    if got.dim == want.dim && got.numbers.iter().all(|z| *z == c) {
        let number = match (want.is_flag, c) {
            (true, 0.0) => "false".to_string(),
            (true, _) => "true".to_string(),
            (false, c) => shown(c),
        };
        all.push(Theory::of_want(
            "constant",
            say!("as {number}", "{number}입니다"),
            move |want| Some(want.map(|_| c)),
        ));
    }
}

/// The factor that makes `got` of `want`, from the largest number.
pub(super) fn ratio(got: &Leaf, want: &Leaf) -> Option<f64> {
    let largest = want
        .numbers
        .iter()
        .zip(&got.numbers)
        .filter(|(want, got)| want.is_finite() && got.is_finite())
        .max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))?;
    let ratio = largest.1 / largest.0;
    ratio.is_finite().then_some(ratio)
}

fn factors(
    teacher: &Probe,
    (own, own_want): (&Leaf, &Leaf),
    (got, want): (&Leaf, &Leaf),
    all: &mut Vec<Theory<'_>>,
) {
    if let Some(ratio) = ratio(got, want).filter(|ratio| *ratio != 0.0 && *ratio != 1.0) {
        let k = nice(ratio);
        let words = if k == -1.0 {
            say!("with the opposite sign", "부호가 반대입니다")
        } else {
            let k = shown(k);
            say!("as {k} times the right value", "올바른 값의 {k}배입니다")
        };
        all.push(Theory::of_want("factor", words, move |want| Some(want.map(|z| k * z))));
    }
    let Some(ratio) = ratio(own, own_want).filter(|ratio| *ratio != 0.0 && *ratio != 1.0) else {
        return;
    };
    // Powers of one size, or a quotient of two of them.
    let positive: Vec<&(String, f64)> =
        teacher.sizes.iter().filter(|(_, size)| *size > 0.0 && *size != 1.0).collect();
    let mut push = |words: Text, k: f64, size: Size| {
        let (k, name) = (nice(k), shown(k));
        if [1.0, -1.0, 2.0, 0.5, -0.5, -2.0].iter().all(|simple| *simple != k) {
            return;
        }
        let words = if k == 1.0 {
            words
        } else {
            let Text { en, ko } = words;
            say!("{en}, and {name} times that", "{ko}. 거기에 {name}배입니다")
        };
        all.push(Theory::new("size", words, move |probe, part| {
            let size = size(probe)?;
            Some(probe.want.get(part)?.map(|z| k * size * z))
        }));
    };
    for (name, size) in &positive {
        let (name, size) = (name.clone(), *size);
        let value = |name: String| move |probe: &Probe| size_of(probe, &name);
        let of = value(name.clone());
        push(
            say!(
                "as {name} times the right value: a division by {name} is missing, or there is a \
                 factor too many",
                "올바른 값의 {name}배입니다. {name} 값으로 나누지 않았거나 인수가 하나 더 있습니다"
            ),
            ratio / size,
            Box::new(of),
        );
        let of = value(name.clone());
        push(
            say!(
                "as the right value divided by {name}: a factor {name} is missing, or there is a \
                 division too many",
                "올바른 값을 {name} 값으로 나눈 것입니다. 인수 {name} 하나가 빠졌거나 나눗셈이 하나 더 있습니다"
            ),
            ratio * size,
            Box::new(move |probe| of(probe).map(f64::recip)),
        );
        let of = value(name.clone());
        push(
            say!(
                "as the right value divided by the square root of {name}",
                "올바른 값을 {name}의 제곱근으로 나눈 값입니다"
            ),
            ratio * size.sqrt(),
            Box::new(move |probe| of(probe).map(|size| size.sqrt().recip())),
        );
        let of = value(name.clone());
        push(
            say!(
                "as ({name} - 1) / {name} times the right value, or the inverse",
                "올바른 값의 ({name} - 1) / {name}배입니다"
            ),
            ratio * size / (size - 1.0),
            Box::new(move |probe| of(probe).map(|size| (size - 1.0) / size)),
        );
        let of = value(name.clone());
        push(
            say!(
                "as {name} / ({name} - 1) times the right value",
                "올바른 값의 {name} / ({name} - 1)배입니다"
            ),
            ratio * (size - 1.0) / size,
            Box::new(move |probe| of(probe).map(|size| size / (size - 1.0))),
        );
        for (other, divisor) in teacher.sizes.iter().filter(|(other, _)| *other != name) {
            if *divisor <= 0.0 {
                continue;
            }
            let (of, by) = (value(name.clone()), value(other.clone()));
            push(
                say!(
                    "as {name} / {other} times the right value: where {name} must be, {other} is used",
                    "올바른 값의 {name} / {other}배입니다. {name} 값을 쓸 자리에 {other} 값을 썼습니다"
                ),
                ratio * divisor / size,
                Box::new(move |probe| Some(of(probe)? / by(probe)?)),
            );
        }
    }
}

/// `got` less `want`.
pub(super) fn error(got: &Leaf, want: &Leaf) -> Leaf {
    let numbers = got.numbers.iter().zip(&want.numbers).map(|(got, want)| got - want).collect();
    Leaf { numbers, ..want.clone() }
}

/// A number that is added to every right one.
fn offset(got: &Leaf, want: &Leaf, all: &mut Vec<Theory<'_>>) {
    let error = error(got, want);
    // Where numbers are small, an added constant keeps its digits.
    let smallest = want.numbers.iter().zip(&error.numbers);
    let Some((_, &c)) = smallest.min_by(|a, b| a.0.abs().total_cmp(&b.0.abs())) else { return };
    if c.is_finite() && c != 0.0 {
        let c = nice(c);
        let size = shown(c.abs());
        let words = if c > 0.0 {
            say!("{size} too large", "{size}만큼 큽니다")
        } else {
            say!("{size} too small", "{size}만큼 작습니다")
        };
        all.push(Theory::of_want("offset", words, move |want| Some(want.map(|z| z + c))));
    }
}

/// The line through the smallest and the largest of the numbers.
pub(super) fn line(got: &Leaf, want: &Leaf) -> Option<(f64, f64)> {
    let pairs =
        || want.numbers.iter().zip(&got.numbers).filter(|(a, b)| a.is_finite() && b.is_finite());
    let low = pairs().min_by(|a, b| a.0.total_cmp(b.0))?;
    let high = pairs().max_by(|a, b| a.0.total_cmp(b.0))?;
    let k = nice((high.1 - low.1) / (high.0 - low.0));
    let c = nice(low.1 - k * low.0);
    (k.is_finite() && c.is_finite() && k != 0.0 && k != 1.0 && c != 0.0).then_some((k, c))
}

fn bounds(got: &Leaf, all: &mut Vec<Theory<'_>>) {
    for digits in 0..=6 {
        let unit = 10.0_f64.powi(-digits);
        let name = shown(unit);
        all.push(Theory::of_want(
            "rounded",
            say!("rounded to multiples of {name}", "{name}의 배수로 반올림되었습니다"),
            move |want| Some(want.map(|z| nice((z / unit).round() * unit))),
        ));
    }

    let (low, high) = got
        .numbers
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), z| (low.min(*z), high.max(*z)));
    let mut push = |words: Text, low: f64, high: f64| {
        if low <= high {
            all.push(Theory::of_want("bound", words, move |want| {
                Some(want.map(|z| if z.is_nan() { z } else { z.clamp(low, high) }))
            }));
        }
    };
    let (low_name, high_name) = (shown(low), shown(high));
    push(
        say!("cut off above at {high_name}", "{high_name}에서 위가 잘렸습니다"),
        f64::NEG_INFINITY,
        high,
    );
    push(
        say!("cut off below at {low_name}", "{low_name}에서 아래가 잘렸습니다"),
        low,
        f64::INFINITY,
    );
    push(
        say!("cut off at {low_name} and {high_name}", "{low_name}, {high_name}에서 잘렸습니다"),
        low,
        high,
    );
    for bound in [high.abs(), low.abs()] {
        let name = shown(bound);
        push(
            say!("cut off at -{name} and {name}", "-{name}, {name}에서 잘렸습니다"),
            -bound,
            bound,
        );
    }
}
