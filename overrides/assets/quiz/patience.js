// @ts-check
// How long a worker may say nothing before it is given up: what the line so far explains, three times over.

/** Milliseconds: the least on any line, and the most. */
export const LEAST = 60_000;
const MOST = 600_000;
/** Bytes of the largest part that is fetched without a word in between: a checked file tells nothing before its end. */
const LARGEST = { lean: 1_200_000, whole: 3_000_000 };

/** @param {boolean} lean the runtime that is being fetched @returns {number} milliseconds */
export function patience(lean) {
  const came = /** @type {PerformanceResourceTiming[]} */ (
    ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
  ).filter(({ transferSize, requestStart, responseEnd }) => transferSize > 0 && responseEnd > requestStart);
  const bytes = came.reduce((sum, { transferSize }) => sum + transferSize, 0);
  const spent = came.reduce((sum, { requestStart, responseEnd }) => sum + responseEnd - requestStart, 0);
  const wanted = bytes > 0 ? (3 * spent * (lean ? LARGEST.lean : LARGEST.whole)) / bytes : LEAST;
  return Math.min(Math.max(wanted, LEAST), MOST);
}
