import { type RoomFacts, type TripFacts } from '../../../facts.js';
import { type Writing } from '../answer-question.js';
import { formatList } from '../format.js';
import { localTrip } from '../local-names.js';
import { fillWords as fill } from '../trip-words/trip-words-for.js';
import { type RoomLexicon } from '../phrases/room/room-lexicon.js';
import { roomPhrasesFor } from '../phrases/room/room-phrases.js';
import { questionTopic, type QuestionTopic } from '../question-topic.js';
import { tripParts } from '../trip-parts.js';

interface RoomWriting extends Writing {
  room: RoomFacts;
  lexicon: RoomLexicon;
}

const inRoom = (writing: Writing): RoomWriting | undefined => {
  const { room, language } = writing.facts;
  return room && { ...writing, room, lexicon: roomPhrasesFor(language) };
};

const listOf = ({ facts }: Writing, names: readonly string[]) => formatList(names, facts.language);

/** Separates items that may hold commas of their own. */
const semicolons = ({ facts }: Writing, items: readonly string[]) =>
  items.join(facts.language === 'ja' ? '、' : '; ');

/** Something about the room itself, which is then the whole answer. */
export function roomNotice(writing: Writing): string | undefined {
  const it = inRoom(writing);
  const notice = it?.room.notice;
  if (!it || !notice) return undefined;
  const { room, lexicon } = it;
  switch (notice.kind) {
    case 'policy':
      return lexicon.policies[room.policy];
    case 'role':
      return fill(lexicon.role, { name: notice.name, role: lexicon.roleNames[notice.role] });
    case 'roster':
      return [fill(lexicon.roster, { members: roster(it) }), lexicon.policies[room.policy]].join('\n');
    case 'not_allowed':
      return fill(lexicon.notAllowed, { names: listOf(it, notice.names) });
    case 'unknown_member':
      return fill(lexicon.unknownMember, { name: notice.said, members: roster(it) });
    case 'unknown_command':
      return lexicon.unknownCommand;
    case 'last_owner':
      return lexicon.lastOwner;
    case 'viewer':
      return fill(lexicon.viewer, { names: listOf(it, notice.names) });
  }
}

const roster = (it: RoomWriting): string =>
  listOf(
    it,
    it.room.members.map(({ name, role }) =>
      fill(it.lexicon.side, { what: name, names: it.lexicon.roleNames[role] }),
    ),
  );

/** How the vote stands, after a vote. */
export function votes(writing: Writing): string[] | undefined {
  const it = inRoom(writing);
  const options = writing.facts.plan?.options;
  if (!it?.room.voted || !options || writing.facts.plan?.fresh) return undefined;
  const { room, lexicon } = it;
  const counts = room.votes.map(({ option, names }) =>
    fill(lexicon.count, { number: option + 1, names: listOf(it, names) }),
  );
  const chosen = room.settled === undefined ? undefined : options[room.settled];
  return [
    fill(lexicon.votes, { counts: semicolons(it, counts) }),
    ...(chosen ? [fill(lexicon.settled, { number: (room.settled ?? 0) + 1, name: chosen.name })] : []),
  ];
}

/** Where members do not agree: when that is news, and whenever options are made for it. */
export function disagreements(writing: Writing): string[] {
  const it = inRoom(writing);
  if (!it) return [];
  const planned = writing.facts.plan?.fresh === true;
  const due = it.room.conflicts.filter(({ news, options }) => news || (planned && options));
  return due.map((conflict) => disagreement(it, conflict));
}

type Conflict = RoomFacts['conflicts'][number];

