import { type GoldRow, type Slots } from '../row.js';

const row = (say: string, acts: string, expect: Slots = {}, more: Partial<GoldRow> = {}): GoldRow => ({
  say,
  ...more,
  expect: { acts, ...expect },
});

/** What starts no plan, and what only looks as if it did not. */
export const talkRows: GoldRow[] = [
  row('hi', 'greeting'),
  row('Hello there!', 'greeting'),
  row('good morning', 'greeting'),
  row('Hey, how are you?', 'greeting'),
  row('thanks!', 'thanks'),
  row('Thank you so much, that is very helpful', 'thanks'),
  row('What can you do?', 'capabilities'),
  row('who are you', 'capabilities'),
  row('help', 'capabilities'),
  row('Hi, what can you help me with?', 'capabilities'),
  row('What is the weather like in Kyoto in spring?', 'question'),
  row('Do I need a visa for Japan?', 'question'),
  row('How do I get from the airport to the city?', 'question'),
  row('Is Lisbon safe at night?', 'question'),
  row('When is the best time to visit Iceland?', 'question'),
  row('What currency do they use in Prague?', 'question'),
  row('can I drink the tap water there?', 'question'),
  row('How much should I tip in New York?', 'question'),
  row('What is the capital of Australia?', 'question'),
  row('Write me a poem about cats', 'off_topic', { rules: '' }),
  row('what is 17 times 23?', 'question'),
  row('asdf qwerty', 'off_topic'),
  row('👍', 'off_topic'),
  row('Can you plan a trip to Rome?', 'plan', { to: 'Rome' }),
  row('Could you find flights from Boston to Lima?', 'plan', { from: 'Boston', to: 'Lima' }),
  row('How about Lisbon?', 'plan', { to: 'Lisbon' }),
  row('I want to go on vacation', 'plan'),
  row('Hi! I want to go to Madrid', 'plan', { to: 'Madrid' }),
  row('tell me a joke', 'off_topic'),
  row('Hallo!', 'greeting', { language: 'de' }, { locale: 'de-DE' }),
  row('Merci beaucoup', 'thanks', { language: 'fr' }, { locale: 'fr-FR' }),
  row('¿Qué puedes hacer?', 'capabilities', { language: 'es' }, { locale: 'es-ES' }),
];
