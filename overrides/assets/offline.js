// @ts-check
// Registers the service worker once the page has nothing better to do, and tells the person when the network is gone
// and when newer rules are there. Its words stand in the page's HTML.

const place = document.querySelector("[data-offline]");
const quiz = document.querySelector("[data-quiz-engine]");

/** @param {string} text @param {HTMLElement} [button] */
function say(text, button) {
  place?.replaceChildren(text, ...(button ? [" ", button] : []));
}

/** The quiz page waits until the quiz can run: its files are then at hand, and nothing else is slowed down. It may run already. */
const engineIsReady = async () => (await import("./quiz/early.js")).engine.ready;
const idle = () =>
  new Promise((resolve) =>
    "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 5000 }) : setTimeout(resolve, 2000),
  );
const loaded = () =>
  new Promise((resolve) => (document.readyState === "complete" ? resolve(null) : addEventListener("load", resolve)));

/** @param {HTMLElement} place @param {ServiceWorkerRegistration} registration */
function tell(place, registration) {
  const { away = "", newer = "", use = "", others = "" } = place.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = use;
  button.addEventListener("click", () => registration.waiting?.postMessage({ kind: "take-over" }));
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) say(newer, button);
    else say(navigator.onLine ? "" : away);
  };
  const watch = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", watch);
  for (const event of ["online", "offline"]) addEventListener(event, look);
  navigator.serviceWorker.addEventListener("message", ({ data }) => data.kind === "others-open" && say(others, button));
  if (navigator.serviceWorker.controller)
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  watch();
  look();
}

async function begin() {
  const known = navigator.serviceWorker.controller !== null;
  if (!known && /** @type {any} */ (navigator).connection?.saveData) return;
  await loaded();
  if (quiz && !known) await engineIsReady();
  await idle();
  const registration = await navigator.serviceWorker.register(new URL("../service-worker.js", import.meta.url));
  tell(/** @type {HTMLElement} */ (place), registration);
  if (!quiz) return;
  const files = await engineIsReady();
  (await navigator.serviceWorker.ready).active?.postMessage({ kind: "keep-engine", files });
}

// Without a secure address, or where a browser forbids it, the site works as it did.
if (place && "serviceWorker" in navigator) begin().catch(() => {});
