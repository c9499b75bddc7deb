// @ts-check
// A guide to look things up in: a choice of place leaves the rows, points and parts of that place. Without this script all
// of them stand there.

const choice = /** @type {HTMLSelectElement} */ (document.getElementById("only-place"));
const none = /** @type {HTMLElement} */ (document.getElementById("only-place-none"));
const places = new Set([...choice.options].map((option) => option.value));

/**
 * Every part of the page that is of one place, with the place and with the table or list that it is a part of.
 * @returns {Iterable<[HTMLElement, string, Element | null]>}
 */
function* parts() {
  for (const rows of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".by-place tbody"))) {
    const page = /** @type {HTMLAnchorElement | null} */ (rows.querySelector("th a"))?.pathname ?? "";
    yield [rows, page.split("/provinces/")[1]?.split("/")[0] ?? "", rows.parentElement];
  }
  for (const point of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article li[data-place]")))
    yield [point, point.dataset.place ?? "", point.parentElement];
  for (const heading of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article h3[id]"))) {
    if (!places.has(heading.id)) continue;
    yield [heading, heading.id, null];
    for (let part = heading.nextElementSibling; part && !part.matches("h2, h3"); part = part.nextElementSibling)
      if (part instanceof HTMLElement) yield [part, heading.id, null];
  }
}

function show() {
  /** @type {Map<Element | null, boolean>} */
  const some = new Map();
  for (const [part, place, whole] of parts()) {
    part.hidden = choice.value !== "" && place !== choice.value;
    some.set(whole, some.get(whole) || !part.hidden);
  }
  for (const [whole, any] of some) whole?.toggleAttribute("hidden", !any);
  none.hidden = [...some.values()].every(Boolean);
}

choice.addEventListener("input", show);
/** @type {HTMLElement} */ (choice.closest("[hidden]")).hidden = false;
show();
