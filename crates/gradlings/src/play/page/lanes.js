// Networks that learn: what is common to every scene with sessions.

import { html, prose, write } from "./dom.js";
import { Chart, Plane, Units, unitLines } from "./draw.js";
import { number } from "./numbers.js";
import { Runner } from "./runner.js";
import { columnNames } from "./settings.js";

const OPENING = [
  "data",
  "column0",
  "column1",
  "n_h",
  "start",
  "seed",
  "scale",
  "rate",
  "activation",
  "mistake",
  "who",
];

/** The functions that learning calls. */
export const LEARNING = ["initialize", "forward", "cost", "backward", "update", "predict"];

/** The parts that `forward` and `backward` are put together from where one of them is replaced. */
export const PARTS = ["linear_forward", "output_gradients", "hidden_gradients"];

/** The runner of a scene, and what the page asks of every scene with one. */
export function running(context, lanes, { shown, extra }) {
  const runner = new Runner(lanes, {
    shown: () => {
      shown();
      context.clock?.();
    },
    extra: () => ({ boundary: 80, example: null, gradients: false, ...extra?.() }),
    lost: (error) => context.lost(error),
  });
  let waiting = 0;
  const open = () => runner.open();
  return {
    runner,
    begin: open,
    draw: shown,
    stop: () => {
      clearTimeout(waiting);
      runner.stop();
    },
    changed: (names) => {
      if (names.some((name) => OPENING.includes(name))) {
        clearTimeout(waiting);
        waiting = setTimeout(open, 120);
      } else if (names.includes("example")) {
        if (!runner.running) runner.step(0);
      } else if (!names.includes("steps")) shown();
    },
    // What runs goes on with the new functions by itself; what rests is computed anew.
    renewed: () => {
      if (runner.lanes.some((lane) => !lane.session)) open();
      else if (!runner.running) runner.step(0);
    },
  };
}

const says = (text, where) => text.toLowerCase().includes(where.toLowerCase());

/** What is wrong in a lane, in words; nothing if nothing is. */
export class Trouble {
  constructor(t) {
    this.t = t;
    this.title = html("b");
    this.text = html("span");
    this.element = html(
      "div",
      { class: "trouble", role: "alert", hidden: true },
      this.title,
      this.text,
    );
  }

  draw(trouble) {
    this.element.hidden = !trouble;
    if (!trouble) return;
    const { kind, where, text } = trouble;
    write(this.title, this.t[`trouble_${kind}`] ?? this.t.trouble_other);
    // The finding above tells the rest of what is no number.
    const words = kind === "nan" ? where : says(text, where) ? text : `${where}: ${text}`;
    if (this.text.dataset.words === words) return;
    this.text.dataset.words = words;
    this.text.replaceChildren(...prose(words));
  }
}

export const percent = (share) =>
  share == null || Number.isNaN(share)
    ? "–"
    : `${(100 * share).toFixed(share < 1 && share > 0.99 ? 1 : 0)} %`;

/** The plane of a lane with its title, cost and accuracy. */
export class PlaneOf {
  constructor(context, { title, ink, chosen }) {
    const { t } = context;
    this.context = context;
    this.title = title;
    this.plane = new Plane({ label: title, chosen });
    this.cost = html("b");
    this.accuracy = html("b");
    this.trouble = new Trouble(t);
    this.none = html("p", { class: "noplane quiet", hidden: true });
    this.element = html(
      "section",
      { class: "lane", "aria-label": title },
      html(
        "header",
        {},
        html(
          "h2",
          {},
          ink ? html("span", { class: `swatch s${ink}`, "aria-hidden": "true" }) : null,
          title,
        ),
        html(
          "p",
          { class: "numbers" },
          `${t.cost} `,
          this.cost,
          html("span", { class: "gap" }),
          `${t.accuracy} `,
          this.accuracy,
        ),
      ),
      html("div", { class: "framed" }, this.plane.canvas, this.none, this.trouble.element),
    );
  }

  draw(lane, chosen) {
    const { t } = this.context;
    const { frame, box, points, trouble } = lane;
    this.trouble.draw(trouble);
    this.plane.canvas.hidden = Boolean(frame) && !box;
    this.none.hidden = !frame || Boolean(box);
    if (!frame) return;
    if (!box) write(this.none, t.noPlane(columnNames(this.context).length));
    write(this.cost, number(frame.cost));
    write(this.accuracy, percent(frame.accuracy));
    this.plane.draw({
      box,
      points,
      boundary: frame.boundary,
      chosen,
      lines: unitLines(frame),
      names: columnNames(this.context),
      label: this.context.scene?.runner.running
        ? null
        : t.plane(this.title, percent(frame.accuracy), frame.step),
    });
  }
}

/** The cost curves of all lanes. */
export class CostChart {
  constructor(t, height = 290) {
    this.t = t;
    this.chart = new Chart({
      label: t.costCurve,
      height,
      x: { name: t.steps, min: 0 },
      y: { name: t.cost, auto: true },
    });
    this.element = html(
      "section",
      { class: "lane", "aria-label": t.costCurve },
      html("header", {}, html("h2", {}, t.costCurve)),
      this.chart.element,
    );
  }

  draw(lanes, inks) {
    const series = lanes.map((lane, i) => ({
      name: lanes.length > 1 ? lane.title : "",
      ink: inks[i],
      dash: i === 1,
      points: lane.costs.points(lane.frame),
    }));
    const isOdd = ([, cost]) => !Number.isFinite(cost);
    const firsts = series.flatMap(({ points }) => points.filter(isOdd).slice(0, 1));
    const marks = firsts.map(([x, cost]) => ({ x, name: number(cost), ink: "r" }));
    const last = Math.max(1, ...lanes.map((lane) => lane.frame?.step ?? 0));
    const label = lanes
      .filter((lane) => lane.frame)
      .map((lane) => `${lane.title}: ${number(lane.frame.cost)}`)
      .join("; ");
    this.chart.draw(series, {
      marks,
      x: { max: Math.max(10, last) },
      y: { min: 0 },
      label: `${this.t.costCurve}. ${label}`,
    });
  }
}

/** The table of hidden units of a lane. */
export function unitsOf(context, title) {
  const units = new Units({ t: context.t, names: () => columnNames(context) });
  const element = html(
    "section",
    { class: "lane", "aria-label": `${title}: ${context.t.hiddenUnits}` },
    html("header", {}, html("h2", {}, title)),
    units.element,
  );
  return {
    element,
    draw: (lane) => {
      if (lane.frame) units.draw(lane.frame);
    },
  };
}
