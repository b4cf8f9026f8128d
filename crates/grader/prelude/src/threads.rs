//! Several threads.

use ndarray::parallel::prelude::{
    IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator,
    IntoParallelRefMutIterator, ParallelIterator,
};
use ndarray::{Array2, Axis, Zip};
use rayon::slice::{ParallelSlice, ParallelSliceMut};

/// Maps by several threads.
pub fn threads(x: &Array2<f64>, f: fn(f64) -> f64) -> Array2<f64> {
    let mut all = x.clone();
    all.par_mapv_inplace(f);
    all.par_map_inplace(|z| *z = f(*z));
    all = all + Zip::from(x).par_map_collect(|z| f(*z));
    Zip::from(&mut all).and(x).par_for_each(|all, z| *all = f(*z));
    all.axis_iter_mut(Axis(0)).into_par_iter().for_each(|mut row| row.mapv_inplace(f));
    all.par_iter_mut().for_each(|z| *z = f(*z));
    let mut numbers: Vec<f64> = x.iter().copied().collect();
    numbers.par_iter_mut().for_each(|z| *z = f(*z));
    numbers.par_chunks_mut(64).for_each(|chunk| chunk.iter_mut().for_each(|z| *z = f(*z)));
    let mapped: Vec<f64> = numbers.par_iter().map(|z| f(*z)).collect();
    let pairs = numbers.par_chunks_mut(64).zip(mapped.par_chunks(64));
    pairs.for_each(|(to, from)| to.copy_from_slice(from));
    let joined = rayon::join(|| mapped.len(), || numbers.len());
    let again: Vec<f64> = mapped.into_par_iter().map(f).collect();
    all + (joined.0 + joined.1 + again.len() + rayon::current_num_threads()) as f64
}
