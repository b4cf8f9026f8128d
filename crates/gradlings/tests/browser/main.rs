//! `play` in a real browser, headless Chromium. Where that is not installed, the tests say so and pass, but with
//! `GRADLINGS_BROWSER=1` they fail. With `GRADLINGS_SCREENSHOTS=DIR` they save pictures of every scene there.

#[allow(dead_code, reason = "the runner's tests use the rest of a desk")]
#[path = "../runner/desk.rs"]
mod desk;
#[path = "../../../lab/tests/browser/driver.rs"]
mod driver;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use contract::Language;
use gradlings::play::{Options, Play};
use serde_json::{Value, json};

use desk::Desk;
use driver::Browser;

const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const RIGHT: char = '\u{e014}';

/// The scenes in their order, each with its name in both languages and what must be drawn in it.
const SCENES: [(&str, &str, &str, &str); 8] = [
    ("activation", "Activation", "활성화 함수", "svg.chart path.line"),
    ("two_starts", "Two starts", "두 시작", "canvas.plane"),
    ("network", "Network", "신경망", "svg.network .node"),
    ("gradient_check", "Gradient check", "그래디언트 검사", ".entries td[data-entry]"),
    ("break_it", "Break it", "망가뜨리기", "canvas.plane"),
    ("scale", "Scale of the start", "시작값의 크기", "svg.chart circle.dot"),
    ("collapse", "Collapse", "선형 층의 한계", "canvas.plane"),
    ("permutation", "Twins", "쌍둥이 신경망", ".twins td"),
];

/// What a network needs, so that most of what is shown is the student's.
const WRITTEN: [&str; 12] = [
    "sigmoid",
    "slopes",
    "draws",
    "initialize",
    "linear_forward",
    "forward",
    "cost",
    "output_gradients",
    "hidden_gradients",
    "backward",
    "update",
    "predict",
];

/// A browser, if there is one.
fn browser() -> Option<Browser> {
    let browser = Browser::start();
    if browser.is_none() {
        let words = "`chromedriver` (Debian's chromium-driver) is not installed";
        assert!(env::var_os("GRADLINGS_BROWSER").is_none_or(|asked| asked != "1"), "{words}");
        eprintln!("not looked at: {words}");
    }
    browser
}

/// A desk with a network on it.
fn desk() -> Desk {
    let desk = Desk::new();
    for name in WRITTEN {
        desk.write_solution(name);
    }
    desk
}

fn play(desk: &Desk, language: Language) -> Play {
    Play::start(&desk.workplace, &Options { exercise: None, port: 0, record: None, language })
        .unwrap()
}

/// Opens the page anew at `#hash`, and waits until what it compiles is there.
fn open(browser: &Browser, play: &Play, hash: &str) {
    browser.open("about:blank");
    browser.open(&format!("{}#{hash}", play.address()));
    until(browser, "the page", "return document.querySelector('h1')?.textContent");
    until(
        browser,
        "the functions",
        "return [...document.querySelectorAll('.functions li')].some(f => f.dataset.whose === 'yours')",
    );
}

/// What `script` returns once that is something, within a minute.
fn until(browser: &Browser, what: &str, script: &str) -> Value {
    let since = Instant::now();
    loop {
        let value = browser.run(script);
        if !matches!(&value, Value::Null | Value::Bool(false)) && value != "" && value != 0 {
            return value;
        }
        let page = "return document.querySelector('main')?.innerText.replace(/\\n[A-Z]\\d+ · .*/g, '').slice(0, 3000)";
        assert!(since.elapsed() < Duration::from_secs(60), "no {what}: {}", browser.run(page));
        thread::sleep(Duration::from_millis(50));
    }
}

fn quiet(browser: &Browser, what: &str) {
    assert_eq!(browser.console(), Vec::<String>::new(), "{what}");
}

const STEP: &str =
    "return Number(document.querySelector('.count').textContent.replace(/\\D/g, ''))";
