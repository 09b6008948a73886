import { emptyTripRequest, type PlanOption, type TripRequest } from '@travellite/protocol';
import { type Understand } from '../understanding.js';
import { type GoldDialogue, type GoldRow, type Slots } from './row.js';
import { requestSlots, slotsOf } from './slots-of.js';

/** The day on which everything in the gold set is said: a Saturday. */
export const goldToday = '2026-11-21';

/** Slots of fewer than this many cases say little: one error is let pass there, or a single case would decide. */
export const fewestCases = 20;

export interface Miss {
  say: string;
  slot: string;
  expected: string;
  got: string;
}

/** How many slots that are expected or were filled came out as they should. */
export interface Score {
  rows: number;
  rowsRight: number;
  slots: Map<string, { right: number; all: number }>;
  misses: Miss[];
}

/** Slots that are only compared where the gold row names them. */
const onDemand = new Set(['acts', 'language', 'reference']);

const names = [
  'from',
  'to',
  'dates',
  'length',
  'budget',
  'people',
  'likes',
  'dislikes',
  'pace',
  'cuisines',
  'diets',
  'room',
  'rules',
  'lodging',
  'noLodging',
  'stars',
  'by',
  'notBy',
  'direct',
  'cabin',
  'see',
  'skip',
  'ambiguous',
  'acts',
  'language',
  'reference',
] as const;

export const newScore = (): Score => ({ rows: 0, rowsRight: 0, slots: new Map(), misses: [] });

function compare(score: Score, say: string, expected: Slots, got: Slots): void {
  let right = true;
  for (const slot of names) {
    const want = expected[slot] ?? '';
    const have = got[slot] ?? '';
    if (onDemand.has(slot) ? expected[slot] === undefined : want === '' && have === '') continue;
    const tally = score.slots.get(slot) ?? { right: 0, all: 0 };
    tally.all += 1;
    if (want === have) tally.right += 1;
    else {
      right = false;
      score.misses.push({ say, slot, expected: want, got: have });
    }
    score.slots.set(slot, tally);
  }
  score.rows += 1;
  if (right) score.rowsRight += 1;
}

export function measureRow(understand: Understand, row: GoldRow, score: Score): void {
  const context = { request: emptyTripRequest(), asked: row.asked };
  compare(
    score,
    row.say,
    row.expect,
    slotsOf(understand(row.say, goldToday, row.locale ?? 'en-US', context)),
  );
}

const blank: PlanOption = { days: [], overall_cost: '', general_notes: '' };

/** Each turn of a dialogue is a row: all slots of the request as it stands then. */
export function measureDialogue(understand: Understand, dialogue: GoldDialogue, score: Score): void {
  let request: TripRequest = emptyTripRequest();
  for (const turn of dialogue.turns) {
    const shown = turn.shown === undefined ? undefined : new Array<PlanOption>(turn.shown).fill(blank);
    const understood = understand(turn.say, goldToday, dialogue.locale ?? 'en-US', {
      request,
      asked: turn.asked,
      shown,
    });
    compare(score, `${dialogue.name}: ${turn.say}`, turn.expect, slotsOf(understood));
    request = understood.request;
  }
}

/** What an agent knows of the trip after a turn, however it came to know it; what only the message itself shows is left out. */
export function measureKnown(say: string, expected: Slots, known: TripRequest, score: Score): void {
  const {
    acts: _acts,
    language: _language,
    reference: _reference,
    ambiguous: _ambiguous,
    ...lasting
  } = expected;
  compare(score, say, lasting, requestSlots(known));
}

/** The score as a table. */
export function scoreTable(score: Score): string {
  const percent = (right: number, all: number): string =>
    ((100 * right) / Math.max(1, all)).toFixed(1).padStart(6);
  const lines = names
    .map((slot) => [slot, score.slots.get(slot)] as const)
    .filter(([, tally]) => tally !== undefined)
    .map(
      ([slot, tally]) =>
        `${slot.padEnd(12)}${percent(tally?.right ?? 0, tally?.all ?? 0)} %  ${tally?.right}/${tally?.all}`,
    );
  return [
    ...lines,
    `${'whole row'.padEnd(12)}${percent(score.rowsRight, score.rows)} %  ${score.rowsRight}/${score.rows}`,
  ].join('\n');
}
