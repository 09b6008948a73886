import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@travellite/telemetry';
import { openGuide, toKnowledgeSettings } from './open-guide.js';

describe('the notes of a worker', () => {
  it('are kept where the settings say', () => {
    const pinecone = { apiKey: 'key', host: 'notes.example' };
    expect(toKnowledgeSettings({ embedding: 'model' })).toEqual({ kind: 'embedded' });
    expect(toKnowledgeSettings({ embedding: 'none', folder: '/notes' })).toEqual({
      kind: 'embedded',
      folder: '/notes',
      embedding: 'none',
    });
    expect(toKnowledgeSettings({ embedding: 'model', pinecone })).toEqual({ kind: 'pinecone', ...pinecone });
  });

  it('are read in once and found by their words, also after a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'travellite-guide-'));
    const ask = { text: 'tipping in restaurants in Paris', limit: 3, namespaces: ['shared'] as const };
    try {
      const first = await openGuide({ embedding: 'none', folder }, silentLog);
      first.fill();
      await first.close();
      const again = await openGuide({ embedding: 'none', folder }, silentLog);
      const found = await again.knowledge.search({ ...ask, namespaces: [...ask.namespaces] });
      await again.close();
      expect(found).toHaveLength(3);
      expect(found[0]?.text).toMatch(/tip/i);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
