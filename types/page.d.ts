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
  /** By place and partner. */
  partners: Record<string, Record<string, Standing>>;
  help: Help;
}
/** What the first screen can say before the engine is there; what differs from visitor to visitor is left out. */
export interface Glance {
  kind?: import("./decision").Result["first"]["kind"];
  title?: string;
  route?: import("./decision").Result["verdict"]["route"];
  name?: string;
  certainty?: import("./decision").Result["verdict"]["certainty"];
  checked?: string;
  call?: { name: string; phone: string };
  steps?: string[];
  letters?: string[];
}
/** What stands in assets/quiz/aids.json. */
export interface Aids {
  /** What visitors call their work. */
  trades: Trade[];
  /** Who asks for a certificate, by place. */
  buyers: Record<string, Buyer[]>;
}
export interface Trade {
  /** Its name first, then other words for it. */
  words: string[];
  industry: string;
  /** Places where it belongs to another industry. */
  at?: Record<string, string>;
}
export interface Buyer {
  name: string;
  /** For what work. */
  for: string;
  /** Dollars from which on it asks. */
  from?: number;
  /** What it answers to the question of the client; left out where it asks for something else. */
  answer?: string;
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
/** A certifying partner of a place, for the advice which one to choose. */
export interface Standing {
  /** The industries that it takes by name. */
  takes: string[];
  /** Not certain that it takes new companies. */
  doubtful?: boolean;
}
/** The company's own offer, in its own voice. */
export interface Help {
  offers: Offer[];
  email?: string;
  phone: string;
  company: string;
  /** Who may help, as a line of a text. */
  line: string;
  /** The largest number of people of each size band of the call code. */
  bands: number[];
  /** A letter for each route, for the call code. */
  letters: Record<string, string>;
}
export interface Offer {
  title: string;
  text: string;
  action: string;
  url?: string;
  /** The steps that it helps with. */
  steps: string[];
  /** Months of records from which on the need is another one. */
  until?: number;
}
