// @ts-check
// The page's one engine. A link with answers waits for a result, so its engine starts before the page itself is read, and
// what the first screen says before it is asked for too.

import { Engine } from "./client.js";
import { embedded } from "./dom.js";
import { glances } from "./glances.js";

// In one place for all scripts of the page: what was asked for here is not asked for again.
export { beside, named } from "./beside.js";
export { glances };

/** Whether the visitor asked to save data: then only what is touched is fetched. */
export const saving = Boolean(/** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData);

const manifest = /** @type {import("./engine.js").Manifest} */ (embedded("engine"));
export const engine = new Engine(manifest, document.getElementById("engine")?.dataset.workers);

if (location.hash.includes("=")) {
  void glances();
  if (!saving) engine.start();
}
