// @ts-check
// The company's card on a result: the one offer that the plan needs, and a code by which a call can be told apart.

import { el, must, say } from "./dom.js";
import { mail } from "./phone.js";

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/page").Help} Help */
/** @typedef {import("../../../types/page").Offer} Offer */
/** @typedef {import("./values.js").Answers} Answers */

/** @param {Result} decision @param {Help} help @returns {string} place, class and size band; nothing else of an answer */
function callCode(decision, help) {
  const { counted } = decision.people;
  const band = typeof counted === "number" ? (help.bands.find((most) => counted <= most) ?? "") : "";
  return `${decision.province}-${help.letters[decision.verdict.route] ?? ""}${band}`;
}

/** @param {HTMLElement} card @param {Result} decision @param {Help} help @param {string} about the case in words, for a mail that the visitor reads first @param {Answers} answers */
export function show(card, decision, help, about, answers) {
  const planned = new Set(decision.steps.map((step) => step.id));
  const certified = ![undefined, "none"].includes(/** @type {string | undefined} */ (answers.holds));
  const late = (/** @type {Offer} */ one) =>
    one.until !== undefined && (certified || Number(answers.records_months ?? 0) >= one.until);
  const fitting = help.offers.filter((one) => one.steps.some((step) => planned.has(step)));
  const offer = fitting.find((one) => !late(one)) ?? fitting[0] ?? help.offers[0];
  must("[data-help-title]", card).textContent = offer.title;
  must("[data-help-text]", card).textContent = offer.text;
  must("[data-help-code]", card).textContent = say("help.code", { code: callCode(decision, help) });
  const more = must("[data-help-more]", card);
  const written = help.email && mail(help.email, offer.title, `${about}\n\n${callCode(decision, help)}`);
  const href = offer.url ?? written ?? "";
  more.replaceChildren(...(href ? [el("a", { href, "data-owner": Boolean(offer.url) }, offer.action)] : []));
  more.hidden = !href;
}
