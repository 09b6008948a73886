import { deciders, type RoomState, withMember } from './room-state.js';

/** Who is for which option of the plan on the table; most votes first, then the option shown first. */
export interface Tally {
  votes: { option: number; members: string[] }[];
  /** More than half of those who decide want this one. */
  settled?: number;
}

/** What counts. Independent of the order of members; a vote that is given twice counts once. */
export function tallyOf(room: RoomState): Tally {
  const voters = deciders(room);
  const options = new Map<number, string[]>();
  for (const { userId, vote } of voters) {
    if (vote !== undefined) options.set(vote, [...(options.get(vote) ?? []), userId]);
  }
  const votes = [...options]
    .map(([option, members]) => ({ option, members: members.sort() }))
    .sort((a, b) => b.members.length - a.members.length || a.option - b.option);
  const [first] = votes;
  const isSettled = first !== undefined && first.members.length * 2 > voters.length;
  return { votes, ...(isSettled ? { settled: first.option } : {}) };
}

/** The room after a vote; another vote of the same member replaces it. */
export function withVote(room: RoomState, userId: string, vote: number): RoomState {
  const member = room.members.find((one) => one.userId === userId);
  return member ? withMember(room, { ...member, vote }) : room;
}

/** Votes are for options; when those are made anew nobody has voted. */
export const withoutVotes = (room: RoomState): RoomState => ({
  ...room,
  members: room.members.map(({ vote: _vote, ...member }) => member),
});

/** Words that mean a vote and nothing else. */
const voting =
  /(?:^|[^\p{L}])(?:votes?|voting|voted|stimme|wähle|w[äa]hl|votar|vot[oe]|votons|voterais|elijo|escolho|scelgo|scelta|choisis|stem|kies|\+1)(?![\p{L}])|投票|一票|がいい|選びます/iu;
/** Words by which people take an option, and a train, a room or their time as well. */
const taking = /(?:^|[^\p{L}])(?:nehme|neem|prendo|prends|tomo|fico)(?![\p{L}])/iu;

/** Ordinals up to the fifth and "last", by the stem all their forms share. */
const ordinals: [RegExp, number][] = [
  [
    /(?:^|[^\p{L}\p{N}])(?:first|erste[nrs]?|premi[eè]re?|primer[oa]?|primo|l[ae] prima|primeir[oa]|eerste)(?![\p{L}])|(?<![\p{N}])1(?:st|er|re|ère|[.ºª°]|番目?|つ目)|[一1]つ目|最初/iu,
    0,
  ],
  [
    /(?:^|[^\p{L}\p{N}])(?:second|zweite[nrs]?|deuxi[eè]me|seconde?|segund[oa]|second[oa]|tweede)(?![\p{L}])|(?<![\p{N}])2(?:nd|e|ème|de|[.ºª°]|番目?|つ目)|[二2]つ目/iu,
    1,
  ],
  [
    /(?:^|[^\p{L}\p{N}])(?:third|dritte[nrs]?|troisi[eè]me|tercer[oa]?|terz[oa]|terceir[oa]|derde)(?![\p{L}])|(?<![\p{N}])3(?:rd|e|ème|de|[.ºª°]|番目?|つ目)|[三3]つ目/iu,
    2,
  ],
  [
    /(?:^|[^\p{L}\p{N}])(?:fourth|vierte[nrs]?|quatri[eè]me|cuart[oa]|quart[oa]|vierde)(?![\p{L}])|(?<![\p{N}])4(?:th|e|ème|de|[.ºª°]|番目?|つ目)|[四4]つ目/iu,
    3,
  ],
  [
    /(?:^|[^\p{L}\p{N}])(?:fifth|fünfte[nrs]?|cinqui[eè]me|quint[oa]|vijfde)(?![\p{L}])|(?<![\p{N}])5(?:th|e|ème|de|[.ºª°]|番目?|つ目)|[五5]つ目/iu,
    4,
  ],
];
const last = /(?:^|[^\p{L}])(?:last|letzte[nrs]?|derni[eè]re?|últim[oa]|ultim[oa]|laatste)(?![\p{L}])|最後/iu;
/** What is voted for. */
const optionNoun =
  '(?:options?|opci[oó]n|opzione|op[cç][aã]o|optie|plan|number|num[eé]ro|número|nummer|proposals?|vorschlag|variante?|angebot|proposition|propuesta|proposta|voorstel|choice|プラン|案|#)';
