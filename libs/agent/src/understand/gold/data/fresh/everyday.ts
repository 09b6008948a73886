import { type GoldDialogue, type GoldRow, type Slots } from '../../row.js';
import { dialogue } from '../dialogues.js';

/** As people write, with an eye on kinds of sentence that were misread before. */
export const freshEveryday: [string, Slots, Partial<GoldRow>?][] = [
  [
    'after new year’s we want 5 days in Málaga',
    { to: 'Malaga', dates: '[2027-01-02..2027-01-31]', length: '5d 4n' },
  ],
  [
    "Anything warm between Christmas and New Year? We're 4, from Oslo",
    { from: 'Oslo', dates: '[2026-12-26..2027-01-01]', people: '4' },
  ],
  [
    'between xmas and nye, vienna, 3 nights',
    { to: 'Vienna', dates: '[2026-12-26..2026-12-31]', length: '3d 3n' },
  ],
  [
    "I've never been to Africa before and I want to see Cape Town for ten days",
    { to: 'Cape Town', length: '10d 9n' },
  ],
  ['never been to south america, thinking lima maybe? 9 days', { to: 'Lima', length: '9d 8n' }],
  [
    "we've already been to Italy twice so this time Slovenia, a week in June",
    { to: 'Slovenia', length: '7d 6n', dates: '[2027-06-01..2027-06-30]', skip: 'Italy' },
  ],
  ['3 days Antwerp, 2 adults', { to: 'Antwerp', length: '3d 2n', people: '2' }],
  ['10 nights Bali, honeymoon, 4000 usd', { to: 'Bali', length: '10d 10n', people: '2', budget: '4000 USD' }],
  ['weekend Ghent from Rotterdam, cheap', { from: 'Rotterdam', to: 'Ghent', length: '2d 1n' }],
  [
    'departing Leeds, arriving Dublin, 4th to 7th December',
    { from: 'Leeds', to: 'Dublin', dates: '2026-12-04..2026-12-07', length: '3d 3n' },
    { locale: 'en-GB' },
  ],
  [
    'two adults, twins aged 7 and a baby, a week in Menorca in August',
    { to: 'Menorca', length: '7d 6n', dates: '[2027-08-01..2027-08-31]', people: '2+2+1 (7,7)' },
  ],
  [
    'my wife and I with our twin girls (5) to Legoland Billund',
    { to: 'Billund', people: '2+2 (5,5)', likes: 'theme_parks' },
  ],
  ['triplets aged 4 plus the two of us', { people: '2+3 (4,4,4)' }, { asked: 'travellers' }],
  [
    'Turkey for a week, then Georgia for five days, next October',
    { to: 'Türkiye 7n + Georgia, country 5n', length: '12d 11n', dates: '[2027-10-01..2027-10-31]' },
  ],
  ['Armenia and Georgia, 12 days', { to: 'Armenia + Georgia, country', length: '12d 11n' }],
  [
    'a road trip through Alabama and Georgia, 8 days',
    { to: 'Alabama + Georgia, Georgia', length: '8d 7n', by: 'self_driving' },
  ],
  [
    'Jordan then Egypt, two weeks total, 3500 gbp',
    { to: 'Jordan + Egypt', length: '14d 13n', budget: '3500 GBP' },
  ],
  [
    'sometime in Q2, four days in Copenhagen',
    { to: 'Copenhagen', dates: '[2027-04-01..2027-06-30]', length: '4d 3n' },
  ],
  ['Q1 2028 works best', { dates: '[2028-01-01..2028-03-31]' }],
  [
    'team offsite in Q3 for 12 people, Lisbon, 3 nights',
    { to: 'Lisbon', dates: '[2027-07-01..2027-09-30]', people: '12', length: '3d 3n' },
  ],
  [
    'during Ramadan in Istanbul, 5 nights',
    { to: 'Istanbul', dates: '[2027-02-08..2027-03-08]', length: '5d 5n' },
  ],
  ['We want to celebrate Diwali in Jaipur', { to: 'Jaipur', dates: '[2027-10-27..2027-10-31]' }],
  [
    'Hong Kong for lunar new year, 6 days',
    { to: 'Hong Kong', dates: '[2027-02-06..2027-02-12]', length: '6d 5n' },
  ],
  [
    'a week in Morocco right after Eid',
    { to: 'Morocco', length: '7d 6n', dates: '[2027-03-12..2027-03-18]' },
  ],
  [
    'Holi in Delhi and Agra, 4 days',
    { to: 'Delhi + Agra', dates: '[2027-03-19..2027-03-24]', length: '4d 3n' },
  ],
  ['we are free for Hanukkah, thinking Berlin', { to: 'Berlin', dates: '[2026-12-04..2026-12-12]' }],
  ['Orthodox Easter in Corfu, 5 days', { to: 'Corfu', dates: '[2027-04-29..2027-05-04]', length: '5d 4n' }],
  ['Songkran in Chiang Mai', { to: 'Chiang Mai', dates: '[2027-04-13..2027-04-15]' }],
  ['max 900e for porto', { to: 'Porto', budget: '900 EUR' }],
  ['budget 1200e each, four of us', { budget: '1200 EUR per_person', people: '4' }],
  ['BCN', { to: 'Barcelona' }, { asked: 'destination' }],
  ['LIS', { from: 'Lisbon' }, { asked: 'origin' }],
  [
    '6 of us want somewhere sunny in Feb half term, flying from Gatwick, £700pp',
    { from: 'London', people: '6', budget: '700 GBP per_person', dates: '[2027-02-13..2027-02-21]' },
    { locale: 'en-GB' },
  ],
  [
    'a 5 night stay over New Year in Edinburgh',
    { to: 'Edinburgh', dates: '[2026-12-28..2027-01-04]', length: '5d 5n' },
  ],
  [
    '10 days over Christmas in Lapland with 3 kids',
    { to: 'Lapland', dates: '[2026-12-18..2027-01-01]', length: '10d 9n', people: '1+3' },
  ],
  [
    'can we do Lisbon + Porto in under a week w/ train between them, early oct',
    { to: 'Lisbon + Porto', dates: '[2027-10-01..2027-10-10]', by: 'train' },
  ],
  [
    'my bf and i r looking at krakow last weekend of jan, flying from Luton. 250 each tops',
    {
      from: 'London',
      to: 'Krakow',
      people: '2',
      dates: '2027-01-30..2027-01-31',
      length: '2d 1n',
      budget: '250 GBP per_person',
    },
    { locale: 'en-GB' },
  ],
  [
    'Anywhere in Scandinavia, 6 days, lots of hiking, no cities please',
    { to: 'Scandinavia', length: '6d 5n', likes: 'hiking' },
  ],
  [
    'two weeks in Peru and Bolivia starting 8 May, budget around 5k usd for two',
    {
      to: 'Peru + Bolivia',
      dates: '2027-05-08..2027-05-21',
      length: '14d 13n',
      budget: '5000 USD about',
      people: '2',
    },
  ],
  [
    'grandparents, us two and our 3 kids to Tenerife for Easter',
    { to: 'Tenerife', people: '4+3', dates: '[2027-03-26..2027-03-29]' },
  ],
  [
    'I have 4 days off from the 10th of Feb, thinking Budapest or Prague',
    { to: 'Budapest + Prague', dates: '2027-02-10..2027-02-13', length: '4d 3n' },
  ],
  [
    'mum wants to see Vienna at christmas market time, dad hates flying',
    { to: 'Vienna', notBy: 'flight', likes: 'markets' },
  ],
  [
    'we land in Hanoi on 2/3 and fly home from Saigon on 2/17',
    { to: 'Hanoi + Ho Chi Minh City', dates: '2027-02-03..2027-02-17', length: '14d 14n' },
  ],
  [
    'Nashville, 3 nights, live music and bbq, 4 girls, Airbnb',
    { to: 'Nashville', length: '3d 3n', likes: 'music', cuisines: 'bbq', people: '4', lodging: 'airbnb' },
  ],
  [
    'cheap eats and rooftop bars in Bangkok, 4 nights from 20 Jan',
    { to: 'Bangkok', dates: '2027-01-20..2027-01-24', length: '4d 4n', likes: 'food nightlife views' },
  ],
  [
    'thinking about a solo trip to Iceland in Feb to see the northern lights, 5 days, $2500',
    {
      to: 'Iceland',
      people: '1',
      dates: '[2027-02-01..2027-02-28]',
      length: '5d 4n',
      budget: '2500 USD',
      likes: 'nature',
    },
  ],
  [
    "we'd fly out Thursday 4 March and be back by Monday night, Rome",
    { to: 'Rome', dates: '2027-03-04..2027-03-08', length: '4d 4n' },
  ],
  [
    'is 1500 enough for a week in Tokyo for one?',
    { to: 'Tokyo', length: '7d 6n', people: '1', budget: '1500 USD' },
  ],
  [
    'Any time in the next six weeks, four nights somewhere with a beach',
    { dates: '[2026-11-21..2027-01-02]', length: '4d 4n', likes: 'beaches' },
  ],
  [
    'two of us from Edinburgh to the Amalfi Coast, 5-12 Sept, £2k',
    {
      from: 'Edinburgh',
      to: 'Amalfi Coast',
      people: '2',
      dates: '2027-09-05..2027-09-12',
      length: '7d 7n',
      budget: '2000 GBP',
    },
    { locale: 'en-GB' },
  ],
  [
    'no red-eye flights, no hostels, vegan food, slow pace',
    { noLodging: 'hostel', diets: 'vegan', pace: 'relaxed' },
  ],
  [
    'kid-friendly 4 nights in San Diego, 2 adults 2 kids (3, 6), zoo is a must',
    { to: 'San Diego', length: '4d 4n', people: '2+2 (3,6)', likes: 'family zoo' },
  ],
  [
    'I want to spend the last two weeks of March in Andalusia',
    { to: 'Andalusia', dates: '[2027-03-18..2027-03-31]' },
  ],
  [
    'Marrakech in a riad for 3 nights with my sister, 2nd week of Feb',
    { to: 'Marrakesh', lodging: 'riad', length: '3d 3n', people: '2', dates: '[2027-02-08..2027-02-14]' },
  ],
  [
    'from MUC to KEF, 11.02.-16.02., 2 Pers.',
    { from: 'Munich', to: 'Reykjavik', dates: '2027-02-11..2027-02-16', length: '5d 5n', people: '2' },
    { locale: 'de-DE' },
  ],
  [
    'whisky tasting on Islay and then a couple of days in Glasgow',
    { to: 'Islay + Glasgow 2n', likes: 'food' },
  ],
  [
    'anniversary trip, just us two, Santorini, 5 nights from 12 Sept, pool villa',
    { to: 'Santorini', people: '2', dates: '2027-09-12..2027-09-17', length: '5d 5n', lodging: 'villa' },
  ],
  [
    'our budget is 80k rupees for Kerala, 6 days, 2 people',
    { to: 'Kerala', length: '6d 5n', people: '2', budget: '80000 INR' },
  ],
  ['Paris is a no, Lyon is fine, three days', { to: 'Lyon', length: '3d 2n', skip: 'Paris' }],
  [
    'Looking to leave Cork on Saturday week for a few nights in Faro',
    { from: 'Cork', to: 'Faro', dates: '2026-11-28..2026-12-01', length: '3d 3n' },
    { locale: 'en-GB' },
  ],
];

