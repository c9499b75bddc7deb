// @ts-check
// Starts the full runtime with the quiz in it, inside the worker. Whatever goes wrong on the way is told at once.

/** @typedef {import("./engine.js").Manifest} Manifest */
/** @typedef {import("./engine.js").Quiz} Quiz */

const at = (/** @type {string} */ path) => new URL(path, import.meta.url).href;

/**
 * Rejects at the first sign that the start cannot succeed. Pyodide only logs some of its failures and then waits for ever,
 * so what it calls is watched: requests, WebAssembly, and errors that nobody caught. Silence is the page's to judge.
 * @param {Map<string, Promise<Response>>} asked requests that were made before Pyodide makes them @param {() => void} step
 * @returns {Promise<never>}
 */
function trouble(asked, step) {
  return new Promise((_, reject) => {
    self.addEventListener("unhandledrejection", (event) => reject(event.reason));
    self.addEventListener("error", (event) => reject(event.error ?? new Error(event.message)));
    const request = self.fetch;
    self.fetch = (url, options) => {
      const early = asked.get(String(url));
      asked.delete(String(url));
      const response = early ?? request(url, options).then(found);
      response.catch(reject);
      return response;
    };
    for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
      const instantiate = /** @type {(...call: unknown[]) => Promise<unknown>} */ (WebAssembly[name]);
      const watched = (/** @type {unknown[]} */ ...call) => {
        const instance = instantiate.apply(WebAssembly, call);
        instance.then(step, reject);
        return instance;
      };
      Object.assign(WebAssembly, { [name]: watched });
    }
  });
}

/** @param {Response} response @returns {Response} */
function found(response) {
  if (!response.ok) throw new Error(`${response.status} for ${new URL(response.url).pathname}`);
  return response;
}

/**
 * @param {Manifest} manifest @param {(path: string) => Promise<Response>} checked @param {() => void} step
 * @param {Map<string, Promise<Response>>} asked
 * @returns {Promise<Quiz>}
 */
async function load(manifest, checked, step, asked) {
  const runtime = at(manifest.runtime);
  const library = at(manifest.library);
  // A script is imported from the browser's cache once its bytes are known to be right: import itself cannot check them.
  const script = (/** @type {string} */ path) =>
    checked(path)
      .then((response) => response.arrayBuffer())
      .then(() => import(at(path)));
  const quiz = checked(manifest.quiz).then((response) => response.arrayBuffer());
  quiz.then(step, () => {}); // a failure is told by begin(), and again below
  // All at once: Pyodide itself would ask for each of them only when the one before has come.
  for (const path of [`${manifest.runtime}pyodide.asm.wasm`, manifest.library]) asked.set(at(path), checked(path));
  const [{ loadPyodide }] = await Promise.all([script(manifest.module), script(`${manifest.runtime}pyodide.asm.js`)]);
  step();
  const python = await loadPyodide({
    indexURL: runtime,
    packageBaseUrl: runtime, // without it Pyodide would point at a public network
    stdLibURL: library,
    lockFileContents: manifest.lock,
  });
  // A decision leaves nothing to collect (tests/quiz/test_browser.py).
  python.pyimport("gc").disable();
  python.FS.writeFile("/quiz.zip", new Uint8Array(await quiz));
  python.pyimport("sys").path.append("/quiz.zip");
  const { decide_json, calendar_json } = python.pyimport("quiz.browser");
  decide_json("{}"); // reads the facts, so that the first visitor's answer need not
  return { decide_json, calendar_json };
}

/**
 * Once in a worker's life.
 * @param {Manifest} manifest @param {(path: string) => Promise<Response>} checked a request that fails for any other bytes
 * @param {() => void} step called three times on the way
 * @returns {Promise<Quiz>}
 */
export function begin(manifest, checked, step) {
  /** @type {Map<string, Promise<Response>>} */
  const asked = new Map();
  let fail = (/** @type {unknown} */ _error) => {};
  const lost = new Promise((_, reject) => (fail = reject));
  const part = (/** @type {string} */ path) => {
    const response = checked(path).then(found);
    response.catch(fail);
    return response;
  };
  return Promise.race([lost, trouble(asked, step), load(manifest, part, step, asked)]);
}
