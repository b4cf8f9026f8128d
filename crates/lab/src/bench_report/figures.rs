//! The pictures of the report: throughput, speed-up by threads, memory traffic.

use contract::{Text, say};

use super::facts::Facts;
use super::findings::{GROUP, crossover, speed_up, whole};
use super::measurements::{Measured, Measurements};
use plot::{Axis, Figure, Ink, Mark, Panel, Plot};

/// A figure with the title that [`plot::draw`] takes.
pub(super) struct Picture {
    pub(super) title: Text,
    pub(super) figure: Figure,
}

/// The pictures that the measurements suffice for.
pub(super) fn pictures(measurements: &Measurements, facts: &Facts) -> Vec<Picture> {
    let all = [
        throughput(measurements, facts),
        speed_ups(measurements, facts),
        roofline(measurements, facts),
    ];
    all.into_iter().flatten().collect()
}

fn picture(title: Text, y: Axis, marks: Vec<Mark>, note: Text) -> Option<Picture> {
    let has_lines = marks.iter().any(|mark| matches!(mark, Mark::Line { .. }));
    let x = Axis::log(say!("numbers in the layer", "층에 있는 숫자의 개수"));
    let panels = vec![Panel::Plot(Plot::new(x, y, marks))];
    has_lines.then_some(Picture { title, figure: Figure { panels, columns: 1, note: Some(note) } })
}

/// A form as a curve of `value` by size; `None` if it was measured at fewer than two sizes.
fn line(
    measurements: &Measurements,
    (group, form): (&str, &str),
    (label, ink, dashed): (Text, Ink, bool),
    value: fn(&Measured) -> f64,
) -> Option<Mark> {
    let measured = measurements.of(group, form);
    let points: Vec<(f64, f64)> =
        measured.iter().map(|measured| (measured.size, value(measured))).collect();
    (points.len() > 1).then_some(Mark::Line { label, ink, points, dashed })
}

/// Where a level of the cache is full of input and output, if that is in sight.
fn cache_levels(measurements: &Measurements, facts: &Facts) -> Vec<Mark> {
    let sizes = measurements
        .all
        .iter()
        .filter(|measured| measured.group == GROUP)
        .map(|measured| measured.size);
    let (low, high) =
        sizes.fold((f64::INFINITY, 0.0_f64), |(low, high), size| (low.min(size), high.max(size)));
    let full = facts.caches().into_iter().map(|(level, bytes)| (level, bytes / 16.0));
    full.filter(|(_, size)| (low..=high).contains(size))
        .map(|(level, x)| Mark::At { x, text: say!("L{level} full", "L{level} 가득") })
        .collect()
}

fn throughput(measurements: &Measurements, facts: &Facts) -> Option<Picture> {
    let mut marks = cache_levels(measurements, facts);
    for (form, label, ink, dashed) in [
        ("textbook serial", say!("textbook, serial", "교과서, serial"), Ink::Grey, false),
        ("textbook rayon", say!("textbook, rayon", "교과서, rayon"), Ink::Grey, true),
        ("loop serial", say!("plain loop, serial", "반복문, serial"), Ink::Orange, false),
        ("kernel serial", say!("kernel, serial", "커널, serial"), Ink::Blue, false),
        ("kernel rayon", say!("kernel, rayon", "커널, rayon"), Ink::Blue, true),
    ] {
        marks.extend(line(measurements, (GROUP, form), (label, ink, dashed), |measured| {
            1.0 / measured.ns
        }));
    }
    picture(
        say!("Throughput of the sigmoid by size", "크기에 따른 시그모이드의 처리량"),
        Axis::log(say!("billions of numbers a second", "초당 십억 개")),
        marks,
        say!(
            "f64, into a kept array. Rayon is called from inside of its pool. A level of the cache \
             is full when input and output together fill it.",
            "f64, 재사용하는 배열에 씀. rayon은 풀 안에서 호출. 입력과 출력을 합쳐 캐시를 채우는 \
             지점을 표시."
        ),
    )
}

fn speed_ups(measurements: &Measurements, facts: &Facts) -> Option<Picture> {
    let mut marks = vec![Mark::Level { y: 1.0, text: say!("one thread", "스레드 하나") }];
    if let Some(threads) = facts.threads() {
        let text = say!("ideal: {threads} threads", "이상: 스레드 {threads}개");
        marks.push(Mark::Level { y: threads as f64, text });
    }
    for (form, than, label, ink) in [
        ("textbook rayon", "textbook serial", say!("textbook", "교과서"), Ink::Orange),
        ("kernel rayon", "kernel serial", say!("kernel", "커널"), Ink::Blue),
        (
            "kernel rayon cold",
            "kernel serial",
            say!("kernel, threads asleep", "커널, 자는 스레드"),
            Ink::Sky,
        ),
    ] {
        let points = speed_up(measurements, GROUP, form, than);
        if points.len() < 2 {
            continue;
        }
        let band = points.iter().map(|p| (p.size, p.interval.0, p.interval.1)).collect();
        marks.push(Mark::Band { ink, points: band });
        if let (Some(x), true) = (crossover(&points), form == "kernel rayon") {
            let from = whole(x);
            marks.push(Mark::At { x, text: say!("pays from {from}", "{from}부터 이득") });
        }
        let points = points.iter().map(|p| (p.size, p.factor)).collect();
        marks.push(Mark::Line { label, ink, points, dashed: false });
    }
    picture(
        say!("How much rayon helps, by size", "크기에 따라 rayon이 주는 이득"),
        Axis::linear(say!("times as fast as serial", "serial 대비 배속")),
        marks,
        say!(
            "Sigmoid, f64. Bands: what the 95 % intervals of both times allow.",
            "시그모이드, f64. 띠: 두 시간의 95 % 신뢰 구간이 허용하는 범위."
        ),
    )
}

fn roofline(measurements: &Measurements, facts: &Facts) -> Option<Picture> {
    let mut marks = cache_levels(measurements, facts);
    for (group, form, label, ink, dashed) in [
        ("roof f64", "copy serial", say!("roof: copy", "지붕: 복사"), Ink::Red, true),
        (
            "roof f64",
            "scale in place serial",
            say!("roof: scale in place", "지붕: 제자리 곱"),
            Ink::Grey,
            true,
        ),
        ("relu f64", "kernel serial", say!("ReLU", "ReLU"), Ink::Green, false),
        ("tanh f64", "kernel serial", say!("tanh", "tanh"), Ink::Orange, false),
        (GROUP, "kernel serial", say!("sigmoid", "시그모이드"), Ink::Blue, false),
        (
            GROUP,
            "textbook serial",
            say!("textbook's sigmoid", "교과서 시그모이드"),
            Ink::Sky,
            false,
        ),
    ] {
        marks.extend(line(measurements, (group, form), (label, ink, dashed), Measured::bandwidth));
    }
    picture(
        say!("Under the roof: memory traffic by size", "지붕 아래: 크기에 따른 메모리 전송량"),
        Axis::log(say!("gigabytes a second, read and written", "초당 기가바이트, 읽기와 쓰기")),
        marks,
        say!(
            "One thread, f64, kernels into a kept array. Both roofs were measured in the same run.",
            "스레드 하나, f64, 커널은 재사용하는 배열에 씀. 두 지붕은 같은 실행에서 측정."
        ),
    )
}
