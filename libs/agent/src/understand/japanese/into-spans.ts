import { type Travellers } from '@travellite/protocol';
import { type TravellerSpan } from '../travellers/recognise.js';
import { type Spans } from '../assemble/spans.js';
import { toRef } from '../places/place.js';
import { type PlaceSpan } from '../places/recognise.js';
import { type Source } from '../text/source.js';
import { type WishSpan } from '../wishes/tags.js';
import { readJapanese } from './recognise.js';
import { japaneseWishes, refusing } from './wishes.js';

const script = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const removing =
  /^(?:市|県|都)?(?:は|を|の)?(?:削除|外して|除いて|やめ|抜き|抜いて|なし|行かない|キャンセル)/u;
const adding = /追加|加えて|にも(?:行|寄)|も(?:行|訪|見)|ついでに/u;
const replacing = /代わり|かわり|変更|ではなく|じゃなくて|に変えて|やっぱり/u;
const lifting = /予算(?:の制限|制限|上限)?(?:は|を)?(?:なし|無制限|削除|外して|気にし|いくらでも|関係な)/u;
const asking = /(?:何|なに|いつ|どこ|どう|どの|なぜ|いくら|どれ).*(?:か|？|\?)|(?:です|ます|でしょう)か/u;
const requesting = /ください|下さい|お願い|たい|プラン|計画|旅行(?:で|を)/u;

const travellerSpan = (travellers: Travellers): TravellerSpan => ({
  kind: 'travellers',
  from: 0,
  to: 0,
  said: '',
  travellers,
  parts: [],
});

/** Adds what a message in Japanese writing says to what the recognisers of spaced languages found in it. */
export function addJapanese(source: Source, spans: Spans): Spans {
  const { text } = source;
  if (!script.test(text)) return spans;
  const reading = readJapanese(text, source.today);
  const tokenAt = (at: number): number => source.tokens.findIndex((token) => token.end > at);
  const places = reading.places.map(({ at, name, places: candidates, role }): PlaceSpan => {
    const best = candidates.reduce((a, b) => (b.weight > a.weight ? b : a));
    const from = tokenAt(at);
    return { kind: 'place', from, to: from + 1, said: name, place: toRef(best), role };
  });
  const polarity = new Map(spans.polarity);
  const wishes = japaneseWishes.flatMap(([expression, kind, value]): WishSpan[] => {
    const match = expression.exec(text);
    if (!match) return [];
    const from = tokenAt(match.index);
    const span: WishSpan = { kind, from, to: from + 1, said: match[0], value };
    // Naming a way to travel is asking for it: 「新幹線で」.
    const refused = refusing.test(text.slice(match.index + match[0].length));
    polarity.set(span, refused ? 'avoid' : kind === 'transport' ? 'must' : 'none');
    return [span];
  });
  for (const [index, span] of places.entries()) {
    const at = reading.places[index];
    if (at && removing.test(text.slice(at.at + at.name.length))) polarity.set(span, 'remove');
  }
  for (const list of [reading.places, reading.dates, wishes]) if (list.length > 0) spans.taken.fill(true);
  return {
    ...spans,
    polarity,
    places: [...spans.places, ...places],
    wishes: [...spans.wishes, ...wishes],
    dates: reading.dates.length > 0 ? reading.dates : spans.dates,
    durations: reading.durations.length > 0 ? reading.durations : spans.durations,
    money: reading.money.length > 0 ? reading.money : spans.money,
    travellers: reading.travellers ? travellerSpan(reading.travellers) : spans.travellers,
    mode: adding.test(text) ? 'add' : replacing.test(text) ? 'replace' : undefined,
    liftsBudget: lifting.test(text),
    asks: asking.test(text) && !requesting.test(text),
  };
}
