// @ts-check
// What can be taken away from a result: its content as text, its link, paper, a calendar file.

import { day, el, say } from "./dom.js";
import { brief } from "./first.js";
import { inOrder } from "./todo.js";

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/page").Saved} Saved */

/**
 * A result as plain text: verdict, date, whom to call, the steps, the link.
 * @param {Result} decision @param {string} news of the date @param {string} link @param {string} help who may help
 */
export function asText(decision, news, link, help) {
  const reach = decision.contacts.map((one) =>
    one.phone && one.verified !== false
      ? say("call.phone", { name: brief(one), phone: one.phone })
      : `${brief(one)}: ${one.email ?? one.url}`,
  );
  const steps = inOrder(decision).map((step, index) => `${index + 1}. ${step.title}. ${step.when}.`);
  const parts = [
    `${decision.first.title}. ${decision.first.text}`,
    decision.readiness && `${news}. ${decision.readiness.text}`,
    reach.join("\n"),
    steps.join("\n"),
    `${say("source-of")} ${link}`,
    help,
  ];
  return parts.filter(Boolean).join("\n\n");
}

/** @param {string} title @param {string} text @returns {Promise<boolean>} whether the device took it, or the visitor thought better of it */
export async function handOver(title, text) {
  if (!("share" in navigator)) return false;
  try {
    await navigator.share({ title, text });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}

/** @param {Saved | null} file */
export function save(file) {
  if (!file) return;
  const address = URL.createObjectURL(new Blob([file.text], { type: "text/calendar" }));
  el("a", { href: address, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(address));
}

/** @param {string} today @param {string} version @param {string} link @returns {string} */
export function paperLine(today, version, link) {
  return say("result.print-line", { date: day(today), version, link: link.split("#")[0] });
}
