import { ConfigError, describeSettings, readConfig } from '@travellite/config';

/** The apps that read each setting, as the documentation has it. */
const readers = new Map(
  describeSettings()
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([, name = '', , apps = '']) => [name.replaceAll('`', ''), apps.split(', ')] as const),
);

/** Variables that are not ours: the runtime's. */
const foreign = ['NODE_ENV'];

/** Names among these that an app does not read: misspelt, or given to somebody they are not for. */
export const namesNotReadBy = (app: string, names: readonly string[]): string[] =>
  names.filter((name) => {
    const apps = readers.get(name);
    return !foreign.includes(name) && !apps?.includes('all') && !apps?.includes(app);
  });

/** Names of the settings that an app reads. */
export const namesReadBy = (app: string): string[] =>
  [...readers].flatMap(([name, apps]) => (apps.includes('all') || apps.includes(app) ? [name] : []));

/** What an app would say against this environment at its start. */
export function configFaults(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
