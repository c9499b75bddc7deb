// @ts-check
// The parts of a result as elements. What is empty gives an empty list, so that its part is not shown.

import { day, el, number, say, time } from "./dom.js";
import { dialled, mail, unbroken } from "./phone.js";

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/decision").People} People */
/** @typedef {import("../../../types/decision").Source} Source */
/** @typedef {import("../../../types/page").Help} Help */
/** @typedef {(Node | string)[]} Nodes */

/** @param {string} written @returns {HTMLElement} a number to press */
export function phone(written) {
  return el("a", { href: dialled(written) }, unbroken(written));
}

/**
 * A link, named by its host where it has no words, since that is what people recognize; none to what is no address.
 * @param {string} url @param {string} [text] @param {string} [kind] @returns {HTMLElement | null}
 */
export function link(url, text, kind) {
  try {
    const { hostname } = new URL(url);
    return el("a", { href: url, class: kind }, text ?? hostname.replace(/^www\./, ""));
  } catch {
    return null;
  }
}

/** @param {Source | undefined} source @returns {HTMLElement | null} */
export function cite(source) {
  if (!source) return null;
  const line = el("span", { class: "quiz-source" }, `${say("source")} `, link(source.url) ?? source.url, ", ");
  line.append(...checked(source.checked), `, ${say(`confidence-${source.confidence}`)}`);
  if (source.due_since) line.append(", ", el("strong", {}, say("due", { date: day(source.due_since) })));
  return line;
}

/** @param {string} iso @returns {Nodes} */
function checked(iso) {
  const [before, after] = say("checked", { date: "\n" }).split("\n");
  return [before, time(iso), after ?? ""];
}

/** @param {Result} decision @returns {Nodes} how sure, in a sentence, and since when */
export function evidence(decision) {
  return [`${decision.evidence.text} ${say("oldest", { date: day(decision.evidence.checked) })}`];
}

/** @param {Result} decision @returns {Nodes} */
export function because(decision) {
  return decision.because.map((why) =>
    el(
      "li",
      {},
      el("p", {}, why.text),
      why.detail && el("p", { class: "quiz-detail" }, `${why.detail} `),
      cite(why.source),
    ),
  );
}

/** @param {People} people @returns {Nodes} */
export function room(people) {
  if (
    typeof people.counted !== "number" ||
    typeof people.limit !== "number" ||
    (people.high ?? people.counted) !== people.counted
  )
    return [];
  const over = people.counted - people.limit;
  if (people.exclusive) return over < 0 ? [say("result.near-exclusive", { n: number(-over) })] : [];
  if (over === 0) return [say("result.room-none")];
  const [one, more] = over > 0 ? ["result.above-one", "result.above"] : ["result.room-one", "result.room"];
  const n = Math.abs(over);
  return [say(n === 1 ? one : more, { n: number(n) })];
}

/** @param {Result} decision @returns {Nodes} */
export function changes(decision) {
  if (decision.would_change.length === 0) return [el("li", {}, say("result.none-changes"))];
  return decision.would_change.map((change) => el("li", {}, change.text));
}

/** @param {Result} decision @returns {Nodes} what is good to know, and whether anybody asks for a certificate */
export function cautions(decision) {
  const known = decision.cautions.map((one) =>
    el("li", { "data-caution": one.id }, el("p", {}, one.text), cite(one.source)),
  );
  return [...known, el("li", {}, el("p", {}, decision.needed.text), cite(decision.needed.source))];
}

/** @param {Result} decision @returns {Nodes} */
export function contacts(decision) {
  return decision.contacts.map((one) => {
    const rows = [
      row(say("telephone"), one.phone && phone(one.phone)),
      row(say("other-telephone"), one.other_phone && phone(one.other_phone)),
      row(say("email"), one.email && el("a", { href: `mailto:${one.email}` }, one.email)),
      row(say("page-of"), link(one.url)),
    ];
    const when =
      one.checked &&
      el(
        "p",
        { class: "quiz-source" },
        say(!one.verified ? "not-verified-contact" : one.second_hand ? "second-hand-contact" : "checked", {
          date: day(one.checked),
        }),
      );
    return el("div", { class: "quiz-contact" }, el("h3", {}, one.name), el("ul", {}, ...rows), when);
  });
}

/** @param {string} label @param {Node | string | null | undefined} value */
function row(label, value) {
  return value ? el("li", {}, `${label} `, value) : null;
}

/** @param {DOMStringMap} words headings of the table @param {string[]} names @returns {HTMLElement} */
function head(words, names) {
  return el("thead", {}, el("tr", {}, ...names.map((name) => el("th", { scope: "col" }, words[name] ?? ""))));
}

