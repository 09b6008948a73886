/**
 * The programs the tests use that do not come from the package registry: a NATS server, a Redis server and Chromium.
 * On Debian and its kin, as root, they are installed; elsewhere the exact command is printed and the run ends.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault } from '../start/workspace.mjs';

const programs = [
  { names: ['nats-server'], debian: 'nats-server', brew: 'nats-server', skip: 'TRAVELLITE_SKIP_SERVERS' },
  { names: ['redis-server'], debian: 'redis-server', brew: 'redis', skip: 'TRAVELLITE_SKIP_SERVERS' },
  {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    debian: 'chromium',
    brew: '--cask chromium',
    skip: 'TRAVELLITE_SKIP_BROWSER',
  },
];

const isOn = (name) => ['1', 'true'].includes(process.env[name] ?? '');

function found(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-q', '-y', '-o', 'Dpkg::Use-Pty=0', ...args], { env, encoding: 'utf8' });
}

function install(packages) {
  console.log(`Installing ${packages.join(', ')} for the tests ...`);
  apt(['update']);
  const result = apt(['install', '--no-install-recommends', ...packages]);
  if (result.status !== 0)
    throw new Fault(`apt-get could not install ${packages.join(' ')}:\n${result.stdout}${result.stderr}`);
}

function commandFor(missing) {
  if (process.platform === 'darwin') return missing.map(({ brew }) => `brew install ${brew}`).join(' && ');
  const packages = missing.map(({ debian }) => debian).join(' ');
  return isDebian() ? `sudo apt-get install ${packages}` : `(your package manager) install ${packages}`;
}

/** Installs what is missing or ends with the command that would; gives the sentences about what was left out on request. */
export function ensureServers() {
  const wanted = programs.filter(({ skip }) => !isOn(skip));
  const missing = wanted.filter(({ names }) => !names.some(found));
  if (missing.length > 0 && isDebian() && process.getuid?.() === 0)
    install(missing.map(({ debian }) => debian));
  const still = missing.filter(({ names }) => !names.some(found));
  if (still.length > 0) {
    throw new Fault(
      `The tests need ${still.map(({ names }) => names[0]).join(', ')}. Install with:\n  ${commandFor(still)}\n` +
        'or leave those tests out: TRAVELLITE_SKIP_SERVERS=1 (NATS, Redis), TRAVELLITE_SKIP_BROWSER=1 (Chromium).',
    );
  }
  return [...new Set(programs.filter(({ skip }) => isOn(skip)).map(({ skip }) => skip))].map(
    (skip) =>
      `${skip} is set: the tests that need ${skip.endsWith('BROWSER') ? 'Chromium' : 'real NATS and Redis servers'} were left out.`,
  );
}
