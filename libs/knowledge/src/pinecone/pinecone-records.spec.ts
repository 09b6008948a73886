import { aDocument } from '../conformance/world.js';
import { prepareDocuments } from '../documents.js';
import { type KnowledgeDocument, passageLimits } from '../port.js';
import { checkQuery } from '../query.js';
import { fromMatch, namespaceName, recordPrefix, toFilter, toRecords } from './pinecone-records.js';

const records = (change: Partial<KnowledgeDocument> = {}) =>
  prepareDocuments([aDocument(change)]).flatMap(toRecords);

describe('records', () => {
  it('come back as the passage they were', () => {
    const [record] = records({ sample: true });
    if (record === undefined) throw new Error('no record');
    const match = { id: record.id, score: 0.7, values: [], metadata: record.metadata };
    expect(fromMatch(match, 'user:anna')?.passage).toEqual({
      ...aDocument({ sample: true }),
      id: 'tram#0',
      document: 'tram',
      namespace: 'user:anna',
      score: 0.7,
    });
  });

  it.each([
    [-0.3, 0],
    [1.00002, 1],
    [undefined, 0],
  ])('a score of %s counts as %d', (score, counted) => {
    const [record] = records();
    const match = {
      id: 'x',
      values: [],
      metadata: record?.metadata ?? {},
      ...(score === undefined ? {} : { score }),
    };
    expect(fromMatch(match, 'shared')?.passage.score).toBe(counted);
  });

  it('have ASCII ids that change with anything said, and with nothing else', () => {
    const id = (change: Partial<KnowledgeDocument>) => records(change)[0]?.id;
    expect(id({})).toBe(id({}));
    for (const change of [
      { text: 'Other.' },
      { topic: 'money' },
      { expiresAt: 5 },
      { checkedOn: '2026-01-01' },
    ]) {
      expect(id(change)).not.toBe(id({}));
      expect(id(change)?.startsWith(recordPrefix('tram'))).toBe(true);
    }
    expect(id({ id: '東京#%/' })).toMatch(/^[0-9a-f]{32}#0#[0-9a-f]{16}$/u);
  });

  it('stay far below the service’s bounds', () => {
    const longest = records({
      text: '京'.repeat(passageLimits.maxChars * 3),
      title: '京'.repeat(passageLimits.maxTitleChars),
      source: '京'.repeat(passageLimits.maxSourceChars),
      id: '京'.repeat(passageLimits.maxIdChars),
    });
    for (const { metadata } of longest) {
      expect(Buffer.byteLength(JSON.stringify(metadata))).toBeLessThan(20_000);
    }
  });

  it.each([
    ['no metadata', undefined],
    ['no hash', { body: '{}' }],
    ['broken JSON', { body: '{', hash: 'x' }],
    ['another shape', { body: '{"title":1}', hash: 'x' }],
  ])('with %s are not ours', (_what, metadata) => {
    expect(fromMatch({ id: 'x', score: 1, values: [], metadata }, 'shared')).toBeUndefined();
  });
});

describe('toFilter', () => {
  it('asks for what is alive and has the facets', () => {
    const filter = { city: ['Rome', 'Zürich'], country: 'Italy', topic: 'food', orGeneral: true };
    expect(toFilter(checkQuery({ text: 'x', limit: 1, filter }), 42)).toEqual({
      $and: [
        { expiresAt: { $gt: 42 } },
        { city: { $in: ['rome', 'zurich', ''] } },
        { country: { $in: ['italy', ''] } },
        { topic: { $in: ['food'] } },
      ],
    });
  });
});

describe('namespaceName', () => {
  it('is readable for everybody’s knowledge and a digest for anybody’s own', () => {
    expect(namespaceName('shared')).toBe('shared');
    expect(namespaceName('user:anna')).toMatch(/^user-[0-9a-f]{40}$/u);
    expect(
      new Set(['user:anna', 'team:anna', 'user:Anna'].map((name) => namespaceName(name as 'shared'))).size,
    ).toBe(3);
  });
});
