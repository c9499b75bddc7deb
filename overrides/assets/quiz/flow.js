// @ts-check
// The way between questions: a look-up in the table that Python compiled. No rule of its own.

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {number | string} Next a node's number, or an outcome's slug */
/**
 * `then` is where every answer leads, and none: the question may be passed over. `settled` holds what a client may ask for that
 * decides without the question's answer.
 * @typedef {{key: string, to?: Record<string, Next>, from?: [number, Next][], then?: Next,
 *   settled?: string[], note?: string, counted?: string[], unclear?: string[]}} Stop
 * @typedef {{start: number, version: string, nodes: Stop[]}} Flow
 * @typedef {{trail: Stop[], open: Stop | null, leaf: string | null, wrong: string | null}} Way
 */

export const UNSURE = "unsure";
export const COUNT = "count.";

/** @param {Answers} answers @returns {string[]} the keys of the counting aid that have a number */
export function counted(answers) {
  return Object.keys(answers).filter((key) => key.startsWith(COUNT));
}

/** @param {Answers} answers @param {string} key @returns {boolean} */
export function given(answers, key) {
  return answers[key] !== undefined || (key === "people" && counted(answers).length > 0);
}

/**
 * How many people count at this stop: at least `low`, at most `high`, and all that were entered.
 * @param {Stop} stop @param {Answers} answers @returns {{low: number, high: number, all: number, known: boolean}}
 */
export function range(stop, answers) {
  const sum = (/** @type {string[]} */ groups) =>
    groups.reduce((total, group) => total + Number(answers[COUNT + group] ?? 0), 0);
  const groups = counted(answers).map((key) => key.slice(COUNT.length));
  if (!stop.counted) return { low: 0, high: sum(groups), all: sum(groups), known: false };
  const low = sum(stop.counted);
  return { low, high: low + sum(stop.unclear ?? []), all: sum(groups), known: true };
}

/** What `Object.hasOwn` says in newer browsers. @param {object} found @param {string} key @returns {boolean} */
export function has(found, key) {
  return Object.prototype.hasOwnProperty.call(found, key);
}

/** @param {[number, Next][]} bands @param {number} value @returns {Next | undefined} */
function band(bands, value) {
  return bands.filter(([start]) => start <= value).pop()?.[1];
}

/** @param {Stop} stop @param {Answers} answers @returns {Next | undefined} undefined where the answer does not fit */
function after(stop, answers) {
  const answer = answers[stop.key];
  if (typeof answer === "number" && stop.from) return band(stop.from, answer);
  if (answer === undefined && stop.from && stop.key === "people") {
    const { low, high, known } = range(stop, answers);
    const found = band(stop.from, low);
    return known && found === band(stop.from, high) ? found : stop.to?.[UNSURE];
  }
  return stop.to && has(stop.to, String(answer)) ? stop.to[String(answer)] : undefined;
}

/**
 * From the first question as far as the answers lead. A question that another answer settles is passed over as not sure.
 * @param {Flow} flow @param {Answers} answers @param {Record<string, string>} settledBy @returns {Way}
 */
export function walk(flow, answers, settledBy = {}) {
  /** @type {Way} */
  const way = { trail: [], open: null, leaf: null, wrong: null };
  /** @type {Next} */
  let next = flow.start;
  while (typeof next === "number") {
    /** @type {Stop} */
    const stop = flow.nodes[next];
    const settled = given(answers, settledBy[stop.key]) && answers[settledBy[stop.key]] !== UNSURE;
    const passed = settled || (!given(answers, stop.key) && given(answers, settledBy[stop.key]));
    if (given(answers, stop.key)) way.trail.push(stop);
    else if (!passed) return { ...way, open: stop };
    /** @type {Next | undefined} */
    const found = stop.then ?? (passed ? stop.to?.[UNSURE] : after(stop, answers));
    if (found === undefined) return { ...way, trail: way.trail.slice(0, -1), open: stop, wrong: stop.key };
    next = found;
  }
  return { ...way, leaf: next };
}

/**
 * The outcome that the answers lead to if every open question is left unsure; null before a place is known.
 * @param {Flow} flow @param {Answers} answers @param {Record<string, string>} settledBy @returns {string | null}
 */
export function leaf(flow, answers, settledBy) {
  const filled = { ...answers };
  for (;;) {
    const way = walk(flow, filled, settledBy);
    if (way.leaf !== null) return way.leaf;
    if (!way.open || (way.open.then === undefined && !has(way.open.to ?? {}, UNSURE))) return null;
    filled[way.open.key] = UNSURE;
  }
}

/**
 * The most questions that may follow this one.
 * @param {Flow} flow @param {Stop} stop @returns {number}
 */
export function left(flow, stop) {
  /** @type {Map<Next, number>} */
  const known = new Map();
  /** @param {Next} next @returns {number} */
  const depth = (next) => {
    if (typeof next === "string") return 0;
    const found = known.get(next) ?? 1 + deepest(flow.nodes[next]);
    known.set(next, found);
    return found;
  };
  /** @param {Stop} from @returns {number} */
  const deepest = (from) => Math.max(0, ...ways(from).map(depth));
  return deepest(stop);
}

/** @param {Stop} stop @returns {Next[]} */
function ways(stop) {
  const bands = (stop.from ?? []).map(([, next]) => next);
  return [...Object.values(stop.to ?? {}), ...bands, ...(stop.then === undefined ? [] : [stop.then])];
}
