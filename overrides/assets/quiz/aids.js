// @ts-check
// Aids beside two questions: the industry by the name of the trade, and the client by its own name. Neither answers for
// the visitor beyond choosing what stands in the form.

import { all, el, must, number, say } from "./dom.js";

/** @typedef {import("../../../types/page").Trade} Trade */
/** @typedef {import("../../../types/page").Buyer} Buyer */

const LEAST = 2; // letters before the list is narrowed
const ALWAYS = ["other", "unsure"];

/** @param {string} text @returns {string} */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/**
 * The trades that a word may mean, those that begin with it first.
 * @param {Trade[]} trades @param {string} text @param {string} code of the place
 * @returns {{word: string, industry: string}[]}
 */
export function meant(trades, text, code) {
  const typed = plain(text);
  if (typed.length < LEAST) return [];
  const found = trades.flatMap((trade) => {
    const word = trade.words.find((one) => ` ${plain(one)}`.includes(` ${typed}`));
    return word ? [{ word: trade.words[0], own: plain(word), industry: trade.at?.[code] ?? trade.industry }] : [];
  });
  return found.sort((one, other) => Number(other.own === typed) - Number(one.own === typed));
}

/** @param {HTMLElement} option @returns {HTMLInputElement} */
function choice(option) {
  return /** @type {HTMLInputElement} */ (must("input", option));
}

/**
 * Narrow the industries by the name of a trade; one that is left alone is chosen.
 * @param {HTMLFormElement} form @param {Trade[]} trades @param {string} code
 */
export function byTrade(form, trades, code) {
  const aid = must("[data-aid]", form);
  const field = /** @type {HTMLInputElement} */ (must("input", aid));
  const options = all(".quiz-option", form);
  const narrow = () => {
    const found = meant(trades, field.value, code);
    const industries = new Set(found.map((one) => one.industry));
    for (const option of options) {
      const { value } = choice(option);
      option.hidden = industries.size > 0 && !industries.has(value) && !ALWAYS.includes(value);
      if (option.hidden) choice(option).checked = false;
    }
    const [only] = industries.size === 1 ? options.filter((option) => industries.has(choice(option).value)) : [];
    if (only) choice(only).checked = true;
    must("[data-told]", aid).textContent = plain(field.value).length < LEAST ? "" : told(form, found, industries.size);
  };
  aid.hidden = false;
  field.value = "";
  field.oninput = narrow;
  narrow();
}

/** @param {HTMLFormElement} form @param {{word: string, industry: string}[]} found @param {number} industries */
function told(form, found, industries) {
  if (found.length === 0) return say("trade.none");
  const [{ word, industry }] = found;
  const label = form.querySelector(`label[for$="-${industry}"]`)?.textContent?.trim() ?? "";
  return say(industries > 1 ? "trade.several" : "trade.one", { word, industry: label });
}

/**
 * Offer the buyers of the place: choosing one chooses what it takes.
 * @param {HTMLFormElement} form @param {Buyer[]} buyers
 */
export function byName(form, buyers) {
  const aid = must("[data-aid]", form);
  const told = el("p", { class: "quiz-aid__told", role: "status" });
  const chips = buyers.map((buyer) => {
    const chip = el("button", { type: "button", class: "quiz-chip" }, line(buyer));
    chip.addEventListener("click", () => choose(form, buyer, told));
    return chip;
  });
  aid.hidden = buyers.length === 0;
  must("[data-buyers]", aid).replaceChildren(...chips, told);
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
