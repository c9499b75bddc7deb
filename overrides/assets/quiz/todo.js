// @ts-check
// The plan as a list to tick off: what is due this week stands open, the rest is folded to a line each.

import { el, nearDay, say, today } from "./dom.js";
import { cite, link } from "./parts.js";
import { opening } from "./sentences.js";

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/decision").Step} Step */
/** @typedef {import("../../../types/decision").Messages} Messages */
/** @typedef {(Node | string)[]} Nodes */
/**
 * @typedef {{done: Set<string>, tick: (step: string, done: boolean) => void, copy: (text: string, pressed: Element) => void}} Doing
 */

const LEAD = 9; // words of a step that stand open, but for its first sentence
export const WEEK = 4; // steps that one can begin in a week; what else could begin now comes first among the later ones
const WHOLE = 2; // steps of which more than the title stands open
const PAGES = 3; // addresses that stand open beside a step; more of them are a list, folded

/** Steps that send a message, the likeliest first. @type {{client: string[], partner: string[]}} */
const SENDS = {
  client: ["ask-client", "show-certificate", "bid"],
  partner: [
    ...["ask-partner", "ask-authority", "find-partner", "count-people", "ask-takes-new", "ask-office", "ask-outgrown"],
    ...["ask-conversion", "conversion", "letter", "equivalency", "ask-expired", "ask-iso"],
    ...["choose-partner", "contact-partner"],
  ],
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
    const step = SENDS[whom].find((id) => decision.steps.some((one) => one.id === id));
    if (text) found.set(step && !found.has(step) ? step : ` ${whom}`, { title: say(`message-${whom}`), text });
  }
  return found;
}

/** @param {Step} step @param {number} index in the whole plan @returns {boolean} whether it stands under this week */
const thisWeek = ({ phase }, index) => phase === "now" && index < WEEK;

/** @param {Result} decision @param {Doing} doing @returns {Nodes} what is to be done this week */
export const week = (decision, doing) => steps(decision, doing, true);

/** @param {Result} decision @param {Doing} doing @returns {Nodes} the later steps, a line each */
export const then = (decision, doing) => steps(decision, doing, false);

/** A day that several lines share stands with the first of them. @param {Result} decision @param {Doing} doing @param {boolean} now @returns {Nodes} */
function steps(decision, doing, now) {
  const letters = sent(decision);
  let said = "";
  return inOrder(decision).flatMap((step, index) => {
    if (thisWeek(step, index) !== now) return [];
    const day = briefly(step);
    const made = (now && index < WHOLE ? whole : later)(
      step,
      index,
      letters.get(step.id),
      doing,
      day === said ? "" : day,
    );
    said = day;
    return [made];
  });
}

/** @typedef {{title: string, text: string} | undefined} Letter what a step sends */

/** A step that stands open. @param {Step} step @param {number} index @param {Letter} letter @param {Doing} doing @returns {HTMLElement} */
function whole(step, index, letter, doing) {
  const [lead, rest] = opening(step.text, LEAD);
  const more = [
    rest && el("p", {}, rest),
    letter && el("blockquote", {}, letter.text),
    step.links.length > PAGES && links(step),
    step.source || step.links.length > 0 ? null : el("small", {}, say("result.own-advice")),
  ].filter(Boolean);
  const row = more.length > 0 && [letter && press(letter, doing.copy), fold(step.title, more)];
  const parts = [title(step, index), el("p", { class: "quiz-when" }, ...about(step)), lead && el("p", {}, lead)];
  return item(step, doing, el("div", {}, ...parts, row && el("div", { class: "quiz-more" }, ...row)));
}

/** A step that is folded to a line. @param {Step} step @param {number} index @param {Letter} letter @param {Doing} doing @param {string} day @returns {HTMLElement} */
function later(step, index, letter, doing, day) {
  const ready = letter && [el("blockquote", {}, letter.text), press(letter, doing.copy)];
  const line = el("summary", {}, title(step, index), day && el("small", { class: "quiz-when" }, day));
  const when = step.when === day ? null : el("p", {}, el("strong", {}, step.when));
  const source = cite(step.source) ?? el("span", { class: "quiz-source" }, say("result.own-advice"));
  const who = el("p", { class: "quiz-who" }, `${say("result.who", { who: step.who })} `, source);
  const content = el("details", {}, line, when, el("p", {}, step.text), ...(ready || []), links(step), who);
  return item(step, doing, content, "quiz-later");
}

