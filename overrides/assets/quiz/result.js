// @ts-check
// The result page: what the engine says, laid out. Words of the page come by id, sentences of the result as they are.

import { all, day, el, must, say, today } from "./dom.js";
import { chart, scale } from "./pictures.js";
import * as parts from "./parts.js";
import { fill, inWords, offer } from "./question.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/page").PageData} PageData */
/** @typedef {import("../../../types/page").Saved} Saved */
/** @typedef {{decision: Result, answers: Answers, link: string, inPlace: boolean, list: HTMLElement}} Shown */

export class ResultPage {
  /** @type {Answers} */
  #answers = {};

  /** @param {HTMLElement} root @param {PageData} data @param {Map<string, HTMLFormElement>} planned @param {(text: string) => void} tell */
  constructor(root, data, planned, tell) {
    this.section = must('[data-view="result"]', root);
    this.items = /** @type {HTMLDetailsElement[]} */ (all("[data-plan]", this.section));
    this.plan = must('[data-part="plan"]', this.section);
    this.data = data;
    this.planForms = planned;
    this.tell = tell;
  }

  /** @param {() => Promise<Saved | null>} calendar */
  wire(calendar) {
    must("[data-copy-link]", this.section).addEventListener("click", () => this.#copy(this.#field().value));
    must("[data-print]", this.section).addEventListener("click", () => print());
    must("[data-calendar]", this.section).addEventListener("click", async () => save(await calendar()));
    this.#field().addEventListener("focus", () => this.#field().select());
    /** @type {HTMLDetailsElement[]} */
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = /** @type {HTMLDetailsElement[]} */ (all("details:not([open], [data-plan])", this.section));
      for (const details of opened) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of opened) details.open = false;
    });
  }

  /** @returns {HTMLInputElement} */
  #field() {
    return /** @type {HTMLInputElement} */ (must("[data-link]", this.section));
  }

  /** @param {string} text */
  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.tell(say("copied"));
    } catch {
      this.#field().focus();
      this.tell(say("copy-by-hand"));
    }
  }

  leave() {
    delete this.section.dataset.quizRoute;
    delete this.section.dataset.quizCertainty;
  }

  /** @param {Shown} what */
  show({ decision, answers, link, inPlace, list }) {
    this.#answers = answers;
    this.section.dataset.quizRoute = decision.verdict.route;
    this.section.dataset.quizCertainty = decision.verdict.certainty;
    this.#fill("verdict", parts.verdict(decision, this.section.querySelector("h1")));
    this.#fill("scale", scale(decision));
    this.#fill("because", parts.because(decision));
    this.#fill("groups", parts.groups(decision, this.data.groups, this.section.dataset));
    this.#fill("room", parts.room(decision.people));
    this.#fill("changes", parts.changes(decision));
    this.#fill("cautions", parts.cautions(decision));
    this.#fill("steps", parts.steps(decision));
    this.#fill("chart", chart(decision, today()));
    this.#fill(
      "messages",
      parts.messages(decision, this.section.dataset, (text) => this.#copy(text)),
    );
    this.#fill("contacts", parts.contacts(decision));
    this.#fill("partners", parts.partners(decision, this.section.dataset));
    this.#fill("conflicts", parts.conflicts(decision, this.section.dataset));
    this.#fill("sources", parts.sources(decision));
    this.#fill("answers", [list]);
    this.#share(decision, link);
    this.#plan(decision, inPlace);
  }

  /** Fill a slot; an empty one is hidden, and its part with it. @param {string} slot @param {(Node | string)[]} children */
  #fill(slot, children) {
    const place = must(`[data-slot="${slot}"]`, this.section);
    place.replaceChildren(...children);
    place.hidden = children.length === 0;
    const part = place.closest(`[data-part="${slot}"]`);
    if (part instanceof HTMLElement) part.hidden = children.length === 0;
  }

  /** @param {Result} decision @param {string} link */
  #share(decision, link) {
    this.#field().value = link;
    const mail = new URLSearchParams({
      subject: say("mail-subject", { headline: decision.headline }),
      body: say("mail-body", { link }),
    });
    must("[data-mail-link]", this.section).setAttribute("href", `mailto:?${mail.toString().replace(/\+/g, "%20")}`);
    const dated = decision.steps.some((step) => step.earliest || step.latest);
    must("[data-calendar]", this.section).hidden = !dated;
    const paper = { date: day(today()), version: decision.version, link: link.split("#")[0] };
    this.#fill("paper", [say("result.print-line", paper)]);
  }

  /** The optional questions that can still change something, and those that are answered. @param {Result} decision @param {boolean} inPlace */
  #plan(decision, inPlace) {
    /** @type {HTMLElement | null} */
    let following = null;
    for (const item of [...this.items].reverse()) {
      const key = item.dataset.plan ?? "";
      const form = /** @type {HTMLFormElement} */ (this.planForms.get(key));
      const answered = this.#answers[key] !== undefined;
      if (!answered && !decision.open.includes(key)) {
        item.remove();
        continue;
      }
      const fresh = item.parentNode === null || item.hidden !== false;
      if (item.parentNode === null) this.plan.insertBefore(item, following);
      following = item;
      offer(form, (_, places) => places.includes(String(this.#answers.home_province)));
      if (!inPlace) fill(form, this.#answers);
      item.open = inPlace && (item.open || fresh);
      item.hidden = false;
      form.hidden = false;
      form.dataset.quizQuestion = key;
      must("[data-clear]", form).hidden = !answered;
      must("[data-plan-answer]", item).textContent = answered
        ? say("answered", { answer: inWords(form, this.#answers) })
        : "";
    }
    this.plan.hidden = following === null;
  }

  /** After an optional answer: its form shows what is kept. @param {string} key */
  planned(key) {
    const form = this.planForms.get(key);
    if (form) fill(form, this.#answers);
  }

  /** @param {string} key */
  openPlan(key) {
    const item = this.items.find((one) => one.dataset.plan === key);
    if (!item) return;
    item.open = true;
    must("summary", item).focus();
  }
}

/** @param {Saved | null} file */
function save(file) {
  if (!file) return;
  const address = URL.createObjectURL(new Blob([file.text], { type: "text/calendar" }));
  const link = el("a", { href: address, download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}
