// @ts-check
// The page's side of the engine: starts the worker once, and gives each request exactly one answer or one failure.

import { SILENT, cause } from "./cause.js";
import { LEAST, patience } from "./patience.js";

/** @typedef {"loading" | "ready" | "failed"} State */
/** @typedef {{kind: string, id?: number | null, result?: unknown, reason?: string, done?: number, of?: number, files?: string[]}} Reply */

export class Engine {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, {message: object, resolve: (result: unknown) => void, reject: (error: Error) => void}>} */
  #waiting = new Map();
  #count = 0;
  /** @type {number | undefined} */
  #silent;
  /** Whether this worker has said anything: one that did not load says nothing about the runtime that it was to start. */
  #alive = false;
  /** How many workers did not load: the next one is asked for past a copy of its script that the browser may keep torn. */
  #lost = 0;
  /** Whether a worker that did not load was begun once more already. */
  #again = false;
  #reason = "";
  #loaded = (/** @type {string[]} */ _files) => {};
  /** @type {State} */
  state = "loading";
  /** @type {Promise<string[]>} the addresses of what was loaded, once the engine can answer */
  ready = new Promise((resolve) => (this.#loaded = resolve));

  changed = (/** @type {State} */ _state) => {};
  progress = (/** @type {number} */ _done, /** @type {number} */ _of) => {};

  /**
   * @param {import("./engine.js").Manifest} manifest what `hooks/engine/bundle.py` made
   * @param {string} [version] of the worker's scripts: a copy of another one that a browser kept has another address
   */
  constructor(manifest, version = "") {
    this.manifest = this.whole = manifest;
    this.version = version;
  }

  /** Tells now and from now on. @param {(state: State) => void} changed @param {(done: number, of: number) => void} progress */
  watch(changed, progress) {
    this.changed = changed;
    this.progress = progress;
    changed(this.state);
  }

  /** Starts the worker once; after a failure only a new question to the engine tries again. @param {boolean} [again] */
  start(again = false) {
    if (this.#worker || (this.state === "failed" && !again)) return;
    this.#turn("loading");
    try {
      const worker = new Worker(this.#script("engine.js", this.#lost), { type: "module" });
      worker.addEventListener("message", (/** @type {MessageEvent<Reply>} */ event) => this.#hear(event.data));
      worker.addEventListener("error", (event) => {
        event.preventDefault(); // it is dealt with here, so nobody else need hear of it
        this.#fallen(`the worker could not run: ${event.message ?? event.type}`);
      });
      worker.addEventListener("messageerror", () => this.#fail("the worker's answer could not be read"));
      this.#worker = worker;
      this.#alive = false;
      worker.postMessage({ kind: "start", manifest: this.manifest, progress: true });
      this.#listen();
    } catch (error) {
      this.#fail(String(error));
    }
  }

  /**
   * @param {string} kind "decide" or "calendar" @param {Record<string, unknown>} content
   * @returns {Promise<unknown>} rejects when the engine cannot run
   */
  ask(kind, content) {
    this.start(true);
    const worker = this.#worker;
    if (!worker) return Promise.reject(new Error("no engine"));
    return new Promise((resolve, reject) => {
      const id = (this.#count += 1);
      const message = { kind, id, ...content };
      this.#waiting.set(id, { message, resolve, reject });
      worker.postMessage(message);
      this.#listen();
    });
  }

  /** @returns {Promise<import("./cause.js").Cause>} what stood in the way, after a failure */
  cause() {
    const at = (/** @type {string} */ file) => new URL(file, import.meta.url).href;
    const hashes = Object.entries(this.whole.hashes).map(([file, hash]) => [at(file), hash]);
    // By their first addresses: a copy that the browser keeps torn is replaced by what comes now, for the next visit.
    const scripts = ["engine.js", "start.js"].map((file) => this.#script(file).href);
    return cause(Object.fromEntries(hashes), scripts, this.version, this.#reason);
  }

  /** @param {string} file @param {number} [lost] @returns {URL} of a script of the worker, in the version of the page */
  #script(file, lost = 0) {
    const query = [this.version, lost || ""].filter(Boolean).join("-");
    return new URL(query ? `${file}?${query}` : file, import.meta.url);
  }

  /** While something is awaited, a worker that says nothing for longer than the line explains is given up. */
  #listen(since = Date.now()) {
    clearTimeout(this.#silent);
    if (!this.#worker || (this.state !== "loading" && this.#waiting.size === 0)) return;
    const over = () => Date.now() - since - patience(Boolean(this.manifest.lean));
    this.#silent = setTimeout(
      () => {
        if (over() < 0)
          this.#listen(since); // the line turned out to be slower meanwhile
        else if (over() > LEAST)
          this.#listen(); // a telephone slept in a pocket, and the worker with it
        else this.#fallen(SILENT);
      },
      Math.max(-over(), 0),
    );
  }

  /** @param {Reply} reply */
  #hear(reply) {
    this.#alive = true;
    this.#again = false;
    this.#answer(reply);
    this.#listen();
  }

  /** @param {Reply} reply */
  #answer(reply) {
    if (reply.kind === "ready") {
      this.#loaded(reply.files ?? []);
      return this.#turn("ready");
    }
    if (reply.kind === "fallback") this.manifest = { ...this.manifest, lean: undefined };
    if (reply.kind === "progress") return reply.done ? this.progress(reply.done, reply.of ?? 0) : undefined;
    if (reply.kind === "failed" && typeof reply.id !== "number") return this.#fail(reply.reason ?? "");
    const waiting = this.#waiting.get(reply.id ?? 0);
    this.#waiting.delete(reply.id ?? 0);
    if (reply.kind === "failed") waiting?.reject(new Error(reply.reason));
    else waiting?.resolve(reply.result);
  }

  /**
   * An error that nobody caught, or silence: once, another worker gets what is still unanswered. Where the lean runtime may be
   * to blame it starts the full one.
   * @param {string} reason
   */
  #fallen(reason) {
    if (!this.#alive) this.#lost += 1;
    if (this.#alive ? !this.manifest.lean : this.#again) return this.#fail(reason);
    if (this.#alive) this.manifest = { ...this.manifest, lean: undefined };
    else this.#again = true;
    this.#worker?.terminate();
    this.#worker = null;
    this.start(true);
    const worker = /** @type {Worker | null} */ (this.#worker);
    for (const { message } of this.#waiting.values()) worker?.postMessage(message);
  }

  /** @param {string} reason */
  #fail(reason) {
    this.#reason = reason;
    this.#worker?.terminate();
    this.#worker = null;
    this.#again = false;
    this.manifest = this.whole; // who tries again gets the lean runtime first
    this.#turn("failed");
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }

  /** @param {State} state */
  #turn(state) {
    this.state = state;
    this.changed(state);
  }
}
