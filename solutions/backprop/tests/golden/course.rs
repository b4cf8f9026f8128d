//! Reads the numbers of the course's notebooks.

use backprop::Gradients;
use init::Parameters;
use ndarray::Array2;
use serde_json::Value;

pub(crate) fn numbers_of(key: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("../data/course.json")).unwrap();
    all[key].clone()
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

pub(crate) fn matrix(value: &Value) -> Array2<f64> {
    let rows: Vec<Vec<f64>> = serde_json::from_value(value.clone()).unwrap();
    let shape = (rows.len(), rows[0].len());
    Array2::from_shape_vec(shape, rows.into_iter().flatten().collect()).unwrap()
}

pub(crate) fn parameters(value: &Value) -> Parameters {
    let [w1, b1, w2, b2] = ["W1", "b1", "W2", "b2"].map(|name| matrix(&value[name]));
    Parameters { w1, b1, w2, b2 }
}

pub(crate) fn gradients(value: &Value) -> Gradients {
    let [dw1, db1, dw2, db2] = ["dW1", "db1", "dW2", "db2"].map(|name| matrix(&value[name]));
    Gradients { dw1, db1, dw2, db2 }
}
