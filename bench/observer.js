// Runs in every page before its own scripts: when the next question and each result stood there, and how long the page
// was blocked. Looks only at what a visitor sees.
(() => {
  const seen = (window.bench = {
    blocked: 0,
    longest: 0,
    clicked: null,
    next: null,
    verdict: null,
    glance: null,
    route: null,
    waiting: null,
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.blocked += Math.max(0, duration - 50);
      seen.longest = Math.max(seen.longest, duration);
    }
  }).observe({ type: "longtask", buffered: true });
  addEventListener("click", ({ target }) => target.closest("button") && (seen.clicked ??= performance.now()), true);

  function look() {
    const root = document.querySelector("[data-quiz-state]");
    // To ask what is visible makes the browser lay out the page: once it was seen, it is not asked again.
    if (seen.glance === null) {
      const call = root?.querySelector('[data-ahead="call"] a, [data-slot="call"] a');
      if (call?.checkVisibility()) seen.glance = performance.now();
    }
    const route =
      root?.dataset.quizState === "result" ? root.querySelector("[data-quiz-route]")?.dataset.quizRoute : null;
    if (route && route !== seen.route) {
      seen.verdict ??= performance.now();
      seen.route = route;
      seen.waiting?.();
    }
    if (seen.clicked === null || seen.next !== null) return;
    const asked = [...document.querySelectorAll("form[data-quiz-question]")].filter((form) => form.checkVisibility());
    if (asked.some((form) => form.dataset.quizQuestion && form.dataset.quizQuestion !== "province"))
      seen.next = performance.now();
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });

  /** How long each change of the answers took until its result stood there, after so many milliseconds of looking at the last. */
  seen.times = async (fragments, pause = 0) => {
    const times = [];
    for (const fragment of fragments) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      const began = performance.now();
      const changed = new Promise((resolve, reject) => {
        seen.waiting = resolve;
        setTimeout(() => reject(new Error(`no other result for ${fragment}`)), 60_000);
      });
      location.hash = fragment;
      await changed;
      times.push(performance.now() - began);
    }
    return times;
  };
})();