const IS_STILL: &str = "return document.querySelector('.run').dataset.running === 'false'";

fn step(browser: &Browser) -> u64 {
    browser.run(STEP).as_u64().unwrap()
}

/// The numbers of the hidden units, as they are written.
fn units(browser: &Browser) -> Value {
    browser.run("return [...document.querySelectorAll('table.units')].map(t => t.innerText)")
}

/// Saves a picture of the page, if pictures are asked for.
fn save_picture(browser: &Browser, name: &str) {
    let folder = env::var_os("GRADLINGS_SCREENSHOTS").filter(|folder| !folder.is_empty());
    let Some(folder) = folder else { return };
    let taken = browser.tell("Page.captureScreenshot", &json!({"captureBeyondViewport": true}));
    let path = PathBuf::from(folder).join(format!("{name}.png.base64"));
    fs::write(path, taken["data"].as_str().unwrap()).unwrap();
}

#[test]
fn every_scene_learns_in_both_languages_and_on_every_screen() {
    let Some(browser) = browser() else { return };
    let desk = desk();
    for language in [Language::English, Language::Korean] {
        let play = play(&desk, language);
        let spoken = if language == Language::English { "en" } else { "ko" };
        for (scene, english, korean, drawn) in SCENES {
            browser.look(1280, "light");
            open(&browser, &play, &format!("scene={scene}"));
            let what = format!("{scene} in {spoken}");
            let title = if language == Language::English { english } else { korean };
            assert_eq!(browser.run("return document.documentElement.lang"), spoken);
            assert_eq!(browser.run("return document.querySelector('h1').textContent"), title);
            until(&browser, &what, &format!("return document.querySelector('{drawn}') !== null"));
            until(&browser, &what, "return document.querySelector('.finding').innerText");
            let is_korean = |text: &str| text.chars().any(|c| ('가'..='힣').contains(&c));
            // What is seen, and what a screen reader says: all of it in that language, and nothing missing.
            let words = browser.run(
                "return document.body.innerText + [...document.querySelectorAll('[aria-label], [title]')]
                     .map(e => [e.ariaLabel, e.getAttribute('title')]).join(' ')",
            );
            let words = words.as_str().unwrap();
            assert_eq!(is_korean(words), spoken == "ko", "{what}: {words}");
            assert!(!words.contains("undefined"), "{what}: {words}");
            if browser.run("return document.querySelector('.run') !== null") == true {
                let numbers = "return document.querySelector('.numbers').innerText";
                let before = browser.run(numbers);
                browser.press(' ');
                until(&browser, &what, &format!("{STEP} >= 20"));
                browser.press(' ');
                until(&browser, &what, IS_STILL);
                assert_ne!(browser.run(numbers), before, "{what}");
            }
            for width in [400, 800, 1280, 1600] {
                for scheme in ["light", "dark"] {
                    browser.look(width, scheme);
                    let wide = browser.run("return document.documentElement.scrollWidth").as_u64();
                    assert!(
                        wide.is_some_and(|wide| wide <= width.into()),
                        "{what}: {wide:?} of {width}"
                    );
                    save_picture(&browser, &format!("{scene}-{width}-{scheme}-{spoken}"));
                }
            }
            quiet(&browser, &what);
        }
    }
}

