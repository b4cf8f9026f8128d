// Settings: each shows a value of the state and changes it.

import { html } from "./dom.js";
import { number } from "./numbers.js";

let counter = 0;
const fresh = () => `setting-${(counter += 1)}`;

/** A row of choices, one of which is taken; `options` are `[value, text]`. */
export function choice(context, name, label, options) {
  const group = fresh();
  const inputs = options.map(([value, text]) => {
    const input = html("input", {
      type: "radio",
      name: group,
      value,
      onchange: () => context.set({ [name]: value }),
    });
    return [input, html("label", {}, input, html("span", { class: "option" }, text))];
  });
  context.shows(() => {
    for (const [input] of inputs) input.checked = input.value === String(context.state[name]);
  });
  return html(
    "fieldset",
    { class: "choice" },
    html("legend", {}, label),
    html(
      "div",
      { class: options.length > 3 ? "options grid" : "options" },
      inputs.map(([, element]) => element),
    ),
  );
}

/** A slider over a list of values. */
export function slider(context, name, label, values, { show = number, class: style = "" } = {}) {
  const id = fresh();
  const nearest = (value) =>
    values.reduce(
      (best, other, i) => (Math.abs(other - value) < Math.abs(values[best] - value) ? i : best),
      0,
    );
  const output = html("output", { for: id });
  const input = html("input", {
    id,
    type: "range",
    min: 0,
    max: values.length - 1,
    step: 1,
    "data-name": name,
    oninput: () => context.set({ [name]: values[input.valueAsNumber] }),
  });
  context.shows(() => {
    const value = context.state[name];
    const at = String(nearest(value));
    if (input.value !== at) input.value = at;
    input.setAttribute("aria-valuetext", show(value));
    output.textContent = show(value);
  });
  return html(
    "div",
    { class: `slider ${style}` },
    html("label", { for: id }, label),
    output,
    input,
  );
}

/** A list to choose from; `groups` are `[title, [[value, text], ..]]`, a title of "" is no group. */
export function select(context, name, label, groups) {
  const id = fresh();
  const option = ([value, text]) => html("option", { value }, text);
  const input = html(
    "select",
    { id, "data-name": name, onchange: () => context.set({ [name]: input.value }) },
    groups.map(([title, options]) =>
      title ? html("optgroup", { label: title }, options.map(option)) : options.map(option),
    ),
  );
  context.shows(() => {
    input.value = String(context.state[name]);
  });
  return html("div", { class: "select" }, html("label", { for: id }, label), input);
}

/** The seed, as a number and as a button for the next one. */
export function seed(context) {
  const { t } = context;
  const id = fresh();
  const input = html("input", {
    id,
    type: "number",
    min: 0,
    max: 999999,
    step: 1,
    inputmode: "numeric",
    "data-name": "seed",
    onchange: () => {
      const value = Math.max(0, Math.min(999999, Math.round(input.valueAsNumber)));
      context.set({ seed: Number.isFinite(value) ? value : 1 });
    },
  });
  context.shows(() => {
    input.value = String(context.state.seed);
  });
  const next = html(
    "button",
    {
      type: "button",
      class: "small",
      onclick: () => context.set({ seed: (context.state.seed + 1) % 1000000 }),
    },
    t.another,
  );
  return html("div", { class: "seed" }, html("label", { for: id }, t.seed), input, next);
}

const steps = (low, high, mantissas) => {
  const values = [];
  for (let power = low; power <= high; power += 1) {
    for (const mantissa of mantissas) {
      const value = Number(`${mantissa}e${power}`);
      if (value <= Number(`1e${high}`)) values.push(value);
    }
  }
  return values;
};

export const SCALES = steps(-12, 3, [1]);
export const RATES = [...steps(-3, 2, [1, 2, 5]), 1.2].sort((a, b) => a - b);
/** A value of a slider, as short as can be. */
export const brief = (value) => number(value, 1);
// Of more columns than these none is chosen: the network sees them all.
const PAIRED = 64;
const UNITS = [1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32];

/** Which data, and which of its columns. What has the focus stays where it is. */
function data(context) {
  const { t } = context;
  const titles = html("div");
  const axes = html("div", { class: "group" });
  const own = html("button", { type: "button", class: "small", onclick: context.openOwn }, t.own);
  const known = { titles: "", axes: "" };
  const renew = (name, place, key, build) => {
    if (known[name] === key) return;
    known[name] = key;
    place.replaceChildren(...build());
  };
  context.shows(() => {
    const sets = context.course().data;
    const list = sets.map(({ name, title }) => [name, title]);
    renew("titles", titles, String(list), () => [select(context, "data", t.data, [["", list]])]);
    const { columns, n_x } = sets.find(({ name }) => name === context.state.data);
    const options = n_x > 2 && n_x <= PAIRED ? columns.map((name, i) => [i, name]) : [];
    axes.hidden = options.length === 0;
    renew("axes", axes, String(options), () => [
      select(context, "column0", t.across, [["", options]]),
      select(context, "column1", t.up, [["", options]]),
    ]);
  });
  return html("div", { class: "group" }, titles, own, axes);
}

/** The settings of a network, those of `names`. */
export function network(context, names) {
  const { t } = context;
  const settings = {
    data: () => data(context),
    start: () =>
      choice(
        context,
        "start",
        t.start,
        ["random", "equal", "zeros", "constant"].map((name) => [name, t[name]]),
      ),
    seed: () => seed(context),
    n_h: () => slider(context, "n_h", t.hidden, UNITS, { show: String }),
    scale: () => slider(context, "scale", t.scaleBy, SCALES, { show: brief }),
    rate: () => slider(context, "rate", t.learningRate, RATES, { show: String }),
    activation: () =>
      choice(context, "activation", t.hiddenActivation, [
        ["tanh", "tanh"],
        ["linear", t.linear],
      ]),
    who: () =>
      choice(context, "who", t.who, [
        ["mine", t.mine],
        ["course", t.courses],
      ]),
  };
  return names.map((name) => settings[name]());
}

/** What `open` asks for, from the state; `over` says otherwise. */
export function opening(context, over = {}) {
  const { state } = context;
  const set = context.course().data.find(({ name }) => name === state.data);
  const two = set && set.n_x <= PAIRED;
  return {
    data: state.data,
    columns: two ? (set.n_x > 2 ? [Number(state.column0), Number(state.column1)] : [0, 1]) : null,
    n_h: state.n_h,
    start: { kind: over.start ?? state.start, seed: state.seed, scale: state.scale },
    learning_rate: state.rate,
    activation: over.activation ?? state.activation,
    mistake: over.mistake === undefined ? state.mistake || null : over.mistake || null,
    who: over.who ?? state.who,
  };
}

/** The names of the two columns that are drawn. */
export function columnNames(context) {
  const { state } = context;
  const set = context.course().data.find(({ name }) => name === state.data);
  if (!set) return ["x1", "x2"];
  if (set.n_x > PAIRED) return set.columns;
  return set.n_x > 2
    ? [set.columns[state.column0], set.columns[state.column1]]
    : set.columns.slice(0, 2);
}
