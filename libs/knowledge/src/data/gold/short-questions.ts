import { type GoldQuestion } from './questions.js';

const ask = (question: string, city: string, ...answers: string[]): GoldQuestion => ({
  ask: question,
  city,
  answers,
});

/**
 * What people ask in four words once a trip is under discussion: the place is known from the conversation, the question names only
 * the matter. Written before it was known what is found for any of them.
 */
export const shortQuestions: readonly GoldQuestion[] = [
  ask('is it safe?', 'Lisbon', 'pickpockets', 'solo-women'),
  ask('is it safe there?', 'Mexico City', 'mexico-city-safety'),
  ask('is it dangerous?', 'Rio de Janeiro', 'rio-safety'),
  ask('how safe is it at night', 'San Francisco', 'san-francisco-safety'),
  ask('any scams to watch out for?', 'Marrakesh', 'marrakesh-guides', 'taxi-tricks', 'pickpockets'),
  ask('crime?', 'Barcelona', 'barcelona-safety', 'pickpockets'),
  ask('is it safe for women?', 'Istanbul', 'solo-women'),
  ask('can we drink the water?', 'Cairo', 'tap-water'),
  ask('tap water ok?', 'Mexico City', 'tap-water', 'mexico-city-altitude'),
  ask('do we tip?', 'Tokyo', 'tipping-asia', 'japan-etiquette'),
  ask('tipping?', 'New York', 'tipping-us'),
  ask('how much tip', 'Cairo', 'cairo-baksheesh'),
  ask('cash or card?', 'Tokyo', 'japan-cash', 'card-abroad'),
  ask('do they take cards?', 'Berlin', 'germany-money', 'card-abroad'),
  ask('where to change money?', 'Prague', 'prague-money', 'cash-machines'),
  ask('do I need a visa?', 'Cairo', 'egypt-visa'),
  ask('visa?', 'Bali', 'bali-entry'),
  ask('visa needed?', 'Sydney', 'australia-entry'),
  ask('when is the best time?', 'Kyoto', 'kyoto-season'),
  ask('best month?', 'Dubai', 'dubai-season'),
  ask('rainy season?', 'Bali', 'bali-season'),
  ask('is it hot in summer?', 'Dubai', 'dubai-season', 'heat'),
  ask('how do we get around?', 'Rome', 'rome-transport'),
  ask('getting around?', 'Seoul', 'seoul-transport'),
  ask('do we need a car?', 'Los Angeles', 'los-angeles-car'),
  ask('metro tickets?', 'Paris', 'paris-metro'),
  ask('how to get from the airport?', 'Tokyo', 'tokyo-airports'),
  ask('airport transfer?', 'London', 'london-airports'),
  ask('which area to stay?', 'Paris', 'paris-areas', 'short-lets'),
  ask('what should we wear?', 'Dubai', 'dubai-rules', 'church-dress'),
  ask('dress code?', 'Istanbul', 'istanbul-mosques', 'church-dress'),
  ask('what to eat?', 'Osaka', 'osaka-food'),
  ask('local food?', 'Lyon', 'lyon-food'),
  ask('anything forbidden?', 'Singapore', 'singapore-rules'),
  ask('plug adapter?', 'London', 'plugs'),
  ask('vaccinations?', 'Bangkok', 'vaccines'),
  ask('internet there?', 'Seoul', 'esim'),
  ask('sim card?', 'Bangkok', 'esim'),
  ask('with a baby?', 'Rome', 'kids-flight'),
  ask('with a wheelchair?', 'Lisbon', 'wheelchair'),
  ask('is it expensive?', 'Copenhagen', 'copenhagen-practical', 'nordic-money'),
  ask('opening hours of shops?', 'Madrid', 'spain-hours'),
  ask('emergency number?', 'Athens', 'emergency-numbers'),
  ask('local customs?', 'Bangkok', 'thailand-etiquette'),
];
