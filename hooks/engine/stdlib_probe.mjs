// Which modules of the standard library do Pyodide's start-up and the engine need? Runs both once under Node and prints
// the answer as JSON: names inside python_stdlib.zip. The first argument is a JSON file:
// {pyodide: folder, sources: {"quiz/x.py": text, …}, requests: [text, …]}.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const LOADED = `
import sys, json
home = next(entry for entry in sys.path if entry.endswith(".zip")) + "/"
specs = [getattr(module, "__spec__", None) for module in list(sys.modules.values())]
files = {spec.origin or "" for spec in specs if spec}  # not __file__: frozen modules claim a file that nobody reads
json.dumps(sorted(name.removeprefix(home) for name in files if name.startswith(home)))
`;

async function probe({ pyodide, sources, requests }) {
  const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
  const { info } = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf8"));
  const python = await loadPyodide({ lockFileContents: { info, packages: {} }, packageBaseUrl: "/" });
  for (const [name, text] of Object.entries(sources)) {
    python.FS.mkdirTree(join("/engine", dirname(name)));
    python.FS.writeFile(join("/engine", name), text);
  }
  python.pyimport("sys").path.append("/engine");
  const decide = python.pyimport("quiz.browser").decide_json;
  for (const request of requests) decide(request);
  try {
    python.runPython("raise LookupError"); // an error on its way to JavaScript passes modules that nothing else needs
  } catch {
    return python.runPython(LOADED);
  }
}

try {
  console.log(await probe(JSON.parse(await readFile(process.argv[2], "utf8"))));
} catch (error) {
  console.error(error.message); // alone: with it Node would print Pyodide's source, one line of a megabyte
  process.exitCode = 1;
}
