/**
 * What `npm start`, `npm test` and the other commands need before any package is there: an install that fits the lock, and a Node
 * that is new enough. Runs on Node 20 and newer and uses no package.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** `node:sqlite` without a flag, and `RegExp`, `URL.parse` and iterator helpers as used here. */
const oldestNode = [22, 15];

const bin = join(root, 'node_modules', '.bin');
const lock = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules', '.travellite-lock');

/** A fault a person can act on: printed as one line, without a stack. */
export class Fault extends Error {}

const hashOfLock = () => createHash('sha256').update(readFileSync(lock)).digest('hex');

function installFits() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === hashOfLock();
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** Installs exactly what the lock says when `node_modules` is missing or belongs to another lock. */
export function ensureInstalled() {
  if (installFits()) return;
  console.error('Installing packages (about a minute, only when they changed) ...');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath, 'ci']]
    : ['npm', ['ci']];
  const result = spawnSync(npm[0], [...npm[1], '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: npm[0] === 'npm' && process.platform === 'win32',
  });
  if (result.status !== 0) throw new Fault('`npm ci` failed; its message is above. Nothing was started.');
  writeFileSync(stamp, hashOfLock());
}

const isNewEnough = (version) => {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
};

/** Path of the Node that comes with the install, else of this one when it is new enough. */
export function findNode() {
  const own = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own) && spawnSync(own, ['-v']).status === 0) return own;
  if (isNewEnough(process.version)) return process.execPath;
  throw new Fault(
    `TravelLite needs Node ${oldestNode.join('.')} or newer on this system, and this is ${process.version}: there is no Node package for ${process.platform}-${process.arch}. Install a newer Node and try again.`,
  );
}

/** The environment for our own commands: the installed tools and Node first on the PATH. */
export const environment = (more = {}) => ({
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  NX_TUI: 'false',
  ...more,
});

/** Runs one of our tools' JavaScript files with the right Node; the result has `status`, `stdout` and `stderr`. */
export function runNode(args, options = {}) {
  return spawnSync(findNode(), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    ...options,
    env: environment(options.env),
  });
}

/** Runs Nx with the right Node. */
export const runNx = (args, options) =>
  runNode([join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'), ...args], options);

/** Runs `main`; a fault becomes one line and exit 1. */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
