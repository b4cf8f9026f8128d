//! What the docs of properties say that they kill, held against what they do kill.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use crate::lesson::Lesson;
use crate::lesson::audit::Planted;
use contract::Contract;

impl<A: Contract> Lesson<A> {
    /// Properties whose doc, somewhere below `folder`, names no mistake, or one that they do not
    /// kill: a sentence for each.
    ///
    /// # Panics
    /// If a file there cannot be read.
    pub fn false_docs(&self, planted: &[&Planted<A>], folder: &Path) -> Vec<String> {
        let mistakes = self.exercises.iter().flat_map(|exercise| exercise.mistakes);
        let known: HashSet<&str> = mistakes.map(|mistake| mistake.id).collect();
        let is_planted = |id: &str| planted.iter().any(|planted| planted.mistake.id == id);
        let documented = documented_functions(folder);
        let properties = self.exercises.iter().flat_map(|exercise| exercise.properties);
        let names: HashSet<&str> = properties.map(|property| property.name).collect();
        let mut wrong = Vec::new();
        for (name, doc) in documented.iter().filter(|(name, _)| names.contains(name.as_str())) {
            let ids: Vec<&str> = words(doc).filter(|word| known.contains(word)).collect();
            if ids.is_empty() {
                wrong.push(format!("the doc of {name} names no mistake"));
            }
            let is_killed = |id: &str| {
                planted.iter().any(|planted| {
                    planted.mistake.id == id && planted.killed_by().contains(&&**name)
                })
            };
            let alive = ids.into_iter().filter(|id| is_planted(id) && !is_killed(id));
            wrong.extend(alive.map(|id| format!("{name} does not kill {id}")));
        }
        let has_a_doc = |name: &str| documented.iter().any(|(other, _)| other == name);
        let without = names.into_iter().filter(|name| !has_a_doc(name));
        wrong.extend(without.map(|name| format!("{name} has no doc below {}", folder.display())));
        wrong
    }
}

fn words(doc: &str) -> impl Iterator<Item = &str> {
    doc.split(|letter: char| !letter.is_ascii_alphanumeric())
}

/// The public functions in the files below `folder`, each with its doc.
fn documented_functions(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of the properties can be read") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            found.extend(documented_functions(&path));
        } else {
            found.extend(functions_in(&fs::read_to_string(path).expect("a source file is text")));
        }
    }
    found
}

fn functions_in(source: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut doc = String::new();
    for line in source.lines() {
        if let Some(text) = line.strip_prefix("///") {
            doc += text;
        } else if let Some(rest) = line.strip_prefix("pub fn ") {
            let name = rest.split('(').next().unwrap_or_default();
            found.push((name.to_string(), std::mem::take(&mut doc)));
        } else {
            doc.clear();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_takes_the_doc_right_above_it() {
        let source = "/// Not this.\n\n/// Kills A1,\n/// and A2.\npub fn holds(a: u8) {}\n";
        assert_eq!(functions_in(source), [("holds".into(), " Kills A1, and A2.".into())]);
    }
}
