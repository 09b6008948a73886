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

/** Words by which a person votes, in the languages that answers are written in. */
const voting =
  /(?:^|[^\p{L}])(?:votes?|voting|voted|stimme|wähle|w[äa]hl|votar|vot[oe]|votons|voterais|elijo|escolho|scelgo|scelta|choisis|stem|kies|nehme|neem|prendo|prends|tomo|fico|\+1)(?![\p{L}])|投票|一票|がいい|選びます/iu;

/** Ordinals up to the fifth and "last", by the stem all their forms share. */
const ordinals: [RegExp, number][] = [
  [
    /(?:^|[^\p{L}\p{N}])(?:first|erste[nrs]?|premi[eè]re?|primer[oa]?|prim[oa]|primeir[oa]|eerste)(?![\p{L}])|(?<![\p{N}])1(?:st|er|re|ère|[.ºª°]|番目?|つ目)|[一1]つ目|最初/iu,
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
const numbered =
  /(?:option|opción|opcion|opzione|opção|opcao|optie|plan|number|numéro|número|numero|nummer|プラン|案|#)\s*(?:no\.?\s*)?([1-9])(?![\p{N}])/iu;
const bare = /(?<![\p{L}\p{N}.,:])([1-9])(?![\p{L}\p{N}.,:%])/u;

/** Longest text that is read as a vote; more is a message about other things. */
const longestVote = 200;

/** The option a person votes for in so many words, from 0, of those on the table (`names`, as shown). */
export function readVote(text: string, names: readonly string[]): number | undefined {
  if (names.length === 0 || text.length > longestVote || !voting.test(text)) return undefined;
  const option = optionIn(text, names);
  return option !== undefined && option < names.length ? option : undefined;
}

function optionIn(text: string, names: readonly string[]): number | undefined {
  const folded = text.toLowerCase();
  const named = names.flatMap((name, index) => (folded.includes(name.toLowerCase()) ? [index] : []));
  if (named.length === 1) return named[0];
  const number = numbered.exec(text)?.[1];
  if (number !== undefined) return Number(number) - 1;
  const counted = ordinals.filter(([pattern]) => pattern.test(text));
  if (counted.length === 1) return counted[0]?.[1];
  if (counted.length === 0 && last.test(text)) return names.length - 1;
  const digit = counted.length === 0 ? bare.exec(text.replace(/\+1/g, ' '))?.[1] : undefined;
  return digit === undefined ? undefined : Number(digit) - 1;
}
