// @ts-check
// Starts a runtime as the engine's worker does, asks it everything, and tells the answers and what was entered meanwhile.
// Runs in a browser's worker and under Node alike.

/**
 * @typedef {{module: string, runtime: string, library: string, lock: object, requests: [string, ...string[]][],
 *   marks: {address: number, count: number} | null}} Job
 * `marks` says where in memory the functions of an instrumented WebAssembly file leave their marks.
 * @typedef {{answers: string[], functions: number[], script: number[], refused: string}} Outcome
 */

/** The end of the memory that every run starts with; the marks stand below it. */
const MEMORY = 20_971_520;

/** @param {ArrayLike<unknown>} marks @param {number} first @param {number} count @returns {number[]} those that were left */
function left(marks, first, count) {
  return Array.from({ length: count }, (_, n) => n).filter((n) => marks[first + n]);
}

/** @param {any} program Emscripten's module @param {{address: number, count: number}} marks */
function functions(program, { address, count }) {
  const top = program.HEAPU32[program._emscripten_get_sbrk_ptr() / 4];
  const overrun = top > address || program.HEAPU8.length !== MEMORY;
  return { functions: left(program.HEAPU8, address, count), refused: overrun ? `the heap grew into the marks: ${top}` : "" };
}

/** @param {Job} job @param {Uint8Array} quiz the archive @returns {Promise<Outcome>} */
export async function trial({ module, runtime, library, lock, requests, marks }, quiz) {
  /** @type {unknown[]} */
  const entered = [];
  Object.assign(globalThis, { entered });
  const { loadPyodide } = await import(module);
  const python = await loadPyodide({ indexURL: runtime, packageBaseUrl: runtime, stdLibURL: library, lockFileContents: lock });
  python.FS.writeFile("/quiz.zip", quiz);
  python.pyimport("sys").path.append("/quiz.zip");
  const engine = python.pyimport("quiz.browser");
  const answers = requests.map(([door, ...given]) => engine[door](...given));
  await new Promise((resolve) => setTimeout(resolve, 500)); // what was queued
  answers.push(...requests.slice(0, 3).map(([door, ...given]) => engine[door](...given)));
  return { answers, script: left(entered, 0, entered.length), ...(marks ? functions(python._module, marks) : { functions: [], refused: "" }) };
}
