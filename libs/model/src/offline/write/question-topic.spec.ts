import { questionTopic, type QuestionTopic } from './question-topic.js';

describe('what a question is about', () => {
  test.each<[string, QuestionTopic | undefined]>([
    ["Può prenotare l'hotel?", 'booking'],
    ['Peux-tu réserver la chambre ?', 'booking'],
    ['¿Puede reservar el hotel?', 'booking'],
    ['Kun je het hotel boeken?', 'booking'],
    ['¿Por qué no es posible?', 'impossible'],
    ['Perché non è possibile?', 'impossible'],
    ['Pourquoi est-ce impossible ?', 'impossible'],
    ['Porque não é possível?', 'impossible'],
    ["Qu'y a-t-il à voir ?", 'places'],
    ['¿Qué ver allí?', 'places'],
    ['Wat valt er te zien?', 'places'],
    ['Quanto tempo dura il viaggio?', 'length'],
    ['¿Cuánto tiempo necesitamos?', 'length'],
    ['Combien de jours de voyage ?', 'length'],
    ['Quantos dias ficamos?', 'length'],
    ['Wie lange bleiben wir?', 'length'],
    ['Hoeveel dagen duurt de reis?', 'length'],
    ['¿Cuánto cuesta?', 'cost'],
    ['Quanto costa tutto?', 'cost'],
    ['Combien ça coûte ?', 'cost'],
    ['Hoeveel is het samen?', 'cost'],
    ['¿Qué tiempo hará?', 'weather'],
    ['Che tempo farà?', 'weather'],
    ['Quanto dista la spiaggia?', undefined],
    ['Hoeveel mensen wonen er?', undefined],
    ['¿Tenemos tiempo para todo?', undefined],
    ['Perché non andiamo a Napoli?', undefined],
  ])('%s: %s', (question, topic) => expect(questionTopic(question)).toBe(topic));
});
