// @ts-check
// What was answered and ticked off in each run through the quiz, while this page is open. Nothing is stored elsewhere.

import { COUNT } from "./flow.js";

/** @typedef {import("./values.js").Answers} Answers */

export class Memory {
  /** @type {Map<string, Answers>} */
  #answers = new Map();
  /** @type {Map<string, Set<string>>} the steps that are done */
  #done = new Map();
  /** @type {Set<string>} every step of a plan that was shown */
  #steps = new Set();
  run = "";

  /** @returns {Answers} */
  get answers() {
    return this.#answers.get(this.run) ?? {};
  }

  /** @param {Answers} changed */
  set answers(changed) {
    this.#answers.set(this.run, changed);
  }

  /** @returns {Set<string>} */
  get done() {
    return this.#done.get(this.run) ?? new Set();
  }

  /** @param {Iterable<string>} steps */
  set done(steps) {
    this.#done.set(this.run, new Set(steps));
  }

  /**
   * What a link ticks off counts for steps of ours alone.
   * @param {Iterable<string>} steps of the plan that is shown @returns {boolean} whether one was ticked off that is not ours
   */
  plans(steps) {
    this.#steps = new Set([...this.#steps, ...steps]);
    const ticked = this.done.size;
    this.done = [...this.done].filter((step) => this.#steps.has(step));
    return this.done.size < ticked;
  }

  /** @param {string} run @returns {boolean} */
  knows(run) {
    return this.#answers.has(run);
  }

  /** A number of people goes with the counting aid that stands for it. @param {string} key */
  forget(key) {
    const gone = (/** @type {string} */ one) => one === key || (key === "people" && one.startsWith(COUNT));
    this.answers = Object.fromEntries(Object.entries(this.answers).filter(([one]) => !gone(one)));
  }

  /** @param {string[]} keys @returns {string[]} the same */
  forgetAll(keys) {
    for (const key of keys) this.forget(key);
    return keys;
  }

  /** @param {string} step @param {boolean} done */
  tick(step, done) {
    const kept = [...this.done].filter((one) => one !== step);
    this.done = done ? [...kept, step] : kept;
  }
}
