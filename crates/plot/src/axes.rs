//! From values to places on the sheet.

use super::drawing::{Area, Point};
use crate::figure::{Mark, Plot, Scale};

/// An axis with its place on the sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AxisSpan {
    pub(crate) scale: Scale,
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) start: f64,
    pub(crate) end: f64,
}

impl AxisSpan {
    /// The place of `value`; not finite where there is none, as for 0 on a logarithmic scale.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let along = |value: f64| match self.scale {
            Scale::Linear => value,
            Scale::Log => value.log10(),
        };
        let (from, to) = (along(self.from), along(self.to));
        self.start + (along(value) - from) / (to - from) * (self.end - self.start)
    }
}

/// Both axes with their places.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Axes {
    pub(crate) area: Area,
    pub(crate) x: AxisSpan,
    pub(crate) y: AxisSpan,
}

impl Axes {
    /// Where the point is, if it has a place on an endless sheet.
    pub(crate) fn at(&self, (x, y): Point) -> Option<Point> {
        let place = (self.x.at(x), self.y.at(y));
        (place.0.is_finite() && place.1.is_finite()).then_some(place)
    }

    /// The parts of a line through `points` that are in sight.
    pub(crate) fn visible(&self, points: &[Point]) -> Vec<Vec<Point>> {
        let mut lines: Vec<Vec<Point>> = Vec::new();
        let mut line: Vec<Point> = Vec::new();
        let mut last: Option<Point> = None;
        for point in points {
            let here = self.at(*point);
            match last.zip(here).and_then(|(from, to)| clip(&self.area, from, to)) {
                Some((from, to)) => {
                    if line.last() != Some(&from) {
                        lines.push(std::mem::take(&mut line));
                        line.push(from);
                    }
                    line.push(to);
                }
                None => lines.push(std::mem::take(&mut line)),
            }
            last = here;
        }
        lines.push(line);
        lines.retain(|line| line.len() > 1);
        lines.into_iter().map(|line| simplified(&line)).collect()
    }
}

/// The part of the straight line between two places that lies in `area`.
fn clip(area: &Area, from: Point, to: Point) -> Option<(Point, Point)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (slope, room) in [
        (-dx, from.0 - area.left),
        (dx, area.right - from.0),
        (-dy, from.1 - area.top),
        (dy, area.bottom - from.1),
    ] {
        if slope == 0.0 && room < 0.0 {
            return None;
        } else if slope < 0.0 {
            enters = enters.max(room / slope);
        } else if slope > 0.0 {
            leaves = leaves.min(room / slope);
        }
    }
    let along = |part: f64| (from.0 + part * dx, from.1 + part * dy);
    let end = if leaves == 1.0 { to } else { along(leaves) };
    (enters <= leaves).then(|| (if enters == 0.0 { from } else { along(enters) }, end))
}

/// The line without the corners that are too small to see: those within a tenth of a point of it.
pub(crate) fn simplified(line: &[Point]) -> Vec<Point> {
    let mut is_corner = vec![false; line.len()];
    let mut pieces = vec![(0, line.len() - 1)];
    while let Some((first, last)) = pieces.pop() {
        (is_corner[first], is_corner[last]) = (true, true);
        let far = |k: usize| distance(line[k], line[first], line[last]);
        let farthest = (first + 1..last).max_by(|a, b| far(*a).total_cmp(&far(*b)));
        if let Some(farthest) = farthest.filter(|k| far(*k) > 0.1) {
            pieces.extend([(first, farthest), (farthest, last)]);
        }
    }
    line.iter().zip(is_corner).filter_map(|(point, stays)| stays.then_some(*point)).collect()
}

/// How far `point` is from the piece of line between `a` and `b`.
fn distance(point: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let along = ((point.0 - a.0) * dx + (point.1 - a.1) * dy) / length;
    let part = if length > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
    (point.0 - a.0 - part * dx).hypot(point.1 - a.1 - part * dy)
}

/// The ends of the values of a plot along both axes, before rounding.
pub(crate) struct Ends {
    pub(crate) x: (f64, f64),
    pub(crate) y: (f64, f64),
}

/// The ends of all that `plot` shows.
pub(crate) fn ends(plot: &Plot) -> Ends {
    let (mut xs, mut ys): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
    for mark in &plot.marks {
        match mark {
            Mark::Line { points, .. } | Mark::Dots { points, .. } => {
                xs.extend(points.iter().map(|(x, _)| x));
                ys.extend(points.iter().map(|(_, y)| y));
            }
            Mark::Band { points, .. } => {
                xs.extend(points.iter().map(|(x, _, _)| x));
                ys.extend(points.iter().flat_map(|(_, low, high)| [low, high]));
            }
            Mark::Bars { bars, width, .. } => {
                xs.extend(bars.iter().flat_map(|(x, _)| [x - width, x + width]));
                ys.extend(bars.iter().map(|(_, y)| y));
                ys.extend([0.0]);
            }
            Mark::Field { x, y, .. } => {
                xs.extend([x.0, x.1]);
                ys.extend([y.0, y.1]);
            }
            Mark::At { x, .. } => xs.push(*x),
            Mark::Level { y, .. } => ys.push(*y),
            Mark::Words { at, .. } => {
                xs.push(at.0);
                ys.push(at.1);
            }
        }
    }
    Ends { x: of(&xs, plot.x.scale), y: of(&ys, plot.y.scale) }
}

/// The least and the greatest value that has a place on the scale, never equal.
fn of(values: &[f64], scale: Scale) -> (f64, f64) {
    let has_place = |v: &&f64| v.is_finite() && (scale == Scale::Linear || **v > 0.0);
    let placed = values.iter().filter(has_place);
    let ends = placed.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(*v), b.max(*v)));
    match (ends, scale) {
        ((from, to), _) if from < to => (from, to),
        ((from, _), Scale::Linear) if from.is_finite() => (from - 0.5, from + 0.5),
        ((from, _), Scale::Log) if from.is_finite() => (from / 3.0, from * 3.0),
        (_, Scale::Linear) => (0.0, 1.0),
        (_, Scale::Log) => (1.0, 10.0),
    }
}

#[cfg(test)]
mod tests {
    use super::{clip, simplified};
    use crate::drawing::Area;

    const UNIT: Area = Area { left: 0.0, top: 0.0, right: 1.0, bottom: 1.0 };

    #[test]
    fn a_line_is_cut_where_it_leaves_the_area() {
        assert_eq!(clip(&UNIT, (0.5, 0.5), (2.5, 0.5)), Some(((0.5, 0.5), (1.0, 0.5))));
        assert_eq!(clip(&UNIT, (2.0, 0.0), (2.0, 1.0)), None);
        assert_eq!(clip(&UNIT, (-1.0, 0.5), (2.0, 0.5)), Some(((0.0, 0.5), (1.0, 0.5))));
    }

    #[test]
    fn corners_on_a_straight_line_are_left_out() {
        let straight: Vec<_> = (0..1000).map(|k| (f64::from(k), f64::from(k))).collect();
        assert_eq!(simplified(&straight).len(), 2);
        assert_eq!(simplified(&[(0.0, 0.0), (1.0, 5.0), (2.0, 0.0)]).len(), 3);
    }
}
