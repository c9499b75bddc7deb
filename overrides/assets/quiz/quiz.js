// @ts-check
// The quiz page: which question or result is shown, and what the address says. Rules, limits and words come from Python.

import { all, embedded, learn, must, onAnotherDay, say, today, whenIdle } from "./dom.js";
import { engine, glances, saving } from "./early.js";
import { COUNT, given, leaf, walk } from "./flow.js";
import { Memory } from "./memory.js";
import { ofLink, ofRemoved } from "./notices.js";
import { clear, enliven, fill, inWords, mark, read } from "./question.js";
import { fragment, keep, read as readFragment, spec } from "./state.js";
import { View } from "./view.js";
import { enlivenDay } from "./when.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("../../../types/decision").Decision} Decision */
/** @typedef {import("../../../types/page").PageData} PageData */
/** @typedef {import("../../../types/page").Saved} Saved */
/** @typedef {{at: string, run: string, depth: number, change?: boolean}} Place one entry of the history */

const RESULT = "result";
const data = /** @type {PageData} */ (embedded("quiz-data"));
learn(data.words);

const root = must("[data-quiz-state]");
const forms = /** @type {HTMLFormElement[]} */ (all("form[data-form]", root));
const planned = new Map(
  forms.filter((form) => form.closest("[data-plan]")).map((form) => [form.dataset.form ?? "", form]),
);
const asked = new Map(
  forms.filter((form) => !form.closest("[data-plan]")).map((form) => [form.dataset.form ?? "", form]),
);
const specs = new Map([...planned, ...asked].map(([key, form]) => [key, spec(form)]));
const groups = new Set(Object.keys(data.groups));
const order = [...new Set([...asked.keys(), ...planned.keys()])].flatMap((key) =>
  key === "people" ? [key, ...groups] : [key],
);
const view = new View(root, data, asked, planned);
engine.watch(
  (state) => view.engine(state),
  (done, of) => view.progress(done, of),
);

const memory = new Memory();
/** @type {Place} */
let place = { at: "", run: "", depth: 0 };
/** @type {Set<string>} questions that only the engine asked for; their answers are kept wherever the table leads */
const engineAsked = new Set();
let turn = 0;

const way = () => walk(data.flow, memory.answers, data.settled_by);
const newRun = () => Math.random().toString(36).slice(2, 10);
/** @param {string} key @returns {boolean} asked with the others, but a link that decides without it opens the result */
const skippable = (key) => asked.has(key) && planned.has(key);

/** @param {import("./flow.js").Way} found @returns {boolean} nothing that is still open would change the verdict */
const decides = ({ open }) =>
  open === null || skippable(open.key) || Boolean(open.settled?.includes(String(memory.answers.client_requires)));

/** @param {boolean} [push] as one more entry of the history */
const remember = (push = false) => keep(place, fragment(memory.answers, data.flow.version, order, memory.done), push);

/** @param {Place} found */
function enter(found) {
  place = found;
  memory.run = found.run;
}

/** @param {string} at @param {{push?: boolean, change?: boolean, focus?: boolean, notice?: string}} how */
function go(at, { push = true, change = false, focus = true, notice = "" } = {}) {
  place = { ...place, at, change, depth: place.depth + (push ? 1 : 0) };
  remember(push);
  show(focus, notice);
}

/** @param {boolean} focus @param {string} notice */
function show(focus, notice) {
  turn += 1;
  const found = way();
  const stop = [...found.trail, found.open].find((one) => one?.key === place.at) ?? null;
  if (place.at === RESULT && decides(found)) return decide(focus, notice);
  if (stop || engineAsked.has(place.at) || (found.open && skippable(found.open.key) && skippable(place.at))) {
    view.question({ key: place.at, stop, way: found, answers: memory.answers, focus, notice, back: place.depth > 0 });
    return;
  }
  go(found.open?.key ?? RESULT, { push: false, focus, notice });
}

