import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shareSecretIn } from './share-secret.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'travellite-key-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => join(folder, 'share.key');

describe('the secret of shared links', () => {
  it('is made once, kept, and readable by its owner alone', () => {
    const secret = shareSecretIn(folder);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(shareSecretIn(folder)).toBe(secret);
    expect(readFileSync(file(), 'utf8').trim()).toBe(secret);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is another one in another folder', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    expect(shareSecretIn(other)).not.toBe(shareSecretIn(folder));
  });

  it.each(['', 'short', 'x'.repeat(44)])('is not %j', (content) => {
    writeFileSync(file(), content);
    expect(() => shareSecretIn(folder)).toThrow(/share\.key holds no key/);
  });

  it('needs a folder that can be written', () => {
    expect(() => shareSecretIn(join(folder, 'missing'))).toThrow(/cannot be written \(ENOENT\)/);
  });
});
