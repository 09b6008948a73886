import { phrasesOf } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { markAt, type Source, wordAt } from '../text/source.js';
import { type Understanding } from '../understanding.js';
import { countAt } from '../text/numbers.js';

type Reference = NonNullable<Understanding['reference']>;

const wishes = phrasesOf({
  cheaper:
    'cheaper|less expensive|more affordable|lower price|too expensive|more budget friendly|günstiger|günstigere|billiger|billigere|preiswerter|weniger ausgeben|zu teuer|moins cher|moins chère|trop cher|meilleur marché|más barato|más barata|más económico|demasiado caro|muy caro|più economico|più economica|meno caro|troppo caro|mais barato|mais barata|mais económico|muito caro|goedkoper|goedkopere|te duur|not so expensive|cut costs|save money|cheaper option|lower the cost|reduce the cost|costs less|too pricey|less pricey|cheapest|cheaper version|bring the cost down|bring the price down|too costly|that’s too much|that is too much|too much money|安い',
  less_walking:
    'less walking|walk less|not so much walking|too much walking|fewer steps|less on foot|not walk so much|weniger laufen|weniger gehen|weniger zu fuß|nicht so viel laufen|moins de marche|moins marcher|marcher moins|caminar menos|menos caminar|camminare meno|meno camminate|andar menos|caminhar menos|menos caminhada|minder lopen|minder wandelen',
  more_relaxed:
    'more relaxed|less packed|slower|less busy|slow down|slow it down|more relaxing|too packed|too busy|too rushed|less rushed|less hectic|more free time|more downtime|too hectic|more time to relax|too much in one day|easier pace|calmer|take it slower|too tiring|entspannter|ruhiger|langsamer|gemütlicher|plus tranquille|plus calme|plus détendu|más tranquilo|más relajado|più tranquillo|più rilassato|mais tranquilo|mais calmo|mais relaxado|rustiger|meer ontspannen',
  more_packed:
    'more packed|busier|more activities|more things to do|faster pace|fill it up|too slow|more sightseeing|more to see|pack more in|too relaxed|too empty|mehr sehen|mehr programm|plus de visites|plus rempli|ver más|más actividades|vedere di più|più attività|ver mais|mais atividades|meer zien|drukker programma',
  more_culture:
    'more culture|more museums|more cultural|more history|more art|mehr kultur|plus de culture|más cultura|più cultura|mais cultura|meer cultuur',
  more_food: 'more food|better food|more restaurants|better restaurants|more local food',
  more_nature: 'more nature|more outdoors|more outdoor|more hiking|more parks',
  more_luxury:
    'more luxurious|more luxury|nicer hotel|nicer hotels|better hotel|better hotels|fancier|more upscale|upgrade the hotel|more comfort|more comfortable|besseres hotel|schöneres hotel|mehr komfort|meilleur hôtel|plus de confort|mejor hotel|más comodidad|hotel migliore|più comfort|melhor hotel|mais conforto|beter hotel|meer comfort',
  more_variety:
    'more variety|something different|other options|more options|different options|another option|show me others|anything else|other ideas|alternatives|different one|more choices|something else',
  shorter_travel:
    'shorter flights|shorter flight|less travel time|fewer transfers|less driving|less time on trains|shorter journey',
  earlier: 'start earlier|earlier start|earlier flight|earlier in the day',
  later: 'start later|later start|later flight|sleep in|not so early|too early',
});

const nouns = wordSet(
  'one option plan itinerary choice proposal version suggestion trip offer variant vorschlag variante angebot reise programme proposition opción propuesta programa opzione proposta opção optie voorstel',
);
const optionNouns = wordSet(
  'option plan itinerary choice proposal version variant number opción opcion opzione optie opcao',
);
const chooseWords = wordSet(
  'take choose pick like prefer want book go with love select keep make for about is ok okay yes yeah yep sure then lets looks sounds nehme nehmen gefällt mag prends prenons préfère choisis quiero elijo prefiero me prendo preferisco scelgo voglio quero prefiro escolho neem nemen kies',
);

/** "option 2", "plan B", "number 3": index from 0. */
function numberedAt(source: Source, i: number): number | undefined {
  const { tokens } = source;
  if (!optionNouns.has(tokens[i]?.low ?? '')) return undefined;
  const at = markAt(source, i + 1, '#') ? i + 2 : i + 1;
  const count = countAt(source, at);
  if (count && count.value >= 1 && count.value <= 9) {
    const after = tokens[count.to];
    const ended = after?.kind !== 'word' || endings.has(after.low);
    return ended && !markAt(source, count.to, '-') ? count.value - 1 : undefined;
  }
  const letter = tokens[at];
  if (!letter || !/^[a-c]$/.test(letter.low)) return undefined;
  return letter.low === 'a' && !letter.capital ? undefined : letter.low.charCodeAt(0) - 97;
}

const endings = wordSet(
  'please is looks but and sounds with it for bitte gefällt svp por per graag alstublieft aber mais pero ma',
);

/** "first", "2nd", "last" (0). */
function ordinalAt(source: Source, i: number): { value: number; to: number } | undefined {
  const token = source.tokens[i];
  const ordinal = wordAt(source, i, 'ordinal');
  if (ordinal) return ordinal;
  if (token?.low === 'last' || token?.low === 'final') return { value: 0, to: i + 1 };
  const suffix = source.tokens[i + 1];
  const digits =
    token?.kind === 'number' && suffix?.glued === true && ['st', 'nd', 'rd', 'th'].includes(suffix.low);
  return digits ? { value: Number(token.low), to: i + 2 } : undefined;
}

/** "the second one", "the first", "the last one". Index from 0; -1 is the last. */
function rankedAt(source: Source, i: number): number | undefined {
  const ordinal = ordinalAt(source, i);
  if (!ordinal || ordinal.value > 9) return undefined;
  const noun = source.tokens[ordinal.to];
  if (noun && nouns.has(noun.low)) return ordinal.value - 1;
  const ended = noun?.kind !== 'word' || endings.has(noun.low);
  if (ended && source.language !== 'en')
    return isAlone(source, i, ordinal.to) ? ordinal.value - 1 : undefined;
  const chosen = i <= 1 || chooseWords.has(source.tokens[i - 2]?.low ?? '');
  return ended && chosen && source.tokens[i - 1]?.low === 'the' ? ordinal.value - 1 : undefined;
}

/** "der zweite", "je prends la deuxième": an ordinal with its article and little else. */
function isAlone(source: Source, i: number, to: number): boolean {
  const others = source.tokens.filter((token, at) => token.kind !== 'mark' && (at < i || at >= to));
  // "il treno prima" has the article of the train.
  const article = [i - 1, i - 2].some((at) => wordAt(source, at, 'the')?.to === i);
  return others.length <= 4 && (article || i <= 1);
}

/** What the person says about the options they were shown. Ordinals inside dates (`taken`) are no reference. */
export function readReference(
  source: Source,
  shown: number,
  taken: (i: number) => boolean,
): Reference | undefined {
  let option: number | undefined;
  let wish: string | undefined;
  for (let i = 0; i < source.tokens.length; i += 1) {
    if (taken(i)) continue;
    const found = numberedAt(source, i) ?? rankedAt(source, i);
    if (found !== undefined) option ??= found < 0 ? Math.max(0, shown - 1) : found;
    const hit = wishes.at(source.tokens, i);
    if (hit) wish ??= hit.value;
  }
  if (option === undefined && wish === undefined) return undefined;
  return { ...(option !== undefined ? { option } : {}), ...(wish !== undefined ? { wish } : {}) };
}
