// @ts-check
// What was answered, each with a way to change it, and the static page that holds the answer to it.

import { el, say } from "./dom.js";
import { UNSURE, given } from "./flow.js";
import { inWords } from "./question.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("../../../types/page").PageData} PageData */

/**
 * A list of answers in words.
 * @param {HTMLFormElement[]} forms in the order in which they are shown @param {Answers} answers
 * @param {(key: string) => void} change @param {() => void} startAgain @param {string} again the words for it
 * @returns {HTMLElement}
 */
export function listed(forms, answers, change, startAgain, again) {
  const rows = forms
    .filter((form) => given(answers, form.dataset.form ?? ""))
    .map((form) => {
      const short = form.dataset.short ?? "";
      const link = act(
        () => change(form.dataset.form ?? ""),
        "quiz-change",
        say("change"),
        el("span", { class: "vh" }, ` ${short}`),
      );
      return el("div", {}, el("dt", {}, short), el("dd", {}, inWords(form, answers)), el("dd", {}, link));
    });
  return el(
    "div",
    {},
    el("dl", { class: "quiz-list" }, ...rows),
    el("p", { class: "quiz-list__end" }, act(startAgain, "quiz-again", again)),
  );
}

/** Choices that say nothing without their question. */
const BARE = ["yes", "no", UNSURE];

/**
 * What was answered, for a line of a text: a number or a date, and what says nothing by itself, with its question's short name.
 * @param {HTMLFormElement} form @param {Answers} answers @returns {string}
 */
export function named(form, answers) {
  const words = inWords(form, answers);
  return form.dataset.kind === "choice" && !bare(form, answers) ? words : `${form.dataset.short}: ${words}`;
}

/** @param {HTMLFormElement} form @param {Answers} answers @returns {boolean} whether the answer is a yes, a no or a "not sure" */
export function bare(form, answers) {
  return form.dataset.kind === "choice" && BARE.includes(String(answers[form.dataset.form ?? ""]));
}

/** @param {() => void} follow @param {string} kind @param {...(Node | string)} text @returns {HTMLElement} a link inside the page */
function act(follow, kind, ...text) {
  const link = el("a", { href: "#", class: kind }, ...text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    follow();
  });
  return link;
}

/**
 * The page that holds the answer without the engine: of the outcome, else of the province, else of all provinces.
 * @param {PageData} data @param {string} root of the site @param {string | null} slug @param {Answers} answers
 * @returns {{text: string, href: string}}
 */
export function staticPage(data, root, slug, answers) {
  const place = data.places[answers.province];
  if (slug)
    return { text: say("failed.static", { outcome: data.outcomes[slug] ?? slug }), href: `${root}/outcomes/${slug}/` };
  if (place) return { text: say("failed.province", { place: place.name }), href: `${root}/provinces/${place.slug}/` };
  return { text: say("failed.all"), href: `${root}/provinces/` };
}
