//! A small page with everything that a page may hold, hostile words included.

use std::path::Path;

use contract::{Text, say};
use lab::judge::judge;
use lab::output_folder::OutputFolder;
use lab::page::{Edition, Site, site};
use lab::{Claim, How, Judgement, Numbers, Observations, Ruling, Settings, Table};
use plot::{Axis, Figure, Format, Ink, Mark, Panel, Plot};

/// Words that would be markup if they were not escaped.
const HOSTILE: &str = "<script>alert(\"1 & 2\")</script>";

/// A figure with a hostile label.
fn figure() -> Figure {
    let label = Text::new(HOSTILE, HOSTILE);
    let points = (0..9).map(|k| (f64::from(k), f64::from(k * k))).collect();
    let curve = Mark::Line { label, ink: Ink::Orange, points, dashed: false };
    let (x, y) = (Axis::linear(say!("step", "단계")), Axis::linear(say!("cost", "비용")));
    let panels = vec![Panel::Plot(Plot::new(x, y, vec![curve]))];
    Figure { panels, columns: 1, note: Some(say!("A note.", "주석.")) }
}

/// Observations with that figure.
fn observations() -> Observations {
    let mut table = Table::new(&["n_h", "accuracy_percent"]);
    table.push(vec![4_usize.into(), 90.5.into()]);
    Observations {
        finding: Text::new(format!("A finding {HOSTILE}"), format!("알아낸 것 {HOSTILE}")),
        table,
        figure: figure(),
        numbers: Numbers::from([("accuracy", 90.5)]),
    }
}

fn rule(numbers: &Numbers) -> Judgement {
    let accuracy = numbers["accuracy"];
    Judgement {
        ruling: if accuracy > 90.0 { Ruling::HoldsBut } else { Ruling::DoesNotHold },
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
    let observations = vec![("sample", observations())];
    let edition = Edition {
        settings: Settings { seed: 1, quick: true },
        format: Format::Wide,
        others: &[(2, vec![Some(Ruling::Undecided), None, Some(Ruling::HoldsBut)])],
        sources: Some("../../".to_string()),
    };
    site(&judge(claims(), &observations), &observations, &edition)
}

/// Writes the page to `folder`.
#[allow(dead_code)] // Not every test writes it.
pub(crate) fn write(folder: &Path) {
    OutputFolder::open(folder).unwrap().put(&page().files).unwrap();
}
