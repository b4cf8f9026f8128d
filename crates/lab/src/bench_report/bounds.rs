//! The fewest cycles that the ports of a core allow for a number.

/// Lines `function,type,instructions,..`: see `benches/ports`, which writes them.
const TABLE: &str = include_str!("../../data/port_bounds.csv");

/// The cycles for a number of `group` (`sigmoid f64`) with these instructions (`AVX2`), if they are
/// known.
pub(super) fn cycles(group: &str, instructions: &str) -> Option<f64> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    let cells = rows.map(|line| line.split(',').collect::<Vec<_>>());
    let found = cells.into_iter().find(|cells| {
        cells.len() == 5
            && format!("{} {}", cells[0], cells[1]) == group
            && cells[2] == instructions
    });
    found?[4].parse().ok()
}
