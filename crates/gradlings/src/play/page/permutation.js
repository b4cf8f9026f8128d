// A network and its twin: other weights, the same function.

import { ask } from "./ask.js";
import { html, svg } from "./dom.js";
import { Chart, ink, kind, shade, planeLegend } from "./draw.js";
import { CostChart, LEARNING, PlaneOf, running } from "./lanes.js";
import { mistakes } from "./mistakes.js";
import { number } from "./numbers.js";
import { columnNames, network, opening } from "./settings.js";

const ROW = 34;

const range = (n) => Array.from({ length: n }, (_, i) => i);

/** The order and the flips of the state, made to fit `n_h` units. */
function arrangement(state) {
  const order = state.order.split(",").filter(Boolean).map(Number);
  const isOrder =
    order.length === state.n_h && [...order].sort((a, b) => a - b).every((unit, i) => unit === i);
  const flip = state.flip.split(",").filter(Boolean).map(Number);
  // Where nothing is chosen yet, there is already something to see.
  if (!isOrder) return { order: [...range(state.n_h).slice(1), 0], flip: [0] };
  return {
    order,
    flip: [...new Set(flip)].filter(
      (unit) => Number.isInteger(unit) && unit >= 0 && unit < state.n_h,
    ),
  };
}

export function permutation(context) {
  const { t } = context;
  const plane = new PlaneOf(context, { title: t.original });
  const costs = new CostChart(t, 160);
  const outputs = new Chart({
    label: t.outputs,
    height: 240,
    x: { name: t.original, min: 0, max: 1 },
    y: { name: t.twin, min: 0, max: 1 },
  });
  const difference = html("p", { class: "summary" });
  const pairs = html("div", { class: "twins" });
  let answer = null;
  let seen = "";
  let asking = false;

  const change = ({ order, flip }) => context.set({ order: order.join(","), flip: flip.join(",") });
  const now = () => arrangement(context.state);

  function draw() {
    const [lane] = scene.runner.lanes;
    plane.draw(lane);
    costs.draw(scene.runner.lanes, ["b"]);
    if (answer) drawOutputs();
    if (lane.frame) request(lane);
  }

  function drawOutputs() {
    const { largest_difference: largest, outputs: values } = answer;
    outputs.draw(
      [
        {
          name: "",
          ink: "y",
          dash: true,
          points: [
            [0, 0],
            [1, 1],
          ],
        },
        {
          name: "",
          ink: "b",
          points: [],
          scatter: values[0].map((value, i) => [value, values[1][i]]),
        },
      ],
      { label: `${t.outputs}. ${t.largestDifference} ${number(largest, 2)}` },
    );
  }

  async function request(lane) {
    const { order, flip } = now();
    if (lane.frame.parameters.b1.length !== order.length) return;
    const key = `${lane.session} ${lane.frame.step} ${lane.frame.epoch} ${order} ${flip}`;
    if (key === seen || asking) return;
    seen = key;
    asking = true;
    try {
      const { parameters, classes } = lane.frame;
      // The server flips by place in the twin, the page by the unit that stands there.
      const places = flip.map((unit) => order.indexOf(unit));
      const found = await ask({ ask: "permutation", session: lane.session, order, flip: places });
      if (found.trouble) lane.trouble = found.trouble;
      else {
        answer = found;
        show(parameters, classes, order, flip);
      }
    } catch (error) {
      context.lost(error);
    } finally {
      asking = false;
    }
    // What changed meanwhile is asked for next.
    if (scene.runner.lanes.includes(lane) && lane.frame) request(lane);
  }

  function show(parameters, classes, order, flip) {
    const { twin, largest_difference: largest } = answer;
    context.say([["", answer.finding]]);
    difference.replaceChildren(
      `${t.largestDifference} `,
      html("b", {}, number(largest, 2)),
      ` · ${t.countOf(count(order.length))}`,
    );
    drawOutputs();
    const focused = document.activeElement?.dataset?.act;
    pairs.replaceChildren(
      table(
        context,
        parameters,
        order.map((_, i) => i),
        classes,
        t.original,
      ),
      crossings(order, flip, classes),
      table(context, twin, order, classes, t.twin, controls(order, flip)),
    );
    const again = focused && pairs.querySelector(`[data-act="${focused}"]`);
    // At the end of the list an arrow rests; the focus stays in its row.
    if (again) (again.disabled ? again.parentElement.lastChild : again).focus();
  }

  function controls(order, flip) {
    return (position, unit) => {
      const swap = (by) => () => {
        const next = [...order];
        [next[position], next[position + by]] = [next[position + by], next[position]];
        change({ order: next, flip });
      };
      const isFlipped = flip.includes(unit);
      const turn = () =>
        change({
          order,
          flip: isFlipped ? flip.filter((other) => other !== unit) : [...flip, unit],
        });
      const button = (act, sign, label, rest) =>
        html(
          "button",
          {
            type: "button",
            class: "tiny",
            "data-act": `${act}${unit}`,
            "aria-label": label,
            title: label,
            ...rest,
          },
          sign,
        );
      return html(
        "td",
        { class: "acts" },
        button("up", "↑", t.moveUp(unit), { disabled: position === 0, onclick: swap(-1) }),
        button("down", "↓", t.moveDown(unit), {
          disabled: position === order.length - 1,
          onclick: swap(1),
        }),
        button("flip", "±", t.flip(unit), { "aria-pressed": String(isFlipped), onclick: turn }),
      );
    };
  }

  const shuffle = () => {
    const { order } = now();
    const next = [...order];
    for (let i = next.length - 1; i > 0; i -= 1) {
      const j = Math.floor(Math.random() * (i + 1));
      [next[i], next[j]] = [next[j], next[i]];
    }
    change({ order: next, flip: next.filter(() => Math.random() < 0.5).sort((a, b) => a - b) });
  };
  const lane = {
    title: t.original,
    question: () => opening(context, { activation: "tanh" }),
  };
  const scene = running(context, [lane], { shown: draw });
  const outputsLane = html(
    "section",
    { class: "lane", "aria-label": t.outputs },
    html("header", {}, html("h2", {}, t.outputs)),
    outputs.element,
    difference,
  );
  return {
    ...scene,
    stage: [
      mistakes(context, () => ["permute_units", "flip_unit"], { isOptional: true }),
      html(
        "div",
        { class: "row" },
        html("button", { type: "button", "data-act": "shuffle", onclick: shuffle }, t.shuffle),
        html(
          "button",
          {
            type: "button",
            "data-act": "restore",
            onclick: () => change({ order: range(context.state.n_h), flip: [] }),
          },
          t.restore,
        ),
      ),
      html("div", { class: "scroll" }, pairs),
      html("div", { class: "trio" }, plane.element, outputsLane, costs.element),
      planeLegend(t),
    ],
    settings: network(context, ["data", "start", "seed", "n_h", "scale", "rate", "who"]),
    uses: () => [...LEARNING, "permute_units", "flip_unit"],
  };
}

