// @ts-check
// The engine's own worker, with an ear for one more message: what was entered so far.
import { functions, left } from "./marks.mjs";

/** @type {unknown[]} */
const entered = [];
/** @type {WebAssembly.Memory | undefined} */
let memory;
const { Memory } = WebAssembly;
const PAGE = 65_536;
Object.assign(globalThis, { entered });
WebAssembly.Memory = class extends Memory {
  /** @param {WebAssembly.MemoryDescriptor} size */
  constructor(size) {
    super(size);
    if (this.buffer.byteLength > PAGE) memory = this; // Pyodide makes a small one too, to try something out
  }
};

self.addEventListener("message", ({ data: { kind, marks } }) => {
  if (kind !== "marks") return;
  const bytes = new Uint8Array(memory?.buffer ?? new ArrayBuffer(0));
  self.postMessage({ kind, script: left(entered, 0, entered.length), ...functions(bytes, marks) });
});
await import("./engine.js");
self.postMessage({ kind: "here" });