/** @param {{name: string, acronym?: string}} one @returns {string} with its acronym, where the name does not hold it already */
function named({ name, acronym = "" }) {
  const [own] = acronym.split(" ");
  return !own || name.includes(own) ? name : `${name} (${acronym})`;
}

/** @param {Result} decision @param {DOMStringMap} words @returns {Nodes} */
export function partners(decision, words) {
  const rows = decision.partners.map((one) => {
    const notes = [
      one.id === decision.partner && say("result.yours"),
      !one.open && say("result.not-open"),
      one.doubtful && say("result.doubtful"),
    ].filter(Boolean);
    const name = el("th", { scope: "row" }, named(one));
    if (notes.length > 0) name.append(el("small", {}, notes.join(". ")));
    const kind = one.id === decision.partner ? "quiz-mine" : one.open ? null : "quiz-elsewhere";
    return el(
      "tr",
      { class: kind },
      name,
      el("td", {}, one.verdict.name),
      el("td", {}, say(`result.certainty-${one.verdict.certainty}`)),
    );
  });
  return rows.length < 2
    ? []
    : [el("table", { class: "quiz-rows" }, head(words, ["partner", "verdict", "sure"]), el("tbody", {}, ...rows))];
}

/** @param {Result} decision @param {Record<string, string>} names @param {DOMStringMap} words @returns {Nodes} */
export function groups(decision, names, words) {
  const sorted = Object.entries(decision.people.groups ?? {});
  const rows = sorted.flatMap(([how, some]) =>
    Object.entries(/** @type {Record<string, number>} */ (some)).map(([group, n]) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, names[`count.${group}`] ?? group),
        el("td", {}, number(n)),
        el("td", {}, say(`count.is-${how}`)),
      ),
    ),
  );
  const rule = decision.because.find((why) => why.detail) ?? decision.because[0];
  if (rows.length === 0) return [];
  const table = el(
    "table",
    { class: "quiz-rows" },
    el("caption", {}, words.countTable ?? ""),
    head(words, ["countKind", "countNumber", "countHow"]),
    el("tbody", {}, ...rows),
  );
  return [table, cite(decision.people.source ?? rule?.source) ?? ""];
}

/** @param {Result} decision @returns {Nodes} */
export function conflicts(decision) {
  return decision.conflicts.map((one) => {
    const readings = one.readings.map((reading) => el("li", {}, el("p", {}, reading.text), cite(reading.source)));
    const ours = el("p", {}, say("result.ours", { text: one.ours }), " ", one.why);
    return el("div", { class: "quiz-conflict" }, el("h3", {}, one.topic), ours, el("ul", {}, ...readings));
  });
}

/**
 * Every source once, in the order in which it is met, and how to say that something there is wrong: by mail with the
 * static page and the facts, nothing of an answer; else by telephone.
 * @param {Result} decision @param {Help} help @param {string} page the static page about this answer @returns {Nodes}
 */
export function sources(decision, help, page) {
  /** @type {Map<string, {source: Source, facts: string[]}>} */
  const pages = new Map();
  for (const { source, fact } of resting(decision)) {
    const known = pages.get(source.url) ?? { source, facts: [] };
    if (fact && !known.facts.includes(fact)) known.facts.push(fact);
    pages.set(source.url, known);
  }
  const rows = [...pages.values()].map(({ source, facts }) =>
    el(
      "li",
      {},
      link(source.url, source.url) ?? source.url,
      ", ",
      ...checked(source.checked),
      ...wrong(facts, help, page),
    ),
  );
  if (help.email || rows.length === 0) return rows;
  return [...rows, el("li", {}, `${say("help.wrong-call", { company: help.company })} `, phone(help.phone))];
}

/** @param {Result} decision @returns {number} how many pages it rests on */
export function sourceCount(decision) {
  return new Set(resting(decision).map(({ source }) => source.url)).size;
}

/** What rests on a source. @param {Result} decision @returns {{source: Source, fact?: string}[]} */
function resting(decision) {
  const { because, cautions, steps, interim, money, needed } = decision;
  const reasons = because.map(({ source, rule }) => ({ source, fact: rule }));
  const readings = decision.conflicts.flatMap((one) => one.readings);
  /** @type {{source?: Source, fact?: string}[]} */
  const facts = [...reasons, ...cautions, ...steps, ...interim, ...money, needed, ...readings];
  return facts.flatMap(({ source, fact }) => (source ? [{ source, fact }] : []));
}

/** @param {string[]} facts their ids @param {Help} help @param {string} page @returns {Nodes} */
function wrong(facts, help, page) {
  if (!help.email) return [];
  const href = mail(help.email, say("help.wrong-subject", { facts: facts.join(", ") }), page);
  return [" ", el("small", {}, el("a", { href, "data-wrong": "" }, say("help.wrong")))];
}
