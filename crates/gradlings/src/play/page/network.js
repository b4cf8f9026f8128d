// The network itself: every number, live, and the formula that each came from.

import { html, mark, svg, write } from "./dom.js";
import { ink, kind, shade, planeLegend } from "./draw.js";
import { CostChart, LEARNING, PlaneOf, running, unitsOf } from "./lanes.js";
import { MINUS, number } from "./numbers.js";
import { choice, columnNames, network, opening, slider } from "./settings.js";

const TOP = 62;
const DRAWN = { inputs: 8, units: 16 };

export function networkScene(context) {
  const { t } = context;
  const set = () => context.course().data.find(({ name }) => name === context.state.data);
  const plane = new PlaneOf(context, {
    title: t.boundary,
    chosen: (example) => context.set({ example }),
  });
  const costs = new CostChart(t, 190);
  const units = unitsOf(context, t.hiddenUnits);
  const picture = new Picture(context, () => drawFormula());
  const formula = html("section", {
    class: "lane formula",
    "aria-label": t.formula,
    "aria-live": "off",
  });
  const about = html("p", { class: "quiet" });
  const draw = () => {
    const [lane] = scene.runner.lanes;
    plane.draw(lane, context.state.example);
    costs.draw(scene.runner.lanes, ["b"]);
    if (!lane.frame) return;
    picture.draw(lane.frame, set()?.m ?? 0, scene.runner.running);
    units.draw(lane);
    const { example } = lane.frame;
    if (example) write(about, t.exampleOf(example.index, set()?.m ?? 0, example.y));
    drawFormula();
    context.say([["", lane.frame.finding]]);
  };
  const drawFormula = () => {
    const { frame } = scene.runner.lanes[0];
    if (frame) formula.replaceChildren(...explain(context, frame, picture.chosen, set()?.m ?? 0));
  };
  const question = () => opening(context, { mistake: "" });
  const scene = running(context, [{ title: t.network, question }], {
    shown: draw,
    extra: () => ({
      example: Math.min(context.state.example, (set()?.m ?? 1) - 1),
      gradients: true,
    }),
  });
  const examples = html("div", {});
  let count = 0;
  context.shows(() => {
    const m = set()?.m ?? 1;
    if (m === count) return;
    count = m;
    examples.replaceChildren(
      slider(
        context,
        "example",
        t.example,
        Array.from({ length: m }, (_, i) => i),
        { show: String },
      ),
    );
  });
  return {
    ...scene,
    stage: [
      html(
        "div",
        { class: "net" },
        html(
          "section",
          { class: "lane", "aria-label": t.network },
          html(
            "header",
            {},
            choice(context, "lines", t.edges, [
              ["weights", t.weights],
              ["gradients", t.gradients],
            ]),
            about,
          ),
          picture.element,
          formula,
        ),
        html(
          "div",
          { class: "side" },
          html("div", {}, plane.element, planeLegend(t), examples),
          costs.element,
        ),
      ),
      units.element,
    ],
    settings: network(context, [
      "data",
      "start",
      "seed",
      "n_h",
      "scale",
      "rate",
      "activation",
      "who",
    ]),
    uses: () => [
      ...(["zeros"].includes(context.state.start)
        ? ["initialize_zeros", ...LEARNING.slice(1)]
        : LEARNING),
      "output_gradients",
    ],
  };
}

/** The drawing; `chosen` is the unit whose formula is shown: `[layer, index]`. */
class Picture {
  constructor(context, chosen) {
    this.context = context;
    this.changed = chosen;
    this.chosen = [1, 0];
    this.drawing = svg("svg", { class: "network", role: "group", "aria-label": context.t.network });
    this.wide = html("p", { class: "quiet", hidden: true });
    this.element = html("div", { class: "drawn" }, this.wide, this.drawing);
    this.shape = "";
  }

  draw(frame, m, isRunning) {
    const { t } = this.context;
    const { b1, w1 } = frame.parameters;
    const names = columnNames(this.context);
    const n_x = w1 ? w1[0].length : names.length;
    const fits = w1 && n_x <= DRAWN.inputs && b1.length <= DRAWN.units;
    this.wide.hidden = Boolean(fits);
    this.drawing.classList.toggle("away", !fits);
    if (!fits) {
      write(this.wide, t.wide(n_x));
      return;
    }
    const width = this.element.clientWidth;
    if (!width) return;
    const shape = `${width} ${n_x} ${b1.length} ${names} ${m}`;
    if (shape !== this.shape) this.build(width, names.slice(0, n_x), b1.length, m);
    this.shape = shape;
    this.update(frame, isRunning);
  }