/** Open what the address says: a question, or the result. @param {boolean} focus */
function open(focus) {
  const opened = readFragment(location.hash, specs, groups);
  const kept = /** @type {Place | null} */ (history.state);
  enter(kept?.run ? kept : { at: "", run: newRun(), depth: 0 });
  memory.answers = opened.answers;
  memory.done = opened.done;
  const passed = [...asked.keys()].filter((key) => specs.get(key)?.kind === "date" && past(opened.answers[key]));
  memory.forgetAll(passed);
  const wrong = [...opened.wrong, ...passed];
  let found = way();
  for (; found.wrong !== null; found = way()) {
    wrong.push(found.wrong);
    memory.forget(found.wrong);
  }
  const wanted = wrong.find((key) => skippable(key) || key === found.open?.key);
  const next = decides(found) ? (wanted ?? RESULT) : (found.open?.key ?? RESULT);
  const notice = ofLink(wrong, passed, opened.version, data.flow.version);
  go(place.at && wrong.length === 0 ? place.at : next, { push: false, focus, notice, change: place.change });
}

/** @param {import("./values.js").Value | undefined} day @returns {boolean} */
const past = (day) => day !== undefined && String(day) < today();

/** @param {HTMLFormElement} form */
function submitted(form) {
  const key = form.dataset.form ?? "";
  const found = read(form, /** @type {import("./state.js").Spec} */ (specs.get(key)));
  if ("problem" in found) return wrong(form, found.problem, found.field);
  clear(form);
  view.problem(null);
  const before = memory.answers[key];
  memory.forget(key);
  memory.answers = { ...memory.answers, ...found.values };
  if (form.closest("[data-plan]")) return plan(key);
  const dropped = drop(key, before !== found.values[key]);
  remember();
  const after = way();
  const passed =
    after.open !== null && skippable(after.open.key) && order.indexOf(after.open.key) <= order.indexOf(key);
  const done = after.open === null || passed || (place.change && skippable(after.open.key));
  go(done ? RESULT : (after.open?.key ?? RESULT), { change: place.change, notice: dropped });
}

/** @param {HTMLFormElement} form @param {string} text @param {HTMLElement} field */
function wrong(form, text, field) {
  mark(form, text, field);
  if (form.closest("[data-plan]")) field.focus();
  else view.problem({ text, field });
}

/**
 * Remove answers that the last one made impossible or needless, and say so.
 * @param {string} key @param {boolean} changed @returns {string} the sentence, or nothing
 */
function drop(key, changed) {
  const before = memory.answers;
  const settling = data.settled_by[key];
  if (changed && settling && given(before, settling)) {
    const strict = walk(data.flow, before);
    if (!strict.trail.some((stop) => stop.key === settling)) memory.forget(settling);
  }
  let found = way();
  for (; found.wrong !== null; found = way()) memory.forget(found.wrong);
  if (found.open === null || skippable(found.open.key)) {
    const needed = new Set([...found.trail.map((stop) => stop.key), ...planned.keys(), ...engineAsked]);
    for (const one of asked.keys()) if (given(memory.answers, one) && !needed.has(one)) memory.forget(one);
  }
  memory.forgetAll(view.stranded(memory.answers));
  const gone = [...specs.keys()].filter((one) => one !== key && given(before, one) && !given(memory.answers, one));
  return removed(gone);
}

/** @param {string[]} gone keys of answers that were removed @returns {string} the sentence, or nothing */
const removed = (gone) => ofRemoved(gone.map((one) => (asked.get(one) ?? planned.get(one))?.dataset.short ?? ""));

/** @returns {Promise<Decision>} */
const asks = () =>
  /** @type {Promise<Decision>} */ (engine.ask("decide", { answers: { ...memory.answers, today: today() } }));

const outcome = () => leaf(data.flow, memory.answers, data.settled_by);

/** @param {unknown} error @param {number} asked the turn in which the engine was asked */
function failed(error, asked) {
  console.error(error);
  if (asked === turn) stopped(engine.cause());
}

/** @param {Promise<import("./view.js").Why>} why */
const stopped = (why) => view.failed(memory.answers, way(), outcome(), why);

/** @param {boolean} focus @param {string} notice */
async function decide(focus, notice) {
  const mine = turn;
  const coming = asks(); // the worker works while the page shows that it does
  const waiting = view.wait(memory.answers, way(), outcome(), focus);
  try {
    const decision = await coming;
    if (mine === turn) decided(decision, focus, notice);
  } catch (error) {
    failed(error, mine);
  } finally {
    waiting.forEach(clearTimeout);
  }
}

