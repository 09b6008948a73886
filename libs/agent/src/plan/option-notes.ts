import { type PlanOption } from '@travellite/protocol';

/**
 * The first line of an option's notes is `Name: what sets it apart.`, since the contract has no field for a name. Reading it back
 * from there keeps options alive that a client carried to us.
 */
export const notesOf = (title: string, sentences: readonly string[]): string =>
  `${title}: ${sentences.join(' ')}`;

/** The option's name, when its notes begin with one. */
export function optionName({ general_notes: notes }: PlanOption): string | undefined {
  return /^([\p{L}][\p{L} ]{2,39}): /u.exec(notes)?.[1];
}

export const sampleNote = 'Prices of flights and stays are sample data, not real offers.';

export const isSampleOption = ({ general_notes: notes }: PlanOption): boolean => notes.includes(sampleNote);
