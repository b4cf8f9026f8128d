//! The measurements in sentences, made from the numbers.

use contract::{Text, say};

use super::facts::Facts;
use super::measurements::{Measured, Measurements};

/// The group that sentences and figures are about.
pub(super) const GROUP: &str = "sigmoid f64";

/// The size of a layer that fits a cache.
const IN_CACHE: f64 = 100_000.0;

/// How much of the time a form must save before it counts as a gain: below their threshold the kernels
/// decide for one thread, and then both sides are the same code.
const GAIN: f64 = 1.05;

/// How far the same line of code may differ between sizes that fit the caches.
const SAME: f64 = 1.5;

/// The cores that others may keep busy before the page warns of it.
const QUIET: f64 = 0.1;

/// The share of the roof from which memory counts as the limit.
const NEAR_THE_ROOF: f64 = 0.75;

/// A point of a speed-up: the size, the factor, and the ends of its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SpeedUp {
    pub(super) size: f64,
    pub(super) factor: f64,
    pub(super) interval: (f64, f64),
}

/// What the rounds agree on.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Verdict {
    Gains,
    GainsNothing,
    Undecided,
}

impl SpeedUp {
    fn verdict(&self) -> Verdict {
        match self.interval {
            (low, _) if low >= GAIN => Verdict::Gains,
            (_, high) if high < GAIN => Verdict::GainsNothing,
            _ => Verdict::Undecided,
        }
    }
}

/// How many times as fast as `than` a `form` is, by size, round by round.
pub(super) fn speed_up(
    measurements: &Measurements,
    group: &str,
    form: &str,
    than: &str,
) -> Vec<SpeedUp> {
    let pairs = measurements.of(group, form).into_iter().filter_map(|fast| {
        let ratio = measurements.at(group, than, fast.size)?.ratio(fast);
        Some(SpeedUp { size: fast.size, factor: ratio.ns, interval: ratio.interval })
    });
    pairs.collect()
}

/// The sizes between which a speed-up sets in: the last one that surely gains nothing, and the first
/// one from which on all surely gain. `None` where the rounds do not tell, or where only the largest
/// size gains.
pub(super) fn crossover(points: &[SpeedUp]) -> Option<(f64, f64)> {
    let gaining = points.iter().rev().take_while(|point| point.verdict() == Verdict::Gains).count();
    let (before, after) = points.split_at(points.len() - gaining);
    let nothing = before.iter().rfind(|point| point.verdict() == Verdict::GainsNothing)?;
    (gaining >= 2).then(|| (nothing.size, after[0].size))
}

/// The headline: the kernel against the textbook, and what threads add, as far as the data carry it.
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
    if measurements.rounds() < 2 {
        return say!(
            "Undecided: everything was measured once, so nobody knows how far a second run would \
             be from it. `cargo bench -p benches` measures in rounds.",
            "판정 보류: 모두 한 번씩만 측정해서, 다시 측정하면 얼마나 달라질지 알 수 없습니다. \
             `cargo bench -p benches`는 여러 번 돌아가며 측정합니다."
        );
    }
    let mut sentences = vec![kernel_against_textbook(measurements, size)];
    sentences.extend(threads(measurements));
    let joined = |part: fn(&Text) -> &str| sentences.iter().map(part).collect::<Vec<_>>().join(" ");
    Text::new(joined(|text| &text.en), joined(|text| &text.ko))
}

fn kernel_against_textbook(measurements: &Measurements, size: f64) -> Text {
    let points = speed_up(measurements, GROUP, "kernel serial", "textbook serial");
    let point = points.into_iter().find(|point| point.size == size);
    let kernel = measurements.at(GROUP, "kernel serial", size);
    let (Some(point), Some(kernel)) = (point, kernel) else { return Text::new("", "") };
    let ((low, high), count) = (point.interval, whole(size));
    let is_steady =
        same_line(measurements).is_none_or(|(fastest, slowest)| slowest < SAME * fastest);
    if low < 1.0 || high > 2.0 * low || !is_steady {
        return say!(
            "Undecided: at {count} numbers the kernel is between {low:.1} and {high:.1} times as \
             fast as the textbook line; measure again when nothing else runs.",
            "판정 보류: 숫자 {count}개에서 커널은 교과서 한 줄보다 {low:.1}배에서 {high:.1}배 사이로 \
             빠릅니다. 다른 작업이 없을 때 다시 측정하세요."
        );
    }
    let ns = kernel.time().ns;
    say!(
        "At {count} numbers the kernel computes a sigmoid in {ns:.2} ns, {low:.1} to {high:.1} \
         times as fast as the textbook line.",
        "숫자 {count}개에서 커널은 시그모이드 하나를 {ns:.2} ns에 계산합니다. 교과서 한 줄보다 \
         {low:.1}~{high:.1}배 빠릅니다."
    )
}

