// The floor: no Python, no plan. The table that the build compiles, walked by a page that could hardly be smaller.
import { ready } from "./page.js";

const { flow, outcomes } = await (await fetch("table.json")).json();

function following(node, given) {
  const value = given[node.key];
  if (value === undefined) return undefined;
  if (typeof value !== "number") return node.to[value];
  return node.from.findLast(([start]) => start <= value)[1];
}

ready((given) => {
  let at = flow.start;
  while (typeof at === "number") {
    const node = flow.nodes[at];
    const to =
      node.then ?? // a question that nothing hangs on
      following(node, given) ??
      (node.key === "industry" || node.key === "client_requires"
        ? following(node, { [node.key]: "unsure" })
        : undefined);
    if (to === undefined) return { status: "question", question: { key: node.key, text: node.key } };
    at = to;
  }
  const { name, route } = outcomes[at];
  return { status: "result", headline: name, verdict: { route } };
});
