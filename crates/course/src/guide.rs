//! What a student is told around an exercise: how hard it is and how long it takes, which part of the notes it is
//! about, and, once it is solved, why it matters and how the solution goes about it.

use contract::Text;

/// What is said around an exercise.
pub struct Guide {
    /// The exercise.
    pub exercise: &'static str,
    /// 1: a line, 2: a formula to think about, 3: an idea of one's own.
    pub difficulty: u8,
    /// How long it takes somebody who reads its text first, in minutes.
    pub minutes: u8,
    /// The part of the lecture notes that it is about.
    pub notes: Text,
    /// Why it matters and how the solution differs from what most write, in two or three sentences.
    pub afterwards: Text,
}

/// What is said around the exercise called `name`.
///
/// # Panics
/// If it has no guide: the test below looks at all of them.
pub fn guide(name: &str) -> &'static Guide {
    let found = GUIDES.iter().find(|guide| guide.exercise == name);
    found.unwrap_or_else(|| panic!("{name} has no guide in {}", file!()))
}

/// What a lesson has shown and what comes next, for who has solved all of it; `None` if there is no such lesson.
pub fn recap(lesson: &str) -> Option<&'static Text> {
    RECAPS.iter().find(|(known, _)| *known == lesson).map(|(_, text)| text)
}

const fn guide_of(
    exercise: &'static str,
    (difficulty, minutes): (u8, u8),
    (notes_en, notes_ko): (&'static str, &'static str),
    (en, ko): (&'static str, &'static str),
) -> Guide {
    let notes = Text::fixed(notes_en, notes_ko);
    Guide { exercise, difficulty, minutes, notes, afterwards: Text::fixed(en, ko) }
}

const FUNCTIONS: (&str, &str) = ("Activation functions", "활성화 함수");
const NON_LINEAR: (&str, &str) = ("Why not linear", "왜 비선형인가");
const SLOPES: (&str, &str) = ("Their derivatives", "활성화 함수의 미분");
const SHAPES: (&str, &str) = ("Shapes of a network", "신경망의 모양");
const RANDOM: (&str, &str) = ("Random initialization", "무작위 초기화");
const FORWARD: (&str, &str) = ("Forward propagation", "순전파");
const COST: (&str, &str) = ("Loss and cost", "손실과 비용");
const BACKWARD: (&str, &str) = ("Backpropagation", "역전파");
const DESCENT: (&str, &str) = ("Gradient descent", "경사 하강법");

