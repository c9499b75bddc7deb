// @ts-check
// What is on the screen: one view at a time, its title, its focus, and the answers so far. Knows no rule.

import { listed, staticPage } from "./answers.js";
import { note, total } from "./counting.js";
import { advise } from "./advice.js";
import { glance, show } from "./ahead.js";
import { byName, byTrade } from "./aids.js";
import { all, el, must, only, say, within } from "./dom.js";
import { glances } from "./early.js";
import { given, has, left } from "./flow.js";
import { phone } from "./parts.js";
import { clear, fill, offer } from "./question.js";
import { ResultPage } from "./result.js";
import { Status, UNTIL_LOADING_SHOWS, UNTIL_SLOW } from "./status.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("./flow.js").Stop} Stop */
/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/page").PageData} PageData */
/** @typedef {import("./flow.js").Way} Way */
/** @typedef {Map<string, HTMLFormElement>} Forms */
/** @typedef {import("./cause.js").Cause | "clock"} Why */
/**
 * @typedef {{change: (key: string) => void, clear: (key: string) => void, startAgain: () => void, back: () => void,
 *   retry: () => void, touched: () => void, tick: (step: string, done: boolean) => string,
 *   calendar: () => Promise<import("../../../types/page").Saved | null>}} Acts
 */

export class View {
  #waits = 0;
  /** @type {Stop | null} */
  #stop = null;

  /** @param {HTMLElement} root @param {PageData} data @param {Forms} asked @param {Forms} planned */
  constructor(root, data, asked, planned) {
    this.root = root;
    this.data = data;
    this.asked = asked;
    this.planForms = planned;
    this.site = root.dataset.site ?? "";
    this.back = must("[data-back]");
    this.status = new Status(must("[data-status]", root));
    this.views = all("[data-view]", root);
    // One status region: what the frame has to say of the network is said in the quiz's own.
    const network = document.querySelector("[data-offline]");
    network?.removeAttribute("role");
    if (network) must("[data-said]").append(network);
    this.parts = { caption: must("[data-caption]"), notice: must("[data-notice]"), first: must("[data-first]") };
    this.soFar = { part: must("[data-so-far]"), lists: all("[data-so-far-list]") };
    this.waiting = {
      view: must('[data-view="loading"]', root),
      heading: must("[data-waiting-heading]"),
      steps: must("[data-steps]"),
      slow: must("[data-slow]"),
      page: must("[data-static]"),
    };
    this.working = this.waiting.heading.textContent ?? "";
    this.failure = {
      heading: must("[data-failed-heading]"),
      page: must("[data-failed-static]"),
      call: must("[data-failed-call]"),
      why: must("[data-failed-why]"),
      older: false, // the host has another version by now: asking for this one's files again is no use
    };
    this.forms = must("[data-questions]");
    this.shown = new ResultPage(root, data, planned, (text) => this.say(text));
  }

