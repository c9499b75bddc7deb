// @ts-check
// A guide to look things up in: a choice of place leaves the rows and the parts of that place. Without this script all
// of them stand there.

const choice = /** @type {HTMLSelectElement} */ (document.getElementById("only-place"));
const places = new Set([...choice.options].map((option) => option.value));

/** Every part of the page that is of one place, with the place. @returns {Iterable<[HTMLElement, string]>} */
function* parts() {
  for (const rows of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".by-place tbody"))) {
    const page = /** @type {HTMLAnchorElement | null} */ (rows.querySelector("th a"))?.pathname ?? "";
    yield [rows, page.split("/provinces/")[1]?.split("/")[0] ?? ""];
  }
  for (const heading of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article h3[id]"))) {
    if (!places.has(heading.id)) continue;
    yield [heading, heading.id];
    for (let part = heading.nextElementSibling; part && !part.matches("h2, h3"); part = part.nextElementSibling)
      if (part instanceof HTMLElement) yield [part, heading.id];
  }
}

function show() {
  for (const [part, place] of parts()) part.hidden = choice.value !== "" && place !== choice.value;
}

choice.addEventListener("input", show);
/** @type {HTMLElement} */ (choice.closest("[hidden]")).hidden = false;
show();
