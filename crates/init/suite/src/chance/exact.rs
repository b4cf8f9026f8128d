//! Laws of draws that hold exactly, whatever the distribution.

use contract::say;
use ndarray::{Array1, Array2};
use rand::rngs::StdRng;
use testkit::{Complaint, Verdict, ensure, number};

use super::generator;

/// Numbers with the names that a student reads, such as `w1[0, 1]`.
pub(crate) type Entries = Vec<(String, f64)>;

/// The entries of a vector.
pub(crate) fn of_vector(name: &str, vector: &Array1<f64>) -> Entries {
    vector.iter().enumerate().map(|(i, z)| (format!("{name}[{i}]"), *z)).collect()
}

/// The entries of a matrix, row after row.
pub(crate) fn of_matrix(name: &str, matrix: &Array2<f64>) -> Entries {
    matrix.indexed_iter().map(|((i, j), z)| (format!("{name}[{i}, {j}]"), *z)).collect()
}

/// Holds when `draw` is decided by its generator and by nothing else: equal generators give equal
/// numbers; no entry is the same for all of several seeds, or in all of several draws from one generator.
pub(crate) fn follows_generator(seed: u64, draw: impl Fn(&mut StdRng) -> Entries) -> Verdict {
    let mut rng = generator(seed);
    let (first, second) = (draw(&mut rng), draw(&mut rng));
    let (again, other) = (draw(&mut generator(seed)), draw(&mut generator(seed + 1)));
    for ((name, z), (_, twin)) in first.iter().zip(&again) {
        ensure!(
            z == twin,
            "{name} came out as {z}, then as {twin} with an equal generator; it must be drawn from \
             `rng` and from nothing else.",
            "{name}의 결과가 {z}였는데, 같은 상태의 난수 생성기로 다시 부르니 {twin}입니다. 오직 \
             `rng`에서만 난수를 뽑아야 합니다.",
            z = number(*z),
            twin = number(*twin)
        );
    }
    // Draws from few numbers coincide now and then; only what is always the same is not drawn from `rng`.
    let strangers = (2..5).map(|k| draw(&mut generator(seed + k)));
    if let Some((name, z)) = common(&first, std::iter::once(other).chain(strangers)) {
        return Err(Complaint::new(say!(
            "{name} came out as {z} for generators with different seeds; it must be drawn from `rng`.",
            "시드가 다른 난수 생성기에서 {name}의 결과가 모두 {z}입니다. `rng`에서 뽑은 값이어야 합니다."
        )));
    }
    let later = (0..3).map(|_| draw(&mut rng));
    if let Some((name, z)) = common(&first, std::iter::once(second).chain(later)) {
        return Err(Complaint::new(say!(
            "{name} came out as {z} in every call with one generator; each call must draw new numbers \
             from `rng`.",
            "한 난수 생성기로 여러 번 불러도 {name}의 결과가 늘 {z}입니다. 부를 때마다 `rng`에서 새 수를 \
             뽑아야 합니다."
        )));
    }
    Ok(())
}

/// An entry of `first` that is the same in all of `others`, with its number. Others are drawn one after the other,
/// as long as there is such an entry; so many equal numbers are taken for no chance even if the others differ.
fn common(first: &Entries, others: impl Iterator<Item = Entries>) -> Option<(String, String)> {
    let mut left: Vec<usize> = (0..first.len()).collect();
    for other in others {
        left.retain(|i| other.get(*i).is_some_and(|(_, z)| *z == first[*i].1));
        if left.len() >= NO_CHANCE {
            break;
        }
    }
    left.first().map(|i| (first[*i].0.clone(), number(first[*i].1)))
}

/// So many entries of two draws are not equal by chance.
const NO_CHANCE: usize = 4;

/// Holds when no two entries are the same number, or the same but for its sign.
pub(crate) fn repeats_no_number(entries: &Entries) -> Verdict {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by(|i, j| entries[*i].1.abs().total_cmp(&entries[*j].1.abs()).then(i.cmp(j)));
    for two in order.windows(2) {
        let ((one, z), (other, twin)) = (&entries[two[0]], &entries[two[1]]);
        ensure!(
            z.abs() < twin.abs(),
            "{one} is {z} and {other} is {twin}; each number must be a draw of its own.",
            "{one}: {z}, {other}: {twin}. 수마다 따로 뽑아야 합니다.",
            z = number(*z),
            twin = number(*twin)
        );
    }
    Ok(())
}
