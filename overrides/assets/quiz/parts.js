// @ts-check
// The parts of a result as elements. What is empty gives an empty list, so that its part is not shown.

import { day, el, number, say, time } from "./dom.js";

/** @typedef {import("../../../types/decision").Result} Result */
/** @typedef {import("../../../types/decision").People} People */
/** @typedef {import("../../../types/decision").Source} Source */
/** @typedef {(Node | string)[]} Nodes */

/** @param {string} url @returns {string} the host, which is what people recognize */
function host(url) {
  return new URL(url).hostname.replace(/^www\./, "");
}

/** @param {Source | undefined} source @returns {HTMLElement | null} */
export function cite(source) {
  if (!source) return null;
  const line = el(
    "span",
    { class: "quiz-source" },
    `${say("source")} `,
    el("a", { href: source.url }, host(source.url)),
    ", ",
  );
  line.append(...checked(source.checked), `, ${say(`confidence-${source.confidence}`)}`);
  if (source.due_since) line.append(", ", el("strong", {}, say("due", { date: day(source.due_since) })));
  return line;
}

/** @param {string} iso @returns {Nodes} */
function checked(iso) {
  const [before, after] = say("checked", { date: "\n" }).split("\n");
  return [before, time(iso), after ?? ""];
}

/** @param {Result} decision @param {HTMLElement | null} heading the one that may hold the focus @returns {Nodes} */
export function verdict(decision, heading) {
  const title = heading ?? el("h1", { tabindex: "-1" });
  title.textContent = decision.headline;
  const when = say("oldest", { date: day(decision.evidence.checked) });
  const kind = `quiz-evidence sure--${decision.verdict.certainty}`;
  return [title, el("p", { class: kind }, `${decision.evidence.text} ${when}`)];
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

/** @param {Result} decision @returns {Nodes} */
export function cautions(decision) {
  return decision.cautions.map((one) => el("li", { "data-caution": one.id }, el("p", {}, one.text), cite(one.source)));
}

/** @param {Result} decision @returns {Nodes} */
export function steps(decision) {
  return decision.steps.map((step) =>
    el(
      "li",
      { "data-quiz-step": step.id },
      el("h3", {}, step.title),
      el("p", { class: "quiz-when" }, step.when),
      el("p", {}, step.text),
      links(step.links),
      el(
        "p",
        { class: "quiz-who" },
        `${say("result.who", { who: step.who })} `,
        cite(step.source) ?? el("span", { class: "quiz-source" }, say("result.own-advice")),
      ),
    ),
  );
}

/** @param {{text: string, url: string}[]} given @returns {HTMLElement | null} */
function links(given) {
  if (given.length === 0) return null;
  return el(
    "ul",
    { class: "quiz-links" },
    ...given.map((link) => el("li", {}, el("a", { href: link.url }, link.text))),
  );
}

/** @param {Result} decision @returns {Nodes} */
export function contacts(decision) {
  return decision.contacts.map((one) => {
    const rows = [
      row(say("telephone"), one.phone && phone(one.phone)),
      row(say("other-telephone"), one.other_phone && phone(one.other_phone)),
      row(say("email"), one.email && el("a", { href: `mailto:${one.email}` }, one.email)),
      row(say("page-of"), el("a", { href: one.url }, host(one.url))),
    ];
    const when =
      one.checked &&
      el(
        "p",
        { class: "quiz-source" },
        one.verified ? say("checked", { date: day(one.checked) }) : say("not-verified-contact"),
      );
    return el("div", { class: "quiz-contact" }, el("h3", {}, one.name), el("ul", {}, ...rows), when);
  });
}

/** @param {string} label @param {Node | string | undefined} value */
function row(label, value) {
  return value ? el("li", {}, `${label} `, value) : null;
}

/** @param {string} written @returns {HTMLElement} */
export function phone(written) {
  const digits = written.replace(/\D/g, "");
  return el("a", { href: `tel:+${digits.length === 10 ? "1" : ""}${digits}` }, written.replace(/-/g, "\u2011"));
}

/** @param {DOMStringMap} words headings of the table @param {string[]} names @returns {HTMLElement} */
function head(words, names) {
  return el("thead", {}, el("tr", {}, ...names.map((name) => el("th", { scope: "col" }, words[name] ?? ""))));
}

/** @param {Result} decision @param {DOMStringMap} words @returns {Nodes} */
export function partners(decision, words) {
  const rows = decision.partners.map((one) => {
    const notes = [
      one.id === decision.partner && say("result.yours"),
      !one.open && say("result.not-open"),
      one.doubtful && say("result.doubtful"),
    ].filter(Boolean);
    const name = el("th", { scope: "row" }, one.name, one.acronym ? ` (${one.acronym})` : "");
    if (notes.length > 0) name.append(el("small", {}, notes.join(". ")));
    const mine = one.id === decision.partner ? "quiz-mine" : null;
    return el(
      "tr",
      { class: mine },
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

/** @param {Result} decision @param {DOMStringMap} words @returns {Nodes} */
export function conflicts(decision, words) {
  return decision.conflicts.map((one) =>
    el(
      "div",
      { class: "quiz-conflict" },
      el("h3", {}, one.topic),
      el("p", {}, say("result.ours", { text: one.ours }), " ", one.why),
      el(
        "details",
        {},
        el("summary", {}, words.conflictsShow ?? ""),
        el("ul", {}, ...one.readings.map((reading) => el("li", {}, el("p", {}, reading.text), cite(reading.source)))),
      ),
    ),
  );
}

/** @param {Result} decision @param {DOMStringMap} words @param {(text: string) => void} copy @returns {Nodes} */
export function messages(decision, words, copy) {
  const titles = /** @type {const} */ ([
    ["client", words.messageClient],
    ["partner", words.messagePartner],
  ]);
  return titles.flatMap(([whom, title]) => {
    const text = decision.messages[whom];
    if (!text) return [];
    const button = el(
      "button",
      { type: "button", class: "quiz-button quiz-button--quiet" },
      words.copyMessage ?? "",
      el("span", { class: "vh" }, ` (${title})`),
    );
    button.addEventListener("click", () => copy(text));
    return el(
      "div",
      { class: "quiz-message" },
      el("h3", {}, title),
      el("blockquote", {}, el("p", {}, text)),
      el("p", {}, button),
    );
  });
}

/** Every source once, in the order in which it is met. @param {Result} decision @returns {Nodes} */
export function sources(decision) {
  /** @type {Map<string, Source>} */
  const found = new Map();
  const conflicting = decision.conflicts.flatMap((one) => one.readings);
  for (const fact of [...decision.because, ...decision.cautions, ...decision.steps, ...conflicting]) {
    if (fact.source && !found.has(fact.source.url)) found.set(fact.source.url, fact.source);
  }
  return [...found.values()].map((source) =>
    el("li", {}, el("a", { href: source.url }, source.url), ", ", ...checked(source.checked)),
  );
}
