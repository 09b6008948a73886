import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDocument } from '../conformance/world.js';
import { prepareDocuments } from '../documents.js';
import { type KnowledgeDocument } from '../port.js';
import { PassageStore } from './passage-store.js';

const prepared = (...changes: Partial<KnowledgeDocument>[]) => prepareDocuments(changes.map(aDocument));

describe('PassageStore', () => {
  let folder: string;
  let store: PassageStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passages-'));
    store = new PassageStore(folder);
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  const stored = (now = 0) =>
    store.load(now).map(({ namespace, prepared: { document } }) => `${namespace}/${document.id}`);

  it('gives back what was put, also after opening again', () => {
    store.put('shared', prepared({ id: 'a' }, { id: 'b' }));
    store.put('user:anna', prepared({ id: 'a' }));
    store.close();
    store = new PassageStore(folder);
    expect(stored().sort()).toEqual(['shared/a', 'shared/b', 'user:anna/a']);
    expect(store.load(0)[0]?.prepared).toEqual(prepared({ id: 'a' })[0]);
  });

  it('forgets what has expired, for good', () => {
    store.put('shared', prepared({ id: 'a', expiresAt: 10 }, { id: 'b' }));
    expect(stored(9)).toHaveLength(2);
    expect(stored(10)).toEqual(['shared/b']);
    expect(stored(0)).toEqual(['shared/b']);
  });

  it('removes by id or by namespace, whatever they are called', () => {
    store.put('user:%', prepared({ id: 'a' }, { id: "b'; DROP TABLE documents; --" }));
    store.put('user:anna', prepared({ id: 'a' }));
    store.remove('user:%', ["b'; DROP TABLE documents; --", 'nothing']);
    expect(stored().sort()).toEqual(['user:%/a', 'user:anna/a']);
    store.remove('user:%', undefined);
    expect(stored()).toEqual(['user:anna/a']);
  });

  it('keeps vectors by model and hash, bit for bit', () => {
    const vector = Float32Array.from([0.1, -2, 3e-20, 0]);
    store.putVector('m', 'one', vector);
    store.putVector('m', 'two', vector.subarray(1, 3));
    store.putVector('other', 'one', vector);
    expect(store.vectors('m')).toEqual(
      new Map([
        ['one', vector],
        ['two', Float32Array.from([-2, 3e-20])],
      ]),
    );
    store.dropVectors('m', ['one']);
    expect([...store.vectors('m').keys()]).toEqual(['two']);
    expect([...store.vectors('other').keys()]).toEqual(['one']);
  });
});
