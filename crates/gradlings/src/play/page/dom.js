// Elements, made by name. Text always goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

/** An HTML element; an attribute `onclick` is a listener, `true` an attribute without a value. */
export function html(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** An SVG element, made in the same way. */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** Text in which `backquoted` parts are set as code. */
export function prose(text) {
  return text.split("`").map((part, i) => (i % 2 ? html("code", {}, part) : part));
}

/** Writes `text` only where it differs: a browser then has nothing to lay out. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets an attribute only where it differs. */
export function mark(element, name, value) {
  if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/** The next moment at which the browser paints. */
export function painted() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
