//! The font of the figures: its widths for the layout, its outlines for PNG.

use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId};

/// Raised and lowered letters are this high, measured by the others.
pub(crate) const SMALL: f64 = 0.7;
/// How far raised letters stand above the baseline.
pub(crate) const RAISED: f64 = 0.36;
/// How far lowered letters stand below it.
pub(crate) const LOWERED: f64 = 0.16;

const RAISED_FORMS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵀ";
const LOWERED_FORMS: &str = "₀₁₂₃₄₅₆₇₈₉₋₊";
const PLAIN_FORMS: &str = "0123456789−+T";

static REGULAR: LazyLock<Face<'static>> =
    LazyLock::new(|| face(include_bytes!("../fonts/NotoSansKR-Regular.otf")));
static BOLD: LazyLock<Face<'static>> =
    LazyLock::new(|| face(include_bytes!("../fonts/NotoSansKR-Bold.otf")));

fn face(file: &'static [u8]) -> Face<'static> {
    Face::parse(file, 0).expect("the font in this crate is whole")
}

/// The regular or the bold face.
pub(crate) fn weight(bold: bool) -> &'static Face<'static> {
    if bold { &BOLD } else { &REGULAR }
}

/// The glyph of `letter`; a box where the font has none.
pub(crate) fn glyph(face: &Face<'_>, letter: char) -> GlyphId {
    face.glyph_index(letter).unwrap_or(GlyphId(0))
}

/// How wide a glyph is, in letter heights.
pub(crate) fn advance(face: &Face<'_>, glyph: GlyphId) -> f64 {
    f64::from(face.glyph_hor_advance(glyph).unwrap_or(1000)) / f64::from(face.units_per_em())
}

/// Where letters stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    On,
    Above,
    Below,
}

impl Level {
    /// The height of letters there, and how far their baseline is above that of the line.
    pub(crate) fn size_and_rise(self) -> (f64, f64) {
        match self {
            Self::On => (1.0, 0.0),
            Self::Above => (SMALL, RAISED),
            Self::Below => (SMALL, -LOWERED),
        }
    }
}

/// `text` in pieces that stand on, above or below the line. Raised and lowered digits come out as
/// plain ones, because few fonts have all of them in one size.
pub(crate) fn pieces(text: &str) -> Vec<(Level, String)> {
    let mut pieces: Vec<(Level, String)> = Vec::new();
    for letter in text.chars() {
        let (level, plain) = level_of(letter);
        match pieces.last_mut() {
            Some((last, piece)) if *last == level => piece.push(plain),
            _ => pieces.push((level, plain.to_string())),
        }
    }
    pieces
}

fn level_of(letter: char) -> (Level, char) {
    for (level, forms) in [(Level::Above, RAISED_FORMS), (Level::Below, LOWERED_FORMS)] {
        let place = forms.chars().position(|form| form == letter);
        if let Some(plain) = place.and_then(|place| PLAIN_FORMS.chars().nth(place)) {
            return (level, plain);
        }
    }
    (Level::On, letter)
}

/// How wide `text` is. Readers may see another font: this one is a little wider than needed.
pub(crate) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let face = weight(bold);
    let of_piece = |(level, piece): &(Level, String)| {
        let letters = piece.chars().map(|letter| advance(face, glyph(face, letter)));
        letters.sum::<f64>() * level.size_and_rise().0
    };
    pieces(text).iter().map(of_piece).sum::<f64>() * size * 1.04
}

/// `text` with blanks that no line ends at: before a sign of percent, and around and in the interval of a number.
pub(crate) fn unbroken(text: &str) -> String {
    const FIRM: char = '\u{a0}';
    let mut is_in_interval = false;
    let mut firm = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        is_in_interval = match letter {
            '[' => true,
            ']' => false,
            _ => is_in_interval,
        };
        let holds = letter == ' ' && (is_in_interval || matches!(letters.peek(), Some('%' | '[')));
        firm.push(if holds { FIRM } else { letter });
    }
    firm
}

/// `text` in as few lines of at most `limit` as it takes, all about equally long: no word stands
/// alone below a full line.
pub(crate) fn wrap(text: &str, limit: f64, size: f64, bold: bool) -> Vec<String> {
    let lines = fill(text, limit, size, bold);
    let narrower = (1..12).map(|k| limit * (1.0 - f64::from(k) * 0.05));
    let mut best = lines;
    for limit in narrower {
        let lines = fill(text, limit, size, bold);
        let fits = |line: &String| width(line, size, bold) <= limit;
        if lines.len() > best.len() || !lines.iter().all(fits) {
            break;
        }
        best = lines;
    }
    best
}

/// `text` in lines of at most `limit`, broken at blanks; a longer word has a line of its own.
fn fill(text: &str, limit: f64, size: f64, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let text = unbroken(text);
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, bold) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}
