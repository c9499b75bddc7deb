// @ts-check
// Building blocks of the page: elements, words with gaps, dates in the page's language. No HTML is made from strings.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes and children; text goes in as text.
 * @param {string} name @param {Record<string, string | number | boolean | null | undefined>} [attributes] @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  dress(made, attributes, children);
  return made;
}

/**
 * The same in SVG.
 * @param {string} name @param {Record<string, string | number | boolean | null | undefined>} [attributes] @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  dress(made, attributes, children);
  return made;
}

/** @param {Element} made @param {Record<string, unknown>} attributes @param {Child[]} children */
function dress(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} the element, which the page must have */
export function must(selector, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
export function all(selector, within = document) {
  return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
}

/**
 * Of these parts only one stands in its place, so that no label, heading or name is there twice. What stands there already
 * is not put in again: all of it would be styled, laid out and painted anew.
 * @param {HTMLElement} part @param {HTMLElement[]} parts @param {HTMLElement} place
 */
export function only(part, parts, place) {
  for (const other of parts) if (other !== part) other.remove();
  if (part.parentNode !== place) place.append(part);
}

/** In the next task, in pages that nobody looks at too. @param {() => void} act */
export function soon(act) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(null);
}

/** Once the page has nothing better to do, and soon in any case: a page that draws nothing may have no idle time to give. @param {() => void} act */
export function whenIdle(act) {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act);
}

/** Bring a part of the page before the visitor, who may be at the keyboard; what is folded is opened. @param {HTMLElement} target */
export function reach(target) {
  const fold = target.closest("details");
  if (fold) fold.open = true;
  (target === fold ? must("summary", fold) : target).focus({ preventScroll: true });
  target.scrollIntoView({ block: target instanceof HTMLInputElement ? "nearest" : "start" });
}

/** A link to a place in the page must not replace the answers in the address. @param {MouseEvent} click */
export function within(click) {
  const link = click.target instanceof Element ? click.target.closest('a[href^="#"]') : null;
  if (!link || link.hasAttribute("data-back-link")) return;
  const target = document.getElementById((link.getAttribute("href") ?? "").slice(1));
  click.preventDefault();
  if (target) reach(target);
}

/** Whenever somebody comes back to the page, as to one that was left open, on another day. @param {() => void} act */
export function onAnotherDay(act) {
  let last = today();
  document.addEventListener("visibilitychange", () => {
    if (last !== today()) act();
    last = today();
  });
}

/** @param {string} id @returns {unknown} the JSON that stands in a script element */
export function embedded(id) {
  return JSON.parse(must(`#${id}`).textContent ?? "null");
}

/** @type {Record<string, string>} */
const words = {};

/** @param {Record<string, string>} given */
export function learn(given) {
  Object.assign(words, given);
}

/**
 * A text by its id, its gaps filled.
 * @param {string} id @param {Record<string, string | number>} [gaps] @returns {string}
 */
export function say(id, gaps = {}) {
  const text = words[id];
  if (text === undefined) throw new Error(`no words for ${id}`);
  return text.replace(/\{(\w+)\}/g, (_, gap) => String(gaps[gap] ?? ""));
}

const language = `${document.documentElement.lang || "en"}-CA`;
const days = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
const fullDays = new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" });
const shortDays = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
const nearDays = new Intl.DateTimeFormat(language, { month: "short", day: "numeric", timeZone: "UTC" });
const months = new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" });
const lists = new Intl.ListFormat(language);
const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const broken = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });

/** @param {string} iso a day of the calendar, YYYY-MM-DD @returns {string} */
export function day(iso) {
  return days.format(new Date(`${iso}T00:00:00Z`)).replace(/ (?=\d)/, "\u00a0");
}

/** @param {string} iso @returns {string} with the day of the week */
export function fullDay(iso) {
  return fullDays.format(new Date(`${iso}T00:00:00Z`));
}

/** @param {string} iso @returns {string} with a short month; without the year where that is plain */
export function nearDay(iso) {
  const near = iso.slice(0, 7) < `${Number(today().slice(0, 4)) + 1}${today().slice(4, 7)}`;
  return near ? nearDays.format(new Date(`${iso}T00:00:00Z`)).replace(/ (?=\d)/, "\u00a0") : shortDay(iso);
}

/** @param {string} iso @returns {string} with a short month */
export function shortDay(iso) {
  return shortDays.format(new Date(`${iso}T00:00:00Z`)).replace(/ (?=\d)/, "\u00a0");
}

/** @param {string} iso @returns {HTMLElement} */
export function time(iso) {
  return el("time", { datetime: iso }, day(iso));
}

/** @param {number} year @param {number} month from 0 @returns {string} */
export function month(year, month) {
  return months.format(new Date(Date.UTC(year, month, 1)));
}

/** @param {number} value @returns {string} */
export function number(value) {
  const shown = Math.floor(value * 100 + 1e-6) / 100; // as Python says it: two decimals, rounded down
  return (Number.isInteger(shown) ? whole : broken).format(shown);
}

/** @param {string[]} parts @returns {string} a, b, and c */
export function listed(parts) {
  return lists.format(parts);
}

/** @returns {string} the device's own date, YYYY-MM-DD */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
