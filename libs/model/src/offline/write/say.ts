import { type Wordings } from './phrases/phrases.js';

/** Takes one of several equal wordings. */
export type Say = (wordings: Wordings) => string;

/** Same seed, same choices; neighbouring seeds take neighbouring wordings, so two turns in a row do not sound alike. */
export function createSay(seed: number): Say {
  let step = 0;
  return (wordings) => wordings[(seed + step++) % wordings.length] ?? wordings[0];
}
