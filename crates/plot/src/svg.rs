//! A drawing as SVG. It names its colours twice: as attributes for light paper, which every
//! program reads, and in a style sheet for dark paper, which browsers follow.

use std::collections::BTreeSet;
use std::fmt::Write;

use contract::Language;

use super::drawing::{Anchor, Drawing, Path, Point, Shape, Words};
use super::font::{self, Level};
use super::paint::Paint;

/// The fonts that figures are read in, the first that a reader has.
pub(crate) const FONTS: &str = "Pretendard, \"Noto Sans KR\", \"Noto Sans CJK KR\", \
                                \"Apple SD Gothic Neo\", \"Malgun Gothic\", sans-serif";

/// `drawing` as an SVG file.
pub fn svg(drawing: &Drawing) -> String {
    let (width, height) = (number(drawing.width), number(drawing.height));
    let language = match drawing.language {
        Language::English => "en",
        Language::Korean => "ko",
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" xml:lang=\"{language}\" role=\"img\" \
         aria-labelledby=\"title desc\" font-family=\"{}\">\n",
        escape(FONTS)
    );
    let (title, description) = (escape(&drawing.title), escape(&drawing.description));
    let _ = writeln!(out, "<title id=\"title\">{title}</title>");
    let _ = writeln!(out, "<desc id=\"desc\">{description}</desc>");
    out += &style(drawing);
    let paper = Paint::Paper;
    let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\"{}/>", fill(paper));
    for shapes in drawing.shapes.chunk_by(|a, b| look(a).is_some() && look(a) == look(b)) {
        match &shapes[0] {
            Shape::Path(path) => out += &path_element(path),
            Shape::Disc { paint, .. } => out += &discs_element(shapes, *paint),
            Shape::Words(words) => out += &words_element(words),
        }
        out.push('\n');
    }
    out + "</svg>\n"
}

/// `text` with everything that XML reads as its own written out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            // No file of XML may hold these, however they are written.
            '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                escaped.push('\u{fffd}');
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Two decimals at most: a hundredth of a point is not seen on any screen.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_string() } else { text.to_string() }
}

fn style(drawing: &Drawing) -> String {
    let mut used = BTreeSet::from([Paint::Paper]);
    for shape in &drawing.shapes {
        match shape {
            Shape::Path(path) => {
                used.extend(path.fill.map(|(paint, _)| paint));
                used.extend(path.stroke.map(|(paint, _)| paint));
            }
            Shape::Disc { paint, .. } => used.extend([*paint]),
            Shape::Words(words) => used.extend([words.paint]),
        }
    }
    let mut rules = String::new();
    for paint in used {
        let (class, dark) = (paint.class(), paint.colours().dark);
        let _ = write!(rules, ".{class}{{fill:#{dark:06x}}}.{class}-{{stroke:#{dark:06x}}}");
    }
    format!("<style>@media (prefers-color-scheme:dark){{{rules}}}</style>\n")
}

fn fill(paint: Paint) -> String {
    format!(" fill=\"#{:06x}\" class=\"{}\"", paint.colours().light, paint.class())
}

/// Without a class of its own, where the class of the fill stands already.
fn stroke(paint: Paint, width: f64) -> String {
    format!(" stroke=\"#{:06x}\" stroke-width=\"{}\"", paint.colours().light, number(width))
}

/// What discs must have in common to be written together.
fn look(shape: &Shape) -> Option<Paint> {
    match shape {
        Shape::Disc { paint, .. } => Some(*paint),
        _ => None,
    }
}

fn discs_element(shapes: &[Shape], paint: Paint) -> String {
    let (fill, rim) = (fill(paint), stroke(Paint::Paper, 0.8));
    let mut discs = format!("<g{fill}{rim}>");
    for shape in shapes {
        if let Shape::Disc { at: (x, y), radius, .. } = shape {
            let (x, y, r) = (number(*x), number(*y), number(*radius));
            let _ = write!(discs, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>");
        }
    }
    discs + "</g>"
}

fn path_element(path: &Path) -> String {
    let closed = path.fill.is_some();
    let d: String = path.lines.iter().map(|line| steps(line, closed)).collect();
    let mut classes = Vec::new();
    let mut element = format!("<path d=\"{d}\"");
    match path.fill {
        Some((paint, opacity)) => {
            let _ =
                write!(element, " fill=\"#{:06x}\" fill-rule=\"evenodd\"", paint.colours().light);
            if opacity < 1.0 {
                let _ = write!(element, " fill-opacity=\"{}\"", number(opacity));
            }
            classes.push(paint.class());
        }
        None => element += " fill=\"none\"",
    }
    if let Some((paint, width)) = path.stroke {
        element += &stroke(paint, width);
        element += " stroke-linejoin=\"round\" stroke-linecap=\"round\"";
        classes.push(format!("{}-", paint.class()));
    }
    if path.dashed {
        element += " stroke-dasharray=\"5 5\"";
    }
    format!("{element} class=\"{}\"/>", classes.join(" "))
}

fn steps(line: &[Point], closed: bool) -> String {
    let place = |(x, y): &Point| format!("{} {}", number(*x), number(*y));
    let places: Vec<String> = line.iter().map(place).collect();
    format!("M{}{}", places.join("L"), if closed { "Z" } else { "" })
}

fn words_element(words: &Words) -> String {
    let (x, y) = words.at;
    let anchor = match words.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if words.bold { " font-weight=\"700\"" } else { "" };
    let place = format!("x=\"{}\" y=\"{}\"", number(x), number(y));
    let size = format!(" font-size=\"{}\"", number(words.size));
    let spans = spans(&words.text, words.size);
    let element =
        |extra: &str| format!("<text {place}{size}{weight}{anchor}{extra}>{spans}</text>");
    let mut out = String::new();
    if words.halo {
        let class = format!("{}-", Paint::Paper.class());
        let rim = format!(
            "{} stroke-linejoin=\"round\" fill=\"none\" aria-hidden=\"true\" class=\"{class}\"",
            stroke(Paint::Paper, 4.0)
        );
        out += &element(&rim);
    }
    out + &element(&fill(words.paint))
}

/// Raised and lowered letters as spans; what follows them returns to the line.
fn spans(text: &str, size: f64) -> String {
    let mut spans = String::new();
    let mut rise = 0.0;
    for (level, piece) in font::pieces(text) {
        let (scale, above) = level.size_and_rise();
        let (shift, piece) = (number((rise - above) * size), escape(&piece));
        rise = above;
        match level {
            Level::On if shift == "0" => spans += &piece,
            Level::On => {
                let _ = write!(spans, "<tspan dy=\"{shift}\">{piece}</tspan>");
            }
            Level::Above | Level::Below => {
                let small = number(scale * size);
                let _ =
                    write!(spans, "<tspan dy=\"{shift}\" font-size=\"{small}\">{piece}</tspan>");
            }
        }
    }
    spans
}
