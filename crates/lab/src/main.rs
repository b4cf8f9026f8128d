//! `cargo lab`: the notes, run.

fn main() {
    for experiment in lab::experiments::all() {
        println!("{}", experiment.name);
    }
}
