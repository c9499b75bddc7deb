// @ts-check
// The plan as a list to tick off: what is due this week stands open, the rest is folded to a line each.

import { el, say, shortDay } from "./dom.js";
import { cite, host } from "./parts.js";
import { opening } from "./sentences.js";

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/decision").Step} Step */
/** @typedef {import("../../../types/decision").Messages} Messages */
/** @typedef {(Node | string)[]} Nodes */
/**
 * @typedef {{done: Set<string>, tick: (step: string, done: boolean) => void, copy: (text: string) => void}} Doing
 */

const LEAD = 22; // words of a step that stand open

/** Steps that send a message, the likeliest first. @type {{client: string[], partner: string[]}} */
const SENDS = {
  client: ["ask-client", "bid"],
  partner: ["ask-partner", "ask-authority", "find-partner", "count-people", "choose-partner", "contact-partner"],
};

/** @param {Result} decision @returns {Step[]} in the order in which they are shown: this week, then the rest */
export function inOrder(decision) {
  const { steps } = decision;
  return [...steps.filter((step) => step.phase === "now"), ...steps.filter((step) => step.phase !== "now")];
}

/** @param {Result} decision @returns {Map<string, {title: string, text: string}>} messages by the step that sends them; others under "" and a number */
function sent(decision) {
  const found = new Map();
  for (const whom of /** @type {const} */ (["client", "partner"])) {
    const text = decision.messages[whom];
    const step = SENDS[whom].find((id) => decision.steps.some((one) => one.id === id && one.phase === "now"));
    if (text) found.set(step && !found.has(step) ? step : ` ${whom}`, { title: say(`message-${whom}`), text });
  }
  return found;
}

/** @param {Result} decision @param {Doing} doing @returns {Nodes} what is to be done this week */
export function week(decision, doing) {
  const letters = sent(decision);
  return inOrder(decision)
    .filter((step) => step.phase === "now")
    .map((step) => {
      const letter = letters.get(step.id);
      const [lead, rest] = opening(step.text, LEAD);
      const parts = [el("h3", {}, step.title), el("p", { class: "quiz-when" }, ...about(step)), el("p", {}, lead)];
      if (rest) parts.push(el("details", {}, el("summary", {}, say("more")), el("p", {}, rest)));
      if (unsure(step)) parts.push(el("p", {}, cite(step.source)));
      return item(step, doing, el("div", {}, ...parts, letter && message(letter, doing.copy)));
    });
}

/** @param {Result} decision @param {Doing} doing @returns {Nodes} messages that no step of this week sends */
export function messages(decision, doing) {
  const loose = [...sent(decision)].filter(([step]) => step.startsWith(" "));
  return loose.map(([, letter]) => el("div", {}, el("h3", {}, letter.title), message(letter, doing.copy)));
}

/** @param {Result} decision @param {Doing} doing @returns {Nodes} the later steps, a line each */
export function then(decision, doing) {
  return inOrder(decision)
    .filter((step) => step.phase !== "now")
    .map((step) => {
      const line = el("summary", {}, el("h3", {}, step.title), el("small", { class: "quiz-when" }, briefly(step)));
      const when = step.when === briefly(step) ? null : el("p", {}, el("strong", {}, step.when));
      const source = cite(step.source) ?? el("span", { class: "quiz-source" }, say("result.own-advice"));
      const who = el("p", { class: "quiz-who" }, `${say("result.who", { who: step.who })} `, source);
      return item(step, doing, el("details", {}, line, when, el("p", {}, step.text), links(step), who));
    });
}

/** What may be shown to a buyer, where no step of the plan says so. @param {Result} decision @returns {Nodes} */
export function meanwhile(decision) {
  const planned = new Set(decision.steps.map((step) => step.id));
  const others = decision.interim.filter((one) => !planned.has(one.id));
  return others.map((one) => {
    const line = el("summary", {}, el("span", {}, one.name, " ", el("small", {}, say("result.meanwhile"))));
    return el("details", { class: "result-fold" }, line, el("p", {}, `${one.text} `, cite(one.source)));
  });
}

/** @param {Step} step @param {Doing} doing @param {HTMLElement} content @returns {HTMLElement} */
function item(step, doing, content) {
  const name = say("result.done", { step: step.title });
  const box = el("input", { type: "checkbox", "aria-label": name, checked: doing.done.has(step.id) });
  box.addEventListener("change", () => doing.tick(step.id, /** @type {HTMLInputElement} */ (box).checked));
  return el("li", { "data-quiz-step": step.id }, el("label", { class: "quiz-tick" }, box), content);
}

/** @param {Step} step @returns {Nodes} when, who, where, and whether it is our own advice */
function about(step) {
  const pages = step.links.map((link) => el("a", { href: link.url }, host(link.url)));
  const parts = [
    step.when,
    step.who,
    ...pages,
    ...(step.source || step.links.length > 0 ? [] : [say("result.advice")]),
  ];
  return parts.flatMap((part, index) => (index > 0 ? [" · ", part] : [part]));
}

/** @param {Step} step @returns {string} its first or last day; the whole sentence where neither is known */
function briefly(step) {
  if (step.earliest) return say("result.from", { date: shortDay(step.earliest) });
  return step.latest ? say("result.by", { date: shortDay(step.latest) }) : step.when;
}

/** @param {Step} step */
function unsure(step) {
  return step.source && (step.source.confidence !== "high" || step.source.due_since);
}

/** @param {{title: string, text: string}} letter @param {(text: string) => void} copy @returns {HTMLElement} */
function message(letter, copy) {
  const press = el("button", { type: "button", class: "quiz-button quiz-button--quiet" }, say("copy-message"));
  press.append(el("span", { class: "vh" }, ` (${letter.title})`));
  press.addEventListener("click", () => copy(letter.text));
  const text = el("details", {}, el("summary", {}, say("read-message")), el("blockquote", {}, letter.text));
  return el("div", { class: "quiz-message" }, press, text);
}

/** @param {Step} step @returns {HTMLElement | null} */
function links(step) {
  if (step.links.length === 0) return null;
  const found = step.links.map((link) => el("li", {}, el("a", { href: link.url }, link.text)));
  return el("ul", { class: "quiz-links" }, ...found);
}
