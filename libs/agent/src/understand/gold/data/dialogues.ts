import { type GoldDialogue, type Slots } from '../row.js';

type Line = [say: string, change: Slots, asked?: string, shown?: number];

/** Each line names only what it changes; an empty text clears a slot. Slots compared on demand do not carry over. */
export function dialogue(name: string, lines: Line[], locale?: string): GoldDialogue {
  let known: Slots = {};
  const turns = lines.map(([say, change, asked, shown]) => {
    const { acts, language, reference, ambiguous, ...lasting } = change;
    known = Object.fromEntries(Object.entries({ ...known, ...lasting }).filter(([, value]) => value !== ''));
    const once = { acts, language, reference, ambiguous };
    return {
      say,
      asked,
      shown,
      expect: {
        ...known,
        ...Object.fromEntries(Object.entries(once).filter(([, value]) => value !== undefined)),
      },
    };
  });
  return { name, locale, turns };
}

export const dialogues: GoldDialogue[] = [
  dialogue('one slot at a time', [
    ['I want to plan a trip to Paris', { to: 'Paris', acts: 'plan' }],
    ['December 15th to 22nd', { dates: '2026-12-15..2026-12-22', length: '7d 7n' }, 'dates'],
    ['Around $3000', { budget: '3000 USD about' }, 'budget'],
    [
      'From New York, two of us, we love museums',
      { from: 'New York', people: '2', likes: 'museums' },
      'origin',
    ],
    ['Make it 5 days', { dates: '2026-12-15..2026-12-19', length: '5d 4n', acts: 'change' }],
  ]),
  dialogue('five rounds', [
    ['plan 3 days in Tokyo', { to: 'Tokyo', length: '3d 2n' }],
    ['add Kyoto and a budget under $3000', { to: 'Tokyo + Kyoto', budget: '3000 USD' }],
    ['remove Tokyo and ask for traditional food', { to: 'Kyoto', likes: 'food tradition' }],
    ['What is the best season to see it?', { acts: 'question' }],
    ['remove the budget constraint', { budget: 'unlimited' }],
  ]),
  dialogue('bare answers', [
    ['lisbon', { to: 'Lisbon' }],
    ['next weekend', { dates: '2026-11-28..2026-11-29', length: '2d 1n' }, 'dates'],
    ['800', { budget: '800 USD' }, 'budget'],
    ['madrid', { from: 'Madrid' }, 'origin'],
    ['2', { people: '2' }, 'travellers'],
  ]),
  dialogue('correcting the city', [
    ['A week in Milan in May', { to: 'Milan', dates: '[2027-05-01..2027-05-31]', length: '7d 6n' }],
    ['no, I meant Lyon', { to: 'Lyon' }],
    ['sorry, from Geneva', { from: 'Geneva' }],
  ]),
  dialogue('changing the mind', [
    ['Rome for 4 days', { to: 'Rome', length: '4d 3n' }],
    ['Actually, let’s do Naples instead', { to: 'Naples' }],
    ['and add Pompeii', { see: 'Pompeii' }],
    ['make it a week', { length: '7d 6n' }],
  ]),
  dialogue('dates shift', [
    [
      'Trip to Vienna from March 3 to March 8',
      { to: 'Vienna', dates: '2027-03-03..2027-03-08', length: '5d 5n' },
    ],
    ['can we start on the 5th instead?', { dates: '2027-03-05..2027-03-10' }],
    ['two days longer please', { dates: '2027-03-05..2027-03-12', length: '7d 7n' }],
    ['actually until the 14th', { dates: '2027-03-05..2027-03-14', length: '9d 9n' }],
  ]),
  dialogue('budget up and down', [
    ['3 days in Prague for two, $900', { to: 'Prague', length: '3d 2n', people: '2', budget: '900 USD' }],
    ['raise the budget to 1200', { budget: '1200 USD' }],
    ['increase it by $300', { budget: '1500 USD' }],
    ['make it 1000 euros per person', { budget: '1000 EUR per_person' }],
    ['actually no budget limit', { budget: 'unlimited' }],
  ]),
  dialogue('cities come and go', [
    ['Two weeks in Japan', { to: 'Japan', length: '14d 13n' }],
    ['Tokyo, Kyoto and Osaka', { to: 'Tokyo + Kyoto + Osaka' }, 'destination'],
    ['drop Osaka', { to: 'Tokyo + Kyoto' }],
    ['also Hiroshima', { to: 'Tokyo + Kyoto + Hiroshima' }],
    ['replace Hiroshima with Kanazawa', { to: 'Tokyo + Kyoto + Kanazawa' }],
  ]),
  dialogue('likes and dislikes', [
    ['Weekend in Barcelona', { to: 'Barcelona', length: '2d 1n' }],
    ['we like architecture and tapas', { likes: 'architecture', cuisines: 'spanish' }],
    ['no nightlife', { dislikes: 'nightlife' }],
    ['remove architecture', { likes: '' }],
    ['some beach time too', { likes: 'beaches' }],
  ]),
  dialogue('choosing an option', [
    [
      '5 days in Athens in April, $2000, from Boston',
      {
        to: 'Athens',
        length: '5d 4n',
        dates: '[2027-04-01..2027-04-30]',
        budget: '2000 USD',
        from: 'Boston',
      },
    ],
    ['I like the second one', { acts: 'choose', reference: '1' }, undefined, 3],
    ['but with less walking', { acts: 'change', reference: 'less_walking' }, undefined, 3],
    ['option 3 please', { acts: 'choose', reference: '2' }, undefined, 3],
    ['the last one', { acts: 'choose', reference: '2' }, undefined, 3],
    ['something cheaper', { acts: 'change', reference: 'cheaper' }, undefined, 3],
  ]),
  dialogue('small talk leaves the trip alone', [
    ['Hi', { acts: 'greeting' }],
    [
      '4 nights in Copenhagen, June 1st',
      { to: 'Copenhagen', dates: '2027-06-01..2027-06-05', length: '4d 4n' },
    ],
    ['thanks!', { acts: 'thanks' }],
    ['what can you do?', { acts: 'capabilities' }],
    ['Is it expensive there?', { acts: 'question' }],
    ['Do they speak English in Denmark?', { acts: 'question' }],
  ]),
  dialogue('family details', [
    ['We want to take the kids to Orlando', { to: 'Orlando' }],
    ['2 adults and 2 children, 5 and 8 years old', { people: '2+2 (5,8)' }, 'travellers'],
    [
      'from Toronto in July for a week',
      { from: 'Toronto', dates: '[2027-07-01..2027-07-31]', length: '7d 6n' },
    ],
    ['theme parks and a zoo', { likes: 'theme_parks zoo' }],
  ]),
  dialogue('lodging rules', [
    ['3 days in Denver from Dallas', { from: 'Dallas', to: 'Denver', length: '3d 2n' }],
    ['we have a dog', { rules: 'pets' }],
    ['an entire apartment would be best', { room: 'entire_home' }],
    ['no hostels', { noLodging: 'hostel' }],
    ['actually a private room is enough', { room: 'private_room' }],
  ]),
  dialogue('transport', [
    ['Berlin to Prague next Friday', { from: 'Berlin', to: 'Prague', dates: '2026-11-27..' }],
    ['by train please', { by: 'train' }],
    ['no flights', { notBy: 'flight' }],
    ['three nights', { dates: '2026-11-27..2026-11-30', length: '3d 3n' }],
  ]),
  dialogue('starting over', [
    ['Paris for 3 days, $1000', { to: 'Paris', length: '3d 2n', budget: '1000 USD' }],
    ['start over', { to: '', length: '', budget: '' }],
    ['Oslo in February', { to: 'Oslo', dates: '[2027-02-01..2027-02-28]' }],
  ]),
  dialogue('a new plan replaces the old place', [
    ['plan a trip to Dublin', { to: 'Dublin' }],
    ['5 days, 1500 euros', { length: '5d 4n', budget: '1500 EUR' }],
    ['plan a trip to Galway', { to: 'Galway' }],
  ]),
  dialogue('ambiguous place, answered', [
    ['a trip to San Jose', { to: 'San Jose, California', ambiguous: 'San Jose' }],
    ['the one in Costa Rica', { to: 'San Jose, CR' }, 'destination'],
  ]),
  dialogue('ambiguous place, other answer', [
    ['I want to see Birmingham', { to: 'Birmingham', ambiguous: 'Birmingham' }],
    ['Alabama', { to: 'Birmingham, Alabama' }, 'destination'],
  ]),
  dialogue('window then length then day', [
    ['Somewhere warm in February', { dates: '[2027-02-01..2027-02-28]' }],
    ['Tenerife', { to: 'Tenerife' }, 'destination'],
    ['10', { length: '10d 9n' }, 'length'],
    ['starting the 6th', { dates: '2027-02-06..2027-02-15' }, 'dates'],
  ]),
  dialogue('stays per city', [
    ['Rome and Florence for a week', { to: 'Rome + Florence', length: '7d 6n' }],
    ['make it 4 days in Rome and 3 in Florence', { to: 'Rome 4n + Florence 3n', length: '7d 6n' }],
  ]),
  dialogue('diet comes later', [
    ['Weekend in Turin', { to: 'Turin', length: '2d 1n' }],
    ['I forgot to say that I am vegan', { diets: 'vegan' }],
    ['and my wife is coeliac', { diets: 'gluten-free vegan', people: '2' }],
  ]),
  dialogue('pace', [
    ['4 days in London', { to: 'London', length: '4d 3n' }],
    ['keep it relaxed', { pace: 'relaxed' }],
    ['on second thought, pack in as much as possible', { pace: 'packed' }],
  ]),
  dialogue('avoid a sight', [
    ['3 days in Paris', { to: 'Paris', length: '3d 2n' }],
    ['must see the Louvre and Montmartre', { see: 'Louvre, Montmartre' }],
    ['skip Montmartre', { see: 'Louvre', skip: 'Montmartre' }],
  ]),
  dialogue('budget in another currency', [
    ['£500 for a weekend in Bruges', { to: 'Bruges', length: '2d 1n', budget: '500 GBP' }],
    ['make it 600', { budget: '600 GBP' }, 'budget'],
  ]),
  dialogue('origin by airport', [
    ['Honolulu for 6 nights', { to: 'Honolulu', length: '6d 6n' }],
    ['SFO', { from: 'San Francisco' }, 'origin'],
    ['direct flights only', { direct: 'yes' }],
  ]),
  dialogue('two answers at once', [
    ['Trip to Budapest', { to: 'Budapest' }],
    [
      'May 3 to 7, about 700 euros',
      { dates: '2027-05-03..2027-05-07', length: '4d 4n', budget: '700 EUR about' },
      'dates',
    ],
    ['from Zurich, just me', { from: 'Zurich', people: '1' }, 'origin'],
  ]),
  dialogue('answering with a question', [
    ['Trip to Marrakesh', { to: 'Marrakesh' }],
    ['what is the weather like in March?', { acts: 'question' }, 'dates'],
    ['ok, then March 10 for 5 days', { dates: '2027-03-10..2027-03-14', length: '5d 4n' }, 'dates'],
  ]),
  dialogue('removing people and dates', [
    [
      'Trip to Malta for 4 people, next month',
      { to: 'Malta', people: '4', dates: '[2026-12-01..2026-12-31]' },
    ],
    ['it is only three of us now', { people: '3' }],
    ['in January instead', { dates: '[2027-01-01..2027-01-31]' }],
  ]),
  dialogue(
    'German',
    [
      ['Ich möchte nach Rom', { to: 'Rome', language: 'de' }],
      ['vom 3. bis 7. Mai', { dates: '2027-05-03..2027-05-07', length: '4d 4n', language: 'de' }, 'dates'],
      ['ungefähr 1000 Euro', { budget: '1000 EUR about', language: 'de' }, 'budget'],
      ['aus Köln, zu zweit', { from: 'Cologne', people: '2' }, 'origin'],
      ['statt Rom lieber Florenz', { to: 'Florence' }],
    ],
    'de-DE',
  ),
  dialogue(
    'French',
    [
      ['Je veux aller à Madrid', { to: 'Madrid', language: 'fr' }],
      ['du 10 au 14 avril', { dates: '2027-04-10..2027-04-14', length: '4d 4n' }, 'dates'],
      ['1200 euros maximum', { budget: '1200 EUR' }, 'budget'],
      ['de Marseille', { from: 'Marseille' }, 'origin'],
      ['ajoute Séville', { to: 'Madrid + Seville' }],
    ],
    'fr-FR',
  ),
  dialogue(
    'Spanish',
    [
      ['Quiero ir a Londres', { to: 'London', language: 'es' }],
      ['el próximo fin de semana', { dates: '2026-11-28..2026-11-29', length: '2d 1n' }, 'dates'],
      ['unos 500 euros', { budget: '500 EUR about' }, 'budget'],
      ['desde Valencia, somos tres', { from: 'Valencia', people: '3' }, 'origin'],
    ],
    'es-ES',
  ),
  dialogue(
    'Italian',
    [
      ['Vorrei andare a Berlino', { to: 'Berlin', language: 'it' }],
      ['dal 2 al 6 giugno', { dates: '2027-06-02..2027-06-06', length: '4d 4n' }, 'dates'],
      ['da Napoli', { from: 'Naples' }, 'origin'],
      ['in due', { people: '2' }, 'travellers'],
    ],
    'it-IT',
  ),
  dialogue(
    'Portuguese',
    [
      ['Quero visitar Madrid', { to: 'Madrid', language: 'pt' }],
      ['cinco dias em abril', { dates: '[2027-04-01..2027-04-30]', length: '5d 4n' }, 'dates'],
      ['saindo de Lisboa', { from: 'Lisbon' }, 'origin'],
    ],
    'pt-PT',
  ),
  dialogue(
    'Dutch',
    [
      ['Ik wil naar Wenen', { to: 'Vienna', language: 'nl' }],
      ['volgende maand, 3 nachten', { dates: '[2026-12-01..2026-12-31]', length: '3d 3n' }, 'dates'],
      ['vanuit Rotterdam', { from: 'Rotterdam' }, 'origin'],
      ['met mijn man', { people: '2' }, 'travellers'],
    ],
    'nl-NL',
  ),
  dialogue(
    'Japanese',
    [
      ['パリに行きたい', { to: 'Paris', language: 'ja' }],
      ['5月3日から8日まで', { dates: '2027-05-03..2027-05-08', length: '5d 5n' }, 'dates'],
      ['予算は20万円くらい', { budget: '200000 JPY about' }, 'budget'],
      ['東京から、2人', { from: 'Tokyo', people: '2' }, 'origin'],
      ['ローマも追加して', { to: 'Paris + Rome' }],
    ],
    'ja-JP',
  ),
  dialogue(
    'British spelling and dates',
    [
      ['A holiday in Edinburgh', { to: 'Edinburgh' }],
      ['5/6 to 9/6', { dates: '2027-06-05..2027-06-09', length: '4d 4n' }, 'dates'],
      ['£600 for the two of us', { budget: '600 GBP', people: '2' }, 'budget'],
    ],
    'en-GB',
  ),
  dialogue('everything refused', [
    ['A week in Greece', { to: 'Greece', length: '7d 6n' }],
    ['no ferries and no driving', { notBy: 'ferry self_driving' }],
    ['no museums either', { dislikes: 'museums' }],
    ['anything but Airbnb', { noLodging: 'airbnb' }],
  ]),
  dialogue('cuisine changes', [
    ['3 days in Houston', { to: 'Houston', length: '3d 2n' }],
    ['Mexican and Thai food please', { cuisines: 'mexican thai' }],
    ['remove Thai food', { cuisines: 'mexican' }],
    ['and Indian cuisine', { cuisines: 'indian mexican' }],
  ]),
  dialogue('state with a number of cities', [
    ['I would like to visit 2 cities in Colorado from Omaha', { from: 'Omaha', to: 'Colorado x2' }],
    ['5 days from March 20 to March 24, 2022', { dates: '2022-03-20..2022-03-24', length: '5d 4n' }, 'dates'],
    ['make it 3 cities', { to: 'Colorado x3' }],
  ]),
  dialogue('origin corrected', [
    ['from Newark to Miami for 3 nights', { from: 'Newark', to: 'Miami', length: '3d 3n' }],
    ['we will leave from Philadelphia instead', { from: 'Philadelphia' }],
  ]),
  dialogue('thanks with a wish', [
    ['Weekend in Ghent', { to: 'Ghent', length: '2d 1n' }],
    ['Great, thanks! Could you add some beer and street art?', { likes: 'art food' }],
  ]),
  dialogue('yes and go on', [
    ['Trip to Seoul', { to: 'Seoul' }],
    ['yes, 6 days', { length: '6d 5n' }, 'dates'],
    ['sure, 2500 dollars', { budget: '2500 USD' }, 'budget'],
  ]),
  dialogue('not sure yet', [
    ['Trip to Vilnius', { to: 'Vilnius' }],
    ["I don't know yet", {}, 'dates'],
    ["I'm flexible", {}, 'dates'],
    ['maybe in April', { dates: '[2027-04-01..2027-04-30]' }, 'dates'],
  ]),
  dialogue('relative answers', [
    ['Trip to Tallinn', { to: 'Tallinn' }],
    ['in two weeks', { dates: '2026-12-05..' }, 'dates'],
    ['four days', { dates: '2026-12-05..2026-12-08', length: '4d 3n' }, 'length'],
    ['a week later', { dates: '2026-12-12..2026-12-15' }],
  ]),
  dialogue('holiday answer', [
    ['Trip to New Orleans', { to: 'New Orleans' }],
    ['over Thanksgiving', { dates: '[2026-11-25..2026-11-29]' }, 'dates'],
    ['3 nights', { length: '3d 3n' }, 'length'],
  ]),
  dialogue('range answer', [
    ['Trip to Nashville', { to: 'Nashville' }],
    ['between 1000 and 1500', { budget: '1000-1500 USD' }, 'budget'],
    ['Friday to Sunday', { dates: '2026-11-27..2026-11-29', length: '2d 2n' }, 'dates'],
  ]),
  dialogue('who travels changes', [
    ['Trip to Zermatt for two', { to: 'Zermatt', people: '2' }],
    ['our son is coming too', { people: '2+1' }],
    ['he is 7', { people: '2+1 (7)' }],
  ]),
  dialogue('keeping the plan while asking', [
    [
      '5 days in Cape Town in November',
      { to: 'Cape Town', length: '5d 4n', dates: '[2026-11-21..2026-11-30]' },
    ],
    ['How far is Table Mountain from the centre?', { acts: 'question' }],
    ['What should I pack?', { acts: 'question' }],
    ['add wine tasting', { likes: 'food' }],
  ]),
  dialogue('long first message then short ones', [
    [
      'Hey! My girlfriend and I are thinking about a city trip to Copenhagen or so in spring, budget maybe 1200 euros',
      { to: 'Copenhagen', people: '2', dates: '[2027-03-01..2027-05-31]', budget: '1200 EUR' },
    ],
    ['4 nights', { length: '4d 4n' }],
    ['from Hamburg by train', { from: 'Hamburg', by: 'train' }, 'origin'],
  ]),
  dialogue('cabin', [
    ['fly me to Singapore from London', { from: 'London', to: 'Singapore' }],
    ['in business class', { cabin: 'business' }],
    ['actually economy is fine', { cabin: 'economy' }],
  ]),
  dialogue('stars', [
    ['3 nights in Doha', { to: 'Doha', length: '3d 3n' }],
    ['five star hotel', { stars: '5' }],
    ['four stars is enough', { stars: '4' }],
  ]),
  dialogue('numbers in words', [
    ['trip to Krakow for three days', { to: 'Krakow', length: '3d 2n' }],
    ['five hundred', { budget: '500 USD' }, 'budget'],
    ['there will be four of us', { people: '4' }, 'travellers'],
  ]),
  dialogue('change of destination by name', [
    ['Trip from Boston to Miami', { from: 'Boston', to: 'Miami' }],
    ['change the destination to Tampa', { to: 'Tampa' }],
    ['switch to Key West', { to: 'Key West' }],
  ]),
  dialogue('what about', [
    ['A long weekend in Stockholm', { to: 'Stockholm', length: '3d 2n' }],
    ['what about Gothenburg?', { to: 'Gothenburg' }],
    ['how about 4 days?', { length: '4d 3n' }],
  ]),
  dialogue('either way', [
    ['I want to visit Sevilla', { to: 'Seville' }],
    ['add Cordoba and Granada', { to: 'Seville + Cordoba + Granada' }],
    ['take out Granada', { to: 'Seville + Cordoba' }],
  ]),
  dialogue('comparisons with options shown', [
    ['3 days in Lyon', { to: 'Lyon', length: '3d 2n' }],
    ['the first one looks good', { reference: '0', acts: 'choose' }, undefined, 3],
    ['can you make it more relaxed?', { reference: 'more_relaxed', pace: 'relaxed' }, undefined, 3],
    ["it's too expensive", { reference: 'cheaper' }, undefined, 3],
    ['show me other options', { reference: 'more_variety' }, undefined, 3],
    ['plan B', { reference: '1', acts: 'choose' }, undefined, 3],
  ]),
  dialogue('per day and per night', [
    [
      'Backpacking in Vietnam for a month, $40 a day',
      { to: 'Vietnam', length: '30d 29n', budget: '40 USD per_day', likes: 'hiking' },
    ],
    ['make that $50 a day', { budget: '50 USD per_day' }],
  ]),
  dialogue('shorter', [
    ['10 days in Peru from May 1', { to: 'Peru', dates: '2027-05-01..2027-05-10', length: '10d 9n' }],
    ['two days shorter', { dates: '2027-05-01..2027-05-08', length: '8d 7n' }],
    ['one more day', { dates: '2027-05-01..2027-05-09', length: '9d 8n' }],
  ]),
  dialogue('no to everything', [
    ['Trip to Riga', { to: 'Riga' }],
    ['no', {}, 'budget'],
    ['no idea', {}, 'dates'],
    ['no budget', { budget: 'unlimited' }, 'budget'],
  ]),
  dialogue('chatty', [
    [
      'ok so here is the thing, my sister is getting married in Charleston, South Carolina',
      { to: 'Charleston, South Carolina' },
    ],
    ['on June 19th, I want to arrive two days before', { dates: '2027-06-19..' }],
    ['and I only have 900 bucks', { budget: '900 USD' }],
  ]),
];
