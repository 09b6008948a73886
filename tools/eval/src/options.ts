export const sectionNames = [
  'understanding',
  'fresh',
  'dialogues',
  'conversations',
  'planning',
  'retrieval',
] as const;
export type SectionName = (typeof sectionNames)[number];

export const usage = `Usage: npm run eval -- [section ...] [--misses] [--write]
Measures TravelLite on the gold sets of this repository and prints one table. Ends with 1 when an aim is missed.

  understanding  single messages: every slot, and the message as a whole
  fresh          messages and dialogues written on 28 November 2026, before the rules had seen them
  dialogues      messages of a conversation: what is known after each
  conversations  the same dialogues through the whole agent, offline, on sample data
  planning       made-up worlds: solved, or explained when nothing can satisfy the wishes
  retrieval      questions to our own notes: an answer among the first three
  --misses       lists what came out wrong
  --write        puts the table into docs/evaluation.md (all sections)`;

export interface Options {
  sections: readonly SectionName[];
  misses: boolean;
  write: boolean;
  help: boolean;
}

/** Reads the command line; what is not understood comes back as a sentence. */
export function readOptions(args: readonly string[]): Options | string {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const named = args.filter((arg) => !arg.startsWith('-'));
  const unknown = [
    ...flags.filter((flag) => !['--misses', '--write', '--help'].includes(flag)),
    ...named.filter((name) => !sectionNames.some((known) => known === name)),
  ];
  if (unknown.length > 0) return `Not understood: ${unknown.join(', ')}`;
  const write = flags.includes('--write');
  if (write && named.length > 0) return '--write measures every section; name none.';
  return {
    sections: named.length === 0 ? sectionNames : sectionNames.filter((name) => named.includes(name)),
    misses: flags.includes('--misses'),
    write,
    help: flags.includes('--help'),
  };
}