  build(width, names, n_h, m) {
    const { t } = this.context;
    const small = width < 560;
    const tight = n_h > 8;
    const size = { width: small ? 76 : 116, height: tight ? 24 : 44 };
    const pitch = size.height + (tight ? 6 : 12);
    const height = TOP + Math.max(n_h * pitch, names.length * 56, 120) + 8;
    const across = [small ? 30 : 46, width / 2 - (small ? 2 : 0), width - size.width / 2 - 4];
    const down = (count, i, step) => TOP + (height - TOP) / 2 + (i - (count - 1) / 2) * step;
    const inputs = names.map((name, i) => ({
      layer: 0,
      index: i,
      x: across[0],
      y: down(names.length, i, Math.min(84, (height - TOP) / names.length)),
      width: small ? 58 : 90,
      height: 40,
      name: t.input(name),
      title: name,
    }));
    const hidden = Array.from({ length: n_h }, (_, j) => ({
      layer: 1,
      index: j,
      x: across[1],
      y: down(n_h, j, pitch),
      ...size,
      small,
      name: t.hiddenUnit(j),
      tight,
    }));
    const output = {
      layer: 2,
      index: 0,
      x: across[2],
      y: down(1, 0, 0),
      width: size.width,
      height: 44,
      small,
      name: t.outputUnit,
    };
    this.nodes = [...inputs, ...hidden, output];
    this.edges = [];
    for (const to of hidden)
      for (const from of inputs)
        this.edges.push({ from, to, name: `w1[${to.index},${from.index}]` });
    for (const from of hidden) this.edges.push({ from, to: output, name: `w2[0,${from.index}]` });
    const labelled = width >= 540 && n_h <= 6 && names.length <= 3;
    const lines = this.edges.map((edge) => this.buildEdge(edge, labelled, names.length));
    const labels = this.edges.map(({ label }) => label).filter(Boolean);
    const boxes = this.nodes.map((node) => this.buildNode(node));
    mark(this.drawing, "viewBox", `0 0 ${width} ${height}`);
    mark(this.drawing, "height", height);
    this.drawing.replaceChildren(
      ...shapes(across, [names.length, n_h, m], small),
      svg("g", { class: "edges" }, lines),
      svg("g", { class: "edgenames", "aria-hidden": "true" }, labels),
      ...boxes,
    );
  }

  buildEdge(edge, labelled, inputs) {
    const { from, to } = edge;
    const [x0, x1] = [from.x + from.width / 2, to.x - to.width / 2];
    const bend = (x1 - x0) * 0.4;
    edge.line = svg("path", {
      d: `M${x0} ${from.y}C${x0 + bend} ${from.y} ${x1 - bend} ${to.y} ${x1} ${to.y}`,
      class: "edge",
    });
    if (labelled) {
      // Labels stand beside the hidden unit, one above the other in the order of the inputs.
      const isIn = to.layer === 1;
      const shift = isIn ? (from.index - (inputs - 1) / 2) * 14 : 0;
      const [x, y] = isIn ? [x1 - 6, to.y + shift + 4] : [x0 + 6, from.y - 9];
      edge.label = svg("text", { x, y, "text-anchor": isIn ? "end" : "start" });
    }
    return edge.line;
  }

