// @ts-check
// The worker that runs the Python engine. It knows no rule and no word: answers go in, decisions come out.
// Its own response carries the only policy that allows WebAssembly; the pages keep the strict one.

/**
 * What `hooks/engine/bundle.py` made; addresses are relative to this script. `lean` is a runtime that has started already, without
 * what the quiz never enters; it may be missing. `hashes` are of all engine files, by their addresses: a file that is not the
 * one that was built is not used.
 * @typedef {{module: string, runtime: string, lean?: {python: string, snapshot: string}, library: string, quiz: string,
 *   lock: object, hashes: Record<string, string>}} Manifest
 * @typedef {{decide_json: (answers: string) => string, calendar_json: (answers: string, site: string, helpLine: string) => string,
 *   practice?: string[]}} Quiz `practice` are answers to work out while nobody waits
 *
 * @typedef {{kind: "start", manifest: Manifest, progress?: boolean}
 *   | {kind: "decide", id: number, answers: Record<string, unknown>}
 *   | {kind: "calendar", id: number, answers: Record<string, unknown>, site: string, helpLine?: string}} Request
 *
 * Each "start" is answered by "ready" or "failed" with `id: null`, each "decide" by "decision" or "failed", each "calendar" by
 * "file" or "failed": exactly once. `ms` is the time from the start to readiness, `files` what was loaded for it; a decision
 * holds `errors` for answers that are refused; a file is null where no step has a date. With `progress`, the parts that have
 * arrived are told before "ready", the first time none: the worker is there. "fallback" tells, at most once, that the lean runtime gave up and the full one takes over.
 * @typedef {{kind: "ready", ms: number, files: string[], lean: boolean} | {kind: "progress", done: number, of: number}
 *   | {kind: "decision", id: number, result: {status: string} | {errors: {key: string, text: string}[]}}
 *   | {kind: "file", id: number, result: {name: string, text: string} | null}
 *   | {kind: "fallback", reason: string} | {kind: "failed", id: number | null, reason: string}} Reply
 */

/** A start in steps: three parts that have come or are put together, and everything set up. */
const STEPS = 4;
/** Milliseconds in which nobody asks before the engine practises, and between one exercise and the next. */
const PAUSE = 100;

/** @type {Promise<Quiz> | undefined} */
let engine;
/** @type {Extract<Request, {kind: "start"}> | undefined} what to start the full runtime with, while the lean one runs */
let spare;
/** @type {Worker | undefined} the full runtime, after the lean one gave up: a new worker, since nothing of the old may linger */
let full;
/** @type {string[]} answers that are not worked out yet, for nobody */
let exercises = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let practice;
let arrived = 0;
let began = 0;
/** How many starts are not answered yet. */
let starts = 0;
const request = self.fetch; // start.js watches over what Pyodide asks for, and would take a first failure for the last
/** @type {Set<string>} the engine files that were asked for; a browser's own list lacks what came from its cache in some */
const used = new Set();

/** @param {Reply} reply */
function say(reply) {
  self.postMessage(reply);
}

/** @param {unknown} error @returns {string} the last line, which is where Python names the error */
function reason(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").pop() ?? text;
}

/** @param {Extract<Reply, {kind: "ready" | "failed"}>} reply to a start; a fallback later on starts unasked */
function started(reply) {
  if (starts > 0) say(reply.kind === "ready" ? { ...reply, ms: Math.round(performance.now() - began) } : reply);
  starts = Math.max(0, starts - 1);
}

/**
 * The lean runtime gave up: the full one, in a worker of its own, does what was asked of it.
 * @param {unknown} error @param {Request | null} request
 */
function fallBack(error, request) {
  clearTimeout(practice);
  if (spare) {
    say({ kind: "fallback", reason: reason(error) });
    full = new Worker(import.meta.url, { type: "module" });
    full.onmessage = ({ data }) => (data.id === null || data.kind === "ready" ? started(data) : say(data));
    full.onerror = () => say({ kind: "failed", id: null, reason: "the worker of the full engine could not run" });
    full.postMessage(spare);
    spare = engine = undefined;
  }
  if (request) full?.postMessage(request);
}

/**
 * A browser keeps these files for a year, a torn one too: what fails is asked for once more, past the browser's copy.
 * @param {Manifest} manifest @returns {(path: string) => Promise<Response>} a request that fails for any other bytes
 */
