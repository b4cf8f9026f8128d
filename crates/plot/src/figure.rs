//! A figure as data: what the reader sees, not how it is drawn.

use contract::Text;

/// One or several panels below one title (the finding of the outcome).
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// The panels, row by row.
    pub panels: Vec<Panel>,
    /// How many panels stand side by side; 0 counts as 1.
    pub columns: usize,
    /// A line in small type below: data, seeds, what a band is.
    pub note: Option<Text>,
}

/// A part of a figure.
#[derive(Clone, Debug)]
pub enum Panel {
    /// Marks between two axes.
    Plot(Plot),
    /// A table of coloured cells.
    Grid(Grid),
}

/// Marks between two axes.
#[derive(Clone, Debug)]
pub struct Plot {
    /// What distinguishes this panel from its neighbours.
    pub title: Option<Text>,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// Whether a unit of x is as long as a unit of y: for maps of the plane.
    pub square: bool,
}

/// One of the two directions of a plot.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The quantity and its unit.
    pub label: Text,
    /// How values are spaced.
    pub scale: Scale,
    /// The ends; if none are given, those of the marks, rounded to ticks.
    pub range: Option<(f64, f64)>,
    /// The labelled values.
    pub ticks: Ticks,
}

/// How values are spaced along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Equal differences.
    Linear,
    /// Equal ratios; values that are not positive are left out.
    Log,
}

/// Where an axis is labelled.
#[derive(Clone, Debug)]
pub enum Ticks {
    /// Round numbers.
    Round,
    /// These values with these words, such as the names of groups.
    At(Vec<(f64, Text)>),
}

/// The colours of a figure, which colour-blind readers can tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// The first choice for a single series; class 0 on maps of the plane. Sigmoid.
    Blue,
    /// Class 1 on maps of the plane. Tanh.
    Orange,
    /// ReLU.
    Green,
    /// Leaky ReLU.
    Purple,
    /// What is wrong, stuck or dead.
    Red,
    /// A light companion to blue.
    Sky,
    /// What serves only as comparison.
    Grey,
}

/// Something drawn between two axes. Points that are not finite interrupt a line and are left out
/// elsewhere. An empty label means none.
#[derive(Clone, Debug)]
pub enum Mark {
    /// A curve, labelled at its end.
    Line {
        /// Written at the end of the curve.
        label: Text,
        /// For the curve and its label.
        ink: Ink,
        /// `(x, y)`, in the order of the curve.
        points: Vec<(f64, f64)>,
        /// Whether the curve is expected rather than measured.
        dashed: bool,
    },
    /// Dots, with their label above the plot.
    Dots {
        /// Written in the legend.
        label: Text,
        /// For the dots and their label.
        ink: Ink,
        /// `(x, y)`.
        points: Vec<(f64, f64)>,
    },
    /// The area between two curves, such as quartiles over seeds.
    Band {
        /// The colour of the area, which is drawn faintly.
        ink: Ink,
        /// `(x, low, high)`.
        points: Vec<(f64, f64, f64)>,
    },
    /// Bars that stand on the horizontal axis, or on 0 where it is in view.
    Bars {
        /// Written in the legend.
        label: Text,
        /// For the bars and their label.
        ink: Ink,
        /// The middle and the height of each bar, `(x, y)`.
        bars: Vec<(f64, f64)>,
        /// The width of each bar, in units of x.
        width: f64,
    },
    /// A value at every point of a rectangle of the plane, such as the output of a network, in
    /// colours from blue (0) to orange (1), with a line at 0.5.
    Field {
        /// The ends of the rectangle along x.
        x: (f64, f64),
        /// The ends of the rectangle along y.
        y: (f64, f64),
        /// Values 0 to 1: rows from low to high y, each from low to high x.
        rows: Vec<Vec<f64>>,
    },
    /// A vertical line at `x` with words at its top.
    At {
        /// In units of the horizontal axis.
        x: f64,
        /// Put where no curve runs; may be empty.
        text: Text,
    },
    /// A horizontal line at `y` with words at its end.
    Level {
        /// In units of the vertical axis.
        y: f64,
        /// Put above or below the line; may be empty.
        text: Text,
    },
    /// Words beside a point.
    Words {
        /// The point, `(x, y)`.
        at: (f64, f64),
        /// Put beside the point, where no curve runs.
        text: Text,
        /// The colour of the series that the point belongs to.
        ink: Ink,
    },
}

/// A table of coloured cells.
#[derive(Clone, Debug)]
pub struct Grid {
    /// What distinguishes this panel from its neighbours.
    pub title: Option<Text>,
    /// What the columns are, above their names.
    pub across: Text,
    /// What the rows are, beside their names.
    pub down: Text,
    /// The name above each column.
    pub columns: Vec<Text>,
    /// The name before each row.
    pub rows: Vec<Text>,
    /// The cells of each row, one for every column.
    pub cells: Vec<Vec<GridCell>>,
}

/// A cell of a [`Grid`].
#[derive(Clone, Debug)]
pub struct GridCell {
    /// Broken into lines where the cell is narrow.
    pub text: Text,
    /// The colour of the ground, light enough for words; none for the paper's own.
    pub ink: Option<Ink>,
}

impl Axis {
    /// A linear axis with round ticks, as long as the marks.
    pub fn linear(label: Text) -> Self {
        Self { label, scale: Scale::Linear, range: None, ticks: Ticks::Round }
    }

    /// A logarithmic axis with ticks at powers of ten, as long as the marks.
    pub fn log(label: Text) -> Self {
        Self { label, scale: Scale::Log, range: None, ticks: Ticks::Round }
    }

    /// An axis of groups: the first is at 0, the next at 1 and so on.
    pub fn groups(label: Text, names: Vec<Text>) -> Self {
        let range = Some((-0.6, names.len() as f64 - 0.4));
        let ticks = names.into_iter().enumerate().map(|(i, name)| (i as f64, name)).collect();
        Self { label, scale: Scale::Linear, range, ticks: Ticks::At(ticks) }
    }

    /// This axis with these ends.
    #[must_use]
    pub fn from_to(mut self, from: f64, to: f64) -> Self {
        self.range = Some((from, to));
        self
    }
}

impl Plot {
    /// An untitled plot of `marks`.
    pub fn new(x: Axis, y: Axis, marks: Vec<Mark>) -> Self {
        Self { title: None, x, y, marks, square: false }
    }

    /// This plot with a title.
    #[must_use]
    pub fn titled(mut self, title: Text) -> Self {
        self.title = Some(title);
        self
    }

    /// This plot as a map of the plane.
    #[must_use]
    pub fn square(mut self) -> Self {
        self.square = true;
        self
    }
}
