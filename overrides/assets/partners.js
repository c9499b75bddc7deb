// @ts-check
// The page of a place: a chip leaves the partners that take an industry, and an address that names a fold opens it.
// Both follow the fragment, so that Back and a sent link work. Without this script all partners stand there.

const chips = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-industry]"));
const partners = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-industries]"));
const told = /** @type {HTMLElement | null} */ (document.querySelector("[data-shown]"));

/** @param {string} industry */
function leave(industry) {
  let shown = 0;
  for (const partner of partners) {
    partner.hidden = industry !== "" && !partner.dataset.industries?.split(" ").includes(industry);
    shown += Number(!partner.hidden);
  }
  for (const chip of chips) {
    if (chip.dataset.industry === industry) chip.setAttribute("aria-current", "true");
    else chip.removeAttribute("aria-current");
  }
  if (told) told.textContent = told.dataset.shown?.replace("{n}", String(shown)) ?? "";
}

/** @returns {string} the fragment as it is meant; one that means nothing is taken as it stands */
function fragment() {
  const written = location.hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

function follow() {
  const id = fragment();
  const chosen = [...chips].find((chip) => chip.hash === `#${id}`);
  const target = document.getElementById(id);
  const fold = target?.closest("details");
  if (chosen || target?.closest("[data-industries]")) leave(chosen?.dataset.industry ?? "");
  if (fold && !fold.open) {
    fold.open = true;
    target?.scrollIntoView();
  }
}

addEventListener("hashchange", follow);
follow();
