import { type Knowledge, loadGuideDocuments, openKnowledge, type Passage } from '@travellite/knowledge';
import { heard, now, Talk } from '../testing/talk.js';
import { nearest } from './retrieve-stage.js';

const scored = (...scores: number[]) => scores.map((score) => ({ score }) as Passage);

describe('the passages an answer can rest on', () => {
  it.each([
    ['one that fits and noise', [0.69, 0.36, 0.31], [0.69]],
    ['several that fit', [0.67, 0.61, 0.58, 0.3], [0.67, 0.61, 0.58]],
    ['nothing that fits well', [0.1, 0.09], [0.1, 0.09]],
    ['nothing', [], []],
    ['no scores', [0, 0], [0, 0]],
  ])('of %s', (_what, scores, kept) => expect(nearest(scored(...scores))).toEqual(scored(...kept)));
});

describe('sources', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    knowledge = await openKnowledge({ kind: 'embedded', embedding: 'none' }, () => now);
    await knowledge.ingest(await loadGuideDocuments(), 'shared');
  });
  afterAll(() => knowledge.close());

  it('are those of the passage that is told', async () => {
    const turn = await new Talk({ knowledge }).say('Is the tap water safe to drink in Egypt?');
    const { sources } = heard(turn, 'sources');
    expect(turn.text).toContain(sources[0]?.title);
    expect(sources[0]?.source).toMatch(/^TravelLite guide, after /);
  });

  it('of a short question are about its matter, at the place that is talked about', async () => {
    const talk = new Talk({ knowledge });
    await talk.say('4 days in Barcelona');
    const turn = await talk.say('is it safe?');
    expect(heard(turn, 'sources').sources[0]?.title).toBe('Thieves in Barcelona');
    expect(turn.text).toContain('Thieves in Barcelona');
    const elsewhere = new Talk({ knowledge });
    await elsewhere.say('4 days in Lisbon');
    expect((await elsewhere.say('is it safe?')).text).not.toMatch(/tap water/i);
  });

  it('come with nothing when nothing is looked up', async () => {
    for (const options of [{ enhanceWithContext: false }, undefined]) {
      const text = options ? 'Is the tap water safe to drink in Egypt?' : 'Hello!';
      const { events } = await new Talk({ knowledge }).say(text, options ? { options } : {});
      expect(events.filter(({ type }) => type === 'sources')).toEqual([]);
    }
  });

  it('are as many as the client takes', async () => {
    const options = { maxContextItems: 1 };
    const turn = await new Talk({ knowledge }).say('How do people tip in Europe and Asia?', { options });
    expect(heard(turn, 'sources').sources).toHaveLength(1);
  });
});
