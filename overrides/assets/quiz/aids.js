// @ts-check
// Aids beside two questions: the industry by the name of the trade, and the client by its own name. Neither answers for
// the visitor beyond choosing what stands in the form, and without their file the questions are whole.

import { all, el, listed, must, number, say } from "./dom.js";
import { beside, named } from "./early.js";

/** @typedef {import("../../../types/page").Trade} Trade */
/** @typedef {import("../../../types/page").Buyer} Buyer */
/** @typedef {import("../../../types/page").Aids} Aids */

const LEAST = 2; // letters before the list is narrowed
const TOLD = 3; // trades that are named
const ALWAYS = ["other", "unsure"];
/** @type {Promise<Aids> | undefined} */
let asked;

/** The file, asked for once; where it cannot be had there are no aids. @returns {Promise<Aids>} */
function aids() {
  asked ??= beside("aids.json")
    .then(shaped)
    .catch(() => {
      asked = undefined;
      return { trades: [], buyers: {} };
    });
  return asked;
}

/** @param {Record<string, unknown>} found @returns {Aids} throws where it is something else */
function shaped({ trades, buyers }) {
  const right = Array.isArray(trades) && trades.every((one) => named(one) && Array.isArray(one.words));
  if (!right || !named(buyers) || !Object.values(buyers).every(Array.isArray)) throw new TypeError("no aids");
  return /** @type {Aids} */ ({ trades, buyers });
}

/** @param {string} text @returns {string} */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/**
 * The trades that a word may mean, told of one or of many: roofers are found as the roofer is.
 * @param {Trade[]} trades @param {string} text @param {string} code of the place
 * @returns {{word: string, industry: string}[]}
 */
export function meant(trades, text, code) {
  const typed = plain(text);
  if (typed.length < LEAST) return [];
  const found = called(trades, typed);
  return (found.length > 0 ? found : called(trades, typed.replace(/s$/, ""))).map((trade) => ({
    word: trade.words[0],
    industry: trade.at?.[code] ?? trade.industry,
  }));
}

/** @param {Trade[]} trades @param {string} typed @returns {Trade[]} those of exactly that name, else those of which a word begins with it */
function called(trades, typed) {
  const named = trades.filter((trade) => trade.words.some((word) => plain(word) === typed));
  if (named.length > 0) return named;
  const begun = trades.filter((trade) => trade.words.some((word) => ` ${plain(word)}`.includes(` ${typed}`)));
  const first = (/** @type {Trade} */ trade) => Number(!plain(trade.words[0]).startsWith(typed));
  return begun.sort((one, other) => first(one) - first(other));
}

/**
 * Narrow the industries by the name of a trade; one that is left alone is chosen.
 * @param {HTMLFormElement} form @param {string} code
 */
export async function byTrade(form, code) {
  const aid = must("[data-aid]", form);
  const field = /** @type {HTMLInputElement} */ (must("input", aid));
  field.value = "";
  narrow(form, "", []);
  const { trades } = await aids();
  aid.hidden = trades.length === 0;
  field.oninput = () => narrow(form, field.value, meant(trades, field.value, code));
}

/** @param {HTMLFormElement} form @param {string} typed @param {{word: string, industry: string}[]} found */
function narrow(form, typed, found) {
  const industries = new Set(found.map((one) => one.industry));
  for (const option of all(".quiz-option", form)) {
    const input = /** @type {HTMLInputElement} */ (must("input", option));
    option.hidden = industries.size > 0 && !industries.has(input.value) && !ALWAYS.includes(input.value);
    if (option.hidden) input.checked = false;
    else if (industries.size === 1 && industries.has(input.value)) input.checked = true;
  }
  must("[data-told]", form).textContent = plain(typed).length < LEAST ? "" : told(form, found);
}

/** @param {HTMLFormElement} form @param {{word: string, industry: string}[]} found @returns {string} the first of them, each with its industry */
function told(form, found) {
  if (found.length === 0) return say("trade.none");
  const labels = found.slice(0, TOLD).map(({ word, industry }) => {
    const label = form.querySelector(`label[for$="-${industry}"]`)?.textContent?.trim() ?? "";
    return say("trade.one", { word: word.charAt(0).toUpperCase() + word.slice(1), industry: label });
  });
  return labels.join(" ");
}

/**
 * Offer the buyers of the place: choosing one chooses what it takes.
 * @param {HTMLFormElement} form @param {string} code
 */
export async function byName(form, code) {
  const aid = must("[data-aid]", form);
  aid.hidden = true;
  const buyers = (await aids()).buyers[code] ?? [];
  const told = el("p", { class: "quiz-aid__told", role: "status" });
  const chips = buyers.map((buyer) => {
    const chip = el("button", { type: "button", class: "quiz-chip" }, line(buyer));
    chip.addEventListener("click", () => choose(form, buyer, told));
    return chip;
  });
  must("[data-buyers]", aid).replaceChildren(...chips, told);
  aid.hidden = buyers.length === 0;
}

/**
 * At the end of a list: who asks for a certificate in the place.
 * @param {HTMLElement} list @param {string} code @param {string} page about all buyers
 */
export async function askedBy(list, code, page) {
  const buyers = (await aids()).buyers[code] ?? [];
  list.querySelector("[data-asked-by]")?.remove();
  if (buyers.length === 0) return;
  const names = listed(buyers.map((buyer) => buyer.name));
  const more = el("a", { href: page }, say("buyers.more"));
  list.append(el("li", { "data-asked-by": "" }, el("p", {}, say("buyers.asked", { names }), " ", more)));
}

/** @param {HTMLFormElement} form @param {Buyer} buyer @param {HTMLElement} told */
function choose(form, buyer, told) {
  const chosen = form.querySelector(`input[value="${buyer.answer ?? "unsure"}"]`);
  if (!(chosen instanceof HTMLInputElement)) return;
  chosen.checked = true;
  const label = form.querySelector(`label[for="${chosen.id}"]`)?.textContent?.trim() ?? "";
  told.textContent = say("buyers.chosen", { label });
}

/** @param {Buyer} buyer @returns {string} */
function line({ name, for: work, from, answer }) {
  const takes = say(`buyers.${answer ?? "other"}`);
  if (from === undefined) return say("buyers.line", { name, for: work, takes });
  return say("buyers.line-from", { name, for: work, from: say("buyers.from", { amount: number(from) }), takes });
}
