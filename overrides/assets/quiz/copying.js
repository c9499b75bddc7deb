// @ts-check
// A text to the clipboard. Where the device refuses, that same text is shown and selected, to be copied by hand.

import { el, say } from "./dom.js";

/** @param {string} text @returns {Promise<boolean>} whether the device took it */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const box = /** @type {HTMLTextAreaElement} */ (
  el("textarea", { class: "quiz-field quiz-by-hand", rows: 7, readonly: true })
);

/** @param {string} text @param {Element} pressed the button; the box comes below its row */
export function offer(text, pressed) {
  box.value = text;
  box.setAttribute("aria-label", say("copy-box"));
  (pressed.parentElement ?? pressed).after(box);
  box.focus();
  box.select();
}

/** The box goes with the result that it was for. */
export function withdraw() {
  box.remove();
}
