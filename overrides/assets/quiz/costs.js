// @ts-check
// What a certificate costs, brings and takes: three numbers, and every amount with its source.

import { el, say, shortDay } from "./dom.js";
import { cite } from "./parts.js";
import { glance, opening } from "./sentences.js";

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/decision").Money} Money */
/** @typedef {(Node | string)[]} Nodes */

const LAST = "certificate"; // the step at whose end the certificate is there

/** @param {Result} decision @returns {Nodes} empty where there is no way to a certificate to speak of */
export function numbers(decision) {
  const last = decision.steps.find((step) => step.id === LAST);
  if (!last && decision.money.length === 0) return [];
  const fee = decision.money.find((one) => one.kind === "fee");
  const back = decision.money.find((one) => one.kind === "refund");
  const date = last?.earliest && shortDay(last.earliest);
  const time = date ? say(`result.${last.begins}`, { date }) : say("money.no-day");
  return [
    tile("fee", fee?.figure ?? say("money.no-fee"), fee ? opening(fee.text)[0] : say("money.ask")),
    tile("refund", back?.figure ?? say("money.no-refund"), back ? whatComesBack(back) : say("money.none-found")),
    ...(last ? [tile("time", time, "")] : []),
  ];
}

/** @param {Money} back @returns {string} of what the figure is a share; without a figure, what there is to say instead */
function whatComesBack(back) {
  if (!/\d/.test(back.figure)) return glance(back.text);
  return back.low === null ? say("money.of-premium") : say("money.for-you");
}

/** @param {string} kind @param {string} figure @param {string} text @returns {HTMLElement} */
function tile(kind, figure, text) {
  return el(
    "div",
    {},
    el("dt", {}, say(`money.${kind}`)),
    el("dd", { class: "result-figure" }, figure),
    text && el("dd", {}, text),
  );
}

/** @param {Result} decision @returns {Nodes} */
export function amounts(decision) {
  return decision.money.map((one) => el("li", {}, el("p", {}, one.text), cite(one.source)));
}
