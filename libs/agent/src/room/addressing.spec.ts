import { isForAgent, namesAgent, namesOther, type Said, saidToAgent, withoutAddress } from './addressing.js';

const members = [
  { userId: 'u-ana', name: 'Ana' },
  { userId: 'u-ben', name: 'Ben K.' },
];
const said = (text: string, more: Partial<Said> = {}): Said => ({
  text,
  author: 'u-ana',
  members,
  questionOpen: false,
  tellsSomething: false,
  choosesOption: false,
  asks: false,
  ...more,
});

describe('whom a message names', () => {
  it.each([
    'TravelLite, when do we fly?',
    'what do you think, travellite?',
    '@TravelLite plan it',
    'ask @agent',
    '@bot hi',
    'Hey agent, are there flights?',
    'Hallo Reiseagent, gibt es Flüge?',
    'Hola agente, ¿hay vuelos?',
    'Ciao agente: ci sono voli?',
    'Olá, agente, há voos?',
    'Salut assistant, y a-t-il des vols ?',
    'エージェントさん、航空券はありますか',
  ])('%j is for the agent', (text) => {
    expect(namesAgent(text)).toBe(true);
  });

  it.each([
    'I am a travel agent by trade',
    'write to me@travellite.example',
    'the agent at the airport was rude',
    'botany is fun',
    'not.travellite.example',
  ])('%j is not', (text) => {
    expect(namesAgent(text)).toBe(false);
  });

  it.each<[string, boolean]>([
    ['@Ben K. when do you land?', true],
    ['Ben K., when do you land?', true],
    ['hey ben k.: when?', true],
    ['what about @u-ben?', true],
    ['Ben K. wants museums', false],
    ['Ana, is that me?', false],
    ['I like Ben K.', false],
  ])('%j is for another member: %s', (text, expected) => {
    expect(namesOther(text, 'u-ana', members)).toBe(expected);
  });

  it('takes names for what they are, not for patterns', () => {
    expect(namesOther('anything at all', 'u-ana', [{ userId: '.*', name: '(a+)+$' }])).toBe(false);
  });
});

describe('what is said apart from whom it is said to', () => {
  const people = [...members, { userId: 'u-flo', name: 'Florence' }];
  it.each([
    ['Florence, when do you land?', 'when do you land?'],
    ['hey Florence: March?', 'March?'],
    ['I would ask @Florence about Rome', 'I would ask   about Rome'],
    ['TravelLite, what is left?', 'what is left?'],
    ['@travellite what is left?', 'what is left?'],
    ['Hey agent, what is left?', 'what is left?'],
    ['Let us go to Florence', 'Let us go to Florence'],
    ['TravelLite', 'TravelLite'],
    ['@Florence', '@Florence'],
  ])('%j is %j', (text, left) => {
    expect(withoutAddress(text, people)).toBe(left);
  });
});

describe('whether a message is for the agent', () => {
  it.each<[string, Said, boolean]>([
    ['its name wins over another', said('@TravelLite tell @u-ben', {}), true],
    [
      'another member wins over the rest',
      said('@u-ben March?', { questionOpen: true, tellsSomething: true }),
      false,
    ],
    ['an option', said('the second', { choosesOption: true }), true],
    ['an answer to its question', said('March', { questionOpen: true, tellsSomething: true }), true],
    ['a wish while it asks nothing', said('March', { tellsSomething: true }), false],
    ['talk while its question is open', said('nice', { questionOpen: true }), false],
    ['a question back', said('why?', { asks: true, spokenTo: 'u-ana' }), true],
    ['a question of somebody else', said('why?', { asks: true, spokenTo: 'u-ben' }), false],
    ['a question when others have talked since', said('why?', { asks: true }), false],
  ])('%s', (_what, message, expected) => {
    expect(isForAgent(message)).toBe(expected);
  });
});

describe('what is said to the agent by its name', () => {
  it.each<[string, string | undefined]>([
    ['TravelLite, be quiet', 'be quiet'],
    ['@travellite be quiet', 'be quiet'],
    ['Hey agent: be quiet', 'be quiet'],
    ['be quiet, TravelLite!', 'be quiet'],
    ['TravelLite、静かに', '静かに'],
    ['I asked TravelLite to be quiet', undefined],
    ['be quiet', undefined],
  ])('%j: %j', (text, order) => expect(saidToAgent(text)).toBe(order));
});
