// Data of one's own: two numbers and a label. The program checks it and says what is wrong where.

import { ask } from "./ask.js";
import { html, prose } from "./dom.js";

// The program reads no more than 4 MiB at once.
const LONGEST = 4_000_000;

/** Asks for a file or for pasted lines, and shows it once the program has taken it. */
export function ownData(context) {
  const { t } = context;
  let name = "data.csv";
  const trouble = html("p", { class: "trouble", role: "alert", hidden: true });
  const text = html("textarea", {
    rows: 7,
    spellcheck: "false",
    "aria-label": t.ownPaste,
    placeholder: "x1,x2,label\n0.5,-1.2,0\n1.1,0.3,1",
  });
  const file = html("input", {
    type: "file",
    accept: ".csv,.txt,text/csv,text/plain",
    "aria-label": t.ownFile,
    onchange: async () => {
      const [chosen] = file.files;
      if (!chosen) return;
      if (chosen.size > LONGEST) {
        refuse(t.ownLarge);
        return;
      }
      name = chosen.name;
      text.value = await chosen.text();
    },
  });
  const refuse = (words) => {
    trouble.hidden = false;
    trouble.replaceChildren(html("span", {}, prose(words)));
  };
  const use = async () => {
    if (text.value.length > LONGEST) {
      refuse(t.ownLarge);
      return;
    }
    try {
      const answer = await ask({ ask: "data", name, text: text.value });
      if (answer.trouble) {
        const { where, text } = answer.trouble;
        refuse(where && !text.includes(where) ? `${where}: ${text}` : text);
        return;
      }
      const rest = context.course().data.filter((set) => set.name !== answer.data.name);
      context.course().data = [...rest, answer.data];
      dialog.close();
      context.set({ data: answer.data.name, column0: 0, column1: 1, example: 0 });
    } catch (error) {
      dialog.close();
      context.lost(error);
    }
  };
  const dialog = html(
    "dialog",
    { class: "own", "aria-label": t.ownTitle, onclose: () => dialog.remove() },
    html("h2", {}, t.ownTitle),
    html("p", {}, t.ownHelp),
    file,
    html("p", { class: "quiet" }, t.ownPaste),
    text,
    trouble,
    html(
      "div",
      { class: "row" },
      html("button", { type: "button", class: "run", onclick: use }, t.ownUse),
      html("button", { type: "button", onclick: () => dialog.close() }, t.close),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
