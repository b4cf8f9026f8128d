//! Figures as files.

mod sample;

use contract::Language;
use plot::Screen;
use plot::{Axis, Figure, Ink, Mark, Panel, Plot};
use plot::{Drawing, draw, drawing::Shape, png, svg, terminal};

fn drawing(language: Language) -> Drawing {
    draw(&sample::figure(), &sample::outcome().finding, language)
}

#[test]
fn the_same_figure_gives_the_same_bytes() {
    for language in [Language::English, Language::Korean] {
        let (first, second) = (drawing(language), drawing(language));
        assert_eq!(svg(&first), svg(&second));
        assert_eq!(png(&first), png(&second));
    }
}

#[test]
fn a_figure_says_what_it_shows_and_in_which_language() {
    let file = svg(&drawing(Language::Korean));
    assert!(
        file.contains("<title id=\"title\">알아낸 것 &lt;script&gt;alert(&quot;1 &amp; 2&quot;)")
    );
    assert!(file.contains("<desc id=\"desc\">비용 / 단계: sine"));
    assert!(file.contains("xml:lang=\"ko\""));
    assert!(file.contains("Pretendard, &quot;Noto Sans KR&quot;"));
    assert!(!file.contains("<script"));
}

#[test]
fn minus_signs_are_real() {
    let file = svg(&drawing(Language::English));
    assert!(file.contains(">−0.5<") && !file.contains(">-0"), "{file}");
}

#[test]
fn every_letter_of_both_languages_has_an_outline() {
    let blank = draw(&Figure::default(), &sample::text(""), Language::Korean);
    let korean = draw(&Figure::default(), &sample::text("학습률 비용 은닉 유닛"), Language::Korean);
    assert!(png(&korean).len() > png(&blank).len() + 1000, "words leave ink");
}

#[test]
fn labels_at_the_ends_of_many_curves_do_not_overlap() {
    let curve = |k: i32| Mark::Line {
        label: sample::text(&format!("curve {k}")),
        ink: Ink::Blue,
        points: vec![(0.0, f64::from(k)), (1.0, 0.001 * f64::from(k))],
        dashed: false,
    };
    let (x, y) = (Axis::linear(sample::text("x")), Axis::linear(sample::text("y")));
    let plot = Panel::Plot(Plot::new(x, y, (0..9).map(curve).collect()));
    let figure = Figure { panels: vec![plot], ..Figure::default() };
    let drawing = draw(&figure, &sample::text("many"), Language::English);
    let mut baselines: Vec<f64> = Vec::new();
    for shape in &drawing.shapes {
        if let Shape::Words(words) = shape
            && words.text.starts_with("curve")
        {
            baselines.push(words.at.1);
        }
    }
    baselines.sort_by(f64::total_cmp);
    assert_eq!(baselines.len(), 9);
    let nearest = baselines.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min);
    assert!(nearest > 13.0, "two labels are {nearest} apart");
}

#[test]
fn points_without_a_place_are_left_out() {
    let points = vec![(0.0, f64::NAN), (1.0, 0.0), (2.0, -1.0), (3.0, f64::INFINITY), (4.0, 10.0)];
    let mark = |label: &str| Mark::Line {
        label: sample::text(label),
        ink: Ink::Blue,
        points: points.clone(),
        dashed: false,
    };
    for y in [Axis::linear(sample::text("y")), Axis::log(sample::text("y"))] {
        let x = Axis::linear(sample::text("x"));
        let plot = Panel::Plot(Plot::new(x, y, vec![mark("a"), mark("b")]));
        let figure = Figure { panels: vec![plot], ..Figure::default() };
        let file = svg(&draw(&figure, &sample::text("gaps"), Language::English));
        assert!(!file.contains("NaN") && !file.contains("inf"), "{file}");
    }
}

#[test]
fn an_empty_figure_is_drawn_too() {
    let (x, y) = (Axis::log(sample::text("x")), Axis::linear(sample::text("y")));
    let figure =
        Figure { panels: vec![Panel::Plot(Plot::new(x, y, Vec::new()))], ..Figure::default() };
    let drawing = draw(&figure, &sample::text("nothing"), Language::English);
    assert!(svg(&drawing).contains("nothing") && !png(&drawing).is_empty());
}

#[test]
fn a_terminal_without_colour_gets_plain_characters_that_fit() {
    for columns in [30, 60, 100] {
        let screen = Screen { language: Language::English, columns, coloured: false };
        let out = terminal(&sample::figure(), &screen);
        assert!(!out.contains('\u{1b}'), "no colour was asked for");
        assert!(!out.chars().any(|c| ('\u{2800}'..='\u{28ff}').contains(&c)), "{out}");
        for line in out.lines() {
            let width = textwrap::core::display_width(line);
            assert!(width <= columns, "{width} columns of {columns}: {line:?}");
        }
    }
}

#[test]
fn a_terminal_with_colour_gets_braille() {
    let screen = Screen { language: Language::Korean, columns: 80, coloured: true };
    let out = terminal(&sample::figure(), &screen);
    assert!(out.contains('\u{1b}') && out.chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c)));
}
