//! Figures as files, with every kind of mark and with words that markup would have to escape.

use contract::{Language, Text, say};

use crate::drawing::Shape;
use crate::{
    Axis, Console, Drawing, Figure, Format, Grid, GridCell, Ink, Mark, Panel, Plot, draw, png, svg,
};

/// Words that would be markup if they were not escaped.
const HOSTILE: &str = "<script>alert(\"1 & 2\")</script>";

fn text(words: &str) -> Text {
    Text::new(words.to_string(), words.to_string())
}

/// A figure with every kind of mark.
fn figure() -> Figure {
    let wave = |k: i32| (f64::from(k) / 10.0, (f64::from(k) / 10.0).sin());
    let line = |name: &str, ink| Mark::Line {
        label: text(name),
        ink,
        points: (0..100).map(wave).collect(),
        dashed: false,
    };
    let marks = vec![
        Mark::Band { ink: Ink::Blue, points: vec![(0.0, -0.5, 0.5), (9.0, -0.2, 0.7)] },
        line("sine", Ink::Blue),
        line(HOSTILE, Ink::Orange),
        Mark::Dots { label: text("dots"), ink: Ink::Red, points: vec![(1.0, 0.2), (2.0, 0.4)] },
        Mark::At { x: 3.0, text: say!("here", "여기") },
        Mark::Level { y: 0.5, text: say!("half", "절반") },
        Mark::Words { at: (5.0, -0.5), text: say!("words", "낱말"), ink: Ink::Green },
    ];
    let (x, y) = (Axis::linear(say!("step", "단계")), Axis::linear(say!("cost", "비용")));
    let field = Mark::Field {
        x: (-1.0, 1.0),
        y: (-1.0, 1.0),
        rows: (0..9).map(|j| (0..9).map(|i| f64::from(i * j) / 64.0).collect()).collect(),
    };
    let map = Plot::new(Axis::linear(text("x₁")), Axis::linear(text("x₂")), vec![field]).square();
    let names = vec![say!("flower", "꽃"), say!("moons", "달")];
    let bars = Mark::Bars {
        label: text("tanh"),
        ink: Ink::Orange,
        bars: vec![(0.0, 43.0), (1.0, 151.0)],
        width: 0.5,
    };
    let bars = Plot::new(Axis::groups(text("data"), names), Axis::log(text("steps")), vec![bars]);
    let grid = Grid {
        title: None,
        across: text("b1"),
        down: text("W1"),
        columns: vec![say!("zero", "영"), say!("random", "무작위")],
        rows: vec![say!("zero", "영")],
        cells: vec![vec![
            GridCell { text: text("1"), ink: Some(Ink::Red) },
            GridCell { text: text("4"), ink: Some(Ink::Blue) },
        ]],
    };
    let plots = [Plot::new(x, y, marks), map, bars].map(Panel::Plot);
    let panels = plots.into_iter().chain([Panel::Grid(grid)]).collect();
    Figure { panels, columns: 2, note: Some(say!("A note.", "주석.")) }
}

fn drawing(language: Language) -> Drawing {
    draw(
        &figure(),
        &Text::new(format!("A finding {HOSTILE}"), format!("알아낸 것 {HOSTILE}")),
        language,
        Format::Wide,
    )
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
    let blank = draw(&Figure::default(), &text(""), Language::Korean, Format::Wide);
    let korean =
        draw(&Figure::default(), &text("학습률 비용 은닉 유닛"), Language::Korean, Format::Wide);
    assert!(png(&korean).len() > png(&blank).len() + 1000, "words leave ink");
}

#[test]
fn labels_at_the_ends_of_many_curves_do_not_overlap() {
    let curve = |k: i32| Mark::Line {
        label: text(&format!("curve {k}")),
        ink: Ink::Blue,
        points: vec![(0.0, f64::from(k)), (1.0, 0.001 * f64::from(k))],
        dashed: false,
    };
    let (x, y) = (Axis::linear(text("x")), Axis::linear(text("y")));
    let plot = Panel::Plot(Plot::new(x, y, (0..9).map(curve).collect()));
    let figure = Figure { panels: vec![plot], ..Figure::default() };
    let drawing = draw(&figure, &text("many"), Language::English, Format::Wide);
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
        label: text(label),
        ink: Ink::Blue,
        points: points.clone(),
        dashed: false,
    };
    for y in [Axis::linear(text("y")), Axis::log(text("y"))] {
        let x = Axis::linear(text("x"));
        let plot = Panel::Plot(Plot::new(x, y, vec![mark("a"), mark("b")]));
        let figure = Figure { panels: vec![plot], ..Figure::default() };
        let file = svg(&draw(&figure, &text("gaps"), Language::English, Format::Wide));
        assert!(!file.contains("NaN") && !file.contains("inf"), "{file}");
    }
}

#[test]
fn an_empty_figure_is_drawn_too() {
    let (x, y) = (Axis::log(text("x")), Axis::linear(text("y")));
    let figure =
        Figure { panels: vec![Panel::Plot(Plot::new(x, y, Vec::new()))], ..Figure::default() };
    let drawing = draw(&figure, &text("nothing"), Language::English, Format::Wide);
    assert!(svg(&drawing).contains("nothing") && !png(&drawing).is_empty());
}

#[test]
fn a_terminal_without_colour_gets_plain_characters_that_fit() {
    for columns in [30, 60, 100] {
        let console = Console { language: Language::English, columns, coloured: false };
        let out = crate::text(&figure(), &console);
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
    let console = Console { language: Language::Korean, columns: 80, coloured: true };
    let out = crate::text(&figure(), &console);
    assert!(out.contains('\u{1b}') && out.chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c)));
}
