// Pyodide as its documentation's first pages show it: on the main thread, with its own files as they come.
import { ready } from "./page.js";

const pyodide = await loadPyodide();
const archive = await (await fetch("quiz.zip")).arrayBuffer();
pyodide.unpackArchive(archive, "zip");
await pyodide.runPythonAsync("from quiz.browser import decide_json");
ready((answers) => {
  pyodide.globals.set("answers", JSON.stringify(answers));
  return JSON.parse(pyodide.runPython("decide_json(answers)"));
});
