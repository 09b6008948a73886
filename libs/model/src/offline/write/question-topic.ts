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
  /** Life on the road: only passages know. */
  | 'practical';

// First match wins, so the narrow ones stand first.
const patterns: [RegExp, QuestionTopic][] = [
  [
    /\b(are|r) (you|u) (a |an )?(real|human|person|robot|bot|ai|machine|model|program|chatgpt|gpt|llm|offline)\b/i,
    'self',
  ],
  [/\b(who|what) (are|r) (you|u)\b|\bwhat('s| is) your name\b|\bwhich (language )?model\b/i, 'self'],
  [
    /\b(summar|recap|so far|remember|know about (my|our|the) (trip|plan|journey)|what did (i|we) (say|tell))/i,
    'recap',
  ],
  [/\b(how many|who)\b.*\b(people|of us|travell?ers|travell?ing|coming|going|persons)\b/i, 'travellers'],
  [/\b(flights?|fly|flying|plane|airline)\b/i, 'flights'],
  [/\b(weather|temperatures?|rain|rainy|snow|forecast|how (cold|warm|hot))\b/i, 'weather'],
  [/\b(best (time|season|month)|visas?|safe|tip|tipping|currency|plug|language)\b/i, 'practical'],
  [/\bhow (long|many (days|nights))\b.*\b(we|i|us|trip|stay(ing)?|journey|holiday|vacation)\b/i, 'length'],
  [/\b(my|our|the) budget\b|\bhow much (can|do|did|should|may) (i|we) (spend|say|have)\b/i, 'budget'],
  [/\b(how much|cost|costs|price|prices|expensive|cheap|cheapest)\b/i, 'cost'],
  [/\bwhere\b.*\b(from|leave|leaving|depart|set off|start)\b/i, 'origin'],
  [
    /\b(where|which (city|cities|place|country))\b.*\b(going|go|headed|travell?ing|trip|fly(ing)?)\b/i,
    'destination',
  ],
  [/\b(hotels?|stay|stays|sleep|lodging|accommodation|hostel)\b/i, 'stays'],
  [/\b(wish(es)?|requirements?|on (my|our|the) list)\b/i, 'wishes'],
  [/\b(day \d+|itinerary|(the|my|our) plan|(first|second|third|last) (day|option)|option \d)\b/i, 'plan'],
  [
    /^\W*(and )?when\W*$|\b(when|what dates?|which (dates?|days?|month))\b.*\b(we|i|us|my|our|trip|travel\w*|going|go|leave|leaving|start|end)\b/i,
    'dates',
  ],
  [/\b(sights?|attractions?|museums?|restaurants?|things? to (do|see))\b/i, 'places'],
  [/\b(what|which|where)\b.*\b(see|visit|eat|do there|recommend|worth)\b/i, 'places'],
];

export const questionTopic = (question: string): QuestionTopic | undefined =>
  patterns.find(([pattern]) => pattern.test(question))?.[1];
