// @ts-check
// Days of the calendar as people write them, without a clock: January 6, 2027; 6 Jan 2027; Jan 6; 2027-01-06.

/** @param {number} year @param {number} month from 1 @param {number} day @returns {string | undefined} undefined where the calendar has no such day */
function calendar(year, month, day) {
  const found = new Date(Date.UTC(year, month - 1, day));
  if (found.getUTCMonth() !== month - 1 || found.getUTCDate() !== day) return undefined;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * A day in numbers, year first: 2027-03-31, 2027/3/31, 2027 03 31 or 20270331.
 * @param {string} text @returns {string | undefined} as YYYY-MM-DD
 */
export function yearFirst(text) {
  const found = /^(\d{4})(?:[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d{2})(\d{2}))$/.exec(text.trim());
  if (!found) return undefined;
  return calendar(Number(found[1]), Number(found[2] ?? found[4]), Number(found[3] ?? found[5]));
}

/**
 * A day as it is typed: in numbers, or with the month as a word or its first three letters or more. Without a year the
 * next such day is meant. Days and months in numbers alone are not guessed.
 * @param {string} text @param {string[]} months their names, January first @param {string} today as YYYY-MM-DD
 * @returns {string | undefined} as YYYY-MM-DD
 */
export function typedDay(text, months, today) {
  const parts = text
    .toLowerCase()
    .replace(/[\s,.\u00a0\u202f]+/g, " ")
    .trim()
    .split(" ");
  const words = parts.filter((part) => /^\p{L}{3,}$/u.test(part));
  const years = parts.filter((part) => /^\d{4}$/.test(part)).map(Number);
  const days = parts.filter((part) => /^\d{1,2}(st|nd|rd|th|er)?$/.test(part)).map((part) => parseInt(part, 10));
  if (words.length !== 1 || days.length !== 1 || words.length + years.length + days.length !== parts.length)
    return yearFirst(text);
  const named = months.flatMap((month, index) => (month.toLowerCase().startsWith(words[0]) ? [index + 1] : []));
  if (named.length !== 1 || years.length > 1) return undefined;
  if (years.length === 1) return calendar(years[0], named[0], days[0]);
  return next(named[0], days[0], today);
}

/** The next day of that name, today included; a leap day may be years away. @param {number} month @param {number} day @param {string} today */
function next(month, day, today) {
  const year = Number(today.slice(0, 4));
  const coming = Array.from({ length: 9 }, (_, years) => calendar(year + years, month, day));
  return coming.find((found) => found !== undefined && found >= today);
}

/**
 * Some days and months later; a month that is too short ends on its last day.
 * @param {string} day as YYYY-MM-DD @param {{days?: number, months?: number}} by @returns {string} as YYYY-MM-DD
 */
export function later(day, { days = 0, months = 0 }) {
  const from = new Date(`${day}T00:00:00Z`);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), last) + days);
  return first.toISOString().slice(0, 10);
}
