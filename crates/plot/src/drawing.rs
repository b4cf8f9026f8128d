//! A drawing: shapes on a sheet, before they become SVG or PNG. All lengths are in points.

use contract::Language;

use super::paint::Paint;

/// A place on the sheet: how far to the right of its left edge, and how far below its top.
pub type Point = (f64, f64);

/// Shapes on a sheet, with what a reader must know of them.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The width of the sheet, 800 for every figure.
    pub width: f64,
    /// The height of the sheet, as its panels need.
    pub height: f64,
    /// The language of all words on the sheet.
    pub language: Language,
    /// The finding, in a sentence.
    pub title: String,
    /// The axes and the labels in words, for readers who cannot see the drawing.
    pub description: String,
    /// From back to front.
    pub shapes: Vec<Shape>,
}

/// What a sheet may hold.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Lines or areas.
    Path(Path),
    /// A disc.
    Disc {
        /// The centre.
        at: Point,
        /// The radius, rim included.
        radius: f64,
        /// The colour inside; the rim has the colour of the paper.
        paint: Paint,
    },
    /// A line of words.
    Words(Words),
}

/// Polylines, or the areas that they enclose.
#[derive(Clone, Debug)]
pub struct Path {
    /// The corners of each polyline.
    pub lines: Vec<Vec<Point>>,
    /// The colour of the areas, and their opacity from 0 to 1.
    pub fill: Option<(Paint, f64)>,
    /// The colour and the width of the line.
    pub stroke: Option<(Paint, f64)>,
    /// Whether the line is broken into dashes of 5 points.
    pub dashed: bool,
}

/// A line of words.
#[derive(Clone, Debug)]
pub struct Words {
    /// A place on the baseline.
    pub at: Point,
    /// Which part of the words stands at `at`.
    pub anchor: Anchor,
    /// The size of the letters.
    pub size: f64,
    /// Whether the letters are bold.
    pub bold: bool,
    /// The colour of the letters.
    pub paint: Paint,
    /// Whether a rim in the colour of the paper sets the letters off from the shapes behind.
    pub halo: bool,
    /// One line; raised and lowered digits are drawn as such.
    pub text: String,
}

/// Which part of a line of words stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The first letter begins there.
    Start,
    /// Half of the words is on either side.
    Middle,
    /// The last letter ends there.
    End,
}

/// A rectangle by the places of its edges; `top` is less than `bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// From the left edge of the sheet.
    pub left: f64,
    /// From the top of the sheet.
    pub top: f64,
    /// From the left edge of the sheet.
    pub right: f64,
    /// From the top of the sheet.
    pub bottom: f64,
}

impl Area {
    /// The distance from left to right.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// The distance from top to bottom.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether both share more than an edge.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the point lies inside or on an edge.
    pub fn holds(&self, (x, y): Point) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Whether all of `other` lies inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.holds((other.left, other.top)) && self.holds((other.right, other.bottom))
    }

    /// The four corners, clockwise from the top left.
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

    /// Areas without an outline.
    pub fn areas(lines: Vec<Vec<Point>>, paint: Paint, opacity: f64) -> Self {
        Self { lines, fill: Some((paint, opacity)), stroke: None, dashed: false }
    }
}

impl Words {
    /// Regular letters that begin at `at`, without a rim.
    pub fn new(at: Point, size: f64, paint: Paint, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { at, anchor: Anchor::Start, size, bold: false, paint, halo: false, text }
    }

    /// These words with another part of them at their place.
    #[must_use]
    pub fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// These words in bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// These words with a rim in the colour of the paper.
    #[must_use]
    pub fn halo(mut self) -> Self {
        self.halo = true;
        self
    }
}

impl Drawing {
    /// Adds a path in front of everything.
    pub fn path(&mut self, path: Path) {
        self.shapes.push(Shape::Path(path));
    }

    /// Adds words in front of everything.
    pub fn words(&mut self, words: Words) {
        self.shapes.push(Shape::Words(words));
    }
}
