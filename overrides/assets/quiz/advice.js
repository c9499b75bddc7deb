// @ts-check
// Which certifying partner to choose: those that take the industry by name first, doubtful ones folded. The facts say who is which.

import { all, el, must, say } from "./dom.js";

/** @typedef {import("../../../types/page").Standing} Standing */
/** @typedef {"usual" | "possible" | "doubtful"} Rank */

/** The best first. @type {Rank[]} */
export const RANKS = ["usual", "possible", "doubtful"];

/** @param {Standing | undefined} partner @param {string} industry @returns {Rank} */
export function rank(partner, industry) {
  if (partner?.doubtful) return "doubtful";
  return partner?.takes.includes(industry) ? "usual" : "possible";
}

/**
 * Put the choices of the question in order. Where all are alike, none is set apart.
 * @param {HTMLFormElement} form @param {Record<string, Standing>} here the partners of the place @param {string} industry
 */
export function advise(form, here, industry) {
  const place = must(".quiz-options", form);
  // "I'm not sure" stands in no place and stays at the end.
  const options = all('.quiz-option:not([data-places=""])', form);
  place.prepend(...options.sort((one, other) => Number(one.dataset.order) - Number(other.dataset.order)));
  for (const old of all("[data-rank]", form)) old.remove();
  const offered = options.filter((option) => !option.hidden);
  const of = (/** @type {HTMLElement} */ option) =>
    rank(here[must("input", option).getAttribute("value") ?? ""], industry);
  const groups = RANKS.map((name) => ({ name, members: offered.filter((option) => of(option) === name) }));
  const filled = groups.filter(({ members }) => members.length > 0);
  if (filled.length < 2) return;
  place.prepend(...filled.map(({ name, members }) => group(name, members)));
}

/** @param {Rank} name @param {HTMLElement[]} members @returns {HTMLElement} */
function group(name, members) {
  const id = `rank-${name}`;
  if (name === "doubtful") {
    const open = members.some((member) => member.querySelector("input:checked") !== null);
    const summary = el("summary", {}, say("advice.doubtful", { n: members.length }));
    return el("details", { "data-rank": name, open }, summary, el("p", {}, say("advice.doubtful-why")), ...members);
  }
  const title = el(
    "p",
    { class: "quiz-rank", id },
    el("strong", {}, say(`advice.${name}`)),
    ` ${say(`advice.${name}-why`)}`,
  );
  return el("div", { role: "group", "aria-labelledby": id, "data-rank": name }, title, ...members);
}
