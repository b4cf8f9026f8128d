// What is drawn everywhere: the plane with its boundary, curves, and hidden units.

import { html, mark, svg, write } from "./dom.js";
import { MINUS, number } from "./numbers.js";

/** The kinds of hidden units: A, B, C .. and the inks they are drawn with. */
export const kind = (index) => String.fromCharCode(65 + (index % 26));
const KINDS = ["g", "p", "r", "s", "b", "o", "y"];
export const ink = (index) => KINDS[index % KINDS.length];

// Outputs within so many of 255 steps are smoothed, over so many neighbours to each side.
const FINE = 96;
const REACH = 2;

// The style sheet knows the colours; a canvas asks for them, once for each kind of paper.
let palette = null;
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  palette = null;
});

function channels(colour) {
  const hex = colour.trim().slice(1);
  return [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16));
}

function colours() {
  if (palette) return palette;
  const style = getComputedStyle(document.documentElement);
  const named = (name) => style.getPropertyValue(`--${name}`).trim();
  const steps = [0, 1, 2, 3, 4, 5].map((i) => channels(named(`f${i}`)));
  // 256 shades, from blue (0) over nearly white to orange (1).
  const shades = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i += 1) {
    const [low, part] = between(i / 255);
    for (let c = 0; c < 3; c += 1) {
      shades[4 * i + c] = steps[low][c] + part * (steps[low + 1][c] - steps[low][c]);
    }
    shades[4 * i + 3] = 255;
  }
  palette = { named, shades };
  return palette;
}

/** The shade for `value` in -1..1: blue below 0, orange above. */
export function shade(value) {
  if (Number.isNaN(value)) return "var(--gr)";
  const [low, part] = between((1 + Math.max(-1, Math.min(1, value))) / 2);
  return `color-mix(in srgb, var(--f${low + 1}) ${(100 * part).toFixed(1)}%, var(--f${low}))`;
}

// The six shades of the map are the middles of six equal parts of 0..1.
function between(share) {
  const at = Math.max(0, Math.min(5, share * 6 - 0.5));
  const low = Math.min(4, Math.floor(at));
  return [low, at - low];
}

function bytes(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Round numbers between `low` and `high`, about `count` of them. */
function ticks(low, high, count) {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((f) => f * power).find((s) => s >= rough * 0.999);
  const list = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i += 1) {
    list.push(Number((i * step).toPrecision(12)));
  }
  return list;
}

/** The plane of two inputs: the output of the network as shades, its boundary, and the examples. */
export class Plane {
  constructor({ label, chosen } = {}) {
    this.canvas = html("canvas", { class: "plane", role: "img", "aria-label": label ?? "" });
    this.shades = html("canvas");
    if (chosen) {
      this.canvas.classList.add("choosing");
      this.canvas.addEventListener("click", (event) => {
        const nearest = this.nearest(event.offsetX, event.offsetY);
        if (nearest != null) chosen(nearest);
      });
    }
  }

  nearest(left, top) {
    const { box, points } = this;
    if (!box || !points?.x) return null;
    const side = this.canvas.clientWidth;
    let best = null;
    let distance = Infinity;
    points.y.forEach((_, i) => {
      const x = ((points.x[0][i] - box[0]) / (box[1] - box[0])) * side;
      const y = ((box[3] - points.x[1][i]) / (box[3] - box[2])) * side;
      const d = Math.hypot(x - left, y - top);
      if (d < distance) [distance, best] = [d, i];
    });
    return best;
  }

