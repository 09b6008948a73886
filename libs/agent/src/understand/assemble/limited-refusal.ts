import { saidBetween, type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { polarityOf, type Spans } from './spans.js';
import { isNegative } from './wish-lists.js';

const links = wordSet('on in at before after during am im vor nach le el los il il op');
const articles = wordSet('the a first last den der dem');
const times = wordSet(
  'monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays weekends weekdays morning mornings afternoon afternoons evening evenings night nights noon midday dark day montag montags dienstag mittwoch donnerstag freitag samstag sonntag morgen abend lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
);

/** "no museums on Mondays", "no bars in the evening": a refusal for a time only, in its words. `undefined` when it is for always. */
export function limitAfter(source: Source, to: number): string | undefined {
  if (!links.has(source.tokens[to]?.low ?? '')) return undefined;
  let at = to + 1;
  while (at <= to + 2 && articles.has(source.tokens[at]?.low ?? '')) at += 1;
  return times.has(source.tokens[at]?.low ?? '') ? saidBetween(source, to, at + 1) : undefined;
}

/** Whether the day at `span` only says when something is not wanted. */
export const limitsRefusal = (source: Source, spans: Spans, span: { from: number }): boolean =>
  spans.wishes.some(
    (wish) =>
      isNegative(polarityOf(spans, wish)) &&
      span.from > wish.to &&
      span.from <= wish.to + 3 &&
      limitAfter(source, wish.to) !== undefined,
  );