  buildNode(node) {
    const { x, y, width, height, title, small } = node;
    const left = x - width / 2;
    node.box = svg("rect", { x: left, y: y - height / 2, width, height, rx: 7 });
    const text = (at, down, anchor = "start", style = "") =>
      svg("text", { x: at, y: y + down, "text-anchor": anchor, class: style });
    if (node.layer === 0) node.texts = [text(x, 14, "middle")];
    else if (node.tight) node.texts = [text(left + 8, 4), text(left + width - 8, 4, "end")];
    else {
      node.texts = [text(left + 8, -4), text(left + 8, 14)];
      if (!small)
        node.texts.push(
          text(left + width - 8, -4, "end", "small"),
          text(left + width - 8, 14, "end", "small"),
        );
    }
    const name = title
      ? svg(
          "text",
          { x, y: y - 3, "text-anchor": "middle", class: "title" },
          short(title, small ? 7 : 11),
        )
      : null;
    const choose = () => {
      this.chosen = [node.layer, node.index];
      this.light();
      this.changed();
    };
    if (node.layer === 1) {
      const at = { cx: left, cy: y - height / 2 };
      node.letter = [svg("circle", { ...at, r: 8 }), svg("text", { x: at.cx, y: at.cy + 3.5 })];
    }
    node.group = svg(
      "g",
      {
        class: "node",
        tabindex: 0,
        role: "button",
        "data-node": `${node.layer},${node.index}`,
        onpointerenter: choose,
        onfocus: choose,
        onclick: choose,
        onkeydown: (event) => {
          const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
          if (!by) return;
          event.preventDefault();
          const next = this.nodes.indexOf(node) + by;
          this.nodes[(next + this.nodes.length) % this.nodes.length].group.focus();
        },
      },
      node.box,
      svg("g", { "aria-hidden": "true" }, name, node.texts, node.letter),
    );
    return node.group;
  }

  light() {
    const [layer, index] = this.chosen;
    const isChosen = (node) => node.layer === layer && node.index === index;
    for (const node of this.nodes) node.group.classList.toggle("chosen", isChosen(node));
    for (const { from, to, line, label } of this.edges) {
      const lit = isChosen(from) || isChosen(to);
      line.classList.toggle("lit", lit);
      if (lit) label?.classList.add("lit");
    }
  }

  update({ parameters, gradients, example, classes }, isRunning) {
    const { t, state } = this.context;
    const { w1, b1, w2, b2 } = parameters;
    const of = state.lines === "gradients" && gradients ? [gradients.dw1, gradients.dw2] : [w1, w2];
    const value = ({ from, to }) =>
      to.layer === 1 ? of[0][to.index][from.index] : of[1][0][from.index];
    const largest = Math.max(
      1e-300,
      ...this.edges.map((edge) => Math.abs(value(edge))).filter(Number.isFinite),
    );
    for (const edge of this.edges) {
      const v = value(edge);
      const size = Number.isFinite(v) ? Math.abs(v) / largest : 0;
      mark(edge.line, "stroke-width", (0.6 + 5.4 * size).toFixed(2));
      mark(
        edge.line,
        "class",
        `edge ${Number.isFinite(v) ? (v < 0 ? "sb" : "so") : "odd"}${edge.line.classList.contains("lit") ? " lit" : ""}`,
      );
      if (edge.label) {
        write(edge.label, number(v));
        mark(edge.label, "class", v < 0 ? "nb" : "no");
      }
    }
    for (const node of this.nodes) {
      const [texts, fill] = this.contents(node, { b1, b2, example });
      node.texts.forEach((text, i) => write(text, texts[i] ?? ""));
      if (node.letter) {
        const [circle, letter] = node.letter;
        mark(circle, "class", `letter s${ink(classes[node.index])}`);
        write(letter, kind(classes[node.index]));
      }
      const colour = fill == null ? "" : shade(0.95 * fill);
      if (node.colour !== colour) node.box.style.fill = node.colour = colour;
      if (!isRunning)
        mark(node.group, "aria-label", `${node.name}: ${texts.filter(Boolean).join(", ")}`);
    }
    this.light();
    if (!isRunning)
      mark(
        this.drawing,
        "aria-label",
        `${t.network}: ${t.kinds(b1.length, new Set(b1).size)}`.split(":")[0],
      );
  }

  contents({ layer, index: j, tight, width }, { b1, b2, example }) {
    const digits = width < 100 ? 2 : 3;
    const show = (value) => number(value, digits);
    if (layer === 0) return [[show(example?.x[j])], null];
    const from =
      layer === 1
        ? [b1[j], example?.z1[j], example?.a1[j], example?.dz1[j]]
        : [b2[0], example?.z2[0], example?.a2[0], example?.dz2[0]];
    const [b, z, a, dz] = from;
    const fill = a == null ? null : layer === 1 ? a : 2 * a - 1;
    if (tight) return [[`z ${show(z)}`, `a ${show(a)}`], fill];
    return [[`z ${show(z)}`, `a ${show(a)}`, `b ${number(b, 2)}`, `dz ${number(dz, 1)}`], fill];
  }
}

const short = (name, most) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