/** @param {Decision} decision @param {boolean} focus @param {string} notice @param {boolean} [inPlace] */
function decided(decision, focus, notice, inPlace = false) {
  if ("errors" in decision) return refused(decision.errors[0].key);
  if (decision.status === "question") {
    engineAsked.add(decision.question.key);
    return go(decision.question.key, { push: false, focus, notice });
  }
  // To write the address again would cost more than to look.
  if (memory.plans(decision.steps.map((step) => step.id))) remember();
  const { answers, done } = memory;
  view.result({ decision, answers, done, way: way(), link: link(), focus, notice, inPlace });
}

/** From another site's frame too, the link that is shared opens the whole page. */
const link = () => new URL(`${root.dataset.root}/quiz/${location.hash}`, location.href).href;

/** The engine checks every answer again; what it refuses goes to its question, if anybody gave it. @param {string} named */
function refused(named) {
  const key = named === "count" || named.startsWith(COUNT) ? "people" : named;
  if (!given(memory.answers, key)) return stopped(named === "today" ? Promise.resolve("clock") : engine.cause());
  const form = asked.get(key);
  const typed = memory.answers;
  const onTheWay = way().trail.some((stop) => stop.key === key);
  memory.forget(key);
  if (!form || !onTheWay) return go(RESULT, { push: false, notice: say("wrong-link") });
  go(key, { push: false });
  fill(form, typed);
  wrong(form, form.dataset.wrong ?? "", /** @type {HTMLElement} */ (form.querySelector("input:not([disabled])")));
}

/** An optional answer changes the plan in place, and what came of it is said. @param {string} key */
async function plan(key) {
  turn += 1;
  const mine = turn;
  const gone = memory.forgetAll(view.stranded(memory.answers));
  remember();
  try {
    const decision = await view.status.during(asks(), say("loading.status"));
    if (mine !== turn) return;
    decided(decision, false, removed(gone), true);
    if ("verdict" in decision) view.planned(key, given(memory.answers, key));
  } catch (error) {
    failed(error, mine);
  }
}

function startAgain() {
  memory.answers = {}; // of the run that ends, so that the way back shows none
  engineAsked.clear();
  enter({ at: "", run: newRun(), depth: 0 });
  memory.answers = {};
  for (const form of forms) form.reset();
  go(data.flow.nodes[data.flow.start].key, { notice: "" });
  view.say(say("started-again"));
}

function back() {
  if (place.depth > 0) return history.back();
  const found = way();
  const keys = found.trail.map((stop) => stop.key);
  const here = keys.indexOf(place.at);
  const before = here < 0 ? keys[keys.length - 1] : keys[here - 1];
  if (before) go(before, { push: false });
}

view.wire({
  change: (key) => go(key, { change: place.at === RESULT || Boolean(place.change) }),
  clear: (key) => {
    memory.forget(key);
    plan(key);
  },
  tick: (step, done) => {
    memory.tick(step, done);
    remember();
    return link();
  },
  startAgain,
  back,
  retry: () => show(true, ""),
  touched: () => engine.start(),
  calendar: () => {
    const site = new URL(`${root.dataset.root}/`, location.href).href;
    const answers = { ...memory.answers, today: today() };
    const coming = engine.ask("calendar", { answers, site, helpLine: data.help.line });
    return view.status.during(/** @type {Promise<Saved | null>} */ (coming), say("loading.file"));
  },
});
for (const form of forms) {
  enliven(form, submitted);
  if (form.dataset.kind === "date") enlivenDay(form, (text) => view.say(text, true));
}
addEventListener("popstate", (/** @type {PopStateEvent} */ event) => {
  const kept = /** @type {Place | null} */ (event.state);
  if (!kept?.run || !memory.knows(kept.run)) return open(true);
  enter(kept);
  remember();
  show(true, "");
});
onAnotherDay(() => place.at === RESULT && show(false, ""));
void glances();
open(false);
// The watchdog (overrides/quiz/watchdog.html) may have shown the way without scripts meanwhile.
root.dataset.quizLive = "";
root.classList.remove("quiz--stopped");
document.documentElement.classList.remove("answered");
must("[data-stopped]", root).hidden = true;
if (!saving) whenIdle(() => engine.start());
