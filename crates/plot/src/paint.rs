//! The colours: those of Okabe and Ito, which colour-blind readers can tell apart, on light and on
//! dark paper, and darker (or lighter) relatives for words in the same colour.

use crate::figure::Ink;

/// What something is painted with; the colour depends on the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paint {
    /// The sheet itself.
    Paper,
    /// Titles and words that matter.
    Strong,
    /// Labels of axes, ticks, notes.
    Quiet,
    /// The grid.
    Rule,
    /// The axis, and lines at a value.
    Base,
    /// A series.
    Series(Ink),
    /// Words in the colour of a series.
    Named(Ink),
    /// The ground of a cell.
    Ground(Ink),
    /// A step of a map of the plane, 0 (blue) to 5 (orange).
    Step(u8),
}

/// A paint as `0xRRGGBB`, for each kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// On light paper, and in PNG files.
    pub light: u32,
    /// Where the reader prefers dark pages.
    pub dark: u32,
}

impl Paint {
    /// The colours on light and on dark paper.
    pub fn colours(self) -> Colours {
        let (light, dark) = match self {
            Self::Paper => (0xff_ffff, 0x16_181d),
            Self::Strong => (0x1c_1f24, 0xf1_f2f4),
            Self::Quiet => (0x5a_6069, 0xa9_b0bb),
            Self::Rule => (0xe6_e8eb, 0x2b_2f37),
            Self::Base => (0x8b_919b, 0x6f_7681),
            Self::Series(ink) => series(ink),
            Self::Named(ink) => named(ink),
            Self::Ground(ink) => ground(ink),
            Self::Step(step) => STEPS[usize::from(step).min(STEPS.len() - 1)],
        };
        Colours { light, dark }
    }

    /// A short name for style sheets.
    pub fn class(self) -> String {
        match self {
            Self::Paper => "p".to_string(),
            Self::Strong => "t".to_string(),
            Self::Quiet => "q".to_string(),
            Self::Rule => "r".to_string(),
            Self::Base => "b".to_string(),
            Self::Series(ink) => format!("s{}", letter(ink)),
            Self::Named(ink) => format!("n{}", letter(ink)),
            Self::Ground(ink) => format!("g{}", letter(ink)),
            Self::Step(step) => format!("f{step}"),
        }
    }
}

/// From blue over nearly white to orange.
const STEPS: [(u32, u32); 6] = [
    (0xa9_d2ec, 0x14_4a6d),
    (0xca_e3f3, 0x1a_3b52),
    (0xe6_f1f8, 0x1d_2d3a),
    (0xfd_f0d8, 0x3a_3020),
    (0xfa_e0ad, 0x55_4117),
    (0xf6_cd7d, 0x76_5610),
];

fn series(ink: Ink) -> (u32, u32) {
    match ink {
        Ink::Blue => (0x00_72b2, 0x4d_a9e4),
        Ink::Orange => (0xe6_9f00, 0xf2_b12e),
        Ink::Green => (0x00_9e73, 0x2c_c597),
        Ink::Purple => (0xcc_79a7, 0xe0_95bf),
        Ink::Red => (0xd5_5e00, 0xf5_7f2b),
        Ink::Sky => (0x56_b4e9, 0x8f_cff4),
        Ink::Grey => (0x8b_919b, 0x8b_919b),
    }
}

fn named(ink: Ink) -> (u32, u32) {
    match ink {
        Ink::Blue => (0x00_629a, 0x6b_b9ec),
        Ink::Orange => (0x95_6400, 0xf5_bf54),
        Ink::Green => (0x00_7a58, 0x4a_d4aa),
        Ink::Purple => (0xa0_4a79, 0xe8_abcd),
        Ink::Red => (0xb0_4a00, 0xff_9a54),
        Ink::Sky => (0x1f_7bb0, 0xa5_d9f7),
        Ink::Grey => (0x5a_6069, 0xa9_b0bb),
    }
}

fn ground(ink: Ink) -> (u32, u32) {
    match ink {
        Ink::Blue => (0xc3_dff0, 0x17_4260),
        Ink::Orange => (0xfb_e3b0, 0x5e_4713),
        Ink::Green => (0xbf_e6d8, 0x12_4d3c),
        Ink::Purple => (0xf2_d9e6, 0x5a_3349),
        Ink::Red => (0xf8_d3bb, 0x66_3413),
        Ink::Sky => (0xdd_f0fb, 0x23_4558),
        Ink::Grey => (0xee_eff1, 0x2b_2f37),
    }
}

fn letter(ink: Ink) -> char {
    match ink {
        Ink::Blue => 'b',
        Ink::Orange => 'o',
        Ink::Green => 'g',
        Ink::Purple => 'p',
        Ink::Red => 'r',
        Ink::Sky => 's',
        Ink::Grey => 'y',
    }
}
