//! Lines of text in colours, before they reach a terminal, a pipe or a golden file.

use textwrap::core::display_width;

/// How a piece of text looks; without colour all look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Good,
    Bad,
    Faint,
    Strong,
}

/// A line of a screen: pieces of text, each with its style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line(Vec<(Style, String)>);

impl Line {
    /// A line in one style. Control characters, which would move the cursor, are left out.
    pub(crate) fn new(style: Style, text: impl AsRef<str>) -> Self {
        Self::default().and(style, text)
    }

    /// A line without a style.
    pub(crate) fn plain(text: impl AsRef<str>) -> Self {
        Self::new(Style::Plain, text)
    }

    /// The line with a further piece at its end.
    pub(crate) fn and(mut self, style: Style, text: impl AsRef<str>) -> Self {
        let text = text.as_ref().replace('\t', "    ");
        self.0.push((style, text.chars().filter(|c| !c.is_control()).collect()));
        self
    }

    /// The line with another behind it.
    pub(crate) fn joined(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The columns it takes; a Korean letter takes two.
    pub(crate) fn width(&self) -> usize {
        self.0.iter().map(|(_, text)| display_width(text)).sum()
    }

    /// The line cut to `width` columns, the last of them an ellipsis if something was cut.
    pub(crate) fn cut(&self, width: usize) -> Self {
        if self.width() <= width {
            return self.clone();
        }
        let mut left = width.saturating_sub(1);
        let mut cut = Self::default();
        for (style, text) in &self.0 {
            let (kept, is_whole) = first_columns(text, left);
            cut = cut.and(*style, kept);
            left -= display_width(kept);
            if !is_whole {
                break;
            }
        }
        if width > 0 { cut.and(Style::Faint, "…") } else { cut }
    }

    /// The line as it is written, with escape codes if it is to be coloured.
    pub(crate) fn render(&self, is_coloured: bool) -> String {
        let mut rendered = String::new();
        for (style, text) in &self.0 {
            let code = match style {
                Style::Plain => "",
                Style::Good => "32",
                Style::Bad => "31",
                Style::Faint => "2",
                Style::Strong => "1",
            };
            if is_coloured && !code.is_empty() && !text.is_empty() {
                rendered += &format!("\u{1b}[{code}m{text}\u{1b}[0m");
            } else {
                rendered += text;
            }
        }
        rendered
    }
}

/// The beginning of `text` that fits into `width` columns, and whether that is all of it.
fn first_columns(text: &str, width: usize) -> (&str, bool) {
    let mut taken = 0;
    for (at, letter) in text.char_indices() {
        taken += display_width(letter.encode_utf8(&mut [0; 4]));
        if taken > width {
            return (&text[..at], false);
        }
    }
    (text, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, width: usize) -> String {
        Line::plain(text).cut(width).render(false)
    }

    #[test]
    fn a_cut_line_counts_columns_and_not_letters() {
        assert_eq!(cut("sigmoid", 7), "sigmoid");
        assert_eq!(cut("sigmoid", 6), "sigmo…");
        assert_eq!(cut("시그모이드", 6), "시그…");
        assert_eq!(cut("시그모이드", 5), "시그…");
        assert_eq!(cut("sigmoid", 1), "…");
        assert_eq!(cut("sigmoid", 0), "");
    }

    #[test]
    fn nothing_in_a_text_can_move_the_cursor() {
        let line = Line::new(Style::Bad, "a\u{1b}[2Jb\rc\td");
        assert_eq!(line.render(false), "a[2Jbc    d");
        assert_eq!(line.render(true), "\u{1b}[31ma[2Jbc    d\u{1b}[0m");
    }
}
