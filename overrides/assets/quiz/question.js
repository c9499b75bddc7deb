// @ts-check
// One question's form: fill it, read it, show what is wrong with it. Its words and ranges stand in the form itself.

import { all, day, must, number, say } from "./dom.js";
import { COUNT, UNSURE, counted } from "./flow.js";
import { value, whole } from "./values.js";
import { readDay, retell } from "./when.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("./state.js").Spec} Spec */
/** @typedef {{values: Answers} | {problem: string, field: HTMLElement}} Reading */

/** @param {HTMLFormElement} form @returns {HTMLInputElement[]} */
function controls(form) {
  return /** @type {HTMLInputElement[]} */ (all("input[name]", form));
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement | undefined} the box for a number or a date */
function box(form) {
  return controls(form).find((control) => control.type === "text" && control.name === form.dataset.form);
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement | undefined} the first choice, or the box */
export function first(form) {
  return controls(form).find((control) => !control.closest("[hidden]"));
}

/** @type {HTMLFormElement | null} the form whose button was pressed last */
let pressed = null;

/**
 * The second press of a double click may land on the next question, which nobody has read yet: no answer is missed there.
 * What was answered, or may be left open, goes on: a quick hand's next press looks the same.
 * @param {HTMLFormElement} form @param {MouseEvent} event
 */
function twice(form, event) {
  const second = event.detail > 1 && pressed !== form;
  pressed = form;
  return second && form.dataset.kind !== "date" && !controls(form).some(filled);
}

/** @param {HTMLInputElement} control */
const filled = (control) => (control.type === "text" ? control.value.trim() !== "" : control.checked);

/**
 * Make a form usable: from here on its button submits, and submitting stays in the page.
 * @param {HTMLFormElement} form @param {(form: HTMLFormElement) => void} submitted
 */
export function enliven(form, submitted) {
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    submitted(form);
  };
  form.addEventListener("submit", submit);
  form.querySelector(".quiz-guard")?.remove();
  const button = must("[data-go]", form);
  button.setAttribute("type", "submit");
  // Enter presses it too; a frame that may not send forms has its click and never a "submit".
  button.addEventListener("click", (event) => (twice(form, event) ? event.preventDefault() : submit(event)));
  const text = box(form);
  const unsure = controls(form).find((control) => control.type === "checkbox");
  const groups = controls(form).filter((control) => control.name.startsWith(COUNT));
  text?.addEventListener("input", () => unsure && text.value && (unsure.checked = false));
  unsure?.addEventListener("change", () => text && unsure.checked && (text.value = ""));
  for (const group of groups) {
    group.addEventListener("input", () => {
      if (text) text.value = "";
      if (unsure) unsure.checked = false;
    });
  }
}

/** @param {HTMLFormElement} form @param {Answers} answers what to fill in; what is missing is emptied */
export function fill(form, answers) {
  for (const control of controls(form)) {
    const answer = answers[control.name];
    if (control.type === "text") control.value = answer === undefined || answer === UNSURE ? "" : shown(form, answer);
    else control.checked = String(answer) === control.value;
  }
  retell(form);
  const helper = form.querySelector("[data-count]");
  if (helper instanceof HTMLDetailsElement) helper.open = counted(answers).length > 0;
}

/** @param {HTMLFormElement} form @param {string | number} answer */
function shown(form, answer) {
  return form.dataset.kind === "date" ? day(String(answer)) : number(Number(answer)).replace(/,/g, "");
}

/**
 * The choices of a form that depend on the place, and whether each is open.
 * @param {HTMLFormElement} form @param {(value: string, places: string[]) => boolean} open
 */
export function choices(form, open) {
  return all("[data-places]", form).map((option) => {
    const control = /** @type {HTMLInputElement} */ (must("input", option));
    return { option, control, shownHere: open(control.value, (option.dataset.places ?? "").split(" ")) };
  });
}

/**
 * Show only the choices that are open here; a choice that is not shown is never sent.
 * @param {HTMLFormElement} form @param {(value: string, places: string[]) => boolean} open
 */