  /** `lines` are hidden units: `{weights: [w, w], bias, kind}`. */
  draw({ box, points, boundary, lines = [], chosen = null, names = ["x1", "x2"], label }) {
    this.box = box;
    this.points = points;
    const side = this.canvas.clientWidth;
    if (!box || !side) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const pixels = Math.round(side * ratio);
    if (this.canvas.width !== pixels) this.canvas.width = this.canvas.height = pixels;
    const context = this.canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, side, side);
    const { named } = colours();
    const x = (value) => ((value - box[0]) / (box[1] - box[0])) * side;
    const y = (value) => ((box[3] - value) / (box[3] - box[2])) * side;
    if (boundary) this.drawBoundary(context, boundary, side, named("t"));
    for (const line of lines) drawLine(context, line, box, side, named(`s${ink(line.kind)}`));
    if (points?.x) {
      const radius = Math.max(1.8, Math.min(3.2, side / 110));
      context.lineWidth = 0.8;
      context.strokeStyle = named("p");
      points.y.forEach((label, i) => {
        drawPoint(context, x(points.x[0][i]), y(points.x[1][i]), radius, label, named);
      });
      if (chosen != null && chosen < points.y.length) {
        context.strokeStyle = named("t");
        context.lineWidth = 2;
        context.beginPath();
        context.arc(x(points.x[0][chosen]), y(points.x[1][chosen]), radius + 4, 0, 7);
        context.stroke();
      }
    }
    drawLineNames(context, lines, box, side, named);
    drawScale(context, box, side, names, named);
    if (label) mark(this.canvas, "aria-label", label);
  }

  drawBoundary(context, { side: count, bytes: base64 }, side, colour) {
    const values = bytes(base64);
    const { shades } = colours();
    if (this.shades.width !== count) this.shades.width = this.shades.height = count;
    const small = this.shades.getContext("2d");
    const image = small.createImageData(count, count);
    for (let i = 0; i < values.length; i += 1) {
      for (let c = 0; c < 4; c += 1) image.data[4 * i + c] = shades[4 * values[i] + c];
    }
    small.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = "high";
    context.drawImage(this.shades, 0, 0, side, side);
    context.strokeStyle = colour;
    context.lineWidth = 1.6;
    context.stroke(contour(smooth(values, count), count, side));
  }
}

// A byte is a coarse number: where outputs lie close together their boundary would be a staircase.
function smooth(values, count) {
  const isSteep = Math.max(...values) - Math.min(...values) > FINE;
  if (isSteep) return values;
  const means = (from, step, other) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < count; line += 1) {
      for (let i = 0; i < count; i += 1) {
        const [first, last] = [Math.max(0, i - REACH), Math.min(count - 1, i + REACH)];
        let sum = 0;
        for (let k = first; k <= last; k += 1) sum += from[line * other + k * step];
        to[line * other + i * step] = sum / (last - first + 1);
      }
    }
    return to;
  };
  return means(means(values, 1, count), count, 1);
}

/** Where the output is one half: marching squares over the middles of the cells. */
function contour(values, count, side) {
  const path = new Path2D();
  const half = 127.5;
  const place = (i) => ((i + 0.5) / count) * side;
  for (let row = 0; row + 1 < count; row += 1) {
    for (let column = 0; column + 1 < count; column += 1) {
      const i = row * count + column;
      const corners = [values[i], values[i + 1], values[i + count + 1], values[i + count]];
      const above = corners.map((value) => value > half);
      if (above[0] === above[1] && above[1] === above[2] && above[2] === above[3]) continue;
      const crossings = [];
      for (let edge = 0; edge < 4; edge += 1) {
        const next = (edge + 1) % 4;
        if (above[edge] === above[next]) continue;
        const part = (half - corners[edge]) / (corners[next] - corners[edge]);
        crossings.push([
          place(column + [part, 1, 1 - part, 0][edge]),
          place(row + [0, part, 1, 1 - part][edge]),
        ]);
      }
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        path.moveTo(...crossings[k]);
        path.lineTo(...crossings[k + 1]);
      }
    }
  }
  return path;
}

// Labels differ in colour and in shape: a disc is 0, a diamond is 1.
function drawPoint(context, x, y, radius, label, named) {
  context.fillStyle = named(label > 0.5 ? "so" : "sb");
  context.beginPath();
  if (label > 0.5) {
    const r = radius * 1.3;
    context.moveTo(x, y - r);
    context.lineTo(x + r, y);
    context.lineTo(x, y + r);
    context.lineTo(x - r, y);
    context.closePath();
  } else {
    context.arc(x, y, radius, 0, 7);
  }
  context.fill();
  context.stroke();
}

/** The ends of the line `w . x + b = 0` in the box, in pixels; none if it lies outside. */
function ends({ weights: [u, v], bias }, box, side) {
  const found = [];
  const [left, right, low, high] = box;
  const add = (a, b) => {
    if (a < left - 1e-9 || a > right + 1e-9 || b < low - 1e-9 || b > high + 1e-9) return;
    found.push([((a - left) / (right - left)) * side, ((high - b) / (high - low)) * side]);
  };
  if (v !== 0) for (const a of [left, right]) add(a, -(u * a + bias) / v);
  if (u !== 0) for (const b of [low, high]) add(-(v * b + bias) / u, b);
  return found.length < 2 ? null : [found[0], found[found.length - 1]];
}

