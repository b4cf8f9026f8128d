//! How the page comes to its verdicts, and whether they depend on the seed.

use contract::say;
use maud::{Markup, html};

use super::{Edition, both, class, ruling_of, sign, words};
use crate::claim::Ruling;
use crate::judge::JudgedClaim;

/// The note on the method.
pub(super) fn section() -> Markup {
    html! {
        section aria-labelledby="method" {
            h2 id="method" { (both(&say!("The method", "방법"))) }
            p { (both(&say!(
                "A claim is decided by closed forms and properties of the course's own solutions, or by runs from \
                 random starts. What was measured on random starts stands as a median with an interval in brackets \
                 that holds the true value with a probability of at least 95 %: order statistics for medians, \
                 Wilson's interval for shares. Two activations or scales are compared on the same starts, pair by \
                 pair, and learning rates are chosen on other starts than those that count. Where an interval allows \
                 more than one verdict, the claim stays undecided.",
                "주장은 과정의 해답 코드가 지닌 속성과 닫힌 식으로, 또는 무작위 시작값에서의 실행으로 판정합니다. 무작위 \
                 시작값에서 잰 것은 중앙값과, 참값이 95 % 이상의 확률로 들어 있는 구간을 대괄호로 함께 적습니다. 중앙값에는 \
                 순서 통계량을, 비율에는 윌슨 구간을 씁니다. 두 활성화 함수나 크기는 같은 시작값끼리 짝지어 비교하고, 학습률은 \
                 비교에 쓰지 않는 시작값에서 고릅니다. 구간이 둘 이상의 판정을 허용하면 판정을 보류합니다."
            ))) }
        }
    }
}

/// The claims whose verdict is not the same for every seed.
pub(super) fn stability(claims: &[JudgedClaim], edition: &Edition<'_>) -> Markup {
    let of_others = |index: usize| edition.others.iter().map(move |(_, rulings)| rulings[index]);
    let changes = |(index, judged): &(usize, &JudgedClaim)| {
        of_others(*index).any(|ruling| ruling != ruling_of(judged))
    };
    let changing: Vec<(usize, &JudgedClaim)> = claims.iter().enumerate().filter(changes).collect();
    let (seeds, count, all) = (edition.others.len() + 1, changing.len(), claims.len());
    html! {
        section aria-labelledby="stability" {
            h2 id="stability" { (both(&say!("Other seeds", "다른 시드"))) }
            p { (both(&say!(
                "With {seeds} seeds, the verdicts on {count} of {all} claims differ.",
                "시드 {seeds}개로 실행하니 주장 {all}개 가운데 {count}개의 판정이 갈립니다."
            ))) }
            @if !changing.is_empty() {
                table {
                    tr {
                        th { (both(&say!("Claim", "주장"))) }
                        th { (edition.settings.seed) }
                        @for (seed, _) in edition.others { th { (seed) } }
                    }
                    @for (index, judged) in changing {
                        tr {
                            td { a href={ "#" (judged.claim.id) } { (judged.claim.id) } }
                            (cell(ruling_of(judged)))
                            @for ruling in of_others(index) { (cell(ruling)) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(ruling: Option<Ruling>) -> Markup {
    html! { td class=(class(ruling)) { (sign(ruling)) " " (both(&words(ruling))) } }
}
