import { sampleNotes } from '@travellite/model';
import { type PlanOption, splitOptionNotes } from '@travellite/protocol';

/**
 * The first line of an option's notes is `Name: what sets it apart.`, since the contract has no field for a name. Reading it back
 * from there keeps options alive that a client carried to us.
 */
export const notesOf = (title: string, sentences: readonly string[]): string =>
  `${title}: ${sentences.join(' ')}`;

/** The option's name, when its notes begin with one. */
export function optionName({ general_notes: notes }: PlanOption): string | undefined {
  return splitOptionNotes(notes)?.name;
}

/** Made-up prices are in it, whichever language it was told in. */
export const isSampleOption = ({ general_notes: notes }: PlanOption): boolean =>
  sampleNotes.some((note) => notes.includes(note));
