// @ts-check
// What a folded part holds, in one line each, so that nobody has to open it to know.

import { listed, say } from "./dom.js";
import { glance } from "./sentences.js";

/** @typedef {import("../../../types/decision").Result} Result */

const NAMED = 3; // as many partners as a line bears

/**
 * @param {Result} decision @param {string[]} answers in words @param {number} open how many questions may still be answered
 * @param {number} pages how many sources @returns {Record<string, string>} by part
 */
export function lines(decision, answers, open, pages) {
  const { because, would_change: changes, cautions, conflicts, needed } = decision;
  return {
    because: several("about.why", because.length),
    changes: changes[0]?.text ?? say("result.none-changes"),
    cautions: glance((cautions[0] ?? needed).text) || several("about.cautions", cautions.length + 1),
    others: others(decision),
    conflicts: glance(conflicts[0]?.topic ?? "") || several("about.conflicts", conflicts.length),
    plan: open > 0 ? several("about.plan", open) : say("about.plan-none"),
    answers: answers.join(" · "),
    sources: several("about.sources", pages),
  };
}

/** @param {string} id @param {number} n */
function several(id, n) {
  return say(n === 1 ? `${id}-one` : id, { n });
}

/** Who says the same here, among those that take the industry. @param {Result} decision @returns {string} */
function others(decision) {
  const rivals = decision.partners.filter((one) => one.open && !one.doubtful && one.id !== decision.partner);
  const same = rivals.filter((one) => one.verdict.name === decision.verdict.name);
  if (decision.verdict.route === "ask" || same.length === 0)
    return decision.partners.length > 0 ? several("about.partners", decision.partners.length) : "";
  const list = same.slice(0, NAMED).map((one) => one.acronym || one.name);
  return say(same.length === 1 ? "about.same-one" : "about.same", {
    list: listed(list),
    name: decision.verdict.name,
  });
}
