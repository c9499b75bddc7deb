// @ts-check
// After a failure: what stood in the way, found by asking for the engine's files once more, without their contents.

/** @typedef {"network" | "host" | "older" | "browser"} Cause */

/** What the engine tells of a worker that was given up. */
export const SILENT = "the worker says nothing";

/**
 * @param {string[]} files addresses of the engine's files @param {string} reason what the engine told
 * @returns {Promise<Cause>} the line, the host, a page that is older than the files there are, or the browser
 */
export async function cause(files, reason) {
  if (typeof Worker !== "function" || typeof WebAssembly !== "object") return "browser";
  if (reason === SILENT) return "network";
  try {
    const asked = files.map((file) => fetch(file, { method: "HEAD", cache: "no-store" }));
    const found = (await Promise.all(asked)).map(({ status }) => status);
    if (found.includes(404)) return "older";
    return found.some((status) => status >= 400) ? "host" : "browser";
  } catch {
    return "network";
  }
}
