import { type Phrases } from './phrases.js';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const scopes: Record<string, string> = {
  total: 'in total',
  per_person: 'per person',
  per_night: 'per night',
  per_day: 'per day',
};

const withFullStop = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

export const en: Phrases = {
  andMore: (first, more) => `${first} and ${more} more`,
  willing: ['Gladly!', 'With pleasure.', 'Let us plan it.'],
  afresh: ['All right, we begin afresh.', 'Done: a clean sheet.'],
  greeting: [
    'Hello! I plan trips. Where would you like to go?',
    'Hi there! Tell me where you would like to travel and I will start planning.',
    'Good to hear from you! Which place shall we plan a trip to?',
  ],
  greetingAgain: (trip) => [
    `Hello again! We were planning ${trip}.`,
    `Hi! Back to your trip: ${trip}.`,
    `Welcome back. So far we have ${trip}.`,
  ],
  capabilities: (known) => [
    `I plan trips. Tell me where you want to go, when, for how long, your budget and what you like, in your own words and in any order. I look up flights and places to stay, and put together two or three day-by-day plans that keep to your days and your budget; you can change anything at any time. I know these cities well: ${known}. Right now the built-in offline model is answering, and offers that are only samples are marked as such.`,
    `You can describe a trip the way you would to a friend, for example the city, the dates, who comes along and how much you want to spend. I keep track of it, suggest sights, search flights and stays, and make day-by-day plans that stay within your budget. My data covers ${known}. I am working as the offline model here: by rules, and with sample offers that are labelled.`,
  ],
  self: [
    'I am TravelLite, a travel planning program, not a person. At the moment the built-in offline model is answering: it works by rules and only says what is in its data.',
    'I am a travel agent made of software. The offline model is speaking right now, which means I work from rules and stored data and make nothing up.',
  ],
  standIn: 'The language model cannot be reached at the moment, so the offline model answers in its place.',
  thanks: ['You are welcome!', 'My pleasure.', 'Gladly!', 'Any time.'],
  offTopic: [
    'That is outside what I can help with; I plan trips.',
    'I am afraid that is not something I know about. Travel is what I do.',
  ],
  lost: ['I did not find anything in that I could plan with.', 'I am not sure what to do with that.'],
  unknownAnswer: [
    'I have nothing reliable on that in my data, and as the offline model I would rather not guess.',
    'I cannot answer that from what I have, and I do not want to make something up.',
  ],
  fromPassage: (title, text) => `From my notes on “${title}”: ${withFullStop(text)}`,

  tripLine: ({ destinations, dates, length }) =>
    [destinations ?? 'a trip', dates, dates && length ? `(${length})` : length]
      .filter(Boolean)
      .join(', ')
      .replace(', (', ' ('),
  noTrip: ['There is no trip yet.', 'We have not begun a trip yet.'],
  recap: (parts, wishes) => {
    const lines = [
      parts.destinations && `to ${parts.destinations}`,
      parts.origin && `from ${parts.origin}`,
      parts.dates ?? (parts.length && `for ${parts.length}`),
      parts.travellers && `for ${parts.travellers}`,
      parts.budget && `with a budget of ${parts.budget}`,
      parts.interests && `with an eye for ${parts.interests}`,
    ].filter(Boolean);
    const list = wishes.length > 0 ? ` On the list of wishes: ${wishes.join('; ')}.` : '';
    return `So far: a trip ${lines.join(', ')}.${list}`;
  },
  nights: (count) => plural(count, 'night'),
  days: (count) => plural(count, 'day'),
  people: ({ adults, children }) =>
    [plural(adults, 'adult'), children > 0 && plural(children, 'child', 'children')]
      .filter(Boolean)
      .join(' and '),
  budget: (amount, scope, kind) =>
    `${kind === 'about' ? 'about ' : ''}${amount} ${scopes[scope] ?? 'in total'}`,
  noLimit: 'no limit',

  acknowledge: {
    destination: (value) => [`${value}, lovely.`, `${value} it is.`, `A trip to ${value}: good choice.`],
    dates: (value) => [`I have noted ${value}.`, `${value}: got it.`, `So you travel ${value}.`],
    length: (value) => [`${value}, all right.`, `I will plan for ${value}.`],
    budget: (value) => [`Your budget is ${value}.`, `I will keep to ${value}.`, `Noted: ${value}.`],
    origin: (value) => [`Leaving from ${value}.`, `You start in ${value}.`],
    travellers: (value) => [`That makes ${value}.`, `I am planning for ${value}.`],
    interests: (value) => [`I will look out for ${value}.`, `More ${value}, gladly.`],
    wishes: (value) => [`I have put “${value}” on the list.`, `Noted: ${value}.`],
  },
  removed: {
    destination: (value) => [`${value} is out.`, `I have taken ${value} off the trip.`],
    dates: () => ['The dates are open again.', 'I have cleared the dates.'],
    length: () => ['The length is open again.'],
    budget: () => ['No budget limit, then.', 'All right, I do not keep to a budget limit.'],
    origin: () => ['I have cleared where you start from.'],
    travellers: () => ['I have cleared who is travelling.'],
    interests: (value) => [`No more ${value}, then.`, `I have dropped ${value}.`],
    wishes: (value) => [`I have taken “${value}” off the list.`, `“${value}” is off the list.`],
  },
  ask: {
    destination: ['Where would you like to go?', 'Which city or country do you have in mind?'],
    dates: [
      'When would you like to travel, from which day to which?',
      'Which dates do you have in mind?',
      'What dates would suit you?',
    ],
    length: ['How many days would you like to stay?', 'How long should the trip be?'],
    budget: [
      'What is your budget for the whole trip?',
      'Roughly how much would you like to spend in total?',
      'What budget shall I keep to?',
    ],
    origin: [
      'Where will you be travelling from?',
      'Which city do you start from?',
      'Where do you set off from?',
    ],
    travellers: ['How many of you are travelling?', 'Who is coming along?'],
    interests: ['What do you enjoy most when you travel?', 'What should the days be about?'],
    wishes: ['Is there anything that must be part of it?'],
  },
  askStart: ['On which day would you like to start?', 'When should it begin?', 'Which day do you set off?'],
  askBetween: (choices) => [`Do you mean ${choices}?`, `Which one do you mean: ${choices}?`],
  notYet: {
    destination: ['We have not settled on a place yet.', 'There is no destination yet.'],
    dates: ['There are no dates yet.', 'The dates are still open.'],
    length: ['The length is still open.'],
    budget: ['You have not given me a budget yet.', 'There is no budget set.'],
    origin: ['I do not know yet where you start from.'],
    travellers: ['You have not told me yet who is travelling.'],
    interests: ['You have not told me yet what you enjoy.'],
    wishes: ['There is nothing on the list yet.'],
  },

  unknownPlaces: (names, known) => [
    `I have no data on ${names} yet, so I cannot plan days there without making things up. I can plan for ${known}.`,
    `${names} is not in my data, and I will not invent places. What I do know: ${known}.`,
  ],
  thinPlaces: (names) => [
    `I know no particular places in ${names}, so what I suggest there is general.`,
    `For ${names} I only have general ideas, no places of its own.`,
  ],
  toPerson: (name, text) =>
    `${name}, ${text.replace(/^(The|There|That|You|Your|My|We|Which|What|When|Where|How|Here|Roughly|Nothing|No)\b/, (word) => word.toLowerCase())}`,
  trouble: (what, still) => `The ${what} is down at the moment. ${withFullStop(still)}`,
  found: (offers, source) =>
    `Here is what I found${source === undefined ? ' (sample data, not real offers)' : ` (source: ${source})`}: ${offers}.`,
  flights: (offers, source) =>
    `The cheapest flights I found${source === undefined ? ' (sample data, not real offers)' : ` (source: ${source})`}: ${offers}.`,
  place: ({ name, about, hours, cost }) =>
    [
      `${name}${about === undefined ? ' is on the list.' : `: ${withFullStop(about)}`}`,
      hours === undefined ? '' : `Opening hours: ${hours}.`,
      cost === undefined ? '' : `Cost: ${withFullStop(cost)}`,
    ]
      .filter(Boolean)
      .join(' '),
  places: (names, where) => [
    `Worth seeing in ${where}: ${names}.`,
    `In ${where} I would look at ${names}.`,
    `Some ideas for ${where}: ${names}.`,
  ],
  plans: (count, days, where) =>
    count === 1
      ? [`Here is a plan for ${days} in ${where}.`, `I have put together ${days} in ${where}.`]
      : [
          `Here are ${count} ways to spend ${days} in ${where}.`,
          `I have put together ${count} plans for ${days} in ${where}.`,
          `${days} in ${where}: I made ${count} options.`,
        ],
  option: (number, { name, cost, sights }) =>
    `Option ${number}, “${name}”, comes to ${cost}${sights.length > 0 ? ` and begins with ${sights.join(' and ')}` : ''}.`,
  optionDays: ({ days }) =>
    days.map(({ highlight, lodging, stops }, index) =>
      withFullStop(
        `Day ${index + 1}: ${highlight}${stops.length > 0 ? ` — ${stops.join(', ')}` : ''}${lodging ? `; night at ${lodging}` : ''}`,
      ),
    ),
  picked: ({ name, cost }) => [
    `“${name}” (${cost}) looks like this.`,
    `Here is “${name}” in detail; it comes to ${cost}.`,
  ],
  cheapest: ({ name, cost }) => `The least expensive is “${name}” at ${cost}.`,
  planSample: 'Prices of flights and stays are sample data, not real offers.',
  afterPlan: [
    'Shall I change anything?',
    'Does one of them suit you, or should something be different?',
    'Tell me which one you like, or what to change.',
  ],
  noPlanYet: ['There is no plan yet.', 'I have not made a plan yet.'],
  noPlanFits: [
    'I found no plan that fits all of your wishes.',
    'With all of these wishes together no plan works out.',
  ],
  infeasible: (blocking) => [
    `I cannot make a plan that keeps to everything: ${blocking}.`,
    `No plan fits all of your wishes. What stands in the way: ${blocking}.`,
  ],
  relax: (change) => `The smallest change that would help: ${withFullStop(change)}`,
};
