// Made from quiz/shape.py by `python -m hooks shape`; a test compares.

export type Decision = Result | Asked | Refusal;
export type Route = "cor" | "secor" | "owner-operator" | "none" | "ask";
export type Certainty = "clear" | "confirm" | "unverified";
export type Kind =
  "fits" | "should" | "client" | "held" | "carried" | "voluntary" | "depends" | "ask" | "ask-anybody" | "none";
export type Value = string | number;
export type Phase = "now" | "then" | "keep";
export type Begins = "ready" | "now" | "about" | "from";
export type MoneyKind = "fee" | "refund";

/**
 * Everything that a result page shows.
 */
export interface Result {
  status: "result";
  version: string;
  province: string;
  partner: string | null;
  verdict: Verdict;
  headline: string;
  first: First;
  evidence: Evidence;
  people: People;
  because: Reason[];
  would_change: Change[];
  conflicts: Conflict[];
  cautions: Caution[];
  partners: PartnerRow[];
  steps: Step[];
  readiness: Readiness | null;
  interim: Interim[];
  needed: Needed;
  money: Money[];
  contacts: Contact[];
  messages: Messages;
  open: string[];
  outcome: string;
}
/**
 * Route, local name and how sure.
 */
export interface Verdict {
  route: Route;
  name: string;
  certainty: Certainty;
}
/**
 * What stands first on a screen: a title of four words at most and a line of why, by the kind of the result.
 */
export interface First {
  kind: Kind;
  title: string;
  text: string;
}
/**
 * How sure in words, and the oldest day on which anything behind the verdict was checked.
 */
export interface Evidence {
  text: string;
  checked: string;
}
/**
 * The number that was compared (`size` in words), and the largest that still fits the class below the next one.
 */
export interface People {
  counted: number | null;
  limit: number | null;
  unit: string;
  period: string;
  size?: string;
  exclusive?: boolean;
  low?: number;
  high?: number;
  groups?: Groups;
  scale?: Band[];
  source?: Source;
}
/**
 * How many of each kind of person count, do not, or are unclear.
 */
export interface Groups {
  counted: {
    [k: string]: number;
  };
  not_counted: {
    [k: string]: number;
  };
  unclear: {
    [k: string]: number;
  };
}
export interface Band {
  from: number;
  to: number | null;
  route: Route;
  name: string;
}
/**
 * Where a fact was read, when, how sure it is, and since when it is due for another look.
 */
export interface Source {
  url: string;
  checked: string;
  confidence: string;
  due_since?: string;
}
/**
 * A rule that decided; `rule` is the fact's id, `detail` the source's own words in ours.
 */
export interface Reason {
  rule: string;
  text: string;
  source: Source;
  detail?: string;
}
export interface Change {
  if: {
    [k: string]: Value;
  };
  then: Certificate;
  text: string;
}
/**
 * A route and its local name.
 */
export interface Certificate {
  route: Route;
  name: string;
}
/**
 * Public pages that disagree, our reading, and why.
 */
export interface Conflict {
  id: string;
  topic: string;
  readings: Reading[];
  ours: string;
  why: string;
}
/**
 * What one page says.
 */
export interface Reading {
  text: string;
  source: Source;
}
/**
 * Something to know beside the verdict.
 */
export interface Caution {
  id: string;
  text: string;
  fact?: string;
  source?: Source;
}
/**
 * The same business at one partner of the place.
 */
export interface PartnerRow {
  id: string;
  name: string;
  acronym: string;
  verdict: Verdict;
  open: boolean;
  doubtful: boolean;
}
/**
 * One step of the plan; `span` is its first and last day on a time line.
 */
export interface Step {
  id: string;
  phase: Phase;
  title: string;
  text: string;
  who: string;
  when: string;
  begins: Begins;
  span: string[] | null;
  earliest: string | null;
  latest: string | null;
  links: Link[];
  fact?: string;
  source?: Source;
}
/**
 * A page to go to.
 */
export interface Link {
  text: string;
  url: string;
}
/**
 * Whether the certificate can be there by the deadline; `earliest` is None where no day is known.
 */
export interface Readiness {
  answer: "yes" | "no" | "unknown";
  earliest: string | null;
  text: string;
}
/**
 * What may be shown to a buyer until the certificate is there.
 */
export interface Interim {
  id: string;
  name: string;
  text: string;
  fact: string;
  source: Source;
  in_time: boolean;
}
/**
 * Whether anybody asks for a certificate.
 */
export interface Needed {
  answer: "asked" | "voluntary" | "unknown";
  text: string;
  fact?: string;
  source?: Source;
}
/**
 * A fee or a refund, in dollars a year; None where only the text is known. `figure` is the number at a glance.
 */
export interface Money {
  id: string;
  kind: MoneyKind;
  figure: string;
  low: number | null;
  high: number | null;
  text: string;
  fact: string;
  source: Source;
}
/**
 * How to reach a body; what is not verified is told so.
 */
export interface Contact {
  id: string;
  name: string;
  acronym?: string;
  url: string;
  phone?: string;
  other_phone?: string;
  email?: string;
  checked?: string;
  verified?: boolean;
  second_hand?: boolean;
  files?: boolean;
}
/**
 * Texts ready to send.
 */
export interface Messages {
  client?: string;
  partner?: string;
}
/**
 * The verdict still hangs on an answer.
 */
export interface Asked {
  status: "question";
  version: string;
  province: string | null;
  question: Question;
  open: string[];
}
/**
 * A question with its words and everything that it accepts.
 */
export interface Question {
  key: string;
  kind: "choice" | "whole" | "number" | "date";
  text: string;
  hint: string;
  short: string;
  optional: boolean;
  unsure: boolean;
  errors: {
    [k: string]: string;
  };
  options?: Option[];
  least?: number;
  most?: number;
  instead?: Aid[];
}
/**
 * One answer to a question of choice.
 */
export interface Option {
  value: string;
  label: string;
}
/**
 * One kind of person of the counting helper.
 */
export interface Aid {
  key: string;
  text: string;
}
/**
 * Answers that cannot be read.
 */
export interface Refusal {
  errors: Problem[];
}
/**
 * A bad answer: its key, and a sentence that says what would be accepted.
 */
export interface Problem {
  key: string;
  text: string;
}
