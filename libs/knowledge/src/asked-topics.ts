import { type Topic } from './port.js';
import { type CheckedQuery, type Facet } from './query.js';
import { foldName } from './text/neutralise.js';

/** Words of questions by the topics that answer them; a phrase counts where all its words stand together. English first, then others. */
const cues: Partial<Record<Topic, string>> = {
  safety:
    'safe|safety|unsafe|danger|dangerous|crime|scam|scams|pickpocket|pickpockets|theft|thieves|robbed|mugged|rip off|emergency|police|risky|sicher|gefährlich|kriminalität|sûr|dangereux|sécurité|seguro|segura|peligroso|sicuro|sicura|pericoloso|perigoso|veilig|gevaarlijk|安全|治安|危険',
  tipping: 'tip|tips|tipping|gratuity|trinkgeld|pourboire|propina|mancia|gorjeta|fooi|チップ',
  money:
    'cash|card|cards|atm|money|currency|exchange|pay|expensive|cheap|bargain|haggle|bargeld|karte|geld|argent|espèces|carte|dinero|efectivo|tarjeta|contanti|carta|soldi|dinheiro|cartão|contant|pinnen|現金|両替|カード',
  entry:
    'visa|visas|passport|entry|immigration|esta|eta|customs form|visum|einreise|passeport|pasaporte|passaporto|paspoort|ビザ|パスポート',
  seasons:
    'best time|best month|best season|when to go|when to visit|rainy season|rain|season|weather|hot|cold|humid|snow|monsoon|typhoon|beste zeit|beste reisezeit|meilleure saison|meilleur moment|mejor época|mejor momento|periodo migliore|melhor época|beste tijd|時期|季節',
  transport:
    'get around|getting around|metro|subway|tram|trams|bus|buses|train|taxi|taxis|uber|car|transport|public transport|day pass|ticket|tickets|herumkommen|nahverkehr|transports|se déplacer|moverse|transporte|mezzi|spostarsi|transportes|vervoer|交通|地下鉄',
  arrival:
    'airport|airports|airport transfer|transfer|arrive|arrival|flughafen|aéroport|aeropuerto|aeroporto|vliegveld|luchthaven|空港',
  neighbourhoods:
    'area to stay|areas to stay|which area|what area|where to stay|neighbourhood|neighborhood|district|viertel|stadtteil|quartier|barrio|quartiere|bairro|wijk|buurt|エリア',
  etiquette:
    'customs|etiquette|manners|dress|dress code|wear|polite|rude|forbidden|rules|law|illegal|allowed|respect|opening hours|shop hours|siesta|kleidung|benehmen|coutumes|tenue|costumbres|vestir|usanze|abbigliamento|costumes|kleding|gewoonten|マナー|服装',
  food: 'food|eat|eating|dish|dishes|restaurant|restaurants|cuisine|speciality|specialities|vegetarian|vegan|drink|essen|manger|plats|comer|comida|mangiare|cibo|eten|食べ物|名物',
  health:
    'water|tap water|vaccination|vaccinations|vaccine|vaccines|shots|malaria|doctor|hospital|insurance|altitude|jet lag|heat|medicine|leitungswasser|impfung|eau du robinet|vaccin|agua|vacuna|acqua|vaccino|água|vacina|kraanwater|水道水|予防接種',
  packing:
    'plug|plugs|adapter|adaptor|socket|sockets|pack|packing|luggage|liquids|power bank|stecker|prise|enchufe|presa|tomada|stekker|コンセント',
  connectivity:
    'internet|wifi|wi fi|sim|sim card|esim|data|roaming|phone|handynetz|forfait|datos|dati|dados|mobiele data|ネット',
  family:
    'baby|babies|toddler|toddlers|kid|kids|child|children|stroller|pram|kinderwagen|poussette|bebé|bambini|criança|kinderen|赤ちゃん|子連れ',
  accessibility:
    'wheelchair|disabled|disability|accessible|accessibility|step free|rollstuhl|fauteuil roulant|silla de ruedas|sedia a rotelle|cadeira de rodas|rolstoel|車椅子',
  sights: 'museum|museums|free museums|queue|queues|skip the line|city pass|sights',
};

/** Every cue with its topic, in the form in which questions are looked through. */
const table = Object.entries(cues).flatMap(([topic, words]) =>
  words.split('|').map((word) => ({ topic: topic as Topic, cue: foldName(word) })),
);
const unspaced = /[\u3040-\u30ff\u4e00-\u9fff]/u;

/** More words than a short question has: a longer one says itself what it is about. */
const mostWords = 6;

/** What a short question is about, by its words: "is it safe?" asks for safety. Empty for a longer one, or where no word tells. */
export function askedTopics(text: string): ReadonlySet<Topic> {
  const folded = foldName(text);
  if (folded.split(' ').length > mostWords) return new Set();
  const spaced = ` ${folded} `;
  const found = table.filter(({ cue }) =>
    unspaced.test(cue) ? folded.includes(cue) : spaced.includes(` ${cue} `),
  );
  // "customs form" says more than "customs".
  const telling = found.filter(
    ({ cue }) => !found.some((other) => other.cue !== cue && other.cue.includes(cue)),
  );
  const topics = new Set(telling.map(({ topic }) => topic));
  // "is the tap water safe?" asks about the water.
  if (topics.has('health') || topics.has('food')) topics.delete('safety');
  return topics;
}

/** What a passage gains that is about the topic a short question asks for: in general, and about the very place that is talked about. */
const gain = { general: 0.15, there: 0.25 };

type Place = Record<Facet, string>;

/**
 * How much the score of a passage rises because the query asks for its topic. `known`: the (folded) facets of all passages, which tell
 * the country of a city.
 */
export function topicGain(
  { text, wanted }: Pick<CheckedQuery, 'text' | 'wanted'>,
  known: readonly Place[],
): (passage: Place) => number {
  const topics: ReadonlySet<string> = askedTopics(text);
  if (topics.size === 0) return () => 0;
  const cities = new Set(wanted.flatMap(({ facet, values }) => (facet === 'city' ? values : [])));
  const countries = new Set(known.flatMap(({ city, country }) => (cities.has(city) ? [country] : [])));
  return ({ topic, city, country }) => {
    if (!topics.has(topic)) return 0;
    if (city === '' && country === '') return gain.general;
    const there = city === '' ? countries.has(country) : cities.has(city);
    return there ? gain.there : 0;
  };
}