function disagreement(it: RoomWriting, { topic, kind, sides, lowest }: Conflict): string {
  const { lexicon } = it;
  if (kind === 'oppose') {
    const [wanting, refusing] = sides;
    const values = {
      what: wanting ? sideValue(it, topic, wanting) : '',
      for: listOf(it, wanting?.names ?? []),
      against: listOf(it, refusing?.names ?? []),
    };
    return fill(topic === 'places' ? lexicon.opposePlace : lexicon.oppose, values);
  }
  const all = sides.map((side) =>
    fill(lexicon.side, { what: sideValue(it, topic, side), names: listOf(it, side.names) }),
  );
  const template = {
    interests: lexicon.differ,
    pace: lexicon.paces,
    budget: lowest === true ? lexicon.budgetsLowest : lexicon.budgets,
    dates: lexicon.dates,
    places: lexicon.differ,
  }[topic];
  return fill(template, { sides: semicolons(it, all) });
}

function sideValue(
  it: RoomWriting,
  topic: Conflict['topic'],
  { trip, pace, place }: Conflict['sides'][number],
): string {
  if (pace) return it.lexicon.paceNames[pace];
  if (place !== undefined) return place;
  const parts = tripParts(localTrip(trip, it.facts), it.phrases, it.facts.language);
  if (topic === 'dates') return parts.dates ?? parts.length ?? '';
  return parts[topic === 'budget' ? 'budget' : 'interests'] ?? '';
}

const vocative = String.raw`^\s*(?:@?\p{L}[\p{L}\s-]{0,30}[,:!]\s*)?`;
const whoWords: Record<string, string> = {
  en: 'who|whose',
  de: 'wer|wessen|wem|von wem',
  fr: 'qui|[àa] qui|de qui',
  es: '(?:a |de )?qui[eé]n(?:es)?',
  it: '(?:a |di )?chi',
  pt: '(?:de )?quem',
  nl: '(?:van )?wie|wiens',
};

/** The question is who it was: it begins with the word, or the language sets it anywhere. */
function asksWho({ facts }: Writing, words: string): boolean {
  if (facts.language === 'ja') return /誰|だれ/u.test(words);
  const who = whoWords[facts.language];
  if (who === undefined || !/[?？]\s*$/.test(words)) return false;
  return new RegExp(`${vocative}¿?(?:${who})(?![\\p{L}])`, 'iu').test(words);
}

const aboutTheTrip: readonly (QuestionTopic | undefined)[] = [
  'recap',
  'dates',
  'length',
  'budget',
  'destination',
  'origin',
  'wishes',
];

/** Who said what, where more than one has said something of the trip: the answer to a question who it was, and part of one about the trip. */
export function whoSaidWhat(writing: Writing, words: string): { said: string[]; isAll: boolean } {
  const it = inRoom(writing);
  const topic = questionTopic(words);
  const asked = asksWho(writing, words) && topic !== 'travellers' && topic !== 'self';
  if (!it || (!asked && !aboutTheTrip.includes(topic))) return { said: [], isAll: false };
  const lines = it.room.said.flatMap(({ name, trip }) => {
    const what = inWords(it, trip);
    return what === '' ? [] : [fill(it.lexicon.member, { name, what })];
  });
  if (lines.length < (asked ? 1 : 2)) return { said: [], isAll: false };
  return { said: [fill(it.lexicon.said, { list: semicolons(it, lines) })], isAll: asked };
}

function inWords(it: RoomWriting, trip: TripFacts): string {
  const { destinations, origin, dates, length, budget, travellers, interests } = tripParts(
    localTrip(trip, it.facts),
    it.phrases,
    it.facts.language,
  );
  const from = origin === undefined ? undefined : fill(it.lexicon.from, { value: origin });
  return [destinations, from, dates ?? length, budget, travellers, interests]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** The month is known and where people set off is not: what it is asked for. */
export function flightsNext(writing: Writing): string[] {
  const it = inRoom(writing);
  const { ask, trip } = writing.facts;
  const isNext = ask?.topic === 'origin' && trip.destinations.length > 0 && writing.parts.dates !== undefined;
  const isNews = writing.facts.changes.some(({ topic }) => topic === 'dates');
  return it && isNext && isNews ? [fill(it.lexicon.flightsNext, { dates: writing.parts.dates ?? '' })] : [];
}
