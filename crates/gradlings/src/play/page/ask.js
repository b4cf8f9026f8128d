// Questions to the program that serves this page. Every number on the page comes from there.

import { parse } from "./numbers.js";

/** The program does not answer any more. */
export class Gone extends Error {}

/** What is called when the program has no time for a question, and when it has it again. */
export const asking = { waits: () => {}, goesOn: () => {} };

const again = () => new Promise((resolve) => setTimeout(resolve, 300));

/** Asks; the answer may be `{trouble}` where the student's code is at fault. */
export async function ask(question, options = {}) {
  let answer = await askOnce(question, options);
  if (answer.trouble?.kind !== "waiting") return answer;
  // A function that comes to no end, say, of another question: each has its limit of time.
  asking.waits();
  while (answer.trouble?.kind === "waiting") {
    await again();
    answer = await askOnce(question, options);
  }
  asking.goesOn();
  return answer;
}

async function askOnce(question, options) {
  let response;
  let text;
  try {
    const body = JSON.stringify(question);
    const headers = { "Content-Type": "application/json" };
    response = await fetch("ask", { method: "POST", headers, body, ...options });
    text = await response.text();
  } catch {
    throw new Gone();
  }
  if (response.ok) return parse(text);
  return { trouble: { kind: "refused", where: "", text } };
}

/**
 * What a scene does that shows the answer to one `question`: it asks at its beginning, after a save, and `pause`
 * milliseconds after the last change, and draws anew when only the setting `mark` has changed. Of several answers only
 * that to the last question is taken.
 */
export function answered(context, { question, take, draw, mark, pause }) {
  let asked = 0;
  let timer = 0;
  async function request() {
    const turn = ++asked;
    const what = question();
    try {
      const answer = await ask(what);
      if (turn === asked) take(answer);
    } catch (error) {
      context.lost(error);
    }
  }
  return {
    begin: request,
    draw,
    stop: () => {
      asked += 1;
      clearTimeout(timer);
    },
    changed: (names) => {
      if (names.every((name) => name === mark)) return draw();
      clearTimeout(timer);
      timer = setTimeout(request, pause);
      return undefined;
    },
    renewed: request,
  };
}

/** Calls `heard(event, data)` for every event of the program; `heard("gone")` at its end. */
export function listen(heard) {
  const events = new EventSource("events");
  for (const name of ["course", "compiling"]) {
    events.addEventListener(name, (event) => heard(name, parse(event.data)));
  }
  events.addEventListener("error", () => {
    events.close();
    heard("gone");
    // A machine that slept has lost the line, too: whoever comes back to the page tries again.
    addEventListener("focus", () => listen(heard), { once: true });
  });
}
