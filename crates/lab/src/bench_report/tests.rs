//! The report on measurements that were recorded, and on those of a machine as one wishes it.

use super::findings::{SpeedUp, crossover, headline, speed_up, warnings, whole};
use super::*;
use contract::say;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// Measurements as criterion 0.8 left them, with damage.
fn fixture() -> PathBuf {
    data().join("criterion")
}

/// A run of three rounds while compilers ran on both cores.
fn noisy() -> (Measurements, Facts) {
    let folder = data().join("noisy_bench");
    let table = std::fs::read_to_string(folder.join("times.csv")).unwrap();
    let mut measurements = Measurements::default();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let [size, traffic, _, ns, low, high] =
            [2, 3, 4, 5, 6, 7].map(|i| cells[i].parse().unwrap());
        let time = Time { ns, interval: (low, high) };
        match measurements.all.last_mut() {
            Some(last) if (&*last.group, &*last.form, last.size) == (cells[0], cells[1], size) => {
                last.rounds.push(time);
            }
            _ => measurements.all.push(Measured {
                group: cells[0].to_string(),
                form: cells[1].to_string(),
                size,
                rounds: vec![time],
                traffic,
            }),
        }
    }
    (measurements, Facts::read(&folder))
}

/// What three rounds on a quiet machine would tell: times by size, within 2 % of each other.
fn quiet(forms: &[(&str, &str, [f64; 4])]) -> Measurements {
    let rounds = |ns: f64| vec![Time { ns, interval: (0.99 * ns, 1.01 * ns) }; 3];
    let all = forms.iter().flat_map(|(group, form, times)| {
        [1e3, 1e4, 1e5, 1e7].into_iter().zip(times).map(move |(size, &ns)| Measured {
            group: (*group).to_string(),
            form: (*form).to_string(),
            size,
            rounds: rounds(ns),
            traffic: 16.0,
        })
    });
    Measurements { all: all.collect(), unreadable: 0 }
}

const QUIET: [(&str, &str, [f64; 4]); 6] = [
    ("roof f64", "copy rayon", [0.2, 0.2, 0.1, 0.5]),
    ("roof f64", "copy serial", [0.1, 0.1, 0.2, 0.5]),
    ("sigmoid f64", "textbook serial", [4.0; 4]),
    ("sigmoid f64", "kernel serial", [0.5; 4]),
    ("sigmoid f64", "kernel rayon", [0.5, 0.5, 0.25, 0.45]),
    ("relu f64", "kernel serial", [0.1, 0.1, 0.2, 0.5]),
];

#[test]
fn a_quiet_machine_is_believed() {
    assert_eq!(
        headline(&quiet(&QUIET)).en,
        "At 100,000 numbers the kernel computes a sigmoid in 0.50 ns, 7.8 to 8.2 times as fast as \
         the textbook line. Threads pay from somewhere between 10,000 and 100,000 numbers on, 2.0 \
         to 2.0 times at 100,000, and 1.1 to 1.1 times at 10,000,000, where memory is the limit."
    );
    assert!(warnings(&quiet(&QUIET), &Facts::default()).is_empty());
}

#[test]
fn memory_is_named_only_where_it_is_the_limit() {
    let mut forms = QUIET;
    // Copying could move three times as much.
    forms[0].2[3] = 0.15;
    let words = headline(&quiet(&forms)).en;
    assert!(words.contains("Threads pay from"), "{words}");
    assert!(!words.contains("memory"), "{words}");
}

#[test]
fn two_sizes_are_too_few_to_say_when_threads_pay() {
    let mut measurements = quiet(&QUIET);
    measurements.all.retain(|measured| [1e3, 1e5].contains(&measured.size));
    let words = headline(&measurements).en;
    assert!(words.ends_with("cannot be told from 2 sizes."), "{words}");
}

#[test]
fn nothing_is_faster_than_its_roof() {
    let mut forms = QUIET;
    forms[5].2[2] = 0.1;
    let words = warnings(&quiet(&forms), &Facts::default());
    assert!(words[0].en.starts_with("relu f64 lies above its roof at 100,000"), "{words:?}");
}