/** `2^n n!`, as a text. */
function count(n) {
  let total = 1n;
  for (let i = 1n; i <= BigInt(n); i += 1n) total *= 2n * i;
  const text = total.toLocaleString("en");
  return text.length > 15 ? number(Number(total), 2) : text;
}

function table(context, { w1, b1, w2 }, units, classes, title, acts) {
  const { t } = context;
  const columns = w1 && w1[0].length <= 4 ? columnNames(context).slice(0, w1[0].length) : [];
  const rows = units.map((unit, i) => ({
    unit,
    values: [...(columns.length ? w1[i] : []), b1[i], w2[0][i]],
  }));
  const largest = Math.max(
    1e-300,
    ...rows
      .flatMap(({ values }) => values)
      .map(Math.abs)
      .filter(Number.isFinite),
  );
  const cell = (value) => {
    const element = html("td", {}, number(value));
    element.style.backgroundColor = shade(0.9 * (value / largest));
    return element;
  };
  return html(
    "table",
    { class: "units twin" },
    html("caption", {}, title),
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        html("th", { scope: "col" }, t.unit),
        [...columns.map((_, i) => `w1[·,${i}]`), "b1", "w2"].map((name) =>
          html("th", { scope: "col" }, html("code", {}, name)),
        ),
        acts ? html("td", {}) : null,
      ),
    ),
    html(
      "tbody",
      {},
      rows.map(({ unit, values }, i) =>
        html(
          "tr",
          { "data-unit": unit },
          html(
            "th",
            { scope: "row" },
            html("span", { class: `kind g${ink(classes[unit])}` }, kind(classes[unit])),
            ` ${unit}`,
          ),
          values.map(cell),
          acts?.(i, unit),
        ),
      ),
    ),
  );
}

/** Lines from each unit to its place in the twin; a flipped one is marked. */
function crossings(order, flip, classes) {
  const width = 90;
  const y = (i) => 2 * ROW + (i + 0.5) * ROW;
  const lines = order.map((unit, position) => {
    const [from, to] = [y(unit), y(position)];
    const isFlipped = flip.includes(unit);
    return svg(
      "g",
      {},
      svg("path", {
        d: `M2 ${from}C${width / 2} ${from} ${width / 2} ${to} ${width - 2} ${to}`,
        class: `line s${ink(classes[unit])}${isFlipped ? " dashed" : ""}`,
      }),
      isFlipped
        ? svg("text", { x: width - 12, y: to - 5, "text-anchor": "middle", class: "title" }, "±")
        : null,
    );
  });
  return svg(
    "svg",
    {
      class: "crossings",
      width,
      height: (order.length + 2) * ROW,
      viewBox: `0 0 ${width} ${(order.length + 2) * ROW}`,
      "aria-hidden": "true",
    },
    lines,
  );
}
