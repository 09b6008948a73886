import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyPatch } from './json-patch.js';
import { render } from './render.js';
import { idOf } from './resource.js';

const folder = mkdtempSync(join(tmpdir(), 'kustomize-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a tree of files and renders one folder of it. */
function renderTree(files: Record<string, string>, start = 'top') {
  const tree = mkdtempSync(join(folder, 'tree-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), text);
  }
  return render(join(tree, start));
}

const web = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { template: { spec: { containers: [{ name: web, image: shop }] } } }`;

describe('rendering a kustomization', () => {
  test('gathers files and folders, several documents a file', () => {
    const rendered = renderTree({
      'top/kustomization.yaml': 'resources: [../base, more.yaml]',
      'top/more.yaml': 'kind: A\nmetadata: { name: a }\n---\nkind: B\nmetadata: { name: b }',
      'base/kustomization.yaml': 'resources: [web.yaml]',
      'base/web.yaml': web,
    });
    expect(rendered.map(idOf)).toEqual(['Deployment/web', 'A/a', 'B/b']);
  });

  test('lets a component change what was gathered before it, and the overlay what the component added', () => {
    const [deployment, extra] = renderTree({
      'top/kustomization.yaml': 'namespace: here\nresources: [web.yaml]\ncomponents: [../part]',
      'top/web.yaml': web,
      'part/kustomization.yaml':
        'kind: Component\nresources: [extra.yaml]\npatches: [{ target: { kind: Deployment, name: w.* }, patch: "- { op: add, path: /spec/replicas, value: 4 }" }]',
      'part/extra.yaml': 'kind: Extra\nmetadata: { name: extra }',
    });
    expect(deployment).toMatchObject({ spec: { replicas: 4 }, metadata: { namespace: 'here' } });
    expect(extra?.metadata.namespace).toBe('here');
  });

  test('makes ConfigMaps and merges into them', () => {
    const [map] = renderTree({
      'top/kustomization.yaml':
        'resources: [../base]\nconfigMapGenerator: [{ name: m, behavior: merge, literals: [B=2=2, C=], files: [x.conf] }]',
      'top/x.conf': 'one\ntwo\n',
      'base/kustomization.yaml': 'configMapGenerator: [{ name: m, literals: [A=1, B=1] }]',
    });
    expect(map?.['data']).toEqual({ A: '1', B: '2=2', C: '', 'x.conf': 'one\ntwo\n' });
  });

  test.each([
    ['{ name: shop, newTag: v2 }', 'shop:v2'],
    ['{ name: shop, newName: r.example.com:5000/shop, newTag: v2 }', 'r.example.com:5000/shop:v2'],
    ['{ name: other, newTag: v2 }', 'shop'],
  ])('with the image %s runs %s', (image, shown) => {
    const files = {
      'top/kustomization.yaml': `resources: [web.yaml]\nimages: [${image}]`,
      'top/web.yaml': web,
    };
    expect(JSON.stringify(renderTree(files))).toContain(`"image":"${shown}"`);
  });

  test.each([
    ['a field it does not know', 'namePrefix: x-', /namePrefix is not known here/],
    ['an object that is there twice', 'resources: [web.yaml, web.yaml]', /Deployment\/web is there twice/],
    [
      'a patch that meets nothing',
      'resources: [web.yaml]\npatches: [{ target: { kind: Job }, patch: "[]" }]',
      /meets nothing/,
    ],
    ['a merge into nothing', 'configMapGenerator: [{ name: m, behavior: merge }]', /cannot be merged/],
  ])('refuses %s', (_what, text, fault) => {
    expect(() => renderTree({ 'top/kustomization.yaml': text, 'top/web.yaml': web })).toThrow(fault);
  });
});

describe('a JSON patch', () => {
  const thing = {
    apiVersion: 'v1',
    kind: 'Thing',
    metadata: { name: 'thing' },
    list: [1, 2],
    'a/b': { '~': 1 },
  };

  test.each([
    ['add a field', { op: 'add', path: '/new', value: { x: 1 } }, { new: { x: 1 } }],
    ['add into a list', { op: 'add', path: '/list/1', value: 9 }, { list: [1, 9, 2] }],
    ['add at the end', { op: 'add', path: '/list/-', value: 9 }, { list: [1, 2, 9] }],
    ['replace', { op: 'replace', path: '/list/0', value: 9 }, { list: [9, 2] }],
    ['remove', { op: 'remove', path: '/list/0' }, { list: [2] }],
    ['read escapes', { op: 'replace', path: '/a~1b/~0', value: 2 }, { 'a/b': { '~': 2 } }],
  ])('can %s', (_what, step, changed) => {
    expect(applyPatch(thing, [step])).toMatchObject(changed);
    expect(thing.list).toEqual([1, 2]);
  });

  test.each([
    [{ op: 'replace', path: '/missing', value: 1 }, /not there to replace/],
    [{ op: 'remove', path: '/list/7' }, /not there to remove/],
    [{ op: 'add', path: '/missing/deep', value: 1 }, /leads nowhere/],
    [{ op: 'move', path: '/list' }, /move is not known here/],
  ])('refuses %j', (step, fault) => {
    expect(() => applyPatch(thing, [step])).toThrow(fault);
  });
});
