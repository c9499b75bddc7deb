// @ts-check
// The table of a place's partners: its headers sort it, and a choice of industry leaves the partners that take it.
// Without this script the whole table stands there, in the order of the page.

// @ts-ignore: the build puts it beside this file
import "./tablesort.min.js";

const table = /** @type {HTMLTableElement} */ (document.getElementById("partner-table"));
const choice = /** @type {HTMLSelectElement} */ (document.getElementById("industry"));
const filter = /** @type {HTMLElement} */ (choice.closest("[hidden]"));
const status = /** @type {HTMLElement} */ (filter.querySelector("[data-shown]"));

function show() {
  let shown = 0;
  for (const row of table.tBodies[0].rows) {
    row.hidden = choice.value !== "" && !row.dataset.industries?.split(" ").includes(choice.value);
    shown += Number(!row.hidden);
  }
  status.textContent = status.dataset.shown?.replace("{n}", String(shown)) ?? "";
}

/** A header becomes a button: Tablesort listens on the cell, and would make the cell itself a stop for the keyboard.
 * @param {HTMLTableCellElement} cell */
function press(cell) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...cell.childNodes);
  cell.append(button);
  cell.removeAttribute("tabindex");
}

new /** @type {any} */ (globalThis).Tablesort(table);
for (const cell of table.querySelectorAll("th[tabindex]")) press(/** @type {HTMLTableCellElement} */ (cell));
choice.addEventListener("change", show);
filter.hidden = false;
show();
