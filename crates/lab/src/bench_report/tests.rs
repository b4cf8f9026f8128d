//! The report on the fixture in `data/criterion`.

use super::findings::{crossover, headline, speed_up, whole};
use super::*;
use contract::say;

/// Measurements as criterion 0.8 left them, with damage: see `data/criterion/README.md`.
fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/criterion")
}

#[test]
fn what_criterion_wrote_is_read() {
    let measurements = Measurements::read(&fixture());
    let kernel = measurements.at("sigmoid f64", "kernel serial", 1e5).unwrap();
    assert!(kernel.interval.0 <= kernel.ns && kernel.ns <= kernel.interval.1, "{kernel:?}");
    assert!((0.01..100.0).contains(&kernel.ns), "{kernel:?}");
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
    assert!(flat.ns > 0.0);
}

#[test]
fn the_headline_is_made_from_the_numbers() {
    let measurements = Measurements::read(&fixture());
    let kernel = measurements.at("sigmoid f64", "kernel serial", 1e5).unwrap().ns;
    let words = headline(&measurements).en;
    assert!(words.starts_with("At 100,000 numbers the kernel"), "{words}");
    assert!(words.contains(&format!("{kernel:.2} ns")), "{words}");
    assert!(words.contains("threads"), "{words}");
}

#[test]
fn a_crossover_lies_between_the_sizes_around_it() {
    let measurements = Measurements::read(&fixture());
    let mut points = speed_up(&measurements, "sigmoid f64", "kernel rayon", "kernel serial");
    for (point, factor) in points.iter_mut().zip([0.5, 0.9, 1.9, 1.2]) {
        point.factor = factor;
    }
    let from = crossover(&points).unwrap();
    assert!((points[1].size..points[2].size).contains(&from), "{from}");
    for point in &mut points {
        point.factor = 0.9;
    }
    assert_eq!(crossover(&points), None);
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

fn plot_title(language: Language) -> String {
    let title = say!("Throughput of the sigmoid by size", "크기에 따른 시그모이드의 처리량");
    title.speak(language).to_string()
}

#[test]
fn an_empty_folder_says_how_to_measure() {
    let error = report(Path::new("no such folder"), Language::English).unwrap_err().text().en;
    assert!(error.ends_with("Measure first: `cargo bench -p benches`."), "{error}");
}