#[test]
fn what_criterion_wrote_is_read() {
    let measurements = Measurements::read(&fixture());
    let kernel = measurements.at("sigmoid f64", "kernel serial", 1e5).unwrap();
    let Time { ns, interval } = kernel.time();
    assert!(interval.0 <= ns && ns <= interval.1, "{kernel:?}");
    assert!((0.01..100.0).contains(&ns), "{kernel:?}");
    assert_eq!(kernel.traffic, 16.0);
}

#[test]
fn damage_is_counted_and_left_out() {
    let measurements = Measurements::read(&fixture());
    assert_eq!(measurements.unreadable, 2);
    assert!(measurements.all.iter().all(|measured| measured.group != "damaged"));
}

#[test]
fn a_mean_stands_in_for_a_slope() {
    let measurements = Measurements::read(&fixture());
    let flat = measurements.at("sigmoid f64", "textbook serial", 1e7).unwrap();
    assert!(flat.time().ns > 0.0);
}

#[test]
fn an_interval_holds_what_every_round_allows() {
    let time = |ns, low, high| Time { ns, interval: (low, high) };
    let all = Time::over(&[time(2.0, 1.9, 2.1), time(5.0, 4.8, 5.2), time(2.2, 2.1, 2.3)]);
    assert_eq!(all, time(2.2, 1.9, 5.2));
    assert_eq!(Time::over(&[time(1.0, 1.0, 1.0), time(2.0, 2.0, 2.0)]).ns, 1.5);
}

#[test]
fn rounds_are_compared_with_their_own() {
    // A machine that was twice as slow in the second round, for both.
    let measured = |ns: f64| Measured {
        group: String::new(),
        form: String::new(),
        size: 1.0,
        rounds: [ns, 2.0 * ns].map(|ns| Time { ns, interval: (ns, ns) }).into(),
        traffic: 8.0,
    };
    assert_eq!(measured(3.0).ratio(&measured(1.0)), Time { ns: 3.0, interval: (3.0, 3.0) });
}

#[test]
fn what_was_measured_once_decides_nothing() {
    let words = headline(&Measurements::read(&fixture()));
    assert!(words.en.starts_with("Undecided: everything was measured once"), "{}", words.en);
    assert!(words.ko.starts_with("판정 보류"), "{}", words.ko);
}

