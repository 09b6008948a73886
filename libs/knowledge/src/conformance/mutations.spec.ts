import { type Knowledge, type KnowledgeDocument, type Passage } from '../port.js';
import { guarantees } from './describe-knowledge.js';
import { embeddedFixture } from './embedded-fixture.js';
import { HashingEmbedder } from './hashing-embedder.js';

/** One way an adapter could be wrong: what replaces which of its methods. */
type Mutation = (right: Knowledge) => Partial<Knowledge>;

const onSearch =
  (change: (found: Passage[]) => Passage[]): Mutation =>
  (right) => ({ search: async (query, signal) => change(await right.search(query, signal)) });

const onDocument =
  (change: (document: KnowledgeDocument) => KnowledgeDocument): Mutation =>
  (right) => ({ ingest: (documents, namespace) => right.ingest(documents.map(change), namespace) });

const mutations: Record<string, Mutation> = {
  '1 findable': onDocument((document) => ({ ...document, url: undefined })),
  '2 order': onSearch((found) => [...found].reverse()),
  '3 filter': (right) => ({
    search: (query) => right.search({ ...query, filter: { ...query.filter, city: undefined } }),
  }),
  '4 namespaces': (right) => ({
    search: (query) =>
      right.search({ ...query, namespaces: ['shared', 'user:anna', ...(query.namespaces ?? [])] }),
  }),
  '5 dedupe': (right) => {
    let copies = 0;
    const copy = (document: KnowledgeDocument) => ({ ...document, id: `${document.id}${copies++}` });
    return { ingest: (documents, namespace) => right.ingest(documents.map(copy), namespace) };
  },
  '6 chunking': onDocument((document) => ({ ...document, text: document.text.slice(0, 2000) })),
  '7 expiry': onDocument((document) => ({ ...document, expiresAt: undefined })),
  '8 data': onSearch((found) => found.map((passage) => ({ ...passage, text: `${passage.text}\u202e` }))),
  '9 removal': () => ({ remove: () => Promise.resolve() }),
  '10 errors': (right) => ({
    ingest: async (documents, namespace) => {
      const whole = documents.filter(({ text }) => text !== '');
      return right.ingest(whole, namespace);
    },
  }),
  '11 durability': () => ({ remove: () => Promise.resolve() }),
  '12 close': () => ({ close: () => Promise.resolve() }),
};

function mutated(right: Knowledge, mutation: Mutation): Knowledge {
  const wrong = mutation(right);
  return new Proxy(right, {
    get(target, name) {
      const value: unknown = Reflect.get(wrong, name) ?? Reflect.get(target, name);
      return typeof value === 'function' && !(name in wrong) ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('the suite turns red when an adapter', () => {
  const fixture = embeddedFixture({ onDisk: true, embedder: () => new HashingEmbedder() });
  afterEach(() => fixture.cleanUp());

  it.each(guarantees.map((guarantee) => [guarantee.name, guarantee] as const))(
    'breaks %s',
    async (name, guarantee) => {
      const mutation = mutations[name];
      if (mutation === undefined) throw new Error(`no mutation for ${name}`);
      const outcomes = await Promise.allSettled(
        Object.values(guarantee.behaviours).map(async (check) => {
          const world = await fixture.open();
          await check({ ...world, knowledge: mutated(world.knowledge, mutation) });
        }),
      );
      expect(outcomes.map(({ status }) => status)).toContain('rejected');
    },
  );
});
