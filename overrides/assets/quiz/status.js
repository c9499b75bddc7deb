// @ts-check
// The one line that is read aloud: what has happened, or that something is still being worked out.

import { say } from "./dom.js";

const UNTIL_STATUS_GOES = 8_000;
/** Milliseconds: what is there sooner needs no word that it is coming, and what takes longer than this a second one. */
export const UNTIL_LOADING_SHOWS = 200;
export const UNTIL_SLOW = 10_000;

export class Status {
  /** @type {number | undefined} */
  #going;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
  }

  /**
   * What only the ear needs is not shown.
   * @param {string} text @param {boolean} [quiet] @param {boolean} [stays] until something else is said
   */
  say(text, quiet = false, stays = false) {
    clearTimeout(this.#going);
    this.place.classList.toggle("vh", quiet);
    this.place.textContent = text;
    if (!stays) this.#going = setTimeout(() => this.say(""), UNTIL_STATUS_GOES);
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
