// @ts-check
// The question of the date: chips that fill in a day, and a line that says how what is typed is read.

import { all, day, fullDay, must, say, today } from "./dom.js";
import { later, typedDay } from "./dates.js";

/** @param {string} text @returns {string | undefined} the day, where it is one and not in the past */
export function readDay(text) {
  const months = Array.from({ length: 12 }, (_, index) => say(`month.${index + 1}`));
  const found = typedDay(text, months, today());
  return found !== undefined && found >= today() ? found : undefined;
}

/** @param {string} text @returns {string} what was understood, in words; empty where nothing was */
function inFull(text) {
  const found = readDay(text);
  return found === undefined ? "" : say("date.read", { date: fullDay(found) });
}

/** @param {HTMLFormElement} form @param {string} [text] instead of what the field says */
export function retell(form, text) {
  const field = form.querySelector("input[type=text]");
  if (!(field instanceof HTMLInputElement) || form.dataset.kind !== "date") return;
  must("[data-read]", form).textContent = text ?? inFull(field.value);
}

/** @param {HTMLFormElement} form of a date @param {(text: string) => void} tell for the ear */
export function enlivenDay(form, tell) {
  const field = /** @type {HTMLInputElement} */ (must("input[type=text]", form));
  field.addEventListener("input", () => retell(form));
  field.addEventListener("change", () => inFull(field.value) && tell(inFull(field.value)));
  for (const chip of all("[data-chip]", form)) {
    chip.addEventListener("click", () => {
      const { days, months } = chip.dataset;
      const none = days === undefined && months === undefined;
      const found = later(today(), { days: Number(days ?? 0), months: Number(months ?? 0) });
      field.value = none ? "" : day(found);
      const told = none ? say("date.none") : inFull(field.value);
      retell(form, told);
      tell(told);
    });
  }
}
