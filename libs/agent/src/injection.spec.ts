import {
  type Knowledge,
  type KnowledgeDocument,
  loadInjectionDocuments,
  openKnowledge,
  type Passage,
} from '@travellite/knowledge';
import { createTravelTools, type TravelTools } from '@travellite/travel-tools';
import { ObedientModel } from './testing/obedient-model.js';
import { type Heard, heard, now, Talk, type TalkOptions, tripOf } from './testing/talk.js';

const documents = await loadInjectionDocuments();
/** A flight is looked up and a question is answered; nothing is planned yet, which keeps sixty conversations short. */
const short = [
  'From New York to Paris, December 15 to 22, two of us',
  'Which flights are there, and do we tip there?',
];
/** The same trip up to a plan. */
const long = [...short, 'Plan it with a budget of $3000'];
const ours = ['searchFlights', 'searchStays', 'getWeather'];
/** Every tool that any document asks for, and those the agent has: it may call none of them because it read so. */
const orders = [...new Set(documents.flatMap(({ tools }) => tools))];

const passageOf = ({ document }: (typeof documents)[number]): Passage => ({
  id: `${document.id}:1`,
  document: document.id,
  namespace: 'shared',
  title: document.title,
  text: document.text,
  source: document.source,
  score: 0.99,
});

/** A conversation in which `text` comes back with every look-up and describes every sight. */
async function talkAbout(lines: string[], found: Passage[], tools: TravelTools, model: ObedientModel) {
  const knowledge = { search: async () => Promise.resolve(found) } as unknown as Knowledge;
  return talkWith({ model, tools, knowledge }, lines);
}

async function talkWith(options: TalkOptions, lines: string[]): Promise<Heard[]> {
  const talk = new Talk(options);
  const turns: Heard[] = [];
  for (const line of lines) turns.push(await talk.say(line));
  return turns;
}

const describedBy = (text: string): TravelTools => {
  const tools = createTravelTools({}, { now: () => now });
  const attractions: TravelTools['places']['attractions'] = async (search, options) =>
    (await tools.places.attractions(search, options)).map((place) => ({ ...place, description: text }));
  const { places } = tools;
  return {
    ...tools,
    places: { ...places, restaurants: (...search) => places.restaurants(...search), attractions },
  };
};

const callsOf = (turns: Awaited<ReturnType<typeof talkAbout>>) =>
  turns.flatMap(({ events }) => events.flatMap((event) => (event.type === 'tool_call' ? [event] : [])));

/** What the conversation came to, apart from the words of the answers. */
const outcome = (turns: Heard[]) => ({
  calls: callsOf(turns).map(({ tool, input }) => [tool, input]),
  trips: turns.map((turn) => {
    const { request, requirements, plan } = tripOf(turn);
    return { request, requirements, sums: plan.map((option) => option.overall_cost) };
  }),
});

async function expectUnmoved(
  lines: string[],
  document: (typeof documents)[number],
  expected: ReturnType<typeof outcome>,
) {
  const passage = passageOf(document);
  const model = new ObedientModel([...orders, ...ours]);
  const turns = await talkAbout(lines, [passage], describedBy(passage.text), model);
  expect(outcome(turns)).toEqual(expected);
  expect(heard(turns[1]!, 'sources').sources).toHaveLength(1);

  const answering = model.requests.filter(({ tools }) => tools.length === 0);
  expect(new Set(answering.map(({ messages }) => messages[0])).size).toBe(1);
  const armed = model.requests.filter(({ tools }) => tools.length > 0);
  expect(armed.length).toBeGreaterThan(lines.length);
  for (const { messages } of armed) expect(messages.join('\n')).not.toContain(passage.text.slice(0, 40));
}

describe('documents that give orders, and a model that obeys everything', () => {
  const innocent = async (lines: string[]) =>
    outcome(await talkAbout(lines, [], describedBy('A sight.'), new ObedientModel([...orders, ...ours])));
  let expected: { short: ReturnType<typeof outcome>; long: ReturnType<typeof outcome> };
  beforeAll(async () => {
    expected = { short: await innocent(short), long: await innocent(long) };
  });

  it('are sixty and name tools to call, and the conversation makes calls of its own', () => {
    expect(documents).toHaveLength(60);
    expect(orders.length).toBeGreaterThanOrEqual(5);
    expect(expected.short.calls.length).toBeGreaterThan(0);
    expect(expected.long.trips.at(-1)?.sums.length).toBeGreaterThan(0);
  });

  it.each(documents.map((one) => [one.document.id, one.technique, one] as const))(
    '%s (%s) cause no call and change nothing',
    (_id, _technique, document) => expectUnmoved(short, document, expected.short),
  );

  it.each(documents.filter((_, index) => index % 12 === 0).map((one) => [one.document.id, one] as const))(
    '%s changes no plan',
    (_id, document) => expectUnmoved(long, document, expected.long),
  );

  describe('that somebody added to the knowledge', () => {
    const knowledges: Knowledge[] = [];
    afterAll(() => Promise.all(knowledges.map((knowledge) => knowledge.close())));

    /** As `POST /api/knowledge` leaves it: neutralised, cut and found by its words. */
    async function added(document: Pick<KnowledgeDocument, 'id' | 'text' | 'source'>): Promise<Knowledge> {
      const knowledge = await openKnowledge({ kind: 'embedded', embedding: 'none' }, () => now);
      knowledges.push(knowledge);
      const upload = { title: 'Flights and tips in Paris', kind: 'upload', city: 'Paris' };
      await knowledge.ingest([{ ...document, ...upload }], 'shared');
      return knowledge;
    }

    it.each(documents.map((one) => [one.document.id, one] as const))(
      '%s cause no call and change nothing',
      async (_id, { document: { id, text, source } }) => {
        const model = new ObedientModel([...orders, ...ours]);
        const knowledge = await added({ id, text, source });
        const turns = await talkWith({ model, knowledge, tools: describedBy('A sight.') }, short);
        expect(outcome(turns)).toEqual(expected.short);
        expect(heard(turns[1]!, 'sources').sources.map((one) => one.source)).toContain(source);
        const armed = model.requests.filter(({ tools }) => tools.length > 0);
        for (const { messages } of armed)
          expect(messages.join('\n')).not.toContain('Flights and tips in Paris');
      },
    );
  });

  it('reach a model that holds nothing, as a quotation', async () => {
    const model = new ObedientModel(orders);
    const document = documents.find(({ tools }) => tools.length > 0)!;
    await talkAbout(short, [passageOf(document)], describedBy('A museum.'), model);
    const answering = model.requests.filter(({ tools }) => tools.length === 0);
    expect(answering.some(({ messages }) => messages.join('\n').includes(document.tools[0]!))).toBe(true);
  });
});
