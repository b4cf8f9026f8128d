//! What came late, and what that costs.

use contract::{Language, say};
use jiff::Zoned;
use jiff::civil;
use serde_derive::Deserialize;

use super::Wrong;
use crate::Error;
use crate::intake::Written;
use crate::results::{HandedIn, Late, SubmissionResult};

/// What is lost by coming late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateRule {
    /// The percent of the reached points that each begun day costs.
    #[serde(default)]
    pub percent_per_day: u32,
    /// After so many days nothing is left.
    pub nothing_after_days: Option<u32>,
}

impl LateRule {
    /// Says what makes no sense.
    pub(super) fn check(&self, has_due: bool, wrong: &Wrong) -> Result<(), Error> {
        if *self == Self::default() {
            return Ok(());
        }
        if !has_due {
            return Err(wrong("a rule for what comes late needs `due`".to_string()));
        }
        if self.percent_per_day > 100 {
            return Err(wrong("percent_per_day is at most 100".to_string()));
        }
        Ok(())
    }

    /// The points that are lost of `score`, `days` begun days after the due date; whole points, rounded in favour
    /// of the student.
    fn lost(&self, score: u32, days: u32) -> u32 {
        if self.nothing_after_days.is_some_and(|most| days > most) {
            return score;
        }
        let percent = u64::from(self.percent_per_day).saturating_mul(u64::from(days)).min(100);
        u32::try_from(u64::from(score) * percent / 100).unwrap_or(score)
    }
}

impl From<Written> for HandedIn {
    /// What the archive of a submission says.
    fn from(written: Written) -> Self {
        let (seconds, local) = match written {
            Written::Local(seconds) => (seconds, true),
            Written::Universal(seconds) => (seconds, false),
        };
        Self { seconds, local, source: "archive".to_string() }
    }
}

/// What the roster says.
pub(super) fn of_roster(instant: &jiff::Timestamp) -> HandedIn {
    HandedIn { seconds: instant.as_second(), local: false, source: "roster".to_string() }
}

/// Takes off `submission` what it costs that it came after `due`.
pub(super) fn charge(
    submission: &mut SubmissionResult,
    due: &Zoned,
    rule: &LateRule,
    language: Language,
) {
    const DAY: i64 = 24 * 60 * 60;
    let Some(handed_in) = &submission.handed_in else {
        if submission.said_late {
            let remark = say!(
                "the platform says that it came late, but not by how much",
                "플랫폼에는 늦게 제출했다고 되어 있지만 얼마나 늦었는지는 알 수 없습니다"
            );
            submission.add_remark(remark.speak(language));
        }
        return;
    };
    let due_seconds = if handed_in.local {
        let wall = due.datetime();
        wall_seconds(wall)
    } else {
        due.timestamp().as_second()
    };
    let seconds = handed_in.seconds - due_seconds;
    if seconds <= 0 {
        return;
    }
    let days = u32::try_from((seconds + DAY - 1) / DAY).unwrap_or(u32::MAX);
    let lost = rule.lost(submission.score, days);
    let source = handed_in.source.clone();
    submission.score -= lost;
    submission.late = Some(Late { days, lost, source });
}

fn wall_seconds(time: civil::DateTime) -> i64 {
    let zoned = time.to_zoned(jiff::tz::TimeZone::UTC);
    zoned.map_or(0, |zoned| zoned.timestamp().as_second())
}
