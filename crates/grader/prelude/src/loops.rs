//! Matrices entry by entry and row by row.

use ndarray::{Array1, Array2, ArrayView1, Axis, Zip};

/// Maps, loops and pairs of matrices.
pub fn loops(x: &Array2<f64>, y: &Array2<f64>, f: fn(f64) -> f64) -> Array2<f64> {
    let mut all = x.mapv(f) + x.map(|z| f(*z)) + x.mapv(|z| f(z)) + x.clone().mapv_into(f);
    all.mapv_inplace(f);
    all.map_inplace(|z| *z = f(*z));
    all = all + Zip::from(x).and(y).map_collect(|a, b| a * b);
    all = all + Zip::from(x).map_collect(|a| f(*a));
    Zip::from(&mut all).and(x).and(y).for_each(|all, a, b| *all += a * b);
    Zip::from(&mut all).and(x).for_each(|all, a| *all += a);
    Zip::from(&mut all).for_each(|all| *all += 1.0);
    all[[0, 0]] += x[[0, 1]] + x[(1, 0)] + y.get((0, 0)).copied().unwrap_or(0.0);
    all[(0, 0)] -= entries(x, y) + lines(x) + vectors(&x.row(0).to_owned());
    for i in 0..x.nrows() {
        for j in 0..x.ncols() {
            all[[i, j]] += x[[i, j]] * y[(i, j)];
        }
    }
    all + Array2::from_shape_fn(x.dim(), |(i, j)| x[[i, j]])
        + Array2::from_shape_fn((1, 1), |it| x[it])
}

fn entries(x: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let mut sum = 0.0;
    let mut copy = x.clone();
    for ((i, j), z) in x.indexed_iter() {
        sum += z * y[[j, i]];
    }
    for (z, a) in copy.iter_mut().zip(x) {
        *z += a;
    }
    for (z, a) in copy.iter_mut().zip(y.iter()) {
        *z += a;
    }
    for z in &mut copy {
        *z += 1.0;
    }
    for z in &copy {
        sum += z;
    }
    for ((i, j), z) in copy.indexed_iter_mut() {
        *z += (i + j) as f64;
    }
    let products = x.iter().zip(y.iter()).map(|(a, b)| a * b);
    sum += products.sum::<f64>() + x.iter().sum::<f64>() + x.iter().copied().fold(0.0, f64::max);
    sum += x.iter().zip(y).filter(|(a, b)| a < b).count() as f64;
    let all: Vec<f64> = x.iter().copied().collect();
    sum + all.iter().sum::<f64>() + f64::from(u8::from(x.iter().all(|z| *z > 0.0)))
}

fn lines(x: &Array2<f64>) -> f64 {
    let mut copy = x.clone();
    let mut sum = 0.0;
    let length = |line: ArrayView1<'_, f64>| line.iter().map(|z| z * z).sum::<f64>();
    for row in x.rows() {
        sum += length(row) + row.sum() + row[0] + row.dot(&row);
    }
    for (j, column) in x.columns().into_iter().enumerate() {
        sum += length(column) * j as f64 + column.len() as f64;
    }
    for row in x.outer_iter() {
        sum += row.sum();
    }
    for column in x.axis_iter(Axis(1)) {
        sum += column.sum();
    }
    for (mut row, other) in copy.rows_mut().into_iter().zip(x.rows()) {
        row += &other;
        row.assign(&other);
    }
    for mut column in copy.columns_mut() {
        column += 1.0;
    }
    for mut row in copy.axis_iter_mut(Axis(0)) {
        row *= 2.0;
    }
    copy.row_mut(0).fill(sum);
    copy.column_mut(0).assign(&x.column(0));
    sum + copy.sum()
}

fn vectors(v: &Array1<f64>) -> f64 {
    let mut all = Array1::<f64>::zeros(v.len()) + Array1::<f64>::ones(v.len()) + v.mapv(f64::abs);
    all = all + Array1::from_vec(v.to_vec()) + v.iter().map(|z| z + 1.0).collect::<Array1<f64>>();
    all = all + Array1::<f64>::from_elem(v.len(), 1.0) + Array1::from_shape_fn(v.len(), |i| v[i]);
    all[0] += v[0];
    all += v;
    all.iter_mut().for_each(|z| *z += 1.0);
    all.iter().sum::<f64>() + v.indexed_iter().map(|(i, z)| z * i as f64).sum::<f64>()
}
