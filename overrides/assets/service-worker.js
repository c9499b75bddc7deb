// @ts-check
/// <reference lib="webworker" />
// Keeps the quiz, and the pages that were seen, working without a network. One version of the site is one set of files:
// it is served whole until the next one is stored whole, and no page of one is ever given a file of the other.
// hooks/publish/service_worker.py writes the list of the site's files, with their hashes, above this code.

/**
 * @typedef {{version: string, core: string[], engine: string[], files: Record<string, string>}} Site
 *   `core` is kept from the start, `engine` once the quiz has run, every other file of `files` when it is first asked for
 */
const worker = /** @type {ServiceWorkerGlobalScope & {SITE: Site}} */ (/** @type {unknown} */ (self));
const { version, core, engine, files } = worker.SITE;
const root = worker.registration.scope;
const OURS = `cor-secor ${root} `; // other sites may stand on the same origin
const PAGES = OURS + version;
const ENGINE = `${OURS}engine`; // addresses with hashes in them: shared by all versions

const PATIENCE = 4000; // milliseconds without an answer of the host after which a page that is kept is given
const QUIZ = /^(quiz|embed)\/index\.html$/; // the pages that run the engine
const FORTNIGHT = 14 * 24 * 60 * 60 * 1000; // after that long without an update a page is asked for again first

/** Windows whose page came from a newer version than this worker's: they get all else from the network too. */
const newer = new Set();

/** @param {number} time @returns {Promise<null>} */
const later = (time) => new Promise((resolve) => setTimeout(() => resolve(null), time));
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));
const young = (/** @type {Response} */ kept) => Date.now() - Date.parse(kept.headers.get("Date") ?? "") < FORTNIGHT;
const windows = () => worker.clients.matchAll({ type: "window", includeUncontrolled: true });
/** An engine file's name without versions and hashes: a new version keeps the same files that this device used before. */
const kind = (/** @type {string} */ name) => name.replace(/\d+(\.\d+)+|[0-9a-f]{12,}/g, "");
const address = (/** @type {string} */ name) => root + name.replace(/(^|\/)index\.html$/, "$1");

/** @param {string} url @returns {string | null} the file of this version that an address means; the query does not matter */
function file(url) {
  const { origin, pathname } = new URL(url);
  if (!(origin + pathname).startsWith(root)) return null;
  const name = (origin + pathname).slice(root.length).replace(/(^|\/)$/, "$1index.html");
  return Object.prototype.hasOwnProperty.call(files, name) ? name : null;
}

/** Hosts lead from a folder to its page, and so does this where there is none. @param {string} url @returns {string | null} of the page of this version */
function withSlash(url) {
  const { origin, pathname, search } = new URL(url);
  return file(`${origin}${pathname}/`) === null ? null : `${origin}${pathname}/${search}`;
}

/** @param {string} name @param {RequestInit} [how] @returns {Promise<{response: Response, same: boolean}>} the file, and whether it is this version's */
async function fetched(name, how) {
  const found = await fetch(address(name), how);
  const body = await found.arrayBuffer();
  const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", body))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  // Made anew, since a window refuses a response that was redirected, as some hosts do with names that end in .html.
  return { response: new Response(body, found), same: found.ok && hash.startsWith(files[name]) };
}

/** @param {string} cache @param {string} name @param {(response: Response) => Response} [made] @param {RequestInit} [how] */
async function keep(cache, name, made = (response) => response, how) {
  const store = await caches.open(cache);
  if (await store.match(address(name))) return;
  const { response, same } = await fetched(name, how);
  if (!same) throw new DOMException(`${name} is of another version`, "VersionError");
  await store.put(address(name), made(response));
}

/** @param {Response} response @param {CompressionStream | DecompressionStream} through @returns {Response} */
const piped = (response, through) =>
  new Response(response.body?.pipeThrough(through), {
    headers: { "Content-Type": response.headers.get("Content-Type") ?? "" },
  });

const packed = (/** @type {Response} */ response) => piped(response, new CompressionStream("gzip"));
/** @param {(string | null)[]} names */
const keepEngine = (names) =>
  Promise.all(
    names.filter((name) => name !== null && engine.includes(name)).map((name) => keep(ENGINE, name ?? "", packed)),
  );

/** Store this version whole: what the quiz needs, every page that was kept before, and the ones that are open. */
async function install() {
  const stores = await Promise.all((await ours()).filter((name) => name !== ENGINE).map((name) => caches.open(name)));
  const kept = (await Promise.all(stores.map((store) => store.keys()))).flat();
  const seen = [...kept, ...(await windows())].map(({ url }) => file(url)).filter((name) => name !== null);
  await Promise.all(
    [...new Set([...core, ...seen])].map((name) => keep(PAGES, name, undefined, { cache: "no-cache" })),
  );
  if (!(await caches.has(ENGINE))) return;
  const had = new Set((await (await caches.open(ENGINE)).keys()).map(({ url }) => kind(url.slice(root.length))));
  await keepEngine(engine.filter((name) => had.has(kind(name))));
}