  /** @param {Acts} acts */
  wire(acts) {
    this.acts = acts;
    must("[data-back-link]").addEventListener("click", (event) => {
      event.preventDefault();
      acts.back();
    });
    const again = () => (this.failure.older ? location.reload() : acts.retry());
    must("[data-retry]", this.root).addEventListener("click", again);
    for (const event of ["focusin", "pointerdown"]) this.root.addEventListener(event, acts.touched, { once: true });
    for (const [key, form] of this.planForms)
      must("[data-clear]", form).addEventListener("click", () => acts.clear(key));
    const people = this.asked.get("people");
    people?.addEventListener("input", () => this.#total(people));
    people?.addEventListener("change", () => this.#total(people, true));
    this.shown.wire(acts);
    document.addEventListener("click", within);
  }

  /** @param {"loading" | "ready" | "failed"} state */
  engine(state) {
    this.root.dataset.quizEngine = state;
    if (state === "ready" && this.root.dataset.quizState === "loading") this.say(say("loading.ready"), true);
  }

  /** @param {number} done @param {number} of */
  progress(done, of) {
    this.waiting.steps.textContent = say("loading.step", { n: done, of });
  }

  /** Say something aloud; what only the ear needs is not shown. @param {string} text @param {boolean} [quiet] */
  say(text, quiet = false) {
    this.status.say(text, quiet);
  }

  /**
   * @param {{key: string, stop: Stop | null, way: Way, answers: Answers, focus: boolean, notice: string, back: boolean}} what
   */
  question({ key, stop, way, answers, focus, notice, back }) {
    this.#stop = stop;
    const form = /** @type {HTMLFormElement} */ (this.asked.get(key));
    form.hidden = false;
    form.dataset.quizQuestion = key;
    only(form, [...this.asked.values()], this.forms);
    clear(form);
    offer(form, (value) => !stop?.to || has(stop.to, value));
    if (key === "partner") advise(form, this.data.partners[String(answers.province)] ?? {}, String(answers.industry));
    const code = String(answers.province);
    if (key === "industry") void byTrade(form, code);
    if (key === "client_requires") void byName(form, code);
    fill(form, answers);
    note(form, stop);
    if (key === "people") this.#total(form);
    const place = way.trail.findIndex((one) => one.key === key);
    const n = (place < 0 ? way.trail.length : place) + 1;
    const more = stop ? left(this.data.flow, stop) : 0;
    const rest = more === 0 ? say("last") : more === 1 ? say("left-one") : say("left", { n: more });
    this.parts.caption.textContent = `${say("question", { n })} · ${rest}`;
    this.#notice(this.parts.notice, notice);
    this.parts.first.hidden = n > 1;
    this.#soFar(answers, way, key);
    this.back.hidden = n === 1 && !back;
    this.#turn("question", focus);
  }

  /** The running total of the counting aid. @param {HTMLFormElement} form @param {boolean} [aloud] */
  #total(form, aloud = false) {
    const text = total(form, this.#stop, this.data.groups);
    must("[data-count-total]", form).textContent = text;
    if (aloud && text) this.say(text, true);
  }

  /** @param {HTMLElement} place @param {string} text */
  #notice(place, text) {
    place.hidden = text === "";
    place.textContent = text;
  }

  /** @param {Answers} answers @param {Way} way @param {string} [without] */
  #soFar(answers, way, without = "") {
    const keys = way.trail.map((stop) => stop.key).filter((key) => key !== without);
    for (const place of this.soFar.lists) place.replaceChildren(this.#answers(keys, answers));
    this.soFar.part.hidden = keys.length === 0;
  }

  /** @param {string[]} keys @param {Answers} answers @returns {HTMLElement} */
  #answers(keys, answers) {
    const change = (/** @type {string} */ key) => this.shown.openPlan(key) || this.acts?.change(key);
    return listed(this.#forms(keys), answers, change, () => this.acts?.startAgain(), this.root.dataset.again ?? "");
  }

  /** @param {string[]} keys @returns {HTMLFormElement[]} */
  #forms(keys) {
    return keys.flatMap((key) => this.asked.get(key) ?? this.planForms.get(key) ?? []);
  }

  /** @param {{text: string, field: HTMLElement} | null} problem */
  problem(problem) {
    const place = must("[data-problem]", this.root);
    place.hidden = problem === null;
    must("[data-problem-list]", place).replaceChildren();
    if (problem === null) return;
    must("[data-problem-list]", place).append(el("li", {}, el("a", { href: `#${problem.field.id}` }, problem.text)));
    document.title = say("error-title", { title: document.title.replace(say("error-title", { title: "" }), "") });
    place.focus();
    place.scrollIntoView({ block: "nearest" });
  }

