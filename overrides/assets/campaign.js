// @ts-check
// The codes of a campaign (utm_*) in this page's address go along to the company's own pages, when a visitor follows a
// link there. They are kept nowhere, and no answer is ever added.

const codes = [...new URLSearchParams(location.search)].filter(([key]) => key.startsWith("utm_"));

/** @param {Event} event */
function passOn(event) {
  const link = event.target instanceof Element ? event.target.closest("a[data-owner]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const to = new URL(link.href);
  for (const [key, value] of codes) to.searchParams.set(key, value);
  link.href = to.href;
}

if (codes.length > 0)
  for (const kind of ["click", "auxclick"]) document.addEventListener(kind, passOn, { capture: true });
