import { type InterestTag } from '@travellite/protocol';

/** Words in names, descriptions and categories that stand for an interest. Tried in this order; all that fit count. */
const words: readonly (readonly [InterestTag, RegExp])[] = [
  ['museums', /museum/],
  ['art', /\bart\b|arts|gallery|galleries|painting|sculptur/],
  ['history', /histor|castle|fort|ruin|archaeolog|palace|monument|memorial|heritage|battlefield/],
  ['architecture', /architectur|tower|bridge|skyscraper|palace|cathedral|basilica/],
  [
    'religion',
    /religio|church|cathedral|mosque|temple|shrine|synagogue|monaster|basilica|pagoda|place of worship/,
  ],
  ['food', /food|tasting|cooking|culinary|restaurant|wine|beer|tapas|gastronom/],
  ['nightlife', /night ?club|nightlife|pub crawl|bar hop|casino|cabaret/],
  ['music', /music|concert|jazz|opera|philharmon/],
  ['theatre', /theat(re|er)|musical|opera|show\b|flamenco/],
  ['shopping', /shopping|mall|boutique|outlet|department store/],
  ['markets', /market|bazaar/],
  ['nature', /nature|natural|waterfall|volcano|cave|lake|wildlife|forest|national park|glacier/],
  ['parks', /\bpark\b|parks/],
  ['gardens', /garden|botanic/],
  ['beaches', /beach/],
  ['hiking', /hik(e|ing)|trek|trail/],
  ['views', /view ?point|viewpoint|panoram|observation|skyline|rooftop/],
  ['family', /famil|children|kids|aquarium|\bzoo\b|playground/],
  ['zoo', /\bzoo|zoological|aquarium|safari/],
  ['theme_parks', /theme park|amusement|water ?park|disney/],
  ['sports', /sport|stadium|football|surf|climbing|cycling|bike|kayak|diving|ski\b|skiing/],
  ['science', /science|planetarium|observatory|technolog/],
  ['literature', /literatur|library|libraries|book/],
  ['film', /film|cinema|movie|studio tour/],
  ['wellness', /\bspa\b|wellness|hot spring|thermal|massage|hammam|onsen|yoga/],
  ['photography', /photo/],
  ['local_life', /walking tour|neighbo(u)?rhood|street food|local/],
  ['tradition', /tradition|craft|folk|tea ceremony|kimono|ceremony/],
  ['luxury', /luxury|private yacht|limousine/],
  ['boat', /boat|cruise|ferry|sail|gondola|catamaran|canal/],
];

/** Interest tags for a text, at most five; `local_life` when nothing fits, so that the place stays findable. */
export function tagsOfWords(text: string): InterestTag[] {
  const plain = text.toLowerCase().replace(/[_-]+/g, ' ');
  const tags = words.filter(([, pattern]) => pattern.test(plain)).map(([tag]) => tag);
  return tags.length > 0 ? tags.slice(0, 5) : ['local_life'];
}