  /**
   * The engine is not there yet: the table of questions knows which certificate it is, so that is said at once.
   * @param {Answers} answers @param {Way} way @param {string | null} slug @param {boolean} focus
   * @returns {number[]} the timers, to be stopped when the answer is there
   */
  wait(answers, way, slug, focus) {
    this.root.dataset.quizState = "loading";
    this.waiting.slow.hidden = true;
    const mine = (this.#waits += 1);
    const loading = () => {
      this.#soFar(answers, way);
      this.#static(this.waiting.heading, this.working, this.waiting.page, slug, answers);
      show(this.waiting.view, {});
      void glances().then((known) => mine === this.#waits && this.#ahead(glance(known, answers, way, slug), answers));
      this.#turn("loading", focus);
      this.say(say("loading.status"), true);
    };
    const slow = () => {
      this.waiting.slow.textContent = say("loading.slow");
      this.waiting.slow.hidden = false;
      this.say(say("loading.slow"), true);
    };
    const soon = this.root.dataset.quizEngine === "ready" ? UNTIL_LOADING_SHOWS : 0;
    if (soon === 0) loading();
    return [soon === 0 ? 0 : setTimeout(loading, soon), setTimeout(slow, UNTIL_SLOW)];
  }

  /** @param {import("../../../types/page").Glance} told @param {Answers} answers */
  #ahead(told, { deadline }) {
    const title = show(this.waiting.view, told, deadline === undefined ? deadline : String(deadline));
    if (title === "") return;
    this.waiting.heading.textContent = title;
    if (this.root.dataset.quizState === "loading") document.title = this.#title(title);
  }

  /**
   * The engine cannot run: the page that holds the answer, and what would help.
   * @param {Answers} answers @param {Way} way @param {string | null} slug @param {Promise<Why>} why
   */
  failed(answers, way, slug, why) {
    this.failure.why.textContent = "";
    void why.then((found) => {
      this.failure.older = found === "older";
      this.failure.why.textContent = say(`failed.${found}`);
      if (this.root.dataset.quizState === "error") this.say(this.failure.why.textContent, true);
    });
    this.#static(this.failure.heading, say("failed.heading-open"), this.failure.page, slug, answers);
    const contact =
      this.data.contacts[`${answers.province}/${answers.partner}`] ?? this.data.contacts[answers.province];
    this.failure.call.hidden = !contact?.phone;
    if (contact?.phone)
      this.failure.call.replaceChildren(say("failed.call", { name: contact.name }), " ", phone(contact.phone));
    this.#soFar(answers, way);
    this.#turn("error", true);
  }

  /**
   * What is known without the engine: the certificate, and the page about it.
   * @param {HTMLElement} heading @param {string} open its text where the certificate is not known @param {HTMLElement} link
   * @param {string | null} slug @param {Answers} answers
   */
  #static(heading, open, link, slug, answers) {
    const page = staticPage(this.data, this.root.dataset.root ?? ".", slug, answers);
    const outcome = slug && this.data.outcomes[slug];
    heading.textContent = outcome ? say("failed.heading", { outcome }) : open;
    link.textContent = page.text;
    link.setAttribute("href", page.href);
    for (const copy of all("[data-address]", heading.closest("[data-view]") ?? undefined))
      copy.textContent = new URL(page.href, location.href).href;
  }

  /**
   * @param {{decision: Result, answers: Answers, done: Set<string>, way: Way, link: string, focus: boolean,
   *   notice: string, inPlace: boolean}} what
   */
  result({ decision, answers, done, way, link, focus, notice, inPlace }) {
    const keys = [...new Set([...way.trail.map((stop) => stop.key), ...this.asked.keys(), ...this.planForms.keys()])];
    const forms = this.#forms(keys.filter((key) => given(answers, key) && !this.planForms.has(key)));
    this.shown.show({ decision, answers, done, link, inPlace, forms, list: this.#answers(keys, answers) });
    this.#notice(must('[data-slot="notice"]', this.shown.section), notice);
    if (!inPlace) this.#turn("result", focus);
    else document.title = this.#title(decision.headline);
  }

  /** After an optional answer: what came of it is said. @param {string} key @param {boolean} kept or cleared */
  planned(key, kept) {
    this.say(this.shown.planned(key, kept));
  }

  /** The optional answers that nobody could give beside the others. @param {Answers} answers @returns {string[]} their keys */
  stranded(answers) {
    return this.shown.optional.stranded(answers);
  }

  /** @param {string} page */
  #title(page) {
    return say("site-title", { page, site: this.site });
  }

  /** @param {"question" | "loading" | "error" | "result"} state @param {boolean} focus */
  #turn(state, focus) {
    const view = /** @type {HTMLElement} */ (this.views.find((one) => one.dataset.view === state));
    view.hidden = false;
    const left = document.activeElement?.closest("[data-view]") === this.waiting.view && document.activeElement;
    only(view, this.views, this.root);
    const heading = must("h1", view);
    if (state !== "question") this.back.hidden = false;
    this.back.classList.toggle("quiz-back--waits", state === "loading");
    for (const one of [this.root, this.back]) one.classList.toggle("wide", view.matches(".quiz-result"));
    if (state !== "result") this.shown.leave();
    if (state === "question") this.say(""); // what was said of a result
    this.problem(null);
    document.title = this.#title(heading.textContent?.trim() ?? "");
    this.root.dataset.quizState = state;
    // Who stood at the call button before the rest came stands there still.
    const call = left && left.closest('[data-ahead="call"]') && view.querySelector('[data-slot="call"] a');
    if (focus && !call) scrollTo(0, 0);
    if (focus || left) /** @type {HTMLElement} */ (call || heading).focus({ preventScroll: true });
  }
}
