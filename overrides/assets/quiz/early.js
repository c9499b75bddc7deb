// @ts-check
// The page's one engine. A link with answers waits for a result, so its engine starts before the page itself is read.

import { Engine } from "./client.js";
import { embedded } from "./dom.js";

/** Whether the visitor asked to save data: then only what is touched is fetched. */
export const saving = Boolean(/** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData);

const manifest = /** @type {import("./engine.js").Manifest} */ (embedded("engine"));
export const engine = new Engine(manifest, document.getElementById("engine")?.dataset.workers);

if (location.hash.includes("=") && !saving) engine.start();
