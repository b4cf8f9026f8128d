//! `JUnit` XML: a suite per student, a case per property.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{in_one_line, visible};
use crate::results::{ExerciseResult, PropertyResult, Results, Stray, SubmissionResult};
use course::report::Standing;

/// Writes all results as one document.
pub(super) fn write(results: &Results, output: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(output, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut counts = Counts::of(&results.submissions);
    counts.tests += results.strays.len();
    counts.errors += results.strays.len();
    let suites = counts.attributes();
    let suites = suites.iter().map(|(name, value)| (*name, value.as_str()));
    xml.create_element("testsuites")
        .with_attribute(("name", "gradlings"))
        .with_attributes(suites)
        .write_inner_content(|xml| {
            results.submissions.iter().try_for_each(|submission| suite(xml, submission))?;
            results.strays.iter().try_for_each(|stray| nobodys(xml, stray))
        })?;
    xml.get_mut().write_all(b"\n")
}

type Xml<'a> = Writer<&'a mut dyn Write>;

fn suite(xml: &mut Xml, submission: &SubmissionResult) -> io::Result<()> {
    let counts = Counts::of(std::slice::from_ref(submission)).attributes();
    let counts = counts.iter().map(|(name, value)| (*name, value.as_str()));
    xml.create_element("testsuite")
        .with_attribute(("name", in_one_line(&submission.submission).as_str()))
        .with_attributes(counts)
        .write_inner_content(|xml| {
            submission.exercises.iter().try_for_each(|exercise| {
                exercise.properties.iter().try_for_each(|property| case(xml, exercise, property))
            })
        })?;
    Ok(())
}

/// A file that belongs to nobody, as a suite with an error.
fn nobodys(xml: &mut Xml, stray: &Stray) -> io::Result<()> {
    xml.create_element("testsuite")
        .with_attribute(("name", in_one_line(&stray.name).as_str()))
        .with_attributes([("tests", "1"), ("failures", "0"), ("errors", "1"), ("skipped", "0")])
        .write_inner_content(|xml| {
            xml.create_element("testcase")
                .with_attributes([("classname", "submission"), ("name", "is_read"), ("time", "0")])
                .write_inner_content(|xml| {
                    let error = xml.create_element("error");
                    error
                        .with_attributes([("message", stray.why.as_str()), ("type", "rejected")])
                        .write_empty()?;
                    Ok(())
                })?;
            Ok(())
        })?;
    Ok(())
}

fn case(xml: &mut Xml, exercise: &ExerciseResult, property: &PropertyResult) -> io::Result<()> {
    let class = format!("{}.{}", exercise.lesson, exercise.exercise);
    let case = xml
        .create_element("testcase")
        .with_attribute(("classname", class.as_str()))
        .with_attribute(("name", property.name.as_str()))
        .with_attribute(("time", "0"));
    let Some(kind) = Element::of(property.verdict) else {
        case.write_empty()?;
        return Ok(());
    };
    let words = visible(property.message.as_deref().unwrap_or_default());
    let first = words.lines().next().unwrap_or_default();
    case.write_inner_content(|xml| {
        let element = xml.create_element(kind.name()).with_attribute(("message", first));
        if matches!(kind, Element::Skipped) {
            element.write_empty()?;
        } else {
            let element = element.with_attribute(("type", property.verdict.name()));
            element.write_text_content(BytesText::new(&words))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The element of `JUnit` for a verdict that is not a pass.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    /// The answer is wrong.
    Failure,
    /// There was no answer.
    Error,
    /// Nothing was asked.
    Skipped,
}

impl Element {
    fn of(verdict: Standing) -> Option<Self> {
        match verdict {
            Standing::Pass => None,
            Standing::Fail | Standing::Panic => Some(Self::Failure),
            Standing::NotStarted => Some(Self::Skipped),
            _ => Some(Self::Error),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Failure => "failure",
            Self::Error => "error",
            Self::Skipped => "skipped",
        }
    }
}

/// How many cases there are, and of which kinds.
#[derive(Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Counts {
    fn of(submissions: &[SubmissionResult]) -> Self {
        let mut counts = Self::default();
        let exercises = submissions.iter().flat_map(|submission| &submission.exercises);
        for property in exercises.flat_map(|exercise| &exercise.properties) {
            counts.tests += 1;
            match Element::of(property.verdict) {
                None => {}
                Some(Element::Failure) => counts.failures += 1,
                Some(Element::Error) => counts.errors += 1,
                Some(Element::Skipped) => counts.skipped += 1,
            }
        }
        counts
    }

    fn attributes(&self) -> [(&'static str, String); 4] {
        [
            ("tests", self.tests.to_string()),
            ("failures", self.failures.to_string()),
            ("errors", self.errors.to_string()),
            ("skipped", self.skipped.to_string()),
        ]
    }
}
