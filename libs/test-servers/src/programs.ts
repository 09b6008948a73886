import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const install: Record<string, string> = {
  'nats-server': 'apt-get install nats-server (Debian), brew install nats-server (macOS)',
  'redis-server': 'apt-get install redis-server (Debian), brew install redis (macOS)',
  'redis-check-aof': 'apt-get install redis-tools (Debian), brew install redis (macOS)',
};

/** Absolute path of a server program; throws with the command that installs it. Debian keeps nats-server in /usr/sbin, off many PATHs. */
export function findProgram(name: 'nats-server' | 'redis-server' | 'redis-check-aof', path: string): string {
  for (const folder of [...path.split(delimiter), '/usr/sbin', '/usr/local/sbin']) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }
  throw new Error(`${name} is not installed: ${install[name]}, or set TRAVELLITE_SKIP_SERVERS=1`);
}
