// @ts-check
// The question about people: who counts for the one partner, in the source's words, and the counting aid's running total.

import { must, number, say } from "./dom.js";
import { COUNT, range } from "./flow.js";
import { typed } from "./question.js";

/** @typedef {import("./flow.js").Stop} Stop */

/** @param {HTMLFormElement} form @param {Stop | null} stop */
export function note(form, stop) {
  const place = form.querySelector("[data-note]");
  if (!(place instanceof HTMLElement)) return;
  place.hidden = !stop?.note;
  must("[data-note-text]", place).textContent = stop?.note ?? "";
}

/**
 * What is typed so far in words: a number, or a range with the kinds that are unclear; empty while nothing is typed.
 * @param {HTMLFormElement} form @param {Stop | null} stop @param {Record<string, string>} groups the names of the kinds
 * @returns {string}
 */
export function total(form, stop, groups) {
  const answers = typed(form);
  if (Object.keys(answers).length === 0) return "";
  const { low, high, all, known } = range(stop ?? { key: "people" }, answers);
  if (!known) return say("count.any", { n: number(all) });
  if (low === high) return low === 1 ? say("count.one") : say("count.sum", { n: number(low) });
  const kinds = (stop?.unclear ?? []).filter((group) => answers[COUNT + group]).map((group) => groups[COUNT + group]);
  return say("count.range", { low: number(low), high: number(high), unclear: kinds.join("; ") });
}
