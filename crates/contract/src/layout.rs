//! Layouts of matrices in memory.

use ndarray::{Array2, Axis, ShapeBuilder, s};

/// How the entries of a matrix lie in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Row after row, ndarray's default.
    Rows,
    /// Column after column, as after `reversed_axes`.
    Columns,
    /// Row after row, the last first.
    Reversed,
    /// With gaps between the entries.
    Gaps,
}

crate::choice!(Layout { Rows, Columns, Reversed, Gaps });

impl Layout {
    /// Every layout.
    pub const ALL: [Self; 4] = [Self::Rows, Self::Columns, Self::Reversed, Self::Gaps];

    /// How the entries of `matrix` lie in memory.
    pub fn seen_in(matrix: &Array2<f64>) -> Self {
        if matrix.is_standard_layout() {
            Self::Rows
        } else if matrix.t().is_standard_layout() {
            Self::Columns
        } else if matrix.strides()[0] < 0 {
            Self::Reversed
        } else {
            Self::Gaps
        }
    }

    /// The same matrix, laid out in this way.
    pub fn of(self, matrix: &Array2<f64>) -> Array2<f64> {
        let (rows, columns) = matrix.dim();
        match self {
            Self::Rows => matrix.as_standard_layout().into_owned(),
            Self::Columns => {
                let mut other = Array2::zeros((rows, columns).f());
                other.assign(matrix);
                other
            }
            Self::Reversed => {
                let mut other = matrix.as_standard_layout().into_owned();
                other.invert_axis(Axis(0));
                other.assign(matrix);
                other
            }
            Self::Gaps => {
                let mut other = Array2::from_elem((rows, 2 * columns), f64::NAN);
                other.slice_collapse(s![.., ..;2]);
                other.assign(matrix);
                other
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plain;
    use ndarray::array;

    #[test]
    fn every_layout_holds_the_same_matrix() {
        let matrix = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
        for layout in Layout::ALL {
            assert_eq!(layout.of(&matrix), matrix, "{layout:?}");
            assert_eq!(layout.of(&matrix).is_standard_layout(), layout == Layout::Rows);
        }
    }

    #[test]
    fn a_layout_is_plain() {
        for layout in Layout::ALL {
            assert_eq!(Layout::from_value(layout.to_value()), Some(layout));
        }
    }
}