#[test]
fn the_keyboard_alone_is_enough() {
    let Some(browser) = browser() else { return };
    let desk = desk();
    let play = play(&desk, Language::English);
    open(&browser, &play, "scene=activation");
    for (i, (scene, title, ..)) in SCENES.iter().enumerate() {
        browser.press(char::from(b'1' + u8::try_from(i).unwrap()));
        assert_eq!(browser.run("return document.querySelector('h1').textContent"), *title);
        let hash = browser.run("return location.hash");
        assert!(hash.as_str().unwrap().contains(&format!("scene={scene}")), "{hash}");
    }
    browser.press('3');
    until(&browser, "a network", "return document.querySelector('.node') !== null");
    // Everything that can be used is reached by Tab, and shows that it is.
    let mut reached = Vec::new();
    let place = "const e = document.activeElement; if (e === document.body) return 'end';
        const s = getComputedStyle(e.type === 'radio' ? e.closest('.options') : e.matches('.node') ?
            e.querySelector('rect') : e);
        const isSeen = e.matches('.node') ? s.strokeWidth === '4px' : s.outlineStyle !== 'none';
        return (isSeen ? '' : 'unseen ') + (e.dataset.node || e.dataset.act || e.dataset.name || e.value || e.className)";
    for _ in 0..60 {
        browser.press(TAB);
        let name = browser.run(place).as_str().unwrap_or_default().to_string();
        if name == "end" {
            break;
        }
        assert!(!name.starts_with("unseen"), "{name}");
        reached.push(name);
    }
    for name in
        ["run", "step", "rewind", "seed", "n_h", "scale", "rate", "0,0", "1,3", "2,0", "example"]
    {
        assert!(
            reached.iter().any(|place| place.split(' ').any(|word| word == name)),
            "{name}: {reached:?}"
        );
    }
    // The formula of a unit that has the focus stands there with its numbers.
    browser.run("document.querySelector('[data-node=\"1,0\"]').focus()");
    browser.press(RIGHT);
    let formula = browser.run("return document.querySelector('.formula').innerText");
    let formula = formula.as_str().unwrap();
    assert!(formula.contains("hidden unit 1") && formula.contains("tanh(z1[1])"), "{formula}");
    // A slider by its arrows, a step, the run and the way back.
    browser.run("document.querySelector('[data-name=n_h]').focus()");
    browser.press(RIGHT);
    until(
        &browser,
        "five units",
        "return document.querySelectorAll('table.units tbody tr').length === 5",
    );
    let start = units(&browser);
    browser.press('.');
    until(&browser, "a step", &format!("{STEP} === 1"));
    assert_ne!(units(&browser), start);
    browser.press(' ');
    until(&browser, "steps", &format!("{STEP} > 20"));
    browser.press('0');
    until(&browser, "the start", &format!("{STEP} === 0"));
    assert_eq!(units(&browser), start);
    browser.press('?');
    until(&browser, "help", "return document.querySelector('dialog[open]') !== null");
    browser.press(ESCAPE);
    until(&browser, "no help", "return document.querySelector('dialog[open]') === null");
    // The address holds all that is needed to see the same start again, and another seed gives another.
    let hash = browser.run("return location.hash.slice(1)");
    open(&browser, &play, hash.as_str().unwrap());
    until(
        &browser,
        "the network",
        "return document.querySelectorAll('table.units tbody tr').length === 5",
    );
    assert_eq!(units(&browser), start);
    browser.run("document.querySelector('.seed button').focus()");
    browser.press(ENTER);
    let other = format!(
        "return JSON.stringify({}) !== {:?}",
        "[...document.querySelectorAll('table.units')].map(t => t.innerText)",
        start.to_string()
    );
    until(&browser, "another start", &other);
    assert!(browser.run("return location.hash").as_str().unwrap().contains("seed=2"));
    quiet(&browser, "the keyboard");
}

/// The right `backward` with another body.
fn backward(desk: &Desk, body: &str) -> String {
    let right = desk.workplace.solution(desk::exercise("backward")).unwrap();
    let (head, rest) = right.split_once(") -> Gradients {\n").unwrap();
    let (_, tail) = rest.split_once("\n}").unwrap();
    format!("{head}) -> Gradients {{\n{body}\n}}{tail}")
}

