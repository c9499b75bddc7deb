// @ts-check
// Ways to somebody: telephone numbers as they are read and as they are dialled, messages and mail that are begun.

/** @param {string} written @returns {string} a number that does not break at its hyphens */
export function unbroken(written) {
  return written.replace(/-/g, "\u2011");
}

/** @param {string} written a number, with an extension or without @returns {string} the address that dials it */
export function dialled(written) {
  const [number = "", extension] = written.split(/,?\s*(?:ext\.?|poste)\s*/);
  const digits = number.replace(/\D/g, "");
  return `tel:+${digits.length === 10 ? "1" : ""}${digits}${extension ? `;ext=${extension}` : ""}`;
}

/** @param {string} body @returns {string} the address of a text message to whom the visitor chooses */
export function message(body) {
  return `sms:?&body=${encodeURIComponent(body)}`;
}

/** @param {string} to @param {string} subject @param {string} body @returns {string} an address whose lines end as those of mail do (RFC 6068) */
export function mail(to, subject, body) {
  const lines = encodeURIComponent(body).replaceAll("%0A", "%0D%0A");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${lines}`;
}
