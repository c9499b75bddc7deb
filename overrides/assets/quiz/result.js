// @ts-check
// The result page: what the engine says, laid out. Words of the page come by id, sentences of the result as they are.

import { askedBy } from "./aids.js";
import { bare, named } from "./answers.js";
import { copied, offer, withdraw } from "./copying.js";
import { amounts, numbers } from "./costs.js";
import { all, el, must, say, soon, today } from "./dom.js";
import * as first from "./first.js";
import * as help from "./help.js";
import { lines } from "./more.js";
import { Optional } from "./optional.js";
import { mail, message } from "./phone.js";
import { chart, scale } from "./pictures.js";
import * as parts from "./parts.js";
import { inWords } from "./question.js";
import { asText, handOver, paperLine, save } from "./take.js";
import * as todo from "./todo.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/page").PageData} PageData */
/** @typedef {import("./view.js").Acts} Acts */
/** @typedef {Map<string, HTMLFormElement>} Forms */
/**
 * @typedef {{decision: Result, answers: Answers, done: Set<string>, link: string, inPlace: boolean, list: HTMLElement,
 *   forms: HTMLFormElement[]}} Shown
 */

/** @param {Result} decision @returns {string} what the later steps are for */
function then({ verdict, steps, first: { kind } }) {
  if (kind === "held") return say("then-held");
  if (kind === "carried") return say("meanwhile");
  if (kind === "ask" || kind === "ask-anybody") return say("then-ask");
  const earned = steps.some((step) => step.id === "certificate");
  return earned ? say("then", { name: verdict.name }) : say("meanwhile");
}

export class ResultPage {
  /** @type {Shown | undefined} what is shown */
  #shown;
  /** @type {string} the link to it, with what is ticked off */
  #link = "";

  /** @param {HTMLElement} root @param {PageData} data @param {Forms} planned @param {(text: string) => void} tell */
  constructor(root, data, planned, tell) {
    this.root = root;
    this.section = must('[data-view="result"]', root);
    this.optional = new Optional(this.section, planned);
    this.data = data;
    this.tell = tell;
  }

