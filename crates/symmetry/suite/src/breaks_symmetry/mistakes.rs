//! Mistakes in `breaks_symmetry`.

use testkit::{Mistake, mistake};

use crate::Answers;
use crate::Start::{Random, Zero};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "S70",
        breaks_symmetry,
        |w1, _, _| w1 == Random,
        "Only w1 counts in your answer, but random numbers in b1 or w2 tell the units apart, too.",
        "w1만 따졌지만, b1이나 w2가 무작위여도 유닛은 서로 달라집니다."
    ),
    mistake!(
        "S71",
        breaks_symmetry,
        |w1, _, w2| w1 == Random && w2 == Random,
        "You ask for both weights to be random. One random group is enough: the gradients carry \
         the difference to the others.",
        "두 가중치가 모두 무작위여야 한다고 답했습니다. 하나만 무작위여도 그래디언트가 차이를 다른 \
         묶음에 전합니다."
    ),
    mistake!(
        "S72",
        breaks_symmetry,
        |w1, _, w2| w1 == Random || w2 == Random,
        "You overlook the biases: a random b1 alone gives the units different activations, and w2 \
         then gets different gradients.",
        "편향을 빠뜨렸습니다. b1만 무작위여도 유닛의 활성값이 달라지고, 그러면 w2의 그래디언트도 \
         달라집니다."
    ),
    mistake!(
        "S73",
        breaks_symmetry,
        |w1, b1, w2| w1 == Random && b1 == Random && w2 == Random,
        "You ask for all three to be random. One is enough; the biases are usually zero.",
        "셋 모두 무작위여야 한다고 답했습니다. 하나면 충분하며, 편향은 보통 0으로 둡니다."
    ),
    mistake!(
        "S74",
        breaks_symmetry,
        |w1, b1, w2| w1 != Zero || b1 != Zero || w2 != Zero,
        "You take any start but zero for enough. A constant other than zero moves the units, but \
         all of them alike.",
        "0만 아니면 된다고 답했습니다. 0이 아닌 상수로는 유닛이 움직이기는 하지만 모두 똑같이 \
         움직입니다."
    ),
    mistake!(
        "S75",
        breaks_symmetry,
        |w1, _, _| w1 != Zero,
        "You take w1 other than zero for enough. If its rows are all equal, the units stay equal.",
        "w1이 0만 아니면 된다고 답했습니다. 행이 모두 같으면 유닛은 계속 같습니다."
    ),
    mistake!(
        "S76",
        breaks_symmetry,
        |w1, b1, w2| w1 != Random && b1 != Random && w2 != Random,
        "It is the other way round: true must mean that the units become different.",
        "반대로 답했습니다. true는 유닛이 서로 달라진다는 뜻이어야 합니다."
    ),
    mistake!(
        "S77",
        breaks_symmetry,
        |_, _, _| true,
        "You always answer true, but units that start equal stay equal.",
        "항상 true라고 답했지만, 같게 시작한 유닛은 계속 같습니다."
    ),
    mistake!(
        "S78",
        breaks_symmetry,
        |_, _, _| false,
        "You always answer false, but random numbers do tell the units apart.",
        "항상 false라고 답했지만, 무작위 수는 유닛을 서로 다르게 만듭니다."
    ),
    mistake!(
        "S79",
        breaks_symmetry,
        |w1, b1, w2| [w1, b1, w2].contains(&Random) && !(w1 == Zero && w2 == Zero),
        "With both weights zero and b1 random, w2 still gets gradients: a different one per unit, \
         because tanh(b1) differs.",
        "두 가중치가 0이어도 b1이 무작위면 tanh(b1)이 달라서 w2는 유닛마다 다른 그래디언트를 \
         받습니다."
    ),
    mistake!(
        "S80",
        breaks_symmetry,
        |_, _, w2| w2 == Random,
        "Only w2 counts in your answer, but random numbers in w1 or b1 tell the units apart, too.",
        "w2만 따졌지만, w1이나 b1이 무작위여도 유닛은 서로 달라집니다."
    ),
    mistake!(
        "S81",
        breaks_symmetry,
        |w1, b1, w2| w1 != Zero && [w1, b1, w2].contains(&Random),
        "You take w1 = 0 for hopeless. Its gradient goes through w2 and the slope of tanh, so it \
         differs from unit to unit as soon as w2 does.",
        "w1 = 0이면 안 된다고 답했습니다. w1의 그래디언트는 w2와 tanh의 기울기를 거치므로, w2가 \
         유닛마다 다르면 그래디언트도 유닛마다 다릅니다."
    ),
    mistake!(
        "S82",
        breaks_symmetry,
        |w1, b1, _| w1 == Random || b1 == Random,
        "You overlook w2: hidden units that weigh differently in the output get different \
         gradients and part after one step.",
        "w2를 빠뜨렸습니다. 출력에서 가중치가 다른 은닉 유닛은 서로 다른 그래디언트를 받아 한 \
         단계 뒤에 달라집니다."
    ),
    mistake!(
        "S83",
        breaks_symmetry,
        |w1, b1, w2| w2 != Zero && [w1, b1, w2].contains(&Random),
        "You take w2 = 0 for hopeless. Nothing reaches w1 in the first step, but w2 itself moves, \
         and then w1 follows.",
        "w2 = 0이면 안 된다고 답했습니다. 첫 단계에서는 w1에 아무것도 전해지지 않지만, w2가 먼저 \
         움직이고 그다음 w1도 움직입니다."
    ),
    mistake!(
        "S84",
        breaks_symmetry,
        |w1, b1, w2| w1 != b1 || b1 != w2,
        "You compare the groups with one another. What counts is whether the units differ within \
         a group.",
        "묶음끼리 비교했습니다. 중요한 것은 한 묶음 안에서 유닛이 서로 다른지입니다."
    ),
    mistake!(
        "S85",
        breaks_symmetry,
        |w1, b1, w2| [w1, b1, w2].iter().filter(|start| **start == Random).count() == 1,
        "You want exactly one random group. More of them do no harm.",
        "무작위인 묶음이 정확히 하나여야 한다고 답했습니다. 더 많아도 괜찮습니다."
    ),
    mistake!(
        "S86",
        breaks_symmetry,
        |w1, b1, w2| [w1, b1, w2].iter().filter(|start| **start == Random).count() >= 2,
        "You ask for two random groups. One is enough: the gradients carry the difference to the \
         others.",
        "무작위인 묶음이 둘 이상이어야 한다고 답했습니다. 하나만 있어도 그래디언트가 차이를 다른 \
         묶음에 전합니다."
    ),
    mistake!(
        "S87",
        breaks_symmetry,
        |_, b1, _| b1 == Random,
        "Only b1 counts in your answer, but random weights tell the units apart with b1 = 0, too.",
        "b1만 따졌지만, b1이 0이어도 가중치가 무작위면 유닛은 서로 달라집니다."
    ),
    mistake!(
        "S88",
        breaks_symmetry,
        |w1, b1, w2| ![w1, b1, w2].contains(&Zero),
        "You ask that nothing starts at zero. Zeros do no harm while another group is random, and \
         constants alone do not help.",
        "0으로 시작하는 것이 없어야 한다고 답했습니다. 다른 묶음이 무작위면 0이어도 괜찮고, \
         상수만으로는 소용이 없습니다."
    ),
];