export function offer(form, open) {
  for (const { option, control, shownHere } of choices(form, open)) {
    option.hidden = !shownHere;
    control.disabled = !shownHere;
    if (!shownHere) control.checked = false;
  }
}

/** @param {HTMLFormElement} form @param {Spec} spec @returns {Reading} */
export function read(form, spec) {
  const text = box(form);
  const chosen = controls(form).find((control) => control.type !== "text" && control.checked && !control.disabled);
  if (text?.value.trim()) return one(form, spec, text);
  if (chosen) return { values: { [spec.key]: chosen.value } };
  const groups = controls(form).filter((control) => control.name.startsWith(COUNT) && control.value.trim());
  if (groups.length > 0) return several(groups, spec);
  if (spec.skip) return { values: {} };
  return { problem: form.dataset.empty ?? "", field: /** @type {HTMLElement} */ (first(form)) };
}

/** @param {HTMLFormElement} form @param {Spec} spec @param {HTMLInputElement} text @returns {Reading} */
function one(form, spec, text) {
  const found = spec.kind === "date" ? readDay(text.value) : value(spec.kind, text.value, spec);
  return found === undefined ? { problem: form.dataset.wrong ?? "", field: text } : { values: { [spec.key]: found } };
}

/** @param {HTMLInputElement[]} groups @param {Spec} spec @returns {Reading} */
function several(groups, spec) {
  /** @type {Answers} */
  const values = {};
  let all = 0;
  for (const group of groups) {
    const found = whole(group.value);
    if (found === undefined || found > (spec.most ?? Infinity)) return { problem: say("count.wrong"), field: group };
    if (found > 0) values[group.name] = found;
    all += found;
  }
  if (all === 0) return { problem: say("count.nobody"), field: groups[0] };
  return all > (spec.most ?? Infinity) ? { problem: say("count.wrong"), field: groups[0] } : { values };
}

/** @param {HTMLFormElement} form what is typed so far in the counting aid @returns {Answers} */
export function typed(form) {
  /** @type {Answers} */
  const values = {};
  for (const group of controls(form).filter((control) => control.name.startsWith(COUNT))) {
    const found = whole(group.value);
    if (found) values[group.name] = found;
  }
  return values;
}

/** @param {HTMLFormElement} form @param {string} problem @param {HTMLElement} field */
export function mark(form, problem, field) {
  clear(form);
  const counting = field instanceof HTMLInputElement && field.name.startsWith(COUNT);
  const place = must(counting ? "[data-count-error]" : "[data-error]", form);
  must("[data-error-text]", place).textContent = problem;
  place.hidden = false;
  const described = form.querySelector("fieldset") ?? field;
  described.setAttribute("aria-describedby", `${described.getAttribute("aria-describedby") ?? ""} ${place.id}`.trim());
  if (form.dataset.kind !== "choice") field.setAttribute("aria-invalid", "true");
  form.classList.add("quiz-form--wrong");
}

/** @param {HTMLFormElement} form */
export function clear(form) {
  form.classList.remove("quiz-form--wrong");
  for (const place of all("[data-error], [data-count-error]", form)) {
    place.hidden = true;
    for (const described of all("[aria-describedby]", form)) {
      const ids = (described.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== place.id);
      if (ids.length > 0) described.setAttribute("aria-describedby", ids.join(" "));
      else described.removeAttribute("aria-describedby");
    }
  }
  for (const field of all("[aria-invalid]", form)) field.removeAttribute("aria-invalid");
}

/**
 * An answer in the words of its form.
 * @param {HTMLFormElement} form @param {Answers} answers @returns {string}
 */
export function inWords(form, answers) {
  const key = form.dataset.form ?? "";
  const answer = answers[key];
  if (answer === undefined) {
    const all = counted(answers).reduce((sum, group) => sum + Number(answers[group]), 0);
    return say("unsure-counted", { n: number(all) });
  }
  const control = controls(form).find((one) => one.name === key && one.type !== "text" && one.value === answer);
  const label = control && form.querySelector(`label[for="${control.id}"]`);
  if (label) return label.textContent?.trim() ?? "";
  return form.dataset.kind === "date" ? day(String(answer)) : number(Number(answer));
}
