//! Lines of text in colours, before they reach a terminal, a pipe or a golden file.

use textwrap::core::display_width;

use crate::call::in_words;

/// How a piece of text looks. Without colours all styles look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Good,
    Bad,
    Faint,
    Strong,
    /// A half block of a picture: the colour of its upper half, and of its lower.
    Halves(Rgb, Rgb),
}

/// Red, green and blue, each from 0 to 255.
pub(crate) type Rgb = [u8; 3];

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colours {
    None,
    /// The 256 that nearly every terminal has.
    Palette,
    All,
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
        let text = in_words(text.as_ref()).replace('\t', "    ");
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        match self.0.last_mut() {
            Some((last, before)) if *last == style => before.push_str(&text),
            _ => self.0.push((style, text)),
        }
        self
    }

    /// The line with another behind it.
    pub(crate) fn joined(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Its text, without colours.
    pub(crate) fn plain_text(&self) -> String {
        self.render(Colours::None)
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
            let (beginning, is_whole) = first_columns(text, left);
            cut = cut.and(*style, beginning);
            left -= display_width(beginning);
            if !is_whole {
                break;
            }
        }
        if width > 0 { cut.and(Style::Faint, "…") } else { cut }
    }

    /// The line as it is written, with escape codes if there are colours.
    pub(crate) fn render(&self, colours: Colours) -> String {
        let mut rendered = String::new();
        for (style, text) in &self.0 {
            let code = style.code(colours);
            if code.is_empty() || text.is_empty() {
                rendered += text;
            } else {
                rendered += &format!("\u{1b}[{code}m{text}\u{1b}[0m");
            }
        }
        rendered
    }
}

impl Style {
    fn code(self, colours: Colours) -> String {
        match self {
            _ if colours == Colours::None => String::new(),
            Self::Plain => String::new(),
            Self::Good => "32".to_string(),
            Self::Bad => "31".to_string(),
            Self::Faint => "2".to_string(),
            Self::Strong => "1".to_string(),
            Self::Halves(above, below) => {
                format!("38;{};48;{}", colours.code(above), colours.code(below))
            }
        }
    }
}

impl Colours {
    fn code(self, [r, g, b]: Rgb) -> String {
        if self == Self::All {
            return format!("2;{r};{g};{b}");
        }
        // The nearest of the palette's cube, whose steps are 0, 95, 135, 175, 215 and 255.
        let [r, g, b] = [r, g, b].map(|part| match u16::from(part) {
            0..48 => 0,
            48..115 => 1,
            part => (part - 35) / 40,
        });
        format!("5;{}", 16 + 36 * r + 6 * g + b)
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
        Line::plain(text).cut(width).render(Colours::None)
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
        assert_eq!(line.render(Colours::None), "a[2Jbc    d");
        assert_eq!(line.render(Colours::Palette), "\u{1b}[31ma[2Jbc    d\u{1b}[0m");
    }
}
