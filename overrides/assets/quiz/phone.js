// @ts-check
// Telephone numbers: as they are read, and as they are dialled.

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
