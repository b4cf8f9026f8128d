// Scenes with two networks side by side: two starts, a mistake, the collapse of linear layers, and
// the gradient check, where a wrong gradient leads one of them astray.

import { html, prose } from "./dom.js";
import { planeLegend } from "./draw.js";
import { check } from "./check.js";
import { CostChart, LEARNING, PARTS, PlaneOf, running, unitsOf } from "./lanes.js";
import { network, opening, select } from "./settings.js";

const INKS = ["r", "g"];

/** Two lanes `{title, over}`; `over` is what differs from the settings. */
function pair(context, { lanes, settings, uses, below = null, above = null, shown = () => {} }) {
  const { t } = context;
  const planes = lanes.map(({ title }, i) => new PlaneOf(context, { title, ink: INKS[i] }));
  const tables = lanes.map(({ title }) => unitsOf(context, title));
  const costs = new CostChart(t);
  const draw = () => {
    const { lanes } = scene.runner;
    lanes.forEach((lane, i) => {
      planes[i].draw(lane);
      tables[i].draw(lane);
    });
    costs.draw(lanes, INKS);
    const findings = lanes
      .filter((lane) => lane.frame)
      .map((lane) => [lane.title, lane.frame.finding]);
    context.say(shown() ?? findings);
  };
  const asked = lanes.map(({ title, over }) => ({
    title,
    question: () => opening(context, over()),
  }));
  const scene = running(context, asked, { shown: draw });
  const stage = [
    above,
    html(
      "div",
      { class: "trio" },
      planes.map(({ element }) => element),
      costs.element,
    ),
    planeLegend(t),
    below,
    html(
      "div",
      { class: "duo" },
      tables.map(({ element }) => element),
    ),
  ].filter(Boolean);
  return { ...scene, stage, settings: settings(), uses: () => uses };
}

export function twoStarts(context) {
  const { t } = context;
  return pair(context, {
    lanes: [
      { title: t.equalStart, over: () => ({ start: "equal", activation: "tanh", mistake: "" }) },
      { title: t.randomStart, over: () => ({ start: "random", activation: "tanh", mistake: "" }) },
    ],
    settings: () => network(context, ["data", "seed", "n_h", "scale", "rate", "who"]),
    uses: LEARNING,
  });
}

export function collapse(context) {
  const { t } = context;
  return pair(context, {
    lanes: [
      { title: t.linearLane, over: () => ({ activation: "linear", mistake: "" }) },
      { title: t.tanhLane, over: () => ({ activation: "tanh", mistake: "" }) },
    ],
    settings: () => network(context, ["data", "seed", "n_h", "scale", "rate", "who"]),
    uses: ["initialize", ...PARTS, "cost", "update", "predict", "collapse"],
  });
}

/** The catalogued mistakes by function, those of the exercise that one came from first. */
function mistakes(context, allowsNone) {
  const { t, state } = context;
  const groups = new Map();
  const known = context.course().mistakes;
  const near = (mistake) => (mistake.exercise === state.exercise ? 0 : 1);
  const short = (words) => {
    const text = words.replaceAll("`", "").split("\n")[0];
    return text.length > 70 ? `${text.slice(0, 68)}…` : text;
  };
  for (const mistake of [...known].sort((a, b) => near(a) - near(b))) {
    const title = mistake.function;
    groups.set(title, [
      ...(groups.get(title) ?? []),
      [mistake.id, `${mistake.id} · ${short(mistake.words)}`],
    ]);
  }
  const none = allowsNone ? [["", [["", t.none]]]] : [];
  const words = html("p", { class: "words" });
  context.shows(() => {
    const found = known.find(({ id }) => id === context.state.mistake);
    words.hidden = !found;
    if (found)
      words.replaceChildren(
        html("b", {}, `${found.id}, `, html("code", {}, found.function), ": "),
        ...prose(found.words),
      );
  });
  return { select: select(context, "mistake", t.mistake, [...none, ...groups]), words };
}

export function breakIt(context) {
  const { t, state } = context;
  const known = context.course().mistakes;
  if (!known.some(({ id }) => id === state.mistake)) {
    const first =
      known.find(({ exercise }) => exercise === state.exercise) ??
      known.find((mistake) => mistake.function === "backward") ??
      known[0];
    state.mistake = first?.id ?? "";
  }
  const { select, words } = mistakes(context, false);
  return pair(context, {
    lanes: [
      { title: t.withMistake, over: () => ({ activation: "tanh" }) },
      { title: t.withoutMistake, over: () => ({ activation: "tanh", mistake: "" }) },
    ],
    above: html("div", { class: "chosen" }, select, words),
    settings: () => network(context, ["data", "start", "seed", "n_h", "scale", "rate", "who"]),
    uses: [...LEARNING, ...PARTS],
  });
}

export function gradientCheck(context) {
  const { t, state } = context;
  if (!context.course().mistakes.some(({ id }) => id === state.mistake)) state.mistake = "";
  const { select, words } = mistakes(context, true);
  const checked = check(context);
  const scene = pair(context, {
    lanes: [
      { title: t.yoursLane, over: () => ({ activation: "tanh", who: "mine" }) },
      { title: t.courseLane, over: () => ({ activation: "tanh", who: "course", mistake: "" }) },
    ],
    above: html("div", { class: "chosen" }, select, words),
    below: checked.element,
    settings: () => network(context, ["data", "start", "seed", "n_h", "scale", "rate"]),
    uses: ["initialize", "forward", "cost", "backward", "numerical_gradient", "update"],
    shown: () => checked.shown(scene.runner),
  });
  return scene;
}
