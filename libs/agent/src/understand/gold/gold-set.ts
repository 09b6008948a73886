import { dateRows } from './data/dates.js';
import { changeDialogues } from './data/changes.js';
import { dialogues } from './data/dialogues.js';
import { everydayRows } from './data/everyday.js';
import { languageRows } from './data/languages.js';
import { mixedRows } from './data/mixed.js';
import { abroadRows } from './data/abroad.js';
import { briefRows } from './data/briefs.js';
import { moneyRows } from './data/money.js';
import { placeRows } from './data/places.js';
import { requestRows } from './data/requests.js';
import { talkRows } from './data/talk.js';
import { travellerRows } from './data/travellers.js';
import { unseenRows } from './data/unseen.js';
import { wishRows } from './data/wishes.js';
import { type GoldDialogue, type GoldRow } from './row.js';

/** Single messages and what must be understood from each. */
export const goldRows: readonly GoldRow[] = [
  ...dateRows,
  ...moneyRows,
  ...travellerRows,
  ...placeRows,
  ...wishRows,
  ...requestRows,
  ...languageRows,
  ...talkRows,
  ...unseenRows,
  ...mixedRows,
  ...everydayRows,
  ...briefRows,
  ...abroadRows,
];

/** Conversations of several messages, and what is known after each. */
export const goldDialogues: readonly GoldDialogue[] = [...dialogues, ...changeDialogues];