function drawLine(context, line, box, side, colour) {
  const found = ends(line, box, side);
  if (!found) return;
  context.save();
  context.setLineDash([6, 4]);
  context.lineWidth = 1.8;
  context.strokeStyle = colour;
  context.beginPath();
  context.moveTo(...found[0]);
  context.lineTo(...found[1]);
  context.stroke();
  context.restore();
}

// The letter of the kind, in a small box near the end of its line.
function drawLineNames(context, lines, box, side, named) {
  if (lines.length > 8) return;
  context.font = "600 11px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const line of lines) {
    const found = ends(line, box, side);
    if (!found) continue;
    const [[x0, y0], [x1, y1]] = found;
    const share = 0.06 + 0.07 * (line.kind % 3);
    const x = Math.max(9, Math.min(side - 9, x0 + share * (x1 - x0)));
    const y = Math.max(9, Math.min(side - 9, y0 + share * (y1 - y0)));
    context.fillStyle = named(`s${ink(line.kind)}`);
    context.beginPath();
    context.arc(x, y, 8, 0, 7);
    context.fill();
    context.fillStyle = named("p");
    context.fillText(kind(line.kind), x, y + 0.5);
  }
}

function drawScale(context, box, side, names, named) {
  context.font = "10.5px system-ui, sans-serif";
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.strokeStyle = named("p");
  context.fillStyle = named("q");
  const put = (text, x, y) => {
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  };
  context.globalAlpha = 0.95;
  context.textBaseline = "bottom";
  context.textAlign = "center";
  for (const value of ticks(box[0], box[1], 4)) {
    const x = ((value - box[0]) / (box[1] - box[0])) * side;
    if (x > 22 && x < side - 62) put(number(value, 2), x, side - 3);
  }
  context.textAlign = "right";
  put(`${names[0]} →`, side - 4, side - 3);
  context.textAlign = "left";
  context.textBaseline = "middle";
  for (const value of ticks(box[2], box[3], 4)) {
    const y = ((box[3] - value) / (box[3] - box[2])) * side;
    if (y > 24 && y < side - 22) put(number(value, 2), 4, y);
  }
  context.textBaseline = "top";
  put(`↑ ${names[1]}`, 4, 4);
  context.globalAlpha = 1;
}

/** Curves over a common axis, as SVG with a legend in words. */
export class Chart {
  constructor({ label, height = 200, x, y, legend = true }) {
    this.options = { label, height, x, y };
    this.picture = svg("svg", { class: "chart", role: "img", "aria-label": label });
    this.legend = html("div", { class: "legend", "aria-hidden": "true" });
    this.element = html("div", { class: "charted" }, legend ? this.legend : null, this.picture);
  }

  /** `series`: `{name, ink, dash, points: [[x, y]], dots}`; `marks`: `{x, name, ink}`. */
  draw(series, { marks = [], x = {}, y = {}, label } = {}) {
    const width = this.picture.clientWidth || this.element.clientWidth;
    if (!width) return;
    const frame = this.frame(
      series,
      width,
      { ...this.options.x, ...x },
      { ...this.options.y, ...y },
    );
    this.place = frame;
    const children = [...frame.axes()];
    for (const { points, ink, dash, dots, scatter = [] } of series) {
      if (scatter.length) {
        const spots = scatter
          .map(([px, py]) => `M${frame.x(px).toFixed(1)} ${frame.y(py).toFixed(1)}h0`)
          .join("");
        children.push(svg("path", { d: spots, class: `spots s${ink}` }));
      }
      children.push(
        svg("path", { d: frame.path(points), class: `line s${ink}${dash ? " dashed" : ""}` }),
      );
      if (dots) {
        for (const [px, py] of points.filter(([, py]) => Number.isFinite(frame.y(py)))) {
          children.push(
            svg("circle", { cx: frame.x(px), cy: frame.y(py), r: 3, class: `dot s${ink}` }),
          );
        }
      }
    }
    for (const { x: at, name, ink } of marks) {
      const px = frame.x(at);
      const end = px > width * 0.7;
      children.push(
        svg("line", { x1: px, x2: px, y1: frame.top, y2: frame.bottom, class: `mark s${ink}` }),
        svg(
          "text",
          {
            x: px + (end ? -5 : 5),
            y: frame.top + 11,
            class: `n${ink}`,
            "text-anchor": end ? "end" : "start",
          },
          name,
        ),
      );
    }
    mark(this.picture, "viewBox", `0 0 ${width} ${this.options.height}`);
    mark(this.picture, "height", this.options.height);
    this.picture.replaceChildren(...children);
    this.explain(series);
    if (label) mark(this.picture, "aria-label", label);
    return frame;
  }

