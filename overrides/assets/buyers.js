// @ts-check
// The table of buyers: a choice of place, of what they take, and the value of a job leave the buyers that would ask.
// Without this script the whole table stands there.

const table = /** @type {HTMLTableElement} */ (document.getElementById("buyer-table"));
const place = /** @type {HTMLSelectElement} */ (document.getElementById("buyers-place"));
const amount = /** @type {HTMLInputElement} */ (document.getElementById("buyers-amount"));
const takes = /** @type {HTMLSelectElement} */ (document.getElementById("buyers-takes"));
const filter = /** @type {HTMLElement} */ (place.closest("[hidden]"));
const status = /** @type {HTMLElement} */ (filter.querySelector("[data-shown]"));

/** Whether a buyer fits what was chosen. @param {HTMLTableRowElement} row */
function fits(row) {
  const { place: where, from, takes: ways } = row.dataset;
  if (place.value && where !== place.value) return false;
  if (amount.value && amount.valueAsNumber < Number(from)) return false;
  return !takes.value || (ways ?? "").split(" ").includes(takes.value);
}

function show() {
  let shown = 0;
  for (const body of table.tBodies) {
    let first = true; // of its place: it alone shows the place's name
    for (const row of body.rows) {
      row.hidden = !fits(row);
      if (row.hidden) continue;
      row.querySelector("th a")?.classList.toggle("again", !first);
      first = false;
      shown += 1;
    }
  }
  status.textContent = status.dataset.shown?.replace("{n}", String(shown)) ?? "";
}

for (const control of [place, amount, takes]) control.addEventListener("input", show);
filter.hidden = false;
show();

export {};
