//! The page in a real browser, headless Chromium. Where that is not installed, the tests say so and
//! pass. With `LAB_PAGE=DIR` they open the page in that folder instead of the sample, and with
//! `LAB_SCREENSHOTS=DIR` they save pictures of it there.

mod driver;
#[path = "../lab/sample.rs"]
mod sample;

use std::env;
use std::fs;
use std::path::PathBuf;

use driver::Browser;
use serde_json::json;

const TAB: char = '\u{e004}';
const SPACE: char = ' ';

/// The folder of the page, and a browser if there is one.
fn ready(test: &str) -> Option<(Browser, String)> {
    let folder = env::var_os("LAB_PAGE").map_or_else(
        || {
            let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("page-{test}"));
            sample::write(&folder);
            folder
        },
        PathBuf::from,
    );
    let page = fs::canonicalize(folder.join("index.html")).unwrap();
    let address = format!("file://{}", page.display());
    let browser = Browser::start();
    if browser.is_none() {
        eprintln!("not looked at: `chromedriver` (Debian's chromium-driver) is not installed");
    }
    Some((browser?, address))
}

#[test]
fn both_languages_can_be_read_and_switched() {
    let Some((browser, page)) = ready("languages") else { return };
    for (language, letter) in [("en", "강의 노트를 실행해"), ("ko", "The lecture notes, run")]
    {
        browser.open(&format!("{page}?lang={language}"));
        assert_eq!(browser.run("return document.documentElement.lang"), language);
        let heading = browser.run("return document.querySelector('h1').innerText");
        assert!(!heading.as_str().unwrap().contains(letter), "{language}: {heading}");
        assert_ne!(heading.as_str().unwrap().trim(), "");
    }
    browser.run("document.querySelector('[data-speak=en]').click()");
    assert_eq!(browser.run("return document.documentElement.lang"), "en");
    assert_eq!(browser.run("return document.title"), "The lecture notes, run");
    assert_eq!(browser.console(), Vec::<String>::new());
}

#[test]
fn every_picture_is_shown_and_every_link_leads_somewhere() {
    let Some((browser, page)) = ready("pictures") else { return };
    for language in ["en", "ko"] {
        browser.open(&format!("{page}?lang={language}"));
        let broken = browser.run(
            "return [...document.images].filter(i => i.offsetParent && !(i.complete && \
             i.naturalWidth)).map(i => i.src)",
        );
        assert_eq!(broken, json!([]), "{language}");
        let lost = browser.run(
            "return [...document.querySelectorAll('a[href^=\"#\"]')].map(a => \
             a.hash.slice(1)).filter(id => !document.getElementById(id))",
        );
        assert_eq!(lost, json!([]));
        assert_eq!(browser.console(), Vec::<String>::new(), "{language}");
    }
}

#[test]
fn the_claims_are_filtered_by_verdict_and_lesson() {
    let Some((browser, page)) = ready("filter") else { return };
    browser.open(&page);
    let all = "return document.querySelectorAll('article').length";
    let shown = "return document.querySelectorAll('article:not([hidden])').length";
    let all = browser.run(all);
    assert_eq!(browser.run(shown), all);
    for (name, value) in [("verdict", "but"), ("lesson", "activations"), ("verdict", "none")] {
        browser.run(&format!(
            "document.querySelector('[name={name}][value=\"\"]').form.reset(); \
             document.querySelector('[name={name}][value={value}]').click()"
        ));
        let wrong = browser.run(&format!(
            "return [...document.querySelectorAll('article')].filter(a => a.hidden === \
             (a.dataset.{name} === '{value}')).length"
        ));
        assert_eq!(wrong, 0, "{name} = {value}");
        let count = browser.run("return Number(document.querySelector('[data-shown]').innerText)");
        assert_eq!(count, browser.run(shown));
    }
    assert_eq!(browser.console(), Vec::<String>::new());
}

