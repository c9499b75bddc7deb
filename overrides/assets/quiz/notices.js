// @ts-check
// What is said above a question or a result: of the link that was opened, and of answers that were removed.

import { say } from "./dom.js";

/**
 * @param {string[]} wrong keys of answers that could not be used @param {string[]} passed those among them that are days gone by
 * @param {string | null} version of the link @param {string} now of the rules @returns {string} the sentence, or nothing
 */
export function ofLink(wrong, passed, version, now) {
  if (wrong.length > 0) return say(wrong.length === passed.length ? "date-passed" : "wrong-link");
  return version && version < now ? say("older-link", { then: version, now }) : "";
}

/** @param {string[]} names of the answers' questions, in short @returns {string} the sentence, or nothing */
export function ofRemoved(names) {
  if (names.length === 0) return "";
  return say(names.length === 1 ? "dropped-one" : "dropped", { n: names.length, list: names.join(", ") });
}
