// One function: its curve over the right one, and what its slope does to a gradient.

import { answered } from "./ask.js";
import { html, write } from "./dom.js";
import { Chart } from "./draw.js";
import { percent, Trouble } from "./lanes.js";
import { number } from "./numbers.js";
import { mistakes } from "./mistakes.js";
import { brief, choice, network, slider } from "./settings.js";

const FUNCTIONS = ["sigmoid", "tanh", "relu", "leaky_relu"];
const FROM = -6;
const COUNT = 241;
const POSITIONS = Array.from({ length: COUNT }, (_, i) => Number((FROM + i * 0.05).toFixed(2)));
const FACTORS = [0.01, 0.03, 0.1, 0.3, 1, 2, 3, 5, 10, 30, 100];

export function activation(context) {
  const { t, state } = context;
  if (!FUNCTIONS.includes(state.function)) state.function = "sigmoid";
  const curve = new Chart({
    label: t.curve,
    height: 300,
    x: { name: "z", min: FROM, max: -FROM },
    y: { name: "a" },
  });
  const slopes = new Chart({
    label: t.slopeCurve,
    height: 300,
    x: { name: "z", min: FROM, max: -FROM },
    y: { name: "da/dz" },
  });
  const names = ["output", "rightCurve", "slopeFromZ", "slopeFromA", "rightSlope"];
  const cells = Object.fromEntries(names.map((name) => [name, html("dd")]));
  const readings = html(
    "dl",
    { class: "readings" },
    names.map((name) => html("div", {}, html("dt", {}, t[name]), cells[name])),
  );
  const words = html("p", { class: "words" });
  const trouble = new Trouble(t);
  const cursor = slider(context, "z", t.position, POSITIONS, { class: "cursor" });
  const uses = () => {
    const { function: name } = context.state;
    return [name, `${name}_prime`, `${name}_prime_from_a`];
  };
  let answer = null;

  const whose = () =>
    context.course().functions.find(({ name }) => name === context.state.function)?.whose ===
    "course"
      ? t.usedCurve
      : t.yoursCurve;

  function draw() {
    if (!answer) return;
    const i = POSITIONS.reduce(
      (best, z, k) =>
        Math.abs(z - context.state.z) < Math.abs(POSITIONS[best] - context.state.z) ? k : best,
      0,
    );
    const { z, right, slope_from_a: fromA, right_slope: rightSlope } = answer;
    // What failed gave nothing: its curve is missing, and the rest is shown.
    const [a, slope] = [answer.a ?? [], answer.slope ?? []];
    write(words, describe(a[i], right[i], slope[i]));
    const at = z[i];
    const zip = (values) => z.map((position, k) => [position, values[k]]);
    const marks = [{ x: at, name: `z = ${number(at)}`, ink: "y" }];
    // The slope is that of the function at `scale z`; along the axis it is `scale` times as steep.
    const steepness = slope[i] * context.state.scale;
    const half = Math.min(1.6, 1.2 / Math.max(0.3, Math.abs(steepness)));
    const tangent = [
      [at - half, a[i] - half * steepness],
      [at + half, a[i] + half * steepness],
    ];
    const finite = [...a, ...right].filter(
      (value) => Number.isFinite(value) && Math.abs(value) < 1e6,
    );
    const [low, high] = [Math.min(...finite), Math.max(...finite)];
    const room = 0.06 * (high - low || 1);
    const label = (name) => `${name} ${context.state.function}: ${words.textContent}`;
    curve.draw(
      [
        { name: t.rightCurve, ink: "y", dash: true, points: zip(right) },
        { name: whose(), ink: "b", points: zip(a) },
        { name: t.tangent, ink: "o", points: Number.isFinite(steepness) ? tangent : [] },
        { name: "", ink: "b", points: [[at, a[i]]], dots: true },
      ],
      { marks, y: { min: low - room, max: high + room }, label: label(t.curve) },
    );
    const kinds = [
      [t.rightSlope, "y", true, rightSlope],
      [t.slopeFromZ, "b", false, slope],
      [t.slopeFromA, "p", true, fromA],
    ];
    const shown = kinds.filter(([, , , values]) => values);
    slopes.draw(
      shown.map(([name, ink, dash, values]) => ({ name, ink, dash, points: zip(values) })),
      { marks, y: { min: Math.min(0, ...rightSlope) }, label: label(t.slopeCurve) },
    );
    write(cells.output, number(a[i], 4));
    write(cells.rightCurve, number(right[i], 4));
    write(cells.slopeFromZ, number(slope[i], 4));
    write(cells.slopeFromA, fromA ? number(fromA[i], 4) : "–");
    write(cells.rightSlope, number(rightSlope[i], 4));
    context.say([["", answer.finding]]);
    if (words.textContent) context.read(`${answer.finding} ${words.textContent}`);
  }

  /** What the slope at the cursor means. */
  function describe(a, right, slope) {
    const isRight = a == null || Math.abs(a - right) <= 1e-9 * Math.max(1, Math.abs(right));
    const part = isRight ? "" : `${t.partsHere(number(a, 4), number(right, 4))} `;
    if (slope == null) return part;
    const size = Math.abs(slope);
    if (!Number.isFinite(size)) return part + t.broken;
    if (size === 0) return part + t.dead;
    // The largest slope of the sigmoid is 1/4, that of the others 1.
    const share = size / (context.state.function === "sigmoid" ? 0.25 : 1);
    const shown = share < 0.01 ? `${number(100 * share, 2)} %` : percent(share);
    if (share < 0.05) return part + t.saturated(shown, number(slope, 2));
    return part + (share < 0.5 ? t.flattening(shown) : t.steep(shown));
  }

  function question() {
    const { state } = context;
    return {
      ask: "curve",
      function: state.function,
      from: FROM,
      to: -FROM,
      count: COUNT,
      scale: state.scale,
      negative_slope: state.negative_slope,
      mistake: state.mistake || null,
      who: state.who,
    };
  }

  function take(found) {
    trouble.draw(found.trouble);
    if (found.z) answer = found;
    draw();
  }

  const pointed = (chart) => (event) => {
    if (!chart.place || (event.type === "pointermove" && event.pointerType !== "mouse")) return;
    const left = event.clientX - chart.picture.getBoundingClientRect().left;
    const z = Math.max(FROM, Math.min(-FROM, chart.place.value(left)));
    if (Number.isFinite(z)) context.set({ z: POSITIONS[Math.round((z - FROM) / 0.05)] });
  };
  for (const chart of [curve, slopes]) {
    for (const event of ["pointermove", "pointerdown"])
      chart.picture.addEventListener(event, pointed(chart));
  }

  const leak = slider(
    context,
    "negative_slope",
    t.negativeSlope,
    [0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 1],
    { show: String },
  );
  context.shows(() => {
    leak.hidden = context.state.function !== "leaky_relu";
  });
  return {
    stage: [
      mistakes(context, uses, { isOptional: true }),
      trouble.element,
      html(
        "div",
        { class: "duo even" },
        html(
          "section",
          { class: "lane", "aria-label": t.curve },
          html("header", {}, html("h2", {}, t.curve)),
          curve.element,
        ),
        html(
          "section",
          { class: "lane", "aria-label": t.slopeCurve },
          html("header", {}, html("h2", {}, t.slopeCurve)),
          slopes.element,
        ),
      ),
      cursor,
      words,
      readings,
    ],
    settings: [
      choice(
        context,
        "function",
        t.function,
        FUNCTIONS.map((name) => [name, name]),
      ),
      slider(context, "scale", t.scaleZ, FACTORS, { show: brief }),
      leak,
      ...network(context, ["who"]),
    ],
    uses,
    ...answered(context, { question, take, draw, mark: "z", pause: 40 }),
  };
}
