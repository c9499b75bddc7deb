// @ts-check
// The first screen before the engine is there: what everybody with such an answer is told, from one file for all places.

import { day, el, must, say } from "./dom.js";
import { mark, pill } from "./first.js";
import { dialled, unbroken } from "./phone.js";
import { WEEK } from "./todo.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("./flow.js").Way} Way */
/** @typedef {import("../../../types/page").Glance} Glance */

/**
 * What is the same for all with such answers. Nothing for who holds a certificate, counted by kinds, or is asked by nobody.
 * @param {Record<string, Glance>} known @param {Answers} answers @param {Way} way @param {string | null} slug @returns {Glance}
 */
export function glance(known, answers, way, slug) {
  const { partner, industry, province, holds, client_requires: client } = answers;
  const kinds = Object.keys(answers).some((key) => key.startsWith("count."));
  if (kinds || client === "none" || (holds ?? "none") !== "none") return {};
  const whom = partner && partner !== "unsure" ? partner : `~${industry ?? ""}`;
  const found = known[`${province}/${whom}/${slug}${answers.people === 1 ? "/1" : ""}`] ?? {};
  const on = new Set(way.trail.map((stop) => stop.key));
  const more = client === "either" || Object.keys(answers).some((key) => !on.has(key) || key === "deadline");
  return more ? { ...found, steps: undefined, letters: undefined } : found;
}

/**
 * @param {HTMLElement} view @param {Glance} told @param {string} [deadline] a day of the calendar
 * @returns {string} the title; empty where the outcome says more
 */
export function show(view, { kind, title, route, certainty, checked, call, steps, letters }, deadline) {
  const put = (/** @type {string} */ name, /** @type {(Node | string)[]} */ content) => {
    const slot = must(`[data-ahead="${name}"]`, view);
    slot.replaceChildren(...content);
    slot.hidden = content.length === 0;
  };
  put("mark", kind && route ? mark(kind, route) : []);
  must('[data-ahead="mark"]', view).className = `result-mark route--${route ?? "none"}`;
  put("pill", certainty && checked ? [el("span", {}, pill(certainty, checked))] : []);
  must('[data-ahead="pill"]', view).className = certainty ? `result-pill sure--${certainty}` : "result-pill";
  const date = must('[data-ahead="date"]', view);
  date.replaceChildren(...(deadline ? [el("h2", {}, say("date.awaited", { date: day(deadline) }))] : []));
  date.dataset.date = deadline ? "unknown" : "none";
  for (const room of [date, must('[data-ahead="row"]', view)]) room.hidden = !title;
  const text = call && say("call.phone", { name: call.name, phone: unbroken(call.phone) });
  put("call", call && text ? [el("a", { href: dialled(call.phone), class: "quiz-button" }, text)] : []);
  put(
    "steps",
    (steps ?? []).slice(0, WEEK).map((step) => el("li", {}, step)),
  );
  put("letters", letters ? [say("date.until", { names: letters.join(", ") })] : []);
  must("[data-ahead-part]", view).hidden = !steps;
  return title ?? "";
}
