import { saidBetween, type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { polarityOf, type Spans } from './spans.js';
import { isNegative } from './wish-lists.js';

const links = wordSet('on in at before after during am im vor nach le el los il il op');
const articles = wordSet('the a first last den der dem');
const times = wordSet(
  'monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays weekends weekdays morning mornings afternoon afternoons evening evenings night nights noon midday dark day montag montags dienstag mittwoch donnerstag freitag samstag sonntag morgen abend lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
);

const refusing = wordSet(
  "no not don't won't never without kein keine keinen keiner nicht ohne pas sans aucun aucune ni sin non niente senza geen niet zonder não nem sem",
);
/** Words between the refusal and what is refused: "don't want any museums". */
const furthest = 4;

/** Where the time begins and ends that stands behind a wish. */
function timeAfter(source: Source, to: number): number | undefined {
  if (!links.has(source.tokens[to]?.low ?? '')) return undefined;
  let at = to + 1;
  while (at <= to + 2 && articles.has(source.tokens[at]?.low ?? '')) at += 1;
  return times.has(source.tokens[at]?.low ?? '') ? at + 1 : undefined;
}

/** "no museums on Mondays", "keine Bars am Abend": a refusal for a time only, wholly in its words. `undefined` when it is for always. */
export function limitedRefusal(
  source: Source,
  { from, to }: { from: number; to: number },
): string | undefined {
  const end = timeAfter(source, to);
  if (end === undefined) return undefined;
  for (let at = from - 1; at >= Math.max(0, from - furthest); at -= 1) {
    if (refusing.has(source.tokens[at]?.low ?? '')) return saidBetween(source, at, end);
  }
  return `no ${saidBetween(source, from, end)}`;
}

/** Whether the day at `span` only says when something is not wanted. */
export const limitsRefusal = (source: Source, spans: Spans, span: { from: number }): boolean =>
  spans.wishes.some(
    (wish) =>
      isNegative(polarityOf(spans, wish)) &&
      span.from > wish.to &&
      span.from <= wish.to + 3 &&
      timeAfter(source, wish.to) !== undefined,
  );
