// The page: which scene is shown, with which settings, and what the keys do. The address holds
// everything that is needed to see the same again.

import { asking, Gone, listen } from "./ask.js";
import { html, prose, write } from "./dom.js";
import { functionList } from "./functions.js";
import { ownData } from "./own.js";
import { texts } from "./texts.js";
import { activation } from "./activation.js";
import { breakIt, collapse, gradientCheck, twoStarts } from "./pairs.js";
import { networkScene } from "./network.js";
import { permutation } from "./permutation.js";
import { scaleScene } from "./scale.js";

const SCENES = {
  activation,
  two_starts: twoStarts,
  network: networkScene,
  gradient_check: gradientCheck,
  break_it: breakIt,
  scale: scaleScene,
  collapse,
  permutation,
};

const DEFAULTS = {
  scene: "two_starts",
  exercise: "",
  data: "planar_flower",
  column0: 0,
  column1: 1,
  n_h: 4,
  start: "random",
  seed: 1,
  scale: 1,
  rate: 1.2,
  activation: "tanh",
  mistake: "",
  who: "mine",
  steps: 5,
  example: 0,
  function: "sigmoid",
  z: 1,
  negative_slope: 0.01,
  lines: "weights",
  nudge: 1e-5,
  order: "",
  flip: "",
};

/** The state in the address; what is wrong or unknown is left out. */
function fromAddress(over = {}) {
  const state = { ...DEFAULTS, ...over };
  for (const [name, text] of new URLSearchParams(location.hash.slice(1))) {
    if (!Object.hasOwn(DEFAULTS, name)) continue;
    const isNumber = typeof DEFAULTS[name] === "number";
    const value = isNumber ? Number(text) : text;
    if (isNumber && !Number.isFinite(value)) continue;
    state[name] = value;
  }
  if (!Object.hasOwn(SCENES, state.scene)) state.scene = DEFAULTS.scene;
  state.n_h = Math.max(1, Math.min(64, Math.round(state.n_h)));
  state.steps = [1, 5, 25, 100].includes(state.steps) ? state.steps : DEFAULTS.steps;
  return state;
}

class Page {
  constructor(course) {
    this.now = course;
    this.t = texts(course.language);
    document.documentElement.lang = course.language;
    this.first = {
      scene: course.start.scene,
      exercise: course.start.exercise ?? "",
      seed: course.start.seed,
    };
    this.state = fromAddress(this.first);
    this.listeners = [];
    this.spoken = { text: "", at: 0, timer: 0 };
    this.course = () => this.now;
    this.openOwn = () => ownData(this);
    this.build();
    this.enter();
  }

  // What a scene may use of the page.
  set(values) {
    const before = this.state;
    this.state = { ...this.state, ...values };
    // A list gives text; what was a number stays one.
    for (const name of Object.keys(values)) {
      if (typeof DEFAULTS[name] === "number") this.state[name] = Number(this.state[name]);
    }
    if (this.state.scene !== before.scene) return this.enter();
    this.show();
    this.writeAddress();
    return this.scene.changed(Object.keys(values));
  }

  shows(update) {
    this.listeners.push(update);
    update();
  }

  show() {
    for (const update of this.listeners) update();
  }

  /**
   * What was found, as `[title, sentence]`: written at once, and read aloud.
   */
  say(findings) {
    const said = findings.map(([title, text]) => (title ? `${title}: ${text}` : text)).join("\n");
    if (said === this.finding.dataset.text) return;
    this.finding.dataset.text = said;
    this.finding.replaceChildren(
      ...findings.map(([title, text]) =>
        html("p", {}, title ? html("b", {}, title, " ") : null, prose(text ?? "")),
      ),
    );
    this.read(said);
  }

  /** Reads aloud, at most every four seconds: whatever is the last by then. */
  read(text) {
    this.spoken.text = text.replaceAll("`", "");
    if (this.spoken.timer) return;
    const wait = Math.max(500, 4000 - (Date.now() - this.spoken.at));
    this.spoken.timer = setTimeout(() => {
      Object.assign(this.spoken, { at: Date.now(), timer: 0 });
      write(this.aloud, this.spoken.text);
    }, wait);
  }

  lost(error) {
    if (error instanceof Gone) this.tell("gone", this.t.gone);
    else throw error;
  }

