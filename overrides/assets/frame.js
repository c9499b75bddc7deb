// @ts-check
// The theme's own script serves the search alone here, so it comes with the first use of the search; until then a page is
// lighter by it, by the search's worker and by the index. What was typed meanwhile is searched once it is there.

const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
const words = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-on-search]"));
const field = /** @type {HTMLInputElement | null} */ (
  document.querySelector('form[name="search"] input[name="query"]')
);
const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
const state = document.querySelector('[data-md-component="search-result"] :first-child');

let asked = false;

function load() {
  if (asked) return;
  asked = true;
  const script = document.createElement("script");
  script.src = words.dataset.onSearch ?? "";
  script.addEventListener("error", () => {
    asked = false; // the next touch tries again
    script.remove();
    if (state) state.textContent = words.dataset.failed ?? "";
  });
  document.head.append(script);
}

/** The theme's keys for the search. @param {KeyboardEvent} event */
function key(event) {
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (asked || writing || event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key))
    return;
  event.preventDefault();
  field?.focus();
}

/**
 * The Tab key closes the search and goes on. The theme's way takes the focus off the field first, and in Safari the key
 * then begins at the top of the page: nobody gets past the field. @param {KeyboardEvent} event
 */
function leave(event) {
  if (event.key !== "Tab") return;
  event.stopPropagation();
  if (toggle?.checked) toggle.click();
}

field?.addEventListener("keydown", leave);
field?.addEventListener("focus", load);
toggle?.addEventListener("change", () => toggle.checked && field?.focus());
document.addEventListener("keydown", key);
// A link to a place in the page leads out of the menu.
addEventListener("hashchange", () => drawer && (drawer.checked = false));
// What is typed is sent nowhere, not by the form either: older browsers do not know its `dialog`.
field?.form?.addEventListener("submit", (event) => event.preventDefault());
// A shared search says what to look for.
if (new URLSearchParams(location.search).has("q")) load();
