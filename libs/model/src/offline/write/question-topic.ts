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
  | 'cost'
  | 'plan'
  | 'places';

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
  [/\bhow (long|many (days|nights))\b/i, 'length'],
  [/\b(my|our|the) budget\b|\bhow much (can|do|did|should|may) (i|we) (spend|say|have)\b/i, 'budget'],
  [/\b(how much|cost|costs|price|prices|expensive|cheap|cheapest)\b/i, 'cost'],
  [/\bwhere\b.*\b(from|leave|leaving|depart|set off|start)\b/i, 'origin'],
  [
    /\b(where|which (city|cities|place|country))\b.*\b(going|go|headed|travell?ing|trip|fly(ing)?)\b/i,
    'destination',
  ],
  [/\b(flights?|fly|flying|plane|airline)\b/i, 'flights'],
  [/\b(hotels?|stay|stays|sleep|lodging|accommodation|hostel)\b/i, 'stays'],
  [/\b(wish(es)?|requirements?|on (my|our|the) list)\b/i, 'wishes'],
  [/\b(day \d+|itinerary|(the|my|our) plan|(first|second|third|last) (day|option)|option \d)\b/i, 'plan'],
  [/\b(when|what dates?|which (dates?|days?|month))\b/i, 'dates'],
  [
    /\b(see|visit|sights?|attractions?|museums?|eat|restaurants?|things? to do|worth|recommend|do there)\b/i,
    'places',
  ],
];

export const questionTopic = (question: string): QuestionTopic | undefined =>
  patterns.find(([pattern]) => pattern.test(question))?.[1];
