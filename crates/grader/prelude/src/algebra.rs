//! Arithmetic of whole matrices and vectors.

use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, azip, concatenate, stack};

/// Arithmetic between matrices, with numbers, and sums along an axis.
pub fn algebra(x: &Array2<f64>, y: &Array2<f64>, v: &Array1<f64>, z: f64) -> Array2<f64> {
    let mut sum = x + y + (x - y) + (x * y) + (x / y);
    sum = sum + x - x * y / x;
    sum = &sum + (x + y) - (x - y) * (x * y) / (x / y);
    sum = x.clone() + y.clone() - x.clone() * y.clone() / y.clone();
    sum = (x + z) + (x - z) + (x * z) + (x / z);
    sum = (sum.clone() + z) + (sum.clone() - z) + (sum.clone() * z) + (sum.clone() / z);
    sum = z + x + (z - x) + (z * x) + (z / x) + (z - sum.clone()) + (z * sum.clone());
    sum = sum + z * (1.0 - x) + -x + -x.clone();
    sum += x;
    sum -= x;
    sum *= x;
    sum /= x;
    sum += &(x * z);
    sum -= &(z * y);
    sum += z;
    sum -= z;
    sum *= z;
    sum /= z;
    sum.scaled_add(-z, x);
    sum.assign(x);
    sum.fill(z);
    products(x, y, v) + sums(x, v) + shapes(x, y, v) + pairs(x, y) + sum
}

fn products(x: &Array2<f64>, y: &Array2<f64>, v: &Array1<f64>) -> Array2<f64> {
    let row: ArrayView1<'_, f64> = x.row(0);
    let numbers = x.dot(v) + y.t().dot(v) + v.dot(x) + &x.column(0) * v.dot(v) + row.dot(v);
    let flipped: ArrayView2<'_, f64> = y.t();
    let product = x.dot(y) + x.dot(&y.t()) + x.t().dot(y) + flipped.dot(x) + x.t().dot(&y.t());
    product + numbers + x.dot(y) + v + v * v - v / v + (v - 1.0) * 2.0
}

fn sums(x: &Array2<f64>, v: &Array1<f64>) -> Array2<f64> {
    let total = x.sum() + v.sum() + x.mean().unwrap_or(0.0) + v.mean().unwrap_or(0.0);
    let total = total
        + x.mapv(f64::exp).sum()
        + (x * x).sum()
        + x.std(0.0)
        + x.var_axis(Axis(1), 0.0).sum();
    let rows = x.sum_axis(Axis(0)).insert_axis(Axis(0)) + x.mean_axis(Axis(0)).unwrap_or_default();
    let columns = x.sum_axis(Axis(1)).insert_axis(Axis(1)) / total;
    let most =
        x.fold(0.0, |a: f64, b: &f64| a.max(*b)) + x.map_axis(Axis(1), |row| row.sum()).sum();
    rows + columns + most
}

fn shapes(x: &Array2<f64>, y: &Array2<f64>, v: &Array1<f64>) -> Array2<f64> {
    let (rows, columns) = x.dim();
    let size = x.nrows() * x.ncols() + x.len() + x.shape()[0] + x.len_of(Axis(0)) + v.len();
    let mut all = Array2::<f64>::zeros((rows, columns)) + Array2::<f64>::ones(x.dim());
    all = all + Array2::from_elem(x.raw_dim(), size as f64) + Array2::<f64>::eye(rows);
    all = all
        + Array2::<f64>::zeros(x.raw_dim())
        + Array2::<f64>::zeros((rows, 1))
        + Array2::<f64>::default((1, 1));
    all = all
        + Array2::from_shape_vec((rows, columns), x.iter().copied().collect()).unwrap_or_default();
    all = all + x.t().to_owned() + x.clone().reversed_axes() + x.view().to_owned();
    all = all + v.clone().insert_axis(Axis(1)) + v.view().insert_axis(Axis(0)) + v.to_vec()[0];
    all = all + y.broadcast((rows, columns)).map(|it| it.to_owned()).unwrap_or_default();
    all = all
        + x.slice(ndarray::s![.., 0..1])
        + x.slice(ndarray::s![0..1, ..])
        + x.index_axis(Axis(0), 0);
    all = all + concatenate(Axis(0), &[x.view(), y.view()]).unwrap_or_default();
    all = all + stack(Axis(0), &[v.view()]).unwrap_or_default() + x.select(Axis(0), &[0]);
    all + v.clone().into_shape_with_order((1, v.len())).unwrap_or_default()
}

fn pairs(x: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    let mut sum = x.to_owned();
    azip!((s in &mut sum, a in x, b in y) *s += a * b);
    sum.zip_mut_with(x, |s, a| *s += a);
    let far = x.abs_diff_eq_like(y);
    if x == y || x.shape() == y.shape() || far || x.dim() != y.dim() { sum } else { x.clone() }
}

trait Likeness {
    fn abs_diff_eq_like(&self, other: &Self) -> bool;
}

impl Likeness for Array2<f64> {
    fn abs_diff_eq_like(&self, other: &Self) -> bool {
        self.iter().zip(other).all(|(a, b)| (a - b).abs() < 1e-9)
    }
}
