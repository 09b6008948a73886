import { EnergeticEmbedder } from './energetic-embedder.js';

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('the in-package embedding model', () => {
  const embedder = new EnergeticEmbedder();
  afterAll(() => embedder.close());

  it('gives vectors of length 1, in order, the same for the same text', async () => {
    const texts = ['Where can I swim?', 'The beach is twenty minutes away.', 'Where can I swim?'];
    const [first, second, third] = await embedder.embed(texts);
    if (!first || !second || !third) throw new Error('a vector is missing');
    for (const vector of [first, second, third]) {
      expect(vector).toHaveLength(embedder.dimensions);
      expect(dot(vector, vector)).toBeCloseTo(1, 4);
    }
    expect(first).toEqual(third);
    expect(first).not.toEqual(second);
  });

  it('finds meaning where no word is shared', async () => {
    const [question, near, far] = await embedder.embed([
      'How do I get from the airport to the city centre?',
      'Trains leave the terminal for downtown every ten minutes.',
      'A waiter is glad about ten percent.',
    ]);
    if (!question || !near || !far) throw new Error('a vector is missing');
    expect(dot(question, near)).toBeGreaterThan(dot(question, far) + 0.1);
  });

  it('takes any text: other scripts, emoji, nothing but signs', async () => {
    const vectors = await embedder.embed([
      '東京の地下鉄',
      '🗼🚇',
      '…',
      'a'.repeat(800),
      '__proto__ constructor',
    ]);
    expect(vectors).toHaveLength(5);
    for (const vector of vectors) expect(vector.every(Number.isFinite)).toBe(true);
  });

  it('answers many callers at once, each with its own', async () => {
    const texts = ['tea', 'train', 'temple', 'tip'];
    const [alone] = await embedder.embed(['temple']);
    const answers = await Promise.all(texts.map((text) => embedder.embed([text])));
    expect(answers[2]?.[0]).toEqual(alone);
    expect(new Set(answers.map(([vector]) => String(vector))).size).toBe(4);
  });
});

describe('an embedding thread that does not work', () => {
  it('rejects with provider_unavailable when its file is missing', async () => {
    const embedder = new EnergeticEmbedder(new URL('./no-such-thread.js', import.meta.url));
    await expect(embedder.embed(['tea'])).rejects.toMatchObject({ code: 'provider_unavailable' });
    await expect(embedder.embed(['tea again'])).rejects.toMatchObject({ code: 'provider_unavailable' });
    await embedder.close();
  });

  it('rejects what is pending and everything later once closed', async () => {
    const embedder = new EnergeticEmbedder();
    const pending = embedder.embed(['tea']);
    await Promise.all([embedder.close(), expect(pending).rejects.toMatchObject({ code: 'cancelled' })]);
    await expect(embedder.embed(['tea'])).rejects.toMatchObject({ code: 'cancelled' });
    await embedder.close();
  });

  it('starts no thread for nothing', async () => {
    const embedder = new EnergeticEmbedder(new URL('./no-such-thread.js', import.meta.url));
    expect(await embedder.embed([])).toEqual([]);
    await embedder.close();
  });
});
