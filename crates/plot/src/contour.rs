//! Where a map of the plane is above a level: marching squares, with the pieces joined to loops.

use std::collections::BTreeMap;

use super::drawing::Point;

/// The loops around all that is above a level, in units of the map: (column, row).
pub(crate) struct Contour {
    /// The loops; inside and outside alternate.
    pub(crate) loops: Vec<Vec<Point>>,
    end: Point,
}

/// The side of a square of the map: where it begins, and whether it goes up.
type Side = (usize, usize, bool);

/// The map with a rim below the level all around, so that every loop closes.
struct Rimmed<'a> {
    rows: &'a [Vec<f64>],
    level: f64,
}

impl Rimmed<'_> {
    fn size(&self) -> (usize, usize) {
        (self.rows.first().map_or(0, Vec::len), self.rows.len())
    }

    /// How far above the level.
    fn height(&self, (i, j): (usize, usize)) -> f64 {
        let row = j.checked_sub(1).and_then(|j| self.rows.get(j));
        let value = row.and_then(|row| i.checked_sub(1).and_then(|i| row.get(i)));
        match value {
            Some(value) if value.is_finite() => value - self.level,
            _ => -1.0,
        }
    }

    fn place(&self, (i, j): (usize, usize)) -> Point {
        let (columns, rows) = self.size();
        let inner =
            |k: usize, count: usize| k.saturating_sub(1).min(count.saturating_sub(1)) as f64;
        (inner(i, columns), inner(j, rows))
    }

    /// Where the level crosses a side.
    fn crossing(&self, (i, j, up): Side) -> Point {
        let (from, to) = ((i, j), if up { (i, j + 1) } else { (i + 1, j) });
        let (below, above) = (self.height(from), self.height(to));
        let part = (below / (below - above)).clamp(0.0, 1.0);
        let ((x0, y0), (x1, y1)) = (self.place(from), self.place(to));
        (x0 + part * (x1 - x0), y0 + part * (y1 - y0))
    }

    /// The pieces in one square: each leads from a side where a walk around the square leaves what
    /// is above to one where it comes back.
    fn pieces(&self, i: usize, j: usize) -> Vec<(Side, Side)> {
        let corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)];
        let sides = [(i, j, false), (i + 1, j, true), (i, j + 1, false), (i, j, true)];
        let heights = corners.map(|corner| self.height(corner));
        let is_above = heights.map(|height| height > 0.0);
        let leaves = |k: usize| is_above[k] && !is_above[(k + 1) % 4];
        let returns = |k: usize| !is_above[k] && is_above[(k + 1) % 4];
        // Where both diagonals disagree, the middle says whether the upper parts are one.
        let joined = heights.iter().sum::<f64>() > 0.0;
        let partner = |k: usize| {
            let turn = |n: usize| if joined { (k + n) % 4 } else { (k + 4 - n) % 4 };
            (1..4).map(turn).find(|k| returns(*k))
        };
        let piece = |k: usize| Some((sides[k], sides[partner(k)?]));
        (0..4).filter(|k| leaves(*k)).filter_map(piece).collect()
    }
}

/// The contour of `rows` (all of one length) at `level`.
pub(crate) fn contour(rows: &[Vec<f64>], level: f64) -> Contour {
    let map = Rimmed { rows, level };
    let (columns, count) = map.size();
    let squares = (0..=count).flat_map(|j| (0..=columns).map(move |i| (i, j)));
    let mut next: BTreeMap<Side, Side> = squares.flat_map(|(i, j)| map.pieces(i, j)).collect();
    let mut loops = Vec::new();
    while let Some((first, mut side)) = next.pop_first() {
        let mut points = vec![map.crossing(first)];
        while side != first {
            points.push(map.crossing(side));
            let Some(following) = next.remove(&side) else { break };
            side = following;
        }
        loops.push(points);
    }
    let end = (columns.saturating_sub(1) as f64, count.saturating_sub(1) as f64);
    Contour { loops, end }
}

impl Contour {
    /// The loops without the parts that run along the edge of the map.
    pub(crate) fn inner_lines(&self) -> Vec<Vec<Point>> {
        let mut lines = Vec::new();
        for points in &self.loops {
            let mut line: Vec<Point> = Vec::new();
            for k in 0..points.len() {
                let (from, to) = (points[k], points[(k + 1) % points.len()]);
                if self.runs_along_edge(from, to) {
                    lines.push(std::mem::take(&mut line));
                    continue;
                }
                if line.is_empty() {
                    line.push(from);
                }
                line.push(to);
            }
            lines.push(line);
        }
        lines.retain(|line| line.len() > 1);
        lines
    }

    fn runs_along_edge(&self, (x0, y0): Point, (x1, y1): Point) -> bool {
        let both = |a: f64, b: f64, edge: f64| a == edge && b == edge;
        both(x0, x1, 0.0)
            || both(x0, x1, self.end.0)
            || both(y0, y1, 0.0)
            || both(y0, y1, self.end.1)
    }
}

#[cfg(test)]
mod tests {
    use super::contour;

    #[test]
    fn a_hill_is_one_loop_that_closes() {
        let rows = vec![vec![0.0; 3], vec![0.0, 1.0, 0.0], vec![0.0; 3]];
        let hill = contour(&rows, 0.5);
        assert_eq!(hill.loops.len(), 1);
        assert_eq!(hill.loops[0].len(), 4, "one crossing on each side: {:?}", hill.loops);
        assert!(hill.loops[0].contains(&(0.5, 1.0)) && hill.loops[0].contains(&(1.5, 1.0)));
        assert_eq!(hill.inner_lines().len(), 1);
    }

    #[test]
    fn a_half_plane_has_one_inner_line() {
        let rows = vec![vec![0.0, 1.0]; 4];
        let half = contour(&rows, 0.5);
        let inner = half.inner_lines();
        assert_eq!(inner.len(), 1, "{inner:?}");
        assert!(inner[0].iter().all(|(x, _)| *x == 0.5), "{inner:?}");
    }

    #[test]
    fn a_saddle_with_a_low_middle_is_two_loops() {
        let rows = vec![vec![1.0, 0.0], vec![0.0, 1.0]];
        assert_eq!(contour(&rows, 0.6).loops.len(), 2);
        assert_eq!(contour(&rows, 0.4).loops.len(), 1);
    }
}
