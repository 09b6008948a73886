import { type Source } from '../text/source.js';
import { Phrases } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { type Spans } from '../assemble/spans.js';

const phrases = (list: string): Phrases<true> =>
  new Phrases(list.split('|').map((phrase) => [phrase, true] as const));

/** Errands that name a time as a matter of course: it is no date of a trip. */
const timed = phrases(
  'set an alarm|set the alarm|set alarm|set my alarm|wake me|remind me to|remind me at|remind me in|set a reminder|set a timer|set the timer|set timer|' +
    'stell den wecker|stelle den wecker|stell einen wecker|stelle einen wecker|weck mich|erinnere mich daran|mets un réveil|mets le réveil|réveille-moi|rappelle-moi de|' +
    'pon una alarma|pon la alarma|despiértame|recuérdame que|metti la sveglia|imposta la sveglia|svegliami|ricordami di|' +
    'põe um alarme|coloca um alarme|acorda-me|me acorda|lembra-me de|me lembra de|zet de wekker|zet een wekker|maak me wakker|herinner me aan',
);

/** Verb and thing of what people ask of a household assistant. The thing ends the phrase: "stop the music festival idea" is none. */
const errands = phrases(
  [
    ...each(
      'turn on|turn off|switch on|switch off|dim',
      'light|lights|lamp|tv|television|heating|music|radio',
    ),
    ...each('play|pause|stop|resume', 'music|song|songs|playlist|radio|podcast'),
    ...each('turn up|turn down', 'volume|music|radio|heating|lights'),
    ...each('order|order me', 'pizza|takeaway|takeout'),
    ...each('read', 'emails|messages|mail'),
    'volume up|volume down|send an email|send a message|send a text|call my mom|call my mum|call my dad|text my mom|text my mum|post on twitter|post on facebook',
    'add milk|add eggs|make a shopping list|make me a coffee|brew some coffee|vacuum the floor|start the vacuum|tell me a joke|sing me a song|sing a song',
    'what’s on my calendar|what is on my calendar|schalte das licht|schalt das licht|mach das licht|spiel musik|spiele musik|spiel etwas musik|erzähl einen witz',
    'allume la lumière|éteins la lumière|joue de la musique|mets de la musique|raconte une blague|enciende la luz|apaga la luz|pon música|cuenta un chiste',
    'accendi la luce|spegni la luce|metti la musica|metti musica|racconta una barzelletta|acende a luz|apaga a luz|toca uma música|toca música|conta uma piada',
    'doe het licht|zet muziek|speel muziek|vertel een mop',
  ].join('|'),
);

function each(verbs: string, things: string): string[] {
  const articles = ['', 'the ', 'my ', 'some ', 'a ', 'all the '];
  return verbs
    .split('|')
    .flatMap((verb) =>
      things.split('|').flatMap((thing) => articles.map((article) => `${verb} ${article}${thing}`)),
    );
}

const leads = wordSet(
  'please hey can could would you bitte kannst du peux tu puedes puoi podes pode kun je ,',
);
/** What may follow the thing: where, when and how, not a noun that it belongs to. */
const after = wordSet(
  'in at on off up down for to from now please again by with when and or tomorrow tonight louder an aus ein bitte im à en sur di per por na no uit aan op',
);

/** Whether the message wants something of a household assistant, not of us: nothing in it belongs to a trip. */
export function isForOthers(source: Source, spans: Spans, shown: number): boolean {
  const first = source.tokens.findIndex(({ low }) => !leads.has(low));
  if (first < 0) return false;
  const clock = timed.at(source.tokens, first);
  const errand = clock ?? errands.at(source.tokens, first);
  if (errand === undefined) return false;
  const next = source.tokens[errand.to];
  if (!clock && next?.kind === 'word' && !after.has(next.low)) return false;
  const beyond = ({ from }: { from: number }): boolean => from >= errand.to;
  const ofTrip =
    [...spans.places, ...spans.durations, ...spans.money, ...spans.wishes].some(beyond) ||
    spans.travellers !== undefined;
  return !ofTrip && (clock !== undefined || (shown === 0 && !spans.dates.some(beyond)));
}
