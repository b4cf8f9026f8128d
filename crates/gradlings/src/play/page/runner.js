// Networks that learn side by side. The next steps are asked for only after the last answer, so a
// slow network slows the picture down and never the page.

import { ask } from "./ask.js";
import { painted } from "./dom.js";

const KEPT = 4000;

// Who wants less motion sees three pictures a second, each further on.
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const still = () => new Promise((resolve) => setTimeout(resolve, 330));

/** The costs of a run, thinned out by halves when they grow many. */
export class Costs {
  constructor() {
    this.clear();
  }

  clear() {
    this.values = [];
    this.stride = 1;
    this.count = 0;
  }

  add(costs) {
    for (const cost of costs) {
      if (this.count % this.stride === 0) this.values.push(cost);
      this.count += 1;
      if (this.values.length > KEPT) {
        this.values = this.values.filter((_, i) => i % 2 === 0);
        this.stride *= 2;
      }
    }
  }

  /** Points of the curve; the cost of the last step is among them. */
  points(frame) {
    const points = this.values.map((cost, i) => [i * this.stride, cost]);
    if (frame && (this.count - 1) % this.stride) points.push([frame.step, frame.cost]);
    return points;
  }
}

/**
 * One or more lanes, each a session of the server. A lane is `{title, question()}`; `question`
 * gives what `open` is to ask. `shown()` is called whenever there is something new to draw, and
 * `extra()` says what else a step is to return.
 */
export class Runner {
  constructor(lanes, { shown, extra = () => ({}), lost }) {
    this.lanes = lanes.map((lane) => ({ ...lane, costs: new Costs(), session: null, frame: null }));
    this.shown = shown;
    this.extra = extra;
    this.lost = lost;
    this.steps = 5;
    this.running = false;
    this.opened = 0;
    this.turn = Promise.resolve();
    this.rate = 0;
  }

  // One thing at a time: whatever is asked waits until what was asked before is answered.
  inTurn(work) {
    this.turn = this.turn.then(work).catch((error) => {
      this.running = false;
      this.lost(error);
    });
    return this.turn;
  }

  /** Opens every lane anew, at step 0. */
  open() {
    this.running = false;
    const opened = ++this.opened;
    return this.inTurn(async () => {
      if (opened !== this.opened) return;
      this.closeSessions();
      const extra = this.extra();
      const asked = this.lanes.map((lane) => ask({ ask: "open", ...extra, ...lane.question() }));
      const answers = await Promise.all(asked);
      this.lanes.forEach((lane, i) => {
        const answer = answers[i];
        lane.costs.clear();
        lane.session = answer.session ?? null;
        lane.frame = answer.frame ?? null;
        lane.points = answer.points ?? null;
        lane.box = answer.box ?? null;
        lane.trouble = answer.trouble ?? answer.frame?.trouble ?? null;
        lane.costs.add(answer.frame?.costs ?? []);
      });
      if (opened === this.opened) this.shown();
    });
  }

  /** Asks every lane for steps; the answers, with their lanes, are for `take`. */
  ask(steps) {
    const extra = this.extra();
    const lanes = this.lanes.filter((lane) => lane.session);
    const asked = lanes.map((lane) => ask({ ask: "step", session: lane.session, steps, ...extra }));
    const answers = Promise.all(asked).then((all) => all.map((answer, i) => [lanes[i], answer]));
    // Whoever awaits it hears of a failure; until then nobody need.
    answers.catch(() => {});
    return answers;
  }

  take(answers) {
    if (answers.length === 0) this.running = false;
    for (const [lane, answer] of answers) {
      const known = lane.trouble?.text;
      lane.trouble = answer.trouble ?? answer.frame?.trouble ?? null;
      // What went wrong stops the run once; after that one may go on and see what becomes of it.
      if (lane.trouble && lane.trouble.text !== known) this.running = false;
      if (lane.trouble?.kind === "refused") lane.session = null;
      if (!answer.frame) continue;
      lane.frame = answer.frame;
      lane.costs.add(answer.frame.costs);
    }
  }

  /** Some steps and no more; 0 only brings the picture up to date. */
  step(steps) {
    return this.inTurn(async () => {
      this.take(await this.ask(steps));
      this.shown();
    });
  }

  /** Runs until `pause`, or until something goes wrong. */
  run() {
    if (this.running) return;
    if (this.lanes.some((lane) => !lane.session)) this.open();
    this.running = true;
    this.inTurn(async () => {
      let asked = this.running ? this.ask(this.steps) : null;
      this.shown();
      let since = performance.now();
      this.rate = 0;
      while (asked) {
        this.take(await asked);
        // The program computes the next picture while this one is drawn.
        asked = this.running ? this.ask(this.steps) : null;
        this.shown();
        await painted();
        if (calm.matches) await still();
        const now = performance.now();
        this.rate = this.rate ? 0.9 * this.rate + 100 / (now - since) : 1000 / (now - since);
        since = now;
      }
    });
  }

  pause() {
    this.running = false;
    return this.turn;
  }

  /** Back to the same start. */
  rewind() {
    this.running = false;
    return this.inTurn(async () => {
      const lanes = this.lanes.filter((lane) => lane.session);
      const extra = this.extra();
      const back = (lane) => ask({ ask: "rewind", session: lane.session, ...extra });
      const answers = await Promise.all(lanes.map(back));
      answers.forEach((answer, i) => {
        lanes[i].costs.clear();
        lanes[i].frame = answer.frame ?? lanes[i].frame;
        lanes[i].trouble = answer.trouble ?? answer.frame?.trouble ?? null;
        lanes[i].costs.add(answer.frame?.costs ?? []);
      });
      this.shown();
    });
  }

  /** A question about one lane, in turn. */
  about(lane, question) {
    let answer;
    return this.inTurn(async () => {
      if (lane.session) answer = await ask({ session: lane.session, ...question });
    }).then(() => answer);
  }

  closeSessions() {
    for (const lane of this.lanes) {
      if (!lane.session) continue;
      ask({ ask: "close", session: lane.session }, { keepalive: true }).catch(() => {});
      lane.session = null;
    }
  }

  /** Ends it: nothing is drawn any more. */
  stop() {
    this.running = false;
    this.opened += 1;
    this.shown = () => {};
    this.lost = () => {};
    return this.inTurn(() => this.closeSessions());
  }
}
