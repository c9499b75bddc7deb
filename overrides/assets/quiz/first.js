// @ts-check
// What a result says at a glance: a mark, the verdict and one line of why, how sure, the date, and whom to call.

import { RANKS, rank } from "./advice.js";
import { day, el, must, say, shortDay, svg } from "./dom.js";
import { link } from "./parts.js";
import { dialled, mail, unbroken } from "./phone.js";

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/decision").Contact} Contact */
/** @typedef {import("../../../types/page").PageData} PageData */
/** @typedef {(Node | string)[]} Nodes */

const SHIELD = "M24 4 8 10v12c0 10 6.8 17.8 16 22 9.2-4.2 16-12 16-22V10z";
const ROUND = "M24 4a20 20 0 1 0 0 40 20 20 0 0 0 0-40z";
const TICK = "m16 23 6 6 11-12";
/** What stands on the ground of each mark, as a line. */
const MARKS = {
  secor: { ground: SHIELD, line: TICK },
  cor: { ground: SHIELD, line: `${TICK}M16 36h16` },
  "owner-operator": { ground: ROUND, line: "M24 23a5 5 0 1 0 0-10 5 5 0 0 0 0 10zm-9 12c1-6 4-8 9-8s8 2 9 8" },
  ask: { ground: ROUND, line: "M18 19c0-8 12-8 12 0 0 5-6 5-6 9m0 6v1" },
};
const OPEN = ["depends", "ask", "ask-anybody", "none"];

/**
 * A picture; its meaning stands beside it in words.
 * @param {Result["first"]["kind"]} kind @param {Result["verdict"]["route"]} route @returns {Nodes}
 */
export function mark(kind, route) {
  const { ground, line } = MARKS[OPEN.includes(kind) || route === "none" ? "ask" : route];
  const picture = svg("svg", { viewBox: "0 0 48 48" });
  picture.append(svg("path", { class: "mark-ground", d: ground }), svg("path", { class: "mark-line", d: line }));
  return [picture];
}

/** @param {string} certainty @param {string} checked @returns {string} how sure, and since when */
export function pill(certainty, checked) {
  return say("result.pill", { sure: say(`result.certainty-${certainty}`), date: shortDay(checked) });
}

/** @param {Result} decision @param {string | undefined} deadline @returns {string} what there is to say of the date; empty without one */
export function news(decision, deadline) {
  if (!decision.readiness || !deadline) return "";
  const { answer } = decision.readiness;
  const shown = answer === "no" && papers(decision).length > 0 ? "no-but" : answer;
  return say(`date.${shown}`, { date: day(deadline) });
}

/** What may be there by the date although the certificate is not. @param {Result} decision @returns {string[]} their names */
const papers = (decision) => decision.interim.filter((one) => one.in_time).map((one) => one.name);

/** The card of the date. @param {HTMLElement} card @param {Result} decision @param {string | undefined} deadline */
export function date(card, decision, deadline) {
  const { readiness } = decision;
  card.dataset.date = readiness?.answer ?? "none";
  const title = must("[data-date-title]", card);
  title.textContent = news(decision, deadline);
  title.hidden = !readiness;
  must("[data-plan-text]", card).textContent = say(readiness ? "date.change" : "date.give");
  if (!readiness) return [];
  const names = papers(decision);
  const until = names.length > 0 ? [el("p", {}, say("date.until", { names: names.join(", ") }))] : [];
  return [el("p", {}, readiness.text), ...until];
}

/** @param {Contact} contact @returns {string} its short name, where it has one */
export function brief(contact) {
  return contact.acronym || contact.name;
}

/**
 * The bodies of the verdict, those that take the industry by name first.
 * @param {Result} decision @param {PageData} data @param {string} industry @returns {Contact[]}
 */
export function ranked(decision, data, industry) {
  const here = data.partners[decision.province] ?? {};
  const place = (/** @type {Contact} */ one) => RANKS.indexOf(rank(here[one.id], industry));
  return [...decision.contacts].sort((one, other) => place(one) - place(other));
}

/**
 * One button: the question by mail where one thing decides, else the telephone, else mail, else the page.
 * @param {Result} decision @param {Contact[]} contacts the best first @returns {Nodes}
 */
export function call(decision, contacts) {
  const sure = contacts.filter((one) => one.verified !== false);
  const reached = (/** @type {Contact} */ one) => one.phone || one.email;
  // Whoever files the request is asked first, however sure its number is.
  const whom =
    contacts.find((one) => one.files && reached(one)) || sure.find(reached) || contacts.find(reached) || contacts[0];
  if (!whom) return [];
  const name = brief(whom);
  const { phone, email } = whom;
  const own = contacts.find((one) => one.id === decision.partner);
  const told = [
    whom.verified === false && say("call.unconfirmed"),
    own && !reached(own) && say("call.instead", { name: brief(own) }),
  ];
  const notes = told.flatMap((text) => (text ? [el("p", { class: "result-small" }, text)] : []));
  const question = decision.messages.partner ?? "";
  const dial =
    phone &&
    button(dialled(phone), say("call.phone", { name, phone: unbroken(phone) }), Boolean(email && asks(decision)));
  const write =
    email && button(letter(email, decision, question), say(question ? "call.write" : "call.mail", { name }), false);
  if (asks(decision) && write) return dial ? [write, dial, ...notes] : [write, ...notes];
  if (dial || write) return [dial || write || "", ...notes];
  return [
    link(whom.url, say("call.page", { name }), "quiz-button") ?? name,
    el("p", { class: "result-small" }, say("call.no-number")),
  ];
}

/** @param {Result} decision @returns {boolean} whether there is a question to send before anything else */
function asks(decision) {
  return OPEN.includes(decision.first.kind) && decision.messages.partner !== undefined;
}

/** @param {string} href @param {string} text @param {boolean} quiet @returns {HTMLElement} */
function button(href, text, quiet) {
  return el("a", { href, class: quiet ? "quiz-button quiz-button--quiet" : "quiz-button" }, text);
}

/** @param {string} email @param {Result} decision @param {string} body @returns {string} */
function letter(email, decision, body) {
  const { route, name } = decision.verdict;
  const subject = route === "ask" || route === "none" ? say("call.subject-open") : say("call.subject", { name });
  return mail(email, subject, body || say("call.hello"));
}
