import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const app = fileURLToPath(new URL('../..', import.meta.url));
const vite = join(app, 'node_modules', 'vite', 'bin', 'vite.js');

/** The page as it stands in the sources, built into a folder of its own. */
export async function buildPage(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'travellite-page-'));
  const command = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  // The test runner's NODE_ENV would put the development form of React on the page.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, command, { cwd: app, env });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
