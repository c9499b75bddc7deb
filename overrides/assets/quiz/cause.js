// @ts-check
// After a failure: what stood in the way, found by asking for the engine's files once more.

/** @typedef {"network" | "host" | "older" | "browser"} Cause */
/** @typedef {{file: string, response: Response, status: number, type: string}} Found */

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
 * @param {string} version the beginning of the hash of these scripts, or nothing @param {string} reason what the engine told
 * @returns {Promise<Cause>} the line, the host, a page that is older than the files there are, or the browser
 */
export async function cause(hashes, scripts, version, reason) {
  if (typeof Worker !== "function" || typeof WebAssembly !== "object") return "browser";
  if (reason === SILENT) return "network";
  try {
    const parts = await all(Object.keys(hashes), { method: "HEAD", cache: "no-store" });
    if (parts.some(({ status }) => status === 404)) return "older"; // their names hold their hashes
    // The scripts are small, and come past a copy that the browser may hold torn: trying again gets them whole.
    const code = await all(scripts, { cache: "reload" });
    const built = await ofVersion(code, version);
    if (![...parts, ...code].every(usable) || !built || refused || POLICY.test(reason)) return "host";
    return (await whole(hashes)) ? "browser" : "host";
  } catch {
    return "network";
  }
}

/**
 * What is led elsewhere is not followed, as the engine does not follow it.
 * @param {string[]} files @param {RequestInit} how @returns {Promise<Found[]>}
 */
function all(files, how) {
  const ask = async (/** @type {string} */ file) => {
    const response = await fetch(file, { ...how, redirect: "manual" });
    return { file, response, status: response.status, type: response.headers.get("Content-Type") ?? "" };
  };
  return Promise.all(files.map(ask));
}

/** @param {Found} found @returns {boolean} */
function usable({ file, status, type }) {
  return status === 200 && TYPES[new URL(file).pathname.split(".").pop() ?? ""].test(type);
}

/**
 * Whether these are the scripts that the page was built with. To be kept by the browser they have to be read to their end.
 * @param {Found[]} scripts @param {string} version @returns {Promise<boolean>}
 */
async function ofVersion(scripts, version) {
  const came = await Promise.allSettled(scripts.map(({ response }) => response.blob()));
  const bytes = came.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  if (bytes.length < came.length) return false;
  if (!version || !self.crypto?.subtle) return true;
  const digest = await crypto.subtle.digest("SHA-256", await new Blob(bytes).arrayBuffer());
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hash.startsWith(version);
}

/** Whether each file is the one that was built: those that came so are at hand in the browser. @param {Record<string, string>} hashes */
async function whole(hashes) {
  const asked = Object.entries(hashes).map(([file, integrity]) => fetch(file, { integrity, redirect: "error" }));
  return (await Promise.allSettled(asked)).every(({ status }) => status === "fulfilled");
}
