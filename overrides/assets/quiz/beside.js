// @ts-check
// Files that stand beside the quiz's scripts: the same for every visitor, so that no request tells an answer.

import { embedded } from "./dom.js";

/** @param {unknown} found @returns {found is Record<string, unknown>} */
export const named = (found) => typeof found === "object" && found !== null && !Array.isArray(found);

/** An older or a newer file never meets this page: the files' hashes, by name. */
const hashes = /** @type {Record<string, string>} */ (embedded("beside"));

/** @param {string} name @returns {Promise<Record<string, unknown>>} its JSON; rejects where it cannot be had, or is another */
export async function beside(name) {
  const ask = (/** @type {RequestCache} */ cache) =>
    fetch(new URL(name, import.meta.url), { integrity: hashes[name] ?? "", cache });
  const reply = await ask("default").catch(() => ask("reload"));
  if (!reply.ok) throw new Error(String(reply.status));
  const found = await reply.json();
  if (!named(found)) throw new TypeError(`${name} holds something else`);
  return found;
}
