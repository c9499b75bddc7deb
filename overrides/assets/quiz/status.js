// @ts-check
// The one line that is read aloud: what has happened, or that something is still being worked out.

import { all, say } from "./dom.js";

const UNTIL_STATUS_GOES = 8_000;
/** Milliseconds: what is there sooner needs no word that it is coming, and what takes longer than this a second one. */
export const UNTIL_LOADING_SHOWS = 200;
export const UNTIL_SLOW = 10_000;

/** In pixels: from the lower edge of the window, and from what is pressed. */
const EDGE = 12;
const GAP = 4;
const PRESSED = "a[href], button, input, select, summary, label";
const FOLDED = "details:not([open]) > :not(summary)";

/** @typedef {{top: number, bottom: number}} Box */

/**
 * How far above the window's lower edge a line of this height covers none of these boxes: as low as it can.
 * @param {Box[]} boxes @param {number} height @param {number} room the window's height @returns {number}
 */
function clearOf(boxes, height, room) {
  const covers = (/** @type {number} */ bottom) =>
    boxes.some((box) => room - box.bottom < bottom + height && room - box.top > bottom);
  const places = [EDGE, ...boxes.map((box) => Math.ceil(room - box.top) + GAP)].sort((one, other) => one - other);
  return places.find((bottom) => bottom >= EDGE && bottom + height <= room && !covers(bottom)) ?? EDGE;
}

export class Status {
  /** @type {number | undefined} */
  #going;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    // What moves later, such as a page that the browser holds at the line that is read, moves the line again.
    new ResizeObserver(() => this.#makeWay()).observe(document.body);
    document.addEventListener("scrollend", () => this.#makeWay());
  }

  /**
   * What only the ear needs is not shown.
   * @param {string} text @param {boolean} [quiet] @param {boolean} [stays] until something else is said
   */
  say(text, quiet = false, stays = false) {
    clearTimeout(this.#going);
    this.place.classList.toggle("vh", quiet);
    this.place.textContent = text;
    this.#makeWay();
    // What moves with the news, such as a form that folds, has moved by the next frame.
    requestAnimationFrame(() => this.#makeWay());
    if (!stays) this.#going = setTimeout(() => this.say(""), UNTIL_STATUS_GOES);
  }

  /** What it says lies over the page for a while: not over what somebody may want to press next. */
  #makeWay() {
    if (!this.place.textContent || this.place.classList.contains("vh")) return;
    const { left, right, height } = this.place.getBoundingClientRect();
    const shown = all(PRESSED).filter((one) => one.closest(FOLDED) === null);
    const boxes = shown.map((one) => one.getBoundingClientRect());
    const below = boxes.filter((box) => box.height > 0 && box.left < right && box.right > left);
    this.place.style.bottom = `${clearOf(below, height, innerHeight)}px`;
  }

  /**
   * While something is awaited that changes no view.
   * @template Answer @param {Promise<Answer>} coming @param {string} text @returns {Promise<Answer>} the same
   */
  async during(coming, text) {
    const told = [text, say("loading.slow")];
    const timers = [UNTIL_LOADING_SHOWS, UNTIL_SLOW].map((time, n) =>
      setTimeout(() => this.say(told[n], false, true), time),
    );
    try {
      return await coming;
    } finally {
      timers.forEach(clearTimeout);
      if (told.includes(this.place.textContent ?? "")) this.say("");
    }
  }
}
