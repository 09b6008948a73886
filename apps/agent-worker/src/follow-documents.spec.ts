import { type Bus, openBus } from '@travellite/bus';
import { type Knowledge, openKnowledge } from '@travellite/knowledge';
import { TravelError } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { followDocuments } from './follow-documents.js';

const fair = {
  title: 'The lantern fair',
  text: 'Lanterns float in May.',
  source: 'Town hall',
  kind: 'upload',
};
const now = 1_000;
let bus: Bus;
let knowledge: Knowledge;
beforeEach(async () => {
  bus = await openBus({ kind: 'in-process' });
  knowledge = await openKnowledge({ kind: 'embedded', embedding: 'none' }, () => now);
});
afterEach(async () => {
  await bus.close();
  await knowledge.close();
});
const publish = (content: unknown, namespace = 'shared', id = 'upload:fair') =>
  bus.documents.publish({ namespace, id, content });
const found = async (text: string, namespaces: ('shared' | `user:${string}`)[] = ['shared']) =>
  (await knowledge.search({ text, limit: 5, namespaces })).map(({ document, source }) => [document, source]);

describe('documents that are added', () => {
  beforeEach(() => followDocuments(bus, knowledge, silentLog, () => now));

  it('are found at once, replaced by newer ones, and forgotten', async () => {
    await publish(fair);
    expect(await found('lanterns')).toEqual([['upload:fair', 'Town hall']]);
    await publish({ ...fair, text: 'Kites fly in June.' });
    expect([await found('float'), await found('kites')]).toEqual([[], [['upload:fair', 'Town hall']]]);
    await publish(null);
    expect(await found('kites')).toEqual([]);
  });

  it('stay with whom they are for', async () => {
    await publish(fair, 'user:ann');
    expect(await found('lanterns')).toEqual([]);
    expect(await found('lanterns', ['shared', 'user:ann'])).toHaveLength(1);
  });

  it('that have ended take the place of what they replace, and are not found', async () => {
    await publish(fair);
    await publish({ ...fair, expiresAt: now });
    expect(await found('lanterns')).toEqual([]);
  });

  it.each([
    ['no document', 'words'],
    ['a part of one', { title: 'x' }],
    ['nothing readable', { ...fair, text: '\u200b' }],
  ])('that are %s hold nobody up', async (_what, content) => {
    await publish(content, 'shared', 'upload:bad');
    await publish(fair);
    expect(await found('lanterns')).toHaveLength(1);
  });

  it('of no namespace hold nobody up', async () => {
    await publish(fair, 'nowhere');
    await publish(fair);
    expect(await found('lanterns')).toHaveLength(1);
  });
});

it('are handed over again while the service cannot be reached', async () => {
  let faults = 2;
  const shaky = new Proxy(knowledge, {
    get: (target, key) =>
      key === 'ingest' && faults-- > 0
        ? () => Promise.reject(new TravelError('provider_unavailable', 'Not now.'))
        : ((Reflect.get(target, key) as () => unknown)?.bind?.(target) ?? Reflect.get(target, key)),
  });
  await followDocuments(bus, shaky, silentLog, () => now);
  await publish(fair);
  const end = Date.now() + 5_000;
  while ((await found('lanterns')).length === 0 && Date.now() < end)
    await new Promise((next) => setImmediate(next));
  expect([await found('lanterns'), faults < 0]).toEqual([[['upload:fair', 'Town hall']], true]);
});

it('are shared out where the passages are', async () => {
  const groups: (string | undefined)[] = [];
  const documents: Bus['documents'] = {
    publish: () => Promise.resolve(),
    follow: (_handler, options) => {
      groups.push(options?.group);
      return Promise.resolve({ close: () => Promise.resolve() });
    },
  };
  const shared = { ...knowledge, capabilities: { ...knowledge.capabilities, shared: true } } as Knowledge;
  await followDocuments({ documents }, shared, silentLog);
  await followDocuments({ documents }, knowledge, silentLog);
  expect(groups).toEqual(['knowledge', undefined]);
});