static GUIDES: &[Guide] = &[
    guide_of(
        "sigmoid",
        (1, 10),
        FUNCTIONS,
        (
            "A sigmoid turns any number into a share between 0 and 1, so it sits where a network answers yes or no. \
             The solution writes `1.0 / (1.0 + (-z).exp())`: where e^-z overflows, 1 divided by infinity is 0, which \
             is right. The form `e^z / (e^z + 1)` is infinity over infinity there.",
            "시그모이드는 어떤 수든 0과 1 사이의 비율로 바꾸므로 예/아니요를 답하는 출력에 씁니다. 풀이는 `1.0 / (1.0 + \
             (-z).exp())`입니다. e^-z가 넘치면 1을 무한대로 나눈 0이 되어 맞지만, `e^z / (e^z + 1)`은 무한대/무한대가 \
             됩니다.",
        ),
    ),
    guide_of(
        "tanh",
        (1, 10),
        FUNCTIONS,
        (
            "Its outputs are centred on 0, which makes the next layer learn faster. The solution stretches the \
             sigmoid, `2 sigmoid(2z) - 1`: one exponential that cannot overflow into NaN, where the quotient of the \
             notes has four. `z.tanh()` is as good.",
            "출력이 0을 중심으로 퍼져 다음 층의 학습을 돕습니다. 풀이는 시그모이드를 늘린 `2 sigmoid(2z) - 1`입니다. 노트의 \
             식은 지수 함수가 네 번 나오고 크면 NaN이 되지만, 이 식은 그렇지 않습니다. `z.tanh()`도 좋습니다.",
        ),
    ),
    guide_of(
        "relu",
        (1, 5),
        FUNCTIONS,
        (
            "ReLU costs one comparison and has slope 1 for every positive z, so deep networks pass gradients on. The \
             solution is `z.max(0.0)`; an `if` says the same. For negative z nothing passes: that is the dead side.",
            "ReLU는 비교 한 번이면 되고 양수에서 기울기가 늘 1이라, 깊은 신경망에서도 그래디언트가 전해집니다. 풀이는 \
             `z.max(0.0)`이며 `if`로 써도 같습니다. 음수에서는 아무것도 지나가지 않는데, 이것이 죽은 쪽입니다.",
        ),
    ),
    guide_of(
        "leaky_relu",
        (1, 5),
        FUNCTIONS,
        (
            "The leak keeps a unit alive whose z is negative for every example: a small slope still moves it. The \
             solution asks for the sign with `if`, while `z.max(negative_slope * z)` works only for slopes up to 1.",
            "모든 샘플에서 z가 음수인 유닛도 작은 기울기 덕분에 다시 움직입니다. 풀이는 `if`로 부호를 봅니다. \
             `z.max(negative_slope * z)`는 기울기가 1 이하일 때만 맞습니다.",
        ),
    ),
    guide_of(
        "slopes",
        (2, 15),
        SLOPES,
        (
            "Gradient descent multiplies by these slopes at every unit: at most 1/4 for the sigmoid, up to 1 for \
             tanh, and next to nothing far from 0. The solution computes the value once and reuses it: `a * (1.0 - \
             a)` and `1.0 - a * a`.",
            "경사 하강법은 유닛마다 이 기울기를 곱합니다. 시그모이드는 1/4 이하, tanh는 1까지이고, 0에서 멀면 거의 0입니다. \
             풀이는 함수값을 한 번만 구해 `a * (1.0 - a)`와 `1.0 - a * a`에 다시 씁니다.",
        ),
    ),
    guide_of(
        "slopes_from_output",
        (1, 10),
        SLOPES,
        (
            "The forward pass already has `a`, so the backward pass needs no exponential at all: that is why a \
             network keeps its activations. The solution is the formula in `a` and nothing else.",
            "순전파에서 이미 `a`를 구했으므로 역전파에는 지수 함수가 전혀 필요 없습니다. 신경망이 활성화값을 남겨 두는 \
             까닭입니다. 풀이는 `a`로 쓴 공식 그대로입니다.",
        ),
    ),
    guide_of(
        "hinge_slopes",
        (1, 10),
        SLOPES,
        (
            "At 0 there is no slope, so one has to be agreed on; it matters as soon as weights start at 0. The \
             solution's `z > 0.0` puts 0 on the left side, as the common frameworks do; `z >= 0.0` would put it on \
             the right.",
            "0에는 기울기가 없으므로 약속이 필요하고, 가중치를 0에서 시작하면 바로 문제가 됩니다. 풀이의 `z > 0.0`은 널리 \
             쓰이는 라이브러리처럼 0을 왼쪽으로 칩니다. `z >= 0.0`이면 오른쪽이 됩니다.",
        ),
    ),
    guide_of(
        "elementwise",
        (1, 10),
        FUNCTIONS,
        (
            "A layer applies one function to every entry: `mapv` does it without an index, whatever the shape and \
             the memory layout. The solution has one `match` outside and one `mapv` in each arm, not a `match` for \
             every entry.",
            "층은 모든 원소에 같은 함수를 적용합니다. `mapv`는 번호 없이, 모양과 메모리 배치와 상관없이 그렇게 합니다. \
             풀이는 원소마다가 아니라 밖에서 한 번 `match`하고 갈래마다 `mapv`를 씁니다.",
        ),
    ),
    guide_of(
        "parallel",
        (2, 20),
        FUNCTIONS,
        (
            "Entries do not depend on each other, so threads may share the work and the bits stay the same. The \
             solution lets rayon cut the matrix, `par_map_collect`. On small layers starting threads costs more than \
             it saves.",
            "원소끼리 서로 상관이 없으므로 여러 스레드가 나누어 계산해도 비트까지 같습니다. 풀이는 rayon의 \
             `par_map_collect`에 나누는 일을 맡깁니다. 작은 층에서는 스레드를 시작하는 비용이 더 큽니다.",
        ),
    ),
    guide_of(
        "collapse",
        (2, 20),
        NON_LINEAR,
        (
            "Layers without an activation function are one layer, however many there are: this is why networks need \
             one. The solution multiplies from the left, `w_next.dot(&w)`, and sends the bias through the next layer \
             before it adds the next bias.",
            "활성화 함수가 없는 층은 몇 개든 한 층과 같습니다. 신경망에 활성화 함수가 필요한 까닭입니다. 풀이는 왼쪽에서 \
             `w_next.dot(&w)`로 곱하고, 편향도 다음 층을 거친 뒤에 다음 편향을 더합니다.",
        ),
    ),
    guide_of(
        "predictions",
        (3, 25),
        FUNCTIONS,
        (
            "Both claims of the notes hold only in a range, and now you know where it ends. The solution solves for \
             the points where the curves cross; comparing the two functions, as most do, is just as right.",
            "노트의 두 주장은 어떤 범위에서만 맞으며, 이제 그 끝이 어디인지 압니다. 풀이는 두 곡선이 만나는 점을 식으로 \
             구하지만, 두 함수값을 그대로 비교해도 맞습니다.",
        ),
    ),
    guide_of(
        "log_sigmoid",
        (3, 25),
        FUNCTIONS,
        (
            "The logarithm of a sigmoid is in every cost of a classifier, and taking the two one after the other \
             loses all digits far out. The solution splits off the part that is exact, `min(z, 0)`, and leaves `ln_1p` \
             a number between 0 and 1.",
            "시그모이드의 로그는 모든 분류기의 비용에 들어 있는데, 차례로 계산하면 먼 곳에서 자릿수를 모두 잃습니다. \
             풀이는 정확한 부분 `min(z, 0)`을 떼어 내고 `ln_1p`에는 0과 1 사이의 수만 넘깁니다.",
        ),
    ),
    guide_of(
        "law_of_sigmoid",
        (3, 30),
        FUNCTIONS,
        (
            "What you test with decides what you can trust. The solution asks two laws that only the sigmoid keeps \
             together; each alone lets wrong functions pass. To compare with the formula is as good, as long as the \
             formula is not copied from what it judges.",
            "무엇으로 검사하느냐에 따라 무엇을 믿을 수 있는지가 정해집니다. 풀이는 시그모이드만 함께 지키는 법칙 두 개를 \
             묻습니다. 하나만으로는 틀린 함수도 지나갑니다. 공식과 비교해도 좋지만, 검사받는 코드를 베낀 공식은 아무것도 \
             검사하지 못합니다.",
        ),
    ),
    guide_of(
        "law_of_slopes",
        (2, 15),
        SLOPES,
        (
            "A gradient check knows no formula, so it shares no mistake with the code that it tests: that is why \
             everybody who writes a backward pass trusts it. The solution takes the difference on both sides, whose \
             errors cancel; to one side it needs a larger tolerance.",
            "그래디언트 검사는 공식을 모르므로 검사받는 코드와 같은 실수를 할 수 없습니다. 역전파를 쓰는 사람들이 이것을 \
             믿는 까닭입니다. 풀이는 양쪽 차분을 써서 오차를 서로 지웁니다. 한쪽 차분은 허용 오차를 더 크게 두어야 합니다.",
        ),
    ),
    guide_of(
        "layer_sizes",
        (1, 5),
        SHAPES,
        (
            "Rows are features, columns are examples: with this convention one product handles all examples. The \
             solution asks `nrows()` and never looks at the number of examples.",
            "행은 특성, 열은 샘플이라는 관례 덕분에 행렬 곱 한 번으로 모든 샘플을 계산합니다. 풀이는 `nrows()`만 보고 \
             샘플의 수는 보지 않습니다.",
        ),
    ),
    guide_of(
        "draws",
        (2, 25),
        RANDOM,
        (
            "Whoever draws takes the generator as an argument, so that the same seed gives the same network and a \
             result can be repeated. The solution lets `rand` do all three; `% upper` or `floor(100 * u)` favour \
             some numbers, though hardly noticeably.",
            "난수를 뽑는 함수는 생성기를 인자로 받습니다. 그래야 시드가 같으면 신경망도 같고 결과를 되풀이할 수 있습니다. \
             풀이는 세 가지 모두 `rand`에 맡깁니다. `% upper`나 `floor(100 * u)`는 조금이나마 한쪽으로 쏠립니다.",
        ),
    ),
    guide_of(
        "zeros",
        (1, 10),
        SHAPES,
        (
            "The four shapes follow from three numbers, and most errors with networks are errors of shape. The \
             solution writes the biases as columns, `(n_h, 1)`, so that `+` repeats them for every example.",
            "네 행렬의 모양은 세 수에서 나오며, 신경망의 오류는 대부분 모양의 오류입니다. 풀이는 편향을 열 `(n_h, 1)`로 \
             두어 `+`가 샘플마다 되풀이하게 합니다.",
        ),
    ),
    guide_of(
        "initialize",
        (2, 15),
        RANDOM,
        (
            "Random weights set the units apart; biases may be 0, because the weights have done it already. The \
             solution draws anew for every entry with `from_shape_simple_fn`; `from_elem` would draw once and repeat \
             it.",
            "무작위 가중치가 유닛을 서로 다르게 만들므로 편향은 0이어도 됩니다. 풀이는 `from_shape_simple_fn`으로 원소마다 \
             새로 뽑습니다. `from_elem`은 한 번 뽑은 수를 되풀이합니다.",
        ),
    ),
    guide_of(
        "scaled",
        (2, 15),
        RANDOM,
        (
            "With variance gain / fan_in a layer neither shrinks nor blows up what passes through it, twenty layers \
             deep. The solution takes the square root once: the variance is given, but it is the deviation that a \
             draw is multiplied by.",
            "분산이 gain / fan_in이면 층을 스무 개 지나도 신호가 줄거나 넘치지 않습니다. 풀이는 제곱근을 한 번 구합니다. \
             주어진 것은 분산이지만 난수에 곱하는 것은 표준편차이기 때문입니다.",
        ),
    ),
    guide_of(
        "saturation",
        (2, 20),
        RANDOM,
        (
            "A saturated unit has next to no slope and learns next to nothing; that is what small weights are for. \
             The solution counts with `filter(..).count()` and divides as f64: the quotient of two counts would be 0.",
            "포화된 유닛은 기울기가 거의 0이라 거의 배우지 못합니다. 가중치를 작게 시작하는 까닭입니다. 풀이는 \
             `filter(..).count()`로 세고 f64로 나눕니다. 정수끼리 나누면 0이 됩니다.",
        ),
    ),
    guide_of(
        "law_of_initialize",
        (3, 30),
        RANDOM,
        (
            "Whatever is drawn is tested by how it is spread, within bounds that chance keeps. The solution says \
             exactly what does not depend on chance, and takes 1,800 weights to say the rest: a bound of seven \
             deviations refuses a right answer once in 10^11 times.",
            "뽑은 수는 어떻게 퍼져 있는지를, 우연이 지키는 범위 안에서 검사합니다. 풀이는 우연과 상관없는 것을 정확히 묻고, \
             나머지는 가중치 1,800개로 묻습니다. 표준편차의 일곱 배로 잡은 범위는 올바른 답을 10^11번에 한 번 거절합니다.",
        ),
    ),
    guide_of(
        "linear_forward",
        (1, 10),
        FORWARD,
        (
            "This line is nearly all the work that a network does, and it is one product of matrices instead of three \
             loops. The solution is `w.dot(a) + b`: b is a column, and `+` repeats it for every example.",
            "신경망이 하는 일은 거의 이 한 줄이며, 세 겹의 반복문 대신 행렬 곱 한 번입니다. 풀이는 `w.dot(a) + b`입니다. \
             b는 열이고 `+`가 샘플마다 되풀이합니다.",
        ),
    ),
    guide_of(
        "forward",
        (2, 15),
        FORWARD,
        (
            "The cache is what the backward pass lives on: it needs every a, and the z tell where something went \
             wrong. The solution is four lines, one for each of the notes' equations, in their order.",
            "역전파는 여기서 남긴 값으로 계산합니다. a가 모두 필요하고, z는 어디가 잘못되었는지 알려 줍니다. 풀이는 노트의 \
             식을 차례대로 한 줄씩 쓴 네 줄입니다.",
        ),
    ),
    guide_of(
        "cost",
        (2, 20),
        COST,
        (
            "The cost is the number that training makes smaller. The solution takes only the logarithm that counts: \
             the formula of the notes multiplies the other by 0, and 0 times infinity is NaN where an output is \
             exactly right.",
            "학습은 이 수를 줄이는 일입니다. 풀이는 필요한 로그 하나만 구합니다. 노트의 식은 다른 로그에 0을 곱하는데, \
             출력이 정확히 맞으면 0 곱하기 무한대가 되어 NaN이 나옵니다.",
        ),
    ),
    guide_of(
        "cost_from_logits",
        (3, 25),
        COST,
        (
            "From the logits the cost is exact even where the sigmoid has rounded to 1: frameworks do it this way. \
             The solution is `softplus(z) - z * y`, in which nothing can overflow.",
            "로짓에서 바로 구하면 시그모이드가 1로 반올림된 곳에서도 비용이 정확합니다. 널리 쓰이는 라이브러리도 이렇게 \
             합니다. 풀이는 어디서도 넘치지 않는 `softplus(z) - z * y`입니다.",
        ),
    ),
    guide_of(
        "logistic",
        (2, 20),
        DESCENT,
        (
            "A network without hidden units: all of backpropagation is in it, with `dz = a - y` at its heart. The \
             solution divides by m once, at the sums. It learns from zeros, because no two units could be equal.",
            "은닉 유닛이 없는 신경망이지만 역전파가 다 들어 있고, 중심은 `dz = a - y`입니다. 풀이는 합을 낼 때 한 번만 m으로 \
             나눕니다. 서로 같아질 유닛이 없으므로 0에서 시작해도 배웁니다.",
        ),
    ),
    guide_of(
        "output_gradients",
        (2, 20),
        BACKWARD,
        (
            "The slope of the sigmoid and that of the loss cancel to `a2 - y`, so a unit that is badly wrong learns \
             fast. The solution sums over `Axis(1)`, the examples, and `insert_axis` makes a column of it again.",
            "시그모이드의 기울기와 손실의 기울기가 약분되어 `a2 - y`만 남으므로, 크게 틀린 유닛일수록 빨리 배웁니다. 풀이는 \
             샘플의 축인 `Axis(1)`로 더하고 `insert_axis`로 다시 열을 만듭니다.",
        ),
    ),
    guide_of(
        "hidden_gradients",
        (3, 25),
        BACKWARD,
        (
            "The chain rule in one line: back through w2, which is why it is transposed, then through the slope of \
             tanh. A deeper network repeats this line for every layer. The solution takes the slope from `a1`.",
            "한 줄로 쓴 연쇄 법칙입니다. w2를 거슬러 가므로 전치하고, 그다음 tanh의 기울기를 곱합니다. 더 깊은 신경망은 \
             층마다 이 줄을 되풀이합니다. 풀이는 기울기를 `a1`에서 구합니다.",
        ),
    ),
    guide_of(
        "backward",
        (1, 10),
        BACKWARD,
        (
            "All gradients cost about two forward passes, whatever the number of parameters: this made training \
             large networks possible. The solution calls the two functions before it; six equations once more would \
             be just as right.",
            "파라미터가 몇 개든 모든 그래디언트를 순전파 두 번쯤의 비용으로 구합니다. 큰 신경망의 학습이 가능해진 \
             까닭입니다. 풀이는 앞의 두 함수를 부릅니다. 여섯 식을 다시 써도 맞습니다.",
        ),
    ),
    guide_of(
        "numerical_gradient",
        (3, 30),
        BACKWARD,
        (
            "It needs two costs per parameter, far too slow for training, but it knows nothing of the chain rule: so \
             it can check those who do. The solution steps to both sides, which makes the error fall with the square \
             of the step.",
            "파라미터마다 비용을 두 번 구하므로 학습에는 너무 느리지만, 연쇄 법칙을 쓰지 않으므로 역전파를 검산할 수 \
             있습니다. 풀이는 양쪽으로 움직입니다. 그러면 오차가 step의 제곱에 비례해 줄어듭니다.",
        ),
    ),
    guide_of(
        "update",
        (1, 10),
        DESCENT,
        (
            "One step against the gradient; everything a network learns comes from repeating it. The solution \
             returns new parameters and leaves the old ones as they are, so that a step can be looked at.",
            "그래디언트의 반대쪽으로 한 걸음입니다. 신경망이 배우는 것은 모두 이 걸음을 되풀이한 결과입니다. 풀이는 원래의 \
             파라미터는 그대로 두고 새 파라미터를 반환합니다.",
        ),
    ),
    guide_of(
        "predict",
        (1, 5),
        FORWARD,
        (
            "The network gives a probability; a decision needs a threshold. The solution writes `a > 0.5`, not \
             `a.round()`: that turns 0.5 into 1.",
            "신경망은 확률을 내고, 결정에는 기준이 필요합니다. 풀이는 `a.round()`가 아니라 `a > 0.5`입니다. `round`는 0.5를 \
             1로 만듭니다.",
        ),
    ),
    guide_of(
        "train",
        (3, 30),
        DESCENT,
        (
            "All of your functions in one loop, and a network that learns. The solution notes the cost before each \
             step and from the logits, and computes all gradients before any parameter moves.",
            "지금까지의 함수가 모두 반복문 하나에 모여 신경망이 배웁니다. 풀이는 단계마다 그 전의 비용을 로짓에서 구해 \
             남기고, 그래디언트를 모두 구한 다음에 파라미터를 움직입니다.",
        ),
    ),
    guide_of(
        "law_of_cost",
        (2, 15),
        COST,
        (
            "Most of what one says of a cost is true of the squared error, too. The solution asks for the value, with a \
             formula of its own; a law that only compares two costs needs an anchor somewhere.",
            "비용에 대해 흔히 하는 말은 대부분 제곱 오차에도 맞습니다. 풀이는 직접 쓴 식으로 값을 묻습니다. 두 비용을 비교하기만 \
             하는 법칙은 어딘가에 기준이 되는 값이 있어야 합니다.",
        ),
    ),
    guide_of(
        "law_of_backward",
        (3, 30),
        BACKWARD,
        (
            "This check is what you will run on every backward pass that you ever write. It knows no equation, so it \
             shares no mistake with the code. The solution compares shapes first, and draws several of everything, \
             because what is not asked is not seen.",
            "앞으로 역전파를 쓸 때마다 이 검사를 하게 됩니다. 식을 모르므로 코드와 같은 실수를 할 수 없습니다. 풀이는 모양을 \
             먼저 비교하고, 모든 크기를 둘 이상으로 뽑습니다. 묻지 않은 것은 보이지 않기 때문입니다.",
        ),
    ),
    guide_of(
        "law_of_train",
        (3, 25),
        DESCENT,
        (
            "A network that learns may still be trained wrongly. The solution trains beside it, at two rates, and \
             compares every cost and every parameter.",
            "배우는 신경망도 잘못 학습되었을 수 있습니다. 풀이는 두 학습률로 나란히 학습해 비용과 파라미터를 하나하나 비교합니다.",
        ),
    ),
    guide_of(
        "unit_classes",
        (2, 25),
        RANDOM,
        (
            "Equal units do the work of one, so this counts how large a network really is. The solution compares with \
             the first unit of each class only: otherwise small differences could add up along a chain.",
            "같은 유닛들은 유닛 하나의 일을 하므로, 이 함수는 신경망의 실제 크기를 셉니다. 풀이는 클래스의 첫 유닛하고만 \
             비교합니다. 그러지 않으면 작은 차이가 이어져 멀리까지 갑니다.",
        ),
    ),
    guide_of(
        "breaks_symmetry",
        (2, 20),
        RANDOM,
        (
            "One random group is enough, even w2 or b1 alone: the equations carry the difference on to the others. \
             The solution is a `contains`; working out 27 cases by hand comes to the same.",
            "w2나 b1 하나만이라도 무작위면 충분합니다. 식이 그 차이를 다른 묶음에 전하기 때문입니다. 풀이는 `contains` \
             하나이며, 27가지 경우를 손으로 따져도 결과는 같습니다.",
        ),
    ),
    guide_of(
        "equivalent_networks",
        (2, 25),
        RANDOM,
        (
            "Every network has n_h! * 2^n_h twins that compute the same, so there is never one best set of weights. \
             The solution uses `select`, which reads from the old network and writes a new one, so that nothing is \
             overwritten too early.",
            "어떤 신경망에나 같은 계산을 하는 쌍둥이가 n_h! * 2^n_h개 있으므로 가장 좋은 가중치는 하나가 아닙니다. 풀이의 \
             `select`는 원래 신경망에서 읽어 새 신경망을 만들므로 아직 필요한 값을 덮어쓰지 않습니다.",
        ),
    ),
    guide_of(
        "law_of_equal_units",
        (3, 25),
        RANDOM,
        (
            "This law is why weights start at random. The solution starts from equal numbers that are not 0, because \
             from zeros nothing moves and nothing is seen, and compares with a tolerance, because sums are rounded.",
            "가중치를 무작위로 시작하는 까닭이 이 법칙입니다. 풀이는 0이 아닌 같은 수에서 시작합니다. 0에서는 아무것도 움직이지 \
             않아 아무것도 보이지 않습니다. 합은 반올림되므로 허용 오차를 두고 비교합니다.",
        ),
    ),
    guide_of(
        "law_of_equivalent_networks",
        (2, 15),
        RANDOM,
        (
            "A law that every answer keeps tells nothing: unchanged outputs hold for any order. The solution adds \
             where the rows must stand, and lets the outputs show that the rest came along.",
            "모든 답이 지키는 법칙은 아무것도 말하지 않습니다. 출력은 어떤 순서에서나 그대로입니다. 풀이는 행이 어디에 있어야 \
             하는지를 더하고, 나머지가 함께 왔는지는 출력으로 봅니다.",
        ),
    ),
];