#[test]
fn a_save_is_followed_while_the_network_runs() {
    let Some(browser) = browser() else { return };
    let desk = desk();
    let play = play(&desk, Language::English);
    let (right, why) = (
        desk.workplace.solution(desk::exercise("backward")).unwrap(),
        "return document.querySelector('[data-function=backward]').dataset.why",
    );
    open(&browser, &play, "scene=gradient_check&n_h=3");
    until(&browser, "agreement", "return document.querySelector('.summary .good') !== null");
    assert_eq!(browser.run("return document.querySelectorAll('.apart').length"), 0);
    // Broken on purpose, while it runs: the run goes on, and where the entries part is lit.
    browser.press(' ');
    until(&browser, "steps", &format!("{STEP} > 10"));
    let saved = Instant::now();
    desk.write(
        "backward",
        &backward(
            &desk,
            "    let (dz2, dw2, db2) = output_gradients(cache, y);\n    \
         let (dw1, db1) = hidden_gradients(parameters, cache, x, &dz2);\n    \
         Gradients { dw1: -dw1, db1, dw2, db2 }",
        ),
    );
    until(
        &browser,
        "new functions",
        "return document.querySelector('.status').textContent.includes('save 1')",
    );
    eprintln!("{:?} from a save to the page that runs with it", saved.elapsed());
    let at = step(&browser);
    until(&browser, "further steps", &format!("{STEP} > {at}"));
    assert_eq!(browser.run(IS_STILL), false);
    browser.press(' ');
    let apart =
        "return [...document.querySelectorAll('.apart')].map(e => e.dataset.entry).join(' ')";
    assert_eq!(
        until(&browser, "entries that part", apart),
        "dw1[0,0] dw1[0,1] dw1[1,0] dw1[1,1] dw1[2,0] dw1[2,1]"
    );
    until(&browser, "the verdict", &format!("{why} === 'wrong'"));
    quiet(&browser, "a wrong backward");
    // A loop without end, a panic, and what does not compile: all told, and the page lives.
    for (body, kind) in
        [("    loop {}", "come to an end"), ("    panic!(\"no gradient\")", "panicked")]
    {
        desk.write("backward", &backward(&desk, body));
        // The gradient check calls it by itself.
        let told = format!(
            "return [...document.querySelectorAll('.trouble:not([hidden])')]
                 .some(e => e.textContent.includes('{kind}'))"
        );
        until(&browser, kind, &told);
        let at = step(&browser);
        browser.press('.');
        until(&browser, "a step of the course's", &format!("{STEP} > {at}"));
        quiet(&browser, kind);
    }
    desk.write("backward", &backward(&desk, "    let = ;"));
    until(&browser, "the compiler's refusal", &format!("{why} === 'does_not_compile'"));
    desk.write("backward", &right);
    until(&browser, "what is right again", &format!("{why} === 'holds'"));
    browser.press('.');
    until(&browser, "agreement again", "return document.querySelector('.summary .good') !== null");
    quiet(&browser, "what is right again");
}

