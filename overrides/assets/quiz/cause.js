// @ts-check
// After a failure: what stood in the way, found by asking for the engine's files once more.

/** @typedef {"network" | "host" | "older" | "browser"} Cause */

/** What the engine tells of a worker that was given up. */
export const SILENT = "the worker says nothing";

/** What a browser takes for each kind of file; a page is none of them. @type {Record<string, RegExp>} */
const TYPES = { js: /^(text|application)\/javascript/, wasm: /^application\/wasm/, zip: /^(?!text\/html)/ };
const POLICY = /Content Security Policy|\bCSP\b/i;

let refused = false;
// The pages' own policy allows the worker: one that does not was added by the host.
document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
  if (effectiveDirective === "worker-src") refused = true;
});

/**
 * @param {Record<string, string>} hashes of the engine's files, by their addresses @param {string[]} scripts of the worker
 * @param {string} reason what the engine told
 * @returns {Promise<Cause>} the line, the host, a page that is older than the files there are, or the browser
 */
export async function cause(hashes, scripts, reason) {
  if (typeof Worker !== "function" || typeof WebAssembly !== "object") return "browser";
  if (reason === SILENT) return "network";
  try {
    const parts = await all(Object.keys(hashes), { method: "HEAD", cache: "no-store" });
    if (parts.some(({ status }) => status === 404)) return "older"; // their names hold their hashes
    // The scripts are small, and come past a copy that the browser may hold torn: trying again gets them whole.
    const code = await all(scripts, { cache: "reload" });
    if (![...parts, ...code].every(usable) || refused || POLICY.test(reason)) return "host";
    return (await whole(hashes)) ? "browser" : "host";
  } catch {
    return "network";
  }
}

/**
 * What is led elsewhere is not followed, as the engine does not follow it.
 * @param {string[]} files @param {RequestInit} how @returns {Promise<{file: string, status: number, type: string}[]>}
 */
function all(files, how) {
  const ask = async (/** @type {string} */ file) => {
    const { status, headers } = await fetch(file, { ...how, redirect: "manual" });
    return { file, status, type: headers.get("Content-Type") ?? "" };
  };
  return Promise.all(files.map(ask));
}

/** @param {{file: string, status: number, type: string}} found @returns {boolean} */
function usable({ file, status, type }) {
  return status === 200 && TYPES[file.split(".").pop() ?? ""].test(type);
}

/** Whether each file is the one that was built: those that came so are at hand in the browser. @param {Record<string, string>} hashes */
async function whole(hashes) {
  const asked = Object.entries(hashes).map(([file, integrity]) => fetch(file, { integrity, redirect: "error" }));
  return (await Promise.allSettled(asked)).every(({ status }) => status === "fulfilled");
}
