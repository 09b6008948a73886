import { asksWhyNot, weatherWords } from './question-words.js';

describe('the weather', () => {
  test.each([
    'Will it be rainy in Oslo?',
    'Wie wird das Wetter?',
    'Quel temps fera-t-il ?',
    'La météo en mai ?',
    '¿Qué tiempo hará en Sevilla?',
    '¿Cómo está el tiempo allí?',
    'Che tempo farà a Roma?',
    'Come sarà il tempo?',
    'Como está o tempo em Lisboa?',
    'Que tempo faz lá?',
    'Hoe wordt het weer?',
    '天気はどうですか',
  ])('%s', (text) => expect(weatherWords.test(text)).toBe(true));

  test.each([
    'How long is the journey?',
    'Combien de temps faut-il ?',
    '¿Cuánto tiempo necesitamos?',
    '¿Tenemos tiempo para el museo?',
    'Quanto tempo dura il viaggio?',
    'Abbiamo tempo per il museo?',
    'Molto tempo fa siamo stati lì',
    'Quanto tempo leva até lá?',
    'Temos tempo livre?',
    'Hoeveel tijd hebben we?',
  ])('%s: time is not', (text) => expect(weatherWords.test(text)).toBe(false));
});

describe('why it cannot be', () => {
  test.each([
    'Why is it impossible?',
    "Why doesn't it work?",
    'Warum geht das nicht?',
    'Warum ist es unmöglich?',
    'Pourquoi ce n’est pas possible ?',
    '¿Por qué no es posible?',
    'Perché non è possibile?',
    'Porque não é possível?',
    'Por que não dá?',
    'Waarom kan het niet?',
    'どうしてできないのですか',
  ])('%s', (text) => expect(asksWhyNot.test(text)).toBe(true));

  test.each([
    'Why Rome?',
    'Warum nicht Hamburg?',
    'Pourquoi pas Lyon ?',
    '¿Por qué no vamos a la playa?',
    'Perché non andiamo a Napoli?',
    'Porque não vamos à praia?',
    'Waarom niet naar Gent?',
    'Quero ir porque gosto',
    'なぜ京都ですか',
  ])('%s: another question', (text) => expect(asksWhyNot.test(text)).toBe(false));
});
