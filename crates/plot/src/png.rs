//! A drawing as PNG, on light paper, with the letters of the font in this crate.

use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint as Colour, PathBuilder, Pixmap, Stroke, StrokeDash,
    Transform,
};
use ttf_parser::OutlineBuilder;

use super::drawing::{Anchor, Drawing, Path, Shape, Words};
use super::font;
use super::paint::Paint;

/// Pixels per point.
const SCALE: f32 = 2.0;

/// `drawing` as a PNG file, two pixels a point.
///
/// # Panics
/// If there is no memory for its pixels.
pub fn png(drawing: &Drawing) -> Vec<u8> {
    let mut sheet = sheet(drawing);
    for shape in &drawing.shapes {
        match shape {
            Shape::Path(path) => draw_path(&mut sheet, path),
            Shape::Disc { at: (x, y), radius, paint } => {
                let disc = PathBuilder::from_circle(single(*x), single(*y), single(*radius));
                if let Some(disc) = disc {
                    fill(&mut sheet, &disc, *paint, 1.0, FillRule::Winding);
                    stroke(&mut sheet, &disc, Paint::Paper, 0.8, false);
                }
            }
            Shape::Words(words) => draw_words(&mut sheet, words),
        }
    }
    sheet.encode_png().expect("a picture in memory can be written to memory")
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Sheets are small.
fn sheet(drawing: &Drawing) -> Pixmap {
    let pixels = |length: f64| (length * f64::from(SCALE)).ceil().clamp(1.0, 20_000.0) as u32;
    let mut sheet = Pixmap::new(pixels(drawing.width), pixels(drawing.height))
        .expect("a sheet has an area and fits into memory");
    let paper = colour(Paint::Paper, 1.0);
    let white = match paper.shader {
        tiny_skia::Shader::SolidColor(white) => white,
        _ => Color::WHITE,
    };
    sheet.fill(white);
    sheet
}

#[allow(clippy::cast_possible_truncation)] // A place on the sheet.
fn single(value: f64) -> f32 {
    value as f32
}

fn colour(paint: Paint, opacity: f64) -> Colour<'static> {
    let [_, red, green, blue] = paint.colours().light.to_be_bytes();
    let mut colour = Colour { anti_alias: true, ..Colour::default() };
    let part = |byte: u8| f32::from(byte) / 255.0;
    let opacity = single(opacity.clamp(0.0, 1.0));
    let mixed = Color::from_rgba(part(red), part(green), part(blue), opacity);
    colour.set_color(mixed.expect("bytes over 255 are between 0 and 1"));
    colour
}

fn fill(sheet: &mut Pixmap, path: &tiny_skia::Path, paint: Paint, opacity: f64, rule: FillRule) {
    let scale = Transform::from_scale(SCALE, SCALE);
    sheet.fill_path(path, &colour(paint, opacity), rule, scale, None);
}

fn stroke(sheet: &mut Pixmap, path: &tiny_skia::Path, paint: Paint, width: f64, dashed: bool) {
    let stroke = Stroke {
        width: single(width),
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        dash: if dashed { StrokeDash::new(vec![5.0, 5.0], 0.0) } else { None },
        ..Stroke::default()
    };
    let scale = Transform::from_scale(SCALE, SCALE);
    sheet.stroke_path(path, &colour(paint, 1.0), &stroke, scale, None);
}

fn draw_path(sheet: &mut Pixmap, path: &Path) {
    let mut builder = PathBuilder::new();
    for line in &path.lines {
        for (i, (x, y)) in line.iter().enumerate() {
            match i {
                0 => builder.move_to(single(*x), single(*y)),
                _ => builder.line_to(single(*x), single(*y)),
            }
        }
        if path.fill.is_some() {
            builder.close();
        }
    }
    let Some(outline) = builder.finish() else { return };
    if let Some((paint, opacity)) = path.fill {
        fill(sheet, &outline, paint, opacity, FillRule::EvenOdd);
    }
    if let Some((paint, width)) = path.stroke {
        stroke(sheet, &outline, paint, width, path.dashed);
    }
}

/// The outline of letters, put where they stand.
struct Letters {
    builder: PathBuilder,
    x: f64,
    y: f64,
    scale: f64,
}

impl Letters {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, y) = (f64::from(x) * self.scale, f64::from(y) * self.scale);
        (single(self.x + x), single(self.y - y))
    }
}

impl OutlineBuilder for Letters {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.builder.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.builder.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place(x1, y1), self.place(x, y));
        self.builder.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2)) = (self.place(x1, y1), self.place(x2, y2));
        let (x, y) = self.place(x, y);
        self.builder.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}

fn draw_words(sheet: &mut Pixmap, words: &Words) {
    let face = font::weight(words.bold);
    // Widths are kept a little too wide for other fonts; these letters need no more than their own.
    let width = font::width(&words.text, words.size, words.bold) / 1.04;
    let (x, y) = words.at;
    let start = match words.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let mut letters = Letters { builder: PathBuilder::new(), x: start, y, scale: 1.0 };
    for (level, piece) in font::pieces(&words.text) {
        let (scale, rise) = level.size_and_rise();
        letters.y = y - rise * words.size;
        letters.scale = scale * words.size / f64::from(face.units_per_em());
        for letter in piece.chars() {
            let glyph = font::glyph(face, letter);
            face.outline_glyph(glyph, &mut letters);
            letters.x += font::advance(face, glyph) * scale * words.size;
        }
    }
    let Some(outline) = letters.builder.finish() else { return };
    if words.halo {
        stroke(sheet, &outline, Paint::Paper, 4.0, false);
    }
    fill(sheet, &outline, words.paint, 1.0, FillRule::Winding);
}
