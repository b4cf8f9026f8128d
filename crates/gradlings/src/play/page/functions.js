// Whose functions are in the picture, and why.

import { html, prose } from "./dom.js";

const SIGNS = {
  holds: "✓",
  wrong: "✗",
  not_started: "○",
  checking: "…",
  does_not_compile: "✗",
  timed_out: "✗",
  stopped: "✗",
};

// What needs no sentence.
const QUIET = ["holds", "checking"];

/** The list for one scene; `uses()` names the functions that it shows. */
export function functionList(context, uses) {
  const { t } = context;
  const list = html("ul", { class: "functions" });
  const row = ({ name, whose, why, text }) => {
    const isYours = whose === "yours";
    return html(
      "li",
      { "data-function": name, "data-whose": whose, "data-why": why },
      html(
        "p",
        {},
        html("code", {}, name),
        html(
          "span",
          { class: `chip ${isYours ? "own" : "lent"} ${why}`, title: text },
          html("span", { "aria-hidden": "true" }, `${SIGNS[why] ?? "○"} `),
          isYours ? t.yours : t.course,
        ),
      ),
      QUIET.includes(why) || !text ? null : html("p", { class: "why" }, prose(text)),
    );
  };
  const draw = () => {
    const names = uses();
    const known = context.course().functions;
    const shown = names.map((name) => known.find((other) => other.name === name)).filter(Boolean);
    list.replaceChildren(...shown.map(row));
  };
  context.shows(draw);
  return { draw, element: html("section", { class: "whose" }, html("h2", {}, t.functions), list) };
}
