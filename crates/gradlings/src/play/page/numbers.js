// Numbers, as they are written and as they cross.

const ODD = { NaN: NaN, inf: Infinity, "-inf": -Infinity };

/** Reads JSON in which numbers that it does not know are words. */
export function parse(text) {
  return JSON.parse(text, (_, value) =>
    typeof value === "string" && Object.hasOwn(ODD, value) ? ODD[value] : value,
  );
}

export const MINUS = "\u2212";

/** A number as text, with about `digits` significant digits. */
export function number(value, digits = 3) {
  if (value == null) return "–";
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
  const size = Math.abs(value);
  let text;
  if (size === 0) text = "0";
  else if (size < 1e-3 || size >= 1e5) text = size.toExponential(digits - 1).replace("e+", "e");
  else {
    const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
    text = size.toFixed(decimals);
  }
  text = text.replace(/e-/, `e${MINUS}`);
  return value < 0 ? MINUS + text : text;
}
