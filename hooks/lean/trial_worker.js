// @ts-check
// A trial in a browser: fetches its job, and sends the outcome back to the server that it came from.
import { trial } from "./trial.js";

const at = (/** @type {string} */ name) => new URL(name, import.meta.url).href;
let outcome;
try {
  const job = await (await fetch(at("job.json"))).json();
  for (const name of ["module", "runtime", "library"]) job[name] = at(job[name]);
  outcome = await trial(job, new Uint8Array(await (await fetch(at("quiz.zip"))).arrayBuffer()));
} catch (error) {
  outcome = { refused: error instanceof Error ? `${error}\n${error.stack?.slice(0, 2000)}` : String(error) };
}
await fetch(at("outcome"), { method: "POST", body: JSON.stringify(outcome) });
