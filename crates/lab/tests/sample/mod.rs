//! A small page with everything that a page may hold, hostile words included.

use std::path::Path;

use contract::{Text, say};
use lab::folder::Folder;
use lab::judge::judge;
use lab::page::{Site, site};
use lab::{Claim, How, Numbers, Outcome, Ruling, Settings, Table, Verdict};
use plot::{Axis, Cell, Figure, Grid, Ink, Mark, Panel, Plot};

/// Words that would be markup if they were not escaped.
pub(crate) const HOSTILE: &str = "<script>alert(\"1 & 2\")</script>";

pub(crate) fn text(words: &str) -> Text {
    Text::new(words.to_string(), words.to_string())
}

/// A figure with every kind of mark.
pub(crate) fn figure() -> Figure {
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
            Cell { text: text("1"), ink: Some(Ink::Red) },
            Cell { text: text("4"), ink: Some(Ink::Blue) },
        ]],
    };
    let plots = [Plot::new(x, y, marks), map, bars].map(Panel::Plot);
    let panels = plots.into_iter().chain([Panel::Grid(grid)]).collect();
    Figure { panels, columns: 2, note: Some(say!("A note.", "주석.")) }
}

/// An outcome with that figure.
pub(crate) fn outcome() -> Outcome {
    let mut table = Table::new(&["n_h", "accuracy_percent"]);
    table.push(vec![4_usize.into(), 90.5.into()]);
    Outcome {
        finding: Text::new(format!("A finding {HOSTILE}"), format!("알아낸 것 {HOSTILE}")),
        table,
        figure: figure(),
        numbers: Numbers::from([("accuracy", 90.5)]),
    }
}

fn rule(numbers: &Numbers) -> Ruling {
    let accuracy = numbers["accuracy"];
    Ruling {
        verdict: if accuracy > 90.0 { Verdict::HoldsBut } else { Verdict::DoesNotHold },
        condition: Some(say!("with 4 units", "유닛이 4개일 때")),
        evidence: say!("{accuracy} % right", "{accuracy} % 정답"),
    }
}

fn claims() -> Vec<Claim> {
    const QUOTE: Text = Text::fixed(HOSTILE, "은닉층에서는 tanh");
    const WHY: Text = Text::fixed("A remark on history.", "역사에 관한 말.");
    let claim = |id, lesson, how| Claim { id, quote: QUOTE, lesson, how, rule };
    vec![
        claim("C1", "activations", &[How::Experiment("sample")]),
        claim("C2", "symmetry", const { &[How::NotRun(WHY)] }),
        claim(
            "C3",
            "activations",
            &[How::Experiment("sample"), How::Property("activations", "tanh", "is_odd")],
        ),
    ]
}

/// The page.
pub(crate) fn page() -> Site {
    let outcomes = vec![("sample", outcome())];
    let settings = Settings { seed: 1, quick: true };
    site(&judge(claims(), &outcomes), &outcomes, &settings)
}

/// Writes the page to `folder`.
#[allow(dead_code)] // Not every test writes it.
pub(crate) fn write(folder: &Path) {
    Folder::open(folder).unwrap().put(&page().files).unwrap();
}