const numbered = new RegExp(
  String.raw`${optionNoun}\s{0,3}(?:no\.?\s{0,3})?([1-9])(?![\p{N}\p{Script=Latin}]|[.,:]\p{N}|\s{0,3}%|\s?[日泊人名週月万])`,
  'iu',
);
const holdsNoun = new RegExp(String.raw`(?<!\p{L})${optionNoun}(?!\p{L})`, 'iu');
/** A number with nothing counted behind it: "I vote 2", not "2 nights". */
const bare = /(?<![\p{L}\p{N}.,:])([1-9])(?![\p{L}\p{N}]|[.,:]\p{N}|\s{0,3}%|\s+\p{L}|\s?[日泊人名週万])/u;

/** Words around an ordinal that add nothing to it. */
const little = new Set(
  "i we my our the one for on of is would definitely please ich für wir den die das der bitte je nous la le les pour me lo il el un una una para por per na no em com o a eu ik voor op de het met mit con avec s'il te plaît also dann then alors entonces allora então dan".split(
    ' ',
  ),
);

/** What may follow an ordinal that means an option. */
const sayingOfIt = new Set(
  'gets has wins sounds looks and or oder ou of but because it which ist gefällt hat bekommt und aber est et mais es y pero è e ma é is en krijgt maar'.split(
    ' ',
  ),
);
/** Before them a Portuguese ordinal is a day of the week, and any other a time. */
const sinceOrUntil =
  /(?<!\p{L})(?:até|ate|desde|próxima|proxima|toda|cada|until|till|bis|jusqu['’]à|hasta|fino a|tot)(?: \p{L}{1,3})?\s*$/iu;

/** An ordinal that has nothing behind it but what an option may have: "the second one", not "the second week". */
function standsForOption(text: string, ordinal: RegExp): boolean {
  const match = ordinal.exec(text);
  if (!match || sinceOrUntil.test(text.slice(0, match.index))) return false;
  const behind = /^[\s-]{0,3}\p{Script=Latin}+/u.exec(text.slice(match.index + match[0].length))?.[0];
  const word = behind?.trim().toLowerCase() ?? '';
  return word === '' || little.has(word) || sayingOfIt.has(word) || holdsNoun.test(word);
}

/** "Prendo la seconda": beside the verb and the ordinal nothing is said. */
function isWholeMessage(text: string, ordinal: RegExp): boolean {
  const rest = text.replace(taking, ' ').replace(ordinal, ' ').toLowerCase();
  return (rest.match(/\p{L}+/gu) ?? []).every((word) => little.has(word)) && !/\p{N}/u.test(rest);
}

/** Longest text that is read as a vote; more is a message about other things. */
const longestVote = 200;

/** The option a person votes for in so many words, from 0, of those on the table (`names`, as shown). */
export function readVote(text: string, names: readonly string[]): number | undefined {
  if (names.length === 0 || text.length > longestVote) return undefined;
  const votes = voting.test(text);
  if (!votes && !taking.test(text)) return undefined;
  const option = optionIn(text, names, votes);
  return option !== undefined && option < names.length ? option : undefined;
}

/** `votes`: it says so; otherwise only an option by its noun or name, or an ordinal that is all there is. */
function optionIn(text: string, names: readonly string[], votes: boolean): number | undefined {
  const folded = text.toLowerCase();
  const named = names.flatMap((name, index) => (folded.includes(name.toLowerCase()) ? [index] : []));
  if (named.length === 1) return named[0];
  const number = numbered.exec(text)?.[1];
  if (number !== undefined) return Number(number) - 1;
  const counts = (pattern: RegExp): boolean =>
    standsForOption(text, pattern) && (votes || holdsNoun.test(text) || isWholeMessage(text, pattern));
  const counted = ordinals.filter(([pattern]) => counts(pattern));
  if (counted.length === 1) return counted[0]?.[1];
  if (counted.length === 0 && counts(last)) return names.length - 1;
  const digit = votes && counted.length === 0 ? bare.exec(text.replace(/\+1/g, ' '))?.[1] : undefined;
  return digit === undefined ? undefined : Number(digit) - 1;
}
