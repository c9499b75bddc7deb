// @ts-check
// The answers in the address's fragment, and back, and the history's entries. Nothing else is stored anywhere.

import { COUNT } from "./flow.js";
import { value, whole } from "./values.js";

/** @typedef {import("./values.js").Answers} Answers */
/**
 * What a question accepts, read from its form.
 * @typedef {{key: string, kind: string, values: Set<string>, least?: number, most?: number, skip: boolean}} Spec
 * @typedef {{answers: Answers, wrong: string[], version: string | null, done: string[]}} Given
 */

const DONE = "done"; // the steps that are ticked off; no answer
const VERSION = /^20\d\d-(0[1-9]|1[0-2])$/; // of the rules: a month, and never words of somebody else's
const MOST_STEPS = 40;
const MOST_IN_A_GROUP = "people"; // the counting aid's groups have the range of the number that they replace

/** @param {HTMLFormElement} form @returns {Spec} */
export function spec(form) {
  const { form: key = "", kind = "", least, most } = form.dataset;
  const controls = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`[name="${key}"]`));
  const values = [...controls].filter((control) => control.type !== "text").map((control) => control.value);
  const number = (/** @type {string | undefined} */ text) => (text === undefined ? undefined : Number(text));
  return { key, kind, values: new Set(values), least: number(least), most: number(most), skip: kind === "date" };
}

/**
 * The value of one entry of the fragment; undefined where it is not allowed.
 * @param {Map<string, Spec>} specs @param {string} key @param {string} text
 */
function accepted(specs, key, text) {
  const found = specs.get(key);
  if (!found) {
    const number = whole(text);
    return number !== undefined && number <= (specs.get(MOST_IN_A_GROUP)?.most ?? Infinity) ? number : undefined;
  }
  if (found.values.has(text)) return text;
  return found.kind === "choice" ? undefined : value(found.kind, text, found);
}

/**
 * @param {string} fragment @param {Map<string, Spec>} specs @param {Set<string>} groups the counting aid's keys
 * @returns {Given} unknown keys are passed over; `wrong` holds keys whose value cannot be used
 */
export function read(fragment, specs, groups) {
  /** @type {Given} */
  const given = { answers: {}, wrong: [], version: null, done: [] };
  const seen = new Set();
  for (const [key, text] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    if (key === "v" && VERSION.test(text)) given.version = text;
    if (key === DONE)
      given.done = text
        .split(".")
        .filter((step) => /^[a-z0-9-]+$/.test(step))
        .slice(0, MOST_STEPS);
    if (!specs.has(key) && !groups.has(key)) continue;
    const answer = accepted(specs, key, text);
    if (answer === undefined || (seen.has(key) && given.answers[key] !== answer)) {
      delete given.answers[key];
      given.wrong.push(key.startsWith(COUNT) ? MOST_IN_A_GROUP : key);
    } else if (!seen.has(key)) given.answers[key] = answer;
    seen.add(key);
  }
  return bothWays(given);
}

/** @param {Given} given @returns {Given} a number of people and the counting aid together are no answer */
function bothWays(given) {
  const groups = Object.keys(given.answers).filter((key) => key.startsWith(COUNT));
  const nobody = groups.length > 0 && groups.every((key) => given.answers[key] === 0);
  if (groups.length === 0 || (given.answers[MOST_IN_A_GROUP] === undefined && !nobody)) return given;
  for (const key of [...groups, MOST_IN_A_GROUP]) delete given.answers[key];
  given.wrong.push(MOST_IN_A_GROUP);
  return given;
}

/**
 * @param {Answers} answers @param {string} version @param {string[]} order @param {Iterable<string>} done
 * @returns {string} with its "#", or empty where there is no answer
 */
export function fragment(answers, version, order, done) {
  const keys = order.filter((key) => answers[key] !== undefined);
  if (keys.length === 0) return "";
  const ticked = [...done].join(".");
  const pairs = keys.map((key) => [key, String(answers[key])]);
  return `#${new URLSearchParams([["v", version], ...pairs, ...(ticked ? [[DONE, ticked]] : [])])}`;
}

/**
 * In the address and the history. A browser that takes no more entries, as after a hundred in a few seconds, costs the
 * history alone. @param {unknown} place @param {string} fragment @param {boolean} push as one more entry
 */
export function keep(place, fragment, push) {
  try {
    history[push ? "pushState" : "replaceState"](place, "", location.pathname + location.search + fragment);
  } catch (error) {
    console.warn(error);
  }
}
