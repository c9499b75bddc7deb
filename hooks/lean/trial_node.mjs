// A trial under Node: `node trial_node.mjs FOLDER` prints the outcome as JSON. With `--functions` it prints where each
// function of pyodide.asm.js stands that Node knows of, and how often it was called.
import { readFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { trial } from "./trial.js";

const [folder, wanted] = process.argv.slice(2);
const job = JSON.parse(await readFile(join(folder, "job.json"), "utf8"));
job.module = pathToFileURL(join(folder, job.module)).href;
job.runtime = join(folder, job.runtime) + "/";
job.library = join(folder, job.library);
const quiz = new Uint8Array(await readFile(join(folder, "quiz.zip")));

async function functions() {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await trial(job, quiz);
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const found = result.find((script) => script.url.endsWith("/pyodide.asm.js"));
  return found.functions.map(({ ranges: [{ startOffset, endOffset }] }) => [startOffset, endOffset]);
}

try {
  const found = await (wanted === "--functions" ? functions() : trial(job, quiz));
  process.stdout.write(JSON.stringify(found), () => process.exit(0)); // a pipe takes its time
} catch (error) {
  console.error(String(error?.message).slice(0, 2000)); // alone: with it Node would print Pyodide's source, one line of a megabyte
  process.exit(1);
}