  explain(series) {
    const named = series.filter(({ name }) => name);
    const key = named.map(({ name, ink }) => name + ink).join("|");
    if (this.key === key) return;
    this.key = key;
    this.legend.replaceChildren(
      ...named.map(({ name, ink, dash }) =>
        html(
          "span",
          { class: `n${ink}` },
          svg(
            "svg",
            { width: 22, height: 8, "aria-hidden": "true" },
            svg("line", {
              x1: 1,
              x2: 21,
              y1: 4,
              y2: 4,
              class: `line s${ink}${dash ? " dashed" : ""}`,
            }),
          ),
          name,
        ),
      ),
    );
  }

  frame(series, width, xAxis, yAxis) {
    const all = series.flatMap(({ points }) => points);
    const numbers = (i) => all.map((point) => point[i]).filter(Number.isFinite);
    const [x, xTicks] = axis(numbers(0), xAxis, Math.max(2, Math.min(8, Math.floor(width / 56))));
    const [y, yTicks] = axis(numbers(1), yAxis, Math.max(2, Math.floor(this.options.height / 48)));
    const names = yTicks.map(([, name]) => name);
    const left = 14 + 6.6 * Math.max(2, ...names.map((name) => name.length));
    const [top, right, bottom] = [yAxis.name ? 22 : 8, width - 10, this.options.height - 36];
    const place = {
      left,
      right,
      top,
      bottom,
      x: (value) => left + x(value) * (right - left),
      y: (value) => bottom - y(value) * (bottom - top),
      value: (px) => x.value((px - left) / (right - left)),
      path(points) {
        const step = Math.max(1, Math.ceil(points.length / 900));
        let d = "";
        let pen = "M";
        points.forEach(([px, py], i) => {
          if (i % step && i + 1 < points.length) return;
          const at = place.y(py);
          if (!Number.isFinite(at)) {
            pen = "M";
            return;
          }
          // A pen that leaves the sheet by far would only cost time.
          d += `${pen}${place.x(px).toFixed(1)} ${Math.max(-2000, Math.min(4000, at)).toFixed(1)}`;
          pen = "L";
        });
        return d;
      },
      axes: () => [
        ...yTicks.flatMap(([at, name]) => {
          const py = bottom - at * (bottom - top);
          return [
            svg("line", { x1: left, x2: right, y1: py, y2: py, class: "rule" }),
            svg("text", { x: left - 6, y: py + 4, "text-anchor": "end" }, name),
          ];
        }),
        svg("line", { x1: left, x2: right, y1: bottom, y2: bottom, class: "base" }),
        ...xTicks.map(([at, name]) =>
          svg(
            "text",
            { x: left + at * (right - left), y: bottom + 15, "text-anchor": "middle" },
            name,
          ),
        ),
        svg(
          "text",
          { x: (left + right) / 2, y: bottom + 31, "text-anchor": "middle", class: "title" },
          xAxis.name ?? "",
        ),
        svg("text", { x: 2, y: 11, class: "title" }, yAxis.name ?? ""),
      ],
    };
    return place;
  }
}

/** A map from values to 0..1, and ticks as `[place, name]`. */
function axis(values, { min, max, log, auto }, count) {
  let low = min ?? (values.length ? Math.min(...values) : 0);
  let high = max ?? (values.length ? Math.max(...values) : 1);
  const positive = values.filter((value) => value > 0);
  const smallest = positive.length ? Math.min(...positive) : 1;
  // Where numbers lie far apart, equal steps would hide all but the largest.
  const isLog = log || (auto && high > 50 * smallest && high > 10);
  if (isLog) {
    low = Math.floor(Math.log10(min > 0 ? min : smallest) + 1e-9);
    high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(high, 1e-300)) - 1e-9));
    const to = (value) => (Math.log10(value) - low) / (high - low);
    to.value = (share) => 10 ** (low + share * (high - low));
    const every = Math.ceil((high - low) / count);
    const list = [];
    for (let i = low; i <= high; i += every) list.push([(i - low) / (high - low), power(i)]);
    return [to, list];
  }
  if (!(high > low)) [low, high] = [low - 0.5, low + 0.5];
  const marks = ticks(low, high, count);
  if (max == null) high = Math.max(high, marks.at(-1) ?? high);
  const to = (value) => (value - low) / (high - low);
  to.value = (share) => low + share * (high - low);
  const name = (value) =>
    Math.abs(value) >= 1e5 ? number(value, 1) : String(value).replace("-", MINUS);
  return [to, marks.map((value) => [to(value), name(value)])];
}

