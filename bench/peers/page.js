// What the peers' pages share: a question that stands in the page, the next one, and the result as headings and lists.

const root = document.querySelector("[data-quiz-state]");
const [first, next] = root.querySelectorAll("form");
const result = root.querySelector("article");
let decide;

function answers() {
  const given = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (given.people) given.people = Number(given.people);
  return { ...given, today: new Date().toISOString().slice(0, 10) };
}

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

function show() {
  const given = answers();
  first.hidden = Boolean(given.province);
  if (!given.province || !decide) return;
  const decision = decide(given);
  next.hidden = decision.status !== "question";
  result.hidden = !next.hidden;
  if (decision.status === "question") {
    next.dataset.quizQuestion = decision.question.key;
    next.firstElementChild.textContent = decision.question.text;
    root.dataset.quizState = "question";
    return;
  }
  const texts = ["because", "cautions", "steps"].map((part) =>
    (decision[part] ?? []).map((entry) => entry.text ?? entry.title),
  );
  const lists = texts.map((entries) => {
    const list = document.createElement("ul");
    list.append(...entries.map((text) => element("li", text)));
    return list;
  });
  result.replaceChildren(element("h1", decision.headline), ...lists);
  result.dataset.quizRoute = decision.verdict.route;
  root.dataset.quizState = "result";
}

first.addEventListener("submit", (event) => {
  event.preventDefault();
  location.hash = `province=${new FormData(first).get("province")}`;
});
addEventListener("hashchange", show);

/** From here on the engine decides. */
export function ready(engine) {
  decide = engine;
  show();
}
