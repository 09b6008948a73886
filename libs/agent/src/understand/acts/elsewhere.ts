import { type Source } from '../text/source.js';
import { Phrases } from '../text/phrases.js';
import { type Spans } from '../assemble/spans.js';

/** What people ask other assistants to do, at the beginning of a message. */
const errands = new Phrases<true>(
  (
    'set an alarm|set the alarm|set alarm|wake me|remind me|set a reminder|set a timer|set timer|turn on|turn off|turn the|turn up|turn down|' +
    'switch on the|switch off the|dim the|play some|play the|play my|play me|play a|pause the|stop the music|volume|mute|send an email|send a message|send a text|' +
    'text my|email my|call my mom|call my|tweet|post on|order me|order a pizza|order some|order takeaway|order pizza|add milk|add eggs|make a shopping list|' +
    'start the|vacuum|brew|make me a coffee|tell me a joke|sing|what’s on my calendar|what is on my calendar|read my|open the|' +
    'stell den wecker|stelle den wecker|spiel|schalte|mach das licht|mets un réveil|joue|pon una alarma|pon música|metti la sveglia|toca uma música|zet de wekker'
  )
    .split('|')
    .map((phrase) => [phrase, true] as const),
);

/** Whether the message wants something of a household assistant, not of us: nothing in it belongs to a trip. */
export function isForOthers(source: Source, spans: Spans): boolean {
  const first = source.tokens.findIndex(
    ({ low }) => !['please', 'hey', 'can', 'could', 'you', 'olly', ','].includes(low),
  );
  if (first < 0 || errands.at(source.tokens, first) === undefined) return false;
  return spans.places.length === 0 && spans.durations.length === 0;
}