/** The shapes of the arrays, written over the columns and at the arrows between them. */
function shapes([input, hidden, output], [n_x, n_h, m], small) {
  const text = (x, y, words, anchor = "middle", style = "shape") =>
    svg("text", { x, y, "text-anchor": anchor, class: style }, words);
  const arrow = (x0, x1) => svg("path", { d: `M${x0} 26H${x1}m-5 -4l5 4l-5 4`, class: "arrow" });
  const wide = small ? 46 : 62;
  const first = small ? 24 : 46;
  const [middle, right] = [
    (input + first + hidden - wide) / 2,
    (hidden + wide + output - wide) / 2,
  ];
  return [
    text(4, 16, "x", "start"),
    text(4, 32, `(${n_x}, ${m})`, "start", "size"),
    arrow(input + first, hidden - wide),
    text(middle, 16, small ? "w1, b1" : `w1 (${n_h}, ${n_x})`),
    small ? null : text(middle, 43, `b1 (${n_h}, 1)`),
    text(hidden, 16, "z1, a1"),
    text(hidden, 32, `(${n_h}, ${m})`, "middle", "size"),
    arrow(hidden + wide, output - wide),
    text(right, 16, small ? "w2, b2" : `w2 (1, ${n_h})`),
    small ? null : text(right, 43, "b2 (1, 1)"),
    text(output, 16, "z2, a2"),
    text(output, 32, `(1, ${m})`, "middle", "size"),
    small ? text(middle, 43, `(${n_h}, ${n_x})`, "middle", "size") : null,
    small ? text(right, 43, `(1, ${n_h})`, "middle", "size") : null,
  ].filter(Boolean);
}

/** A sum with its signs: `0.31·1.2 − 0.22·3.6 + 0.1`. */
function sum(terms) {
  return terms
    .map(([factors, isFirst]) => {
      const [head, ...rest] = factors;
      const negative = head < 0;
      const first = number(Math.abs(head));
      const others = rest.map((value) => (value < 0 ? `(${number(value)})` : number(value)));
      const sign = isFirst ? (negative ? MINUS : "") : negative ? ` ${MINUS} ` : " + ";
      return sign + [first, ...others].join("·");
    })
    .join("");
}

const LONG = 6;

/** The lines `z = w·x + b`, with names and then with numbers. */
function linear(z, weights, weightName, inputs, inputName, bias, biasName, result) {
  const all = weights.map((w, i) => [[w, inputs[i]], i === 0]);
  const names = weights.map((_, i) => `${weightName(i)}·${inputName(i)}`);
  const isLong = weights.length > LONG;
  const some = (list, rest) => (isLong ? [...list.slice(0, 3), rest] : list);
  const named = [...some(names, "…"), biasName].join(" + ");
  const shown = isLong
    ? `${sum(all.slice(0, 3))} + …${sum([[[bias], false]])}`
    : sum([...all, [[bias], false]]);
  return [
    [z, named],
    ["", shown],
    ["", number(result, 4)],
  ];
}

/** Where the parts do not give what the function returned, in words. */
function differs(t, parts, result) {
  if (
    result == null ||
    Math.abs(parts - result) <= 1e-9 * Math.max(1, Math.abs(result)) ||
    Number.isNaN(parts)
  )
    return [];
  return [html("p", { class: "trouble" }, t.partsDiffer(number(parts, 5), number(result, 5)))];
}

const dot = (weights, inputs) => weights.reduce((total, w, i) => total + w * inputs[i], 0);

function lines(rows) {
  return html(
    "div",
    { class: "lines" },
    rows.map(([left, right]) =>
      html(
        "p",
        {},
        html("code", { class: "left" }, left),
        html("code", {}, left || right ? "= " : ""),
        html("code", { class: "right" }, right),
      ),
    ),
  );
}

function parameterTable(context, rows) {
  const { t, state } = context;
  const heads = [t.parameter, t.value, t.gradient, t.nextStep];
  const row = ([name, value, gradient]) =>
    html(
      "tr",
      {},
      html("th", { scope: "row" }, html("code", {}, name)),
      html("td", {}, number(value, 4)),
      html("td", {}, number(gradient, 3)),
      html("td", {}, gradient == null ? "–" : number(value - state.rate * gradient, 4)),
    );
  return html(
    "div",
    { class: "scroll" },
    html(
      "table",
      { class: "rows" },
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          heads.map((name) => html("th", { scope: "col" }, name)),
        ),
      ),
      html("tbody", {}, rows.map(row)),
    ),
  );
}

