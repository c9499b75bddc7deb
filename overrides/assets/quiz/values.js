// @ts-check
// What a visitor types, as a value of the contract; undefined where it is none. Nothing is guessed.

import { yearFirst } from "./dates.js";

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
function decimal(text) {
  const trimmed = text.trim();
  if (/^\d{1,3}([,\s\u00a0\u202f]\d{3})+(\.\d+)?$/.test(trimmed))
    return Number(trimmed.replace(/,/g, "").replace(SPACES, ""));
  if (/^\d+([.,]\d+)?$/.test(trimmed)) return Number(trimmed.replace(",", "."));
  return undefined;
}

/**
 * The value of a text for a kind of question and its range.
 * @param {string} kind @param {string} text @param {{least?: number, most?: number}} range
 * @returns {Value | undefined}
 */
export function value(kind, text, range) {
  if (kind === "date") return yearFirst(text);
  const number = kind === "whole" ? whole(text) : decimal(text);
  if (number === undefined || number < (range.least ?? -Infinity) || number > (range.most ?? Infinity))
    return undefined;
  return number;
}