/// What threads add to the kernel; `None` where that was not measured.
fn threads(measurements: &Measurements) -> Option<Text> {
    let points = speed_up(measurements, GROUP, "kernel rayon", "kernel serial");
    let surest = points.iter().max_by(|a, b| a.interval.0.total_cmp(&b.interval.0))?;
    if points.len() < 3 {
        let count = points.len();
        return Some(say!(
            "From what size on threads pay cannot be told from {count} sizes.",
            "스레드가 어느 크기부터 이득인지는 크기 {count}개로 알 수 없습니다."
        ));
    }
    let all = |verdict| points.iter().all(|point| point.verdict() == verdict);
    if all(Verdict::GainsNothing) {
        return Some(say!("Threads add nothing here.", "스레드는 여기서 보태는 것이 없습니다."));
    }
    let ((low, high), at) = (surest.interval, whole(surest.size));
    let Some((before, from)) = crossover(&points) else {
        if all(Verdict::Gains) {
            return Some(say!(
                "Threads pay at every size, {low:.1} to {high:.1} times at {at}.",
                "스레드는 모든 크기에서 이득이고, {at}개에서 {low:.1}~{high:.1}배입니다."
            ));
        }
        return Some(say!(
            "From what size on threads pay is undecided: the rounds do not agree.",
            "스레드가 어느 크기부터 이득인지는 판정 보류입니다. 반복한 측정이 서로 다릅니다."
        ));
    };
    let (before, from) = (whole(before), whole(from));
    let pay = say!(
        "Threads pay from somewhere between {before} and {from} numbers on, {low:.1} to {high:.1} \
         times at {at}",
        "스레드는 {before}개와 {from}개 사이의 어딘가부터 이득이고, {at}개에서 {low:.1}~{high:.1}배\
         입니다"
    );
    let end = points.last().and_then(|last| memory_limit(measurements, last));
    let end = end.unwrap_or(Text::new(".", "."));
    Some(Text::new(format!("{}{}", pay.en, end.en), format!("{}{}", pay.ko, end.ko)))
}

/// That memory is the limit at the largest size, if the threads move nearly as much there as copying
/// does.
fn memory_limit(measurements: &Measurements, last: &SpeedUp) -> Option<Text> {
    let size = last.size;
    let roof = measurements.at("roof f64", "copy rayon", size)?;
    let share = roof.ratio(measurements.at(GROUP, "kernel rayon", size)?);
    if share.interval.0 < NEAR_THE_ROOF {
        return None;
    }
    let ((low, high), count) = (last.interval, whole(size));
    Some(say!(
        ", and {low:.1} to {high:.1} times at {count}, where memory is the limit.",
        ". 메모리가 한계인 {count}개에서는 {low:.1}~{high:.1}배입니다."
    ))
}

/// The fastest and the slowest time of one line, the textbook's sigmoid into a kept array, over all
/// sizes that fit the caches and all groups that time it.
fn same_line(measurements: &Measurements) -> Option<(f64, f64)> {
    let is_the_line = |measured: &&Measured| {
        let form = (measured.group.as_str(), measured.form.as_str());
        let of_outputs =
            measured.group.starts_with("output sigmoid") && form.1 == "textbook kept serial";
        (form == (GROUP, "textbook serial") || of_outputs) && measured.size <= 1e6
    };
    let times = measurements.all.iter().filter(is_the_line).map(|measured| measured.time().ns);
    times.map(|ns| (ns, ns)).reduce(|(low, high), (ns, _)| (low.min(ns), high.max(ns)))
}

/// What makes the figures doubtful; it stands above the headline.
pub(super) fn warnings(measurements: &Measurements, facts: &Facts) -> Vec<Text> {
    let mut warnings = Vec::new();
    if let Some(others) = facts.others().filter(|others| *others > QUIET) {
        warnings.push(say!(
            "Something else kept up to {others:.1} cores busy meanwhile: times are too long, and \
             what threads add is too little.",
            "측정하는 동안 다른 작업이 코어를 최대 {others:.1}개 썼습니다. 시간은 실제보다 길고, \
             스레드의 이득은 실제보다 작게 나옵니다."
        ));
    }
    if let Some((fastest, slowest)) = same_line(measurements)
        && slowest >= SAME * fastest
    {
        warnings.push(say!(
            "The textbook's line took from {fastest:.1} to {slowest:.1} ns a number, and no cache \
             explains that: the machine was disturbed.",
            "같은 교과서 한 줄이 숫자당 {fastest:.1} ns에서 {slowest:.1} ns까지 걸렸습니다. 캐시로는 \
             설명되지 않으니, 측정이 방해받았습니다."
        ));
    }
    warnings.extend(above_the_roof(measurements));
    warnings
}

/// The forms that came out faster than every roof of their size, which nothing is.
fn above_the_roof(measurements: &Measurements) -> Option<Text> {
    let roofs = ["copy serial", "copy past the caches serial", "scale in place serial"];
    let roof = |size: f64| {
        let roofs = roofs.iter().filter_map(|form| measurements.at("roof f64", form, size));
        roofs.map(|roof| roof.bandwidth().interval.1).reduce(f64::max)
    };
    let is_above = |measured: &&Measured| {
        measured.group.ends_with(" f64")
            && measured.form == "kernel serial"
            && roof(measured.size).is_some_and(|roof| measured.bandwidth().interval.0 > roof)
    };
    let above: Vec<&Measured> = measurements.all.iter().filter(is_above).collect();
    let first = above.first()?;
    let (name, size) = (&first.group, whole(first.size));
    Some(say!(
        "{name} lies above its roof at {size} numbers, which cannot be: the roof was disturbed, or \
         copying is not the fastest way to move memory there.",
        "숫자 {size}개에서 {name}의 속도가 지붕보다 높게 나왔는데, 그럴 수는 없습니다. 지붕의 측정이 방해받았거나, \
         그 크기에서는 복사가 가장 빠른 방법이 아닙니다."
    ))
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
