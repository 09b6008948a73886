import { describeKnowledge } from '../conformance/describe-knowledge.js';
import { HashingEmbedder } from '../conformance/hashing-embedder.js';
import { aDocument, findIds, type World } from '../conformance/world.js';
import { PineconeKnowledge } from './pinecone-knowledge.js';
import { PineconeServer } from './stand-in/pinecone-server.js';

interface PineconeWorld extends World {
  server: PineconeServer;
  knowledge: PineconeKnowledge;
  slept: number[];
}

let cleanUps: (() => Promise<void>)[] = [];

async function open(
  lag = 0,
  change: { apiKey?: string; dimension?: number; timeoutMs?: number } = {},
): Promise<PineconeWorld> {
  const server = new PineconeServer(change.dimension ?? 256);
  server.data.lag = lag;
  const host = await server.listen();
  const clock = { now: Date.UTC(2026, 10, 21) };
  const slept: number[] = [];
  const start = () => {
    const knowledge = new PineconeKnowledge({
      apiKey: change.apiKey ?? server.apiKey,
      host,
      embedder: new HashingEmbedder(),
      now: () => clock.now,
      timeoutMs: change.timeoutMs ?? 5000,
      sleep: (ms) => {
        slept.push(ms);
        return Promise.resolve();
      },
    });
    cleanUps.push(() => knowledge.close());
    return knowledge;
  };
  cleanUps.push(() => server.close());
  return {
    knowledge: start(),
    clock,
    server,
    slept,
    reopen: () => Promise.resolve(start()),
    cutOff: () => server.close(),
  };
}

async function cleanUp(): Promise<void> {
  await Promise.all(cleanUps.map((end) => end()));
  cleanUps = [];
}

describeKnowledge('pinecone', { open: () => open(), cleanUp }, { persistent: true });

describe('pinecone adapter', () => {
  afterEach(cleanUp);
  const tram = { text: 'tram', limit: 3 };

  it('waits in settled() until the index shows what was written', async () => {
    const { knowledge, slept } = await open(3);
    await knowledge.ingest([aDocument()], 'shared');
    await knowledge.settled();
    expect(slept.length).toBeGreaterThan(0);
    expect(await findIds(knowledge, 'tram')).toEqual(['tram']);
  });

  it('sends large documents in several upserts, and lists all their records when they shrink', async () => {
    const { knowledge, server } = await open();
    const text = Array.from(
      { length: 250 },
      (_, at) => `Line ${at}: ${'tram stop at the lake, '.repeat(30)}`,
    ).join('\n');
    const { passages } = await knowledge.ingest([aDocument({ text: text.slice(0, 190_000) })], 'shared');
    expect(passages).toBeGreaterThan(200);
    expect(server.requests.filter(({ path }) => path === '/vectors/upsert').length).toBe(
      Math.ceil(passages / 100),
    );
    await knowledge.ingest([aDocument()], 'shared');
    expect(server.data.namespaces.get('shared')?.size).toBe(1);
  });

  it('puts what is about the named place before a nearer text about another', async () => {
    const { knowledge } = await open();
    await knowledge.ingest(
      [
        aDocument({
          id: 'there',
          city: 'Oslo',
          country: 'Norway',
          title: 'Jazz club',
          text: 'Jazz club every night.',
        }),
        aDocument({
          id: 'here',
          city: 'Rome',
          country: 'Italy',
          title: 'Evenings',
          text: 'A jazz club and a bar.',
        }),
      ],
      'shared',
    );
    expect(await findIds(knowledge, 'jazz club')).toEqual(['there', 'here']);
    expect(await findIds(knowledge, 'jazz club in Rome')).toEqual(['here', 'there']);
  });

  it('names no user to the service', async () => {
    const { knowledge, server } = await open();
    await knowledge.ingest([aDocument()], 'user:anna@example.org');
    await knowledge.search({ ...tram, namespaces: ['user:anna@example.org'] });
    expect(server.requests.length).toBeGreaterThan(2);
    expect(JSON.stringify(server.requests)).not.toContain('anna');
  });

  it('leaves out records that others wrote into the index', async () => {
    const { knowledge, server } = await open();
    await knowledge.ingest([aDocument()], 'shared');
    const records = server.data.namespaces.get('shared');
    const [ours] = records?.values() ?? [];
    if (ours === undefined) throw new Error('nothing was written');
    records?.set('foreign', { ...ours, id: 'foreign', metadata: { ...ours.metadata, body: '{"text":1}' } });
    records?.set('bare', { ...ours, id: 'bare', metadata: { expiresAt: 8.64e15 } });
    expect(await findIds(knowledge, 'tram')).toEqual(['tram']);
  });

  it('repeats after 429 as long as the service asks, and after 5xx and a broken line', async () => {
    const { knowledge, server, slept } = await open();
    await knowledge.ingest([aDocument()], 'shared');
    server.faults.push(
      { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
      { kind: 'status', status: 503 },
      { kind: 'cut' },
    );
    expect(await findIds(knowledge, 'tram')).toEqual(['tram']);
    expect(slept[0]).toBe(2000);
    expect(slept).toHaveLength(3);
  });

  it.each([
    ['rate_limited', { kind: 'status', status: 429, body: '{"code":8,"message":"slow down","details":[]}' }],
    ['provider_unavailable', { kind: 'status', status: 500, body: '<html>' }],
    ['provider_unavailable', { kind: 'cut' }],
  ] as const)('gives up with %s when it goes on (%j)', async (code, fault) => {
    const { knowledge, server } = await open();
    server.faults.push(fault, fault, fault, fault);
    await expect(knowledge.search(tram)).rejects.toMatchObject({
      name: 'TravelError',
      code,
      retryable: true,
    });
    expect(server.faults).toEqual([]);
    expect(knowledge.health().ok).toBe(false);
    await knowledge.search(tram);
    expect(knowledge.health()).toEqual({ ok: true });
  });

  it('ends a call the service hangs on', async () => {
    const { knowledge, server } = await open(0, { timeoutMs: 50 });
    server.faults.push({ kind: 'hang' });
    await expect(knowledge.search(tram)).rejects.toMatchObject({ code: 'provider_unavailable' });
  });

  it('says at once that a wrong key or a wrong dimension is not a matter of trying again', async () => {
    const wrongKey = await open(0, { apiKey: 'pcsk_wrong' });
    const refused = { name: 'TravelError', code: 'provider_unavailable', retryable: false };
    await expect(wrongKey.knowledge.search(tram)).rejects.toMatchObject(refused);
    expect(wrongKey.server.requests).toHaveLength(1);
    const wrongSize = await open(0, { dimension: 512 });
    await expect(wrongSize.knowledge.ingest([aDocument()], 'shared')).rejects.toMatchObject(refused);
  });

  it('keeps its key out of errors', async () => {
    const { knowledge, server } = await open();
    server.faults.push({ kind: 'status', status: 400, body: '{"code":3,"message":"bad","details":[]}' });
    const error: unknown = await knowledge.search(tram).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'provider_unavailable' });
    expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toContain(
      server.apiKey,
    );
  });
});
