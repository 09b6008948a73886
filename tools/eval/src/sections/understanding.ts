import { understand } from '@travellite/agent';
import {
  fewestCases,
  freshDialogues,
  freshRows,
  type GoldDialogue,
  goldDialogues,
  type GoldRow,
  goldRows,
  measureDialogue,
  measureRow,
  newScore,
  type Score,
} from '@travellite/agent/gold';
import { type Line, type Section } from '../line.js';

const slotAim = 0.97;
const rowAim = 0.9;

/** Single messages: every slot, and the message as a whole. */
export function measureUtterances(rows: readonly GoldRow[] = goldRows): Section {
  const score = newScore();
  for (const row of rows) measureRow(understand, row, score);
  return sectionOf('understanding', 'whole message', score);
}

/** Conversations, after every message: every slot of what is known by then, and all of it. */
export function measureDialogues(dialogues: readonly GoldDialogue[] = goldDialogues): Section {
  const score = newScore();
  for (const dialogue of dialogues) measureDialogue(understand, dialogue, score);
  const wrong = new Set(score.misses.map(({ say }) => say.slice(0, say.indexOf(': '))));
  const section = sectionOf('dialogues', 'whole turn', score);
  const whole: Line = {
    section: 'dialogues',
    measure: 'whole dialogue',
    right: dialogues.length - wrong.size,
    all: dialogues.length,
  };
  return { ...section, lines: [...section.lines, whole] };
}

/** Messages and dialogues nobody had tuned the rules for when they were written (28 November 2026), with what each was first found to be. */
export function measureFresh(
  rows: readonly GoldRow[] = freshRows,
  dialogues: readonly GoldDialogue[] = freshDialogues,
): Section {
  const score = newScore();
  for (const row of rows) measureRow(understand, row, score);
  for (const dialogue of dialogues) measureDialogue(understand, dialogue, score);
  return sectionOf('fresh 2026-11-28', 'whole message', score);
}

function sectionOf(section: string, whole: string, score: Score): Section {
  const slots = [...score.slots].map(([slot, { right, all }]): Line => {
    return { section, measure: slot, right, all, aim: slotAim, ...(all < fewestCases ? { allowed: 1 } : {}) };
  });
  return {
    lines: [...slots, { section, measure: whole, right: score.rowsRight, all: score.rows, aim: rowAim }],
    misses: score.misses.map(
      ({ say, slot, expected, got }) => `${slot} of “${say}”: expected “${expected}”, got “${got}”`,
    ),
  };
}
