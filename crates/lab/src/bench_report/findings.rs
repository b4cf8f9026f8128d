//! The measurements in sentences, made from the numbers.

use contract::{Text, say};

use super::measurements::Measurements;

/// The group that sentences and figures are about.
pub(super) const GROUP: &str = "sigmoid f64";

/// The size of a layer that fits a cache.
const IN_CACHE: f64 = 100_000.0;

/// A point of a speed-up: the size, the factor, and the ends of its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SpeedUp {
    pub(super) size: f64,
    pub(super) factor: f64,
    pub(super) interval: (f64, f64),
}

/// How much faster `form` is than `than`, by size. The ends of the interval are what the ends of
/// both intervals allow.
pub(super) fn speed_up(
    measurements: &Measurements,
    group: &str,
    form: &str,
    than: &str,
) -> Vec<SpeedUp> {
    let pairs = measurements.of(group, form).into_iter().filter_map(|fast| {
        let slow = measurements.at(group, than, fast.size)?;
        let interval = (slow.interval.0 / fast.interval.1, slow.interval.1 / fast.interval.0);
        Some(SpeedUp { size: fast.size, factor: slow.ns / fast.ns, interval })
    });
    pairs.collect()
}

/// The size from which a speed-up stays above 1, between the sizes that were measured.
///
/// `None` if it is above 1 from the first, or not at the last. A gain within 5 % is none: the
/// kernels decide for one thread below their threshold, and then both are the same.
pub(super) fn crossover(points: &[SpeedUp]) -> Option<f64> {
    const GAIN: f64 = 1.05;
    let last_loss = points.iter().rposition(|point| point.factor < GAIN)?;
    let (before, after) = (points[last_loss], *points.get(last_loss + 1)?);
    let share = (GAIN - before.factor) / (after.factor - before.factor);
    Some(before.size * (after.size / before.size).powf(share))
}

/// The headline: the kernel against the textbook, and what threads add.
pub(super) fn headline(measurements: &Measurements) -> Text {
    let forms = ["textbook serial", "kernel serial"];
    let Some(size) = measurements.common_size(GROUP, &forms, IN_CACHE) else {
        let count = measurements.all.len();
        return say!(
            "{count} benches were read, but not the sigmoid's textbook and kernel: \
             `cargo bench -p benches -- 'sigmoid f64'`.",
            "벤치 {count}개를 읽었지만 시그모이드의 교과서 꼴과 커널이 없습니다: \
             `cargo bench -p benches -- 'sigmoid f64'`."
        );
    };
    let [textbook, kernel] = forms
        .map(|form| measurements.at(GROUP, form, size).map_or(f64::NAN, |measured| measured.ns));
    let (ratio, count) = (textbook / kernel, whole(size));
    let first = say!(
        "At {count} numbers the kernel computes a sigmoid in {kernel:.2} ns, {ratio:.1} times as \
         fast as the textbook line ({textbook:.2} ns)",
        "숫자 {count}개에서 커널은 시그모이드 하나를 {kernel:.2} ns에 계산합니다. 교과서 \
         한 줄({textbook:.2} ns)보다 {ratio:.1}배 빠릅니다"
    );
    let second = threads(measurements);
    Text::new(format!("{}{}", first.en, second.en), format!("{}{}", first.ko, second.ko))
}

/// What threads add to the kernel.
fn threads(measurements: &Measurements) -> Text {
    let points = speed_up(measurements, GROUP, "kernel rayon", "kernel serial");
    let best = points.iter().max_by(|a, b| a.factor.total_cmp(&b.factor));
    let (Some(best), Some(last)) = (best, points.last()) else { return Text::new(".", ".") };
    if best.factor < 1.05 {
        return say!("; threads add nothing here.", ". 스레드는 여기서 보태는 것이 없습니다.");
    }
    let (most, at) = (best.factor, whole(best.size));
    let (end, wall) = (last.factor, whole(last.size));
    let from = crossover(&points).map_or(Text::new("", ""), |from| {
        let from = whole(from);
        say!(" from about {from} on", "약 {from}개부터 ")
    });
    let (en, ko) = (from.en, from.ko);
    say!(
        "; threads pay{en}, {most:.1} times at most (at {at}), and {end:.1} times at {wall}, \
         where memory is the limit.",
        ". 스레드는 {ko}이득이 되어 {at}개에서 최대 {most:.1}배이고, 메모리가 한계인 {wall}개에서는 \
         {end:.1}배입니다."
    )
}

/// A count with commas, rounded to two digits.
pub(super) fn whole(count: f64) -> String {
    let unit = 10f64.powf((count.abs().max(1.0).log10().floor() - 1.0).max(0.0));
    let digits = format!("{:.0}", (count / unit).round() * unit);
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
