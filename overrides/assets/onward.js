// @ts-check
// A short or an old address leads on at once. A campaign's codes go along, and so do answers that the address holds.
// Where scripts are off, the page's own refresh leads on without them.

const to = new URL(document.currentScript?.dataset.to ?? "", location.href);
for (const [key, value] of new URLSearchParams(location.search)) {
  if (key.startsWith("utm_")) to.searchParams.append(key, value);
}
if (!to.hash) to.hash = location.hash;
location.replace(to);
