/**
 * Runs one project's tests from its folder and leaves the result in `.reports/jest.json`,
 * so that the closing line of `npm test` also counts results that came from Nx's cache.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
mkdirSync('.reports', { recursive: true });
const config = fileURLToPath(new URL('../../jest.config.mjs', import.meta.url));
const args = ['--config', config, '--rootDir', process.cwd(), '--json', '--outputFile=.reports/jest.json'];
// Two cores: Nx already runs projects side by side.
if (!process.argv.some((arg) => arg.startsWith('--maxWorkers') || arg === '-i')) args.push('--maxWorkers=2');
process.argv = [process.argv[0], 'jest', ...args, ...process.argv.slice(2)];
await import(pathToFileURL(require.resolve('jest/bin/jest')).href);
