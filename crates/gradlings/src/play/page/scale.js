// The scale of the start: from far too small to far too large, and what becomes of slopes and cost.

import { answered } from "./ask.js";
import { html } from "./dom.js";
import { Chart } from "./draw.js";
import { percent, Trouble } from "./lanes.js";
import { number } from "./numbers.js";
import { brief, network, opening, SCALES, slider } from "./settings.js";

const STEPS = 200;

export function scaleScene(context) {
  const { t } = context;
  const x = { name: t.scaleAxis, log: true, min: SCALES[0], max: SCALES.at(-1) };
  const slopes = new Chart({ label: t.slopesChart, height: 280, x, y: { min: 0, max: 1 } });
  const costs = new Chart({ label: t.costsChart, height: 280, x, y: { log: true, name: t.cost } });
  const trouble = new Trouble(t);
  const body = html("tbody");
  const heads = [t.scaleBy, t.meanSlope, t.saturatedShare, t.costBefore, t.costAfter(STEPS)];
  const table = html(
    "table",
    { class: "rows" },
    html("caption", { class: "unseen" }, t.scale),
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        heads.map((name) => html("th", { scope: "col" }, name)),
      ),
    ),
    body,
  );
  const wait = html("p", { class: "quiet", role: "status" }, t.computing);
  let answer = null;

  function draw() {
    if (!answer) return;
    const { rows } = answer;
    const points = (name) => rows.map((row) => [row.scale, row[name]]);
    const marks = [{ x: context.state.scale, name: `× ${brief(context.state.scale)}`, ink: "y" }];
    slopes.draw(
      [
        { name: t.meanSlope, ink: "b", points: points("slope"), dots: true },
        { name: t.saturatedShare, ink: "o", dash: true, points: points("saturated"), dots: true },
      ],
      { marks, label: `${t.slopesChart}. ${answer.finding}` },
    );
    costs.draw(
      [
        { name: t.costBefore, ink: "y", dash: true, points: points("cost_before"), dots: true },
        { name: t.costAfter(STEPS), ink: "g", points: points("cost_after"), dots: true },
      ],
      { marks, y: {}, label: `${t.costsChart}. ${answer.finding}` },
    );
    body.replaceChildren(
      ...rows.map((row) =>
        html(
          "tr",
          { class: row.scale === context.state.scale ? "here" : "" },
          html("th", { scope: "row" }, brief(row.scale)),
          html("td", {}, number(row.slope)),
          html("td", {}, percent(row.saturated)),
          html("td", {}, number(row.cost_before)),
          html("td", {}, number(row.cost_after)),
        ),
      ),
    );
    context.say([["", answer.finding]]);
  }

  function question() {
    const { data, columns, n_h, learning_rate, who } = opening(context);
    const { seed } = context.state;
    wait.hidden = false;
    return { ask: "scale", data, columns, n_h, seed, scales: SCALES, steps: STEPS, learning_rate, who };
  }

  function take(found) {
    wait.hidden = true;
    trouble.draw(found.trouble);
    if (!found.trouble) answer = found;
    draw();
  }

  const lane = (name, chart) =>
    html(
      "section",
      { class: "lane", "aria-label": t[name] },
      html("header", {}, html("h2", {}, t[name])),
      chart.element,
    );
  return {
    stage: [
      trouble.element,
      html("div", { class: "duo even" }, lane("slopesChart", slopes), lane("costsChart", costs)),
      html(
        "div",
        { class: "row" },
        slider(context, "scale", t.scaleBy, SCALES, { show: brief }),
        html(
          "button",
          { type: "button", onclick: () => context.set({ scene: "network", start: "random" }) },
          t.openStart,
        ),
        wait,
      ),
      html("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t.scale }, table),
    ],
    settings: network(context, ["data", "seed", "n_h", "rate", "who"]),
    uses: () => ["initialize", "forward", "saturated_fraction", "cost", "train"],
    ...answered(context, { question, take, draw, mark: "scale", pause: 200 }),
  };
}
