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
