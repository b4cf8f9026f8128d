//! The words of the last page, and its two pictures side by side.

use contract::{Text, say};

use crate::finish::{Finish, LEARNING_RATE, Portrait, STEPS, UNITS, map};
use crate::line::{Colours, Line, Style};
use crate::screen::Screen;

/// The widest picture, in columns.
const WIDEST: usize = 44;
/// The narrowest picture in which something can be seen.
const NARROWEST: usize = 8;
/// The columns between two pictures.
const GAP: usize = 3;
/// Where each of two pictures would have fewer columns, one comes below the other.
const WORTH_IT: usize = 24;

/// The page, laid out for `screen`.
pub(crate) fn page(screen: &Screen, finish: &Finish) -> Vec<Line> {
    let speak = |text: &Text, style| screen.fit_in(style, text.speak(screen.language), 0);
    let mut lines = speak(&thanks(), Style::Strong);
    lines.push(Line::default());
    lines.extend(speak(&what_you_see(), Style::Plain));
    lines.push(Line::default());
    lines.extend(pictures(screen, finish));
    lines.push(Line::default());
    lines.extend(speak(&what_it_means(), Style::Plain));
    lines.push(Line::default());
    lines.extend(speak(&what_now(), Style::Plain));
    lines
}

/// What to say while the exercises `left` are not solved.
pub(crate) fn refusal_words(left: &[&str]) -> Text {
    let (count, names) = (left.len(), left.join(", "));
    say!(
        "This page is for whoever has solved every exercise. {count} to go: {names}.",
        "모든 연습 문제를 풀면 볼 수 있는 페이지입니다. 남은 문제 {count}개: {names}."
    )
}

fn thanks() -> Text {
    say!(
        "Every exercise is solved. Thank you for learning with us!",
        "모든 연습 문제를 풀었습니다. 함께 공부해 주셔서 고맙습니다!"
    )
}

fn what_you_see() -> Text {
    let (units, steps, rate) = (UNITS, STEPS, LEARNING_RATE);
    say!(
        "This is your network: your initialize, train and forward, with {units} hidden units, after \
         {steps} steps of learning rate {rate} on the flower. Nothing but the start differs.",
        "여러분이 만든 신경망입니다. 직접 작성한 initialize, train, forward로, 은닉 유닛 {units}개를 \
         꽃 데이터에서 학습률 {rate}, {steps}단계로 학습했습니다. 다른 것은 시작값뿐입니다."
    )
}

fn what_it_means() -> Text {
    let units = UNITS;
    say!(
        "Units that start equal receive equal gradients and stay equal, so {units} of them can do no \
         more than one. Random numbers tell them apart, and each finds a part of the flower.",
        "똑같이 시작한 유닛은 똑같은 그래디언트를 받아 끝까지 똑같습니다. 그래서 {units}개가 있어도 \
         하나만큼만 해냅니다. 무작위로 시작하면 서로 달라져서, 저마다 꽃의 한 부분을 맡습니다."
    )
}

fn what_now() -> Text {
    say!(
        "What now? Compare with the solutions in solutions/, change your train and run this page \
         again, and see README.md for the benchmarks and the experiments.",
        "이제 무엇을 할까요? solutions/의 풀이와 비교해 보고, train을 바꾼 뒤 이 페이지를 다시 열어 \
         보세요. 벤치마크와 실험은 README.md에 있습니다."
    )
}

fn pictures(screen: &Screen, finish: &Finish) -> Vec<Line> {
    let columns = screen.columns();
    let half = columns.saturating_sub(GAP) / 2;
    let is_side_by_side = half >= WORTH_IT;
    let width = if is_side_by_side { half } else { columns };
    let picture = |name: Text, portrait: &Portrait| {
        let mut lines = caption(screen.of_width(width), &name, portrait);
        // Two points make one letter, so the side is even.
        let side = width.clamp(NARROWEST, WIDEST) / 2 * 2;
        lines.extend(if screen.colours() == Colours::None {
            map::plain(portrait, &finish.data, side)
        } else {
            map::coloured(portrait, &finish.data, side)
        });
        lines
    };
    let equal = picture(say!("Equal start", "똑같은 시작"), &finish.equal);
    let random = picture(say!("Random start", "무작위 시작"), &finish.random);
    if is_side_by_side {
        let together = equal.into_iter().zip(random);
        together.map(|(left, right)| beside(left, half + GAP, right)).collect()
    } else {
        [equal, vec![Line::default()], random].concat()
    }
}

/// Two lines, so that pictures side by side begin at the same height.
fn caption(screen: Screen, name: &Text, portrait: &Portrait) -> Vec<Line> {
    let (right, cost, kinds) = (100.0 * portrait.accuracy, portrait.cost, portrait.kinds);
    let (Text { en, ko }, units) = (name, UNITS);
    let units = say!("{en}: {kinds} of {units} distinct", "{ko}: 유닛 {units}개 중 {kinds}종");
    let figures = say!("{right:.0} % right, cost {cost:.2}", "정답 {right:.0} %, 비용 {cost:.2}");
    let line =
        |style, text: Text| Line::new(style, text.speak(screen.language)).cut(screen.columns());
    vec![line(Style::Strong, units), line(Style::Plain, figures)]
}

fn beside(left: Line, column: usize, right: Line) -> Line {
    let blanks = " ".repeat(column.saturating_sub(left.width()));
    left.and(Style::Plain, blanks).joined(right)
}
