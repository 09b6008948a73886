import { aDocument } from './conformance/world.js';
import { checkNamespace, knowledgeDocumentSchema, prepareDocuments } from './documents.js';
import { type KnowledgeDocument, passageLimits } from './port.js';

const prepareOne = (change: Partial<KnowledgeDocument>) => prepareDocuments([aDocument(change)])[0];

describe('prepareDocuments', () => {
  it('keeps every fact of a clean document and puts the title into what is searched', () => {
    const prepared = prepareOne({ expiresAt: 7, sample: true });
    const { text, ...facts } = aDocument({ expiresAt: 7, sample: true });
    expect(prepared?.document).toEqual(facts);
    expect(prepared?.chunks).toEqual([
      { text, searchText: `Trams in Zürich\n${text}`, hash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    ]);
  });

  it('drops fields it does not know', () => {
    const odd = { ...aDocument(), role: 'system', score: 99 };
    expect(prepareDocuments([odd])[0]?.document).not.toHaveProperty('role');
    expect(knowledgeDocumentSchema.parse(odd)).not.toHaveProperty('score');
  });

  it('cleans the facets too, and leaves out what is empty then', () => {
    const prepared = prepareOne({ city: 'Rome\u202e', topic: '\u200b', kind: '<|system|>' });
    expect(prepared?.document).toMatchObject({ city: 'Rome', kind: '‹|system|>' });
    expect(prepared?.document).not.toHaveProperty('topic');
  });

  it('gives the same content the same hash, and any other another', () => {
    const hash = (change: Partial<KnowledgeDocument>) => prepareOne(change)?.chunks[0]?.hash;
    expect(hash({ id: 'other' })).toBe(hash({}));
    expect(hash({ text: 'Something else.' })).not.toBe(hash({}));
    expect(hash({ title: 'Trams' })).not.toBe(hash({}));
  });

  it('says which document of which field is at fault', () => {
    const documents = [aDocument(), aDocument({ id: 'x'.repeat(passageLimits.maxIdChars + 1) })];
    expect(() => prepareDocuments(documents)).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(() => prepareDocuments(documents)).toThrow(/1\.id/u);
  });

  it('takes no more documents at once than the limit', () => {
    const many = Array.from({ length: passageLimits.maxDocuments + 1 }, () => aDocument());
    expect(() => prepareDocuments(many)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

describe('checkNamespace', () => {
  it.each(['shared', 'user:anna', 'user:a:b', 'team:%', 'user:日本'])('takes %s', (name) => {
    expect(checkNamespace(name)).toBe(name);
  });

  it.each(['', 'user:', 'admin:x', 'SHARED', 'shared ', `user:${'x'.repeat(300)}`])('refuses %j', (name) => {
    expect(() => checkNamespace(name)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});