#[test]
fn what_is_no_number_is_told_and_own_data_are_learned() {
    let Some(browser) = browser() else { return };
    let desk = desk();
    let play = play(&desk, Language::English);
    open(&browser, &play, "scene=network&scale=1000&rate=100");
    browser.press(' ');
    let told = "return document.querySelector('.trouble:not([hidden])')?.textContent";
    let told = until(&browser, "what is no number", told);
    assert!(told.as_str().unwrap().contains(" at step "), "{told}");
    until(&browser, "the end of the run", IS_STILL);
    assert_eq!(browser.run("return document.body.innerText.includes('undefined')"), false);
    quiet(&browser, "no number");

    // Its own table: what is wrong is told with its line, and what is right is drawn.
    let give = |text: &str| {
        browser.run(&format!(
            "if (!document.querySelector('dialog.own')) [...document.querySelectorAll('.setup button')]
                 .find(b => b.textContent.startsWith('Your own')).click();
             document.querySelector('dialog.own textarea').value = {text:?};
             document.querySelector('dialog.own .run').click()"
        ));
    };
    open(&browser, &play, "scene=network");
    give("a,b,label\n1,2,0\n3,x,1\n");
    let refused = "return document.querySelector('dialog .trouble:not([hidden])')?.textContent";
    let refused = until(&browser, "what is wrong", refused);
    assert!(refused.as_str().unwrap().contains('3'), "{refused}");
    give("<b>wide</b>,deep,label\n1,2,0\n3,1,1\n2,2,0\n4,0,1\n5,1,1\n");
    until(
        &browser,
        "the table",
        "return document.querySelector('dialog') === null || !document.querySelector('dialog.own')",
    );
    until(
        &browser,
        "its network",
        "return document.querySelector('.node')?.textContent.includes('<b>wide')",
    );
    assert_eq!(browser.run("return document.querySelector('main b b, .network b')"), Value::Null);
    browser.press(' ');
    until(&browser, "steps", &format!("{STEP} > 20"));

    // As wide as the pixels of a digit: no plane, and the page answers.
    let names = (0..784).map(|i| format!("p{i}")).collect::<Vec<_>>().join(",");
    let row = |label: usize, shift: usize| {
        let cells = (0..784).map(|i| ((i * (7 + shift) + 3 * label) % 11).to_string());
        format!("{},{label}\n", cells.collect::<Vec<_>>().join(","))
    };
    let rows: String = (0..40).map(|i| row(i % 2, i)).collect();
    give(&format!("{names},label\n{rows}"));
    until(
        &browser,
        "the pixels",
        "return document.querySelector('.noplane:not([hidden])') !== null",
    );
    browser.run("document.querySelector('[data-name=n_h]').focus()");
    browser.press(RIGHT);
    browser.run("document.activeElement.blur()");
    until(
        &browser,
        "five units",
        "return document.querySelectorAll('table.units tbody tr').length === 5",
    );
    browser.press(' ');
    until(&browser, "steps", &format!("{STEP} > 20"));
    let longest = browser.run(
        "return new Promise(done => { let last = performance.now(), longest = 0, n = 0;
         const look = now => { longest = Math.max(longest, now - last); last = now;
             if (++n < 60) requestAnimationFrame(look); else done(longest); };
         requestAnimationFrame(look); })",
    );
    eprintln!("784-5-1: at most {longest} ms between two pictures");
    quiet(&browser, "own data");
}

#[test]
fn a_recording_plays_from_a_file() {
    let Some(browser) = browser() else { return };
    let desk = desk();
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("recording.html");
    let options = Options {
        exercise: None,
        port: 0,
        record: Some(file.clone()),
        language: Language::English,
    };
    let play = Play::start(&desk.workplace, &options).unwrap();
    open(&browser, &play, "scene=two_starts");
    browser.press(' ');
    until(&browser, "steps", &format!("{STEP} > 150"));
    browser.press(' ');
    until(&browser, "the end of the run", IS_STILL);
    browser.open("about:blank");
    drop(play);
    assert!(fs::metadata(&file).unwrap().len() <= 500_000);
    browser.open(&format!("file://{}", file.display()));
    for (width, scheme) in [(1280, "light"), (400, "dark")] {
        browser.look(width, scheme);
        assert_eq!(browser.run("return document.querySelectorAll('canvas.plane').length"), 2);
        let wide = browser.run("return document.documentElement.scrollWidth").as_u64();
        assert!(wide.is_some_and(|wide| wide <= width.into()), "{wide:?} of {width}");
        save_picture(&browser, &format!("recording-{width}-{scheme}"));
    }
    // Of what runs a frame is kept every 150 ms, so the last that was shown need not be there.
    assert!(step(&browser) > 60);
    browser.run("document.querySelector('input[type=range]').focus()");
    browser.press('\u{e011}');
    assert_eq!(step(&browser), 0);
    browser.press(' ');
    until(&browser, "the recording to play", &format!("{STEP} > 30"));
    quiet(&browser, "a recording");
}