/** @param {Step} step @param {number} index in the whole plan @returns {HTMLElement} */
function title(step, index) {
  return el("h3", { "data-number": index + 1 }, step.title);
}

/** @param {string} about @param {(Node | string | null | undefined | false)[]} content @returns {HTMLElement} */
function fold(about, content) {
  return el("details", {}, el("summary", { "aria-label": `${say("more")}: ${about}` }, say("more")), ...content);
}

/** @param {Result} decision @param {Doing} doing @returns {Nodes} messages that no step sends */
export function messages(decision, doing) {
  const loose = [...sent(decision)].filter(([step]) => step.startsWith(" "));
  return loose.map(([, letter]) => {
    const row = el(
      "div",
      { class: "quiz-more" },
      press(letter, doing.copy),
      fold(letter.title, [el("blockquote", {}, letter.text)]),
    );
    return el("div", {}, el("h3", {}, letter.title), row);
  });
}

/** What may be shown to a buyer, where no step of the plan says so. @param {Result} decision @returns {Nodes} */
export function meanwhile(decision) {
  const planned = new Set(decision.steps.flatMap((step) => [step.id, step.fact]));
  const others = decision.interim.filter((one) => !planned.has(one.id));
  return others.map((one) => {
    const line = el("summary", {}, el("span", {}, one.name, " ", el("small", {}, say("result.meanwhile"))));
    return el("details", { class: "result-fold" }, line, el("p", {}, `${one.text} `, cite(one.source)));
  });
}

/** @param {Step} step @param {Doing} doing @param {HTMLElement} content @param {string} [kind] @returns {HTMLElement} */
function item(step, doing, content, kind) {
  const name = say("result.done", { step: step.title });
  const box = el("input", { type: "checkbox", "aria-label": name, checked: doing.done.has(step.id) });
  box.addEventListener("change", () => doing.tick(step.id, /** @type {HTMLInputElement} */ (box).checked));
  return el("li", { "data-quiz-step": step.id, class: kind }, el("label", { class: "quiz-tick" }, box), content);
}

/** @param {Step} step @returns {Nodes} when, who, where, and how sure that is */
function about(step) {
  const pages = step.links.length > PAGES ? [] : step.links.flatMap((one) => link(one.url) ?? []);
  const { confidence = "high" } = step.source ?? {};
  const sure = confidence === "high" ? [] : [say(`confidence-${confidence}`)];
  // That the visitor himself does it goes without saying.
  const who = step.who === say("result.myself") ? [] : [step.who];
  const parts = [step.when, ...who, ...pages, ...sure];
  return parts.flatMap((part, index) => (index > 0 ? [" · ", part] : [part]));
}

/** @param {Step} step @returns {string} its first or last day; the whole sentence where neither is known */
function briefly(step) {
  const date = step.earliest && step.earliest > today() && nearDay(step.earliest);
  if (date) return say(`result.${step.begins}`, { date });
  return step.latest ? say("result.by", { date: nearDay(step.latest) }) : step.when;
}

/** @param {{title: string, text: string}} letter @param {(text: string, pressed: Element) => void} copy @returns {HTMLElement} */
function press(letter, copy) {
  const name = `${say("copy-message")} (${letter.title})`;
  const kind = "quiz-button quiz-button--quiet";
  const button = el("button", { type: "button", class: kind, "aria-label": name }, say("copy-message"));
  button.addEventListener("click", () => copy(letter.text, button));
  return button;
}

/** @param {Step} step @returns {HTMLElement | null} */
function links(step) {
  if (step.links.length === 0) return null;
  const found = step.links.map((one) => el("li", {}, link(one.url, one.text) ?? one.text));
  return el("ul", { class: "quiz-links" }, ...found);
}
