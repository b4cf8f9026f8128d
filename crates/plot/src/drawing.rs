//! A drawing: shapes on a sheet, in points, before they become SVG or PNG.

use contract::Language;

use super::paint::Paint;

/// A place on the sheet: to the right, and down.
pub type Point = (f64, f64);

/// Shapes on a sheet, from back to front.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The width of the sheet.
    pub width: f64,
    /// The height of the sheet.
    pub height: f64,
    /// The language of its words.
    pub language: Language,
    /// What it shows, in a sentence.
    pub title: String,
    /// What is to be seen, for whoever cannot see it.
    pub description: String,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Lines or areas.
    Path(Path),
    /// A disc.
    Disc {
        /// Its middle.
        at: Point,
        /// Its radius.
        radius: f64,
        /// Its colour; its rim has the colour of the paper.
        paint: Paint,
    },
    /// A line of words.
    Words(Words),
}

/// Polylines, or the areas that they enclose.
#[derive(Clone, Debug)]
pub struct Path {
    /// The corners of each.
    pub lines: Vec<Vec<Point>>,
    /// How it is filled, and how much of what is behind it is hidden (0 to 1).
    pub fill: Option<(Paint, f64)>,
    /// The colour and the width of its line.
    pub stroke: Option<(Paint, f64)>,
    /// Whether the line is dashed.
    pub dashed: bool,
}

/// A line of words.
#[derive(Clone, Debug)]
pub struct Words {
    /// Where its baseline begins, has its middle or ends.
    pub at: Point,
    /// Which of these `at` is.
    pub anchor: Anchor,
    /// The height of its letters.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub paint: Paint,
    /// Whether it is set off from what is behind it.
    pub halo: bool,
    /// The words.
    pub text: String,
}

/// Which part of a line of words stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its bottom edge.
    pub bottom: f64,
}

impl Area {
    /// How wide it is.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether it has anything in common with `other`.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether `point` lies in it.
    pub fn holds(&self, (x, y): Point) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Whether all of `other` lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        self.holds((other.left, other.top)) && self.holds((other.right, other.bottom))
    }

    /// Its four corners.
    pub fn corners(&self) -> Vec<Point> {
        let Self { left, top, right, bottom } = *self;
        vec![(left, top), (right, top), (right, bottom), (left, bottom)]
    }
}

impl Path {
    /// A line through `points`.
    pub fn line(points: Vec<Point>, paint: Paint, width: f64) -> Self {
        Self { lines: vec![points], fill: None, stroke: Some((paint, width)), dashed: false }
    }

    /// Filled areas.
    pub fn areas(lines: Vec<Vec<Point>>, paint: Paint, opacity: f64) -> Self {
        Self { lines, fill: Some((paint, opacity)), stroke: None, dashed: false }
    }
}

impl Words {
    /// Plain words that begin at `at`.
    pub fn new(at: Point, size: f64, paint: Paint, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { at, anchor: Anchor::Start, size, bold: false, paint, halo: false, text }
    }

    /// With this anchor.
    #[must_use]
    pub fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// In bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// Set off from what is behind.
    #[must_use]
    pub fn halo(mut self) -> Self {
        self.halo = true;
        self
    }
}

impl Drawing {
    /// Adds a path.
    pub fn path(&mut self, path: Path) {
        self.shapes.push(Shape::Path(path));
    }

    /// Adds words.
    pub fn words(&mut self, words: Words) {
        self.shapes.push(Shape::Words(words));
    }
}