function checked(manifest) {
  return (path) => {
    const { href } = new URL(path, import.meta.url);
    used.add(href);
    const integrity = manifest.hashes[path] ?? "";
    const ask = (/** @type {RequestCache} */ cache) => request(href, { integrity, redirect: "error", cache });
    return ask("default").catch(() => ask("reload"));
  };
}

/**
 * The lean runtime; its files are asked for before its script is here.
 * @param {Manifest} manifest @param {{python: string, snapshot: string}} lean @param {() => void} step
 * @returns {Promise<Quiz>}
 */
async function wake(manifest, lean, step) {
  const [python, snapshot] = [lean.python, lean.snapshot].map(checked(manifest));
  return (await import("./lean.js")).wake(python, snapshot, step);
}

/** The full runtime. @param {Manifest} manifest @param {() => void} step @returns {Promise<Quiz>} */
async function begin(manifest, step) {
  // By an address that esbuild does not follow, with the version that this script was asked for by.
  const address = new URL(`start.js${self.location.search}`, import.meta.url).href;
  const script = /** @type {typeof import("./start.js")} */ (await import(address));
  return script.begin(manifest, checked(manifest), step);
}

/** @param {Extract<Request, {kind: "start"}>} request */
async function start(request) {
  starts += 1;
  if (full) return full.postMessage(request);
  const { manifest, progress } = request;
  const tell = () => progress && say({ kind: "progress", done: arrived, of: STEPS });
  const step = () => {
    arrived += 1;
    tell();
  };
  tell();
  if (!engine) {
    began = performance.now();
    const lean = typeof Worker === "function" ? manifest.lean : undefined;
    if (lean) spare = { kind: "start", manifest: { ...manifest, lean: undefined }, progress };
    engine = lean ? wake(manifest, lean, step) : begin(manifest, step);
  }
  try {
    const quiz = await engine;
    started({ kind: "ready", ms: 0, files: [...used], lean: Boolean(spare) });
    exercises = [...(quiz?.practice ?? [])];
    if (quiz) practise(quiz);
  } catch (error) {
    if (spare || full) fallBack(error, null);
    else started({ kind: "failed", id: null, reason: reason(error) });
  }
}

/**
 * The first answers take longest, since the browser compiles what it runs for the first time: while nobody waits for one,
 * before the first question and while its answer is read, some are worked out for nobody.
 * @param {Quiz} quiz
 */
function practise(quiz) {
  clearTimeout(practice);
  practice = setTimeout(() => {
    const text = exercises.shift();
    if (text === undefined) return;
    try {
      quiz.decide_json(text);
      practise(quiz);
    } catch (error) {
      fallBack(error, null);
    }
  }, PAUSE);
}

/**
 * @param {Exclude<Request, {kind: "start"}>} request @param {"decision" | "file"} kind of the answer
 * @param {(quiz: Quiz) => string} work gives the answer's result as JSON
 */
async function answer(request, kind, work) {
  clearTimeout(practice);
  try {
    if (!engine && !full) throw new Error(`${kind} before start`);
    const quiz = await engine;
    if (!quiz || full) return full?.postMessage(request);
    say({ kind, id: request.id, result: JSON.parse(work(quiz)) });
    practise(quiz);
  } catch (error) {
    if (spare || full) fallBack(error, request);
    else say({ kind: "failed", id: request.id, reason: reason(error) });
  }
}

// What nobody caught would tell the page that the worker is broken.
for (const kind of /** @type {const} */ (["error", "unhandledrejection"]))
  self.addEventListener(kind, (/** @type {Event & {error?: unknown, reason?: unknown, message?: string}} */ event) => {
    if (!spare && !full) return;
    event.preventDefault();
    fallBack(event.error ?? event.reason ?? event.message, null);
  });

self.addEventListener("message", (/** @type {MessageEvent<Request>} */ { data }) => {
  if (data.kind === "start") start(data);
  if (data.kind === "decide") answer(data, "decision", (quiz) => quiz.decide_json(JSON.stringify(data.answers)));
  if (data.kind === "calendar")
    answer(data, "file", (quiz) => quiz.calendar_json(JSON.stringify(data.answers), data.site, data.helpLine ?? ""));
});