  tell(kind, text) {
    this.status.dataset.kind = kind;
    write(this.status, text);
  }

  writeAddress() {
    const parameters = new URLSearchParams({ scene: this.state.scene });
    for (const [name, value] of Object.entries(this.state)) {
      if (name !== "scene" && value !== DEFAULTS[name]) parameters.set(name, value);
    }
    history.replaceState(null, "", `#${parameters}`);
  }

  build() {
    const { t } = this;
    document.title = `${t.title} · gradlings`;
    this.tabs = Object.keys(SCENES).map((name, i) =>
      html(
        "a",
        {
          href: `#scene=${name}`,
          "data-scene": name,
          onclick: (event) => {
            event.preventDefault();
            this.set({ scene: name });
          },
        },
        html("span", { class: "digit", "aria-hidden": "true" }, String(i + 1)),
        t[name],
      ),
    );
    this.status = html(
      "p",
      { class: "status", role: "status", "data-kind": "watching" },
      t.watching,
    );
    this.heading = html("h1", { tabindex: "-1" });
    this.look = html("p", { class: "look" });
    this.finding = html("div", { class: "finding" });
    this.aloud = html("p", { class: "unseen", "aria-live": "polite" });
    this.place = html("div", { class: "place" });
    const dialog = this.helpDialog();
    const skip = html(
      "button",
      { type: "button", class: "skip", onclick: () => this.heading.focus() },
      t.skip,
    );
    document.body.replaceChildren(
      skip,
      html(
        "header",
        {},
        html(
          "div",
          { class: "top" },
          html("p", { class: "name" }, html("b", {}, "gradlings"), " play"),
          this.status,
          html(
            "button",
            {
              type: "button",
              class: "small",
              "aria-keyshortcuts": "?",
              onclick: () => dialog.showModal(),
            },
            `${t.help} `,
            html("kbd", {}, "?"),
          ),
        ),
        html(
          "nav",
          { "aria-label": t.scenes },
          html(
            "ol",
            {},
            this.tabs.map((tab) => html("li", {}, tab)),
          ),
        ),
      ),
      html(
        "main",
        {},
        this.heading,
        this.look,
        html("div", { class: "found" }, html("span", { class: "unseen" }, t.finding), this.finding),
        this.aloud,
        this.place,
      ),
      dialog,
    );
    this.help = dialog;
    addEventListener("hashchange", () => {
      const before = this.state;
      this.state = fromAddress(this.first);
      if (JSON.stringify(before) !== JSON.stringify(this.state)) this.enter();
    });
    addEventListener("keydown", (event) => this.pressed(event));
    addEventListener("pagehide", () => this.scene.runner?.closeSessions());
    let width = 0;
    new ResizeObserver(() => {
      if (document.body.clientWidth === width) return;
      width = document.body.clientWidth;
      this.scene?.draw();
    }).observe(document.body);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.scene.draw());
  }

  helpDialog() {
    const { t } = this;
    const rows = [
      ["Space", t.key_space],
      [".", t.key_step],
      ["0", t.key_rewind],
      ["1–8", t.key_scene],
      ["← → ↑ ↓", t.key_arrows],
      ["?", t.key_help],
    ];
    const dialog = html(
      "dialog",
      { "aria-label": t.help },
      html("h2", {}, t.help),
      html(
        "dl",
        { class: "keys" },
        rows.map(([key, text]) => [html("dt", {}, html("kbd", {}, key)), html("dd", {}, text)]),
      ),
      html("button", { type: "button", onclick: () => dialog.close() }, t.close),
    );
    return dialog;
  }

  /** Leaves the scene that was shown and enters that of the state. */
  enter() {
    const { t, state } = this;
    const { data } = this.now;
    const set = data.find(({ name }) => name === state.data) ?? data[0];
    state.data = set.name;
    for (const name of ["column0", "column1"])
      if (!(state[name] >= 0 && state[name] < set.n_x)) state[name] = DEFAULTS[name];
    this.scene?.stop();
    this.listeners = [];
    write(this.heading, t[state.scene]);
    this.look.replaceChildren(...prose(t[`look_${state.scene}`]));
    this.finding.replaceChildren();
    this.finding.dataset.text = "";
    this.tabs.forEach((tab) => {
      if (tab.dataset.scene === state.scene) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    });
    this.scene = SCENES[state.scene](this);
    const { runner, stage, settings = [], uses } = this.scene;
    this.functions = functionList(this, uses);
    const setup = html(
      "aside",
      { class: "setup", "aria-label": t.setup },
      settings,
      this.functions.element,
    );
    this.place.replaceChildren(
      ...(runner ? [this.controls(runner)] : []),
      html("div", { class: "work" }, setup, html("div", { class: "stage" }, stage)),
    );
    this.writeAddress();
    this.scene.begin();
  }

  controls(runner) {
    const { t } = this;
    const run = html("button", {
      type: "button",
      class: "run",
      "aria-keyshortcuts": "Space",
      onclick: () => this.toggle(),
    });
    const button = (name, key, text, act) =>
      html(
        "button",
        { type: "button", "data-act": name, "aria-keyshortcuts": key, onclick: act },
        text,
      );
    const speeds = html("fieldset", { class: "choice speed" }, html("legend", {}, t.speed));
    const options = [1, 5, 25, 100].map((steps) => {
      const input = html("input", {
        type: "radio",
        name: "speed",
        value: steps,
        onchange: () => this.set({ steps }),
      });
      return [input, html("label", {}, input, html("span", { class: "option" }, String(steps)))];
    });
    speeds.append(
      html(
        "div",
        { class: "options" },
        options.map(([, label]) => label),
      ),
    );
    const count = html("output", { class: "count" });
    const rate = html("span", { class: "rate" });
    this.shows(() => {
      runner.steps = this.state.steps;
      for (const [input] of options) input.checked = Number(input.value) === this.state.steps;
    });
    this.clock = () => {
      const { running } = runner;
      if (run.dataset.running !== String(running)) {
        run.dataset.running = running;
        run.replaceChildren(
          html("span", { class: "sign", "aria-hidden": "true" }),
          running ? t.pause : t.run,
        );
      }
      write(count, t.stepCount((runner.lanes[0].frame?.step ?? 0).toLocaleString("en")));
      write(rate, running && runner.rate ? t.rate(Math.round(runner.rate)) : "");
    };
    this.clock();
    return html(
      "div",
      { class: "controls", role: "toolbar", "aria-label": t.run },
      run,
      button("step", ".", t.step, () => this.oneStep()),
      button("rewind", "0", t.rewind, () => runner.rewind()),
      speeds,
      count,
      rate,
    );
  }

  toggle() {
    const { runner } = this.scene;
    if (!runner) return;
    if (runner.running) runner.pause();
    else runner.run();
  }

  oneStep() {
    const { runner } = this.scene;
    if (!runner) return;
    runner.pause();
    runner.step(1);
  }

  pressed(event) {
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      this.help.open ||
      document.querySelector("dialog[open]")
    )
      return;
    const { target, key } = event;
    const types = target.matches?.(
      "select, textarea, input:not([type=radio], [type=range], [type=checkbox])",
    );
    if (types) return;
    const acts = target.matches?.("button, a, summary, [role=button]");
    if (key === " " && !acts) this.toggle();
    else if (key === ".") this.oneStep();
    else if (key === "0") this.scene.runner?.rewind();
    else if (key === "?") this.help.showModal();
    else if (/^[1-8]$/.test(key)) {
      this.set({ scene: Object.keys(SCENES)[key - 1] });
      this.heading.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  }

  /** A save was compiled: the picture goes on with what the student wrote. */
  renew(course) {
    const isNew = course.epoch !== this.now.epoch;
    this.now = course;
    if (isNew) this.tell("watching", this.t.newFunctions(course.epoch - 1));
    else if (this.status.dataset.kind === "gone") this.tell("watching", this.t.watching);
    this.functions.draw();
    this.show();
    if (isNew) this.scene.renewed();
  }
}

let page = null;
asking.waits = () => page?.tell("compiling", page.t.waiting);
asking.goesOn = () => page?.tell("watching", page.t.watching);
listen((event, data) => {
  if (event === "course" && page) page.renew(data);
  else if (event === "course") page = new Page(data);
  else if (event === "compiling") page?.tell("compiling", page.t.compiling);
  else page?.tell("gone", page.t.gone);
});