/** A device without room gets the site without a worker; after any other failure the old version stays. @param {any} error */
async function giveUp(error) {
  if (error.name === "QuotaExceededError") {
    for (const name of await ours()) await caches.delete(name);
    worker.registration.unregister(); // not awaited: it waits for this install to end
  }
  throw error;
}

async function activate() {
  for (const name of await ours()) if (name !== PAGES && name !== ENGINE) await caches.delete(name);
  if (!(await caches.has(ENGINE))) return;
  const store = await caches.open(ENGINE);
  for (const { url } of await store.keys()) if (!engine.includes(file(url) ?? "")) await store.delete(url);
}

/**
 * Nothing where the store cannot be read, as on a damaged disk: the network still has the site.
 * @param {string} cache @param {RequestInfo} request @returns {Promise<Response | undefined>}
 */
async function stored(cache, request) {
  try {
    return (await caches.has(cache)) ? await (await caches.open(cache)).match(request) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a page finds what it runs with. The host takes the engine of this version away with the next one, so where it was
 * never used on this device, a page with the quiz is asked for again first.
 * @param {string} name
 */
async function runs(name) {
  if (!QUIZ.test(name) || engine.length === 0) return true;
  try {
    const kept = (await caches.has(ENGINE)) ? await (await caches.open(ENGINE)).keys() : [];
    return kept.some(({ url }) => engine.includes(file(url) ?? ""));
  } catch {
    return false;
  }
}

/** What the host has now; a file of this version is kept. @param {string} name */
async function current(name) {
  const found = await fetched(name, { cache: "no-cache" });
  const copy = found.response.clone();
  const put = async () => (await caches.open(PAGES)).put(address(name), copy);
  if (found.same) await put().catch(() => {});
  return found;
}

/** @param {FetchEvent} event @param {string | null} name @returns {Promise<Response>} */
async function answer(event, name) {
  const { request, resultingClientId } = event;
  const kept = name && (await stored(PAGES, address(name)));
  if (kept && (request.mode !== "navigate" || (young(kept) && (await runs(name))))) return kept;
  try {
    if (name === null) return await fetch(request);
    const coming = current(name);
    if (kept) event.waitUntil(coming.catch(() => {})); // what comes late is there the next time
    const found = await (kept ? Promise.race([coming, later(PATIENCE)]) : coming);
    // Whatever the host says instead of the page is no newer page. One that it took away goes with this version.
    if (kept && !found?.response.ok) return kept;
    const { response, same } = found ?? (await coming);
    if (!same && request.mode === "navigate") newer.add(resultingClientId);
    return response;
  } catch (error) {
    return kept || (request.mode === "navigate" && (await stored(PAGES, address("503.html")))) || Response.error();
  }
}

/**
 * The browser's own copy of an engine file is the quickest, then ours: with its hash in the name neither is an old one, and no
 * line is waited for. Who asks past the browser's copies was given a wrong one.
 * @param {Request} request
 */
async function engineFile(request) {
  const anew = request.cache === "reload";
  /** @type {RequestInit} */
  const atHand = { cache: "only-if-cached", mode: "same-origin" };
  const own = anew ? null : await fetch(request, atHand).catch(() => null);
  if (own?.ok) return own;
  const kept = await stored(ENGINE, request);
  const found = kept && !anew ? null : await fetch(request).catch(() => null);
  return kept && !found?.ok ? piped(kept, new DecompressionStream("gzip")) : (found ?? Response.error());
}

/** The new version takes over when the person asks for it and no other window would be changed under somebody. @param {ExtendableMessageEvent} event */
async function takeOver({ source }) {
  if ((await windows()).length > 1) source?.postMessage({ kind: "others-open" });
  else await worker.skipWaiting();
}

worker.addEventListener("install", (event) => event.waitUntil(install().catch(giveUp)));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  if (event.data.kind === "keep-engine") event.waitUntil(keepEngine(event.data.files.map(file)).catch(() => {}));
  if (event.data.kind === "take-over") event.waitUntil(takeOver(event));
});
worker.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  const name = file(request.url);
  const folder = name === null && request.mode === "navigate" ? withSlash(request.url) : null;
  if (folder !== null) event.respondWith(Response.redirect(folder));
  else if (name !== null && engine.includes(name)) event.respondWith(engineFile(request));
  // A navigation has the page that is left as its client. Some hosts let a browser keep files for minutes: not these.
  else if (request.mode !== "navigate" && newer.has(clientId)) event.respondWith(fetch(request, { cache: "no-cache" }));
  else if (name !== null || request.mode === "navigate") event.respondWith(answer(event, name));
});
