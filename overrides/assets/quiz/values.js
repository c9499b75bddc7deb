// @ts-check
// What a visitor types, as a value of the contract; undefined where it is none. Nothing is guessed.

/** @typedef {string | number} Value */
/** @typedef {Record<string, Value>} Answers */

const SPACES = /[\s\u00a0\u202f]/g;

/**
 * A whole number: 10, " 10 ", 1,000 or 1 000.
 * @param {string} text @returns {number | undefined}
 */
export function whole(text) {
  const trimmed = text.trim();
  if (!/^(\d+|\d{1,3}([,\s\u00a0\u202f]\d{3})+)$/.test(trimmed)) return undefined;
  return Number(trimmed.replace(/,/g, "").replace(SPACES, ""));
}

/**
 * A number that need not be whole: as above, and 18.5 or 18,5.
 * @param {string} text @returns {number | undefined}
 */
export function decimal(text) {
  const trimmed = text.trim();
  if (/^\d{1,3}([,\s\u00a0\u202f]\d{3})+(\.\d+)?$/.test(trimmed))
    return Number(trimmed.replace(/,/g, "").replace(SPACES, ""));
  if (/^\d+([.,]\d+)?$/.test(trimmed)) return Number(trimmed.replace(",", "."));
  return undefined;
}

/**
 * A day of the calendar, year first: 2027-03-31, 2027/3/31, 2027 03 31 or 20270331.
 * @param {string} text @returns {string | undefined} as YYYY-MM-DD
 */
export function date(text) {
  const found = /^(\d{4})(?:[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{2})(\d{2}))$/.exec(text.trim());
  if (!found) return undefined;
  const [year, month, day] = [found[1], found[2] ?? found[4], found[3] ?? found[5]].map(Number);
  const same = new Date(Date.UTC(year, month - 1, day));
  if (same.getUTCMonth() !== month - 1 || same.getUTCDate() !== day) return undefined;
  return `${found[1]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * The value of a text for a kind of question and its range.
 * @param {string} kind @param {string} text @param {{least?: number, most?: number, earliest?: string}} range
 * @returns {Value | undefined}
 */
export function value(kind, text, range) {
  if (kind === "date") {
    const day = date(text);
    return day !== undefined && (range.earliest === undefined || day >= range.earliest) ? day : undefined;
  }
  const number = kind === "whole" ? whole(text) : decimal(text);
  if (number === undefined || number < (range.least ?? -Infinity) || number > (range.most ?? Infinity))
    return undefined;
  return number;
}
