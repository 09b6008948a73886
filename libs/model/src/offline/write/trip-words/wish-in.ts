import { type Phrases } from '../phrases/phrases.js';
import { cuisineIn } from './cuisine-names.js';
import { obstacleWords } from './obstacle-words.js';
import { fillWords } from './trip-words-for.js';
import { type WishTable } from './wish-table.js';
import { de, ja, nl } from './wish-tables-north.js';
import { es, fr, it, pt } from './wish-tables-south.js';

const tables: Record<string, WishTable> = { de, es, fr, it, ja, nl, pt };

/** What a wish is about, as the table names it. */
function subjectOf(kind: string, value: string, table: WishTable, phrases: Phrases): string | undefined {
  const among = (words: Partial<Record<string, string>>) => words[value];
  switch (kind) {
    case 'not':
      return phrases.tag(value);
    case 'by':
    case 'not-by':
      return among(table.modes);
    case 'allow':
      return among(table.rules);
    case 'diet':
      return among(table.diets);
    default:
      return value.replaceAll('_', ' ');
  }
}

/** Keys whose value is not in the key: it is read from the English words. */
const worded: Record<string, RegExp> = {
  room: /^Room: (.+)$/,
  stars: /^At least (\d+) stars$/,
  pace: /^(.+) pace$/,
  see: /^Must see (.+)$/,
  skip: /^Without (.+)$/,
};

function valueOf(kind: string, inKey: string, description: string, table: WishTable): string | undefined {
  const said = worded[kind]?.exec(description)?.[1];
  if (said === undefined) return inKey;
  if (kind === 'room') return (table.rooms as Partial<Record<string, string>>)[said.replaceAll(' ', '_')];
  if (kind !== 'pace') return said;
  return table.paces[said === 'Full' ? 'packed' : said === 'Relaxed' ? 'relaxed' : 'balanced'];
}

/**
 * A wish of the list in the language of the answer. `key` is the list's own (`not:museums`, `by:train`, `direct`); what has no
 * words of its own stays as the list has it.
 */
export function wishIn(
  { key, description }: { key: string; description: string },
  language: string,
  phrases: Phrases,
): string {
  const table = tables[language];
  if (!table) return description;
  if (key === 'direct') return table.direct;
  const [kind = '', ...rest] = key.split(':');
  const pattern = (table.patterns as Partial<Record<string, string>>)[kind];
  if (kind === 'interest') return phrases.tag(rest.join(':'));
  const cooking = kind === 'cuisine' ? obstacleWords[language]?.cuisine : undefined;
  if (cooking !== undefined) return fillWords(cooking, { x: cuisineIn(rest.join(':'), language) });
  const value = pattern === undefined ? undefined : valueOf(kind, rest.join(':'), description, table);
  const subject = value === undefined ? undefined : subjectOf(kind, value, table, phrases);
  return pattern === undefined || subject === undefined ? description : fillWords(pattern, { x: subject });
}
