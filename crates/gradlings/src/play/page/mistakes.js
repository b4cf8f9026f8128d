// A catalogued mistake in place of one function, and the words that go with it.

import { html, prose } from "./dom.js";
import { select } from "./settings.js";

const LONGEST = 70;

function short(words) {
  const text = words.replaceAll("`", "").split("\n")[0];
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 2)}…` : text;
}

/**
 * A list of the mistakes in `functions()`, those of the exercise that one came from first. Where
 * there need not be one, the first choice is none.
 */
export function mistakes(context, functions, { isOptional }) {
  const { t } = context;
  const place = html("div");
  const words = html("p", { class: "words" });
  const near = ({ exercise }) => (exercise === context.state.exercise ? 0 : 1);
  const fitting = () => {
    const names = functions();
    const order = (mistake) => 100 * near(mistake) + names.indexOf(mistake.function);
    const known = context.course().mistakes.filter((mistake) => names.includes(mistake.function));
    return known.sort((a, b) => order(a) - order(b));
  };
  let shown = "";
  context.shows(() => {
    const known = fitting();
    const { state } = context;
    if (!known.some(({ id }) => id === state.mistake)) {
      state.mistake = isOptional ? "" : (known[0]?.id ?? "");
    }
    const key = known.map(({ id }) => id).join();
    if (key !== shown) {
      shown = key;
      const option = (mistake) => [mistake.id, `${mistake.id} · ${short(mistake.words)}`];
      const of = (name) => known.filter((mistake) => mistake.function === name).map(option);
      const names = [...new Set(known.map((mistake) => mistake.function))];
      const groups = names.map((name) => [name, of(name)]);
      const none = isOptional ? [["", [["", t.none]]]] : [];
      place.replaceChildren(select(context, "mistake", t.mistake, [...none, ...groups]));
    }
    const found = known.find(({ id }) => id === state.mistake);
    words.hidden = !found;
    if (!found) return;
    const head = html("b", {}, `${found.id}, `, html("code", {}, found.function), ": ");
    words.replaceChildren(head, ...prose(found.words));
  });
  return html("div", { class: "chosen" }, place, words);
}
