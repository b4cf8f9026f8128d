//! Where on the page, or on which of its pages, something stands.
//!
//! A class of hundreds is one file, which can be sent and printed. A class of thousands would be a file that no
//! browser opens: there the students lie on pages of their own, a hundred on each, and `index.html` has a line for
//! each of them and the beginning of every long list, which goes on in `lists.html`.

use std::ops::Range;

/// The largest class that is one file.
pub(super) const ON_ONE_PAGE: usize = 250;
/// How many students are on a page of a larger one.
const ON_A_PAGE: usize = 100;
/// The folder of all pages but `index.html`.
pub(in crate::formats) const FOLDER: &str = "index-pages";
/// The page with all that `index.html` only begins.
pub(super) const LISTS: &str = "lists.html";
/// How much of a list is on `index.html` of a large class.
const BEGINNING: usize = 20;

/// A page from which links lead to others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// The only one.
    Whole,
    /// `index.html` of a large class.
    Index,
    /// A page in the folder.
    Inner,
}

impl Page {
    /// The first page of a class of this size.
    pub(super) fn first(students: usize) -> Self {
        if students > ON_ONE_PAGE { Self::Index } else { Self::Whole }
    }

    /// The address of a student, by the place in the class.
    pub(super) fn student(self, index: usize) -> String {
        let anchor = anchor(index);
        match self {
            Self::Whole => format!("#{anchor}"),
            Self::Index => format!("{FOLDER}/{}#{anchor}", name(index / ON_A_PAGE)),
            Self::Inner => format!("{}#{anchor}", name(index / ON_A_PAGE)),
        }
    }

    /// The address of a list, by the name of its element.
    pub(super) fn list(self, id: &str) -> String {
        match self {
            Self::Whole => format!("#{id}"),
            Self::Index => format!("{FOLDER}/{LISTS}#{id}"),
            Self::Inner => format!("{LISTS}#{id}"),
        }
    }

    /// How many of a list of `count` are shown here.
    pub(super) fn shown(self, count: usize) -> usize {
        match self {
            Self::Index if count > BEGINNING => BEGINNING,
            _ => count,
        }
    }
}

/// The name of the element of a student.
pub(super) fn anchor(index: usize) -> String {
    format!("student-{}", index + 1)
}

/// The pages with students of a large class: the name of each, and whom it holds.
pub(super) fn pages(students: usize) -> impl Iterator<Item = (String, Range<usize>)> {
    let range = move |page: usize| page * ON_A_PAGE..((page + 1) * ON_A_PAGE).min(students);
    (0..students.div_ceil(ON_A_PAGE)).map(move |page| (name(page), range(page)))
}

fn name(page: usize) -> String {
    format!("{:04}.html", page + 1)
}
