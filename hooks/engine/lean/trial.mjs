// Asks a lean runtime everything in JOB under Node, through the page's own script, and prints the answers:
// `node trial.mjs JOB` with {script: lean.js, python, snapshot: files, requests: [[door, text, …], …], marks: {address, count}}.
// A call that fails gives its reason as {failed}. `functions` are the numbers of those that left a mark.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { script, python, snapshot, requests, marks } = JSON.parse(readFileSync(process.argv[2], "utf8"));
/** @type {WebAssembly.Memory} */
let memory;
const { Memory } = WebAssembly;
WebAssembly.Memory = class extends Memory {
  constructor(size) {
    super(size);
    memory = this;
  }
};

const { wake } = await import(pathToFileURL(script).href);
const file = async (path) => new Response(readFileSync(path), { headers: { "Content-Type": "application/wasm" } });
const quiz = await wake(file(python), file(snapshot), () => {});
const answers = requests.map(([door, ...given]) => {
  try {
    return quiz[door](...given);
  } catch (error) {
    return { failed: String(error) };
  }
});
const bytes = new Uint8Array(memory.buffer);
const marked = bytes.subarray(marks?.address ?? 0, marks ? marks.address + marks.count : 0);
if (marked.some((mark) => mark > 1)) throw new Error("the stack grew into the marks");
const functions = Array.from(marked.keys()).filter((number) => marked[number]);
process.stdout.write(JSON.stringify({ answers, functions }));
