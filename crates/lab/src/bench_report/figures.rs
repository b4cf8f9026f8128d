//! The pictures of the report: throughput, speed-up by threads, memory traffic.

use contract::{Text, say};

use super::facts::Facts;
use super::findings::{GROUP, crossover, speed_up, whole};
use super::measurements::{Measured, Measurements, Time};
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
        training(measurements),
    ];
    all.into_iter().flatten().collect()
}

fn picture(title: Text, y: Axis, marks: Vec<Mark>, note: Text) -> Option<Picture> {
    let has_lines = marks.iter().any(|mark| matches!(mark, Mark::Line { .. }));
    let x = Axis::log(say!("numbers in the layer", "층에 있는 숫자의 개수"));
    let panels = vec![Panel::Plot(Plot::new(x, y, marks))];
    has_lines.then_some(Picture { title, figure: Figure { panels, columns: 1, note: Some(note) } })
}

/// A form as a curve of `value` by size, with the interval around it; nothing if it was measured at
/// fewer than two sizes.
fn line(
    measurements: &Measurements,
    (group, form): (&str, &str),
    (label, ink, dashed): (Text, Ink, bool),
    value: fn(&Measured) -> Time,
) -> Vec<Mark> {
    let measured = measurements.of(group, form).into_iter();
    let values: Vec<(f64, Time)> =
        measured.map(|measured| (measured.size, value(measured))).collect();
    if values.len() < 2 {
        return Vec::new();
    }
    let band = values.iter().map(|(size, value)| (*size, value.interval.0, value.interval.1));
    let points = values.iter().map(|(size, value)| (*size, value.ns)).collect();
    vec![Mark::Band { ink, points: band.collect() }, Mark::Line { label, ink, points, dashed }]
}

/// Numbers a nanosecond.
fn rate(measured: &Measured) -> Time {
    let time = measured.time();
    Time { ns: 1.0 / time.ns, interval: (1.0 / time.interval.1, 1.0 / time.interval.0) }
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
        marks.extend(line(measurements, (GROUP, form), (label, ink, dashed), rate));
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
        if let (Some((none, x)), true) = (crossover(&points), form == "kernel rayon") {
            let from = whole(x);
            marks.push(Mark::At { x: none, text: say!("no gain", "이득 없음") });
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
            "Sigmoid, f64. Bands hold the 95 % intervals of all rounds. Where the rounds agree, the \
             last size without a gain and the first one with it are marked.",
            "시그모이드, f64. 띠: 모든 반복 측정의 95 % 신뢰 구간. 측정이 서로 맞으면, 이득이 없는 마지막 \
             크기와 이득이 있는 첫 크기를 표시."
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
            "One thread, f64, kernels into a kept array. The roofs were measured in the same rounds.",
            "스레드 하나, f64, 커널은 재사용하는 배열에 씀. 지붕도 같은 반복에서 측정."
        ),
    )
}

/// Where the time of a training step goes, as bars that stand in front of each other: all of it, then
/// products and exponentials, then products. A network whose parts took longer than the whole is left
/// out.
fn training(measurements: &Measurements) -> Option<Picture> {
    let mut networks: Vec<&Measured> = measurements.all.iter().collect();
    networks.retain(|step| step.group.starts_with("step ") && step.form == "course serial");
    networks.sort_by(|a, b| (a.size * a.time().ns).total_cmp(&(b.size * b.time().ns)));
    let share = |step: &Measured, forms: &[&str]| {
        let parts = forms.iter().map(|form| measurements.at(&step.group, form, step.size));
        let parts: Option<Vec<f64>> = parts.map(|part| Some(part?.ratio(step).ns)).collect();
        Some(100.0 * parts?.iter().sum::<f64>())
    };
    networks
        .retain(|step| share(step, &["dot serial", "exp serial"]).is_some_and(|sum| sum < 100.0));
    let bars = |forms: &[&str]| -> Option<Vec<(f64, f64)>> {
        let places = (0_u32..).map(f64::from).zip(&networks);
        places.map(|(place, step)| Some((place, share(step, forms)?))).collect()
    };
    let bar = |label, ink, bars| Mark::Bars { label, ink, bars, width: 0.6 };
    let marks = vec![
        bar(
            say!("the rest: passes over memory", "나머지: 메모리를 훑는 일"),
            Ink::Grey,
            bars(&["course serial"])?,
        ),
        bar(say!("exponentials", "지수 함수"), Ink::Orange, bars(&["dot serial", "exp serial"])?),
        bar(say!("products of matrices", "행렬 곱"), Ink::Blue, bars(&["dot serial"])?),
    ];
    let name = |step: &&Measured| {
        let network = step.group.trim_start_matches("step ");
        let kernel = measurements.at(&step.group, "kernel serial", step.size);
        let gain =
            kernel.map_or(String::new(), |kernel| format!(" ({:.1}×)", step.ratio(kernel).ns));
        Text::new(format!("{network}{gain}"), format!("{network}{gain}"))
    };
    let x = Axis::groups(
        say!("network (and how much faster with kernels)", "신경망 (커널을 쓰면 몇 배 빠른지)"),
        networks.iter().map(name).collect(),
    );
    let y = Axis::linear(say!("percent of the course's step", "수업 코드 한 단계의 백분율"))
        .from_to(0.0, 100.0);
    let note = say!(
        "One thread, f64: the solutions of lesson 3 as they are written. A network whose parts took \
         longer than the whole was disturbed and is left out.",
        "스레드 하나, f64: 3과의 해답을 쓰인 그대로 실행. 부분의 합이 전체보다 오래 걸린 신경망은 측정이 \
         방해받은 것이므로 뺌."
    );
    let panels = vec![Panel::Plot(Plot::new(x, y, marks))];
    let figure = Figure { panels, columns: 1, note: Some(note) };
    let title = say!("Where the time of a training step goes", "훈련 한 단계의 시간이 쓰이는 곳");
    (!networks.is_empty()).then_some(Picture { title, figure })
}
