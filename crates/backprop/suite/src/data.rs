//! The data that the network is trained on; `data/LICENCES.md` says where they come from.

use init::Parameters;
use ndarray::{Array2, Axis};

/// Examples with their labels.
#[derive(Clone, Debug, PartialEq)]
pub struct Data {
    /// The inputs, `(n_x, m)`.
    pub x: Array2<f64>,
    /// The labels, `(1, m)`: 0 or 1.
    pub y: Array2<f64>,
}

/// The flower of the lecture: 400 points of the plane, 200 of each class, in eight petals.
pub fn planar_flower() -> Data {
    Data::parse("planar_flower.csv", include_str!("../data/planar_flower.csv"))
}

/// Two noisy circles, one in the other: 150 points each.
pub fn circles() -> Data {
    Data::parse("circles.csv", include_str!("../data/circles.csv"))
}

/// Thirty measurements of 569 breast masses, and whether each was benign.
pub fn breast_cancer() -> Data {
    Data::parse("breast_cancer.csv", include_str!("../data/breast_cancer.csv"))
}

/// The names of the columns of [`breast_cancer`].
pub fn breast_cancer_columns() -> Vec<&'static str> {
    let head = include_str!("../data/breast_cancer.csv").lines().next().unwrap_or_default();
    let mut names: Vec<&str> = head.split(',').collect();
    names.pop();
    names
}

impl Data {
    /// The examples of a table with a header, whose last column is the label.
    ///
    /// # Panics
    /// If a row has other columns than the header, or its label is not 0 or 1; `file` and the line are
    /// named.
    pub fn parse(file: &str, text: &str) -> Self {
        let (head, body) = text.split_once('\n').expect("a table has a header");
        let columns = head.split(',').count();
        let mut numbers = Vec::new();
        for (i, line) in body.lines().enumerate() {
            let row: Vec<f64> =
                line.split(',').map_while(|cell| cell.trim().parse().ok()).collect();
            let is_whole = row.len() == columns && line.split(',').count() == columns;
            let is_labelled = matches!(row.last(), Some(0.0 | 1.0));
            assert!(
                is_whole && is_labelled && row.iter().all(|z| z.is_finite()),
                "{file}, line {}: {columns} finite numbers must stand here, the last of them 0 or 1, \
                 but it reads {line:?}",
                i + 2
            );
            numbers.extend(row);
        }
        let table = Array2::from_shape_vec((numbers.len() / columns, columns), numbers);
        let table = table.expect("every row has as many numbers as the header has names");
        let (x, y) = table.view().split_at(Axis(1), columns - 1);
        Self { x: owned(&x.t()), y: owned(&y.t()) }
    }

    /// These examples only, in this order.
    #[must_use]
    pub fn select(&self, examples: &[usize]) -> Self {
        Self { x: self.x.select(Axis(1), examples), y: self.y.select(Axis(1), examples) }
    }

    /// Two parts: every `n`-th example, from the first on, is held back and makes the second.
    pub fn hold_back_every(&self, n: usize) -> (Self, Self) {
        let (back, rest): (Vec<_>, Vec<_>) = (0..self.x.ncols()).partition(|t| t % n == 0);
        (self.select(&rest), self.select(&back))
    }

    /// These inputs measured from the means of `model`, in units of its standard deviations: for
    /// rows that were held back, too, only what was seen in training may be used.
    ///
    /// # Panics
    /// If `model` is empty or has other inputs.
    #[must_use]
    pub fn standardized_like(&self, model: &Self) -> Self {
        let mean = model.x.mean_axis(Axis(1)).expect("a model has examples");
        let deviation = model.x.std_axis(Axis(1), 0.0);
        let x = (&self.x - &mean.insert_axis(Axis(1))) / deviation.insert_axis(Axis(1));
        Self { x, y: self.y.clone() }
    }

    /// The share of examples whose label the outputs `a2` give: 1 where they are beyond a half.
    pub fn accuracy(&self, a2: &Array2<f64>) -> f64 {
        let hits = a2.iter().zip(&self.y).filter(|(a, y)| (**a > 0.5) == (**y > 0.5)).count();
        hits as f64 / self.y.len() as f64
    }
}

/// A copy that lies row after row in memory.
fn owned(matrix: &ndarray::ArrayView2<'_, f64>) -> Array2<f64> {
    matrix.as_standard_layout().into_owned()
}

/// A start for the flower with `n_h` hidden units, 8 at most: as in the lecture's notebook, whose
/// weights are 0.01 times standard normal ones (NumPy's legacy generator, seed 2), the biases zero.
pub fn flower_start(n_h: usize) -> Parameters {
    let weights = |from: usize, rows: usize, columns: usize| {
        Array2::from_shape_fn((rows, columns), |(i, j)| START[from + i * columns + j])
    };
    Parameters {
        w1: weights(0, n_h, 2),
        b1: Array2::zeros((n_h, 1)),
        w2: weights(2 * n_h, 1, n_h),
        b2: Array2::zeros((1, 1)),
    }
}

const START: [f64; 24] = [
    -0.004_167_578_474_054_706,
    -0.000_562_668_272_263_294_8,
    -0.021_361_960_956_684_54,
    0.016_402_708_084_049_887,
    -0.017_934_355_851_948_632,
    -0.008_417_473_656_562_04,
    0.005_028_814_171_580_428,
    -0.012_452_880_866_072_316,
    -0.010_579_522_188_623_389,
    -0.009_090_076_149_268_494,
    0.005_514_540_445_464_244,
    0.022_922_080_128_149_575,
    0.000_415_393_929_984_034_6,
    -0.011_179_254_451_135_169,
    0.005_390_583_205_807_888,
    -0.005_961_596_998_064_67,
    -0.000_191_304_965_211_514_77,
    0.011_750_012_195_002_91,
    -0.007_478_709_492_938_625,
    9.025_250_973_325_124_e-0_5,
    -0.008_781_078_932_403_42,
    -0.001_564_341_703_846_236_6,
    0.002_565_704_520_012_956_6,
    -0.009_887_790_487_696_217,
];
