// @ts-check
// What stands on the first screen before the engine is there, for every answer: one file for all places.

import { beside } from "./beside.js";

/** @typedef {import("../../../types/page").Glance} Glance */

/** @type {Promise<Record<string, Glance>> | undefined} */
let asked;

/** Asked for once, before it is needed; where it cannot be had, the engine alone says it. @returns {Promise<Record<string, Glance>>} */
export function glances() {
  asked ??= /** @type {Promise<Record<string, Glance>>} */ (beside("glance.json").catch(() => ({})));
  return asked;
}