/** The formula of the chosen unit, with the numbers in it. */
function explain(context, { parameters, gradients, example }, [layer, index], m) {
  const { t, state } = context;
  const { w1, b1, w2, b2 } = parameters;
  const isLinear = state.activation === "linear";
  if (!example) return [html("p", { class: "quiet" }, t.chooseUnit)];
  const j = Math.min(index, b1.length - 1);
  const slot = (name, i) => gradients?.[name]?.flat(2)[i];
  if (layer === 0) {
    const name = columnNames(context)[index];
    const rows = w1
      ? w1.map((row, k) => [`w1[${k},${index}]`, row[index], gradients?.dw1?.[k][index]])
      : [];
    return [
      html("h2", {}, t.input(name)),
      lines([[`x[${index}]`, number(example.x[index], 5)]]),
      parameterTable(context, rows),
    ];
  }
  if (layer === 1) {
    const a = isLinear ? `z1[${j}]` : `tanh(z1[${j}])`;
    const factor = isLinear ? "" : `·(1 ${MINUS} a1[${j}]²)`;
    const shown = isLinear ? "" : `·(1 ${MINUS} ${number(Math.abs(example.a1[j]))}²)`;
    const forward = w1
      ? linear(
          `z1[${j}]`,
          w1[j],
          (i) => `w1[${j},${i}]`,
          example.x,
          (i) => `x[${i}]`,
          b1[j],
          `b1[${j}]`,
          example.z1[j],
        )
      : [[`z1[${j}]`, number(example.z1[j], 4)]];
    const back = [
      [`dz1[${j}]`, `w2[0,${j}]·dz2${factor}`],
      ["", `${sum([[[w2[0][j], example.dz2[0]], true]])}${shown}`],
      ["", number(example.dz1[j], 4)],
    ];
    const rows = [
      ...(w1 && w1[j].length <= 8
        ? w1[j].map((w, i) => [`w1[${j},${i}]`, w, gradients?.dw1?.[j][i]])
        : []),
      [`b1[${j}]`, b1[j], slot("db1", j)],
      [`w2[0,${j}]`, w2[0][j], slot("dw2", j)],
    ];
    return [
      html("h2", {}, t.hiddenUnit(j)),
      lines([
        ...forward,
        [`a1[${j}]`, a],
        [
          "",
          isLinear
            ? number(example.a1[j], 4)
            : `tanh(${number(example.z1[j], 4)}) = ${number(example.a1[j], 4)}`,
        ],
        ...back,
      ]),
      ...(w1 ? differs(t, dot(w1[j], example.x) + b1[j], example.z1[j]) : []),
      ...differs(
        t,
        w2[0][j] * example.dz2[0] * (isLinear ? 1 : 1 - example.a1[j] ** 2),
        example.dz1[j],
      ),
      parameterTable(context, rows),
      html("p", { class: "quiet" }, t.averages(m)),
    ];
  }
  const forward = linear(
    "z2",
    w2[0],
    (i) => `w2[0,${i}]`,
    example.a1,
    (i) => `a1[${i}]`,
    b2[0],
    "b2",
    example.z2[0],
  );
  const loss =
    example.y > 0.5
      ? ["ln(a2)", -Math.log(example.a2[0])]
      : [`ln(1 ${MINUS} a2)`, -Math.log1p(-example.a2[0])];
  const rows = [
    ...(w2[0].length <= 16 ? w2[0].map((w, i) => [`w2[0,${i}]`, w, slot("dw2", i)]) : []),
    ["b2", b2[0], slot("db2", 0)],
  ];
  return [
    html("h2", {}, t.outputUnit),
    lines([
      ...forward,
      ["a2", `sigmoid(z2) = sigmoid(${number(example.z2[0], 4)})`],
      ["", number(example.a2[0], 4)],
      ["dz2", `a2 ${MINUS} y = ${number(example.a2[0])} ${MINUS} ${number(example.y, 1)}`],
      ["", number(example.dz2[0], 4)],
      [t.loss, `${MINUS}${loss[0]} = ${number(loss[1], 4)}`],
    ]),
    ...differs(t, dot(w2[0], example.a1) + b2[0], example.z2[0]),
    ...differs(t, example.a2[0] - example.y, example.dz2[0]),
    parameterTable(context, rows),
    html("p", { class: "quiet" }, t.averages(m)),
  ];
}
