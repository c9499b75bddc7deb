// @ts-check
// Texts cut between sentences, so that what is read first is short and nothing is lost.

/**
 * The first sentence and as many more as stay within so many words; then the rest.
 * @param {string} text @param {number} [most] words @returns {[string, string]}
 */
export function opening(text, most = 0) {
  const [first = "", ...rest] = text.split(/(?<=[.!?])\s+/);
  let lead = first;
  while (rest[0] !== undefined && `${lead} ${rest[0]}`.split(" ").length <= most) lead = `${lead} ${rest.shift()}`;
  return [lead, rest.join(" ")];
}

const SHORT = 10; // words that are read at a glance

/** @param {string} text @returns {string} its first sentence, if that is short; nothing otherwise */
export function glance(text) {
  const [first] = opening(text);
  return first.split(" ").length <= SHORT ? first : "";
}
