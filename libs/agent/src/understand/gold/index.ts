export { freshDialogues } from './data/fresh/everyday.js';
export { freshRows } from './data/fresh/rows.js';
export { goldDialogues, goldRows } from './gold-set.js';
export {
  fewestCases,
  goldToday,
  measureDialogue,
  measureKnown,
  measureRow,
  type Miss,
  newScore,
  type Score,
} from './measure.js';
export { type GoldDialogue, type GoldRow, type Slots } from './row.js';
