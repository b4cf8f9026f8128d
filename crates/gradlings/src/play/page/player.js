// A recording: what was shown, moment by moment, in one file. Every frame is as the program gave it.

import { html, painted, prose, write } from "./dom.js";
import { Chart, Plane, planeLegend, Units, unitLines } from "./draw.js";
import { number, parse } from "./numbers.js";
import { texts } from "./texts.js";

const INKS = ["r", "g"];
const PER_SECOND = 12;

/** One recorded network. */
class Recorded {
  constructor(t, session, ink) {
    const { title, frames } = session;
    this.t = t;
    this.session = session;
    this.ink = ink;
    this.frames = frames.map((frame) => ({
      ...frame,
      parameters: { w1: frame.w1, b1: frame.b1, w2: frame.w2 },
    }));
    this.plane = new Plane({ label: title });
    this.units = new Units({ t, names: () => frames[0]?.w1?.[0].map((_, i) => `x${i + 1}`) ?? [] });
    this.numbers = html("p", { class: "numbers" });
    this.finding = html("p");
    this.element = html(
      "section",
      { class: "lane", "aria-label": title },
      html(
        "header",
        {},
        html("h2", {}, html("span", { class: `swatch s${ink}`, "aria-hidden": "true" }), title),
        this.numbers,
      ),
      session.mistake_words ? html("p", { class: "quiet" }, prose(session.mistake_words)) : null,
      session.box
        ? this.plane.canvas
        : html("p", { class: "noplane quiet" }, t.noPlane(frames[0]?.w1?.[0].length ?? "> 64")),
      this.finding,
      this.units.element,
    );
  }

  /** Its last frame that is not after `step`. */
  at(step) {
    return this.frames.findLast((frame) => frame.step <= step) ?? this.frames[0];
  }

  draw(step) {
    const { t, session } = this;
    const frame = this.at(step);
    const accuracy = Number.isFinite(frame.accuracy)
      ? `${Math.round(100 * frame.accuracy)} %`
      : "–";
    write(this.numbers, `${t.cost} ${number(frame.cost)} · ${t.accuracy} ${accuracy}`);
    this.units.draw(frame);
    this.plane.draw({
      box: session.box,
      points: session.points,
      boundary: frame.boundary,
      lines: unitLines(frame),
      label: t.plane(session.title, accuracy, frame.step),
    });
    const trouble = frame.trouble
      ? `${t[`trouble_${frame.trouble.kind}`] ?? t.trouble_other}: ${frame.trouble.where}`
      : frame.finding;
    if (this.finding.dataset.text === trouble) return;
    this.finding.dataset.text = trouble;
    this.finding.replaceChildren(...prose(trouble));
  }
}

class Player {
  constructor(recording) {
    this.t = texts(recording.language);
    const { t } = this;
    document.title = `${recording.title} · gradlings`;
    const sessions = recording.sessions.filter(({ frames }) => frames.length > 0);
    this.all = sessions.map((session, i) => new Recorded(t, session, INKS[i % INKS.length]));
    // The moments are the steps that any of the networks was recorded at.
    this.moments = [
      ...new Set(this.all.flatMap(({ frames }) => frames.map(({ step }) => step))),
    ].sort((a, b) => a - b);
    this.isPlaying = false;
    const last = Math.max(0, this.moments.length - 1);
    this.slider = html("input", {
      type: "range",
      min: 0,
      max: last,
      value: last,
      "aria-label": t.moment,
      oninput: () => this.draw(),
    });
    this.button = html("button", { type: "button", class: "run", onclick: () => this.toggle() });
    this.count = html("output", { class: "count" });
    this.costs = new Chart({
      label: t.costCurve,
      height: 260,
      x: { name: t.steps, min: 0 },
      y: { name: t.cost, auto: true, min: 0 },
    });
    document.body.append(
      html(
        "header",
        {},
        html(
          "div",
          { class: "top" },
          html("p", { class: "name" }, html("b", {}, "gradlings"), " play"),
        ),
      ),
      html(
        "main",
        {},
        html("h1", {}, recording.title),
        this.all.length === 0 ? html("p", {}, t.nothingRecorded) : this.stage(),
      ),
    );
    if (this.all.length === 0) return;
    addEventListener("keydown", (event) => {
      if (event.key !== " " || event.target === this.button) return;
      event.preventDefault();
      this.toggle();
    });
    new ResizeObserver(() => this.draw()).observe(document.body);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    this.draw();
  }

  stage() {
    const { t } = this;
    return [
      html("div", { class: "controls playing" }, this.button, this.slider, this.count),
      html(
        "div",
        { class: "stage" },
        html(
          "div",
          { class: "trio recorded" },
          this.all.map(({ element }) => element),
          html(
            "section",
            { class: "lane" },
            html("header", {}, html("h2", {}, t.costCurve)),
            this.costs.element,
          ),
        ),
        planeLegend(t),
      ),
    ];
  }

  draw() {
    const { t } = this;
    const step = this.moments[this.slider.valueAsNumber];
    for (const recorded of this.all) recorded.draw(step);
    write(this.count, t.stepCount(step.toLocaleString("en")));
    this.slider.setAttribute("aria-valuetext", t.stepCount(step));
    write(this.button, this.isPlaying ? t.pause : t.play);
    const series = this.all.map(({ frames, session, ink }, i) => ({
      name: session.title,
      ink,
      dash: i === 1,
      points: frames.map((frame) => [frame.step, frame.cost]),
    }));
    this.costs.draw(series, {
      marks: [{ x: step, name: "", ink: "y" }],
      x: { max: Math.max(1, this.moments.at(-1)) },
    });
  }

  async toggle() {
    this.isPlaying = !this.isPlaying;
    const last = this.moments.length - 1;
    if (this.isPlaying && this.slider.valueAsNumber === last) this.slider.value = 0;
    this.draw();
    let since = performance.now();
    while (this.isPlaying && this.slider.valueAsNumber < last) {
      await painted();
      if (performance.now() - since < 1000 / PER_SECOND) continue;
      since = performance.now();
      this.slider.value = this.slider.valueAsNumber + 1;
      this.draw();
    }
    this.isPlaying = false;
    this.draw();
  }
}

new Player(parse(document.getElementById("recording").textContent));
