import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TravelError } from '@travellite/protocol';
import { HashingEmbedder } from '../conformance/hashing-embedder.js';
import { aDocument, findIds, others } from '../conformance/world.js';
import { type Embedder } from '../embedding/embedder.js';
import { EmbeddedKnowledge } from './embedded-knowledge.js';

const now = () => Date.UTC(2026, 10, 21);

/** An embedder whose answers wait for a sign. */
class GatedEmbedder extends HashingEmbedder {
  #gate = Promise.withResolvers<void>();

  override async embed(texts: readonly string[]): Promise<Float32Array[]> {
    await this.#gate.promise;
    return super.embed(texts);
  }

  open(): void {
    this.#gate.resolve();
  }
}

const broken: Embedder = {
  model: 'broken',
  dimensions: 1,
  embed: () => Promise.reject(new TravelError('provider_unavailable', 'No weights here.')),
  close: () => Promise.resolve(),
};

describe('vectors of the embedded adapter', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'knowledge-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('opening loads nothing', async () => {
    const embedder = new HashingEmbedder();
    const knowledge = new EmbeddedKnowledge({ now, embedder });
    expect(knowledge.capabilities.ranking).toBe('lexical');
    expect(embedder.embedded).toBe(0);
    await knowledge.close();
    expect(embedder.closed).toBe(true);
  });

  it('answers by words while the model loads, then by both', async () => {
    const embedder = new GatedEmbedder();
    const knowledge = new EmbeddedKnowledge({ now, embedder });
    await knowledge.ingest([aDocument(), ...others], 'shared');
    expect(await findIds(knowledge, 'carbonara')).toEqual(['pasta']);
    expect(knowledge.capabilities.ranking).toBe('lexical');
    expect(knowledge.health().detail).toMatch(/3 passages wait/u);
    embedder.open();
    await knowledge.settled();
    expect(knowledge.capabilities.ranking).toBe('mixed');
    expect(knowledge.health()).toEqual({ ok: true });
    expect((await findIds(knowledge, 'carbonara'))[0]).toBe('pasta');
    await knowledge.close();
  });

  it('stays with words, and says why, when the model cannot be loaded', async () => {
    const knowledge = new EmbeddedKnowledge({ now, embedder: broken });
    await knowledge.ingest([aDocument(), ...others], 'shared');
    await knowledge.settled();
    expect(await findIds(knowledge, 'carbonara')).toEqual(['pasta']);
    expect(knowledge.capabilities.ranking).toBe('lexical');
    expect(knowledge.health()).toEqual({ ok: true, detail: expect.stringContaining('No weights here.') });
    await knowledge.close();
  });

  it('answers by words when the model fails during a query', async () => {
    const embedder = new HashingEmbedder();
    const knowledge = new EmbeddedKnowledge({ now, embedder });
    await knowledge.ingest([aDocument(), ...others], 'shared');
    await knowledge.settled();
    embedder.embed = broken.embed;
    expect(await findIds(knowledge, 'carbonara')).toEqual(['pasta']);
    await knowledge.close();
  });

  it('embeds each passage once ever, and forgets vectors nobody uses', async () => {
    const first = new HashingEmbedder();
    const knowledge = new EmbeddedKnowledge({ now, folder, embedder: first });
    await knowledge.ingest([aDocument(), ...others], 'shared');
    await knowledge.ingest([aDocument()], 'user:anna');
    await knowledge.settled();
    // One text to load the model, three passages.
    expect(first.embedded).toBe(4);
    await knowledge.remove('shared', ['umbrella']);
    await knowledge.close();

    const second = new HashingEmbedder();
    const again = new EmbeddedKnowledge({ now, folder, embedder: second });
    await again.settled();
    expect(second.embedded).toBe(1);
    await again.ingest(others, 'shared');
    await again.settled();
    expect(second.embedded).toBe(2);
    await again.close();
  });

  it('embeds the places of a city when a search first asks for that city', async () => {
    const embedder = new HashingEmbedder();
    const knowledge = new EmbeddedKnowledge({ now, folder, embedder });
    const places = ['Rome', 'Zürich'].map((city) =>
      aDocument({ id: `cafe-${city}`, city, kind: 'place', text: `Coffee in ${city}.` }),
    );
    await knowledge.ingest([...others, ...places], 'shared');
    await knowledge.settled();
    expect(embedder.embedded).toBe(3);
    // Found by its words before, and by its meaning after.
    const zurich = { filter: { city: 'Zürich' } };
    expect(await findIds(knowledge, 'coffee', zurich)).toEqual(['cafe-Zürich']);
    await knowledge.settled();
    expect(embedder.embedded).toBe(5);
    await knowledge.search({ text: 'coffee', limit: 3, ...zurich });
    await knowledge.settled();
    expect(embedder.embedded).toBe(6);
    await knowledge.close();

    const again = new EmbeddedKnowledge({ now, folder, embedder: new HashingEmbedder() });
    await again.settled();
    const [found] = await again.search({ text: 'coffee zurich', limit: 1, ...zurich });
    expect(found?.document).toBe('cafe-Zürich');
    await again.close();
  });

  it('a folder that cannot be opened is an error of the port', () => {
    const file = join(folder, 'no', '\0');
    expect(() => new EmbeddedKnowledge({ now, folder: file })).toThrow(
      expect.objectContaining({ name: 'TravelError', code: 'provider_unavailable' }),
    );
  });
});
