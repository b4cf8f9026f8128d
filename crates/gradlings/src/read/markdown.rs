//! The lessons' Markdown, for a terminal: paragraphs that fit, tables as pairs, formulas in plain
//! text, pictures by their description and file.

use std::path::Path;

use crate::line::{Line, Style};
use crate::read::formula;
use crate::screen::Screen;

/// How deep formulas and code are indented.
const INDENT: &str = "    ";

/// `text` as lines of `screen`; `folder` is where its pictures are.
pub(super) fn lines(screen: &Screen, text: &str, folder: &Path) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut source = text.lines();
    while let Some(line) = source.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let block: Vec<&str> = source.by_ref().take_while(|line| *line != "```").collect();
            lines.extend(fenced(kind, &block));
        } else if line.is_empty() {
            lines.push(Line::default());
        } else if line.starts_with('|') {
            lines.extend(row(screen, line));
        } else if let Some(title) = line.strip_prefix('#') {
            let title = title.trim_start_matches('#').trim_start();
            lines.extend(screen.fit_in(Style::Strong, &inline(title), 0));
        } else if let Some((description, file)) = picture(line) {
            let file = folder.join(file).display().to_string().replace('\\', "/");
            lines.extend(screen.fit_in(Style::Faint, &format!("[{description}: {file}]"), 0));
        } else if let Some(item) = line.strip_prefix("- ") {
            lines.extend(screen.fit_behind("- ", &inline(item)));
        } else {
            lines.extend(screen.fit(&inline(line), 0));
        }
    }
    without_repeated_blanks(lines)
}

fn fenced(kind: &str, block: &[&str]) -> Vec<Line> {
    let indented = |line: &str| Line::plain(format!("{INDENT}{line}"));
    match kind {
        "math" => formula::plain(&block.join("\n")).iter().map(|line| indented(line)).collect(),
        // Lines that only the test of a block needs.
        "rust" => {
            block.iter().filter(|line| !line.starts_with("# ")).map(|line| indented(line)).collect()
        }
        _ => block.iter().map(|line| indented(line)).collect(),
    }
}

/// A row of a table: its first cell, and below it the others.
fn row(screen: &Screen, line: &str) -> Vec<Line> {
    let cells: Vec<String> =
        line.trim_matches('|').split('|').map(|cell| inline(cell.trim())).collect();
    let is_rule = cells.iter().all(|cell| cell.chars().all(|c| c == '-' || c == ':'));
    if is_rule {
        return vec![Line::default()];
    }
    let mut lines = screen.fit_behind("- ", &cells[0]);
    for cell in &cells[1..] {
        lines.extend(screen.fit_behind("  : ", cell));
    }
    lines
}

/// The description and the file of a picture that stands on a line of its own.
fn picture(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("![")?.strip_suffix(')')?.split_once("](")
}

/// Links become their text, and emphasis loses its stars, but not in code.
fn inline(text: &str) -> String {
    let mut plain = String::new();
    for (i, piece) in text.split('`').enumerate() {
        if i % 2 == 1 {
            plain += &format!("`{piece}`");
        } else {
            plain += &without_links(piece).replace('*', "");
        }
    }
    plain
}

fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let Some((name, after)) = link.split_once("](") else { break };
        let Some((_, after)) = after.split_once(')') else { break };
        plain += before;
        plain += name;
        rest = after;
    }
    plain + rest
}

fn without_repeated_blanks(lines: Vec<Line>) -> Vec<Line> {
    let mut shown: Vec<Line> = Vec::new();
    for line in lines {
        let repeats = line.width() == 0 && shown.last().is_none_or(|last| last.width() == 0);
        if !repeats {
            shown.push(line);
        }
    }
    while shown.last().is_some_and(|last| last.width() == 0) {
        shown.pop();
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Language;

    fn read(text: &str, width: usize) -> String {
        let screen = Screen::plain(Language::English, width);
        let lines = lines(&screen, text, Path::new("exercises/init"));
        lines.iter().map(|line| line.plain_text() + "\n").collect()
    }

    #[test]
    fn a_section_loses_its_marks() {
        let text = "## relu\n\nThe *slope* of `a * b`, see [there](README.md).\n\n\n\
                    ![Curves](images/draws.svg)\n\n```math\n\\sigma(z)\n```\n\n```sh\ncargo run\n```\n";
        assert_eq!(
            read(text, 60),
            "relu\n\nThe slope of `a * b`, see there.\n\n\
             [Curves: exercises/init/images/draws.svg]\n\n    σ(z)\n\n    cargo run\n"
        );
    }

    #[test]
    fn a_table_becomes_pairs_that_fit() {
        let text =
            "| the notes say | what holds |\n|---|---|\n| logistic regression | yes, it does |\n";
        assert_eq!(
            read(text, 20),
            "- the notes say\n  : what holds\n\n- logistic\n  regression\n  : yes, it does\n"
        );
    }
}