/** Changes and short answers, after a plan or a question. */
export const freshDialogues: GoldDialogue[] = [
  dialogue('another weekend', [
    [
      'a weekend in Bologna, first weekend of March',
      { to: 'Bologna', dates: '2027-03-06..2027-03-07', length: '2d 1n' },
    ],
    ['make it the second weekend', { dates: '2027-03-13..2027-03-14' }],
    ['hm, the last one rather', { dates: '2027-03-27..2027-03-28' }],
  ]),
  dialogue('a friend drops out', [
    ['four of us to Split for 5 nights', { to: 'Split', people: '4', length: '5d 5n' }],
    ["Tom can't come", { people: '3' }],
    ["and Julia isn't joining us either", { people: '2' }],
    ['Ben is coming after all', { people: '3' }],
  ]),
  dialogue('codes as answers', [
    ['I want a holiday', {}],
    ['OPO', { to: 'Porto' }, 'destination'],
    ['MAN', { from: 'Manchester' }, 'origin'],
    ['3', { people: '3' }, 'travellers'],
    ['EUR 1500', { budget: '1500 EUR' }, 'budget'],
  ]),
  dialogue('a code though something else was asked', [
    ['5 days in Naples', { to: 'Naples', length: '5d 4n' }],
    ['BER', { from: 'Berlin' }, 'budget'],
    ['900', { budget: '900 USD' }, 'budget'],
  ]),
  dialogue('comparing what was shown', [
    ['3 days in Porto, 2 people', { to: 'Porto', length: '3d 2n', people: '2' }],
    ['which one is cheaper, the first or the third?', { acts: 'question' }, undefined, 3],
    ["what's the difference between option 1 and option 2?", { acts: 'question' }, undefined, 3],
    ['ok the first', { acts: 'choose', reference: '0' }, undefined, 3],
  ]),
  dialogue('quarter and feast', [
    ['Marrakech for 4 nights', { to: 'Marrakesh', length: '4d 4n' }],
    ['in Q1', { dates: '[2027-01-01..2027-03-31]' }, 'dates'],
    ['but not during Ramadan', {}, undefined],
  ]),
  dialogue('one fewer, one more night', [
    [
      'Lisbon, 12-15 March, six people',
      { to: 'Lisbon', dates: '2027-03-12..2027-03-15', length: '3d 3n', people: '6' },
    ],
    ['two people dropped out', { people: '4' }],
    ['stay one day longer', { dates: '2027-03-12..2027-03-16', length: '4d 4n' }],
  ]),
  dialogue(
    'ein Freund weniger',
    [
      ['Wir sind zu fünft und wollen 4 Tage nach Danzig', { to: 'Gdansk', people: '5', length: '4d 3n' }],
      ['Anna kann nicht mitkommen', { people: '4' }],
      ['im zweiten Quartal', { dates: '[2027-04-01..2027-06-30]' }, 'dates'],
    ],
    'de-DE',
  ),
  dialogue(
    'une amie en moins',
    [
      ['Nous sommes 4, trois jours à Porto', { to: 'Porto', people: '4', length: '3d 2n' }],
      ['Claire ne vient pas', { people: '3' }],
      ['après le Nouvel An', { dates: '[2027-01-02..2027-01-31]' }, 'dates'],
    ],
    'fr-FR',
  ),
];
