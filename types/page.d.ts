// What the quiz page holds beside its forms, as JSON: `data` of hooks/pages/quiz.py. A test compares the names.

import type { Flow } from "../overrides/assets/quiz/flow.js";

export interface PageData {
  flow: Flow;
  /** Questions that the answer to another one makes unnecessary. */
  settled_by: Record<string, string>;
  words: Record<string, string>;
  /** What each outcome page is about, by its slug. */
  outcomes: Record<string, string>;
  places: Record<string, Place>;
  /** Whom to call when the engine cannot run, by place, and by place and partner. */
  contacts: Record<string, Whom>;
  /** The kinds of person of the counting aid, by key. */
  groups: Record<string, string>;
}
export interface Place {
  slug: string;
  name: string;
}
export interface Whom {
  name: string;
  phone?: string;
}
/** A file to save. */
export interface Saved {
  name: string;
  text: string;
}
