//! The data of the experiments; `data/LICENCES.md` says where they come from.

use std::f64::consts::PI;

use backprop_suite::data::Data;
use ndarray::{Array2, s};

use super::legacy::Legacy;
use crate::error::Error;

/// Two half moons that reach into each other, 150 points each, with normal noise of deviation 0.2.
pub fn moons() -> Data {
    let mut rng = Legacy::seed(1);
    let point = |i: usize| {
        let t = PI * (i % 150) as f64 / 149.0;
        if i < 150 { [t.cos(), t.sin()] } else { [1.0 - t.cos(), 0.5 - t.sin()] }
    };
    let noise = rng.normal(0.2, 2, 300);
    let x = Array2::from_shape_fn((2, 300), |(i, j)| point(j)[i] + noise[(i, j)]);
    Data { x, y: Array2::from_shape_fn((1, 300), |(_, j)| f64::from(j >= 150)) }
}

/// 300 made-up houses: area, rooms and age between 0 and 1, and a price of some 1 to 4.
pub fn houses() -> Result<Data, Error> {
    let table = include_str!("../../data/synthetic_houses.csv");
    Ok(last_column_apart(&parse("synthetic_houses.csv", table)?))
}

/// 2,930 houses sold in Ames, Iowa: twelve numbers about each, and its price in 100,000 dollars.
pub fn ames() -> Result<Data, Error> {
    let table = include_str!("../../data/ames_small.csv");
    let data = last_column_apart(&parse("ames_small.csv", table)?);
    Ok(Data { x: data.x, y: data.y / 1e5 })
}

fn last_column_apart(table: &Array2<f64>) -> Data {
    let n_x = table.nrows() - 1;
    Data { x: table.slice(s![..n_x, ..]).to_owned(), y: table.slice(s![n_x.., ..]).to_owned() }
}

/// A table with a header: a row per column of the file.
fn parse(file: &'static str, text: &str) -> Result<Array2<f64>, Error> {
    let (head, body) = text.split_once('\n').expect("a table has a header");
    let columns = head.split(',').count();
    let mut numbers = Vec::new();
    for (i, line) in body.lines().enumerate() {
        let row: Vec<f64> = line.split(',').map_while(|cell| cell.trim().parse().ok()).collect();
        let is_whole = row.len() == columns && line.split(',').count() == columns;
        if !is_whole || !row.iter().all(|z| z.is_finite()) {
            return Err(Error::Damaged { file, line: i + 2, columns, content: line.to_string() });
        }
        numbers.extend(row);
    }
    let table = Array2::from_shape_vec((numbers.len() / columns, columns), numbers);
    Ok(table.expect("every row is whole").reversed_axes().as_standard_layout().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_whole() {
        let (moons, houses, ames) = (moons(), houses().unwrap(), ames().unwrap());
        assert_eq!((moons.x.dim(), moons.y.sum()), ((2, 300), 150.0));
        assert_eq!((houses.x.dim(), houses.y.dim()), ((3, 300), (1, 300)));
        assert_eq!((ames.x.dim(), ames.y[(0, 0)]), ((12, 2930), 2.15));
    }

    #[test]
    fn the_mean_square_of_the_prices_is_that_of_the_course() {
        let mean = houses().unwrap().y.mapv(|price| price * price).mean().unwrap();
        assert!((mean - 4.551_792_231_579_252_5).abs() < 1e-12, "{mean}");
    }

    #[test]
    fn a_damaged_row_is_named() {
        for damaged in ["a,b\n1,2\n1\n", "a,b\n1,2\n1,x\n", "a,b\n1,2\n1,inf\n"] {
            let error = parse("table.csv", damaged).unwrap_err().text().en;
            assert!(error.starts_with("table.csv, line 3: 2 finite"), "{error}");
        }
    }
}
