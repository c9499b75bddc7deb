// A trial under Node: `node --expose-gc trial_node.mjs FOLDER` starts the folder's runtime, asks it everything and prints
// the answers and what was entered meanwhile. With `--functions` it prints where each function of pyodide.asm.js stands.
import { readFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { functions, left } from "./marks.mjs";

const [folder, wanted] = process.argv.slice(2);
const { lock, requests, marks } = JSON.parse(await readFile(join(folder, "job.json"), "utf8"));
const entered = (globalThis.entered = []);

async function trial() {
  const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
  const python = await loadPyodide({ indexURL: `${folder}/`, packageBaseUrl: "/", stdLibURL: join(folder, "library.zip"), lockFileContents: lock });
  python.pyimport("gc").disable(); // as start.js does
  python.FS.writeFile("/quiz.zip", new Uint8Array(await readFile(join(folder, "quiz.zip"))));
  python.pyimport("sys").path.append("/quiz.zip");
  const engine = python.pyimport("quiz.browser");
  const answers = requests.map(([door, ...given]) => engine[door](...given));
  for (let round = 0; round < 3; round += 1) {
    gc(); // what Python holds for JavaScript is given back only when JavaScript's own objects are collected
    await new Promise((resolve) => setTimeout(resolve, 300)); // and what was queued is done
    requests.slice(0, 9).forEach(([door, ...given]) => engine[door](...given));
  }
  if (globalThis.leftOutCalls) throw new Error("a part was called that is left out");
  return { answers, script: left(entered, 0, entered.length), ...functions(python._module.HEAPU8, marks) };
}

async function places() {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await trial();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const found = result.find((script) => script.url.endsWith("/pyodide.asm.js"));
  return found.functions.map(({ ranges: [{ startOffset, endOffset }] }) => [startOffset, endOffset]);
}

try {
  const found = await (wanted === "--functions" ? places() : trial());
  process.stdout.write(JSON.stringify(found), () => process.exit(0)); // a pipe takes its time
} catch (error) {
  console.error(String(error?.message).slice(0, 2000)); // alone: with it Node would print Pyodide's source, one line of a megabyte
  process.exit(1);
}
