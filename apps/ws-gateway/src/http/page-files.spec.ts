import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readPageFiles } from './page-files.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index-B3aXk_9Q.js'), 'x'.repeat(5_000));
  writeFileSync(join(folder, 'assets', 'logo.png'), Buffer.alloc(5_000));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every file is there under its path, the index also under /', () => {
  const files = readPageFiles(folder);
  expect([...files.keys()].sort()).toEqual([
    '/',
    '/assets/index-B3aXk_9Q.js',
    '/assets/logo.png',
    '/index.html',
  ]);
  expect(files.get('/')).toMatchObject({ type: 'text/html; charset=utf-8', immutable: false });
});

test('text that is worth it is packed, pictures are not', () => {
  const files = readPageFiles(folder);
  const script = files.get('/assets/index-B3aXk_9Q.js');
  expect(gunzipSync(script?.gzip ?? Buffer.of()).equals(script?.body ?? Buffer.of())).toBe(true);
  expect(files.get('/assets/logo.png')?.gzip).toBeUndefined();
  expect(files.get('/index.html')?.gzip).toBeUndefined();
});

test('only hashed names never change', () => {
  const files = readPageFiles(folder);
  expect(files.get('/assets/index-B3aXk_9Q.js')?.immutable).toBe(true);
  expect(files.get('/assets/logo.png')?.immutable).toBe(false);
});

test('a folder without a page is named', () => {
  expect(() => readPageFiles(join(folder, 'assets'))).toThrow(/no index\.html in .*assets/);
});
