// The gradient check: two numbers for every entry, and a light where they part.

import { ask } from "./ask.js";
import { html, write } from "./dom.js";
import { shade } from "./draw.js";
import { number } from "./numbers.js";
import { brief, slider } from "./settings.js";

const NUDGES = [1e-12, 1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1];
const BY_ITSELF = 400;

// A bias may come as a column or as a list.
const flat = (values) => values.map((value) => (Array.isArray(value) ? value[0] : value));

/** The panel; `shown` is called with every picture and says what was found, if it is new. */
export function check(context) {
  const { t } = context;
  const table = html("table", { class: "entries" });
  const summary = html("p", { class: "summary" });
  const button = html("button", { type: "button", onclick: () => compare(true) }, t.checkNow);
  const scroll = html(
    "div",
    {
      class: "scroll",
      tabindex: "0",
      role: "region",
      "aria-label": `${t.entries}: ${t.analytic}, ${t.numeric}`,
    },
    table,
  );
  let runner = null;
  let seen = "";
  let asked = "";
  let finding = null;

  async function compare(isWanted) {
    const [lane] = runner.lanes;
    if (!lane.session) return;
    if (isWanted && runner.running) await runner.pause();
    const key = `${lane.session} ${lane.frame?.step} ${lane.frame?.epoch} ${context.state.nudge}`;
    if (asked === key) return;
    asked = key;
    try {
      const answer = await ask({
        ask: "gradient_check",
        session: lane.session,
        step: context.state.nudge,
      });
      if (asked !== key || !runner.lanes.includes(lane)) return;
      if (answer.trouble) {
        lane.trouble = answer.trouble;
        finding = null;
        table.replaceChildren();
        write(summary, "");
      } else {
        finding = [["", answer.finding]];
        draw(answer);
      }
      seen = key;
      context.scene.draw();
    } catch (error) {
      context.lost(error);
    }
  }

  function draw({ analytic, numeric, apart, distance }) {
    const parts = new Map(apart.map((part) => [part.entry, part]));
    const [dw1, db1, dw2, db2] = ["dw1", "db1", "dw2", "db2"].map((name) => {
      const both = [analytic[name], numeric[name]];
      return name.includes("b") ? both.map(flat) : both;
    });
    const all = [dw1, db1, dw2, db2].flatMap(([, values]) => values.flat());
    const largest = Math.max(1e-300, ...all.map(Math.abs).filter(Number.isFinite));
    const isApart = (names) => names.some((name) => parts.has(name));
    const cell = (names, a, n) => {
      const lit = isApart(names);
      const element = html(
        "td",
        { class: lit ? "apart" : "", "data-entry": names[0] },
        html("span", { class: "analytic" }, number(a, 4)),
        html("span", { class: "numeric" }, number(n, 4)),
        lit ? html("span", { class: "unseen" }, t.entryParts) : null,
      );
      element.style.backgroundColor = shade(0.9 * (n / largest));
      return element;
    };
    const n_x = dw1[0][0].length;
    const rows = dw1[0].map((row, j) =>
      html(
        "tr",
        {},
        html("th", { scope: "row" }, String(j)),
        row.map((a, i) => cell([`dw1[${j},${i}]`], a, dw1[1][j][i])),
        cell([`db1[${j},0]`, `db1[${j}]`], db1[0][j], db1[1][j]),
        cell([`dw2[0,${j}]`], dw2[0][0][j], dw2[1][0][j]),
        j === 0
          ? cell(["db2[0,0]", "db2[0]"], db2[0][0], db2[1][0])
          : html("td", { class: "void" }),
      ),
    );
    const heads = [...Array.from({ length: n_x }, (_, i) => `dw1[·,${i}]`), "db1", "dw2", "db2"];
    table.replaceChildren(
      html("caption", { class: "unseen" }, t.entries),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          html("th", { scope: "col" }, t.unit),
          heads.map((name) => html("th", { scope: "col" }, html("code", {}, name))),
        ),
      ),
      html("tbody", {}, rows),
    );
    const n = all.length;
    summary.replaceChildren(
      html(
        "b",
        { class: apart.length ? "bad" : "good" },
        apart.length ? `✗ ${t.apart(apart.length, n)}` : `✓ ${t.agree(n)}`,
      ),
      ` · ${t.distance(number(distance))}`,
      ...worst(apart),
    );
  }

  function worst(apart) {
    if (apart.length === 0) return [];
    const size = ({ difference }) =>
      Number.isFinite(difference) ? Math.abs(difference) : Infinity;
    const { entry, analytic, numeric } = apart.reduce((a, b) => (size(b) > size(a) ? b : a));
    return [
      ` · ${t.worst}: `,
      html("code", {}, entry),
      ` ${number(analytic, 4)} ≠ ${number(numeric, 4)}`,
    ];
  }

  const element = html(
    "section",
    { class: "lane check", "aria-label": t.entries },
    html("header", {}, html("h2", {}, t.entries), button),
    html(
      "div",
      { class: "row" },
      slider(context, "nudge", t.nudge, NUDGES, { show: brief }),
      html(
        "p",
        { class: "legend" },
        html("span", { class: "analytic" }, t.analytic),
        html("span", { class: "numeric" }, t.numeric),
      ),
    ),
    summary,
    scroll,
  );

  return {
    element,
    shown: (of) => {
      runner = of;
      const [lane] = runner.lanes;
      const key = `${lane.session} ${lane.frame?.step} ${lane.frame?.epoch} ${context.state.nudge}`;
      const count = (lane.frame?.parameters.b1.length ?? 0) * 4;
      if (!runner.running && seen !== key && lane.frame && count <= BY_ITSELF) compare(false);
      scroll.classList.toggle("old", seen !== key);
      return seen === key ? finding : null;
    },
  };
}
