//! Where words go so that they cover neither each other nor what they are about.

use super::drawing::{Area, Point};

/// Where things of these heights stand below each other, in the given order, as near as possible
/// to where they are wanted (their middles), between `top` and `bottom`.
///
/// Neighbours that would overlap become one block that stands around the mean of their wishes.
pub fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    struct Block {
        start: f64,
        height: f64,
        members: Vec<usize>,
    }
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].0.total_cmp(&wanted[*b].0));
    let start_of = |members: &[usize], height: f64| {
        let mut above = 0.0;
        let mut wish = 0.0;
        for member in members {
            wish += wanted[*member].0 - wanted[*member].1 / 2.0 - above;
            above += wanted[*member].1;
        }
        (wish / members.len() as f64).min(bottom - height).max(top)
    };
    let mut blocks: Vec<Block> = Vec::new();
    for member in order {
        let height = wanted[member].1;
        let start = start_of(&[member], height);
        let mut block = Block { start, height, members: vec![member] };
        while let Some(last) = blocks.pop_if(|last| last.start + last.height > block.start) {
            let members = [last.members, block.members].concat();
            let height = last.height + block.height;
            block = Block { start: start_of(&members, height), height, members };
        }
        blocks.push(block);
    }
    let mut middles = vec![0.0; wanted.len()];
    for block in blocks {
        let mut y = block.start;
        for member in block.members {
            middles[member] = y + wanted[member].1 / 2.0;
            y += wanted[member].1;
        }
    }
    middles
}

/// What words must not cover.
pub(crate) struct Room {
    /// Where words may stand.
    pub(crate) bounds: Area,
    /// Where words stand already.
    pub(crate) taken: Vec<Area>,
    /// Places on lines and dots.
    pub(crate) busy: Vec<Point>,
}

impl Room {
    /// The best of `candidates` (the first among equals), which is taken from now on.
    pub(crate) fn place(&mut self, candidates: &[Area]) -> Option<Area> {
        let cost = |area: &Area| {
            let covered = self.busy.iter().filter(|point| area.holds(**point)).count();
            let crossed = self.taken.iter().filter(|taken| taken.meets(area)).count();
            let outside = usize::from(!self.bounds.contains(area));
            covered + 1000 * crossed + 300 * outside
        };
        let best = candidates.iter().min_by_key(|area| cost(area)).copied()?;
        self.taken.push(best);
        Some(best)
    }

    /// Notes that a line runs here.
    pub(crate) fn keep_clear(&mut self, line: &[Point]) {
        for pair in line.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let length = (to.0 - from.0).hypot(to.1 - from.1);
            let mut along = 0.0;
            while along < length {
                let part = along / length;
                let place = |a: f64, b: f64| a + part * (b - a);
                self.busy.push((place(from.0, to.0), place(from.1, to.1)));
                along += 4.0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Room, spread};
    use crate::drawing::Area;

    #[test]
    fn labels_at_one_place_stand_below_each_other() {
        let middles = spread(&[(50.0, 10.0), (50.0, 10.0), (50.0, 10.0)], 0.0, 100.0);
        assert_eq!(middles, [40.0, 50.0, 60.0]);
    }

    #[test]
    fn labels_that_do_not_meet_stay_where_they_are() {
        assert_eq!(spread(&[(80.0, 10.0), (20.0, 10.0)], 0.0, 100.0), [80.0, 20.0]);
    }

    #[test]
    fn no_two_labels_overlap_and_none_leaves_the_sheet() {
        let wanted: Vec<(f64, f64)> =
            (0..12).map(|k| (f64::from(k * k % 7) * 20.0, 8.0 + f64::from(k % 3))).collect();
        let middles = spread(&wanted, 0.0, 140.0);
        for (a, (middle, (_, height))) in middles.iter().zip(&wanted).enumerate() {
            assert!(middle - height / 2.0 >= -1e-9 && middle + height / 2.0 <= 140.0 + 1e-9);
            for (other, (_, other_height)) in middles.iter().zip(&wanted).skip(a + 1) {
                let room = (height + other_height) / 2.0;
                assert!((middle - other).abs() >= room - 1e-9, "{middle} and {other} overlap");
            }
        }
    }

    #[test]
    fn words_go_where_nothing_is() {
        let bounds = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let mut room = Room { bounds, taken: Vec::new(), busy: vec![(5.0, 5.0)] };
        let first = Area { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        let second = Area { left: 20.0, top: 0.0, right: 30.0, bottom: 10.0 };
        assert_eq!(room.place(&[first, second]), Some(second));
        assert_eq!(room.place(&[second, first]), Some(first), "the second place is taken by now");
    }
}
