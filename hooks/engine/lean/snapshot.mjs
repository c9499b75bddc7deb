// Starts Python as Pyodide ships it, without Pyodide's own modules, lets inside.py read the quiz, and writes two images of
// the memory: before Python's start and after everything. `node snapshot.mjs JOB` with {pyodide, library, quiz, inside: files
// or folders, requests: [[door, text, …], …], called: names of the library's functions, out: folder}. The same job
// gives the same bytes on every machine. With requests to `watch` it prints what these call instead.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PAGE = 65_536; // bytes
const ROUNDS = 3; // of practice in the page, with the job's requests
const LARGEST = 512; // bytes that Python's own allocator gives; larger blocks come from malloc
const STEP = 16; // bytes between the sizes of its blocks
const CHUNK = 1 << 20; // bytes, more than any free piece that matters

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));

/** No clock, no chance, no zone of time and no path of this machine may be seen from inside. */
function nothingOfThisMachine() {
  process.env.TZ = "UTC";
  let tick = 0;
  Date.now = () => Date.UTC(2026, 0, 1);
  performance.now = () => (tick += 1);
  crypto.getRandomValues = (array) => array.fill(7);
  process.argv.splice(1, process.argv.length, "/python");
  // Where it says so, Pyodide asks JavaScript for help with calls of another arity instead of a newer WebAssembly's.
  Object.defineProperty(globalThis, "navigator", { value: { userAgent: "iPhone", platform: "" }, configurable: true });
}

/** @returns the program's surroundings, its exports and its memory before Python starts */
async function program() {
  const wasm = new WebAssembly.Module(readFileSync(join(job.pyodide, "pyodide.asm.wasm")));
  const found = {};
  Object.assign(globalThis, {
    require: createRequire(import.meta.url),
    __dirname: job.pyodide,
    __filename: "pyodide.asm.js",
  });
  await import(pathToFileURL(join(job.pyodide, "pyodide.asm.js")).href);
  const marker = Symbol("error marker");
  const module = await globalThis._createPyodideModule({
    noInitialRun: true,
    API: { config: { jsglobals: globalThis }, runtimeEnv: { IN_NODE: true }, lockFilePromise: new Promise(() => {}) },
    preRun: [lay],
    instantiateWasm(imports, done) {
      imports.sentinel = { create_sentinel: () => marker, is_sentinel: (value) => value === marker };
      WebAssembly.instantiate(wasm, imports).then((instance) => {
        Object.assign(found, { imports, exports: instance.exports });
        done(instance, wasm);
      });
      return {};
    },
  });
  return { ...found, wasm, module, before: module.HEAPU8.slice() };
}

/** @param module whose files and variables Python sees */
function lay(module) {
  module.FS.mkdirTree("/lib/python3.13");
  module.FS.writeFile("/lib/python313.zip", readFileSync(job.library));
  module.FS.writeFile("/quiz.zip", readFileSync(job.quiz));
  module.FS.writeFile("/job.json", JSON.stringify({ requests: job.requests, watch: job.watch, called: job.called }));
  Object.assign(module.ENV, {
    HOME: "/",
    PYTHONHASHSEED: "0",
    PYTHONHOME: "/",
    PYTHONPATH: "/quiz.zip",
    PYTHONDONTWRITEBYTECODE: "1",
  });
}

/** @param {{module: object, exports: object}} python @returns what inside.py found */
function start({ module, exports }) {
  module.HEAP32[module._Py_NoSiteFlag >> 2] = 1;
  exports.Py_InitializeEx(0);
  const text = new TextEncoder().encode(`${readFileSync(job.inside, "utf8")}\0`);
  const at = exports.malloc(text.length);
  module.HEAPU8.set(text, at);
  if (exports.PyRun_SimpleString(at)) throw new Error("Python could not start the quiz");
  exports.free(at);
  return JSON.parse(module.FS.readFile("/found.json", { encoding: "utf8" }));
}

/**
 * Freed memory keeps what stood in it, and packs badly: takes all that is free, fills it with zeros, gives it back.
 * Python's own blocks first, small ones before large: their empty pools end as they are after the largest, with few links in
 * them. Then malloc's, large ones before small and all held to the end, so that no small one is cut from a large.
 */
function clean({ module, exports }) {
  const end = () => module.HEAPU32[exports.emscripten_get_sbrk_ptr() >> 2];
  const taken = (allocate, size) => {
    const limit = end();
    const held = [];
    while (end() === limit) {
      const at = allocate(size);
      module.HEAPU8.fill(0, at, at + size);
      held.push(at);
    }
    return held;
  };
  const backwards = (one, other) => other - one;
  for (let size = STEP; size <= LARGEST; size += STEP)
    taken(exports.PyObject_Malloc, size)
      .sort(backwards)
      .forEach((at) => exports.PyObject_Free(at));
  const sizes = Array.from({ length: Math.log2(CHUNK / STEP) + 1 }, (_, n) => CHUNK >> n);
  sizes
    .flatMap((size) => taken(exports.malloc, size))
    .sort(backwards)
    .forEach((at) => exports.free(at));
}

try {
  nothingOfThisMachine();
  const python = await program();
  const found = start(python);
  if (job.watch.length > 0) {
    process.stdout.write(JSON.stringify(found));
    process.exit(0);
  }
  clean(python);
  const { imports, module, wasm, before } = python;
  const globals = WebAssembly.Module.imports(wasm).filter(({ kind }) => kind === "global");
  const state = {
    pages: module.HEAPU8.length / PAGE,
    table: imports.env.__indirect_function_table.length,
    globals: Object.fromEntries(
      globals.map(({ module: from, name }) => [`${from}.${name}`, imports[from][name].value]),
    ),
    doors: found,
    practice: Array(ROUNDS)
      .fill(job.requests)
      .flat()
      .map(([, text]) => text),
  };
  module.HEAPU8.fill(0, state.globals["GOT.mem.__stack_low"], state.globals["env.__stack_pointer"]); // nobody is in a call
  const grown = new Uint8Array(module.HEAPU8.length);
  grown.set(before);
  for (const [name, content] of Object.entries({ before: grown, after: module.HEAPU8, state: JSON.stringify(state) })) {
    writeFileSync(join(job.out, name), content);
  }
  process.exit(0); // Pyodide waits for a list of packages that never comes
} catch (error) {
  console.error(error.message); // alone: with it Node would print Pyodide's source, one line of a megabyte
  process.exit(1);
}
