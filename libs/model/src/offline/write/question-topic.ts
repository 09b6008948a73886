import { asksWhyNot, weatherWords } from '../../text/question-words.js';
import { wholeWords } from '../../text/whole-words.js';

/** What a question is about, as far as the facts can answer it. */
export type QuestionTopic =
  | 'self'
  | 'recap'
  | 'dates'
  | 'length'
  | 'budget'
  | 'origin'
  | 'destination'
  | 'travellers'
  | 'wishes'
  | 'flights'
  | 'stays'
  | 'weather'
  | 'cost'
  | 'plan'
  | 'places'
  /** From one city to the next, or there and back. */
  | 'ways'
  /** Why no plan can be made. */
  | 'impossible'
  /** To book or pay for something. */
  | 'booking'
  /** Life on the road: only passages know. */
  | 'practical';

// First match wins, so the narrow ones stand first.
const patterns: [RegExp, QuestionTopic][] = [
  [
    wholeWords(
      /\b(can|could|will|would) you (please )?(book|reserve|buy|pay)\b|\b(kannst du|können sie)\b.*\b(buchen|reservieren)\b|\b(peux-tu|pouvez-vous)\b.*\bréserver\b|\b(puedes|puede)\b.*\breservar\b|\b(puoi|può)\b.*\bprenotare\b|\b(pode|podes)\b.*\breservar\b|\b(kun je|kunt u)\b.*\bboeken\b|予約(して|でき)/iu,
    ),
    'booking',
  ],
  [
    wholeWords(
      /\b(are|r) (you|u) (a |an )?(real|human|person|robot|bot|ai|machine|model|program|chatgpt|gpt|llm|offline)\b/i,
    ),
    'self',
  ],
  [
    wholeWords(/\b(who|what) (are|r) (you|u)\b|\bwhat('s| is) your name\b|\bwhich (language )?model\b/i),
    'self',
  ],
  [
    wholeWords(
      /\b(summar|recap|so far|remember|know about (my|our|the) (trip|plan|journey)|what did (i|we) (say|tell))/i,
    ),
    'recap',
  ],
  [
    wholeWords(/\b(how many|who)\b.*\b(people|of us|travell?ers|travell?ing|coming|going|persons)\b/i),
    'travellers',
  ],
  [asksWhyNot, 'impossible'],
  [
    wholeWords(
      /\bhow (do|can|should|will|would) (i|we|you) (get|go|travel)\b.*\b(from|to|between|there|home|back)\b|\bwie (komme|kommen) (ich|wir)\b|\bcomment (aller|va-t-on|se rendre)\b|\bcómo (llego|llegamos|vamos|se va)\b|\bcome (arrivo|arriviamo|si va|ci arrivo)\b|\bcomo (chego|chegamos|vou|vamos)\b|\bhoe (kom|komen) (ik|we)\b|どうやって行/iu,
    ),
    'ways',
  ],
  [
    wholeWords(
      /\b(hotels?|hostel|lodging|accommodation|apartment|room|unterkunft|hôtel|hébergement|alojamiento|albergo|alloggio|alojamento|verblijf)\b.*\b(cost|costs|price|prices|much|kostet|kosten|coûte|cuesta|costa|custa|kost)\b|\b(cost|costs|price|much|kostet|kosten|coûte|cuesta|costa|custa|kost)\b.*\b(hotels?|hostel|lodging|accommodation|apartment|room|unterkunft|hôtel|hébergement|alojamiento|albergo|alloggio|alojamento|verblijf)\b/iu,
    ),
    'stays',
  ],
  [
    wholeWords(
      /\b(flights?|fly|flying|plane|airline|flug|flüge|vols?|vuelos?|volo|voli|voos?|vlucht|vluchten)\b|フライト|航空券/iu,
    ),
    'flights',
  ],
  [weatherWords, 'weather'],
  [
    wholeWords(
      /\b(near|close to|around) (the|our|my) (hotel|place|hostel|apartment|lodging)\b|\bday \d+\b|\btag \d+\b|\b(jour|día|giorno|dia|dag) \d+\b|\d日目/iu,
    ),
    'plan',
  ],
  [wholeWords(/\b(best (time|season|month)|visas?|safe|tip|tipping|currency|plug|language)\b/i), 'practical'],
  [
    wholeWords(
      /\b(?:cuánto (?:tiempo|dura|durará)|cuántos días|cuántas noches|quanto (?:tempo|dura|durerà)|quanti giorni|quante notti|quantos dias|quantas noites|combien de (?:temps|jours|nuits)|wie lange|wie viele (?:tage|nächte)|hoe ?lang|hoeveel (?:dagen|nachten))\b.*\b(?:viaje|viaggio|viagem|voyage|séjour|reise|aufenthalt|urlaub|reis|vakantie|verblijf|estancia|soggiorno|estadia|vacaciones|vacanza|férias|vacances|necesitamos|nos quedamos|estamos|restiamo|stiamo|abbiamo|precisamos|ficamos|restons|partons|wir|we)\b/iu,
    ),
    'length',
  ],
  [
    wholeWords(/\bhow (long|many (days|nights))\b.*\b(we|i|us|trip|stay(ing)?|journey|holiday|vacation)\b/i),
    'length',
  ],
  [
    wholeWords(/\b(my|our|the) budget\b|\bhow much (can|do|did|should|may) (i|we) (spend|say|have)\b/i),
    'budget',
  ],
  [
    wholeWords(
      /\b(how much|cost|costs|price|prices|expensive|cheap|cheapest|kostet|kosten|wie teuer|coûte|cuesta|costa|custa|kost)\b|\bcombien\b(?! (?:de (?:temps|jours|nuits|personnes|kilomètres)|dure|d['’]))|\bcuánto\b(?! (?:tiempo|dura|tarda|falta|queda|se tarda))|\bquanto\b(?! (?:tempo|dura|demora|falta|manca|dista|leva|ci (?:vuole|mette|serve)))|\bhoeveel\b(?! (?:dagen|nachten|tijd|mensen|personen|uur|kilometer))|いくら/iu,
    ),
    'cost',
  ],
  [wholeWords(/\bwhere\b.*\b(from|leave|leaving|depart|set off|start)\b/i), 'origin'],
  [
    wholeWords(
      /\b(where|which (city|cities|place|country))\b.*\b(going|go|headed|travell?ing|trip|fly(ing)?)\b/i,
    ),
    'destination',
  ],
  [wholeWords(/\b(hotels?|stay|stays|sleep|lodging|accommodation|hostel)\b/i), 'stays'],
  [wholeWords(/\b(wish(es)?|requirements?|on (my|our|the) list)\b/i), 'wishes'],
  [
    wholeWords(/\b(day \d+|itinerary|(the|my|our) plan|(first|second|third|last) (day|option)|option \d)\b/i),
    'plan',
  ],
  [
    wholeWords(
      /^\W*(and )?when\W*$|\b(when|what dates?|which (dates?|days?|month))\b.*\b(we|i|us|my|our|trip|travel\w*|going|go|leave|leaving|start|end)\b/i,
    ),
    'dates',
  ],
  [
    wholeWords(
      /\b(sights?|attractions?|museums?|restaurants?|things? to (do|see)|sehenswürdigkeiten|sehen|à voir|que ver|qué ver|da vedere|o que ver|te zien|bezienswaardigheden)\b|見どころ|観光/iu,
    ),
    'places',
  ],
  [wholeWords(/\b(what|which|where)\b.*\b(see|visit|eat|do there|recommend|worth)\b/i), 'places'],
];

export const questionTopic = (question: string): QuestionTopic | undefined =>
  patterns.find(([pattern]) => pattern.test(question))?.[1];
