/** A statement with a number of people. */
export interface Count {
  what: 'adults' | 'children' | 'infants' | 'companions' | 'total';
  n: number;
  family?: boolean;
  /** Among those counted before: "4 people including 2 kids". */
  among?: boolean;
  /** "our kids": two parents speak. */
  ours?: boolean;
  /** Of each of them. */
  age?: number;
  /** Right after another number, with only "and" between: "20 students and 2 teachers". */
  joined?: boolean;
}

/** One statement about who travels. */
export type Fact = Count | { what: 'me' | 'solo' | 'pair' } | { what: 'ages'; ages: number[] };

export interface FactSpan {
  from: number;
  to: number;
  fact: Fact;
}