#[test]
fn rounds_are_read_where_there_are_some() {
    let folder = std::env::temp_dir().join(format!("gradlings-rounds-{}", std::process::id()));
    let from = fixture().join("sigmoid f64/kernel serial/100000/new");
    for round in ["round-2", "round-1", "new"] {
        let to = folder.join("g/f/100000").join(round);
        std::fs::create_dir_all(&to).unwrap();
        for file in ["benchmark.json", "estimates.json"] {
            std::fs::copy(from.join(file), to.join(file)).unwrap();
        }
    }
    let measurements = Measurements::read(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(measurements.all[0].rounds.len(), 2, "{measurements:?}");
    assert_eq!(measurements.rounds(), 2);
}

fn points(intervals: &[(f64, f64)]) -> Vec<SpeedUp> {
    let sizes = [1e3, 1e4, 1e5, 1e6];
    let points = sizes.iter().zip(intervals);
    let point = |(&size, &interval): (&f64, &(f64, f64))| SpeedUp {
        size,
        factor: f64::midpoint(interval.0, interval.1),
        interval,
    };
    points.map(point).collect()
}

#[test]
fn a_crossover_lies_between_sizes_that_the_rounds_agree_on() {
    let (nothing, gain, noise) = ((0.98, 1.02), (1.6, 1.9), (0.7, 2.5));
    assert_eq!(crossover(&points(&[nothing, nothing, gain, gain])), Some((1e4, 1e5)));
    // Where the rounds do not agree, the sizes around it are further apart.
    assert_eq!(crossover(&points(&[nothing, noise, gain, gain])), Some((1e3, 1e5)));
    assert_eq!(crossover(&points(&[noise, noise, gain, gain])), None);
    assert_eq!(crossover(&points(&[nothing, gain, noise, gain])), None, "one size is too few");
    assert_eq!(crossover(&points(&[gain, gain, gain, gain])), None);
    assert_eq!(crossover(&points(&[nothing, nothing, nothing, nothing])), None);
}

#[test]
fn noise_is_not_taken_for_a_result() {
    let (measurements, facts) = noisy();
    // Whoever had looked at the first round only would have seen threads pay where the kernel does not
    // even use them.
    let [one_round, all_rounds] = [1, 3].map(|rounds| {
        let mut measurements = measurements.clone();
        measurements.all.iter_mut().for_each(|measured| measured.rounds.truncate(rounds));
        speed_up(&measurements, "sigmoid f64", "kernel rayon", "kernel serial")[0]
    });
    assert!(one_round.factor > 2.0, "{one_round:?}");
    assert!(all_rounds.interval.0 < 1.0 && all_rounds.interval.1 > 1.0, "{all_rounds:?}");
    let words = headline(&measurements).en;
    assert!(words.starts_with("Undecided: at 100,000 numbers the kernel is between"), "{words}");
    assert!(words.contains("From what size on threads pay is undecided"), "{words}");
    let words: Vec<_> = warnings(&measurements, &facts).into_iter().map(|w| w.en).collect();
    assert!(words[0].starts_with("Something else kept up to 1.7 cores busy"), "{words:?}");
    assert!(words[1].starts_with("The textbook's line took from 8.3 to 16.5 ns"), "{words:?}");
    assert_eq!(facts.gigahertz().map(|clock| (10.0 * clock).round()), Some(37.0));
}

#[test]
fn counts_are_rounded_to_what_is_known() {
    assert_eq!(whole(13_456.0), "13,000");
    assert_eq!(whole(10_000_000.0), "10,000,000");
    assert_eq!(whole(7.0), "7");
}

#[test]
fn the_page_stands_alone_in_both_languages() {
    for language in [Language::English, Language::Korean] {
        let (files, headline) = report(&fixture(), language).unwrap();
        let page = String::from_utf8(files[0].1.clone()).unwrap();
        assert!(page.contains(&plot_title(language)), "the pictures are there");
        assert!(page.contains(headline.speak(language)));
        assert_eq!(page.matches("<svg").count(), 3);
        let links = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!links.contains("http") && !links.contains("src="), "no network");
    }
}

#[test]
fn a_training_step_is_shown_in_parts() {
    let step = |form, ns: f64| ("step 2-4-1", form, [ns; 4]);
    let measured = quiet(&[
        step("course serial", 50.0),
        step("dot serial", 10.0),
        step("exp serial", 30.0),
        step("kernel serial", 20.0),
    ]);
    let pictures = figures::pictures(&measured, &Facts::default());
    let plot::Panel::Plot(plot) = &pictures[0].figure.panels[0] else { panic!("a plot") };
    let bar = |mark: &plot::Mark| match mark {
        plot::Mark::Bars { bars, .. } => (bars.len(), bars[0].0, bars[0].1.round()),
        other => panic!("{other:?}"),
    };
    let found: Vec<(usize, f64, f64)> = plot.marks.iter().map(bar).collect();
    assert_eq!(found, [(4, 0.0, 100.0), (4, 0.0, 80.0), (4, 0.0, 20.0)]);
    // Parts that took longer than the whole tell of the machine only.
    let disturbed = quiet(&[
        step("course serial", 50.0),
        step("dot serial", 10.0),
        step("exp serial", 45.0),
        step("kernel serial", 20.0),
    ]);
    assert!(figures::pictures(&disturbed, &Facts::default()).is_empty());
    assert!(pictures[0].title.en.contains("training step"));
}

fn plot_title(language: Language) -> String {
    let title = say!("Throughput of the sigmoid by size", "크기에 따른 시그모이드의 처리량");
    title.speak(language).to_string()
}

#[test]
fn an_empty_folder_says_how_to_measure() {
    let error = report(Path::new("no such folder"), Language::English).unwrap_err().text().en;
    assert!(error.ends_with("Measure first: `cargo bench -p benches`."), "{error}");
}