function power(exponent) {
  if (exponent >= -2 && exponent <= 4) return String(Number(`1e${exponent}`));
  return `1e${exponent}`.replace("-", MINUS);
}

/**
 * The hidden units as rows of numbers: what comes in, the bias, what goes out, and the kind. Cells
 * are shaded by their value. Many or wide units are shades only.
 */
export class Units {
  constructor({ t, names }) {
    this.t = t;
    this.names = names;
    this.table = html("table", { class: "units" });
    this.note = html("p", { class: "quiet" });
    this.element = html("div", { class: "scroll", tabindex: "-1" }, this.table, this.note);
    this.shape = "";
  }

  draw({ parameters, classes, norms }) {
    const { w1, b1, w2 } = parameters;
    const columns = w1 && w1[0].length <= 6 ? w1[0].length : 0;
    const names = columns ? this.names() : [];
    const lengths = norms ?? w1?.map((row) => Math.hypot(...row));
    const shape = `${b1.length} ${columns} ${Boolean(lengths)} ${names}`;
    if (this.shape !== shape) this.build(b1.length, columns, names, Boolean(lengths));
    this.shape = shape;
    const rows = b1.map((bias, j) => [
      ...(columns ? w1[j] : lengths ? [lengths[j]] : []),
      bias,
      w2[0][j],
    ]);
    const largest = Math.max(1e-300, ...rows.flat().map(Math.abs).filter(Number.isFinite));
    rows.forEach((row, j) => {
      const [letter, ...cells] = this.cells[j];
      write(letter, kind(classes[j]));
      mark(letter, "class", `kind g${ink(classes[j])}`);
      row.forEach((value, i) => {
        write(cells[i], number(value));
        cells[i].style.backgroundColor = shade(0.9 * (value / largest));
      });
    });
    const kinds = new Set(classes).size;
    write(this.note, this.t.kinds(b1.length, kinds));
  }

  build(count, columns, names, far) {
    const heads = columns ? names.map((name, i) => `w1[·,${i}]`) : far ? ["‖w1‖"] : [];
    const head = html(
      "tr",
      {},
      html("th", { scope: "col" }, this.t.unit),
      html("th", { scope: "col" }, this.t.kind),
      [...heads, "b1", "w2"].map((name) => html("th", { scope: "col" }, html("code", {}, name))),
    );
    this.cells = [];
    const body = Array.from({ length: count }, (_, j) => {
      const letter = html("span", {});
      const cells = Array.from({ length: heads.length + 2 }, () => html("td", {}));
      this.cells.push([letter, ...cells]);
      return html("tr", {}, html("th", { scope: "row" }, String(j)), html("td", {}, letter), cells);
    });
    this.table.replaceChildren(
      html("caption", { class: "unseen" }, this.t.hiddenUnits),
      html("thead", {}, head),
      html("tbody", {}, body),
    );
  }
}

/** The lines at which hidden units change sign, one for each kind; only in the plane. */
export function unitLines({ parameters, classes }) {
  const { w1, b1 } = parameters;
  if (!w1 || w1[0].length !== 2 || w1.length > 16) return [];
  const seen = new Set();
  return w1.flatMap((weights, j) => {
    if (seen.has(classes[j])) return [];
    seen.add(classes[j]);
    return [{ weights, bias: b1[j], kind: classes[j] }];
  });
}

const sign = (...children) =>
  svg("svg", { width: 20, height: 12, "aria-hidden": "true" }, ...children);

// The signs in a plane: the name of a text, and how it looks.
const SIGNS = [
  ["label0", () => sign(svg("circle", { cx: 10, cy: 6, r: 4, class: "filled sb" }))],
  ["label1", () => sign(svg("path", { d: "M10 1l5 5-5 5-5-5z", class: "filled so" }))],
  ["boundaryLine", () => sign(svg("line", { x1: 1, x2: 19, y1: 6, y2: 6, class: "line st" }))],
  ["unitLine", () => sign(svg("line", { x1: 1, x2: 19, y1: 6, y2: 6, class: "line sg dashed" }))],
];

/** What the signs in a plane mean. */
export function planeLegend(t) {
  return html(
    "p",
    { class: "legend signs" },
    SIGNS.map(([name, sign]) => html("span", {}, sign(), t[name])),
    html("span", { class: "shades" }, t.output0, html("i", { "aria-hidden": "true" }), "1"),
  );
}
