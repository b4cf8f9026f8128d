//! The tables that come with the lesson.

use backprop_suite::data::{Data, breast_cancer, planar_flower};
use contract::attempt;
use ndarray::Axis;

#[test]
fn the_tables_are_whole() {
    let (flower, cancer) = (planar_flower(), breast_cancer());
    assert_eq!((flower.x.dim(), flower.y.dim(), flower.y.sum()), ((2, 400), (1, 400), 200.0));
    assert_eq!((cancer.x.dim(), cancer.y.dim(), cancer.y.sum()), ((30, 569), (1, 569), 357.0));
    assert_eq!((flower.x[(1, 0)], cancer.x[(0, 1)]), (3.576_114_148_128_844_8, 20.57));
}

#[test]
fn a_damaged_row_is_named() {
    for damaged in ["a,b,y\n1,2,0\n1,0\n", "a,b,y\n1,2,0\n1,x,0\n", "a,b,y\n1,2,0\n1,2,3\n"] {
        let fault = attempt(|| Data::parse("table.csv", damaged)).unwrap_err();
        assert!(fault.sentence().en.contains("table.csv, line 3: 3 finite"), "{fault:?}");
    }
}

#[test]
fn rows_held_back_do_not_shape_the_standard() {
    let (seen, back) = breast_cancer().hold_back_every(5);
    assert_eq!((seen.x.ncols(), back.x.ncols()), (455, 114));
    let mean = |data: Data| data.x.mean_axis(Axis(1)).expect("not empty")[0];
    assert!(mean(seen.standardized_like(&seen)).abs() < 1e-12);
    assert!(mean(back.standardized_like(&seen)).abs() > 1e-6);
}
