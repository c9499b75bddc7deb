// @ts-check
// The optional questions of a result: those that can still change something, and those that are answered.

import { all, must, reach, say } from "./dom.js";
import { UNSURE } from "./flow.js";
import { choices, fill, inWords, offer } from "./question.js";

/** @typedef {import("./values.js").Answers} Answers */

export class Optional {
  /** Where each question stands while it is shown; one that is not leaves the document, so that no name stands there twice.
   * @type {Map<string, {item: HTMLDetailsElement, place: Comment, form: HTMLFormElement}>} */
  #items = new Map();

  /** @param {HTMLElement} section @param {Map<string, HTMLFormElement>} forms */
  constructor(section, forms) {
    this.fold = must('[data-part="plan"]', section);
    for (const item of /** @type {HTMLDetailsElement[]} */ (all("[data-plan]", section))) {
      const key = item.dataset.plan ?? "";
      const form = forms.get(key);
      const place = document.createComment(key);
      item.after(place);
      if (form) this.#items.set(key, { item, place, form });
    }
  }

  /** @param {string[]} open keys of the questions that still matter @param {Answers} answers @param {boolean} inPlace */
  show(open, answers, inPlace) {
    for (const [key, { item, place, form }] of this.#items) {
      const answered = answers[key] !== undefined;
      if (!answered && !open.includes(key)) {
        item.remove();
        continue;
      }
      const fresh = item.parentNode === null;
      if (fresh) place.before(item);
      offer(form, offeredIn(answers));
      if (!inPlace) fill(form, answers);
      item.open = inPlace && (item.open || fresh) && key !== "deadline";
      item.hidden = false;
      form.hidden = false;
      form.dataset.quizQuestion = key;
      must("[data-clear]", form).hidden = !answered;
      const told = answered ? say("answered", { answer: inWords(form, answers) }) : "";
      must("[data-plan-answer]", item).textContent = told;
    }
    this.fold.hidden = all("[data-plan]", this.fold).length === 0;
  }

  /** Answers whose choice is gone since another answer changed. @param {Answers} answers @returns {string[]} their keys */
  stranded(answers) {
    const asked = [...this.#items].filter(([key]) => answers[key] !== undefined);
    return asked.filter(([key, { form }]) => !chosenHere(form, String(answers[key]), answers)).map(([key]) => key);
  }

  /** @param {string[]} open @returns {number} how many in the fold have no answer yet */
  count(open) {
    return [...this.#items].filter(([key, { place }]) => open.includes(key) && this.fold.contains(place)).length;
  }

  /** @param {string} key @param {Answers} answers @returns {HTMLFormElement | undefined} */
  refill(key, answers) {
    const form = this.#items.get(key)?.form;
    if (form) fill(form, answers);
    return form;
  }

  /** @param {string} key @returns {boolean} whether it is there to be reached */
  reach(key) {
    const item = this.#items.get(key)?.item;
    if (!item?.isConnected) return false;
    const around = item.parentElement?.closest("details");
    if (around) around.open = true;
    reach(item);
    return true;
  }
}

/** @param {Answers} answers @returns {(value: string, places: string[]) => boolean} whether a choice is one at the place in question */
const offeredIn = (answers) => (_, places) => places.includes(String(issuedIn(answers)));

/** Not to know is a choice only beside others. @param {HTMLFormElement} form @param {string} answer @param {Answers} answers */
function chosenHere(form, answer, answers) {
  const found = choices(form, offeredIn(answers));
  const here = found.filter(({ shownHere }) => shownHere).map(({ control }) => control.value);
  return found.length === 0 || here.includes(answer) || (answer === UNSURE && here.length > 0);
}

/** The place whose bodies may have issued the certificate that is held. @param {Answers} answers */
function issuedIn(answers) {
  return String(answers.holds).endsWith("elsewhere") ? answers.home_province : answers.province;
}
