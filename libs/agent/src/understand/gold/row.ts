/**
 * One utterance and what must be understood from it, in a notation short enough to write hundreds by hand.
 * A slot that is not named must stay empty: understanding too much is an error as well.
 */
export interface GoldRow {
  say: string;
  /** BCP 47; `en-US` when absent. */
  locale?: string;
  /** What the agent had asked for. */
  asked?: string;
  expect: Slots;
}

/** A dialogue: what the person says in turn, and what is known after each line. */
export interface GoldDialogue {
  name: string;
  locale?: string;
  turns: { say: string; asked?: string; shown?: number; expect: Slots }[];
}

export interface Slots {
  /** Origin: name. */
  from?: string;
  /** Destinations in order, with ` + ` between: `Rome 3n`, `Virginia x2`. A name alone or `Portland, Maine`. */
  to?: string;
  /** `2026-12-15..2026-12-22`, `2026-12-15..`, `[2027-03-01..2027-03-31]` for a window. */
  dates?: string;
  /** `7d 7n`. */
  length?: string;
  /** `3000 USD about`, `1000-2000 EUR per_person`; `unlimited`. */
  budget?: string;
  /** `2`, `2+1` with children, `2+1+1` with an infant, ` (5,7)` ages. */
  people?: string;
  /** Interest tags in alphabetical order. */
  likes?: string;
  dislikes?: string;
  pace?: string;
  cuisines?: string;
  diets?: string;
  /** Room type. */
  room?: string;
  rules?: string;
  lodging?: string;
  noLodging?: string;
  stars?: string;
  by?: string;
  notBy?: string;
  direct?: string;
  cabin?: string;
  see?: string;
  skip?: string;
  /** Names that must be asked about. */
  ambiguous?: string;
  /** Speech acts, only compared where given. */
  acts?: string;
  /** ISO 639-1, only compared where given. */
  language?: string;
  /** `1` for the second option, `cheaper`, `1 cheaper`; compared in dialogues only. */
  reference?: string;
}
