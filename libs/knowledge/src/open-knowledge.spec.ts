import { HashingEmbedder } from './conformance/hashing-embedder.js';
import { aDocument, findIds } from './conformance/world.js';
import { openKnowledge } from './open-knowledge.js';
import { PineconeServer } from './pinecone/stand-in/pinecone-server.js';

describe('openKnowledge', () => {
  it('opens the embedded adapter with the in-package model', async () => {
    const knowledge = await openKnowledge({ kind: 'embedded' });
    await knowledge.ingest([aDocument()], 'shared');
    await knowledge.settled();
    expect(knowledge.capabilities).toEqual({ ranking: 'mixed', persistent: false, shared: false });
    expect(await findIds(knowledge, 'public transport of the town')).toEqual(['tram']);
    await knowledge.close();
  });

  it('opens it without a model', async () => {
    const knowledge = await openKnowledge({ kind: 'embedded', embedding: 'none' });
    await knowledge.ingest([aDocument()], 'shared');
    await knowledge.settled();
    expect(knowledge.capabilities.ranking).toBe('lexical');
    await knowledge.close();
  });

  it('opens Pinecone', async () => {
    const server = new PineconeServer(256);
    const host = await server.listen();
    const embedder = new HashingEmbedder();
    const knowledge = await openKnowledge({ kind: 'pinecone', apiKey: server.apiKey, host, embedder });
    await knowledge.ingest([aDocument()], 'shared');
    expect(knowledge.capabilities).toEqual({ ranking: 'vector', persistent: true, shared: true });
    expect(await findIds(knowledge, 'tram')).toEqual(['tram']);
    await knowledge.close();
    expect(embedder.closed).toBe(true);
    await server.close();
  });
});
