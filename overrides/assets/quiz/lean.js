// @ts-check
// The quiz as it stood in memory once Python had started and read it (hooks/engine/lean): two files are put in place, and it
// answers. What it meets that is left out ends in an error, never in another answer; the full runtime takes over then.

/** @typedef {import("./engine.js").Quiz} Quiz */
/**
 * What a snapshot says of itself: the sizes of memory and of Python's table of functions, the values of its globals, where
 * each door stands, and answers to practise with.
 * @typedef {{pages: number, table: number, globals: Record<string, number>, doors: Record<"decide_json" | "calendar_json", number>,
 *   practice: string[]}} State
 * Python's C interface, as far as it is used; addresses and lengths in, addresses out.
 * @typedef {Record<"PyMem_RawMalloc" | "PyMem_RawFree" | "PyUnicode_DecodeUTF8" | "PyUnicode_AsUTF8AndSize"
 *   | "PyObject_Vectorcall" | "_Py_DecRef", (...given: number[]) => number>} Python
 */

const PAGE = 65_536; // bytes of WebAssembly's memory that are added at once
const MOST_PAGES = 65_536;
const WORD = 4; // bytes of an address

/** @param {string} name @returns {never} */
function leftOut(name) {
  throw new Error(`${name} is left out`);
}

/** @param {WebAssembly.Memory} memory @param {number} size in bytes, wanted in all @returns {number} 1 if there is room now, or 0 */
function grown(memory, size) {
  try {
    memory.grow(Math.ceil((size - memory.buffer.byteLength) / PAGE));
    return 1;
  } catch {
    return 0;
  }
}

/**
 * Everything that Python asks of its surroundings: there are no files, no clock and no JavaScript.
 * @param {WebAssembly.Module} python @param {State} state @param {WebAssembly.Memory} memory
 * @returns {WebAssembly.Imports}
 */
function surroundings(python, state, memory) {
  const table = new WebAssembly.Table({ initial: state.table, element: "anyfunc" });
  /** @type {Record<string, (...given: number[]) => unknown>} */
  const functions = {
    // C calls some functions with more arguments than they take, which JavaScript allows and WebAssembly does not.
    _PyEM_TrampolineCall_JS: (at, ...given) => table.get(at ?? 0)(...given),
    _Py_CheckEmscriptenSignals_Helper: () => 0, // nobody interrupts a decision
    emscripten_resize_heap: (size) => grown(memory, size ?? 0),
  };
  /** @type {Record<string, (from: string, name: string) => unknown>} */
  const kinds = {
    function: (_, name) => functions[name] ?? (() => leftOut(name)),
    global: (from, name) => {
      const fixed = from === "env" && name.endsWith("_base");
      return new WebAssembly.Global({ value: "i32", mutable: !fixed }, state.globals[`${from}.${name}`]);
    },
    memory: () => memory,
    table: () => table,
    tag: () =>
      new /** @type {{Tag: new (type: object) => object}} */ (/** @type {unknown} */ (WebAssembly)).Tag({
        parameters: ["i32"],
      }),
  };
  /** @type {Record<string, WebAssembly.ModuleImports>} */
  const found = {};
  for (const { module, name, kind } of WebAssembly.Module.imports(python)) {
    (found[module] ??= {})[name] = /** @type {WebAssembly.ImportValue} */ (kinds[kind]?.(module, name));
  }
  return found;
}

/**
 * One call of a function of the quiz: texts in, a text out. Throws where Python raises an error: it has none for the quiz's own.
 * @param {Python} python @param {WebAssembly.Memory} memory @param {number} door @param {string[]} texts @returns {string}
 */
function call(python, memory, door, texts) {
  const place = python.PyMem_RawMalloc((texts.length + 1) * WORD); // the first word is Python's own to use
  const given = texts.map((text) => {
    const bytes = new TextEncoder().encode(text);
    const at = python.PyMem_RawMalloc(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, at);
    const object = python.PyUnicode_DecodeUTF8(at, bytes.length, 0);
    python.PyMem_RawFree(at);
    return object;
  });
  new Uint32Array(memory.buffer).set(given, place / WORD + 1);
  const result = python.PyObject_Vectorcall(door, place + WORD, given.length, 0);
  const text = result && python.PyUnicode_AsUTF8AndSize(result, place);
  if (!text) throw new Error("an error inside Python");
  const length = new Uint32Array(memory.buffer)[place / WORD];
  const answer = new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(memory.buffer, text, length));
  for (const object of [result, ...given]) python._Py_DecRef(object);
  python.PyMem_RawFree(place);
  return answer;
}

/**
 * @param {Promise<Response>} program Python, without what the quiz never enters
 * @param {Promise<Response>} snapshot its memory with the quiz in it, as a module that does nothing but fill memory
 * @param {() => void} step called when each of the two is here, and when they are put together
 * @returns {Promise<Quiz>}
 */
export async function wake(program, snapshot, step) {
  const told = (/** @type {WebAssembly.Module} */ module) => (step(), module);
  const [code, content] = await Promise.all(
    [program, snapshot].map((part) => WebAssembly.compileStreaming(part).then(told)),
  );
  if (!code || !content) throw new Error("half of it is missing");
  const [note = new ArrayBuffer(0)] = WebAssembly.Module.customSections(content, "state");
  /** @type {State} */
  const state = JSON.parse(new TextDecoder().decode(note));
  const memory = new WebAssembly.Memory({ initial: state.pages, maximum: MOST_PAGES });
  const { exports } = await WebAssembly.instantiate(code, surroundings(code, state, memory));
  await WebAssembly.instantiate(content, { env: { memory } });
  const python = /** @type {Python} */ (/** @type {unknown} */ (exports));
  step();
  return {
    decide_json: (answers) => call(python, memory, state.doors.decide_json, [answers]),
    calendar_json: (...given) => call(python, memory, state.doors.calendar_json, given),
    practice: state.practice,
  };
}
