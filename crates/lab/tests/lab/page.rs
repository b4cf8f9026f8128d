//! The page as text: what it refers to is there, and nothing in it is taken for markup.

use std::collections::BTreeSet;

use crate::sample;

/// The values of `attribute` in `page`.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    let after = page.split(begin.as_str()).skip(1);
    after.filter_map(|rest| rest.split('"').next()).collect()
}

fn page_and_names() -> (String, BTreeSet<String>) {
    let mut files = sample::page().files;
    let (name, page) = files.pop().unwrap();
    assert_eq!(name, "index.html", "the page is written last, when all that it shows is there");
    (String::from_utf8(page).unwrap(), files.into_iter().map(|(name, _)| name).collect())
}

#[test]
fn every_picture_and_every_link_is_there() {
    let (page, names) = page_and_names();
    let ids: BTreeSet<&str> = values(&page, "id").into_iter().collect();
    let links = values(&page, "href");
    assert!(links.len() > 8, "{links:?}");
    for link in links.into_iter().chain(values(&page, "src")) {
        let is_there = match link.strip_prefix('#') {
            Some(id) => ids.contains(id),
            // From the folder of the page up to the workspace.
            None => link == "data:," || names.contains(link) || link.starts_with("../../"),
        };
        assert!(is_there, "{link} leads nowhere");
    }
}

#[test]
fn nothing_comes_from_the_network() {
    let (page, _) = page_and_names();
    assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("url("));
}

#[test]
fn words_are_not_taken_for_markup() {
    let (page, _) = page_and_names();
    assert!(page.contains("&lt;script&gt;alert("));
    assert!(!page.contains("<script>alert("));
}

#[test]
fn ids_are_given_once_and_pictures_have_words() {
    let (page, _) = page_and_names();
    let ids = values(&page, "id");
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{ids:?}");
    assert_eq!(page.matches("<img").count(), values(&page, "alt").len());
    assert!(values(&page, "alt").iter().all(|alt| !alt.is_empty()));
}

#[test]
fn a_claim_whose_verdict_hangs_on_the_seed_is_listed() {
    let (page, _) = page_and_names();
    let table = page.split("id=\"stability\"").nth(1).unwrap();
    assert!(table.contains("With 2 seeds, the verdicts on 1 of 3 claims differ."));
    assert!(table.contains("#C1") && table.contains("undecided") && !table.contains("#C3"));
}

#[test]
fn a_claim_shows_its_ruling_condition_evidence_and_sources() {
    let (page, _) = page_and_names();
    let claim = page.split("<article").nth(3).unwrap();
    let expected = [
        "holds, but",
        "with 4 units",
        "90.5 % right",
        "activations::tanh",
        "is_odd",
        "../../exercises/activations/src/tanh.rs",
        "sample",
    ];
    for words in expected {
        assert!(claim.contains(words), "{words} is missing:\n{claim}");
    }
    assert!(
        page.contains(
            "Of 3 claims 0 hold, 2 hold with a condition, 0 do not, and 0 stay undecided; 1 cannot be run."
        )
    );
}