static RECAPS: [(&str, Text); 4] = [
    (
        "activations",
        Text::fixed(
            "Lesson 1 is done: you have four activation functions and their slopes, you know where they saturate, and \
             why a network without them is a single layer. Next, lesson 2: which numbers a network starts with, and \
             what goes wrong with zeros.",
            "강의 1을 마쳤습니다. 네 활성화 함수와 그 기울기를 만들었고, 어디서 포화되는지, 왜 이것이 없으면 신경망이 한 \
             층과 같은지 알게 되었습니다. 다음은 강의 2입니다. 신경망이 어떤 수에서 시작하는지, 0이면 무엇이 잘못되는지 \
             봅니다.",
        ),
    ),
    (
        "init",
        Text::fixed(
            "Lesson 2 is done: you can draw, shape and scale the weights of a network, and measure how many units are \
             saturated. Next, lesson 3: the forward pass, the cost, and the gradients that training follows.",
            "강의 2를 마쳤습니다. 신경망의 가중치를 뽑고, 모양과 크기를 정하고, 포화된 유닛의 비율을 잴 수 있습니다. 다음은 \
             강의 3입니다. 순전파, 비용, 그리고 학습이 따라가는 그래디언트를 만듭니다.",
        ),
    ),
    (
        "backprop",
        Text::fixed(
            "Lesson 3 is done: your own network learns, with gradients that you derived and checked by differences. \
             Next, lesson 4: what random starts are for, and which networks are secretly the same.",
            "강의 3을 마쳤습니다. 직접 유도하고 차분으로 검산한 그래디언트로 여러분의 신경망이 학습합니다. 다음은 강의 \
             4입니다. 무작위 시작이 왜 필요한지, 어떤 신경망들이 사실은 같은지 봅니다.",
        ),
    ),
    (
        "symmetry",
        Text::fixed(
            "Lesson 4 is done: equal units stay equal, one random group parts them, and every network has twins. \
             Next, `cargo run -- finish` trains your own network on the flower from both starts.",
            "강의 4를 마쳤습니다. 같은 유닛은 끝까지 같고, 무작위 묶음 하나가 이를 깨며, 어떤 신경망에나 쌍둥이가 \
             있습니다. 다음은 `cargo run -- finish`입니다. 여러분의 신경망을 두 가지 시작값으로 학습합니다.",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Course, Exercise};

    #[test]
    fn every_exercise_and_every_lesson_is_told_of_afterwards() {
        let course = Course::whole();
        let names: Vec<&str> = course.exercises().iter().map(Exercise::name).collect();
        assert_eq!(GUIDES.iter().map(|guide| guide.exercise).collect::<Vec<_>>(), names);
        for lesson in course.lessons() {
            assert!(recap(lesson.name()).is_some(), "{}", lesson.name());
        }
        for Guide { exercise, difficulty, minutes, afterwards, .. } in GUIDES {
            assert!((1..=3).contains(difficulty) && (5..=30).contains(minutes), "{exercise}");
            for text in [&afterwards.en, &afterwards.ko] {
                let sentences = text.matches(". ").count() + 1;
                assert!((2..=4).contains(&sentences), "{exercise}: {sentences} sentences");
            }
        }
    }
}