  /** @param {Acts} acts */
  wire(acts) {
    this.acts = acts;
    const press = (/** @type {string} */ what, /** @type {() => unknown} */ act) =>
      must(`[data-${what}]`, this.section).addEventListener("click", act);
    press("copy-link", () => this.#copyLink());
    press("copy-text", () => this.#copy(this.#text(), "text", must("[data-copy-text]", this.section)));
    press("print", () => print());
    press("calendar", async () => {
      try {
        save(await acts.calendar());
      } catch (error) {
        console.error(error);
        this.tell(say("calendar-failed"));
      }
    });
    press("send", () => this.#send());
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

  async #copyLink() {
    if (await copied(this.#link)) return this.tell(say("copied-link"));
    this.#field().focus();
    this.tell(say("by-hand-link"));
  }

  /** @param {string} text @param {"text" | "message"} kind @param {Element} pressed */
  async #copy(text, kind, pressed) {
    if (await copied(text)) return this.tell(say(`copied-${kind}`));
    offer(text, pressed);
    this.tell(say(`by-hand-${kind}`));
  }

  /** To the visitor's phone: by what the device offers, else by the ways that are listed. */
  async #send() {
    const decision = /** @type {Shown} */ (this.#shown).decision;
    if (await handOver(decision.headline, this.#text())) return;
    const panel = must("#send", this.section);
    panel.hidden = !panel.hidden;
    must("[data-send]", this.section).setAttribute("aria-expanded", String(!panel.hidden));
  }

  /** @returns {string} the result as text */
  #text() {
    const { decision } = /** @type {Shown} */ (this.#shown);
    return asText(decision, this.#news(), this.#link, this.data.help.line);
  }

  /** @returns {string} what there is to say of the date */
  #news() {
    const { decision, answers } = /** @type {Shown} */ (this.#shown);
    return first.news(decision, answers.deadline === undefined ? undefined : String(answers.deadline));
  }

  leave() {
    delete this.section.dataset.quizRoute;
    delete this.section.dataset.quizCertainty;
  }

  /** @param {Shown} shown */
  show(shown) {
    const { decision, answers } = (this.#shown = shown);
    withdraw();
    this.section.dataset.quizRoute = decision.verdict.route;
    this.section.dataset.quizCertainty = decision.verdict.certainty;
    must("[data-title]", this.section).textContent = decision.first.title;
    must("[data-pill]", this.section).textContent = say("result.pill-why", {
      pill: first.pill(decision.verdict.certainty, decision.evidence.checked),
    });
    must(".result-pill", this.section).className = `result-pill sure--${decision.verdict.certainty}`;
    must("[data-then]", this.section).textContent = then(decision);
    this.#first(decision, answers);
    this.#plan(decision, shown.done);
    this.#take(shown.link);
    this.optional.show(decision.open, answers, shown.inPlace);
    // What is folded or stands below the plan comes with the next task, so that the verdict is not behind it.
    if (shown.inPlace) this.#rest(shown);
    else soon(() => this.#shown === shown && this.#rest(shown));
  }

  /** What is read at a glance. @param {Result} decision @param {Answers} answers */
  #first(decision, answers) {
    const deadline = answers.deadline === undefined ? undefined : String(answers.deadline);
    this.#fill("mark", first.mark(decision.first.kind, decision.verdict.route));
    this.#fill("line", [decision.first.text]);
    this.#fill("date", first.date(must('[data-part="date"]', this.section), decision, deadline));
    must('[data-part="date"]', this.section).hidden = false;
    this.#fill("call", first.call(decision, first.ranked(decision, this.data, String(answers.industry))));
  }

  /** @param {Result} decision @param {Set<string>} done */
  #plan(decision, done) {
    const doing = {
      done,
      tick: (/** @type {string} */ step, /** @type {boolean} */ on) => this.#take(this.acts?.tick(step, on) ?? ""),
      copy: (/** @type {string} */ text, /** @type {Element} */ pressed) => this.#copy(text, "message", pressed),
    };
    this.#fill("week", todo.week(decision, doing));
    this.#fill("meanwhile", todo.meanwhile(decision));
    this.#fill("messages", todo.messages(decision, doing));
    this.#fill("then", todo.then(decision, doing));
  }

  /** @param {Shown} shown */
  #rest({ decision, answers, forms, list }) {
    const words = this.section.dataset;
    this.#fill("chart", chart(decision, today()));
    const known = numbers(decision);
    this.#fill("numbers", known);
    this.#fill("amounts", amounts(decision));
    must('[data-part="money"]', this.section).hidden = known.length === 0;
    this.#fill("scale", scale(decision));
    this.#fill("room", parts.room(decision.people));
    this.#fill("because", parts.because(decision));
    this.#fill("groups", parts.groups(decision, this.data.groups, words));
    this.#fill("evidence", parts.evidence(decision));
    this.#fill("changes", parts.changes(decision));
    this.#fill("cautions", parts.cautions(decision));
    void askedBy(must('[data-slot="cautions"]', this.section), decision.province, `${this.root.dataset.root}/buyers/`);
    this.#fill("partners", parts.partners(decision, words));
    this.#fill("contacts", parts.contacts(decision));
    this.#fill("conflicts", parts.conflicts(decision));
    const page = new URL(`${this.root.dataset.root}/outcomes/${decision.outcome}/`, location.href).href;
    this.#fill("sources", parts.sources(decision, this.data.help, page));
    this.#fill("answers", [list]);
    const own = decision.partners.find((one) => one.id === decision.partner);
    const said = (/** @type {HTMLFormElement} */ form) => {
      const key = form.dataset.form;
      if (key === "partner" && own?.acronym) return own.acronym;
      if (key === "people" && decision.people.size && !answers.average_people) return decision.people.size;
      return named(form, answers);
    };
    const telling = forms.filter((form) => !bare(form, answers)).map(said);
    const open = this.optional.count(decision.open);
    const about = lines(decision, telling, open, parts.sourceCount(decision));
    for (const place of all("[data-about]", this.section)) place.textContent = about[place.dataset.about ?? ""] ?? "";
    help.show(must('[data-part="help"]', this.section), decision, this.data.help, forms.map(said).join(", "), answers);
    this.#fill("paper", [paperLine(today(), decision.version, this.#link)]);
    const dated = decision.steps.some((step) => step.earliest || step.latest);
    must("[data-calendar]", this.section).hidden = !dated;
  }

  /** Fill a slot; an empty one is hidden, and its part with it. @param {string} slot @param {(Node | string)[]} children */
  #fill(slot, children) {
    const place = must(`[data-slot="${slot}"]`, this.section);
    place.replaceChildren(...children);
    place.hidden = children.length === 0;
    const part = place.closest(`[data-part="${slot}"]`);
    if (part instanceof HTMLElement) part.hidden = children.length === 0;
  }

  /** Everything that carries the link. @param {string} link */
  #take(link) {
    this.#link = link;
    this.#field().value = link;
    const { title } = /** @type {Shown} */ (this.#shown).decision.first;
    const subject = say("mail-subject", { title });
    const text = this.#text();
    const set = (/** @type {string} */ what, /** @type {string} */ href) =>
      must(`[data-${what}]`, this.section).setAttribute("href", href);
    set("mail-link", mail("", subject, say("mail-body", { link })));
    set("mail-text", mail("", subject, text));
    set("sms", message(text));
  }

  /** After an optional answer: its form shows what is kept. @param {string} key @param {boolean} kept @returns {string} what came of it */
  planned(key, kept) {
    const { answers } = /** @type {Shown} */ (this.#shown);
    const form = this.optional.refill(key, answers);
    // The form may have folded with the button that was pressed: who goes on by keyboard stays where he was.
    const fold = form?.closest("details");
    const pressed = document.activeElement;
    if (pressed === document.body || (!fold?.open && fold?.contains(pressed))) fold?.querySelector("summary")?.focus();
    const what = form?.dataset.short ?? "";
    if (kept && key === "deadline" && this.#news()) return say("news", { news: this.#news() });
    if (!kept || !form) return say("cleared", { what });
    return say("planned", { what: `${what} – ${inWords(form, answers)}` });
  }

  /** @param {string} key @returns {boolean} whether the question stands on this page */
  openPlan(key) {
    return this.#shown !== undefined && this.section.dataset.quizRoute !== undefined && this.optional.reach(key);
  }
}
