// The search of a built site, asked by the theme's own worker: words come in, one a line, and for each goes out what it
// finds, as JSON: a list of results, each a list of addresses.
import fs from "node:fs";
import vm from "node:vm";

const site = process.argv[2];
const workers = `${site}/assets/javascripts/workers`;
const [worker] = fs.readdirSync(workers).filter((name) => /^search\..*\.js$/.test(name));
let listener;
let answered;
Object.assign(globalThis, {
  self: globalThis,
  addEventListener: (_, found) => (listener = found),
  postMessage: (message) => answered(message),
});
vm.runInThisContext(fs.readFileSync(`${workers}/${worker}`, "utf8"));
const ask = (data) =>
  new Promise((resolve) => {
    answered = resolve;
    listener({ data });
  });

const { config, docs } = JSON.parse(fs.readFileSync(`${site}/search/search_index.json`, "utf8"));
await ask({ type: 0, data: { config, docs, options: { suggest: false } } });
const found = {};
for (const word of fs.readFileSync(0, "utf8").split("\n")) {
  const { data } = await ask({ type: 2, data: word });
  found[word] = data.items.map((result) => result.map((part) => part.location));
}
process.stdout.write(JSON.stringify(found));