#[test]
fn the_address_keeps_the_filters_and_a_figure_opens_where_it_is_named() {
    let Some((browser, page)) = ready("address") else { return };
    browser.open(&format!("{page}?verdict=but"));
    let wanted = "return [...document.querySelectorAll('article')].every(a => a.hidden === \
                  (a.dataset.verdict !== 'but'))";
    assert_eq!(browser.run(wanted), true);
    browser.run("document.querySelector('[name=lesson][value=activations]').click()");
    assert!(browser.run("return location.search").as_str().unwrap().contains("lesson=activations"));
    browser.run("document.querySelector('article:not([hidden]) summary').click()");
    let width = "return Math.max(...[...document.querySelectorAll('details[open] img')].map(i => \
                 i.clientWidth))";
    // Pictures are loaded when they are seen.
    let is_seen = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        browser.run(width).as_f64().unwrap() > 400.0
    });
    assert!(is_seen, "no figure opens where it is named");
    assert_eq!(browser.console(), Vec::<String>::new());
}

#[test]
fn nothing_is_wider_than_a_telephone() {
    let Some((browser, page)) = ready("narrow") else { return };
    for width in [320, 400, 1280] {
        browser.look(width, "light");
        for language in ["en", "ko"] {
            browser.open(&format!("{page}?lang={language}"));
            let wide = browser.run("return document.documentElement.scrollWidth");
            assert!(wide.as_u64().unwrap() <= u64::from(width), "{wide} of {width} in {language}");
        }
    }
}

#[test]
fn the_keyboard_reaches_the_skip_link_the_languages_and_the_filters() {
    let Some((browser, page)) = ready("keyboard") else { return };
    browser.open(&format!("{page}?lang=ko"));
    let mut reached = Vec::new();
    for _ in 0..6 {
        browser.press(TAB);
        let place = "const e = document.activeElement; return e.className || e.dataset.speak || \
                     e.name || e.tagName";
        reached.push(browser.run(place).as_str().unwrap_or_default().to_string());
        if reached.last().is_some_and(|place| place == "en") {
            browser.press(SPACE);
            assert_eq!(browser.run("return document.documentElement.lang"), "en");
        }
    }
    assert_eq!(reached[..5], ["skip", "en", "ko", "verdict", "lesson"]);
}

#[test]
fn light_and_dark_paper_have_other_colours_and_legible_words() {
    let Some((browser, page)) = ready("schemes") else { return };
    let contrast = "
        const light = (c) => c.match(/\\d+/g).slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92
            : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
        const paper = light(getComputedStyle(document.body).backgroundColor);
        const faint = [...document.querySelectorAll('p, h1, h3, a, .by, .original, figcaption')]
            .filter(e => e.offsetParent).map(e => { const l = light(getComputedStyle(e).color);
            return (Math.max(l, paper) + .05) / (Math.min(l, paper) + .05); });
        return Math.min(...faint)";
    let mut papers = Vec::new();
    for scheme in ["light", "dark"] {
        browser.look(1280, scheme);
        browser.open(&page);
        let least = browser.run(contrast).as_f64().unwrap();
        assert!(least >= 4.5, "{scheme}: {least:.2} is too faint");
        papers.push(browser.run("return getComputedStyle(document.body).backgroundColor"));
        for width in [400, 1280] {
            browser.look(width, scheme);
            save_picture(&browser, &format!("{scheme}-{width}"));
        }
    }
    assert_ne!(papers[0], papers[1]);
    save_print(&browser);
}

/// Saves a picture of the page, if `LAB_SCREENSHOTS` is set.
fn save_picture(browser: &Browser, name: &str) {
    let Some(folder) = env::var_os("LAB_SCREENSHOTS") else { return };
    let taken = browser.tell("Page.captureScreenshot", &json!({}));
    let path = PathBuf::from(folder).join(format!("{name}.png.base64"));
    fs::write(path, taken["data"].as_str().unwrap()).unwrap();
}

/// Saves the page as it is printed, if `LAB_SCREENSHOTS` is set.
fn save_print(browser: &Browser) {
    let Some(folder) = env::var_os("LAB_SCREENSHOTS") else { return };
    let printed = browser.tell("Page.printToPDF", &json!({"printBackground": false}));
    let path = PathBuf::from(folder).join("print.pdf.base64");
    fs::write(path, printed["data"].as_str().unwrap()).unwrap();
}
