// @ts-check
// Two pictures, each with its words: where the visitor stands on the limit, and the plan by month.

import { el, month, number, say, svg } from "./dom.js";
import { inOrder } from "./todo.js";

const AROUND = 3; // numbers shown on each side of the limit
const ROW = 26;
const AXIS = 30;
const LABEL = 26;
const DAY = 86_400_000;
const NARROW = "(max-width: 40rem)"; // there the picture is drawn for half the width, so that its text stays as large

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/decision").Step} Step */
/** @typedef {import("../../../types/decision").Band} Band */

/** @param {Result} decision @returns {Node[]} the numbers around the limit, and the visitor among them */
export function scale(decision) {
  const { counted, limit, exclusive = false, scale: found = [] } = decision.people;
  if (typeof counted !== "number" || typeof limit !== "number" || found.length < 2) return [];
  const high = decision.people.high ?? counted;
  const last = exclusive ? limit - 1 : limit; // the last number on the small side
  const numbers = Array.from({ length: 2 * AROUND }, (_, index) => last - AROUND + 1 + index).filter((n) => n > 0);
  const yours = (/** @type {number} */ n) => Math.floor(counted) <= n && n <= Math.floor(high);
  const of = (/** @type {number} */ n) => found.filter((band) => band.from <= n).pop() ?? found[0];
  const cells = numbers.map((n) =>
    cell(
      yours(n) && counted === high ? number(counted) : number(n),
      of(n),
      yours(n),
      found.some((band) => band.from === n),
    ),
  );
  if (Math.floor(high) < numbers[0]) cells.unshift(cell(label(counted, high), of(counted), true, false), gap());
  if (Math.floor(counted) > numbers[numbers.length - 1])
    cells.push(gap(), cell(label(counted, high), of(counted), true, false));
  const you = say("result.you", { size: decision.people.size ?? "" });
  const legends = found.map((band) => legend(band, exclusive));
  return [
    el(
      "div",
      { class: "quiz-cells", role: "img", "aria-label": say("result.scale", { you, limit: legends.join(". ") }) },
      ...cells,
    ),
    el(
      "ul",
      { class: "quiz-legend" },
      el("li", { class: "quiz-legend__you" }, you),
      ...found.map((band, index) => el("li", { class: `quiz-band route--${band.route}` }, legends[index])),
    ),
  ];
}

/** @param {Band} band @param {boolean} exclusive @returns {string} */
function legend(band, exclusive) {
  const gaps = { from: number(band.from), to: number(band.to ?? 0), name: band.name };
  if (band.to === null) return say("result.band-last", gaps);
  if (exclusive) return say("result.band-below", { ...gaps, to: number(band.to + 1) });
  return say(band.from === band.to ? "result.band-one" : "result.band", gaps);
}

/** @param {number} low @param {number} high */
function label(low, high) {
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

/** @param {string} text @param {Band} band @param {boolean} you @param {boolean} first of its band */
function cell(text, band, you, first) {
  const marks = [`quiz-band route--${band.route}`, you && "quiz-cell--you", first && "quiz-cell--first"].filter(
    Boolean,
  );
  return el("span", { class: `quiz-cell ${marks.join(" ")}` }, text);
}

function gap() {
  return el("span", { class: "quiz-cell quiz-cell--gap" }, "…");
}

/** @param {string} iso */
const at = (iso) => Date.parse(`${iso}T00:00:00Z`);

/** The plan on a scale of months; the numbers are those of the steps. @param {Result} decision @param {string} today @returns {Node[]} */
export function chart(decision, today) {
  const steps = inOrder(decision);
  const days = steps.flatMap((step) => [...(step.span ?? []), step.latest]).filter((one) => one !== null);
  const dates = [today, ...days].sort();
  if (dates[dates.length - 1] === today) return [];
  const [start, end] = frame(today, dates[dates.length - 1]);
  const width = matchMedia(NARROW).matches ? 340 : 680;
  const x = (/** @type {number} */ time) => LABEL + ((time - start) / (end - start)) * (width - LABEL - 4);
  const height = AXIS + steps.length * ROW + 4;
  const entries = steps.map((step) => say("result.chart-entry", { title: step.title, when: step.when }));
  const picture = svg("svg", {
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    class: "quiz-months",
    "aria-label": say("result.chart", { list: entries.join(". ") }),
  });
  picture.append(...grid(start, end, x, height));
  steps.forEach((step, index) => {
    picture.append(...bar(step, index, x, at(today)));
  });
  picture.append(svg("line", { class: "quiz-today", x1: x(at(today)), x2: x(at(today)), y1: AXIS - 6, y2: height }));
  return [picture];
}

/** The first of this month, and the first of the month after the last date, at least four months later. @param {string} today @param {string} last @returns {[number, number]} */
function frame(today, last) {
  const from = new Date(at(today));
  const to = new Date(at(last));
  const months = Math.max(
    4,
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1,
  );
  return [
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1),
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1),
  ];
}

/** @param {number} width */
const monthsThatFit = (width) => Math.max(2, Math.floor(width / 75));

/** @param {number} start @param {number} end @param {(time: number) => number} x @param {number} height @returns {SVGElement[]} */
function grid(start, end, x, height) {
  const first = new Date(start);
  const total = Math.round((end - start) / DAY / 30.44);
  const every = Math.ceil(total / monthsThatFit(x(end) - x(start)));
  const found = [];
  for (let n = 0; n < total; n += 1) {
    const time = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n, 1);
    const date = new Date(time);
    found.push(svg("line", { class: "quiz-grid", x1: x(time), x2: x(time), y1: AXIS - 6, y2: height }));
    if (n % every > 0) continue;
    const year = n === 0 || date.getUTCMonth() < every ? ` ${date.getUTCFullYear()}` : "";
    found.push(
      svg(
        "text",
        { class: "quiz-month", x: x(time) + 3, y: AXIS - 11 },
        month(date.getUTCFullYear(), date.getUTCMonth()) + year,
      ),
    );
  }
  return found;
}

/** A step's own days as a bar, and a thin line to the last day on which it may happen. @param {Step} step @param {number} index @param {(time: number) => number} x @param {number} today @returns {SVGElement[]} */
function bar(step, index, x, today) {
  const y = AXIS + index * ROW;
  const found = [
    svg("text", { class: "quiz-number", x: LABEL - 8, y: y + 17, "text-anchor": "end" }, String(index + 1)),
  ];
  const [from, to] = step.span ?? [null, null];
  const right = x(to ? at(to) : today);
  if (step.latest && x(at(step.latest)) > right) {
    const last = x(at(step.latest));
    found.push(svg("line", { class: "quiz-slack", x1: right, x2: last, y1: y + ROW / 2, y2: y + ROW / 2 }));
    found.push(svg("rect", { class: "quiz-end", x: last - 3, y: y + 5, width: 3, height: ROW - 10 }));
  }
  if (from) {
    const width = Math.max(10, right - x(at(from)));
    found.push(svg("rect", { class: "quiz-bar", x: x(at(from)), y: y + 6, width, height: ROW - 12, rx: 4 }));
  } else if (!step.latest) found.push(svg("text", { class: "quiz-open", x: x(today) + 8, y: y + 17 }, step.when));
  return found;
}
