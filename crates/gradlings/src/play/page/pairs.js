// Scenes with two networks side by side: two starts, a mistake, the collapse of linear layers, and
// the gradient check, where a wrong gradient leads one of them astray.

import { html } from "./dom.js";
import { planeLegend } from "./draw.js";
import { check } from "./check.js";
import { CostChart, LEARNING, PARTS, PlaneOf, running, unitsOf } from "./lanes.js";
import { mistakes } from "./mistakes.js";
import { network, opening } from "./settings.js";

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

// What the picture of `break_it` calls, backward first: there mistakes are most instructive.
const BREAKABLE = ["backward", ...PARTS, "update", "cost", "forward", "initialize", "predict"];

export function breakIt(context) {
  const { t } = context;
  return pair(context, {
    lanes: [
      { title: t.withMistake, over: () => ({ activation: "tanh" }) },
      { title: t.withoutMistake, over: () => ({ activation: "tanh", mistake: "" }) },
    ],
    above: mistakes(context, () => BREAKABLE, { isOptional: false }),
    settings: () => network(context, ["data", "start", "seed", "n_h", "scale", "rate", "who"]),
    uses: [...LEARNING, ...PARTS],
  });
}

// What the gradient check calls.
const CHECKED = [
  "backward",
  "output_gradients",
  "hidden_gradients",
  "forward",
  "cost",
  "numerical_gradient",
];

export function gradientCheck(context) {
  const { t } = context;
  const checked = check(context);
  const scene = pair(context, {
    lanes: [
      { title: t.yoursLane, over: () => ({ activation: "tanh", who: "mine" }) },
      { title: t.courseLane, over: () => ({ activation: "tanh", who: "course", mistake: "" }) },
    ],
    above: mistakes(context, () => CHECKED, { isOptional: true }),
    below: checked.element,
    settings: () => network(context, ["data", "start", "seed", "n_h", "scale", "rate"]),
    uses: ["initialize", "forward", "cost", "backward", "numerical_gradient", "update"],
    shown: () => checked.shown(scene.runner),
  });
  return scene;
}
